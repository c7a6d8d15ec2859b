// Rules about reports: failed, empty, missing, removed.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_evidence_failed(const Judging& judging, Findings& out);
int check_evidence_vacuous(const Judging& judging, Findings& out);
int check_evidence_missing(const Judging& judging, Findings& out);
/// Reports that a tick leans on and nobody can interpret; how many were looked at.
int report_uninterpreted(const Judging& judging, Findings& out);
int check_evidence_removed(const Judging& judging, Findings& out);

}  // namespace muster
