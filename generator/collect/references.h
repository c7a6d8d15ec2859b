// Branches, tags and HEAD of a repository, read from its files and resolved to commits once, so
// that a push during the build changes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "collect/git.h"
#include "collect/notices.h"
#include "collect/repository.h"
#include "domain/snapshot.h"

namespace muster {

struct References {
  std::string head_branch;       // empty when detached
  std::optional<ObjectId> head;  // none: the branch checked out has no commit yet
  std::vector<Ref> tags;         // by name; only those of commits
  std::vector<Ref> branches;     // by name; those of `origin` too where no local one has the name
  std::vector<std::string> damaged;  // branches that lead to no commit, sorted
};

/// What cannot be resolved is a notice. An error where HEAD cannot be read at all.
Result<References> read_references(const Repository& repository, ObjectStore& store,
                                   Notices& notices);

}  // namespace muster
