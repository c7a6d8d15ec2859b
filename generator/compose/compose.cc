#include "compose/compose.h"

#include "compose/pages.h"

namespace muster {

std::variant<Page, OutputFile> compose_page(const SiteInput& input, const PagePlan& plan) {
  if (plan.kind == PageKind::versions_json) return OutputFile{plan.path, versions_json(input)};
  if (plan.kind == PageKind::readiness_json)
    return OutputFile{plan.path, export_json(input.workspace, input.versions[plan.version])};

  const View view(input, plan);
  switch (plan.kind) {
    case PageKind::checklists:
      return checklists_page(view);
    case PageKind::checklist:
      return checklist_page(view);
    case PageKind::tracker:
      return tracker_page(view);
    case PageKind::issues:
      return issues_page(view);
    case PageKind::issue:
      return issue_page(view);
    case PageKind::document:
      return document_page(view);
    case PageKind::gaps:
      return gaps_page(view);
    case PageKind::parity:
      return parity_page(view);
    case PageKind::evidence_index:
      return evidence_index_page(view);
    case PageKind::evidence:
      return evidence_page(view);
    case PageKind::findings:
      return findings_page(view);
    case PageKind::versions:
      return versions_page(view);
    case PageKind::not_found:
      return not_found_page(view);
    case PageKind::overview:
    case PageKind::readiness_json:
    case PageKind::versions_json:
      break;
  }
  return overview_page(view);
}

}  // namespace muster
