// Finding a commit in a history: by the name that somebody wrote, or by date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/snapshot.h"

namespace muster {

/// A full or abbreviated commit id, a tag, a branch, or one of them with `refs/…` or `origin/`
/// before it. None where it names no commit, or several.
const Commit* find_commit(const RepoHistory& history, std::string_view ref);

const Commit* commit_of(const RepoHistory& history, const ObjectId& id);
const Ref* find_ref(const std::vector<Ref>& refs, std::string_view name);

/// The commit at the tip of a branch; of the one checked out where `branch` is empty.
const Commit* tip_of(const RepoHistory& history, std::string_view branch);

/// What `tip` had been at that time: among it and its first parents, the one with the newest
/// committer date up to it. Dates that are not credible do not count.
const Commit* commit_at(const RepoHistory& history, const Commit& tip, Instant time);

/// The committer date; where it is not credible, the newest one before it that is. None where none
/// is.
std::optional<Instant> credible_time(const RepoHistory& history, const Commit& commit);

}  // namespace muster
