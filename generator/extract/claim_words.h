// Words of results: what in a statement says that something failed, or that it is still to come.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::extract {

/// How a part of a text stands to what comes before it.
enum class PartKind {
  main,    // the sentence itself
  value,   // after a colon
  remark,  // after a dash, or in brackets
};

/// A part of a text between dashes, colons, brackets, commas and full stops: a result stands alone
/// in one.
struct Part {
  PartKind kind = PartKind::main;
  std::string text;                // as written, trimmed
  std::vector<std::string> words;  // lower case, without punctuation around
};

std::vector<Part> parts_of(std::string_view text);
std::vector<std::string> words_in(std::string_view text);

/// “2 of 25 still failing”, “Tests failed”, “not passing on prod”, “❌”. Not “Failed logins are
/// locked out”, “0 failed” or “Stops on FAIL”.
bool says_failed(const Part& part);

/// “needs re-run”, “not run against production”, “will be done by ops”, “60% pass”. Not “Open ports
/// are closed”.
bool says_pending(const Part& part);

/// Whether a text begins by saying that it is not done: “NOT DONE: migrate users”, “WIP — smoke”,
/// “(pending) smoke”. Not “Pending migrations applied”.
bool begins_undone(const std::vector<Part>& parts);

/// “not passed”, “did not pass”, “Not OK”, anywhere.
bool denies_pass(const std::vector<std::string>& words);

/// “60% pass”, “pass rate 60%”, “passed 2 of 3”, “2/3 passed”: less than all.
bool passes_in_part(const std::vector<std::string>& words);

/// “Scan report attached”, “see evidence”. Not “Error report reviewed”.
bool speaks_of_evidence(const std::vector<Part>& parts);

/// “once fixed”, “simulated”, “dry run”: no result of the real thing.
bool is_conditional(const std::vector<std::string>& words);

}  // namespace muster::extract
