// What git holds: commits, the history of each repository, and the files of each version. Made by
// collect.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/workspace.h"

namespace muster {

/// A git object id (SHA-1).
struct ObjectId {
  std::array<std::uint8_t, 20> bytes{};

  auto operator<=>(const ObjectId&) const = default;
  std::string hex() const;
  std::string short_hex() const;  // the first seven digits
  /// 40 hexadecimal digits, or none.
  static std::optional<ObjectId> from_hex(std::string_view text);
};

/// A commit, read tolerantly: what is malformed is replaced and said in `defects`.
struct Commit {
  ObjectId id;
  ObjectId tree;
  std::vector<ObjectId> parents;
  std::string author;  // name, valid UTF-8
  std::string committer;
  Instant author_time;
  Instant commit_time;
  bool credible_time = true;  // false: missing, malformed, or outside 1980 to 2100
  std::string subject;        // first line of the message
  std::vector<std::string> defects;
};

/// One path changed by one commit, against every parent of it.
struct Change {
  std::size_t commit = 0;  // index into RepoHistory::commits
  std::string path;
  std::optional<ObjectId> blob;  // none = removed
};

/// A tag or a branch, resolved to its commit when collect began.
struct Ref {
  std::string name;  // "v1.0.0", "main"; valid UTF-8
  ObjectId commit;
};

struct RepoHistory {
  RepoId repo;
  std::vector<Commit> commits;  // parents before children; of equals, the older first
  std::vector<Change> changes;  // in the order of commits, then by path
  std::vector<Ref> tags;        // by name
  std::vector<Ref> branches;    // by name
  std::string head_branch;      // empty when detached
  std::optional<ObjectId> head;
  std::optional<Diagnostic> cut;          // of a shallow clone that the operator accepts: where
  std::vector<Diagnostic> notices;        // what could not be read, one sentence each
  std::map<ObjectId, std::size_t> index;  // of commits
};

enum class EntryKind { file, link, submodule };

/// What the workspace's globs make of a file. Other files are evidence all the same once somebody
/// cites them.
enum class FileUse { other, document, evidence };

struct FileEntry {
  std::string path;  // validated: relative, no "..", no control characters
  ObjectId blob;
  EntryKind kind = EntryKind::file;
  FileUse use = FileUse::other;
};

/// The files of one repository at one commit, by path.
struct Snapshot {
  RepoId repo;
  std::optional<Commit> commit;  // none: the repository had nothing at that time
  std::vector<FileEntry> files;  // sorted by path (bytes)
  std::vector<Diagnostic> notices;

  const FileEntry* find(std::string_view path) const;
  bool has_folder(std::string_view path) const;
};

enum class VersionKind { tag, review, branch, latest, draft };

/// A named state of all repositories. `folder` is its address on the site: "latest", "v/1.0.0",
/// "branch/next", "draft".
struct Version {
  std::string name;
  VersionKind kind = VersionKind::tag;
  std::string folder;
  Instant time;                     // of the workspace's commit; for latest and draft, "as of"
  std::vector<Snapshot> snapshots;  // by RepoId; the first is the workspace
  Policy policy;
  Vocabulary vocabulary;

  bool frozen() const { return kind == VersionKind::tag || kind == VersionKind::review; }
  const Snapshot& workspace() const { return snapshots.front(); }
};

/// Bytes by object id: each distinct blob once. A blob that could not be read has a reason instead.
struct Blob {
  std::shared_ptr<const std::string> bytes;  // null = not read
  std::string problem;                       // why not, in words; empty = it was read
  std::size_t size = 0;
  bool lost = false;  // the repository should have it: it is missing or damaged, not too large
};
using Blobs = std::map<ObjectId, Blob>;

}  // namespace muster
