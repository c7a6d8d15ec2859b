// Gates: which are passed, which are disputed by a report, and what their decisions say.
#pragma once

#include <vector>

#include "audit/judging.h"

namespace muster {

/// By GateId. Needs the standings.
std::vector<GateAudit> judge_gates(const Judging& judging);

enum class Chosen { nothing, go, no_go };
/// What was decided: PENDING and two chosen options are nothing; NO-GO, REJECTED and ROLLBACK say
/// no.
Chosen chosen(const Decision& decision);

/// Whether every criterion that was not set aside is ticked, and there is one.
bool criteria_ticked(const Model& model, const Gate& gate);

int check_gate_skipped(const Judging& judging, Findings& out);
int check_rollback_triggered(const Judging& judging, Findings& out);

}  // namespace muster
