// The history of one repository: all commits once, and which paths each of them changed.
#pragma once

#include <set>

#include "collect/git.h"
#include "collect/notices.h"
#include "domain/snapshot.h"

namespace muster {

/// Fills `commits`, `index` and `changes` from the tags, branches and head that `history` names.
/// Commits of `cut` have no parents (a shallow clone).
void walk_history(ObjectStore& store, const std::set<ObjectId>& cut, const Limits& limits,
                  RepoHistory& history, Notices& notices);

}  // namespace muster
