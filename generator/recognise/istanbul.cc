// Istanbul's coverage-summary.json: the coverage of each file, and a total. By istanbuljs'
// coverage-summary.js and percent.js, where 0 of 0 is 100 %.
#include "recognise/coverage.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  return telling_signs(json, {{"/total/lines/total", Json::Kind::number},
                              {"/total/lines/covered", Json::Kind::number},
                              {"/total/statements/covered", Json::Kind::number},
                              {"/total/functions/covered", Json::Kind::number},
                              {"/total/branches/covered", Json::Kind::number}});
}

Covered covered_in(const Json* kind) {
  if (kind == nullptr) return {};
  return {count_at(*kind, "/total"), count_at(*kind, "/covered")};
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Istanbul";
  const Json& total = *json.find("total");
  for (const std::string_view kind : {"lines", "statements", "functions", "branches"})
    check_covered(kind, covered_in(total.find(kind)), total.find(kind)->find("pct"), reading);
  Covered files;
  for (const Json::Member& file : json.members)
    if (file.name != "total") files.add(covered_in(file.value.find("lines")));
  measure_coverage(covered_in(total.find("lines")), files, reading);
}

}  // namespace

constinit const Recogniser istanbul{"Istanbul coverage summary", score, read};

}  // namespace muster::recognise
