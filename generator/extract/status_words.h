// What takes a "done" back: the words that may follow it, those that may not, and those that only
// spoil it where something is left ("no open issues" spoils nothing).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"

namespace muster::extract {

constexpr std::size_t kLongestStatus = 2000;  // bytes; what is longer is no status

/// The statements of a status: "Fixed in #12 (prod outstanding)" has two. Dates, times and shares
/// stay whole.
std::vector<std::string_view> statements_in(std::string_view status);

/// The longest status word in front of words (in normal form).
struct StatusPhrase {
  StatusClass status = StatusClass::unknown;
  std::size_t length = 0;  // in bytes; 0 = none stands there
};
StatusPhrase status_phrase(std::string_view words);

/// What may follow a word such as "completed" in its own statement: a date, an id, what it was done
/// in, by or with. All of it in normal form. "Closed beta" and "passed to ops" are no "done".
bool may_follow_done(std::string_view done, std::string_view after);

/// Whether one of the statements takes back the "done" that the first of them says.
bool take_back_done(const std::vector<std::string_view>& statements);

/// Whether words (in normal form) begin by saying that something is done only in part, or end by
/// saying that something is left.
bool begins_in_doubt(std::string_view words);
bool ends_in_doubt(std::string_view words);

}  // namespace muster::extract
