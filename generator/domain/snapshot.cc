#include "domain/snapshot.h"

#include <algorithm>

namespace muster {

std::string ObjectId::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string ObjectId::short_hex() const { return hex().substr(0, 7); }

std::optional<ObjectId> ObjectId::from_hex(std::string_view text) {
  ObjectId id;
  if (text.size() != 2 * id.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      digit = c - 'a' + 10;
    } else {
      return std::nullopt;
    }
    id.bytes[i / 2] = static_cast<std::uint8_t>(id.bytes[i / 2] << 4 | digit);
  }
  return id;
}

bool Snapshot::has_folder(std::string_view path) const {
  const std::string inside = std::string(path) + "/";
  const auto at = std::lower_bound(
      files.begin(), files.end(), inside,
      [](const FileEntry& entry, const std::string& wanted) { return entry.path < wanted; });
  return at != files.end() && at->path.starts_with(inside);
}

const FileEntry* Snapshot::find(std::string_view path) const {
  const auto at = std::lower_bound(
      files.begin(), files.end(), path,
      [](const FileEntry& entry, std::string_view wanted) { return entry.path < wanted; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

}  // namespace muster
