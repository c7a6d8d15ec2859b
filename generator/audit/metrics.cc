#include "audit/metrics.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"

namespace muster {
namespace {

using record::Comparison;

std::string with_unit(double value, std::string_view unit) {
  if (unit == "%") value = std::round(value * 10) / 10;
  return unit.empty() ? decimal(value) : cat({decimal(value), " ", unit});
}

std::string_view sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::less:
      return "less than ";
    case Comparison::less_or_equal:
      return "at most ";
    case Comparison::greater:
      return "more than ";
    case Comparison::greater_or_equal:
      return "at least ";
    default:
      return "";
  }
}

std::string asked_of(const Metric& metric) {
  std::string asked = cat({sign_of(metric.comparison), decimal(metric.target.value_or(0))});
  if (metric.target_high) asked += cat({" to ", decimal(*metric.target_high)});
  return metric.unit.empty() ? asked : cat({asked, " ", metric.unit});
}

bool is_met(double value, const Metric& metric) {
  constexpr double kNothing = 1e-9;
  const double target = metric.target.value_or(0);
  switch (metric.comparison) {
    case Comparison::less:
      return value < target;
    case Comparison::less_or_equal:
      return value <= target;
    case Comparison::greater:
      return value > target;
    case Comparison::greater_or_equal:
      return value >= target;
    case Comparison::between:
      return value >= target && value <= metric.target_high.value_or(target);
    case Comparison::equal:
    case Comparison::none:
      break;
  }
  return std::abs(value - target) < kNothing;
}

bool is_trigger(const Model& model, const Metric& metric) {
  return metric.item && model.items[metric.item].role == Role::trigger;
}

MetricState state_of(const Model& model, const Metric& metric) {
  if (!metric.problem.empty()) return MetricState::unreadable;
  if (!metric.measured && !metric.told) return MetricState::blank;
  const bool judged =
      metric.target && metric.comparison != Comparison::none && (metric.measured || metric.bounded);
  if (!judged) return MetricState::unjudged;
  const bool met = is_met(metric.measured ? *metric.measured : *metric.told, metric);
  if (is_trigger(model, metric)) return met ? MetricState::fired : MetricState::not_fired;
  return met ? MetricState::within : MetricState::out_of_bounds;
}

std::string source_of(const Model& model, const Metric& metric) {
  if (!metric.measured) return {};
  return cat({" (", quoted(model.evidence[metric.evidence].path), " at ", metric.pointer, ")"});
}

// Stands at the number; at the binding where that is at fault.
Finding& add_finding(const Judging& judging, Findings& out, std::size_t row, const Where& where) {
  const Metric& metric = judging.model.metrics[MetricId(row)];
  Finding& finding = out.add(SubjectKind::metric, static_cast<std::uint32_t>(row),
                             cat({metric.name, " ", metric.text}))
                         .finding;
  finding.label = metric.name;
  finding.document = metric.document;
  finding.where = where;
  finding.owner = metric.item ? judging.model.items[metric.item].owner
                              : value_of(judging.model.documents[metric.document].owner);
  if (metric.bound_at.line > 0 && where != metric.bound_at)
    finding.related.push_back(metric.bound_at);
  return finding;
}

template <class F>
int each_metric(const Judging& judging, F&& check) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.metrics.size(); ++i) {
    const Metric& metric = judging.model.metrics[MetricId(i)];
    if (judging.judged(metric.document)) subjects += check(i, metric) ? 1 : 0;
  }
  return subjects;
}

// ---- holes between thresholds

bool is_upper(const Metric& metric) {
  return metric.comparison == Comparison::less || metric.comparison == Comparison::less_or_equal;
}

bool is_lower(const Metric& metric) {
  return metric.comparison == Comparison::greater ||
         metric.comparison == Comparison::greater_or_equal;
}

bool leaves_hole(const Metric& accepted, const Metric& trigger) {
  if (accepted.document != trigger.document || accepted.unit != trigger.unit ||
      plain_words(accepted.name) != plain_words(trigger.name) || !accepted.target ||
      !trigger.target)
    return false;
  if (is_upper(accepted) && is_lower(trigger)) return *accepted.target < *trigger.target;
  if (is_lower(accepted) && is_upper(trigger)) return *accepted.target > *trigger.target;
  return false;
}

}  // namespace

std::vector<MetricState> judge_metrics(const Model& model) {
  std::vector<MetricState> states;
  states.reserve(model.metrics.size());
  for (const Metric& metric : model.metrics) states.push_back(state_of(model, metric));
  return states;
}

int check_metric_out_of_bounds(const Judging& judging, Findings& out) {
  return each_metric(judging, [&](std::size_t i, const Metric& metric) {
    const MetricState state = judging.metrics[i];
    if (state == MetricState::out_of_bounds) {
      const double value = metric.measured ? *metric.measured : *metric.told;
      add_finding(judging, out, i, metric.where).message =
          cat({quoted(metric.name), " is ", with_unit(value, metric.unit), "; asked for is ",
               asked_of(metric), source_of(judging.model, metric)});
    }
    return state == MetricState::out_of_bounds || state == MetricState::within;
  });
}

int check_metric_missing(const Judging& judging, Findings& out) {
  std::set<Where> told;  // one binding may be of several numbers
  return each_metric(judging, [&](std::size_t i, const Metric& metric) {
    if (judging.metrics[i] == MetricState::unreadable && told.insert(metric.bound_at).second)
      add_finding(judging, out, i, metric.bound_at).message =
          cat({quoted(metric.name), " has no value: ", metric.problem});
    return metric.bound_at.line > 0;
  });
}

int check_metric_contradicted(const Judging& judging, Findings& out) {
  return each_metric(judging, [&](std::size_t i, const Metric& metric) {
    if (!metric.told || !metric.measured) return false;
    constexpr double kRounding = 0.05;  // "12.4" of 12.43
    if (std::abs(*metric.told - *metric.measured) > kRounding)
      add_finding(judging, out, i, metric.where).message =
          cat({quoted(metric.name), " is ", with_unit(*metric.told, metric.unit),
               " in the text and ", with_unit(*metric.measured, metric.unit), " in the report",
               source_of(judging.model, metric)});
    return true;
  });
}

void check_trigger_met(const Judging& judging, Findings& out) {
  each_metric(judging, [&](std::size_t i, const Metric& metric) {
    const bool fired = judging.metrics[i] == MetricState::fired;
    if (fired && judging.model.items[metric.item].state != BoxState::ticked) {
      Finding& finding = add_finding(judging, out, i, metric.where);
      finding.message =
          cat({"the condition of ", quoted(judging.model.items[metric.item].text), " holds: it is ",
               with_unit(*metric.measured, metric.unit), source_of(judging.model, metric)});
      finding.advice = "Roll back, or say why the measurement does not count.";
    }
    return fired || judging.metrics[i] == MetricState::not_fired;
  });
}

int check_threshold_hole(const Judging& judging, Findings& out) {
  return each_metric(judging, [&](std::size_t i, const Metric& trigger) {
    if (!is_trigger(judging.model, trigger)) return false;
    for (const Metric& accepted : judging.model.metrics) {
      if (is_trigger(judging.model, accepted) || !leaves_hole(accepted, trigger)) continue;
      Finding& finding = add_finding(judging, out, i, trigger.where);
      finding.related.push_back(accepted.where);
      finding.message =
          cat({quoted(trigger.name), " is accepted at ", asked_of(accepted), " and rolled back at ",
               asked_of(trigger), ": nothing says what holds between"});
      break;
    }
    return true;
  });
}

}  // namespace muster
