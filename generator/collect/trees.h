// Trees of one repository by id, each parsed once while it is in use; and the files of a commit as
// a flat list.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "collect/git.h"
#include "collect/objects.h"
#include "domain/workspace.h"

namespace muster {

class TreeReader {
 public:
  explicit TreeReader(ObjectStore& store) : store_(store) {}

  /// Null where it cannot be read; `problem` is then the end of the sentence "object … ".
  std::shared_ptr<const Tree> read(const ObjectId& id, std::string& problem);

 private:
  struct Hash {
    std::size_t operator()(const ObjectId& id) const;
  };
  struct Slot {
    std::shared_ptr<const Tree> tree;
    std::string problem;
  };
  ObjectStore& store_;
  std::unordered_map<ObjectId, Slot, Hash> memo_;  // never iterated
  std::size_t entries_ = 0;                        // in the memo
};

/// The files below a tree, sorted by path, with the kind of each; `use` is left for selection.
/// What is unsafe, unreadable or over a limit is left out with a notice.
struct Listing {
  std::vector<FileEntry> files;
  std::vector<Diagnostic> notices;
};
Listing list_files(TreeReader& trees, const ObjectId& tree, const Limits& limits);

}  // namespace muster
