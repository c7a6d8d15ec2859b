// Runs that failed and have no later run of the same name that says otherwise.
#pragma once

#include <vector>

#include "domain/record.h"

namespace muster {

/// The first one of the phase of that gate, or null.
const record::RunNote* failed_run(const Records& records, Id<record::Gate> gate);

/// Those that no gate rests on.
std::vector<const record::RunNote*> failed_runs_without_gate(const Records& records);

/// The line of its result.
int line_of(const record::RunNote& run);

}  // namespace muster
