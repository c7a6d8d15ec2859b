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
std::optional<TemplateFolder> template_overrides(const Workspace& workspace) {
  if (workspace.site.templates.empty()) return std::nullopt;
  return TemplateFolder{workspace.repos[RepoId(0)].location, workspace.site.templates};
}

std::size_t present_files(const Model& model) {
  return static_cast<std::size_t>(std::count_if(
      model.evidence.begin(), model.evidence.end(),
      [](const Evidence& evidence) { return evidence.state == EvidenceState::present; }));
}

void say_summary(const Judgement& judgement, const PublishReport& report,
                 std::chrono::duration<double> took, const std::filesystem::path& output) {
  const ReadCounts& read = judgement.counts;
  const Judged& tip = tip_state(judgement);
  const Model& shown = tip.model;
  const auto hundredths = static_cast<long long>(took.count() * 100);
  std::cout << "Read " << counted(read.repositories, "repository") << " and "
            << counted(read.commits, "commit") << ": "
            << counted(judgement.versions.size(), "version") << "; in "
            << visible(shown.version.name) << " " << counted(shown.documents.size(), "document")
            << " and " << counted(present_files(shown), "evidence file") << ".\n";
  std::cout << visible(shown.version.name) << ": " << verdict_line(tip) << '\n';
  say_reasons(tip);
  std::cout << "Wrote " << counted(report.files, "file") << " ("
            << counted(report.folders_changed, "folder") << " new or changed, "
            << report.folders_unchanged << " untouched) in " << hundredths / 100 << '.'
            << hundredths / 10 % 10 << hundredths % 10 << " s.\n";
  std::cout << visible((output / shown.version.folder / "index.html").generic_string()) << '\n';
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
  say_summary(*judgement, *report, std::chrono::steady_clock::now() - begin, options.output);
  return finish(*judgement, ExitCode::ok);
}

}  // namespace muster
