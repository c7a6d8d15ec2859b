// What muster asks of libgit2: raw objects by id, the entries of an index file, ignore rules, and
// the id of bytes. No repository of libgit2's is ever opened, so no configuration, hook, filter or
// reference of a hostile repository reaches it. git.cc is the only file that includes git2.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/snapshot.h"

struct git_odb;
struct git_repository;

namespace muster {

enum class ObjectKind { none, commit, tree, blob, tag };

/// An object as it is stored. Without a kind it could not be read, and `problem` says why.
struct RawObject {
  ObjectKind kind = ObjectKind::none;
  std::string bytes;
  std::size_t size = 0;  // told also where it was over the limit
  std::string problem;   // the end of the sentence "object … "; "is missing"
};

/// "has 100 bytes, over the limit of 50"
std::string over_limit(std::size_t size, std::size_t limit);

/// The objects of one repository: its packs by libgit2, one by one (an index over several packs is
/// not needed, and a damaged one crashes the library), loose ones by loose.cc. Not for use by
/// several threads at once.
class ObjectStore {
 public:
  /// `objects` was checked before: a real folder without alternates.
  static Result<ObjectStore> open(const std::filesystem::path& objects);

  /// An object of at most `limit` bytes.
  RawObject read(const ObjectId& id, std::size_t limit);

 private:
  struct Free {
    void operator()(git_odb* odb) const;
  };
  bool open_packs();
  std::optional<RawObject> read_packed(const ObjectId& id, std::size_t limit);

  std::unique_ptr<git_odb, Free> packs_;
  std::vector<std::string> pack_names_;
  std::filesystem::path folder_;
};

/// The id that git gives to a file of these bytes.
ObjectId blob_id(std::string_view bytes);

/// A file that the index tracks.
struct IndexEntry {
  std::string path;  // not validated
  ObjectId id;
  std::uint32_t mode = 0;
  bool skipped = false;  // not checked out on purpose (a sparse checkout)
  std::int64_t mtime_seconds = 0;
  std::int64_t mtime_nanoseconds = 0;
  std::uint32_t size = 0;
};

/// The entries of an index file, conflicts once; none where there is no such file.
Result<std::vector<IndexEntry>> read_index(const std::filesystem::path& file);

/// The .gitignore files of a worktree, and the bytes of info/exclude.
class IgnoreRules {
 public:
  static Result<IgnoreRules> open(const std::filesystem::path& worktree,
                                  const std::string& exclude);

  /// `path` is relative to the worktree; a folder ends in a slash.
  bool ignores(const std::string& path) const;

 private:
  struct Free {
    void operator()(git_repository* repository) const;
  };
  std::unique_ptr<git_repository, Free> repository_;
};

}  // namespace muster
