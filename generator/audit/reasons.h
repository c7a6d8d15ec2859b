// What speaks against readiness: findings, and what stays open without one.
#pragma once

#include <vector>

#include "audit/judging.h"

namespace muster {

/// In no order yet; equal ones are not folded. What was not read, what is disputed and what is open
/// weighs whatever the policy says of the finding.
std::vector<Reason> collect_reasons(const Judging& judging, const Audit& audit);

}  // namespace muster
