// Folders by handle: openat2 with RESOLVE_BENEATH where the system has it, else the path is walked
// part by part with O_NOFOLLOW, which comes to the same for paths without "..".
#include "publish/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "base/files.h"
#include "base/text.h"

namespace muster::publishing {
namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

template <class Call>
int retried(Call call) {
  for (;;) {
    const int result = static_cast<int>(call());
    if (result >= 0 || errno != EINTR) return result;
  }
}

// Closes without touching errno, which the caller may still have to report.
void close_quietly(int handle) {
  const int saved = errno;
  if (handle >= 0) ::close(handle);
  errno = saved;
}

int open_by_walk(int folder, std::string_view path, int flags) {
  int at = folder;
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::string part(parts[i]);
    const int next = retried([&] { return ::openat(at, part.c_str(), kFolderFlags); });
    if (at != folder) close_quietly(at);
    if (next < 0) return -1;
    at = next;
  }
  const std::string last(parts.back());
  const int result =
      retried([&] { return ::openat(at, last.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, 0644); });
  if (at != folder) close_quietly(at);
  return result;
}

// "" opens the folder itself anew.
int open_beneath(int folder, std::string_view path, int flags) {
  static std::atomic<bool> available{true};
  const std::string name(path.empty() ? "." : path);
  if (available) {
    open_how how{};
    how.flags = static_cast<unsigned>(flags | O_NOFOLLOW | O_CLOEXEC);
    how.mode = (flags & O_CREAT) != 0 ? 0644 : 0;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    const int result =
        retried([&] { return ::syscall(SYS_openat2, folder, name.c_str(), &how, sizeof how); });
    if (result >= 0 || (errno != ENOSYS && errno != EPERM)) return result;
    available = false;  // an old kernel, or a container that does not let it through
  }
  return open_by_walk(folder, name, flags);
}

class Handle {
 public:
  explicit Handle(int number) : number_(number) {}
  ~Handle() { close_quietly(number_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

Handle open_parent(int folder, std::string_view path) {
  return Handle(open_beneath(folder, folder_of(path), kFolderFlags));
}

Kind kind_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return Kind::file;
  return S_ISDIR(status.st_mode) ? Kind::folder : Kind::other;
}

// Sorted names of an open folder; false with errno set.
bool list(int folder, std::vector<std::string>& names) {
  const int copy = open_beneath(folder, "", kFolderFlags);
  if (copy < 0) return false;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(copy), ::closedir);
  if (!stream) {
    close_quietly(copy);
    return false;
  }
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
    errno = 0;
  }
  if (errno != 0) return false;
  std::sort(names.begin(), names.end());
  return true;
}

bool list_files(int folder, const std::string& prefix, std::vector<Found>& found) {
  std::vector<std::string> names;
  if (!list(folder, names)) return false;
  for (const std::string& name : names) {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
    const Kind kind = kind_of(status);
    if (kind != Kind::folder) {
      found.push_back({prefix + name, kind});
      continue;
    }
    const Handle below(open_beneath(folder, name, kFolderFlags));
    if (!below || !list_files(below.get(), prefix + name + "/", found)) return false;
  }
  return true;
}

bool remove_at(int folder, const std::string& name) {
  if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT) return true;
  if (errno != EISDIR && errno != EPERM) return false;
  const Handle below(open_beneath(folder, name, kFolderFlags));
  std::vector<std::string> names;
  if (!below || !list(below.get(), names)) return false;
  for (const std::string& inner : names)
    if (!remove_at(below.get(), inner)) return false;
  return ::unlinkat(folder, name.c_str(), AT_REMOVEDIR) == 0;
}

bool rename_at(int a, const std::string& name_a, int b, const std::string& name_b,
               unsigned flags = 0) {
  return retried([&] { return ::renameat2(a, name_a.c_str(), b, name_b.c_str(), flags); }) == 0;
}

// Not every file system can exchange: then three renames do it, and what was there is put back
// should one of them fail.
bool exchange_by_moves(int a, const std::string& name_a, int b, const std::string& name_b) {
  const std::string aside = name_a + ".aside";
  if (!rename_at(b, name_b, a, aside)) return false;
  const bool put = rename_at(a, name_a, b, name_b);
  if (put && rename_at(a, aside, a, name_a)) return true;
  const int saved = errno;
  if (put) rename_at(b, name_b, a, name_a);
  rename_at(a, aside, b, name_b);
  errno = saved;
  return false;
}

bool exchange_at(int a, const std::string& name_a, int b, const std::string& name_b) {
  if (rename_at(a, name_a, b, name_b, RENAME_EXCHANGE)) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  return exchange_by_moves(a, name_a, b, name_b);
}

bool move_at(int a, const std::string& name_a, int b, const std::string& name_b) {
  if (rename_at(a, name_a, b, name_b, RENAME_NOREPLACE)) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  struct stat status {};
  if (::fstatat(b, name_b.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
    errno = EEXIST;
    return false;
  }
  return rename_at(a, name_a, b, name_b);
}

}  // namespace

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Result<Folder> Folder::open(const std::filesystem::path& path, std::string shown) {
  const int handle = retried([&] { return ::open(path.c_str(), kFolderFlags); });
  if (handle >= 0) return Folder(handle, std::move(shown));
  return make_error(ExitCode::not_published,
                    cat({"cannot open ", shown, ": ", system_reason(errno)}));
}

Folder::Folder(Folder&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), shown_(std::move(other.shown_)) {}

Folder& Folder::operator=(Folder&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(shown_, other.shown_);
  return *this;
}

Folder::~Folder() { close_quietly(handle_); }

Error Folder::error(std::string_view action, std::string_view path) const {
  const std::string reason = system_reason(errno);
  const std::string place = path.empty() ? shown_ : cat({shown_, "/", path});
  return make_error(ExitCode::not_published, cat({"cannot ", action, " ", place, ": ", reason}));
}

Result<Kind> Folder::kind(std::string_view path) const {
  const Handle parent = open_parent(handle_, path);
  struct stat status {};
  const std::string name(name_of(path));
  if (parent && ::fstatat(parent.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
    return kind_of(status);
  // Only where it is certain that nothing is there may a caller go on as if nothing were.
  if (errno == ENOENT || errno == ENOTDIR) return Kind::none;
  return error("look at", path);
}

Result<Folder> Folder::open_folder(std::string_view path) const {
  const int handle = open_beneath(handle_, path, kFolderFlags);
  if (handle < 0) return error("open", path);
  return Folder(handle, cat({shown_, "/", path}));
}

Result<Done> Folder::make_folders(std::string_view path) const {
  for (std::size_t end = 0; !path.empty() && end != std::string_view::npos;) {
    end = path.find('/', end + 1);
    const std::string_view part = path.substr(0, end);
    const Handle parent = open_parent(handle_, part);
    if (!parent) return error("make the folder", part);
    const std::string name(name_of(part));
    const int made = retried([&] { return ::mkdirat(parent.get(), name.c_str(), 0755); });
    if (made != 0 && errno != EEXIST) return error("make the folder", part);
  }
  return Done{};
}

Result<bool> Folder::make_new_folder(std::string_view name) const {
  const std::string folder(name);
  if (retried([&] { return ::mkdirat(handle_, folder.c_str(), 0755); }) == 0) return true;
  if (errno == EEXIST) return false;
  return error("make the folder", name);
}

Result<Done> Folder::create(std::string_view path, std::string_view bytes) const {
  const Handle file(open_beneath(handle_, path, O_WRONLY | O_CREAT | O_EXCL));
  if (!file || !write_all(file.get(), bytes)) return error("write", path);
  return Done{};
}

Result<std::string> Folder::read(std::string_view path) const {
  const Handle file(open_beneath(handle_, path, O_RDONLY | O_NONBLOCK));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return error("read", path);
  std::string bytes;
  if (!read_all(file.get(), static_cast<std::size_t>(status.st_size), bytes))
    return error("read", path);
  return bytes;
}

Result<std::vector<Found>> Folder::files() const {
  std::vector<Found> found;
  if (!list_files(handle_, "", found)) return error("list", "");
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.path < b.path; });
  return found;
}

Result<std::vector<std::string>> Folder::names() const {
  std::vector<std::string> names;
  if (!list(handle_, names)) return error("list", "");
  return names;
}

Result<Done> Folder::sync(std::string_view path) const {
  const Handle file(open_beneath(handle_, path, O_RDONLY | O_NONBLOCK));
  if (!file || !sync_file(file.get())) return error("sync", path);
  return Done{};
}

Result<Done> Folder::remove(std::string_view path) const {
  const Handle parent = open_parent(handle_, path);
  if (!parent && errno == ENOENT) return Done{};
  if (!parent || !remove_at(parent.get(), std::string(name_of(path)))) return error("remove", path);
  return Done{};
}

void Folder::remove_if_empty(const std::string& name) const {
  ::unlinkat(handle_, name.c_str(), AT_REMOVEDIR);
}

bool Folder::on_same_file_system(const Folder& other) const {
  struct stat here {};
  struct stat there {};
  return ::fstat(handle_, &here) == 0 && ::fstat(other.handle_, &there) == 0 &&
         here.st_dev == there.st_dev;
}

Result<Done> Folder::move(std::string_view path, const Folder& target) const {
  const Handle from = open_parent(handle_, path);
  if (!from) return error("move", path);
  const Handle to = open_parent(target.handle_, path);
  const std::string name(name_of(path));
  if (!to || !move_at(from.get(), name, to.get(), name)) return target.error("put in place", path);
  return Done{};
}

Result<Done> Folder::exchange(std::string_view path, const Folder& target) const {
  const Handle from = open_parent(handle_, path);
  if (!from) return error("exchange", path);
  const Handle to = open_parent(target.handle_, path);
  const std::string name(name_of(path));
  if (!to || !exchange_at(from.get(), name, to.get(), name))
    return target.error("put in place", path);
  return Done{};
}

}  // namespace muster::publishing
