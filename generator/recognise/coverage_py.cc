// coverage.py's JSON report, by its jsonreport.py: the statements of each file, and their totals.
// Its percentage is of statements and branches together; its time has no zone.
#include "base/text.h"
#include "recognise/coverage.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  const int totals = telling_signs(json, {{"/totals/num_statements", Json::Kind::number},
                                          {"/totals/covered_lines", Json::Kind::number}});
  const int meta = telling_signs(json, {{"/meta/version", Json::Kind::string}});
  return totals == 0 || meta == 0 ? 0 : totals + meta + points_of(json, {"files"});
}

Covered statements_in(const Json& summary) {
  return {count_at(summary, "/num_statements"), count_at(summary, "/covered_lines")};
}

Covered with_branches(const Json& totals) {
  Covered all = statements_in(totals);
  if (count_at(totals, "/num_branches"))
    all.add({count_at(totals, "/num_branches"), count_at(totals, "/covered_branches")});
  return all;
}

// 1 had no mark of its own.
bool knows_format(const Json& json) {
  if (json.at("/meta/format") == nullptr) return true;
  const std::optional<long long> format = count_at(json, "/meta/format");
  return format == 1 || format == 2 || format == 3;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = cat({"coverage.py ", shorten(text_at(json, "/meta/version"), 20)});
  if (!knows_format(json)) return add_unknown_version(json.at("/meta/format")->text, reading);
  const Json& totals = *json.find("totals");
  check_covered("statements", statements_in(totals), nullptr, reading);
  check_covered("statements and branches", with_branches(totals), totals.find("percent_covered"),
                reading);
  Covered files;
  if (const Json* list = at(json, "/files", Json::Kind::object)) {
    for (const Json::Member& file : list->members)
      if (const Json* summary = file.value.find("summary")) files.add(statements_in(*summary));
  } else {
    add_doubt(reading, "it lists no files");
  }
  measure_coverage(statements_in(totals), files, reading);
  read_credible_time(json.at("/meta/timestamp"), "timestamp", reading);
}

}  // namespace

constinit const Recogniser coverage_py{"coverage.py", score, read};

}  // namespace muster::recognise
