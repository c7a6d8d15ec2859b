#include "collect/git.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <mutex>

#include "base/text.h"
#include "collect/collect.h"
#include "collect/loose.h"
#include "collect/pack_index.h"

namespace muster {

namespace {

git_oid to_git(const ObjectId& id) {
  git_oid oid;
  std::copy(id.bytes.begin(), id.bytes.end(), oid.id);
  return oid;
}

ObjectId from_git(const git_oid& oid) {
  ObjectId id;
  std::copy_n(oid.id, id.bytes.size(), id.bytes.begin());
  return id;
}

ObjectKind kind_of(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return ObjectKind::commit;
    case GIT_OBJECT_TREE:
      return ObjectKind::tree;
    case GIT_OBJECT_BLOB:
      return ObjectKind::blob;
    case GIT_OBJECT_TAG:
      return ObjectKind::tag;
    default:
      return ObjectKind::none;
  }
}

ObjectId id_of(const RawObject& object) {
  const git_object_t type = object.kind == ObjectKind::commit ? GIT_OBJECT_COMMIT
                            : object.kind == ObjectKind::tree ? GIT_OBJECT_TREE
                            : object.kind == ObjectKind::blob ? GIT_OBJECT_BLOB
                                                              : GIT_OBJECT_TAG;
  git_oid oid{};
  git_odb_hash(&oid, object.bytes.data(), object.bytes.size(), type);
  return from_git(oid);
}

std::string problem_of(int code) {
  switch (code) {
    case GIT_ENOTFOUND:
      return "is missing";
    case GIT_EMISMATCH:
      return "is damaged: its content does not match its id";
    default:
      return "is damaged";
  }
}

/// The library's own words, copied at once: they belong to this thread's last call.
std::string last_words() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? visible(error->message) : "";
}

Error library_error(std::string message, std::string help) {
  std::string words = last_words();
  Error error = make_error(ExitCode::source, std::move(message), std::move(help));
  if (!words.empty()) error.diagnostic.notes.push_back(std::move(words));
  return error;
}

/// The library makes room for as many entries as an index claims to have.
bool claims_too_many(const std::filesystem::path& file) {
  constexpr std::uintmax_t kLeastEntry = 63;  // bytes
  std::array<unsigned char, 12> head{};       // magic, version, count
  std::ifstream stream(file, std::ios::binary);
  stream.read(reinterpret_cast<char*>(head.data()), head.size());
  std::uintmax_t count = 0;
  for (std::size_t i = 8; i < head.size(); ++i) count = count << 8 | head[i];
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  return !error && count > size / kLeastEntry;
}

}  // namespace

void prepare_git() {
  static std::once_flag once;
  std::call_once(once, [] {
    git_libgit2_init();
    for (const git_config_level_t level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                                           GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    // For the whole process only, so that trust in one path would be trust in all: the owner of
    // every repository is checked in repository.cc instead.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  });
}

void ObjectStore::Free::operator()(git_odb* odb) const { git_odb_free(odb); }

std::string over_limit(std::size_t size, std::size_t limit) {
  return cat({"has ", number(static_cast<long long>(size)), " bytes, over the limit of ",
              number(static_cast<long long>(limit))});
}

Result<ObjectStore> ObjectStore::open(const std::filesystem::path& objects) {
  prepare_git();
  ObjectStore store;
  store.folder_ = objects;
  store.open_packs();
  if (!store.packs_)
    return library_error("the objects of the repository cannot be read",
                         "see what `git fsck` says there");
  return store;
}

/// Whether there are other packs than before. One that cannot be opened is left out: what was in
/// it is then missing.
bool ObjectStore::open_packs() {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "pack", error))
    if (entry.path().extension() == ".idx") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  if (packs_ && names == pack_names_) return false;
  git_odb* odb = nullptr;
  if (git_odb_new(&odb) != 0) return false;
  packs_.reset(odb);
  for (const std::string& name : names) {
    const std::filesystem::path index = folder_ / "pack" / name;
    git_odb_backend* pack = nullptr;
    if (is_sound_pack_index(index) && git_odb_backend_one_pack(&pack, index.c_str()) == 0 &&
        git_odb_add_backend(odb, pack, 1) != 0)
      pack->free(pack);
  }
  pack_names_ = std::move(names);
  return true;
}

std::optional<RawObject> ObjectStore::read_packed(const ObjectId& id, std::size_t limit) {
  RawObject object;
  const git_oid oid = to_git(id);
  git_object_t type = GIT_OBJECT_INVALID;
  int code = git_odb_read_header(&object.size, &type, packs_.get(), &oid);
  if (code == GIT_ENOTFOUND) return std::nullopt;
  if (code == 0 && object.size > limit) {
    object.problem = over_limit(object.size, limit);
    return object;
  }
  git_odb_object* raw = nullptr;
  if (code == 0) code = git_odb_read(&raw, packs_.get(), &oid);
  if (code != 0) {
    object.problem = problem_of(code);
    return object;
  }
  object.size = git_odb_object_size(raw);
  object.bytes.assign(static_cast<const char*>(git_odb_object_data(raw)), object.size);
  object.kind = kind_of(git_odb_object_type(raw));
  git_odb_object_free(raw);
  if (object.kind == ObjectKind::none) object.problem = "is of a kind that git does not know";
  return object;
}

RawObject ObjectStore::read(const ObjectId& id, std::size_t limit) {
  std::optional<RawObject> object = read_packed(id, limit);
  if (object) return std::move(*object);
  const std::string hex = id.hex();
  object = read_loose(folder_ / hex.substr(0, 2) / hex.substr(2), limit);
  if (!object) {
    // A repack meanwhile moves loose objects into a new pack.
    if (open_packs()) object = read_packed(id, limit);
    if (object) return std::move(*object);
    RawObject missing;
    missing.problem = problem_of(GIT_ENOTFOUND);
    return missing;
  }
  if (object->kind != ObjectKind::none && id_of(*object) != id) {
    object->kind = ObjectKind::none;
    object->bytes.clear();
    object->problem = problem_of(GIT_EMISMATCH);
  }
  return std::move(*object);
}

ObjectId blob_id(std::string_view bytes) {
  prepare_git();
  git_oid oid{};
  git_odb_hash(&oid, bytes.data(), bytes.size(), GIT_OBJECT_BLOB);
  return from_git(oid);
}

Result<std::vector<IndexEntry>> read_index(const std::filesystem::path& file) {
  prepare_git();
  git_index* index = nullptr;
  if (claims_too_many(file) || git_index_open(&index, file.c_str()) != 0)
    return library_error("the index of the worktree cannot be read",
                         "build without --worktree, or make the index new with `git reset`");
  std::vector<IndexEntry> entries;
  const std::size_t count = git_index_entrycount(index);
  for (std::size_t i = 0; i < count; ++i) {
    const git_index_entry* entry = git_index_get_byindex(index, i);
    if (!entries.empty() && entries.back().path == entry->path) continue;
    IndexEntry& row = entries.emplace_back();
    row.path = entry->path;
    row.id = from_git(entry->id);
    row.mode = entry->mode;
    row.skipped = (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
    row.mtime_seconds = entry->mtime.seconds;
    row.mtime_nanoseconds = entry->mtime.nanoseconds;
    row.size = entry->file_size;
  }
  git_index_free(index);
  return entries;
}

void IgnoreRules::Free::operator()(git_repository* repository) const {
  git_repository_free(repository);
}

Result<IgnoreRules> IgnoreRules::open(const std::filesystem::path& worktree,
                                      const std::string& exclude) {
  prepare_git();
  IgnoreRules rules;
  git_repository* repository = nullptr;
  git_config* empty = nullptr;
  int code = git_repository_new(&repository);
  rules.repository_.reset(repository);
  if (code == 0) code = git_repository_set_workdir(repository, worktree.c_str(), 0);
  if (code == 0) code = git_config_new(&empty);
  if (code == 0) code = git_repository_set_config(repository, empty);
  git_config_free(empty);
  if (code == 0 && !exclude.empty()) code = git_ignore_add_rule(repository, exclude.c_str());
  if (code != 0)
    return library_error("the ignore rules of the worktree cannot be read",
                         "build without --worktree");
  return rules;
}

bool IgnoreRules::ignores(const std::string& path) const {
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_.get(), path.c_str()) == 0 && ignored != 0;
}

}  // namespace muster
