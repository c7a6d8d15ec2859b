// JSON reports, recognised by their content: our own schema, CTRF, and result objects that only
// their keys give away. A pass that exercised nothing is empty, and every verdict has its reasons.
#include "recognise/reading.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

// A run before this, or at a day that does not exist, is told by no clock that can be trusted.
constexpr Instant kFirstCredible{946684800};  // 2000-01-01
constexpr Instant kLastCredible{4102444800};  // 2100-01-01

// Words of letters and digits, without what stands in parentheses: "PASS (23/23)" is "pass".
std::string plain_words(std::string_view text) {
  std::string words;
  int depth = 0;
  for (const char& c : text) {
    if (c == '(') ++depth;
    const bool inside = depth > 0;
    if (c == ')' && depth > 0) --depth;
    if (inside) continue;
    if (is_alnum(c))
      words += lower(std::string_view(&c, 1));
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return std::string(trim(words));
}

bool is_credible(Instant instant) { return instant >= kFirstCredible && instant < kLastCredible; }

// Milliseconds since 1970, or seconds where those make no sense.
std::optional<Instant> instant_of(const Json& value) {
  if (value.is(Json::Kind::string)) return read_instant(value.text);
  constexpr double most = 1e15;
  if (!value.is(Json::Kind::number) || !(std::abs(value.number) <= most)) return std::nullopt;
  const auto ticks = static_cast<long long>(std::floor(value.number));
  const Instant by_milliseconds{ticks / 1000};
  return is_credible(Instant{ticks}) ? Instant{ticks} : by_milliseconds;
}

}  // namespace

bool is_word_of(std::string_view words, std::string_view word) {
  const std::vector<std::string_view> all = split(words, '|');
  return !word.empty() && std::find(all.begin(), all.end(), word) != all.end();
}

std::string text_of(const Json* value) {
  if (value == nullptr) return {};
  if (value->is(Json::Kind::string)) return value->text;
  if (!value->is(Json::Kind::object)) return {};
  std::string out;
  for (const Json::Member& member : value->members) {
    if (!member.value.is(Json::Kind::string) && !member.value.is(Json::Kind::number)) continue;
    if (!out.empty()) out += ", ";
    out += cat({member.name, " ", member.value.text});
  }
  return out;
}

std::string tool_of(const Json* value) {
  if (value == nullptr || !value->is(Json::Kind::object)) return text_of(value);
  const std::string name = text_of(value->find("name"));
  const std::string version = text_of(value->find("version"));
  return version.empty() ? name : cat({name, " ", version});
}

void read_count(const Json* value, std::string_view name, std::optional<long long>& out,
                Reading& reading) {
  if (value == nullptr) return;
  long long count = 0;
  if (value->as_integer(count) && count >= 0 && count <= kMostCounted) {
    out = count;
    return;
  }
  const std::string shown = value->is(Json::Kind::string)
                                ? cat({"the text \"", shorten(value->text, 20), "\""})
                            : value->is(Json::Kind::number) ? shorten(value->text, 20)
                                                            : std::string("no number");
  add_doubt(reading, cat({name, " is ", shown, ", which is no count"}));
}

std::optional<bool> read_verdict_word(std::string_view text) {
  const std::string words = plain_words(text);
  for (const std::string_view word :
       {"pass", "passed", "ok", "success", "successful", "succeeded", "green", "go", "approved"})
    if (words == word) return true;
  for (const std::string_view word :
       {"fail",      "failed",   "failure",  "error",        "errored",   "red",
        "no go",     "rejected", "blocked",  "unsuccessful", "not ok",    "degraded",
        "unhealthy", "broken",   "crashed",  "aborted",      "timed out", "timeout",
        "timedout",  "down",     "critical", "not healthy",  "ko"})
    if (words == word) return false;
  for (const std::string_view front :
       {"failed with ", "failed at ", "failed due ", "failed after ", "failed because ",
        "failed in ", "failed on ", "completed with errors", "completed with failures",
        "finished with errors", "passed with failures", "passed with errors", "error in "})
    if (words.starts_with(front)) return false;
  // "PASS (23/23)": what the parentheses add is told by the counts.
  return std::nullopt;
}

std::optional<long long> whole_number(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 12 ||
      text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return std::stoll(std::string(text));
}

void read_time(const Json& json, std::initializer_list<std::string_view> names, Reading& reading) {
  for (const std::string_view name : names) {
    const Json* value = json.find(name);
    if (value == nullptr || !value->is(Json::Kind::string)) continue;
    bool zone_missing = false;
    const std::optional<Instant> instant = read_instant(value->text, &zone_missing);
    if (!instant) continue;
    reading.report.taken_at = instant;
    reading.report.zone_missing = zone_missing;
    return;
  }
}

void read_credible_time(const Json* value, std::string_view name, Reading& reading) {
  if (value == nullptr || value->is(Json::Kind::null)) return;
  if (value->is(Json::Kind::string) && trim(value->text).empty()) return;
  const std::optional<Instant> instant = instant_of(*value);
  if (!instant)
    return add_doubt(
        reading, cat({name, " is \"", shorten(value->text, 40), "\", which is no date and time"}));
  if (!is_credible(*instant))
    return add_doubt(
        reading, cat({name, " is ", format_date(date_of(*instant)), ", which is not credible"}));
  reading.report.taken_at = instant;
  if (value->is(Json::Kind::string)) read_instant(value->text, &reading.report.zone_missing);
}

void weigh(const Json& json, std::string_view own_verdict, Reading& reading) {
  read_all_troubles(json, reading);
  if (is_dry_run(json)) add_doubt(reading, "it was a dry run");
  if (is_example(json)) add_doubt(reading, "it calls itself an example");
  if (read_stated(json).passes == false && reading.says_pass == true)
    add_doubt(reading, "its keys contradict each other");
  for (const Json::Member& member : json.members)
    if (member.name != own_verdict && is_unclear_verdict(member))
      add_doubt(reading, cat({shorten(member.name, 40), " is \"", shorten(member.value.text, 40),
                              "\", which is neither pass nor fail"}));
}

void Counts::add_unknown(std::string_view word) {
  if (unknown++ == 0) unknown_word = word;
}

void Counts::add(std::string_view state, const States& states) {
  if (is_word_of(states.passed, state))
    ++passed;
  else if (is_word_of(states.failed, state))
    ++failed;
  else if (is_word_of(states.skipped, state))
    ++skipped;
  else
    add_unknown(state);
}

void take_counts(const Counts& counts, std::string_view parts, Reading& reading) {
  record::Report& report = reading.report;
  if (counts.unknown > 0)
    add_doubt(reading, cat({"the state of ", number(counts.unknown), " of its ", parts,
                            " is not known: \"", shorten(counts.unknown_word, 40), "\""}));
  report.passed = counts.passed;
  report.failed = counts.failed;
  report.skipped = counts.skipped;
  report.executed = counts.passed + counts.failed;
  if (!reading.says_pass || counts.failed > 0) reading.says_pass = counts.failed == 0;
}

void compare_count(std::string_view name, std::optional<long long> stated, long long counted,
                   std::string_view parts, Reading& reading) {
  if (stated && *stated != counted)
    add_doubt(reading, cat({"its summary says ", number(*stated), " ", name, ", its ", parts,
                            " say ", number(counted)}));
}

void add_unknown_version(std::string_view version, Reading& reading) {
  add_doubt(reading,
            cat({"the version \"", shorten(version, 40), "\" of its format is not known here"}));
}

void read_required_success(const Json& json, Reading& reading) {
  const Json* success = json.find("success");
  if (success == nullptr) return add_doubt(reading, "it does not say whether it succeeded");
  reading.report.verdict_line = success->line;
  if (!success->is(Json::Kind::boolean))
    add_doubt(reading, "success is neither true nor false");
  else if (!success->boolean)
    reading.says_pass = false;
}

void read_length(const Json* value, double milliseconds, Reading& reading) {
  constexpr double most = 1e12;
  if (value == nullptr || !value->is(Json::Kind::number)) return;
  const double length = value->number * milliseconds;
  if (length >= 0 && length <= most) reading.report.milliseconds = std::llround(length);
}

void measures(std::string_view what, Reading& reading) {
  reading.report.measures = true;
  reading.no_verdict = cat({"it ", what, ", and its format knows no verdict"});
}

void read_refs(const Json& json, Reading& reading) {
  for (const std::string_view name : {"evidenceRefs", "evidence_refs"}) {
    const Json* refs = json.find(name);
    if (refs == nullptr) continue;
    if (refs->is(Json::Kind::string)) reading.report.refs.push_back(refs->text);
    for (const Json& ref : refs->items)
      if (const Json* path = ref.is(Json::Kind::object) ? ref.find("path") : &ref;
          path != nullptr && path->is(Json::Kind::string))
        reading.report.refs.push_back(path->text);
  }
}

record::Report conclude(Reading reading) {
  record::Report& report = reading.report;
  if (reading.broken || reading.failing) report.measures = false;  // its numbers prove nothing
  using record::ReportVerdict;
  const auto because = [&](ReportVerdict verdict, std::string reason) {
    report.verdict = verdict;
    if (!reason.empty()) report.reasons.push_back(std::move(reason));
    return report;
  };
  if (reading.failing) return because(ReportVerdict::fail, {});
  if (report.failed.value_or(0) > 0)
    return because(ReportVerdict::fail, cat({"failed is ", number(*report.failed)}));
  if (reading.says_pass == false) return because(ReportVerdict::fail, "it says that it failed");
  if (reading.broken) return because(ReportVerdict::unknown, {});
  if (report.executed == 0)
    return because(ReportVerdict::empty, report.skipped.value_or(0) > 0 ? "everything was skipped"
                                                                        : "nothing was executed");
  if (report.passed == 0) return because(ReportVerdict::empty, "nothing passed");
  if (reading.says_pass == true) return because(ReportVerdict::pass, {});
  return because(ReportVerdict::unknown,
                 reading.no_verdict.empty() ? "it gives no verdict" : reading.no_verdict);
}

}  // namespace muster::recognise
