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

bool is_pattern(std::string_view path) {
  if (path.find_first_of("*?<>{}[]$|\"'` ") != std::string_view::npos) return true;
  const std::string small = lower(path);
  for (const std::string_view date : {"yyyy", "yymmdd", "mm-dd", "hhmm", "xxxx"})
    if (small.find(date) != std::string::npos) return true;
  return path.find("...") != std::string_view::npos;
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
  return replace_all(std::string(text), "%20", " ");
}

bool looks_like_file(std::string_view path) {
  if (path.empty() || path.ends_with('/') || is_pattern(path)) return false;
  const std::string end = extension(path);
  if (end.empty() || end.size() > 8 || !is_alpha(end.front())) return false;
  if (!std::all_of(end.begin(), end.end(), is_alnum)) return false;
  if (path.find('/') != std::string_view::npos) return true;
  return std::find(kKnownExtensions.begin(), kKnownExtensions.end(), end) != kKnownExtensions.end();
}

}  // namespace muster
