// From the operator's options to every version judged: all stages up to compare, joined.
#pragma once

#include <vector>

#include "app/options.h"
#include "domain/timeline.h"

namespace muster {

/// What was read, for the line that says so.
struct ReadCounts {
  std::size_t repositories = 0;
  std::size_t commits = 0;
};

struct Judgement {
  Workspace workspace;
  std::vector<Judged> versions;  // oldest first; latest and draft last
  Timeline timeline;
  std::vector<Diagnostic> notices;  // about configuration and sources, for the terminal
  std::vector<std::string> losses;  // what of the sources could not be read, one sentence each
  ReadCounts counts;
};

Result<Judgement> judge(const Options& options);

/// The version of that name, or null: names are unique, and only what is now is called `latest` or
/// `draft`.
const Judged* find_version(const Judgement& judgement, std::string_view name);

/// The tip of the branch.
const Judged& tip_state(const Judgement& judgement);

/// The uncommitted state where it was asked for, else the tip of the branch.
const Judged& newest_state(const Judgement& judgement);

}  // namespace muster
