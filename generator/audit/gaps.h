// Rules about gaps.
#pragma once

#include "audit/judging.h"

namespace muster {

/// P0, critical, blocker: an open gap of these makes it not ready.
bool is_critical(const Gap& gap);

int check_gap_without_owner(const Judging& judging, Findings& out);
int check_gap_overdue(const Judging& judging, Findings& out);
int check_gap_closed_issue_open(const Judging& judging, Findings& out);

}  // namespace muster
