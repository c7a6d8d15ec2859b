// The box of a task item, read from its source line: cmark-gfm takes a later `[x]` of the line for
// a tick, and knows neither `[]` nor `[n/a]` nor boxes in block quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/markdown.h"

namespace muster {

struct Box {
  BoxState state = BoxState::open;
  std::string mark;       // what stands between the brackets
  std::size_t begin = 0;  // offset in the line of the opening bracket
  std::size_t end = 0;    // just after the closing one
};

/// The box right after the list marker that stands at `marker` (an offset) in `line`, if there is
/// one there.
std::optional<Box> read_box(std::string_view line, std::size_t marker);

/// The offset just after the list marker (`-`, `*`, `+`, `1.`, `1)`) at `marker`, or npos.
std::size_t skip_list_marker(std::string_view line, std::size_t marker);

}  // namespace muster
