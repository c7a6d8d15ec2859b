// Rules about gaps.
#pragma once

#include "audit/judging.h"

namespace muster {

/// A finding about the gap of that row, at its row.
Finding& add_gap_finding(const Judging& judging, Findings& out, std::size_t row);
/// Moves a finding to the cell that is meant, where its place is known.
void point_at(Finding& finding, const record::Entry& entry);

int check_gap_without_owner(const Judging& judging, Findings& out);
int check_gap_overdue(const Judging& judging, Findings& out);
int check_gap_closed_issue_open(const Judging& judging, Findings& out);

}  // namespace muster
