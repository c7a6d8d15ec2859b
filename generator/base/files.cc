// Files through descriptors: what is opened is what is checked, so that a pipe or a link in a
// file's place can neither hang nor mislead.
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/text.h"

namespace muster {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

Descriptor open_file(const std::filesystem::path& path, int flags) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC, 0644);
  } while (number < 0 && errno == EINTR);
  return Descriptor(number);
}

Error cannot_read(const std::filesystem::path& path, std::string_view reason) {
  return make_error(ExitCode::usage, cat({"cannot read ", path.string(), ": ", reason}));
}

Error cannot_write(const std::filesystem::path& path) {
  return make_error(ExitCode::not_published,
                    cat({"cannot write ", path.string(), ": ", system_reason(errno)}));
}

}  // namespace

std::string system_reason(int number) {
  return std::error_code(number, std::generic_category()).message();
}

bool read_all(int file, std::size_t limit, std::string& bytes) {
  char buffer[1 << 16];
  while (bytes.size() <= limit) {
    const ssize_t got = ::read(file, buffer, sizeof buffer);
    if (got == 0) return true;
    if (got > 0) {
      bytes.append(buffer, static_cast<std::size_t>(got));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool sync_file(int file) {
  int result = 0;
  do {
    result = ::fsync(file);
  } while (result != 0 && errno == EINTR);
  return result == 0;
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit, bool follow) {
  // Without O_NONBLOCK, opening a pipe would wait for a writer.
  const Descriptor file = open_file(path, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
  if (!file) {
    const bool link = errno == ELOOP && !follow;
    return cannot_read(path, link ? "it is a symbolic link" : system_reason(errno));
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return cannot_read(path, system_reason(errno));
  if (S_ISDIR(status.st_mode)) return cannot_read(path, "it is a folder");
  if (!S_ISREG(status.st_mode)) return cannot_read(path, "it is not a regular file");
  std::string bytes;
  if (!read_all(file.get(), limit, bytes)) return cannot_read(path, system_reason(errno));
  if (bytes.size() > limit)
    return cannot_read(
        path, cat({"it is larger than ", number(static_cast<long long>(limit)), " bytes"}));
  return bytes;
}

Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
  if (!file) return cannot_write(path);
  if (write_all(file.get(), bytes) && sync_file(file.get())) return Done{};
  const Error error = cannot_write(path);
  ::unlink(path.c_str());
  return error;
}

}  // namespace muster
