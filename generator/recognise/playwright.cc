// Playwright's JSON reporter: suites nest, and their specs hold the tests, one for each project.
// Members by Playwright's testReporter types. A test may be "expected" because it was to fail:
// such a test proves nothing.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr int kDeepest = 64;  // of suites in suites

struct Tests {
  Counts counts;
  long long expected = 0;
  long long unexpected = 0;
  long long flaky = 0;
  long long skipped = 0;
};

// Its stats, or its configuration with its suites: one may have been lost.
int score(const Json& json) {
  const int stats = telling_signs(json, {{"/stats/expected", Json::Kind::number},
                                         {"/stats/unexpected", Json::Kind::number},
                                         {"/stats/flaky", Json::Kind::number}});
  const int run = telling_signs(
      json, {{"/config/projects", Json::Kind::array}, {"/suites", Json::Kind::array}});
  return stats + run;
}

std::string_view last_status(const Json& test) {
  const std::vector<Json>& results = items_at(test, "/results");
  return results.empty() ? std::string_view() : text_at(results.back(), "/status");
}

void count_expected(const Json& test, Tests& tests, Reading& reading) {
  ++tests.expected;
  if (text_at(test, "/expectedStatus") != "passed") {
    ++tests.counts.skipped;  // it was to fail, and did
    return;
  }
  ++tests.counts.passed;
  if (last_status(test) != "passed")
    add_doubt(reading, "a test that is said to have passed has no result that says so");
}

void count_test(const Json& test, Tests& tests, Reading& reading) {
  const std::string_view status = text_at(test, "/status");
  if (last_status(test) == "interrupted") add_doubt(reading, "it was cut short: interrupted");
  if (status == "expected") return count_expected(test, tests, reading);
  tests.unexpected += status == "unexpected" ? 1 : 0;
  tests.flaky += status == "flaky" ? 1 : 0;
  tests.skipped += status == "skipped" ? 1 : 0;
  tests.counts.add(status, {"flaky", "unexpected", "skipped"});
}

void count_spec(const Json& spec, Tests& tests, Reading& reading) {
  const Json* ok = at(spec, "/ok", Json::Kind::boolean);
  if (ok == nullptr) add_doubt(reading, "one of its specs does not say whether it is ok");
  if (ok != nullptr && !ok->boolean) add_failure(reading, "one of its specs is not ok");
  for (const Json& test : parts_at(spec, "/tests", "tests in one of its specs", reading))
    count_test(test, tests, reading);
}

void count_suites(const Json& parent, int depth, Tests& tests, Reading& reading) {
  if (depth > kDeepest) return add_doubt(reading, "its suites nest too deeply to be read");
  for (const Json& suite : items_at(parent, "/suites")) {
    for (const Json& spec : items_at(suite, "/specs")) count_spec(spec, tests, reading);
    count_suites(suite, depth + 1, tests, reading);
  }
}

void compare(const Json& json, const Tests& tests, Reading& reading) {
  if (at(json, "/stats", Json::Kind::object) == nullptr)
    return add_doubt(reading, "it has no stats");
  const auto compare_one = [&](std::string_view name, long long counted) {
    compare_count(name, required_at(json, cat({"/stats/", name}), reading), counted, "tests",
                  reading);
  };
  compare_one("expected", tests.expected);
  compare_one("unexpected", tests.unexpected);
  compare_one("flaky", tests.flaky);
  compare_one("skipped", tests.skipped);
}

void read_config(const Json& json, const Tests& tests, Reading& reading) {
  const Json* fail_on_flaky = at(json, "/config/failOnFlakyTests", Json::Kind::boolean);
  if (fail_on_flaky != nullptr && fail_on_flaky->boolean && tests.flaky > 0)
    add_failure(reading, "tests were flaky, which its configuration does not allow");
  const long long total = count_at(json, "/config/shard/total").value_or(1);
  if (total > 1) add_doubt(reading, cat({"it is only one of ", number(total), " shards"}));
}

// Whether the version is known, or not told.
bool read_version(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/config/version");
  reading.report.tool = version.empty() ? "Playwright" : cat({"Playwright ", shorten(version, 20)});
  if (json.at("/config/version") == nullptr || version.starts_with("1.")) return true;
  add_unknown_version(version, reading);
  return false;
}

void read_errors(const Json& json, Reading& reading) {
  if (at(json, "/errors", Json::Kind::array) == nullptr)
    add_doubt(reading, "it does not say whether errors stood beside its tests");
  if (const auto errors = static_cast<long long>(items_at(json, "/errors").size()); errors > 0)
    add_failure(reading, cat({"errors beside its tests: ", number(errors)}));
}

void read(const Json& json, Reading& reading) {
  if (!read_version(json, reading)) return;
  parts_at(json, "/suites", "suites", reading);
  Tests tests;
  count_suites(json, 1, tests, reading);
  compare(json, tests, reading);
  take_counts(tests.counts, "tests", reading);
  read_errors(json, reading);
  read_config(json, tests, reading);
  if (const Json* stats = at(json, "/stats", Json::Kind::object)) {
    reading.report.verdict_line = stats->line;
    read_credible_time(stats->find("startTime"), "startTime", reading);
    read_length(stats->find("duration"), 1, reading);
  }
}

}  // namespace

constinit const Recogniser playwright{"Playwright", score, read};

}  // namespace muster::recognise
