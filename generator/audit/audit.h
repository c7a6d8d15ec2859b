// audit: from a model, a policy and a date to findings and a verdict. Reads no file and no clock.
#pragma once

#include <span>

#include "domain/finding.h"
#include "domain/model.h"

namespace muster {

/// Every rule that there is, in the order of the manual.
std::span<const RuleInfo> rules();

Audit audit(const Model& model, const Policy& policy, Instant as_of);

}  // namespace muster
