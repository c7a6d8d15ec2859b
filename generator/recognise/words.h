// The keys that result objects use: which tell pass or fail, and which count what was looked at.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/reading.h"

namespace muster::recognise {

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

/// Whether a member tells pass or fail, by its name.
bool is_verdict_key(std::string_view name);
/// Whether true, or more than none, is bad there: hasErrors.
bool is_negated_key(std::string_view name);
/// Whether it should tell pass or fail, and its text is neither: "partial". That a run is
/// "finished" is no verdict and spoils none.
bool is_unclear_verdict(const Json::Member& member);

bool is_one_of(std::span<const std::string_view> words, std::string_view word);
/// Lower case, letters and digits only: "dry_run" and "dryRun" are "dryrun".
std::string plain_name(std::string_view name);
/// "orgCount", "files_scanned" and "tests-total" in lower-case words.
std::vector<std::string> words_of(std::string_view name);
/// Whether the name has a word of the first list, and no word that is in neither.
bool is_made_of(std::string_view name, std::span<const std::string_view> needed,
                std::span<const std::string_view> fillers);

/// Whether a number counts what was looked at: orgCount, filesScanned, tests. Counters of what was
/// found or went wrong (openCount, vulnerabilityCount) do not.
bool is_scope_counter(const Json::Member& member);
/// Whether a scope counter of the object is more than 0.
bool has_scope(const Json& json);
/// A list of what was looked at. Other lists may well be empty: tags, errors, notes.
bool is_scope_list(std::string_view name);
/// Whether a list holds what a scan found: empty is good there.
bool is_result_of_scan(const Json& json, std::string_view list);

}  // namespace muster::recognise
