#include "link/paths.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace muster {
namespace {

// Extensions that make a file of a name without a folder: `backend.retention` is none.
constexpr std::array<std::string_view, 46> kKnownExtensions = {
    "json",   "xml",   "md",  "txt", "log",   "csv", "html", "htm",  "pdf",  "png",
    "jpg",    "jpeg",  "gif", "svg", "yaml",  "yml", "toml", "ini",  "cfg",  "conf",
    "sh",     "py",    "js",  "mjs", "ts",    "tsx", "jsx",  "sql",  "dump", "go",
    "rs",     "java",  "rb",  "cc",  "cpp",   "h",   "lcov", "info", "tap",  "sarif",
    "ndjson", "jsonl", "out", "zip", "rules", "lock"};

bool is_pattern(std::string_view path, bool link) {
  if (path.find_first_of("*?<>{}[]$|\"'`") != std::string_view::npos) return true;
  if (!link && path.find_first_of(" (+@=,") != std::string_view::npos) return true;
  const std::string small = lower(path);
  for (const std::string_view date : {"yyyy", "yymmdd", "mm-dd", "hhmm", "xxxx"})
    if (small.find(date) != std::string::npos) return true;
  return path.find("...") != std::string_view::npos;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char small = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Escapes of control characters stay, and so does all where the result were no text.
std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    const int byte = low < 0 ? -1 : high * 16 + low;
    if (byte < 0x20 || byte == 0x7f) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(byte);
    i += 2;
  }
  return find_invalid_utf8(out) == std::string::npos ? out : std::string(text);
}

}  // namespace

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string stem(std::string_view path) {
  const std::string name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string extension(std::string_view path) {
  const std::string name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? std::string() : lower(name.substr(dot + 1));
}

std::optional<std::string> resolve_path(std::string_view folder, std::string_view path,
                                        std::string* outside) {
  std::vector<std::string> parts;
  bool left = false;
  const auto walk = [&](std::string_view text) {
    for (const std::string_view part : split(text, '/')) {
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.emplace_back(part);
      } else if (parts.empty() || left) {
        left = true;
        parts.clear();
      } else {
        parts.pop_back();
      }
    }
  };
  walk(folder);
  walk(path);
  if (left) {
    if (outside != nullptr) *outside = join(parts, "/");
    return std::nullopt;
  }
  return join(parts, "/");
}

std::string clean_target(std::string_view written) {
  std::string_view text = trim(written);
  text = text.substr(0, text.find_first_of("#?"));
  while (text.starts_with("./")) text.remove_prefix(2);
  return without_escapes(text);
}

bool looks_like_file(std::string_view path, bool link) {
  if (path.empty() || path.ends_with('/') || is_pattern(path, link)) return false;
  const std::string end = extension(path);
  if (end.empty() || end.size() > 8 || !is_alpha(end.front())) return false;
  if (!std::all_of(end.begin(), end.end(), is_alnum)) return false;
  if (path.find('/') != std::string_view::npos) return true;
  return std::find(kKnownExtensions.begin(), kKnownExtensions.end(), end) != kKnownExtensions.end();
}

}  // namespace muster
