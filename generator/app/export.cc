// muster export: the model of one version as JSON.
#include <iostream>

#include "app/commands.h"
#include "app/judge.h"
#include "app/say.h"
#include "base/text.h"
#include "compose/compose.h"

namespace muster {

ExitCode run_export(const Options& options) {
  const Result<Judgement> judgement = judge(options);
  if (!judgement) return fail(judgement.error());
  say_notices(*judgement);
  const Judged* judged = find_version(*judgement, options.version);
  if (judged == nullptr) {
    std::vector<std::string> names;
    for (const Judged& version : judgement->versions) names.push_back(version.model.version.name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string_view near = did_you_mean(options.version, candidates);
    return fail(make_error(ExitCode::usage, cat({"there is no version “", options.version, "”"}),
                           near.empty() ? cat({"the versions are ", join(names, ", ")})
                                        : cat({"did you mean “", near, "”?"})));
  }
  std::cout << export_json(judgement->workspace, *judged);
  return finish(*judgement, ExitCode::ok);
}

}  // namespace muster
