// Metrics of forms, run notes and metric tables: value, target, comparison, unit.
#include "extract/metrics.h"

#include <charconv>

#include "base/text.h"
#include "extract/context.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

// A number, or a run of underscores (then `value` stays empty); false where there is neither.
bool take_number(std::string_view& text, std::optional<double>& value) {
  std::size_t end = 0;
  while (end < text.size() && text[end] == '_') ++end;
  if (end >= 2) {
    text.remove_prefix(end);
    return true;
  }
  end = 0;
  while (end < text.size() && end < 18 && (is_digit(text[end]) || (end > 0 && text[end] == '.')))
    ++end;
  while (end > 0 && text[end - 1] == '.') --end;
  if (end == 0) return false;
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + end, number);
  if (error != std::errc() || stop != text.data() + end) return false;
  value = number;
  text.remove_prefix(end);
  return true;
}

struct Sign {
  std::string_view text;
  record::Comparison comparison;
};

constexpr Sign kSigns[] = {
    {"<=", record::Comparison::less_or_equal},
    {"≤", record::Comparison::less_or_equal},
    {">=", record::Comparison::greater_or_equal},
    {"≥", record::Comparison::greater_or_equal},
    {"<", record::Comparison::less},
    {">", record::Comparison::greater},
    {"=", record::Comparison::equal},
};

record::Comparison take_sign(std::string_view& text) {
  for (const Sign& sign : kSigns) {
    if (!text.starts_with(sign.text)) continue;
    text = skip_space(text.substr(sign.text.size()));
    return sign.comparison;
  }
  return record::Comparison::equal;
}

// `(threshold: < 10%)`, `(expected: 0)`
void read_aside(std::string_view text, record::Metric& metric) {
  const std::size_t colon = text.find(':');
  if (!text.starts_with('(') || colon == std::string_view::npos) return;
  const std::string words = normal_words(text.substr(1, colon - 1));
  for (const std::string_view word :
       {"expected", "threshold", "target", "minimum", "min", "maximum", "max", "goal", "limit"}) {
    if (!has_phrase(words, word)) continue;
    std::string_view rest = skip_space(text.substr(colon + 1));
    record::Comparison comparison = take_sign(rest);
    if (word.starts_with("min")) comparison = record::Comparison::greater_or_equal;
    if (word.starts_with("max") || word == "limit") comparison = record::Comparison::less_or_equal;
    std::optional<double> target;
    if (!take_number(rest, target) || !target) return;
    metric.target = target;
    metric.comparison = comparison;
    if (rest.starts_with('%')) metric.unit = "%";
    return;
  }
}

void add_metric(Context& context, std::string name, const record::Entry& entry,
                Id<record::Section> section) {
  std::optional<record::Metric> metric = read_quantity(entry.text);
  if (!metric) return;
  metric->name = std::move(name);
  metric->section = section;
  metric->line = entry.line;
  context.records.metrics.add(*std::move(metric));
}

// "Version: 1.0%" is no quantity of the work.
bool is_metadata_name(std::string_view name) {
  return !name.empty() && name != "result" && name != "progress";
}

// "Target: 22/36", "Exit criteria: 9/9 items closed" say what is wanted, not what is.
bool says_goal(std::string_view key) {
  const std::string words = normal_words(key);
  for (const std::string_view word :
       {"target", "goal", "criteria", "exit", "objective", "expected"})
    if (has_phrase(words, word)) return true;
  return false;
}

}  // namespace

std::optional<record::Metric> read_quantity(std::string_view text) {
  record::Metric metric;
  metric.text = std::string(trim(text));
  std::string_view rest = trim(text);
  if (!take_number(rest, metric.value)) return std::nullopt;
  if (rest.starts_with('/')) {
    rest.remove_prefix(1);
    if (!take_number(rest, metric.target) || rest.starts_with('/')) return std::nullopt;
    metric.comparison = metric.target ? record::Comparison::equal : record::Comparison::none;
    rest = skip_space(rest);
    if (has_phrase(normal_words(rest.substr(0, rest.find('('))), "minimum") ||
        has_phrase(normal_words(rest), "min"))
      metric.comparison = record::Comparison::greater_or_equal;
    std::size_t end = 0;
    while (end < rest.size() && is_alpha(rest[end])) ++end;
    metric.unit = std::string(rest.substr(0, end));
    if (metric.unit == "minimum" || metric.unit == "min") metric.unit.clear();
    return metric;
  }
  if (rest.starts_with('%')) {
    metric.unit = "%";
    rest.remove_prefix(1);
    read_aside(skip_space(rest), metric);
    return metric;
  }
  read_aside(skip_space(rest), metric);
  if (!metric.target) return std::nullopt;
  return metric;
}

void read_metrics(Context& context) {
  for (const record::Field& field : context.records.fields)
    if (!is_metadata_name(field.name) && !says_goal(field.key) &&
        field.style != record::FieldStyle::front_matter)
      add_metric(context, field.key, field.value, field.section);
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
    take_number(rest, metric.value);
    if (rest.starts_with('%')) metric.unit = "%";
    rest = target.text;
    const record::Comparison comparison = take_sign(rest);
    if (take_number(rest, metric.target) && metric.target) metric.comparison = comparison;
    if (metric.name.empty()) continue;
    context.records.metrics.add(std::move(metric));
  }
}

}  // namespace muster::extract
