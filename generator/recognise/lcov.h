// Coverage in the tracefiles of lcov.
#pragma once

#include <string_view>

#include "recognise/reading.h"

namespace muster::recognise {

/// Begins with `TN:` or `SF:`, and has a section of lines.
bool is_lcov(std::string_view text);
void read_lcov(std::string_view text, Reading& reading);

}  // namespace muster::recognise
