#include "base/path.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace muster {

namespace {

constexpr std::size_t kNameBytes = 200;
constexpr std::size_t kPathBytes = 1024;

/// Control characters, and the characters that change the direction of what follows.
bool is_unprintable(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  const bool bidi = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                    (c >= 0x2066 && c <= 0x2069);
  return control || bidi;
}

bool has_unprintable(std::string_view name) {
  for (std::size_t i = 0; i < name.size();)
    if (is_unprintable(next_code_point(name, i))) return true;
  return false;
}

/// Names that Windows keeps for devices, whatever their extension.
bool is_device(std::string_view name) {
  constexpr std::array<std::string_view, 6> kDevices = {"con", "prn",    "aux",
                                                        "nul", "conin$", "conout$"};
  const std::string stem = lower(trim(name.substr(0, name.find('.'))));
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  const bool numbered = stem.starts_with("com") || stem.starts_with("lpt");
  return numbered && stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9';
}

bool is_git_folder(std::string_view name) {
  return equals_ignoring_case(name, ".git") || equals_ignoring_case(name, "git~1");
}

}  // namespace

std::string_view name_problem(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > kNameBytes) return "is longer than 200 bytes";
  if (find_invalid_utf8(name) != std::string_view::npos) return "is not valid UTF-8";
  if (has_unprintable(name)) return "holds a control character";
  if (name == "." || name == "..") return "stands for a folder, not for a file in it";
  if (is_git_folder(name)) return "is that of git's own folder";
  if (name.find('/') != std::string_view::npos) return "holds a slash";
  if (name.find('\\') != std::string_view::npos) return "holds a backslash";
  if (name.size() >= 2 && is_alpha(name[0]) && name[1] == ':') return "begins like a drive";
  if (name.back() == '.' || name.back() == ' ') return "ends in a full stop or a space";
  if (is_device(name)) return "is kept for a device on some systems";
  return {};
}

std::string_view path_problem(std::string_view path) {
  if (path.empty()) return "is empty";
  if (path.size() > kPathBytes) return "is longer than 1,024 bytes";
  if (path.front() == '/') return "is absolute";
  for (const std::string_view name : split(path, '/')) {
    const std::string_view problem = name_problem(name);
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace muster
