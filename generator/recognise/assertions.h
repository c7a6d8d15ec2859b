// The results that the JSON reporters of Jest and Vitest share: files of tests, and in each its
// tests with their status.
#pragma once

#include "recognise/reading.h"

namespace muster::recognise {

/// The points of the members that both have; enough are there to know even a report that has lost
/// some.
int assertion_points(const Json& json);

/// Counts the tests of all files; a file that failed or lists no tests weighs against the report.
Counts count_assertions(const Json& json, const States& states, Reading& reading);

}  // namespace muster::recognise
