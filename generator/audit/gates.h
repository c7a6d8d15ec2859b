// Gates: which are passed, which are disputed by a report, and what their decisions say.
#pragma once

#include <vector>

#include "audit/judging.h"

namespace muster {

/// By GateId. Needs the standings.
std::vector<GateAudit> judge_gates(const Judging& judging);

/// Whether every criterion that was not set aside is ticked, and there is one.
bool criteria_ticked(const Model& model, const Gate& gate);

/// Whether a criterion that was not set aside is not ticked. Neither this nor the above holds where
/// all were set aside.
bool has_open_criterion(const Model& model, const Gate& gate);

int check_gate_skipped(const Judging& judging, Findings& out);
int check_rollback_triggered(const Judging& judging, Findings& out);

}  // namespace muster
