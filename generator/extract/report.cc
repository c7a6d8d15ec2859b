// JSON reports, recognised by their content: our own schema, CTRF, and result objects that only
// their keys give away. A pass that exercised nothing is empty, and every verdict has its reasons.
#include "extract/report.h"

#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/report_words.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

constexpr std::string_view kMusterSchema = "muster/evidence/";

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

// {"name": "psql", "version": "16"} is "psql 16".
std::string tool_of(const Json* value) {
  if (value == nullptr || !value->is(Json::Kind::object)) return text_of(value);
  const std::string name = text_of(value->find("name"));
  const std::string version = text_of(value->find("version"));
  return version.empty() ? name : cat({name, " ", version});
}

bool is_ctrf(const Json& json) {
  const Json* format = json.find("reportFormat");
  if (format != nullptr) return format->is(Json::Kind::string) && format->text == "CTRF";
  const Json* results = json.find("results");
  return results != nullptr && results->find("tool") != nullptr &&
         results->find("summary") != nullptr && results->find("tests") != nullptr;
}

bool is_muster(const Json& json) {
  const Json* schema = json.find("schema");
  return schema != nullptr && schema->is(Json::Kind::string) &&
         schema->text.starts_with(kMusterSchema);
}

void disagree(Reading& reading, std::string reason) {
  reading.report.reasons.push_back(std::move(reason));
  reading.broken = true;
}

// Executed may count the skipped ones or not; beyond this point it does not.
void check_sum(Reading& reading) {
  record::Report& report = reading.report;
  if (!report.executed) return;
  const long long ran = report.passed.value_or(0) + report.failed.value_or(0);
  if (*report.executed == ran) return;
  const bool with_skipped = *report.executed == ran + report.skipped.value_or(0);
  if (with_skipped) {
    report.executed = ran;
    return;
  }
  disagree(reading, cat({"executed is ", number(*report.executed), ", but passed and failed are ",
                         number(ran), " together"}));
}

// A count that the schema does not have might be what went wrong.
void check_other_counts(const Json& counts, Reading& reading) {
  for (const Json::Member& member : counts.members) {
    long long count = 1;
    const bool none = member.value.as_integer(count) && count == 0;
    const bool known = member.name == "executed" || member.name == "passed" ||
                       member.name == "failed" || member.name == "skipped";
    if (known || none) continue;
    disagree(reading, cat({"its counts have \"", shorten(member.name, 40),
                           "\", which its schema does not know"}));
  }
}

// A test by its status; a word that the format does not have is a failure or unknown.
struct CtrfLeaves {
  long long passed = 0;
  long long failed = 0;
  long long skipped = 0;
  long long unknown = 0;
  std::string unknown_status;  // the first
};

CtrfLeaves read_ctrf_leaves(const Json& tests) {
  CtrfLeaves leaves;
  for (const Json& test : tests.items) {
    const std::string status = text_of(test.find("status"));
    if (status == "passed") {
      ++leaves.passed;
    } else if (status == "skipped" || status == "pending" || status == "other") {
      ++leaves.skipped;
    } else if (read_verdict_word(status) == false) {
      ++leaves.failed;
    } else {
      if (leaves.unknown++ == 0) leaves.unknown_status = status;
    }
  }
  return leaves;
}

void compare_count(std::string_view name, const std::optional<long long>& stated, long long counted,
                   Reading& reading) {
  if (stated && *stated != counted)
    disagree(reading, cat({"its summary says ", number(*stated), " ", name, ", its tests say ",
                           number(counted)}));
}

// The tests tell the counts; the summary may only agree. Failures of either count.
void count_leaves(const Json& tests, const std::optional<long long>& listed, Reading& reading) {
  record::Report& report = reading.report;
  const CtrfLeaves leaves = read_ctrf_leaves(tests);
  compare_count("passed", report.passed, leaves.passed, reading);
  compare_count("failed", report.failed, leaves.failed, reading);
  compare_count("skipped", report.skipped, leaves.skipped, reading);
  compare_count("tests", listed, static_cast<long long>(tests.items.size()), reading);
  if (leaves.unknown > 0)
    disagree(reading,
             cat({"the status of ", number(leaves.unknown), " of its tests is not known: \"",
                  shorten(leaves.unknown_status, 40), "\""}));
  report.passed = leaves.passed;
  report.failed = std::max(report.failed.value_or(0), leaves.failed);
  report.skipped = leaves.skipped;
  report.executed = leaves.passed + *report.failed;
  reading.says_pass = *report.failed == 0;
}

}  // namespace

void read_count(const Json* value, std::string_view name, std::optional<long long>& out,
                Reading& reading) {
  if (value == nullptr) return;
  long long count = 0;
  if (value->as_integer(count) && count >= 0 && count <= 1'000'000'000'000) {
    out = count;
    return;
  }
  const std::string shown = value->is(Json::Kind::string)
                                ? cat({"the text \"", shorten(value->text, 20), "\""})
                            : value->is(Json::Kind::number) ? shorten(value->text, 20)
                                                            : std::string("no number");
  disagree(reading, cat({name, " is ", shown, ", which is no count"}));
}

std::optional<bool> read_verdict_word(std::string_view text) {
  const std::string words = normal_words(text);
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

record::Report conclude(Reading reading) {
  record::Report& report = reading.report;
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
  return because(ReportVerdict::unknown, "it gives no verdict");
}

record::Report read_muster_report(const Json& json) {
  Reading reading;
  record::Report& report = reading.report;
  const std::string version = json.find("schema")->text.substr(kMusterSchema.size());
  report.format = cat({"muster evidence/", version});
  if (version != "v1") {
    disagree(reading, cat({"the version ", version, " of its schema is not known here"}));
    return conclude(std::move(reading));
  }
  if (const Json* verdict = json.find("verdict")) {
    report.verdict_line = verdict->line;
    if (verdict->is(Json::Kind::string) && (verdict->text == "pass" || verdict->text == "fail")) {
      reading.says_pass = verdict->text == "pass";
    } else {
      disagree(reading, "its verdict is neither pass nor fail");
      if (read_verdict_word(text_of(verdict)) == false) reading.says_pass = false;
    }
  }
  const Json none;
  const Json* counts = json.find("counts");
  if (counts == nullptr) counts = &none;
  read_count(counts->find("executed"), "executed", report.executed, reading);
  read_count(counts->find("passed"), "passed", report.passed, reading);
  read_count(counts->find("failed"), "failed", report.failed, reading);
  read_count(counts->find("skipped"), "skipped", report.skipped, reading);
  check_sum(reading);
  check_other_counts(*counts, reading);
  read_troubles(json, reading);
  read_troubles(*counts, reading);
  if (const Stated stated = read_stated(json); stated.passes == false && reading.says_pass == true)
    disagree(reading, "its keys contradict each other");
  if (is_dry_run(json)) disagree(reading, "it was a dry run");
  read_time(json, {"taken_at"}, reading);
  report.subject = text_of(json.find("subject"));
  report.tool = tool_of(json.find("tool"));
  if (reading.says_pass == true && !report.executed && !reading.broken)
    disagree(reading, "it does not say how much was executed");
  return conclude(std::move(reading));
}

record::Report read_ctrf_report(const Json& json) {
  Reading reading;
  record::Report& report = reading.report;
  report.format = "ctrf";
  const Json none;
  const Json* results = json.find("results");
  if (results == nullptr) results = &none;
  const Json* summary = results->find("summary");
  if (summary == nullptr) {
    disagree(reading, "it has no summary");
    return conclude(std::move(reading));
  }
  report.verdict_line = summary->line;
  std::optional<long long> tests;
  std::optional<long long> pending;
  std::optional<long long> other;
  read_count(summary->find("tests"), "tests", tests, reading);
  read_count(summary->find("passed"), "passed", report.passed, reading);
  read_count(summary->find("failed"), "failed", report.failed, reading);
  read_count(summary->find("skipped"), "skipped", report.skipped, reading);
  read_count(summary->find("pending"), "pending", pending, reading);
  read_count(summary->find("other"), "other", other, reading);
  if (report.skipped || pending || other)
    report.skipped = report.skipped.value_or(0) + pending.value_or(0) + other.value_or(0);
  report.tool = tool_of(results->find("tool"));
  long long stop = 0;
  if (const Json* value = summary->find("stop");
      value != nullptr && value->as_integer(stop) && stop > 0)
    report.taken_at = Instant{stop / 1000};

  const Json* leaves = results->find("tests");
  if (leaves == nullptr || !leaves->is(Json::Kind::array)) {
    disagree(reading, "it lists no tests");
    return conclude(std::move(reading));
  }
  count_leaves(*leaves, tests, reading);
  return conclude(std::move(reading));
}

}  // namespace muster::extract

namespace muster {

record::Report extract_report(const Json& json) {
  if (!json.is(Json::Kind::object)) return {};
  if (extract::is_muster(json)) return extract::read_muster_report(json);
  if (extract::is_ctrf(json)) return extract::read_ctrf_report(json);
  return extract::read_generic_report(json);
}

}  // namespace muster
