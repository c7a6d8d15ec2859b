// The Common Test Report Format: its tests tell the counts, and everything beside them may only
// take the pass back.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

// 0.x and 1.x.
bool knows_ctrf(const Json& version) {
  const std::string_view major = std::string_view(version.text).substr(0, version.text.find('.'));
  return version.is(Json::Kind::string) && (major == "0" || major == "1");
}

// A word that the format does not have is a failure or unknown.
Counts count(const Json& tests) {
  Counts counts;
  for (const Json& test : tests.items) {
    const std::string status = text_of(test.find("status"));
    if (status == "passed") {
      ++counts.passed;
    } else if (status == "skipped" || status == "pending" || status == "other") {
      ++counts.skipped;
    } else if (read_verdict_word(status) == false) {
      ++counts.failed;
    } else {
      counts.add_unknown(status);
    }
  }
  return counts;
}

// The tests tell the counts; the summary may only agree. Failures of either count.
void take_tests(const Json& tests, const std::optional<long long>& listed, Reading& reading) {
  const record::Report summary = reading.report;
  Counts counts = count(tests);
  compare_count("passed", summary.passed, counts.passed, "tests", reading);
  compare_count("failed", summary.failed, counts.failed, "tests", reading);
  compare_count("skipped", summary.skipped, counts.skipped, "tests", reading);
  compare_count("tests", listed, static_cast<long long>(tests.items.size()), "tests", reading);
  counts.failed = std::max(summary.failed.value_or(0), counts.failed);
  take_counts(counts, "tests", reading);
}

int score(const Json& json) {
  if (json.find("reportFormat") != nullptr)
    return text_at(json, "/reportFormat") == "CTRF" ? 2 * kNamesFormat : 0;
  return telling(json, {"/results/tool", "/results/summary", "/results/tests"});
}

void read(const Json& json, Reading& reading) {
  record::Report& report = reading.report;
  if (const Json* version = json.find("specVersion"); version != nullptr && !knows_ctrf(*version)) {
    add_unknown_version(version->text, reading);
    return;
  }
  const Json none;
  const Json* results = json.find("results");
  if (results == nullptr) results = &none;
  const Json* summary = results->find("summary");
  if (summary == nullptr) {
    add_doubt(reading, "it has no summary");
    return;
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
    return;
  }
  take_tests(*leaves, tests, reading);
  weigh(json, {}, reading);
  read_refs(json, reading);
}

}  // namespace

constinit const Recogniser ctrf{"ctrf", score, read};

}  // namespace muster::recognise
