// Google Benchmark's JSON: times without a verdict. Members by its json_reporter.cc. A debug build,
// a processor that changes its speed, and benchmarks in error spoil what it measures.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

struct Runs {
  long long measured = 0;
  long long aggregated = 0;  // benchmarks that only their aggregates tell
  long long skipped = 0;
  long long broken = 0;
};

int score(const Json& json) {
  const int context = telling_signs(
      json, {{"/context/date", Json::Kind::string}, {"/context/num_cpus", Json::Kind::number}});
  const int others =
      points_of(json, {"benchmarks"}) + telling(json, {"/context/library_build_type"});
  return context == 0 || others == 0 ? 0 : context + others;
}

bool says(const Json& json, std::string_view pointer) {
  const Json* value = at(json, pointer, Json::Kind::boolean);
  return value != nullptr && value->boolean;
}

void count_run(const Json& run, Runs& runs) {
  if (says(run, "/error_occurred")) {
    ++runs.broken;
  } else if (says(run, "/skipped")) {
    ++runs.skipped;
  } else if (text_at(run, "/run_type") == "aggregate") {
    runs.aggregated += text_at(run, "/aggregate_name") == "mean" ? 1 : 0;
  } else if (at(run, "/real_time", Json::Kind::number) == nullptr) {
    ++runs.broken;
  } else {
    ++runs.measured;
  }
}

void read_context(const Json& json, Reading& reading) {
  const std::string_view build = text_at(json, "/context/library_build_type");
  const std::string_view version = text_at(json, "/context/library_version");
  reading.report.tool =
      version.empty() ? "Google Benchmark" : cat({"Google Benchmark ", shorten(version, 20)});
  if (build != "release")
    add_doubt(reading, build.empty() ? "it does not say whether its library was built for release"
                                     : cat({"its library is a ", shorten(build, 20), " build"}));
  if (says(json, "/context/cpu_scaling_enabled"))
    add_doubt(reading, "the processor changed its speed: cpu_scaling_enabled");
  read_credible_time(json.at("/context/date"), "date", reading);
}

void read(const Json& json, Reading& reading) {
  const Json* version = json.at("/context/json_schema_version");
  if (version != nullptr && count_at(json, "/context/json_schema_version") != 1)
    return add_unknown_version(version->text, reading);
  measures("measures times", reading);
  Runs runs;
  for (const Json& run : parts_at(json, "/benchmarks", "benchmarks", reading)) count_run(run, runs);
  reading.report.executed = runs.measured > 0 ? runs.measured : runs.aggregated;
  reading.report.skipped = runs.skipped;
  if (runs.broken > 0)
    add_doubt(reading, cat({number(runs.broken), " of its benchmarks are in error"}));
  read_context(json, reading);
}

}  // namespace

constinit const Recogniser google_benchmark{"Google Benchmark", score, read};

}  // namespace muster::recognise
