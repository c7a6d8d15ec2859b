#include "collect/worktree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/path.h"
#include "base/text.h"
#include "collect/git.h"
#include "collect/notices.h"

namespace muster {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kIndexBytes = 1u << 30;
constexpr std::size_t kExcludeBytes = 1u << 20;

class WorktreeWalk {
 public:
  WorktreeWalk(const fs::path& top, const IgnoreRules& ignored, const Limits& limits,
               std::int64_t index_time)
      : top_(top), ignored_(ignored), limits_(limits), index_time_(index_time) {}

  void track(const std::vector<IndexEntry>& entries) {
    for (const IndexEntry& entry : entries) {
      tracked_.insert(entry.path);
      for (std::size_t i = entry.path.find('/'); i != std::string::npos;
           i = entry.path.find('/', i + 1))
        tracked_folders_.insert(entry.path.substr(0, i));
      if (safe(entry.path)) add_tracked(entry);
    }
  }

  void find_untracked(const std::string& prefix, std::size_t depth) {
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(top_ / prefix, error))
      names.push_back(entry.path().filename().string());
    if (error) unread(prefix, error.message());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      if (++seen_ > limits_.tree_entries) return exceeded();
      if (name != ".git") add_untracked(prefix + name, depth);
    }
  }

  /// A pipe in place of a .gitignore would block who reads it.
  bool plain_ignore_file(const std::string& prefix) {
    struct stat status {};
    const std::string path = prefix + ".gitignore";
    if (!stat_of(path, status) || S_ISREG(status.st_mode)) return true;
    if (!error_)
      error_ = make_error(ExitCode::source, cat({in_quotes(path), " is not a regular file"}),
                          "remove it, or build without --worktree");
    return false;
  }

  Result<WorktreeState> take() {
    if (error_) return *error_;
    std::sort(state_.files.begin(), state_.files.end(),
              [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    state_.notices = notices_.take();
    return std::move(state_);
  }

 private:
  bool stat_of(const std::string& path, struct stat& status) const {
    return lstat((top_ / path).c_str(), &status) == 0;
  }

  bool safe(const std::string& path) {
    const std::string_view problem = path_problem(path);
    if (problem.empty()) return true;
    notices_.add("unsafe", make_notice(Severity::note, "source-incomplete",
                                       cat({in_quotes(path), " is left out: the name ", problem}),
                                       "rename it"));
    return false;
  }

  void unread(const std::string& path, const std::string& reason) {
    Diagnostic notice =
        make_notice(Severity::warning, "source-incomplete",
                    cat({in_quotes(path), " of the worktree is not read: ", reason}));
    notice.path = path;
    notices_.add("unread", std::move(notice));
  }

  void exceeded() {
    if (limited_) return;
    limited_ = true;
    notices_.add("limit", make_notice(Severity::warning, "limit-exceeded",
                                      "the worktree has more entries than are read",
                                      "raise `tree-entries` below `limits` in muster.yaml"));
  }

  /// Whether git would take the file to be as the index has it, without reading it.
  bool unchanged(const IndexEntry& entry, const struct stat& status) const {
    return status.st_mtim.tv_sec == entry.mtime_seconds &&
           status.st_mtim.tv_nsec == entry.mtime_nanoseconds &&
           static_cast<std::uint32_t>(status.st_size) == entry.size &&
           entry.mtime_seconds < index_time_;
  }

  /// No folder of the path is a link: git would not look behind one either.
  bool behind_link(const std::string& path) const {
    struct stat status {};
    for (std::size_t i = path.find('/'); i != std::string::npos; i = path.find('/', i + 1))
      if (stat_of(path.substr(0, i), status) && S_ISLNK(status.st_mode)) return true;
    return false;
  }

  void put(const std::string& path, const ObjectId& blob, EntryKind kind) {
    FileEntry& file = state_.files.emplace_back();
    file.path = path;
    file.blob = blob;
    file.kind = kind;
  }

  void add_tracked(const IndexEntry& entry) {
    struct stat status {};
    if ((entry.mode & S_IFMT) == 0160000) return put(entry.path, entry.id, EntryKind::submodule);
    const bool link = (entry.mode & S_IFMT) == S_IFLNK;
    if (entry.skipped) return put(entry.path, entry.id, link ? EntryKind::link : EntryKind::file);
    if (behind_link(entry.path) || !stat_of(entry.path, status)) return;
    if (S_ISREG(status.st_mode) && !link && unchanged(entry, status))
      return put(entry.path, entry.id, EntryKind::file);
    add_from_disk(entry.path, status);
  }

  void add_from_disk(const std::string& path, const struct stat& status) {
    if (S_ISLNK(status.st_mode)) {
      std::error_code error;
      const fs::path target = fs::read_symlink(top_ / path, error);
      if (!error) put(path, blob_id(target.string()), EntryKind::link);
      return;
    }
    if (S_ISDIR(status.st_mode)) return;
    if (!S_ISREG(status.st_mode)) return unread(path, "it is not a regular file");
    const std::size_t most = std::max(limits_.issue_file, limits_.evidence_file);
    const std::size_t size = static_cast<std::size_t>(status.st_size);
    if (size > most) return put_too_large(path, size, most);
    Result<std::string> bytes = read_file(top_ / path, most, false);
    if (!bytes) return unread(path, bytes.error().diagnostic.message);
    const ObjectId id = blob_id(*bytes);
    Blob& blob = state_.blobs[id];
    blob.size = bytes->size();
    blob.bytes = std::make_shared<const std::string>(std::move(*bytes));
    put(path, id, EntryKind::file);
  }

  /// A file whose bytes are not read, and so not its id: one of its name and size stands in.
  void put_too_large(const std::string& path, std::size_t size, std::size_t most) {
    const ObjectId id = blob_id(cat({path, "\n", number(static_cast<long long>(size))}));
    Blob& blob = state_.blobs[id];
    blob.size = size;
    blob.problem = cat({"it ", over_limit(size, most)});
    put(path, id, EntryKind::file);
  }

  void add_untracked(const std::string& path, std::size_t depth) {
    struct stat status {};
    if (!stat_of(path, status)) return;
    if (S_ISDIR(status.st_mode)) return enter(path, depth);
    if (tracked_.contains(path) || ignored_.ignores(path)) return;
    if (safe(path)) add_from_disk(path, status);
  }

  void enter(const std::string& path, std::size_t depth) {
    struct stat status {};
    if (tracked_.contains(path)) return;  // a submodule
    // Another repository that lies in this one.
    if (stat_of(path + "/.git", status)) return;
    if (!tracked_folders_.contains(path) && ignored_.ignores(path + "/")) return;
    if (!plain_ignore_file(path + "/")) return;
    if (depth + 1 > limits_.tree_depth) return exceeded();
    find_untracked(path + "/", depth + 1);
  }

  const fs::path& top_;
  const IgnoreRules& ignored_;
  const Limits& limits_;
  std::int64_t index_time_;
  WorktreeState state_;
  Notices notices_;
  std::set<std::string> tracked_;
  std::set<std::string> tracked_folders_;
  std::optional<Error> error_;
  std::size_t seen_ = 0;
  bool limited_ = false;
};

}  // namespace

Result<WorktreeState> read_worktree(const Repository& repository, const Limits& limits) {
  if (repository.bare())
    return make_error(ExitCode::usage,
                      cat({"the repository at ", shown_path(repository.shown), " has no worktree"}),
                      "leave --worktree out, or name a repository that is not bare");
  const fs::path index_file = repository.git / "index";
  struct stat status {};
  std::vector<IndexEntry> entries;
  if (lstat(index_file.c_str(), &status) == 0) {
    if (!S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) > kIndexBytes)
      return make_error(ExitCode::source, "the index of the worktree is not a regular file",
                        "make it new with `git reset`");
    Result<std::vector<IndexEntry>> read = read_index(index_file);
    if (!read) return read.error();
    entries = std::move(*read);
  }
  const Result<std::string> exclude =
      read_git_file(repository.common / "info" / "exclude", kExcludeBytes, repository.shown);
  if (!exclude) return exclude.error();
  const Result<IgnoreRules> ignored = IgnoreRules::open(repository.worktree, *exclude);
  if (!ignored) return ignored.error();

  WorktreeWalk walk(repository.worktree, *ignored, limits, status.st_mtim.tv_sec);
  walk.track(entries);
  if (walk.plain_ignore_file("")) walk.find_untracked("", 0);
  return walk.take();
}

}  // namespace muster
