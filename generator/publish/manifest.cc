// manifest.sha256, format 1: the line kHeader, then for every published file but the manifest
// itself
//
//   <64 lower-case hexadecimal digits of its SHA-256><two spaces><path, "/" between its parts>
//
// and a line feed, sorted by the bytes of the path. `sha256sum --check manifest.sha256` reads it: a
// line that begins with "#" is a comment there. The header is what proves that muster made the
// folder, so no list of somebody else's is ever taken for ours. A format that is not known is no
// manifest.
#include "publish/manifest.h"

#include <vector>

#include "base/text.h"

namespace muster::publishing {
namespace {

constexpr std::string_view kHeader = "# muster site, manifest format 1";
constexpr std::size_t kDigestLength = 64;

bool is_digest(std::string_view text) {
  return text.size() == kDigestLength &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string format_manifest(const Manifest& manifest) {
  std::string text = cat({kHeader, "\n"});
  for (const auto& [path, digest] : manifest) text += cat({digest, "  ", path, "\n"});
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  if (!text.ends_with('\n')) return std::nullopt;
  const std::vector<std::string_view> lines = split(text.substr(0, text.size() - 1), '\n');
  if (lines.front() != kHeader) return std::nullopt;
  Manifest manifest;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (line.size() < kDigestLength + 3 || line.substr(kDigestLength, 2) != "  ")
      return std::nullopt;
    const std::string_view digest = line.substr(0, kDigestLength);
    const std::string_view path = line.substr(kDigestLength + 2);
    if (!is_digest(digest) || !is_safe_path(path)) return std::nullopt;
    if (!manifest.emplace(path, digest).second) return std::nullopt;
  }
  return manifest;
}

bool is_safe_path(std::string_view path) {
  constexpr std::size_t component_limit = 200;
  constexpr std::size_t path_limit = 1024;
  if (path.size() > path_limit || find_invalid_utf8(path) != std::string_view::npos) return false;
  for (const char c : path)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\') return false;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
    if (part == ".git" || part.size() > component_limit) return false;
  }
  return true;
}

}  // namespace muster::publishing
