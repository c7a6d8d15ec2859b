#include "collect/trees.h"

#include <algorithm>
#include <cstring>

#include "base/path.h"
#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

constexpr std::size_t kTreeObject = 64u << 20;  // bytes
constexpr std::size_t kRememberedEntries = 1u << 20;

class Lister {
 public:
  Lister(TreeReader& trees, const Limits& limits) : trees_(trees), limits_(limits) {}

  void walk(const ObjectId& id, const std::string& prefix, std::size_t depth) {
    std::string problem;
    const std::shared_ptr<const Tree> tree = trees_.read(id, problem);
    if (!tree) return unread_folder(id, prefix, problem);
    for (const TreeDefect& defect : tree->defects) unsafe(prefix + defect.name, defect.reason);
    for (const TreeEntry& entry : tree->entries) {
      if (full_) return;
      add(entry, prefix + entry.name, depth);
    }
  }

  Listing take() {
    std::sort(files_.begin(), files_.end(),
              [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return {std::move(files_), notices_.take()};
  }

 private:
  void add(const TreeEntry& entry, const std::string& path, std::size_t depth) {
    if (++seen_ > limits_.tree_entries) {
      full_ = true;
      return exceeded("",
                      cat({"the tree has more than ", count(limits_.tree_entries),
                           " entries; the others are not read"}),
                      "raise `tree-entries` below `limits` in muster.yaml");
    }
    if (entry.kind == TreeEntryKind::tree) {
      if (depth + 1 > limits_.tree_depth)
        return exceeded(path,
                        cat({"folders lie more than ", count(limits_.tree_depth),
                             " deep; what is deeper is not read"}),
                        "raise `tree-depth` below `limits` in muster.yaml");
      return walk(entry.id, path + "/", depth + 1);
    }
    const std::string_view problem = path_problem(path);
    if (!problem.empty()) return unsafe(visible(path), problem);
    FileEntry& file = files_.emplace_back();
    file.path = path;
    file.blob = entry.id;
    file.kind = entry.kind == TreeEntryKind::link        ? EntryKind::link
                : entry.kind == TreeEntryKind::submodule ? EntryKind::submodule
                                                         : EntryKind::file;
  }

  static std::string count(std::size_t value) { return number(static_cast<long long>(value)); }

  void unsafe(const std::string& path, std::string_view reason) {
    notices_.add("unsafe", make_notice(Severity::note, "source-incomplete",
                                       cat({in_quotes(path), " is left out: the name ", reason}),
                                       "rename it"));
  }

  void unread_folder(const ObjectId& id, const std::string& prefix, const std::string& problem) {
    const std::string what =
        prefix.empty() ? "the tree of the commit" : cat({"folder ", in_quotes(prefix)});
    notices_.add("unread", make_notice(Severity::warning, "source-incomplete",
                                       cat({what, " is not read: object ", id.hex(), " ", problem}),
                                       "fetch it, or clone the repository anew"));
  }

  void exceeded(const std::string& path, std::string message, std::string help) {
    Diagnostic notice =
        make_notice(Severity::warning, "limit-exceeded", std::move(message), std::move(help));
    notice.path = path;
    notices_.add("limit", std::move(notice));
  }

  TreeReader& trees_;
  const Limits& limits_;
  std::vector<FileEntry> files_;
  Notices notices_;
  std::size_t seen_ = 0;
  bool full_ = false;
};

}  // namespace

std::size_t TreeReader::Hash::operator()(const ObjectId& id) const {
  std::size_t hash = 0;
  std::memcpy(&hash, id.bytes.data(), sizeof hash);
  return hash;
}

std::shared_ptr<const Tree> TreeReader::read(const ObjectId& id, std::string& problem) {
  const auto at = memo_.find(id);
  if (at != memo_.end()) {
    problem = at->second.problem;
    return at->second.tree;
  }
  if (entries_ > kRememberedEntries) {
    memo_.clear();
    entries_ = 0;
  }
  Slot slot;
  const RawObject object = store_.read(id, kTreeObject);
  if (object.kind == ObjectKind::tree) {
    slot.tree = std::make_shared<const Tree>(parse_tree(object.bytes));
    entries_ += slot.tree->entries.size();
  } else {
    slot.problem = object.kind == ObjectKind::none ? object.problem : "is not a tree";
  }
  ++entries_;
  problem = slot.problem;
  return memo_.emplace(id, std::move(slot)).first->second.tree;
}

Listing list_files(TreeReader& trees, const ObjectId& tree, const Limits& limits) {
  Lister lister(trees, limits);
  lister.walk(tree, "", 0);
  return lister.take();
}

}  // namespace muster
