#include "collect/loose.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "base/text.h"

namespace muster {

namespace {

constexpr std::size_t kChunk = 32u << 10;
constexpr std::size_t kHeader = 32;  // "commit ", a size of up to 20 digits, NUL

/// A file that inflates as it is read.
class Inflater {
 public:
  explicit Inflater(int file) : file_(file) { ready_ = inflateInit(&stream_) == Z_OK; }
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Appends up to `most` bytes; false where the stream is damaged or cut.
  bool append(std::string& out, std::size_t most) {
    std::array<unsigned char, kChunk> chunk{};
    while (ready_ && most > 0 && !ended_) {
      if (stream_.avail_in == 0 && !refill()) return false;
      const std::size_t room = std::min(most, chunk.size());
      stream_.next_out = chunk.data();
      stream_.avail_out = static_cast<uInt>(room);
      const int code = inflate(&stream_, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return false;
      ended_ = code == Z_STREAM_END;
      const std::size_t made = room - stream_.avail_out;
      out.append(reinterpret_cast<const char*>(chunk.data()), made);
      most -= made;
    }
    return ready_;
  }

  bool ended() const { return ended_; }

 private:
  bool refill() {
    ssize_t count = 0;
    do {
      count = ::read(file_, input_.data(), input_.size());
    } while (count < 0 && errno == EINTR);
    if (count <= 0) return false;
    stream_.next_in = input_.data();
    stream_.avail_in = static_cast<uInt>(count);
    return true;
  }

  int file_;
  z_stream stream_{};
  std::array<unsigned char, kChunk> input_{};
  bool ready_ = false;
  bool ended_ = false;
};

ObjectKind kind_of(std::string_view word) {
  if (word == "commit") return ObjectKind::commit;
  if (word == "tree") return ObjectKind::tree;
  if (word == "blob") return ObjectKind::blob;
  return word == "tag" ? ObjectKind::tag : ObjectKind::none;
}

/// Takes `kind size NUL` from the beginning of the bytes.
bool take_header(RawObject& object, ObjectKind& kind) {
  const std::size_t end = object.bytes.find('\0');
  const std::size_t blank = object.bytes.find(' ');
  if (end == std::string::npos || blank >= end) return false;
  const std::string_view header = std::string_view(object.bytes).substr(0, end);
  const std::string_view digits = header.substr(blank + 1);
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), object.size);
  kind = kind_of(header.substr(0, blank));
  if (error != std::errc() || stop != digits.data() + digits.size()) return false;
  object.bytes.erase(0, end + 1);
  return kind != ObjectKind::none;
}

RawObject read_object(int file, std::size_t limit) {
  RawObject object;
  ObjectKind kind = ObjectKind::none;
  Inflater inflater(file);
  if (!inflater.append(object.bytes, kHeader) || !take_header(object, kind)) {
    object.problem = "is damaged";
  } else if (object.size > limit) {
    object.problem = over_limit(object.size, limit);
  } else if (object.bytes.size() <= object.size) {
    // One byte more than claimed, to see that there is none.
    const bool read = inflater.append(object.bytes, object.size - object.bytes.size() + 1);
    if (!read || !inflater.ended()) object.problem = "is damaged";
  }
  if (object.problem.empty() && object.bytes.size() != object.size)
    object.problem = "is damaged: it has not the size that it claims";
  if (object.problem.empty()) {
    object.kind = kind;
  } else {
    object.bytes.clear();
  }
  return object;
}

}  // namespace

std::optional<RawObject> read_loose(const std::filesystem::path& path, std::size_t limit) {
  // Without waiting, as a pipe would make us wait for ever.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0 && errno == ENOENT) return std::nullopt;
  RawObject object;
  struct stat status {};
  if (file < 0 && errno != ELOOP) {
    object.problem = "cannot be read: check the permissions of the repository";
  } else if (file < 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    object.problem = "is damaged: it is not stored in a regular file";
  } else {
    object = read_object(file, limit);
  }
  if (file >= 0) ::close(file);
  return object;
}

}  // namespace muster
