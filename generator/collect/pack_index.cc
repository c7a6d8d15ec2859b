#include "collect/pack_index.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace muster {

namespace {

// The layout: magic and version, 256 counts, and for each object an id, a checksum and an offset;
// then the long offsets, and two digests.
constexpr std::uint64_t kCounts = 8;
constexpr std::uint64_t kRows = kCounts + 4 * 256;
constexpr std::uint64_t kDigest = 20;
constexpr std::uint64_t kPackHeader = 12;
constexpr std::uint32_t kMagic = 0xff744f63;
constexpr std::uint32_t kLong = 0x80000000;  // the rest is a place among the long offsets

class File {
 public:
  explicit File(const std::filesystem::path& path)
      : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
    struct stat status {};
    const bool regular = file_ >= 0 && fstat(file_, &status) == 0 && S_ISREG(status.st_mode);
    if (regular) size_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~File() {
    if (file_ >= 0) ::close(file_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::uint64_t size() const { return size_; }

  /// Big-endian numbers of 32 bits; empty where they are not all there.
  std::vector<std::uint32_t> numbers(std::uint64_t at, std::uint64_t count) const {
    if (at > size_ || count > (size_ - at) / 4) return {};
    std::vector<unsigned char> bytes(4 * count);
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t got =
          pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
      if (got <= 0) return {};
      done += static_cast<std::size_t>(got);
    }
    std::vector<std::uint32_t> out(count);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = static_cast<std::uint32_t>(bytes[4 * i]) << 24 |
               static_cast<std::uint32_t>(bytes[4 * i + 1]) << 16 |
               static_cast<std::uint32_t>(bytes[4 * i + 2]) << 8 | bytes[4 * i + 3];
    return out;
  }

 private:
  int file_;
  std::uint64_t size_ = 0;
};

}  // namespace

bool is_sound_pack_index(const std::filesystem::path& path) {
  const File index(path);
  const File pack(std::filesystem::path(path).replace_extension(".pack"));
  const std::vector<std::uint32_t> head = index.numbers(0, kRows / 4);
  if (head.size() != kRows / 4 || head[0] != kMagic || head[1] != 2) return false;
  if (!std::is_sorted(head.begin() + kCounts / 4, head.end())) return false;

  const std::uint64_t count = head.back();
  const std::uint64_t offsets_at = kRows + count * (20 + 4);
  const std::uint64_t long_at = offsets_at + count * 4;
  const std::uint64_t end = long_at + 2 * kDigest;
  if (index.size() < end || (index.size() - end) % 8 != 0) return false;
  const std::uint64_t long_count = (index.size() - end) / 8;
  const std::vector<std::uint32_t> offsets = index.numbers(offsets_at, count);
  const std::vector<std::uint32_t> longs = index.numbers(long_at, 2 * long_count);
  if (offsets.size() != count || longs.size() != 2 * long_count) return false;

  return std::all_of(offsets.begin(), offsets.end(), [&](std::uint32_t value) {
    std::uint64_t offset = value;
    if ((value & kLong) != 0) {
      const std::size_t place = value & ~kLong;
      if (place >= long_count) return false;
      offset = static_cast<std::uint64_t>(longs[2 * place]) << 32 | longs[2 * place + 1];
    }
    return offset >= kPackHeader && pack.size() > kDigest && offset < pack.size() - kDigest;
  });
}

}  // namespace muster
