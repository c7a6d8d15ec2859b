// The standing of every item: what its mark says, against what its evidence says.
#pragma once

#include <vector>

#include "audit/judging.h"

namespace muster {

/// By ItemId.
std::vector<Standing> judge_standings(const Judging& judging);

/// Items by standing. Unticked rollback triggers are not open work and are left out.
void count_standing(Tally& tally, const Item& item, Standing standing);

}  // namespace muster
