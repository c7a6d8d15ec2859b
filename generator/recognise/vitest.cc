// Vitest's `--reporter=json`: Jest's members without those of broken suites and interruption, by
// Vitest's reporters/json.ts. A test that is "pending" there had not ended when the run did.
#include "base/text.h"
#include "recognise/assertions.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr States kStates{"passed", "failed", "skipped|todo|disabled"};

int score(const Json& json) {
  const int jests = points_of(json, {"numRuntimeErrorTestSuites", "wasInterrupted"});
  return jests > 0 ? 0 : assertion_points(json);
}

// Old versions took the skipped for passed.
void compare_passed(std::optional<long long> stated, const Counts& counts, Reading& reading) {
  if (stated != counts.passed + counts.skipped)
    compare_count("passed", stated, counts.passed, "tests", reading);
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Vitest";
  const Counts counts = count_assertions(json, kStates, reading);
  const long long all = counts.passed + counts.failed + counts.skipped + counts.unknown;
  compare_passed(required_at(json, "/numPassedTests", reading), counts, reading);
  compare_count("failed", required_at(json, "/numFailedTests", reading), counts.failed, "tests",
                reading);
  compare_count("tests", required_at(json, "/numTotalTests", reading), all, "tests", reading);
  take_counts(counts, "tests", reading);
  if (const long long suites = stated_at(json, "/numFailedTestSuites", reading).value_or(0);
      suites > 0)
    add_failure(reading,
                cat({number(suites), suites == 1 ? " test suite" : " test suites", " failed"}));
  read_required_success(json, reading);
  read_credible_time(json.find("startTime"), "startTime", reading);
}

}  // namespace

constinit const Recogniser vitest{"Vitest", score, read};

}  // namespace muster::recognise
