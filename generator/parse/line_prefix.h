// What stands before the text of a source line: quote marks, list markers and blanks.
#pragma once

#include <cstddef>
#include <string_view>

namespace muster {

struct LinePrefix {
  std::size_t length = 0;  // offset of the text; the whole line where it has none
  std::size_t depth = 0;   // quotes and list items that could open or go on here
};

LinePrefix read_line_prefix(std::string_view line);

/// Three or more of one of `-`, `*`, `_` with nothing but blanks between them.
bool is_thematic_break(std::string_view text);

}  // namespace muster
