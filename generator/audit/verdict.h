// The verdict, by one ordered table: for each document and for the version.
#pragma once

#include <vector>

#include "audit/judging.h"

namespace muster {

/// Fills in documents, tally and verdict of an audit that has its findings, standings and gates.
void judge_verdicts(const Judging& judging, Audit& audit);

}  // namespace muster
