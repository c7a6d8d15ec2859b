// JSON text to what it says as a report, for tests.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/json.h"
#include "recognise/recognise.h"
#include "support/catch.h"

namespace muster::test {

inline record::Report report(std::string_view text) {
  const JsonRead json = read_json(text);
  REQUIRE(json.ok);
  return recognise_report(json.value);
}

inline bool has_reason(const record::Report& report, std::string_view part) {
  return std::any_of(report.reasons.begin(), report.reasons.end(), [&](const std::string& reason) {
    return reason.find(part) != std::string::npos;
  });
}

}  // namespace muster::test
