// Newman's JSON reporter, of a run of a Postman collection: the assertions of its executions tell
// the counts. Members by Newman's run/summary.js. Requests that nothing was asserted of prove
// nothing; its environment may hold secrets, and is not read.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  const int needed = telling_signs(json, {{"/run", Json::Kind::object}});
  int others = 0;
  for (const std::string_view pointer :
       {"/run/stats/assertions", "/run/executions", "/run/failures", "/run/timings"})
    others += json.at(pointer) != nullptr ? 1 : 0;
  return needed == 0 || others < 2 ? 0 : needed + others;
}

// Neither missing nor null.
bool is_told(const Json* value) { return value != nullptr && !value->is(Json::Kind::null); }

void count_assertions_of(const Json& execution, Counts& counts) {
  for (const Json& assertion : items_at(execution, "/assertions")) {
    const Json* skipped = assertion.find("skipped");
    const bool told = is_told(skipped);
    if (!assertion.is(Json::Kind::object) || (told && !skipped->is(Json::Kind::boolean)))
      counts.add_unknown({});
    else if (is_told(assertion.find("error")))
      ++counts.failed;
    else if (told && skipped->boolean)
      ++counts.skipped;
    else
      ++counts.passed;
  }
}

Counts count(const Json& json, Reading& reading) {
  Counts counts;
  for (const Json& execution : parts_at(json, "/run/executions", "executions", reading)) {
    count_assertions_of(execution, counts);
    if (is_told(execution.find("requestError")))
      add_failure(reading, "a request could not be sent");
    for (const std::string_view scripts : {"/testScript", "/prerequestScript"})
      for (const Json& script : items_at(execution, scripts))
        if (is_told(script.find("error"))) add_failure(reading, "a script of a request broke");
  }
  return counts;
}

void compare(const Json& json, const Counts& counts, Reading& reading) {
  const long long all = counts.passed + counts.failed + counts.skipped + counts.unknown;
  compare_count("asserted", required_at(json, "/run/stats/assertions/total", reading), all,
                "assertions", reading);
  compare_count("failed", required_at(json, "/run/stats/assertions/failed", reading), counts.failed,
                "assertions", reading);
  const auto pending = stated_at(json, "/run/stats/assertions/pending", reading);
  if (pending.value_or(0) > counts.skipped)
    compare_count("pending", pending, counts.skipped, "assertions", reading);
  for (const std::string_view part : {"iterations", "items", "requests"})
    if (stated_at(json, cat({"/run/stats/", part, "/pending"}), reading).value_or(0) > 0)
      add_doubt(reading, cat({"it was cut short: some of its ", part, " are pending"}));
}

void read_troubles_of(const Json& run, Reading& reading) {
  if (is_told(run.find("error"))) add_failure(reading, "the run broke off with an error");
  const auto failures =
      static_cast<long long>(parts_at(run, "/failures", "failures", reading).size());
  if (failures > 0) add_failure(reading, cat({"failures of the run: ", number(failures)}));
  for (const std::string_view part : {"iterations", "items", "scripts", "prerequests", "requests",
                                      "tests", "testScripts", "prerequestScripts"})
    if (const auto failed = stated_at(run, cat({"/stats/", part, "/failed"}), reading);
        failed.value_or(0) > 0)
      add_failure(reading, cat({number(*failed), " of its ", part, " failed"}));
}

void read_times(const Json& run, Reading& reading) {
  const Json* started = at(run, "/timings/started", Json::Kind::number);
  const Json* completed = at(run, "/timings/completed", Json::Kind::number);
  if (completed == nullptr)
    return add_doubt(reading, "it was cut short: it has no time of its end");
  read_credible_time(completed, "completed", reading);
  Json length = *completed;
  if (started != nullptr) length.number -= started->number;
  if (started != nullptr) read_length(&length, 1, reading);
}

void read(const Json& json, Reading& reading) {
  const Json& run = *json.find("run");
  reading.report.tool = "Newman";
  reading.report.verdict_line = run.line;
  for (const std::string_view name : {"/collection/info/name", "/collection/name"})
    if (reading.report.subject.empty()) reading.report.subject = text_at(json, name);
  const Counts counts = count(json, reading);
  compare(json, counts, reading);
  take_counts(counts, "assertions", reading);
  read_troubles_of(run, reading);
  read_times(run, reading);
}

}  // namespace

constinit const Recogniser newman{"Newman", score, read};

}  // namespace muster::recognise
