// GoogleTest's `--gtest_output=json`: suites hold tests; a test that ran has `status` RUN, and
// since version 1.10 `result` COMPLETED. By the format's description in GoogleTest's guide. Its
// times end in Z and are those of the machine's own zone.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

// Its counts, or its suites: one may have been lost.
int score(const Json& json) {
  const int counts =
      telling_signs(json, {{"/tests", Json::Kind::number}, {"/failures", Json::Kind::number}});
  const int suites = telling_signs(json, {{"/testsuites", Json::Kind::array}});
  const int names = points_of(json, {"tests", "failures", "disabled", "errors", "testsuites"});
  return counts + suites == 0 || names < 4 ? 0 : names;
}

std::string_view state_of(const Json& test) {
  const Json* failures = test.find("failures");
  const bool failed =
      failures != nullptr && !(failures->is(Json::Kind::array) && failures->items.empty());
  if (failed) return "failed";
  const std::string_view status = text_at(test, "/status");
  const std::string_view result = text_at(test, "/result");
  if (status != "RUN" || test.find("result") == nullptr) return status;
  return result.empty() ? "no result" : result;
}

// Where the set-up of a suite fails, GoogleTest fails and its report does not tell: it shows the
// tests of that suite as skipped, and as never begun. A test that skips itself has begun.
bool never_began(const Json& test) {
  const std::string_view begun = text_at(test, "/timestamp");
  return text_at(test, "/result") == "SKIPPED" &&
         (begun.starts_with("1970-01-01") || begun.starts_with("1969-12-31"));
}

void count_tests(const Json& suite, Counts& counts, Reading& reading) {
  for (const Json& test : parts_at(suite, "/testsuite", "tests in one of its suites", reading)) {
    counts.add(state_of(test), {"COMPLETED|RUN", "failed", "SKIPPED|NOTRUN|SUPPRESSED"});
    if (never_began(test))
      add_doubt(reading, cat({"the suite of ", shorten(text_at(test, "/name"), 40),
                              " was not set up, and it does not say why"}));
  }
}

Counts count(const Json& json, Reading& reading) {
  Counts counts;
  for (const Json& suite : parts_at(json, "/testsuites", "test suites", reading)) {
    const long long failed = counts.failed;
    count_tests(suite, counts, reading);
    compare_count("failed in a suite", stated_at(suite, "/failures", reading),
                  counts.failed - failed, "tests", reading);
    if (stated_at(suite, "/errors", reading).value_or(0) > 0)
      add_failure(reading, "one of its test suites has errors");
  }
  return counts;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "GoogleTest";
  const Counts counts = count(json, reading);
  const long long all = counts.passed + counts.failed + counts.skipped + counts.unknown;
  compare_count("tests", required_at(json, "/tests", reading), all, "tests", reading);
  compare_count("failures", required_at(json, "/failures", reading), counts.failed, "tests",
                reading);
  take_counts(counts, "tests", reading);
  if (const long long errors = stated_at(json, "/errors", reading).value_or(0); errors > 0)
    add_failure(reading, cat({"errors is ", number(errors)}));
  if (const Json* failures = json.find("failures")) reading.report.verdict_line = failures->line;
  read_credible_time(json.find("timestamp"), "timestamp", reading);
  reading.report.zone_missing = reading.report.taken_at.has_value();
}

}  // namespace

constinit const Recogniser google_test{"GoogleTest", score, read};

}  // namespace muster::recognise
