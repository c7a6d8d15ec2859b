// compare: what changed between neighbouring versions.
#pragma once

#include <vector>

#include "domain/timeline.h"

namespace muster {

/// `judged` is oldest first. Also marks items that were ticked before and are open now as open
/// again, in the audits.
Timeline compare(std::vector<Judged>& judged);

}  // namespace muster
