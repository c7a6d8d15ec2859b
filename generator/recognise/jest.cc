// Jest's `--json`: the assertions tell the counts, and what broke beside them may only take the
// pass back. Members by jest-test-result's types.
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

void count(const Json& assertions, Counts& counts) {
  for (const Json& assertion : assertions.items) {
    const std::string_view status = text_at(assertion, "/status");
    if (status == "passed")
      ++counts.passed;
    else if (status == "failed")
      ++counts.failed;
    else if (status == "pending" || status == "skipped" || status == "todo" ||
             status == "disabled" || status == "focused")
      ++counts.skipped;
    else
      counts.add_unknown(status);
  }
}

int score(const Json& json) {
  return telling(
      json, {"/numTotalTests", "/testResults", "/numRuntimeErrorTestSuites", "/wasInterrupted"});
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Jest";
  Counts counts;
  for (const Json& file : json.find("testResults")->items) {
    if (const Json* assertions = at(file, "/assertionResults", Json::Kind::array))
      count(*assertions, counts);
    if (text_at(file, "/status") == "failed") add_failure(reading, "one of its test files failed");
  }
  compare_count("passed", count_at(json, "/numPassedTests"), counts.passed, "tests", reading);
  compare_count("failed", count_at(json, "/numFailedTests"), counts.failed, "tests", reading);
  take_counts(counts, "tests", reading);
  if (count_at(json, "/numRuntimeErrorTestSuites") != 0)
    add_failure(reading, "test suites broke before they ran");
  if (const Json* success = json.find("success"); success != nullptr) {
    reading.report.verdict_line = success->line;
    if (!success->is(Json::Kind::boolean))
      add_doubt(reading, "success is neither true nor false");
    else if (!success->boolean)
      reading.says_pass = false;
  }
  const Json* interrupted = json.find("wasInterrupted");
  if (!interrupted->is(Json::Kind::boolean) || interrupted->boolean)
    add_doubt(reading, "it was cut short: wasInterrupted");
  read_credible_time(json.find("startTime"), "startTime", reading);
}

}  // namespace

constinit const Recogniser jest{"Jest", score, read};

}  // namespace muster::recognise
