// Gaps as pages show them.
#pragma once

#include <optional>
#include <vector>

#include "compose/view.h"

namespace muster {

/// Open ones first, longest past their date first; then by date, then in the order of the sources.
std::vector<GapId> gaps_in_order(const View& view);

Data::Object gap_row(const View& view, GapId gap);

}  // namespace muster
