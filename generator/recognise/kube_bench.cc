// kube-bench's `--json` (aquasecurity/kube-bench, check/controls.go): an object with totals, or the
// bare list of controls. WARN is a check that could not be carried out.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

bool is_control(const Json& row) {
  return at(row, "/tests", Json::Kind::array) != nullptr &&
         (at(row, "/node_type", Json::Kind::string) != nullptr ||
          at(row, "/total_pass", Json::Kind::number) != nullptr);
}

void count(const Json& results, Counts& counts, long long& warned) {
  for (const Json& result : results.items) {
    const std::string_view status = text_at(result, "/status");
    if (status == "PASS")
      ++counts.passed;
    else if (status == "FAIL")
      ++counts.failed;
    else if (status == "INFO")
      ++counts.skipped;
    else if (status == "WARN")
      ++warned;
    else
      counts.add_unknown(status);
  }
}

void read_control(const Json& control, Counts& counts, long long& warned, Reading& reading) {
  const Json* groups = list_at(control, "/tests", "tests", reading);
  if (groups == nullptr) return;
  for (const Json& group : groups->items)
    if (const Json* results = list_at(group, "/results", "results", reading))
      count(*results, counts, warned);
}

void compare_totals(const Json& json, const Counts& counts, long long warned, Reading& reading) {
  compare_at(json, "/Totals/total_pass", "passed", counts.passed, "checks", reading);
  compare_at(json, "/Totals/total_fail", "failed", counts.failed, "checks", reading);
  compare_at(json, "/Totals/total_warn", "warned", warned, "checks", reading);
}

int score(const Json& json) {
  const Json* controls = at(json, "/Controls", Json::Kind::array);
  if (controls != nullptr && at(json, "/Totals/total_pass", Json::Kind::number) != nullptr)
    return 3;
  const Json& list = controls == nullptr ? json : *controls;
  return std::any_of(list.items.begin(), list.items.end(), is_control) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "kube-bench";
  const Json* controls = at(json, "/Controls", Json::Kind::array);
  if (controls == nullptr) controls = &json;
  reading.report.verdict_line = controls->line;
  Counts counts;
  long long warned = 0;
  for (const Json& control : controls->items) read_control(control, counts, warned, reading);
  if (controls != &json && at(json, "/Totals", Json::Kind::object) == nullptr)
    add_doubt(reading, "it has no totals");
  compare_totals(json, counts, warned, reading);
  counts.skipped += warned;
  if (warned > 0 && counts.passed > 0)
    add_doubt(reading, cat({counted(warned, "check"), " not carried out: WARN"}));
  take_counts(counts, "checks", reading);
}

}  // namespace

constinit const Recogniser kube_bench{"kube-bench", score, read};

}  // namespace muster::recognise
