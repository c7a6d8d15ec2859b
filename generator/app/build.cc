// muster build: every version judged, composed, rendered and put in place.
#include <algorithm>
#include <chrono>
#include <iostream>

#include "app/commands.h"
#include "app/judge.h"
#include "app/say.h"
#include "app/version.h"
#include "audit/audit.h"
#include "base/text.h"
#include "compose/compose.h"
#include "publish/publish.h"
#include "render/render.h"

namespace muster {
namespace {

// Templates of the operator stand in for built-in ones only where the configuration names them.
std::optional<std::filesystem::path> template_overrides(const Workspace& workspace) {
  if (workspace.site.templates.empty()) return std::nullopt;
  return std::filesystem::path(workspace.repos[RepoId(0)].location) / workspace.site.templates;
}

std::size_t present_files(const Model& model) {
  return static_cast<std::size_t>(std::count_if(
      model.evidence.begin(), model.evidence.end(),
      [](const Evidence& evidence) { return evidence.state == EvidenceState::present; }));
}

}  // namespace

ExitCode run_build(const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<Judgement> judgement = judge(options);
  if (!judgement) return fail(judgement.error());
  const auto templates = load_templates(template_overrides(judgement->workspace));
  if (!templates) return fail(templates.error());

  const SiteInput input{judgement->workspace, judgement->versions, judgement->timeline, rules(),
                        kProgramVersion};
  const std::vector<PagePlan> plan = plan_site(input);
  const std::vector<OutputFile> files = assets();
  const Result<PublishReport> report =
      publish(options.output, options.jobs, plan.size() + files.size(),
              [&](std::size_t i) -> Result<OutputFile> {
                if (i >= plan.size()) return files[i - plan.size()];
                const std::variant<Page, OutputFile> made = compose_page(input, plan[i]);
                if (const OutputFile* file = std::get_if<OutputFile>(&made)) return *file;
                return render(**templates, std::get<Page>(made));
              });
  if (!report) return fail(report.error());

  say_notices(*judgement);
  const ReadCounts& read = judgement->counts;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const auto hundredths = static_cast<long long>(took.count() * 100);
  const Model& shown = latest_of(*judgement).model;
  std::cout << "Read " << counted(read.repositories, "repository") << " and "
            << counted(read.commits, "commit") << ": "
            << counted(judgement->versions.size(), "version") << "; in "
            << visible(shown.version.name) << " " << counted(shown.documents.size(), "document")
            << " and " << counted(present_files(shown), "evidence file") << ".\n";
  std::cout << visible(latest_of(*judgement).model.version.name) << ": "
            << verdict_line(latest_of(*judgement)) << '\n';
  say_reasons(latest_of(*judgement));
  std::cout << "Wrote " << counted(report->files, "file") << " ("
            << counted(report->folders_changed, "folder") << " new or changed, "
            << report->folders_unchanged << " untouched) in " << hundredths / 100 << '.'
            << hundredths / 10 % 10 << hundredths % 10 << " s.\n";
  std::cout << (options.output / latest_of(*judgement).model.version.folder / "index.html")
                   .generic_string()
            << '\n';
  return finish(*judgement, ExitCode::ok);
}

}  // namespace muster
