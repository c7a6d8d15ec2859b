// What front matter expects of reports: `/regression_percent < 10`.
#pragma once

#include "audit/judging.h"

namespace muster {

/// Each expectation of a citation held against its report, in order. None of them is met where the
/// report cannot be read.
std::vector<Expected> judge_expectations(const Model& model, const Citation& citation);

/// Whether the citation expects something that not every report says, and all of it holds.
bool meets_all(const Judging& judging, std::size_t citation);
/// Whether something that it expects does not hold, or cannot be held against its report.
bool misses_one(const Judging& judging, std::size_t citation);

int check_expectation_unmet(const Judging& judging, Findings& out);

}  // namespace muster
