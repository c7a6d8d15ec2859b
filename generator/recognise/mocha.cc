// Mocha's JSON reporter: the lists of passes, pending tests and failures tell the counts. Members
// by Mocha's reporters/json.js and stats-collector. A failure may be of a hook, which is no test.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  const int stats = telling_signs(json, {{"/stats/suites", Json::Kind::number},
                                         {"/stats/tests", Json::Kind::number},
                                         {"/stats/passes", Json::Kind::number},
                                         {"/stats/failures", Json::Kind::number}});
  const int lists = telling_signs(json, {{"/tests", Json::Kind::array},
                                         {"/passes", Json::Kind::array},
                                         {"/failures", Json::Kind::array}});
  // Mochawesome and Cypress have the stats too, and other members beside them.
  const bool others = json.find("results") != nullptr || json.find("runs") != nullptr;
  const bool any_list = points_of(json, {"tests", "passes", "failures", "pending"}) > 0;
  return others || (stats > 0 && !any_list) ? 0 : stats + lists;
}

long long length_of(const Json& json, std::string_view pointer) {
  return static_cast<long long>(items_at(json, pointer).size());
}

Counts count(const Json& json, Reading& reading) {
  Counts counts;
  parts_at(json, "/tests", "tests", reading);
  counts.passed = static_cast<long long>(parts_at(json, "/passes", "passes", reading).size());
  counts.failed = static_cast<long long>(parts_at(json, "/failures", "failures", reading).size());
  counts.skipped = length_of(json, "/pending");
  return counts;
}

// A test that passed has an empty `err`.
void check_passes(const Json& json, Reading& reading) {
  for (const Json& test : items_at(json, "/passes"))
    if (const Json* error = at(test, "/err", Json::Kind::object); error && !error->members.empty())
      add_doubt(reading, "a test that passed tells an error");
}

void compare(const Json& json, const Counts& counts, Reading& reading) {
  if (at(json, "/stats", Json::Kind::object) == nullptr)
    return add_doubt(reading, "it has no stats");
  compare_count("passed", required_at(json, "/stats/passes", reading), counts.passed, "tests",
                reading);
  compare_count("failed", required_at(json, "/stats/failures", reading), counts.failed, "tests",
                reading);
  compare_count("pending", required_at(json, "/stats/pending", reading), counts.skipped, "tests",
                reading);
  const long long tests = length_of(json, "/tests");
  compare_count("tests", required_at(json, "/stats/tests", reading), tests, "tests", reading);
  const long long ended = counts.passed + counts.failed + counts.skipped;
  if (tests > ended)
    add_doubt(reading, cat({number(tests - ended), " of its tests neither passed nor failed"}));
  if (tests < counts.passed + counts.skipped) add_doubt(reading, "more tests passed than it lists");
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Mocha";
  const Counts counts = count(json, reading);
  check_passes(json, reading);
  compare(json, counts, reading);
  take_counts(counts, "tests", reading);
  const Json* stats = at(json, "/stats", Json::Kind::object);
  if (stats == nullptr) return;
  reading.report.verdict_line = stats->line;
  if (stats->find("end") == nullptr) add_doubt(reading, "it was cut short: it has no end");
  read_credible_time(stats->find("end"), "end", reading);
  read_length(stats->find("duration"), 1, reading);
}

}  // namespace

constinit const Recogniser mocha{"Mocha", score, read};

}  // namespace muster::recognise
