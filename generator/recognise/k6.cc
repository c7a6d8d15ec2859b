// The three summaries of k6: what handleSummary gets, what --summary-export writes, and the
// machine-readable one of k6 v2, by its summary scripts and machinereadable types. Thresholds are
// what fails a run; an exported one that is `true` has FAILED. Checks alone fail nothing, and the
// machine-readable summary tells no thresholds at all.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr int kDeepest = 64;  // of groups in groups

struct Checks {
  long long passes = 0;
  long long fails = 0;
};

// The two older summaries differ in where values stand, and in what a threshold says.
struct Form {
  std::string_view values;                 // the pointer from a metric to its values
  std::string_view (*state)(const Json&);  // of a threshold: met or failed
};

std::string_view state_of(const Json& threshold) {
  const Json* ok = at(threshold, "/ok", Json::Kind::boolean);
  if (ok == nullptr) return "no ok";
  return ok->boolean ? "met" : "failed";
}

std::string_view exported_state_of(const Json& threshold) {
  if (!threshold.is(Json::Kind::boolean)) return "neither true nor false";
  return threshold.boolean ? "failed" : "met";
}

constexpr Form kSummary{"/values", state_of};
constexpr Form kExport{"", exported_state_of};

std::optional<long long> value_of(const Json& metric, const Form& form, std::string_view name) {
  return count_at(metric, cat({form.values, "/", name}));
}

// A rate or a counter that nothing was added to, or a metric without values.
bool is_idle(const Json& metric, const Form& form) {
  if (at(metric, form.values, Json::Kind::object) == nullptr) return true;
  const std::optional<long long> passes = value_of(metric, form, "passes");
  const std::optional<long long> fails = value_of(metric, form, "fails");
  return (passes == 0 && fails == 0) || value_of(metric, form, "count") == 0;
}

bool judges_checks(std::string_view metric) {
  return metric == "checks" || metric.starts_with("checks{");
}

struct Thresholds {
  Counts counts;
  bool of_checks = false;  // one of them judges the checks
  bool idle = true;        // none judges anything that happened
};

Thresholds count_thresholds(const Json& metrics, const Form& form) {
  Thresholds all;
  for (const Json::Member& metric : metrics.members) {
    const Json* thresholds = metric.value.find("thresholds");
    if (thresholds == nullptr) continue;
    if (!thresholds->is(Json::Kind::object)) all.counts.add_unknown("no thresholds");
    for (const Json::Member& threshold : thresholds->members) {
      all.counts.add(form.state(threshold.value), {"met", "failed", ""});
      all.of_checks = all.of_checks || judges_checks(metric.name);
      all.idle = all.idle && is_idle(metric.value, form);
    }
  }
  return all;
}

void add_check(const Json& check, Checks& sum, Reading& reading) {
  const std::optional<long long> passes = stated_at(check, "/passes", reading);
  const std::optional<long long> fails = stated_at(check, "/fails", reading);
  if (!passes || !fails) add_doubt(reading, "one of its checks does not count itself");
  sum.passes += passes.value_or(0);
  sum.fails += fails.value_or(0);
}

// Checks and groups are lists in one form, and objects by name in the other.
std::vector<const Json*> entries_of(const Json& group, std::string_view name, Reading& reading) {
  std::vector<const Json*> entries;
  const Json* list = group.find(name);
  if (list == nullptr || !(list->is(Json::Kind::array) || list->is(Json::Kind::object)))
    add_doubt(reading, cat({"a group of it lists no ", name}));
  if (list == nullptr) return entries;
  for (const Json& entry : list->items) entries.push_back(&entry);
  for (const Json::Member& entry : list->members) entries.push_back(&entry.value);
  return entries;
}

void add_checks(const Json& group, int depth, Checks& sum, Reading& reading) {
  if (depth > kDeepest) return add_doubt(reading, "its groups nest too deeply to be read");
  for (const Json* check : entries_of(group, "checks", reading)) add_check(*check, sum, reading);
  for (const Json* inner : entries_of(group, "groups", reading))
    add_checks(*inner, depth + 1, sum, reading);
}

Checks read_checks(const Json& json, const Json& metrics, const Form& form, Reading& reading) {
  Checks sum;
  const Json* root = json.find("root_group");
  const Json* metric = metrics.find("checks");
  if (root != nullptr) add_checks(*root, 1, sum, reading);
  if (metric == nullptr) return sum;
  const std::optional<long long> passes = value_of(*metric, form, "passes");
  const std::optional<long long> fails = value_of(*metric, form, "fails");
  if (root == nullptr) return {passes.value_or(0), fails.value_or(0)};
  compare_count("passed checks", passes, sum.passes, "groups", reading);
  compare_count("failed checks", fails, sum.fails, "groups", reading);
  sum.fails = std::max(sum.fails, fails.value_or(0));
  return sum;
}

std::string share_of(const Checks& checks) {
  return cat(
      {number(checks.fails), " of its ", number(checks.passes + checks.fails), " checks failed"});
}

void judge_by_checks(const Checks& checks, Reading& reading) {
  Counts counts;
  counts.passed = checks.passes;
  counts.failed = checks.fails;
  take_counts(counts, "checks", reading);
  if (checks.fails > 0) add_failure(reading, share_of(checks));
  if (checks.fails == 0 && checks.passes > 0)
    add_doubt(reading, "it has no thresholds, and without them nothing fails a run of k6");
}

void forget_passes(std::string reason, Reading& reading) {
  reading.report.executed = 0;
  reading.report.passed = 0;
  reading.report.reasons.push_back(std::move(reason));
}

void judge_by_thresholds(const Thresholds& thresholds, const Checks& checks, Reading& reading) {
  take_counts(thresholds.counts, "thresholds", reading);
  if (thresholds.counts.failed > 0)
    add_failure(reading, cat({number(thresholds.counts.failed), " of its thresholds failed"}));
  if (thresholds.idle) forget_passes("its thresholds judge what did not happen", reading);
  if (checks.fails > 0 && !thresholds.of_checks)
    add_doubt(reading, cat({share_of(checks), ", and no threshold says how many may"}));
}

void read_run(const Json& json, const Form& form, Reading& reading) {
  reading.report.tool = "k6";
  const Json* metrics = at(json, "/metrics", Json::Kind::object);
  if (metrics == nullptr) return add_doubt(reading, "it has no metrics");
  reading.report.verdict_line = metrics->line;
  const Thresholds thresholds = count_thresholds(*metrics, form);
  const Checks checks = read_checks(json, *metrics, form, reading);
  const bool judged =
      thresholds.counts.passed + thresholds.counts.failed + thresholds.counts.unknown > 0;
  judged ? judge_by_thresholds(thresholds, checks, reading) : judge_by_checks(checks, reading);
  const Json* iterations = metrics->find("iterations");
  if (iterations == nullptr || value_of(*iterations, form, "count").value_or(0) == 0)
    forget_passes("no iteration of it ended", reading);
}

// ---- what handleSummary gets

int score_summary(const Json& json) {
  const int state = telling_signs(json, {{"/state/testRunDurationMs", Json::Kind::number}});
  const int others = points_of(json, {"metrics", "root_group", "options"});
  return state == 0 || others < 2 ? 0 : state + others;
}

void read_summary(const Json& json, Reading& reading) {
  read_run(json, kSummary, reading);
  read_length(json.at("/state/testRunDurationMs"), 1, reading);
}

// ---- what --summary-export writes

int score_export(const Json& json) {
  if (json.find("state") != nullptr || json.find("metrics") == nullptr) return 0;
  const int group = telling(json, {"/root_group/groups", "/root_group/checks"});
  return group == 0 ? 0 : group + 1;
}

void read_export(const Json& json, Reading& reading) { read_run(json, kExport, reading); }

// ---- the machine-readable one

int score_machine_readable(const Json& json) {
  const int names = telling_signs(json, {{"/metadata/k6Version", Json::Kind::string}});
  const int others = points_of(json, {"version", "config", "results"});
  return names == 0 || others < 2 ? 0 : kNamesFormat + others;
}

std::optional<long long> count_of_metric(const Json& json, std::string_view metrics,
                                         std::string_view name) {
  for (const Json& metric : items_at(json, metrics))
    if (text_at(metric, "/name") == name) return count_at(metric, "/values/count");
  return std::nullopt;
}

void judge_machine_readable(const Json& json, Reading& reading) {
  Checks checks;
  for (const Json& check : items_at(json, "/results/checks/results"))
    add_check(check, checks, reading);
  const long long all = checks.passes + checks.fails;
  compare_count("checks", count_of_metric(json, "/results/checks/metrics", "checks_total"), all,
                "checks", reading);
  reading.report.executed = all;
  reading.report.failed = checks.fails;
  if (checks.fails > 0) add_failure(reading, share_of(checks));
  if (all == 0) reading.report.reasons.push_back("it has no checks");
  if (count_of_metric(json, "/results/metrics", "iterations").value_or(0) == 0) {
    reading.report.executed = 0;
    reading.report.reasons.push_back("no iteration of it ended");
  }
}

void read_machine_readable(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/version");
  reading.report.tool = cat({"k6 ", shorten(text_at(json, "/metadata/k6Version"), 20)});
  if (!version.starts_with("1.")) return add_unknown_version(version, reading);
  judge_machine_readable(json, reading);
  measures("measures a load test and tells no thresholds", reading);
  read_credible_time(json.at("/metadata/generatedAt"), "generatedAt", reading);
  read_length(json.at("/config/duration"), 1000, reading);
}

}  // namespace

constinit const Recogniser k6_export{"k6 summary export", score_export, read_export};
constinit const Recogniser k6_machine_readable{"k6 machine-readable summary",
                                               score_machine_readable, read_machine_readable};
constinit const Recogniser k6_summary{"k6 summary", score_summary, read_summary};

}  // namespace muster::recognise
