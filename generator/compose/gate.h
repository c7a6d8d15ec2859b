// Gates and phases as pages show them.
#pragma once

#include "compose/view.h"

namespace muster {

/// The state of a phase's gate in words: "Passed", "Gate open", "Not started", "Closed before C".
/// What was passed on word alone says so, and has not the tone of what is verified.
Mark gate_mark_of(const GateAudit& audit, bool started);
Data::Object gate_mark(const View& view, const Phase& phase);
Data::Object gate_mark(const View& view, GateId gate);

/// Phases with the state of their gates; empty where the document has less than two.
Data::List phase_rail(const View& view, DocumentId document);

/// Decision points and approvals of a document with their criteria, and what was recorded.
Data::List decision_points(const View& view, DocumentId document);

}  // namespace muster
