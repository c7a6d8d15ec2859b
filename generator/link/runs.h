// Runs: those that failed and have no later run of the same name that says otherwise, and the boxes
// that they speak of.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"

namespace muster {

/// The first one of the phase of that gate, or null.
const record::RunNote* failed_run(const Records& records, Id<record::Gate> gate);

/// Those that no gate rests on.
std::vector<const record::RunNote*> failed_runs_without_gate(const Records& records);

/// The one box of its phase (else of its section) that has all telling words of the run's name:
/// "Production backfill completed" speaks of “Run production backfill in controlled window”. None
/// where the name has fewer than two, and where several boxes have them.
Id<record::Item> item_of_run(const Records& records, const record::RunNote& run);

/// The ticked box of a phase that has all these words, if it is only one.
Id<record::Item> ticked_item_with(const Records& records, Id<record::Phase> phase,
                                  Id<record::Section> section, const std::set<std::string>& words);

/// The words of a name such as "finalSignOff" or “Final sign-off” in lower case.
std::set<std::string> words_in(std::string_view text);

/// The line of its result.
int line_of(const record::RunNote& run);

}  // namespace muster
