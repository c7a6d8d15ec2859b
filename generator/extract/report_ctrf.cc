// The Common Test Report Format: its tests tell the counts, and everything beside them may only
// take the pass back.
#include <algorithm>

#include "base/text.h"
#include "extract/report.h"
#include "extract/report_troubles.h"

namespace muster::extract {

namespace {

// 0.x and 1.x.
bool knows_ctrf(const Json& version) {
  const std::string_view major = std::string_view(version.text).substr(0, version.text.find('.'));
  return version.is(Json::Kind::string) && (major == "0" || major == "1");
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
    add_doubt(reading, cat({"its summary says ", number(*stated), " ", name, ", its tests say ",
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
    add_doubt(reading,
              cat({"the status of ", number(leaves.unknown), " of its tests is not known: \"",
                   shorten(leaves.unknown_status, 40), "\""}));
  report.passed = leaves.passed;
  report.failed = std::max(report.failed.value_or(0), leaves.failed);
  report.skipped = leaves.skipped;
  report.executed = leaves.passed + *report.failed;
  reading.says_pass = *report.failed == 0;
}

}  // namespace

bool is_ctrf_report(const Json& json) {
  const Json* format = json.find("reportFormat");
  if (format != nullptr) return format->is(Json::Kind::string) && format->text == "CTRF";
  const Json* results = json.find("results");
  return results != nullptr && results->find("tool") != nullptr &&
         results->find("summary") != nullptr && results->find("tests") != nullptr;
}

record::Report read_ctrf_report(const Json& json) {
  Reading reading;
  record::Report& report = reading.report;
  report.format = "ctrf";
  if (const Json* version = json.find("specVersion"); version != nullptr && !knows_ctrf(*version)) {
    add_doubt(reading, cat({"the version \"", shorten(version->text, 20),
                            "\" of its format is not known here"}));
    return conclude(std::move(reading));
  }
  const Json none;
  const Json* results = json.find("results");
  if (results == nullptr) results = &none;
  const Json* summary = results->find("summary");
  if (summary == nullptr) {
    add_doubt(reading, "it has no summary");
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
  // Many writers leave 0 where they know no time.
  long long stop = 0;
  if (const Json* value = summary->find("stop");
      value != nullptr && !(value->as_integer(stop) && stop == 0))
    read_credible_time(value, "stop", reading);

  const Json* leaves = results->find("tests");
  if (leaves == nullptr || !leaves->is(Json::Kind::array)) {
    add_doubt(reading, "it lists no tests");
    return conclude(std::move(reading));
  }
  count_leaves(*leaves, tests, reading);
  weigh(json, {}, reading);
  read_refs(json, reading);
  return conclude(std::move(reading));
}

}  // namespace muster::extract
