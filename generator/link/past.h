// What history says of paths, as far as one version can see it: only commits that lead to its pin.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/snapshot.h"

namespace muster {

/// A file that is not there any more.
struct RemovedFile {
  ObjectId blob;                     // the last one
  std::optional<Commit> brought_by;  // the commit that made it so
  std::optional<Commit> removed_by;
};

class Past {
 public:
  /// `history` outlives this; null where the repository has none.
  Past(const RepoHistory* history, const Snapshot& snapshot);

  /// The last commit that gave the path this blob.
  std::optional<Commit> brought(std::string_view path, const ObjectId& blob) const;
  /// None where the path never was in this history.
  std::optional<RemovedFile> removed(std::string_view path) const;

 private:
  const RepoHistory* history_ = nullptr;
  std::unordered_map<std::string_view, std::vector<std::size_t>> changes_;  // asked by path only
};

}  // namespace muster
