// The keys that result objects use: which tell pass or fail, which count what was looked at, and
// what in an object speaks against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/report.h"

namespace muster::extract {

/// What an object says of itself by its verdict keys.
struct Stated {
  bool any = false;            // there is a verdict key
  std::optional<bool> passes;  // none where what it says is neither
  bool contradicts = false;    // two keys say different things
  std::string key;
  std::string text;
  int line = 0;
};
Stated read_stated(const Json& json);

/// Whether a number counts what was looked at: orgCount, filesScanned, tests. Counters of what was
/// found or went wrong (openCount, vulnerabilityCount) do not.
bool is_scope_counter(const Json::Member& member);
/// Whether a scope counter of the object is more than 0.
bool has_scope(const Json& json);
/// A list of what was looked at. Other lists may well be empty: tags, errors, notes.
bool is_scope_list(std::string_view name);
/// Whether a list holds what a scan found: empty is good there.
bool is_result_of_scan(const Json& json, std::string_view list);

bool is_dry_run(const Json& json);

/// Failures told elsewhere than by the headline: failing entries of lists and objects of checks,
/// counts and lists of failures. Each is a reason, and the report fails.
void read_troubles(const Json& json, Reading& reading);

}  // namespace muster::extract
