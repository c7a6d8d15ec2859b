// What the text tells of its runs, held against the reports that it names.
#pragma once

#include "audit/judging.h"

namespace muster {

/// Facts such as `orgCount=1` that the report tells otherwise, numbers that the text and the report
/// tell differently, and what a report says against a ticked box.
int check_claim_contradicts_evidence(const Judging& judging, Findings& out);

}  // namespace muster
