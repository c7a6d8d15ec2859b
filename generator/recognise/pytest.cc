// pytest-json-report: its tests tell the counts; absent counts of its summary are 0, by its README,
// and its exit code is pytest's. What was expected to fail and did proves nothing; what was left
// out of the run by its options counts as skipped.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr States kStates{"passed|xpassed", "failed|error", "skipped|xfailed"};
constexpr long long kNoneCollected = 5;  // an exit code

int score(const Json& json) {
  const int needed =
      telling_signs(json, {{"/exitcode", Json::Kind::number}, {"/summary", Json::Kind::object}});
  const int others = points_of(json, {"created", "root", "environment", "collectors", "tests"});
  return needed == 0 || others < 2 ? 0 : needed + others;
}

bool has_failed_stage(const Json& test) {
  for (const std::string_view stage : {"/setup/outcome", "/call/outcome", "/teardown/outcome"})
    if (text_at(test, stage) == "failed") return true;
  return false;
}

Counts count(const Json& json, Reading& reading) {
  Counts counts;
  for (const Json& test : parts_at(json, "/tests", "tests", reading)) {
    const std::string_view outcome = text_at(test, "/outcome");
    counts.add(outcome, kStates);
    if (outcome == "passed" && has_failed_stage(test))
      add_doubt(reading, "a test that passed has a stage that failed");
  }
  return counts;
}

long long tests_of(const Json& json, std::string_view outcome) {
  long long tests = 0;
  for (const Json& test : items_at(json, "/tests")) tests += text_at(test, "/outcome") == outcome;
  return tests;
}

void compare(const Json& json, Reading& reading) {
  if (at(json, "/tests", Json::Kind::array) == nullptr) return;
  for (const std::string_view outcome :
       {"passed", "failed", "error", "skipped", "xfailed", "xpassed"}) {
    const std::string pointer = cat({"/summary/", outcome});
    const std::optional<long long> stated = stated_at(json, pointer, reading);
    compare_count(outcome, stated.value_or(0), tests_of(json, outcome), "tests", reading);
  }
  compare_count("tests", required_at(json, "/summary/total", reading),
                static_cast<long long>(items_at(json, "/tests").size()), "tests", reading);
}

void read_exit_code(const Json& json, Reading& reading) {
  reading.report.verdict_line = json.find("exitcode")->line;
  const std::optional<long long> code = count_at(json, "/exitcode");
  if (code == 0 || code == kNoneCollected) return;
  if (code == 2) return add_doubt(reading, "it was cut short: exitcode is 2");
  add_failure(reading, cat({"exitcode is ", shorten(json.find("exitcode")->text, 20)}));
}

void read(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/environment/Packages/pytest");
  reading.report.tool = version.empty() ? "pytest" : cat({"pytest ", shorten(version, 20)});
  Counts counts = count(json, reading);
  compare(json, reading);
  counts.skipped += stated_at(json, "/summary/deselected", reading).value_or(0);
  take_counts(counts, "tests", reading);
  for (const Json& collector : items_at(json, "/collectors"))
    if (text_at(collector, "/outcome") == "failed")
      add_failure(reading, "tests could not be collected");
  read_exit_code(json, reading);
  if (count_at(json, "/exitcode") == kNoneCollected && counts.passed > 0)
    add_doubt(reading, "exitcode says that no tests were collected, but some passed");
  read_credible_time(json.find("created"), "created", reading);
  read_length(json.find("duration"), 1000, reading);
}

}  // namespace

constinit const Recogniser pytest{"pytest-json-report", score, read};

}  // namespace muster::recognise
