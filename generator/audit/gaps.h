// Rules about gaps.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_gap_without_owner(const Judging& judging, Findings& out);
int check_gap_overdue(const Judging& judging, Findings& out);
int check_gap_closed_issue_open(const Judging& judging, Findings& out);

}  // namespace muster
