// Rules about reports: failed, empty, missing, removed.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_evidence_failed(const Judging& judging, Findings& out);
int check_evidence_vacuous(const Judging& judging, Findings& out);
int check_evidence_missing(const Judging& judging, Findings& out);
int check_evidence_removed(const Judging& judging, Findings& out);

}  // namespace muster
