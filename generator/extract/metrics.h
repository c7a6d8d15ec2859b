// Quantities: `__/14`, `7/7 passed`, `__% (threshold: < 10%)`, `__ (expected: 0)`.
#pragma once

#include <optional>
#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// The metric that a value tells, without name and place; none where the text is no quantity.
std::optional<record::Metric> read_quantity(std::string_view text);

}  // namespace muster::extract
