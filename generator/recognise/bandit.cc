// Bandit's JSON (PyCQA/bandit, formatters/json.py). Files that it could not read are in `errors`,
// and lines that its user exempts are only counted.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  if (at(json, "/metrics/_totals/SEVERITY.HIGH", Json::Kind::number) != nullptr)
    return kNamesFormat;
  return telling_signs(json, {{"/errors", Json::Kind::array},
                              {"/generated_at", Json::Kind::string},
                              {"/metrics", Json::Kind::object},
                              {"/results", Json::Kind::array}});
}

Findings count(const Json& json, const Json& results, Reading& reading) {
  Findings findings;
  for (const Json& result : results.items) findings.add(text_at(result, "/issue_severity"));
  for (const std::string_view severity : {"HIGH", "MEDIUM", "LOW"})
    compare_at(json, cat({"/metrics/_totals/SEVERITY.", severity}), severity,
               findings.of(lower(severity)), "results", reading);
  return findings;
}

void read_gaps(const Json& json, Reading& reading) {
  if (const Json* errors = list_at(json, "/errors", "errors", reading);
      errors != nullptr && !errors->items.empty())
    add_doubt(reading, cat({"it could not read ",
                            counted(static_cast<long long>(errors->items.size()), "file")}));
  for (const std::string_view name : {"nosec", "skipped_tests"}) {
    std::optional<long long> exempt;
    read_count(json.at(cat({"/metrics/_totals/", name})), name, exempt, reading);
    if (exempt.value_or(0) > 0)
      add_doubt(reading, cat({counted(*exempt, "line"), " exempt from it: ", name}));
  }
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "Bandit";
  read_credible_time(json.find("generated_at"), "generated_at", reading);
  read_gaps(json, reading);
  const Json* results = list_at(json, "/results", "results", reading);
  if (results == nullptr) return;
  reading.report.verdict_line = results->line;
  take_findings(count(json, *results, reading), count_at(json, "/metrics/_totals/loc"),
                "lines of code", reading);
}

}  // namespace

constinit const Recogniser bandit{"Bandit", score, read};

}  // namespace muster::recognise
