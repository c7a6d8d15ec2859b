// Commits, trees and tags from their raw bytes, read tolerantly: one malformed object of long ago
// must not hide the history around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/snapshot.h"

namespace muster {

/// A commit of any bytes; what is malformed is replaced, and said in its defects.
Commit parse_commit(const ObjectId& id, std::string_view bytes);

enum class TreeEntryKind { tree, file, link, submodule };

struct TreeEntry {
  std::string name;  // one safe component
  ObjectId id;
  TreeEntryKind kind = TreeEntryKind::file;
};

/// An entry that is left out.
struct TreeDefect {
  std::string name;    // as stored, escaped so that it can be shown
  std::string reason;  // the end of the sentence "the name …"
};

struct Tree {
  std::vector<TreeEntry> entries;  // sorted by name (bytes), no name twice
  std::vector<TreeDefect> defects;
};

Tree parse_tree(std::string_view bytes);

/// What a tag object names; none where its bytes do not say.
std::optional<ObjectId> parse_tag(std::string_view bytes);

}  // namespace muster
