// compose: decides every address of the site and the data of every page. Knows no template's syntax
// and no layout.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/finding.h"
#include "domain/page.h"
#include "domain/timeline.h"
#include "domain/workspace.h"

namespace muster {

/// All that is known when pages are made.
struct SiteInput {
  const Workspace& workspace;
  const std::vector<Judged>& versions;  // oldest first; latest and draft last
  const Timeline& timeline;
  std::span<const RuleInfo> rules;
  std::string_view program_version;
};

enum class PageKind {
  overview,
  checklists,
  checklist,
  tracker,
  issues,
  issue,
  document,
  gaps,
  parity,
  evidence_index,
  evidence,
  findings,
  versions,
  not_found,
  readiness_json,
  versions_json
};

/// A page to be made: its address, and which version and row it shows.
struct PagePlan {
  std::string path;
  PageKind kind = PageKind::overview;
  std::size_t version = 0;  // into SiteInput::versions
  std::size_t row = 0;      // of the document or the evidence
};

/// Every page and data file of the site, in the order of their paths.
std::vector<PagePlan> plan_site(const SiteInput& input);

/// A page for a template, or a finished file such as readiness.json.
std::variant<Page, OutputFile> compose_page(const SiteInput& input, const PagePlan& plan);

/// The model of one version as JSON: readiness.json, and what `muster export` prints. Ends in a
/// newline.
std::string export_json(const Workspace& workspace, const Judged& judged);

/// `{verdict, findings}` in the same form, for `muster check --format json`.
std::string check_json(const Workspace& workspace, const Judged& judged);

/// What was read from one document, line by line, for `muster records`: each record with its line,
/// what stays prose, and the counts. `name` is what to call the document.
std::string records_text(std::string_view name, const Content& content);

}  // namespace muster
