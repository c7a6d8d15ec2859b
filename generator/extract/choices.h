// Boxes on one line of which one is to be chosen: `[ ] GO [ ] NO-GO`, `☐ Yes / ☐ No`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "extract/lines.h"

namespace muster::extract {

struct BoxInLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  BoxState state = BoxState::open;
};

/// The boxes of one line of source; not those in code spans, and no links.
std::vector<BoxInLine> boxes_in(std::string_view source);

/// Two boxes or more, with nothing but a key in front of them.
bool is_choice_line(const Line& line);

}  // namespace muster::extract
