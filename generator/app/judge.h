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

/// The first version of that kind, or null. What is now is found by its kind and never by its name,
/// which a tag or a review could have.
const Judged* find_version(const Judgement& judgement, VersionKind kind);

/// The version of that name, or null: names are unique.
const Judged* find_version(const Judgement& judgement, std::string_view name);

/// The state of now, without what is not committed.
const Judged& latest_of(const Judgement& judgement);

}  // namespace muster
