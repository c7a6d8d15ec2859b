// Great Expectations' validation result: each of its results is an expectation that was met or not.
// By its documentation. `success` is true of nothing, too; and an expectation of the values of a
// batch without rows (`element_count` 0) is met by none.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

// Its statistics, or its own word and results: one may have been lost.
int score(const Json& json) {
  const int statistics = telling(json, {"/statistics/evaluated_expectations"}) +
                         telling(json, {"/statistics/successful_expectations"});
  const int version = telling(json, {"/meta/great_expectations_version"});
  const int results = points_of(json, {"success", "results"});
  return statistics > 0 || (version > 0 && results == 2) ? statistics + version + results : 0;
}

bool raised(const Json& exception) {
  const Json* raised = at(exception, "/raised_exception", Json::Kind::boolean);
  return raised != nullptr && raised->boolean;
}

// One object, or since 0.17 one for each metric.
bool raised_exception(const Json& result) {
  const Json* info = at(result, "/exception_info", Json::Kind::object);
  if (info == nullptr) return false;
  for (const Json::Member& metric : info->members)
    if (raised(metric.value)) return true;
  return raised(*info);
}

std::string_view state_of(const Json& result) {
  const Json* success = at(result, "/success", Json::Kind::boolean);
  if (success == nullptr) return "no success";
  if (!success->boolean) return "failed";
  return count_at(result, "/result/element_count") == 0 ? "of no rows" : "met";
}

Counts count(const Json& json, Reading& reading) {
  Counts counts;
  for (const Json& result : parts_at(json, "/results", "results", reading)) {
    counts.add(state_of(result), {"met", "failed", "of no rows"});
    if (raised_exception(result)) add_doubt(reading, "one of its expectations raised an exception");
  }
  return counts;
}

void compare(const Json& json, const Counts& counts, Reading& reading) {
  const long long met = counts.passed + counts.skipped;
  const auto stated = [&](std::string_view name) {
    return required_at(json, cat({"/statistics/", name, "_expectations"}), reading);
  };
  compare_count("evaluated", stated("evaluated"), met + counts.failed + counts.unknown, "results",
                reading);
  compare_count("successful", stated("successful"), met, "results", reading);
  compare_count("unsuccessful", stated("unsuccessful"), counts.failed, "results", reading);
}

// 0.x and 1.x.
bool read_version(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/meta/great_expectations_version");
  reading.report.tool =
      version.empty() ? "Great Expectations" : cat({"Great Expectations ", shorten(version, 20)});
  const bool told = json.at("/meta/great_expectations_version") != nullptr;
  if (!told || version.starts_with("0.") || version.starts_with("1.")) return true;
  add_unknown_version(version, reading);
  return false;
}

void read(const Json& json, Reading& reading) {
  if (!read_version(json, reading)) return;
  const Counts counts = count(json, reading);
  compare(json, counts, reading);
  take_counts(counts, "expectations", reading);
  read_required_success(json, reading);
  for (const std::string_view name :
       {"/meta/active_batch_definition/data_asset_name", "/meta/batch_kwargs/data_asset_name"})
    if (reading.report.subject.empty()) reading.report.subject = text_at(json, name);
  read_credible_time(json.at("/meta/run_id/run_time"), "run_time", reading);
}

}  // namespace

constinit const Recogniser great_expectations{"Great Expectations", score, read};

}  // namespace muster::recognise
