// What is asked of a number: "< 1 s", "at least 99.9%", "15 minimum", 5–10.
#pragma once

#include <optional>
#include <string_view>

#include "domain/record.h"
#include "extract/measures.h"

namespace muster::extract {

/// What is asked of a measure.
struct Threshold {
  record::Comparison comparison = record::Comparison::equal;
  double value = 0;
  std::optional<double> high;  // of a range
  Unit unit;
};

/// None where the text asks nothing that can be told: "p95 < 200", "~200", "< 200 and > 100".
std::optional<Threshold> read_threshold(std::string_view text);

/// Whether the text begins with a sign or a word of a threshold: "<", "at most", "mínimo".
bool begins_as_threshold(std::string_view text);

/// Whether what stands behind a number makes a threshold of it: "minimum", "or more".
std::optional<record::Comparison> bound_behind(std::string_view text);

/// Whether a number goes on as a range: `–10` of `5–10`.
bool continues_as_range(std::string_view text);

}  // namespace muster::extract
