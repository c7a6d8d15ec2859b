// Jest's `--json`: the assertions tell the counts, and what broke beside them may only take the
// pass back. Members by jest-test-result's types.
#include "recognise/assertions.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr States kStates{"passed", "failed", "pending|skipped|todo|disabled|focused"};

int score(const Json& json) {
  const int own = points_of(json, {"numRuntimeErrorTestSuites", "wasInterrupted"});
  return own == 0 ? 0 : own + assertion_points(json);
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Jest";
  const Counts counts = count_assertions(json, kStates, reading);
  compare_count("passed", required_at(json, "/numPassedTests", reading), counts.passed, "tests",
                reading);
  compare_count("failed", required_at(json, "/numFailedTests", reading), counts.failed, "tests",
                reading);
  compare_count("tests", required_at(json, "/numTotalTests", reading),
                counts.passed + counts.failed + counts.skipped + counts.unknown, "tests", reading);
  take_counts(counts, "tests", reading);
  const auto broken = required_at(json, "/numRuntimeErrorTestSuites", reading);
  if (broken.value_or(0) > 0) add_failure(reading, "test suites broke before they ran");
  read_required_success(json, reading);
  const Json* interrupted = at(json, "/wasInterrupted", Json::Kind::boolean);
  if (interrupted == nullptr || interrupted->boolean)
    add_doubt(reading, "it was cut short: wasInterrupted");
  read_credible_time(json.find("startTime"), "startTime", reading);
}

}  // namespace

constinit const Recogniser jest{"Jest", score, read};

}  // namespace muster::recognise
