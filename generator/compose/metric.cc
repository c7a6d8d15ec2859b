#include "compose/metric.h"

#include <cmath>

#include "base/text.h"

namespace muster {
namespace {

constexpr std::size_t kDigestShown = 12;

std::string with_unit(double value, const Metric& metric) {
  if (metric.unit == "%") value = std::round(value * 10) / 10;
  return metric.unit.empty() ? decimal(value) : cat({decimal(value), " ", metric.unit});
}

std::string_view sign_of(record::Comparison comparison) {
  switch (comparison) {
    case record::Comparison::less:
      return "less than ";
    case record::Comparison::less_or_equal:
      return "at most ";
    case record::Comparison::greater:
      return "more than ";
    case record::Comparison::greater_or_equal:
      return "at least ";
    default:
      return "";
  }
}

std::string asked_of(const Metric& metric) {
  if (!metric.target) return {};
  const std::string low = cat({sign_of(metric.comparison), decimal(*metric.target)});
  const std::string range =
      metric.target_high ? cat({low, " to ", decimal(*metric.target_high)}) : low;
  return metric.unit.empty() ? range : cat({range, " ", metric.unit});
}

Data source_of(const View& view, const Metric& metric) {
  if (!metric.evidence) return false;
  const Evidence& evidence = view.model.evidence[metric.evidence];
  const std::string digest = evidence.content == nullptr
                                 ? std::string()
                                 : evidence.content->sha256.substr(0, kDigestShown);
  return Data::Object{{"href", view.to(metric.evidence)},
                      {"path", evidence.path},
                      {"pointer", metric.pointer},
                      {"digest", text_or_none(digest)}};
}

bool is_shown(const Metric& metric, MetricState state) {
  if (metric.bound_at.line > 0) return true;
  return state == MetricState::within || state == MetricState::out_of_bounds;
}

}  // namespace

Data::List numbers_of(const View& view, DocumentId document) {
  Data::List rows;
  for (std::size_t i = 0; i < view.model.metrics.size(); ++i) {
    const Metric& metric = view.model.metrics[MetricId(i)];
    const MetricState state = view.audit.metrics[i];
    if (metric.document != document || !is_shown(metric, state)) continue;
    rows.push_back(Data::Object{
        {"name", metric.name},
        {"place", view.place(metric.where)},
        {"asked", text_or_none(asked_of(metric))},
        {"told", metric.told ? Data(with_unit(*metric.told, metric)) : Data(false)},
        {"measured", metric.measured ? Data(with_unit(*metric.measured, metric)) : Data(false)},
        {"problem", text_or_none(metric.problem)},
        {"source", source_of(view, metric)},
        {"mark", data_of(mark_of(state))}});
  }
  return rows;
}

}  // namespace muster
