// Expected output in files. MUSTER_GOLDEN says what happens: `test` (the default) compares,
// `create` writes those that are missing, `update` rewrites them all. Where CI is set, nothing is
// written. A mismatch shows a unified diff and leaves what came out in the build folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace muster::test {

/// The lines that differ, with three lines around them, as `diff -u` shows them; empty where the
/// texts are equal.
inline std::string unified_diff(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<std::string_view> a = split(expected, '\n');
  const std::vector<std::string_view> b = split(actual, '\n');
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail + head < a.size() && tail + head < b.size() &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  const std::size_t rows = a.size() - head - tail;
  const std::size_t columns = b.size() - head - tail;

  // Longest common subsequence of the middle; where that is too large, all of it differs.
  constexpr std::size_t limit = 4'000'000;
  const bool small = (rows + 1) * (columns + 1) <= limit;
  std::vector<std::uint32_t> common(small ? (rows + 1) * (columns + 1) : 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return common[i * (columns + 1) + j];
  };
  for (std::size_t i = small ? rows : 0; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) =
          a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));

  std::string out = cat({"--- expected\n+++ actual\n@@ -", number(static_cast<long long>(head + 1)),
                         " +", number(static_cast<long long>(head + 1)), " @@\n"});
  const auto line = [&](char mark, std::string_view text) {
    out += mark;
    out += cat({text, "\n"});
  };
  for (std::size_t i = head < 3 ? 0 : head - 3; i < head; ++i) line(' ', a[i]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    if (small && i < rows && j < columns && a[head + i] == b[head + j]) {
      line(' ', a[head + i]);
      ++i;
      ++j;
    } else if (i < rows && (!small || j == columns || at(i + 1, j) >= at(i, j + 1))) {
      line('-', a[head + i++]);
    } else {
      line('+', b[head + j++]);
    }
  }
  for (std::size_t k = 0; k < std::min<std::size_t>(tail, 3); ++k) line(' ', a[head + rows + k]);
  return out;
}

enum class GoldenMode { test, create, update };

/// None where the variable holds something else, or asks to write where CI is set.
inline std::optional<GoldenMode> golden_mode() {
  const char* mode = std::getenv("MUSTER_GOLDEN");
  const std::string_view name = mode == nullptr || *mode == '\0' ? "test" : mode;
  if (name == "test") return GoldenMode::test;
  const char* ci = std::getenv("CI");
  if (ci != nullptr && *ci != '\0') return std::nullopt;
  if (name == "create") return GoldenMode::create;
  if (name == "update") return GoldenMode::update;
  return std::nullopt;
}

/// Empty where `actual` is what the file `tests/<name>` holds; else what to tell. `tests` and
/// `build` are the folders of expected and of actual files.
inline std::string golden(
    std::string_view actual, const std::string& name,
    const std::filesystem::path& tests = std::filesystem::path(MUSTER_SOURCE_DIR) / "tests",
    const std::filesystem::path& build = std::filesystem::path(MUSTER_BUILD_DIR) / "golden") {
  namespace fs = std::filesystem;
  const auto write = [](const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << bytes;
  };
  const std::optional<GoldenMode> mode = golden_mode();
  if (!mode) return "MUSTER_GOLDEN must be test, create or update, and where CI is set only test";

  const fs::path expected_path = tests / name;
  const bool exists = fs::exists(expected_path);
  std::ostringstream expected;
  if (exists) expected << std::ifstream(expected_path, std::ios::binary).rdbuf();
  if (exists && expected.str() == actual) return {};
  if (*mode == GoldenMode::update || (*mode == GoldenMode::create && !exists)) {
    write(expected_path, actual);
    return {};
  }
  write(build / name, actual);
  const std::string came_out = cat({"came out: golden/", name, " in the build folder\n"});
  if (!exists)
    return cat({"tests/", name, " does not exist; make it with MUSTER_GOLDEN=create\n", came_out});
  return cat({"tests/", name, " differs\n", came_out, unified_diff(expected.str(), actual)});
}

}  // namespace muster::test
