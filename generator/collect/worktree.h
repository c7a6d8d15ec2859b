// The state of the worktree that is in no commit: tracked files as they are on disk, and untracked
// ones that are not ignored.
#pragma once

#include "collect/repository.h"
#include "domain/snapshot.h"

namespace muster {

struct WorktreeState {
  std::vector<FileEntry> files;  // sorted by path; `use` is left for selection
  Blobs blobs;                   // bytes of the files that are not as in the index
  std::vector<Diagnostic> notices;
};

Result<WorktreeState> read_worktree(const Repository& repository, const Limits& limits);

}  // namespace muster
