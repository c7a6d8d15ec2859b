// One walk over all commits, then for each commit one merge of its sorted tree with those of all
// its parents. Equal ids are skipped, so the work follows what changed and not what there is.
#include "collect/history.h"

#include <algorithm>
#include <queue>
#include <tuple>

#include "base/path.h"
#include "base/text.h"
#include "collect/objects.h"
#include "collect/trees.h"

namespace muster {

namespace {

constexpr std::size_t kCommitObject = 16u << 20;  // bytes
constexpr std::size_t kChanges = 10'000'000;      // per repository

// ---- commits
// -------------------------------------------------------------------------------------

class CommitWalk {
 public:
  CommitWalk(ObjectStore& store, const std::set<ObjectId>& cut, const Limits& limits,
             Notices& notices)
      : store_(store), cut_(cut), limits_(limits), notices_(notices) {}

  void start(const ObjectId& id) { read(id, "it is the tip of a branch or tag"); }

  /// Reads on, the newest first, so that a limit cuts off the oldest.
  void run() {
    while (!queue_.empty()) {
      const std::size_t at = std::get<2>(queue_.top());
      queue_.pop();
      std::vector<ObjectId> readable;
      const std::vector<ObjectId> parents = commits_[at].parents;
      for (const ObjectId& parent : parents)
        if (read(parent, cat({"it is a parent of ", commits_[at].id.short_hex()})))
          readable.push_back(parent);
      if (readable.size() != parents.size()) {
        commits_[at].defects.push_back("a parent cannot be read");
        incomplete_.insert(commits_[at].id);
      }
      commits_[at].parents = std::move(readable);
    }
    if (limited_)
      notices_.add("limit", make_notice(Severity::warning, "limit-exceeded",
                                        cat({"the history has more than ",
                                             number(static_cast<long long>(limits_.commits)),
                                             " commits; older ones are not read"}),
                                        "raise `commits` below `limits` in muster.yaml"));
  }

  /// Commits with a parent that cannot be read: what they changed is not known.
  const std::set<ObjectId>& incomplete() const { return incomplete_; }

  /// Parents before children; of those that are ready, the older first, then by id.
  std::vector<Commit> in_order() {
    std::vector<std::size_t> waiting(commits_.size(), 0);
    std::vector<std::vector<std::size_t>> children(commits_.size());
    using Key = std::tuple<Instant, ObjectId, std::size_t>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> ready;
    const auto add = [&](std::size_t i) {
      ready.emplace(commits_[i].commit_time, commits_[i].id, i);
    };
    for (std::size_t i = 0; i < commits_.size(); ++i) {
      waiting[i] = commits_[i].parents.size();
      for (const ObjectId& parent : commits_[i].parents) children[known_.at(parent)].push_back(i);
      if (waiting[i] == 0) add(i);
    }
    std::vector<Commit> ordered;
    ordered.reserve(commits_.size());
    while (!ready.empty()) {
      const std::size_t i = std::get<2>(ready.top());
      ready.pop();
      for (const std::size_t child : children[i])
        if (--waiting[child] == 0) add(child);
      ordered.push_back(std::move(commits_[i]));
    }
    return ordered;
  }

 private:
  /// Whether there is such a commit; an unreadable one is a notice, once.
  bool read(const ObjectId& id, const std::string& why) {
    const auto at = known_.find(id);
    if (at != known_.end()) return at->second != kUnread;
    if (commits_.size() >= limits_.commits) {
      limited_ = true;
      return false;
    }
    const RawObject object = store_.read(id, kCommitObject);
    if (object.kind != ObjectKind::commit) {
      known_[id] = kUnread;
      const std::string problem =
          object.kind == ObjectKind::none ? object.problem : "is not a commit";
      Diagnostic notice = make_notice(Severity::warning, "source-incomplete",
                                      cat({"commit ", id.hex(), " ", problem}),
                                      "fetch it, or clone the repository anew");
      notice.notes.push_back(why);
      notices_.add("commit", std::move(notice));
      return false;
    }
    Commit commit = parse_commit(id, object.bytes);
    note_defects(commit);
    if (cut_.contains(id)) commit.parents.clear();
    known_[id] = commits_.size();
    queue_.emplace(commit.commit_time, id, commits_.size());
    commits_.push_back(std::move(commit));
    return true;
  }

  void note_defects(const Commit& commit) {
    if (commit.defects.empty()) return;
    Diagnostic notice = make_notice(
        Severity::note, commit.credible_time ? "source-incomplete" : "date-unclear",
        cat({"commit ", commit.id.short_hex(), " is malformed: ", commit.defects.front()}));
    notice.notes.assign(commit.defects.begin() + 1, commit.defects.end());
    if (!commit.credible_time) notice.notes.push_back("its date is not credible");
    notices_.add(notice.rule, std::move(notice));
  }

  static constexpr std::size_t kUnread = SIZE_MAX;
  ObjectStore& store_;
  const std::set<ObjectId>& cut_;
  const Limits& limits_;
  Notices& notices_;
  std::vector<Commit> commits_;
  std::map<ObjectId, std::size_t> known_;
  std::priority_queue<std::tuple<Instant, ObjectId, std::size_t>> queue_;
  std::set<ObjectId> incomplete_;
  bool limited_ = false;
};

// ---- changes
// -------------------------------------------------------------------------------------

using MaybeTree = std::optional<ObjectId>;

std::optional<ObjectId> id_of(const TreeEntry* entry, TreeEntryKind kind) {
  if (entry == nullptr || entry->kind != kind) return std::nullopt;
  return entry->id;
}

class ChangeWalk {
 public:
  ChangeWalk(ObjectStore& store, const Limits& limits, std::vector<Change>& changes,
             Notices& notices)
      : trees_(store), limits_(limits), changes_(changes), notices_(notices) {}

  /// The paths at which a commit differs from every parent.
  void compare(const RepoHistory& history, std::size_t at) {
    const Commit& commit = history.commits[at];
    const std::size_t first = changes_.size();
    commit_ = at;
    commit_name_ = commit.id.short_hex();
    visited_ = 0;
    std::vector<MaybeTree> parents;
    for (const ObjectId& parent : commit.parents)
      parents.emplace_back(history.commits[history.index.at(parent)].tree);
    const MaybeTree mine = commit.tree;
    if (std::find(parents.begin(), parents.end(), mine) == parents.end())
      compare_trees(mine, parents, "", 0);
    std::sort(changes_.begin() + static_cast<std::ptrdiff_t>(first), changes_.end(),
              [](const Change& a, const Change& b) { return a.path < b.path; });
    if (visited_ > limits_.tree_entries)
      notices_.add("limit",
                   make_notice(Severity::warning, "limit-exceeded",
                               cat({"commit ", commit.id.short_hex(),
                                    " changes more entries than are read; its list is cut"}),
                               "raise `tree-entries` below `limits` in muster.yaml"));
  }

  /// Names of today's files are told with each version; here they only count.
  void note_unsafe_names() {
    if (unsafe_.empty()) return;
    const bool one = unsafe_.size() == 1;
    const std::string shown =
        unsafe_.begin()->empty() ? "an empty one" : in_quotes(*unsafe_.begin());
    notices_.add("unsafe",
                 make_notice(Severity::note, "source-incomplete",
                             cat({number(static_cast<long long>(unsafe_.size())),
                                  one ? " unsafe name in the history is left out: "
                                      : " unsafe names in the history are left out, such as ",
                                  shown})));
  }

  bool full() const { return changes_.size() > kChanges; }

 private:
  /// `mine` and each of `parents` differ.
  void compare_trees(const MaybeTree& mine, const std::vector<MaybeTree>& parents,
                     const std::string& prefix, std::size_t depth) {
    if (depth > limits_.tree_depth) return;
    std::vector<std::shared_ptr<const Tree>> trees;  // mine is the first
    trees.push_back(read(mine));
    for (const MaybeTree& parent : parents) trees.push_back(read(parent));
    // What cannot be read may be equal: no change is claimed there.
    if (std::find(trees.begin(), trees.end(), nullptr) != trees.end()) return;

    std::vector<std::size_t> next(trees.size(), 0);
    std::vector<const TreeEntry*> row(trees.size());
    while (pick_row(trees, next, row)) {
      if (++visited_ > limits_.tree_entries || full()) return;
      compare_row(row, prefix, depth);
    }
  }

  /// The entries of the least name that is left, one of each tree or null.
  static bool pick_row(const std::vector<std::shared_ptr<const Tree>>& trees,
                       std::vector<std::size_t>& next, std::vector<const TreeEntry*>& row) {
    const std::string* least = nullptr;
    for (std::size_t i = 0; i < trees.size(); ++i) {
      if (next[i] == trees[i]->entries.size()) continue;
      const std::string& name = trees[i]->entries[next[i]].name;
      if (least == nullptr || name < *least) least = &name;
    }
    if (least == nullptr) return false;
    for (std::size_t i = 0; i < trees.size(); ++i) {
      const std::vector<TreeEntry>& entries = trees[i]->entries;
      const bool here = next[i] < entries.size() && entries[next[i]].name == *least;
      row[i] = here ? &entries[next[i]++] : nullptr;
    }
    return true;
  }

  void compare_row(const std::vector<const TreeEntry*>& row, const std::string& prefix,
                   std::size_t depth) {
    const auto differs = [&](TreeEntryKind kind) {
      const std::optional<ObjectId> mine = id_of(row.front(), kind);
      if (row.size() == 1) return mine.has_value();
      return std::all_of(row.begin() + 1, row.end(),
                         [&](const TreeEntry* parent) { return id_of(parent, kind) != mine; });
    };
    const bool file = differs(TreeEntryKind::file);
    const bool tree = differs(TreeEntryKind::tree);
    if (!file && !tree) return;
    const auto named = std::find_if(row.begin(), row.end(), [](auto entry) { return entry; });
    const std::string path = prefix + (*named)->name;
    if (!path_problem(path).empty()) {
      unsafe_.insert(shorten(path, 80));
      return;
    }
    if (file) changes_.push_back({commit_, path, id_of(row.front(), TreeEntryKind::file)});
    if (!tree) return;
    std::vector<MaybeTree> parents;
    for (std::size_t i = 1; i < row.size(); ++i)
      parents.push_back(id_of(row[i], TreeEntryKind::tree));
    compare_trees(id_of(row.front(), TreeEntryKind::tree), parents, path + "/", depth + 1);
  }

  std::shared_ptr<const Tree> read(const MaybeTree& id) {
    if (!id) return none_;
    std::string problem;
    std::shared_ptr<const Tree> tree = trees_.read(*id, problem);
    if (!tree && unread_.insert(*id).second)
      notices_.add("tree", make_notice(Severity::warning, "source-incomplete",
                                       cat({"a folder of commit ", commit_name_,
                                            " is not read: object ", id->hex(), " ", problem}),
                                       "fetch it, or clone the repository anew"));
    if (tree)
      for (const TreeDefect& defect : tree->defects) unsafe_.insert(defect.name);
    return tree;
  }

  TreeReader trees_;
  const Limits& limits_;
  std::vector<Change>& changes_;
  Notices& notices_;
  const std::shared_ptr<const Tree> none_ = std::make_shared<const Tree>();
  std::set<ObjectId> unread_;
  std::set<std::string> unsafe_;
  std::string commit_name_;
  std::size_t commit_ = 0;
  std::size_t visited_ = 0;
};

}  // namespace

void walk_history(ObjectStore& store, const std::set<ObjectId>& cut, const Limits& limits,
                  RepoHistory& history, Notices& notices) {
  CommitWalk walk(store, cut, limits, notices);
  if (history.head) walk.start(*history.head);
  for (const Ref& ref : history.branches) walk.start(ref.commit);
  for (const Ref& ref : history.tags) walk.start(ref.commit);
  walk.run();
  history.commits = walk.in_order();
  for (std::size_t i = 0; i < history.commits.size(); ++i)
    history.index.emplace(history.commits[i].id, i);

  ChangeWalk changes(store, limits, history.changes, notices);
  for (std::size_t i = 0; i < history.commits.size() && !changes.full(); ++i)
    if (!walk.incomplete().contains(history.commits[i].id)) changes.compare(history, i);
  changes.note_unsafe_names();
  if (changes.full())
    notices.add("limit", make_notice(Severity::warning, "limit-exceeded",
                                     "the history changes more than 10,000,000 files; what "
                                     "newer commits changed is not read"));
}

}  // namespace muster
