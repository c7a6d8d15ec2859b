// OSCAL assessment results (NIST, the assessment-results model): findings that say whether the
// objective of a control is satisfied.
#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

void count_findings(const Json& result, Counts& counts, Reading& reading) {
  const Json* findings = list_if_any(result, "/findings", reading);
  if (findings == nullptr) return;
  for (const Json& finding : findings->items) {
    const std::string_view state = text_at(finding, "/target/status/state");
    if (state == "satisfied")
      ++counts.passed;
    else if (state == "not-satisfied")
      ++counts.failed;
    else
      counts.add_unknown(state);
  }
}

void read_risks(const Json& result, Reading& reading) {
  const Json* risks = list_if_any(result, "/risks", reading);
  if (risks == nullptr) return;
  long long open = 0;
  for (const Json& risk : risks->items) open += text_at(risk, "/status") == "closed" ? 0 : 1;
  if (open > 0) add_doubt(reading, cat({counted(open, "risk"), " not closed"}));
}

void read_result(const Json& result, Counts& counts, Reading& reading) {
  const Counts before = counts;
  count_findings(result, counts, reading);
  const bool found = counts.passed > before.passed;
  if (found && !has_entries(result, "/reviewed-controls/control-selections"))
    add_doubt(reading, "it does not say which controls were reviewed");
  read_risks(result, reading);
  read_oldest_time(result, {"end", "start"}, reading);
}

int score(const Json& json) {
  for (const Sign& sign : {Sign{"/assessment-results/results", Json::Kind::array},
                           Sign{"/assessment-results/metadata/oscal-version", Json::Kind::string}})
    if (at(json, sign.pointer, sign.kind) != nullptr) return kNamesFormat;
  return 0;
}

void read(const Json& json, Reading& reading) {
  constexpr std::string_view pointer = "/assessment-results/metadata/oscal-version";
  if (!text_at(json, pointer).starts_with("1."))
    return add_unknown_version(json.at(pointer), reading);
  const Json* results = list_at(json, "/assessment-results/results", "results", reading);
  if (results == nullptr) return;
  reading.report.verdict_line = results->line;
  Counts counts;
  for (const Json& result : results->items) read_result(result, counts, reading);
  take_counts(counts, "findings", reading);
}

}  // namespace

constinit const Recogniser oscal{"OSCAL assessment results", score, read};

}  // namespace muster::recognise
