// Names beside the output: ".site.lock" while a build runs; ".site.build-N" with "fresh", "retired"
// and "journal" in it (the journal has the format of the manifest). Since only the holder of the
// lock makes them, every one that is found is a dead build's.
#include "publish/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/files.h"
#include "base/text.h"

namespace muster::publishing {
namespace {

constexpr std::string_view kFresh = "fresh";
constexpr std::string_view kRetired = "retired";
constexpr std::string_view kJournal = "journal";

std::string staging_prefix(const std::string& name) { return cat({".", name, ".build-"}); }

bool is_staging_name(std::string_view candidate, const std::string& name) {
  const std::string prefix = staging_prefix(name);
  if (!candidate.starts_with(prefix) || candidate.size() == prefix.size()) return false;
  candidate.remove_prefix(prefix.size());
  return std::all_of(candidate.begin(), candidate.end(), is_digit);
}

// Whether the locked file is still the one of that name: a build that ended has removed its own.
bool still_named(int parent, const std::string& name, int file) {
  struct stat by_name {};
  struct stat by_handle {};
  return ::fstatat(parent, name.c_str(), &by_name, AT_SYMLINK_NOFOLLOW) == 0 &&
         ::fstat(file, &by_handle) == 0 && by_name.st_ino == by_handle.st_ino &&
         by_name.st_dev == by_handle.st_dev;
}

// None where the build was killed before its journal was whole, and so before its swap.
Result<std::optional<Manifest>> read_journal(const Folder& folder) {
  const Result<Kind> kind = folder.kind(kJournal);
  if (!kind) return kind.error();
  if (*kind != Kind::file) return std::optional<Manifest>();
  const Result<std::string> text = folder.read(kJournal);
  if (!text) return text.error();
  return parse_manifest(*text);
}

// The folders beside the output that killed builds left.
Result<std::vector<std::string>> find_leftovers(const Folder& parent, const std::string& name) {
  const Result<std::vector<std::string>> names = parent.names();
  if (!names) return names;
  std::vector<std::string> leftovers;
  for (const std::string& candidate : *names) {
    if (!is_staging_name(candidate, name)) continue;
    const Result<Kind> kind = parent.kind(candidate);
    if (!kind) return kind.error();
    if (*kind == Kind::folder) leftovers.push_back(candidate);
  }
  return leftovers;
}

}  // namespace

Result<Lock> Lock::take(const Folder& parent, const std::string& name, std::string_view shown) {
  const std::string lock_name = cat({".", name, ".lock"});
  const auto failed = [&] {
    return make_error(ExitCode::not_published, cat({"cannot lock ", shown, ": ", lock_name,
                                                    " beside it: ", system_reason(errno)}));
  };
  for (;;) {
    const int file = ::openat(parent.handle(), lock_name.c_str(),
                              O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);
    if (file < 0 && errno == EINTR) continue;
    if (file < 0) return failed();
    Lock lock(parent.handle(), file, lock_name);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
      const bool busy = errno == EWOULDBLOCK;
      const Error error =
          busy ? make_error(ExitCode::locked, cat({"another build is writing to ", shown}),
                            "wait until it has ended, then build again")
               : failed();
      lock.name_.clear();  // not ours to remove
      return error;
    }
    if (still_named(parent.handle(), lock_name, file)) return lock;
    lock.name_.clear();
  }
}

Lock::Lock(Lock&& other) noexcept
    : parent_(other.parent_),
      file_(std::exchange(other.file_, -1)),
      name_(std::move(other.name_)) {}

Lock::~Lock() {
  if (file_ < 0) return;
  if (!name_.empty()) ::unlinkat(parent_, name_.c_str(), 0);
  ::close(file_);
}

Result<Leftovers> clear_leftovers(const Folder& parent, const std::string& name) {
  Leftovers leftovers;
  const Result<std::vector<std::string>> names = find_leftovers(parent, name);
  if (!names) return names.error();
  for (const std::string& candidate : *names) {
    const Result<Folder> folder = parent.open_folder(candidate);
    if (!folder) return folder.error();
    Result<std::optional<Manifest>> journal = read_journal(*folder);
    if (!journal) return journal.error();
    for (const std::string_view part : {kFresh, kRetired})
      if (const Result<Done> removed = folder->remove(part); !removed) return removed.error();
    if (*journal) {
      leftovers.claimed.merge(**journal);
      leftovers.names.push_back(candidate);
    } else if (const Result<Done> removed = parent.remove(candidate); !removed) {
      return removed.error();
    }
  }
  return leftovers;
}

Result<Staging> Staging::make(const Folder& parent, const std::string& name) {
  std::string staging;
  for (int n = 1; staging.empty(); ++n) {
    const std::string candidate = staging_prefix(name) + number(n);
    const Result<bool> made = parent.make_new_folder(candidate);
    if (!made) return made.error();
    if (*made) staging = candidate;
  }
  const auto open_parts = [&]() -> Result<Staging> {
    Result<Folder> root = parent.open_folder(staging);
    if (!root) return root.error();
    for (const std::string_view part : {kFresh, kRetired})
      if (const Result<Done> made = root->make_folders(part); !made) return made.error();
    Result<Folder> fresh = root->open_folder(kFresh);
    if (!fresh) return fresh.error();
    Result<Folder> retired = root->open_folder(kRetired);
    if (!retired) return retired.error();
    return Staging(&parent, staging, std::move(*root), std::move(*fresh), std::move(*retired));
  };
  Result<Staging> result = open_parts();
  if (!result) static_cast<void>(parent.remove(staging));
  return result;
}

Staging::~Staging() {
  // A staging folder that cannot be removed now is removed by the next build.
  if (!keep_ && root_.handle() >= 0) static_cast<void>(parent_->remove(name_));
}

Result<Done> Staging::write_journal(const Manifest& claimed) const {
  if (Result<Done> done = root_.create(kJournal, format_manifest(claimed)); !done) return done;
  if (Result<Done> done = root_.sync(kJournal); !done) return done;
  if (Result<Done> done = root_.sync(""); !done) return done;
  return parent_->sync("");
}

}  // namespace muster::publishing
