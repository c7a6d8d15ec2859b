// What in a report speaks against its pass, wherever it stands: failures beside the headline, runs
// that were dry, cut short or not credible in time.
#pragma once

#include "recognise/reading.h"

namespace muster::recognise {

/// Adds a reason for which the report fails, or proves nothing.
void add_failure(Reading& reading, std::string reason);
void add_doubt(Reading& reading, std::string reason);

/// Whether the report, or an object in it, calls itself a dry run, a simulation or a mock; of a
/// list, only where all of it does.
bool is_dry_run(const Json& json);

/// Whether the report calls itself an example or a placeholder.
bool is_example(const Json& json);

/// For result objects of no format: failures in the places that usually tell them (entries of lists
/// and objects of checks, counts and lists of failures), and runs that were cut short.
void read_troubles(const Json& json, Reading& reading);

/// For reports that could verify: the same at any depth, and every verdict there. What tells of
/// another run (a baseline, a retry) and what only sets up this one is left out.
void read_all_troubles(const Json& json, Reading& reading);

}  // namespace muster::recognise
