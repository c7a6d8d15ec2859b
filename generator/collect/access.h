// One repository of the workspace, opened: the checks of repository.h and its objects.
#pragma once

#include "collect/collect.h"
#include "collect/git.h"
#include "collect/repository.h"

namespace muster {

struct Access {
  Repository repository;
  ObjectStore store;
};

/// A path that the operator can type: for errors, never for pages.
std::string typed_path(const Workspace& workspace, RepoId repo, const CollectOptions& options);

Result<Access> open_repository(const Workspace& workspace, RepoId repo,
                               const CollectOptions& options);

}  // namespace muster
