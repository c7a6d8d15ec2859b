// What counts as a box: `[ ]`, `[]`, `[x]`, `[n/a]`, and any other single sign or word of progress
// (`[WIP]`), which is unknown.
#include "parse/box.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace muster {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestMark = 40;  // a family emoji has 25 bytes

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_pictograph(char32_t c) {
  return (c >= 0x2010 && c < 0x2c00) || (c >= 0x1f000 && c < 0x20000) || c == 0xfe0e || c == 0xfe0f;
}

// One code point, or several that make one picture.
bool is_single_sign(std::string_view mark) {
  std::size_t position = 0;
  next_code_point(mark, position);
  if (position == mark.size()) return true;
  for (position = 0; position < mark.size();)
    if (const char32_t c = next_code_point(mark, position); c != 0x200d && !is_pictograph(c))
      return false;
  return true;
}

bool is_not_applicable(std::string_view mark) {
  return equals_ignoring_case(mark, "n/a") || equals_ignoring_case(mark, "na");
}

// A word that people write for a state, as against the text of a link.
bool is_progress_word(std::string_view mark) {
  constexpr std::array<std::string_view, 44> words = {
      "wip",         "todo",      "to do",    "to-do",       "tbd",      "tbc",     "partial",
      "partially",   "simulated", "mock",     "mocked",      "pending",  "open",    "blocked",
      "on hold",     "waiting",   "started",  "ongoing",     "progress", "planned", "in progress",
      "in-progress", "in review", "review",   "not started", "not done", "done",    "complete",
      "completed",   "ok",        "pass",     "passed",      "fail",     "failed",  "failing",
      "skip",        "skipped",   "deferred", "cancelled",   "canceled", "dropped", "waived",
      "yes",         "no"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return equals_ignoring_case(mark, word); });
}

std::optional<BoxState> state_of(std::string_view mark) {
  const std::string_view inner = trim(mark);
  if (inner.empty()) return BoxState::open;
  if (mark == "x" || mark == "X") return BoxState::ticked;
  if (is_not_applicable(inner)) return BoxState::not_applicable;
  if (is_progress_word(inner)) return BoxState::unknown;
  if (is_digit(inner.front()) || !is_single_sign(inner)) return std::nullopt;
  return BoxState::unknown;
}

}  // namespace

std::size_t skip_list_marker(std::string_view line, std::size_t marker) {
  std::size_t at = marker;
  if (at < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+')) return at + 1;
  while (at < line.size() && at - marker < 9 && is_digit(line[at])) ++at;
  if (at == marker || at >= line.size() || (line[at] != '.' && line[at] != ')')) return kNone;
  return at + 1;
}

std::optional<Box> read_box(std::string_view line, std::size_t marker) {
  std::size_t at = skip_list_marker(line, marker);
  if (at == kNone || at >= line.size() || !is_blank(line[at])) return std::nullopt;
  while (at < line.size() && is_blank(line[at])) ++at;
  if (at >= line.size() || line[at] != '[') return std::nullopt;
  const std::size_t close = line.find_first_of("[]\\", at + 1);
  if (close == kNone || line[close] != ']' || close - at > kLongestMark) return std::nullopt;
  if (close + 1 < line.size() && !is_blank(line[close + 1])) return std::nullopt;
  Box box;
  box.mark = line.substr(at + 1, close - at - 1);
  const std::optional<BoxState> state = state_of(box.mark);
  if (!state) return std::nullopt;
  box.state = *state;
  box.begin = at;
  box.end = close + 1;
  return box;
}

}  // namespace muster
