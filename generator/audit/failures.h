// What failed and nobody has written down as a gap, and reports that nobody cites.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_failure_without_gap(const Judging& judging, Findings& out);
/// One note for all of them.
int check_evidence_uncited(const Judging& judging, Findings& out);

}  // namespace muster
