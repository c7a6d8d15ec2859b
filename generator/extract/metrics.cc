// Metrics of forms, run notes and metric tables: value, target, comparison, unit.
#include "extract/metrics.h"

#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/measures.h"
#include "extract/tables.h"
#include "extract/thresholds.h"

namespace muster::extract {

namespace {

// ---- words

// Before a target in brackets.
constexpr std::string_view kLabels =
    "expected|threshold|target|goal|budget|slo|sla|required|objetivo|meta|esperado|umbral";
constexpr std::string_view kLeast = "minimum|min|mínimo|floor";
constexpr std::string_view kMost = "maximum|max|máximo|limit|límite|cap|ceiling";
// Those that make a target without a label.
constexpr std::string_view kBare =
    "minimum|min|maximum|max|at least|at most|no more than|no less than|mínimo|máximo|al menos|"
    "como máximo|como mínimo";
constexpr std::string_view kFinished =
    "complete|completed|done|closed|passing|passed|pass|green|resolved|finished|ready|merged|"
    "verified|approved|fixed|completado|completados|completadas|hecho|hechos|listo|listos|cerrados";
constexpr std::string_view kUnfinished =
    "not|no|failed|failing|fail|fails|failures|open|remaining|left|blocked|pending|incomplete|todo|"
    "missing|errors|error|skipped|outstanding|unresolved|red|broken|fallidos|pendientes|abiertos";
constexpr std::string_view kNone = "0|zero|no|without|cero|sin";
constexpr std::string_view kGoals = "target|goal|criteria|exit|objective|expected";

// "passed 0 failed" without "0 failed".
std::string without_none(const std::string& words) {
  std::string kept;
  const std::vector<std::string_view> parts = split(words, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i + 1 < parts.size() && is_listed(kNone, parts[i]) && is_listed(kUnfinished, parts[i + 1]))
      ++i;
    else
      kept += cat({kept.empty() ? "" : " ", parts[i]});
  }
  return kept;
}

// ---- targets

void set_target(const Threshold& threshold, double factor, record::Metric& metric) {
  metric.target = threshold.value * factor;
  if (threshold.high) metric.target_high = *threshold.high * factor;
  metric.comparison = threshold.comparison;
}

// `asked` in the unit of the value, where it has one; set aside where the two cannot be compared.
void read_target(std::string_view asked, const Unit& unit, record::Metric& metric) {
  const std::optional<Threshold> threshold = read_threshold(asked);
  const bool first = !metric.value && unit.dimension == Dimension::none;
  const std::optional<double> factor = !threshold ? std::nullopt
                                       : first    ? 1
                                                  : conversion(threshold->unit, unit);
  if (factor) {
    set_target(*threshold, *factor, metric);
    if (metric.unit.empty()) metric.unit = threshold->unit.name;
  } else if (number_begin(asked) < asked.size()) {
    metric.unjudged = std::string(trim(asked));
  }
}

// A bare target in the brackets of a value has its unit: `85% (threshold: 90)`.
void read_own_target(std::string_view asked, record::Comparison wanted, const Unit& unit,
                     record::Metric& metric) {
  std::optional<Threshold> threshold = read_threshold(asked);
  if (threshold && threshold->unit.dimension == Dimension::none) threshold->unit = unit;
  if (!threshold || (metric.value && !conversion(threshold->unit, unit)))
    return read_target(asked, unit, metric);
  set_target(*threshold, conversion(threshold->unit, unit).value_or(1), metric);
  if (wanted != record::Comparison::none && !metric.target_high) metric.comparison = wanted;
  if (metric.unit.empty()) metric.unit = threshold->unit.name;
}

// `(threshold: < 10%)`, `(expected: 0)`, `(target < 300ms)`, `(max 30s)`
void read_aside(std::string_view text, const Unit& unit, record::Metric& metric) {
  text = skip_space(text);
  if (!text.starts_with('(')) return;
  const std::string_view body = trim(text.substr(1, text.find(')') - 1));
  if (const std::size_t colon = body.find(':'); colon != std::string_view::npos) {
    const std::string words = normal_words(body.substr(0, colon));
    const bool least = has_listed(kLeast, words);
    const bool most = has_listed(kMost, words);
    if (!least && !most && !has_listed(kLabels, words)) return;
    return read_own_target(body.substr(colon + 1),
                           least  ? record::Comparison::greater_or_equal
                           : most ? record::Comparison::less_or_equal
                                  : record::Comparison::none,
                           unit, metric);
  }
  const std::size_t space = std::min(body.find(' '), body.size());
  const std::string words = normal_words(body.substr(0, number_begin(body)));
  const bool sign =
      body.find_first_of("<>=") == 0 || body.starts_with("≤") || body.starts_with("≥");
  if (is_listed(kLabels, lower(body.substr(0, space))))
    read_own_target(body.substr(space), record::Comparison::none, unit, metric);
  else if (sign || is_listed(kBare, words))
    read_own_target(body, record::Comparison::none, unit, metric);
}

// ---- forms

// `[██████░░░░] 60%`, `[####------] 60%`: what stands behind the bar.
std::string_view behind_bar(std::string_view text) {
  constexpr std::string_view drawn[] = {"█", "▓", "▒", "░", "■", "□", "▰", "▱", "▮", "▯"};
  const bool bracket = text.starts_with('[');
  std::string_view rest = text.substr(bracket ? 1 : 0);
  int signs = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : drawn)
      if (rest.starts_with(sign)) {
        rest.remove_prefix(sign.size());
        more = true;
      }
    if (!more && bracket && !rest.empty() &&
        std::string_view("#=->. ").find(rest.front()) != std::string_view::npos) {
      rest.remove_prefix(1);
      more = true;
    }
    if (more) ++signs;
  }
  if (signs < 4 || (bracket && !rest.starts_with(']'))) return {};
  return skip_space(rest.substr(bracket ? 1 : 0));
}

// `12/14 passed`, `7 of 9 done`
std::optional<Quantity> read_ratio(std::string_view text) {
  Quantity quantity;
  quantity.form = QuantityForm::ratio;
  record::Metric& metric = quantity.metric;
  if (!take_number(text, metric.value)) return std::nullopt;
  const std::string_view spaced = skip_space(text);
  const bool words = spaced.starts_with("of ") || spaced.starts_with("de ");
  if (!words && !text.starts_with('/')) return std::nullopt;
  text = words ? skip_space(spaced.substr(3)) : text.substr(1);
  if (!take_number(text, metric.target) || text.starts_with('/')) return std::nullopt;
  quantity.rest = skip_space(text);
  if (words && !says_finished(quantity.rest)) return std::nullopt;
  metric.comparison = metric.target ? record::Comparison::equal : record::Comparison::none;
  if (has_phrase(normal_words(quantity.rest.substr(0, quantity.rest.find('('))), "minimum") ||
      has_phrase(normal_words(quantity.rest), "min"))
    metric.comparison = record::Comparison::greater_or_equal;
  std::size_t end = 0;
  while (end < quantity.rest.size() && is_alpha(quantity.rest[end])) ++end;
  metric.unit = std::string(quantity.rest.substr(0, end));
  if (metric.unit == "minimum" || metric.unit == "min") metric.unit.clear();
  return quantity;
}

std::optional<Quantity> read_measured(std::string_view text) {
  Quantity quantity;
  record::Metric& metric = quantity.metric;
  std::string_view rest = text;
  const std::optional<Measure> measure = take_measure(rest);
  if (!measure || continues_as_range(rest)) return std::nullopt;
  quantity.rest = rest;
  if (bound_behind(rest)) {  // "15 minimum" is wanted
    read_target(text, {}, metric);
    quantity.form = QuantityForm::bounded;
    return metric.target ? std::optional(quantity) : std::nullopt;
  }
  metric.value = measure->value;
  metric.unit = measure->unit.name;
  read_aside(rest, measure->unit, metric);
  if (metric.target || !metric.unjudged.empty()) {
    quantity.form = QuantityForm::bounded;
  } else if (measure->unit.dimension == Dimension::exit_code) {
    quantity.form = QuantityForm::exit_code;
  } else if (measure->unit.dimension != Dimension::share) {
    return std::nullopt;
  }
  return quantity;
}

// A value that goes on: `5–10`, `0 → 5`, `180 ms / 600 ms`.
bool goes_on(std::string_view rest, const Measure& measure) {
  return continues_as_range(rest) || rest.find("→") != std::string_view::npos ||
         rest.find("->") != std::string_view::npos ||
         (skip_space(rest).starts_with('/') &&
          (!rest.starts_with('/') || measure.unit.dimension != Dimension::none));
}

}  // namespace

bool says_finished(std::string_view text) {
  const std::string words = without_none(normal_words(text));
  return has_listed(kFinished, words) && !has_listed(kUnfinished, words);
}

bool says_unfinished(std::string_view text) {
  return has_listed(kUnfinished, without_none(all_words(text)));
}

bool may_name_metric(std::string_view key) {
  const std::string_view name = key_name(key);
  return (name.empty() || name == "result" || name == "progress") &&
         !has_listed(kGoals, normal_words(key));
}

std::optional<Quantity> read_quantity(std::string_view text) {
  text = trim(text);
  const std::string_view measured = behind_bar(text);
  const std::string_view wanted = measured.empty() ? text : measured;
  std::optional<Quantity> quantity = read_ratio(wanted);
  if (!quantity) quantity = read_measured(wanted);
  if (!quantity) return std::nullopt;
  quantity->bar = !measured.empty();
  quantity->metric.text = std::string(text);
  return quantity;
}

// "Failed: 14/14" is no target that is met.
void add_metric(Context& context, std::string_view name, Quantity quantity,
                Id<record::Section> section, int line) {
  record::Metric& metric = quantity.metric;
  if (quantity.form == QuantityForm::ratio &&
      (says_unfinished(name) || says_unfinished(quantity.rest))) {
    metric.unjudged = metric.text;
    metric.target.reset();
    metric.comparison = record::Comparison::none;
  }
  metric.name = std::string(name);
  metric.section = section;
  metric.line = line;
  context.records.metrics.add(std::move(metric));
}

void read_metrics(Context& context) {
  for (const record::Field& field : context.records.fields) {
    if (!may_name_metric(field.key) || field.style == record::FieldStyle::front_matter) continue;
    if (std::optional<Quantity> quantity = read_quantity(field.value.text))
      add_metric(context, field.key, *std::move(quantity), field.section, field.value.line);
  }
  read_declared_totals(context);
  read_item_metrics(context);
}

void read_metric_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    const record::Entry actual = state_of(table, row, {"actual", "value", "after"});
    const record::Entry target = entry_of(table, row, {"target", "expected"});
    record::Metric metric;
    metric.name = entry_of(table, row, {"metric"}).text;
    metric.text = cat({actual.text, target.text.empty() ? "" : " of ", target.text});
    metric.section = table.section;
    metric.line = row.line;
    std::string_view rest = actual.text;
    const std::optional<Measure> measure = take_measure(rest);
    if (measure && goes_on(rest, *measure)) {
      metric.unjudged = target.text;
    } else {
      if (measure) metric.value = measure->value;
      if (measure) metric.unit = measure->unit.name;
      read_target(target.text, measure ? measure->unit : Unit{}, metric);
    }
    if (metric.name.empty()) continue;
    context.records.metrics.add(std::move(metric));
  }
}

}  // namespace muster::extract
