// Checkov's JSON (bridgecrewio/checkov, output/report.py): one report, a list of them, or only the
// counts of a run that found nothing to check.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

bool is_report(const Json& json) {
  return at(json, "/check_type", Json::Kind::string) != nullptr &&
         (at(json, "/results", Json::Kind::object) != nullptr ||
          at(json, "/summary", Json::Kind::object) != nullptr);
}

bool is_bare(const Json& json) {
  return telling_signs(json, {{"/checkov_version", Json::Kind::string},
                              {"/resource_count", Json::Kind::number}}) > 0;
}

long long count_list(const Json& report, std::string_view list, std::string_view what,
                     Reading& reading) {
  const Json* checks = list_at(report, cat({"/results/", list}), what, reading);
  return checks == nullptr ? 0 : static_cast<long long>(checks->items.size());
}

// Files that it could not parse, and how many resources there were to check.
void read_scope(const Json& report, long long passed, Reading& reading) {
  std::optional<long long> told;
  read_count(report.at("/summary/parsing_errors"), "parsing_errors", told, reading);
  if (entries_at(report, "/results/parsing_errors", reading) > 0 || told.value_or(0) > 0)
    add_doubt(reading, "it could not parse all files");
  std::optional<long long> resources;
  read_count(report.at("/summary/resource_count"), "resource_count", resources, reading);
  if (passed > 0 && resources == 0)
    add_doubt(reading, "its resource_count is 0, though some checks passed");
}

void read_report(const Json& report, Counts& all, Reading& reading) {
  if (at(report, "/summary", Json::Kind::object) == nullptr)
    add_doubt(reading, "it has no summary");
  Counts counts;
  counts.passed = count_list(report, "passed_checks", "passed checks", reading);
  counts.failed = count_list(report, "failed_checks", "failed checks", reading);
  counts.skipped = count_list(report, "skipped_checks", "skipped checks", reading);
  compare_at(report, "/summary/passed", "passed", counts.passed, "checks", reading);
  compare_at(report, "/summary/failed", "failed", counts.failed, "checks", reading);
  compare_at(report, "/summary/skipped", "skipped", counts.skipped, "checks", reading);
  read_scope(report, counts.passed, reading);
  all.passed += counts.passed;
  all.failed += counts.failed;
  all.skipped += counts.skipped;
}

void read_bare(const Json& json, Reading& reading) {
  for (const std::string_view name : {"/passed", "/failed", "/skipped"})
    if (count_at(json, name).value_or(0) > 0)
      return add_doubt(reading, "it counts checks and lists none");
  if (count_at(json, "/parsing_errors").value_or(0) > 0)
    add_doubt(reading, "it could not parse some files");
  take_counts({}, "checks", reading);
}

int score(const Json& json) {
  if (json.is(Json::Kind::object)) return is_report(json) || is_bare(json) ? 3 : 0;
  return std::any_of(json.items.begin(), json.items.end(), is_report) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  const bool list = json.is(Json::Kind::array);
  const Json& first = list ? json.items.front() : json;
  reading.report.verdict_line = first.line;
  reading.report.tool = tool_named("Checkov", text_at(first, "/summary/checkov_version"));
  if (!list && !is_report(json)) return read_bare(json, reading);
  Counts counts;
  if (list)
    for (const Json& report : json.items) read_report(report, counts, reading);
  else
    read_report(json, counts, reading);
  take_counts(counts, "checks", reading);
}

}  // namespace

constinit const Recogniser checkov{"Checkov", score, read};

}  // namespace muster::recognise
