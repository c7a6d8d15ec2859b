// What the recognisers of reports share: counts that are counts, and one order of rules from counts
// and a stated verdict to the verdict of a report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "domain/record.h"

namespace muster::recognise {

/// No report counts more; sums of such counts are counts still.
constexpr long long kMostCounted = 1'000'000'000'000;

struct Reading {
  record::Report report;
  std::optional<bool> says_pass;  // what the report says of itself
  bool failing = false;           // something in it failed, whatever it says of itself
  bool broken = false;            // something in it cannot be a count, or contradicts itself
  std::string no_verdict;         // why a report without verdict has none, as the end of a sentence
};

/// The words of a format for what became of a part, with bars between: "passed|ok".
struct States {
  std::string_view passed;
  std::string_view failed;
  std::string_view skipped;
};

/// Whether the word is one of those with bars between.
bool is_word_of(std::string_view words, std::string_view word);

/// What the smallest parts of a report add up to: its tests, checks, packages.
struct Counts {
  long long passed = 0;
  long long failed = 0;
  long long skipped = 0;
  long long unknown = 0;
  std::string unknown_word;  // the first state that the format does not have

  void add_unknown(std::string_view word);
  void add(std::string_view state, const States& states);
};

/// Takes the counts of the parts as those of the report; parts of an unknown state are a doubt.
/// Where one failed, so did the report.
void take_counts(const Counts& counts, std::string_view parts, Reading& reading);

/// A doubt where a summary tells another number than its parts: "its summary says 3 passed, its
/// tests say 2".
void compare_count(std::string_view name, std::optional<long long> stated, long long counted,
                   std::string_view parts, Reading& reading);

/// A doubt: a format of this version may mean something else.
void add_unknown_version(std::string_view version, Reading& reading);

/// The `success` of formats that always tell it: false fails the report, what is no `true` is a
/// doubt.
void read_required_success(const Json& json, Reading& reading);

/// How long it took: a number, of so many milliseconds each.
void read_length(const Json* value, double milliseconds, Reading& reading);

/// The report measures or lists, and its format knows no pass: `what` goes on "… and no verdict".
void measures(std::string_view what, Reading& reading);

/// A whole number of zero or more in a text of digits; none where it is something else.
std::optional<long long> whole_number(std::string_view text);

/// Reads a count into `out`. What is no whole number of zero or more breaks the reading, with a
/// reason. A member that is not there leaves `out` empty.
void read_count(const Json* value, std::string_view name, std::optional<long long>& out,
                Reading& reading);

/// Words such as "pass" and "failed"; none where the text is neither.
std::optional<bool> read_verdict_word(std::string_view text);

/// A text; of an object, its members in one line. Empty where there is none.
std::string text_of(const Json* value);
/// {"name": "psql", "version": "16"} is "psql 16".
std::string tool_of(const Json* value);

/// The first of these members that is a date and time.
void read_time(const Json& json, std::initializer_list<std::string_view> names, Reading& reading);

/// The time of a report that could verify: an impossible or incredible one breaks the reading. In
/// ISO 8601, or as a number of milliseconds or seconds since 1970.
void read_credible_time(const Json* value, std::string_view name, Reading& reading);
/// What such a report says beside its own verdict (the member of that name) and counts.
void weigh(const Json& json, std::string_view own_verdict, Reading& reading);
/// The files that it names as what it rests on.
void read_refs(const Json& json, Reading& reading);

/// The verdict: failed before broken before empty before what the report says.
record::Report conclude(Reading reading);

/// Not recognised where it is no result object.
record::Report read_generic_report(const Json& json);

}  // namespace muster::recognise
