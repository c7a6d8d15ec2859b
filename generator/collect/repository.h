// Where a repository keeps its things, checked before anything of it is opened: owner, kind of
// every file, links to elsewhere, and the format.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace muster {

struct Repository {
  std::filesystem::path worktree;  // its top; empty when bare
  std::filesystem::path git;       // HEAD and the index
  std::filesystem::path common;    // objects, references, configuration: of all worktrees
  std::string name;                // how notices name it
  std::string shown;               // how errors name it: a path that the operator can type
  bool partial = false;            // a partial clone: blobs may be elsewhere
  std::vector<Diagnostic> notices;

  bool bare() const { return worktree.empty(); }
};

/// What is asked for: the folder, and its names as in Repository.
struct RepositoryPlace {
  std::filesystem::path location;
  std::string name;
  std::string shown;
};

/// The repository whose top (or bare folder) is that place; no parent folder is looked at. Errors,
/// each with the fix: not there, of another user and not `trusted`, not in regular files, with
/// objects elsewhere, or in a format that cannot be read.
Result<Repository> find_repository(const RepositoryPlace& place,
                                   const std::vector<std::filesystem::path>& trusted);

/// The bytes of a small file of a repository; empty where there is none. Anything but a regular
/// file is an error that says so: a pipe would block, a link could lead anywhere.
Result<std::string> read_git_file(const std::filesystem::path& path, std::size_t limit,
                                  const std::string& shown);

}  // namespace muster
