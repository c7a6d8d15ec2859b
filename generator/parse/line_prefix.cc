// The prefix of a line, read without knowing what is open above it: it may be longer than cmark-gfm
// would have it, never shorter.
#include "parse/line_prefix.h"

#include "parse/box.h"

namespace muster {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kDeepest = 256;  // more is not counted: every limit is below

}  // namespace

bool is_thematic_break(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == kNone || std::string_view("-*_").find(text[first]) == kNone) return false;
  std::size_t signs = 0;
  for (const char c : text) {
    if (c == text[first]) {
      ++signs;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return signs >= 3;
}

LinePrefix read_line_prefix(std::string_view line) {
  LinePrefix prefix;
  std::size_t& at = prefix.length;
  for (;;) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    if (at == line.size() || prefix.depth == kDeepest) return prefix;
    if (line[at] == '>') {
      ++at;
      ++prefix.depth;
      continue;
    }
    const std::size_t after = skip_list_marker(line, at);
    if (after == kNone || is_thematic_break(line.substr(at))) return prefix;
    if (after < line.size() && line[after] != ' ' && line[after] != '\t') return prefix;
    at = after;
    ++prefix.depth;
  }
}

}  // namespace muster
