// Numbers: those that documents ask for or tell, and the values that reports give them by front
// matter. A value never goes into the source; it stands beside it, with where it is from.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "link/bindings.h"
#include "link/linker.h"

namespace muster {
namespace {

std::string in_quotes(std::string_view path) { return cat({"“", shorten(path, 120), "”"}); }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "RLS Tests" and "RLS Tests Passed" are one number.
std::string without_end(std::string words) {
  constexpr std::array<std::string_view, 6> ends = {"passed",   "passing",   "pass",
                                                    "complete", "completed", "count"};
  const std::size_t space = words.rfind(' ');
  if (space != std::string::npos && is_one_of(ends, std::string_view(words).substr(space + 1)))
    words.resize(space);
  return words;
}

// Of "RLS tests fail", what fails; else empty.
std::string what_fails(std::string_view name) {
  constexpr std::array<std::string_view, 5> ends = {"fail", "fails", "failed", "failing",
                                                    "failures"};
  const std::string words = name_words(name);
  const std::size_t space = words.rfind(' ');
  if (space == std::string::npos || !is_one_of(ends, std::string_view(words).substr(space + 1)))
    return {};
  return words.substr(0, space);
}

// "(threshold: < 10%)" asks for something; "3/7 (43%)" only says out of how many.
bool asks(const record::Metric& metric) {
  constexpr std::array<std::string_view, 9> labels = {"expected", "threshold", "target",
                                                      "goal",     "required",  "esperado",
                                                      "umbral",   "objetivo",  "must be"};
  if (metric.item) return true;
  if (metric.comparison == record::Comparison::none) return false;
  const std::string text = lower(metric.text);
  return metric.comparison != record::Comparison::equal ||
         std::any_of(labels.begin(), labels.end(),
                     [&](std::string_view label) { return text.find(label) != std::string::npos; });
}

// "(target: 80%)" does not say which side of it is good.
bool has_two_sides(const record::Metric& metric) {
  constexpr std::array<std::string_view, 6> labels = {"threshold", "target",   "goal",
                                                      "umbral",    "objetivo", "budget"};
  const std::string text = lower(metric.text);
  return metric.comparison == record::Comparison::equal &&
         std::any_of(labels.begin(), labels.end(),
                     [&](std::string_view label) { return text.find(label) != std::string::npos; });
}

Metric make_metric(const Linker& linker, DocumentId document, const record::Metric& record) {
  Metric metric;
  metric.document = document;
  metric.name = record.name;
  metric.text = record.text;
  metric.told = record.value;
  metric.target = record.target;
  metric.target_high = record.target_high;
  metric.comparison = has_two_sides(record) ? record::Comparison::none : record.comparison;
  metric.bounded = asks(record);
  metric.unit = record.unit;
  metric.item = linker.item(document, record.item);
  metric.where = linker.where(document, record.line);
  return metric;
}

// A key that stands twice has no one value.
bool has_one_meaning(const ReportContent& content) {
  return std::none_of(content.notes.begin(), content.notes.end(),
                      [](const Note& note) { return note.rule == "evidence-ambiguous"; });
}

std::string why_no_value(const Evidence& evidence, std::string_view pointer) {
  switch (evidence.state) {
    case EvidenceState::missing:
      return cat({in_quotes(evidence.path), " is not there"});
    case EvidenceState::removed:
      return cat({in_quotes(evidence.path), " was removed"});
    case EvidenceState::external:
    case EvidenceState::unreadable:
      return cat({in_quotes(evidence.path), " cannot be read"});
    case EvidenceState::present:
      break;
  }
  if (evidence.content == nullptr || evidence.content->json == nullptr)
    return cat({in_quotes(evidence.path), " is no JSON"});
  if (!has_one_meaning(*evidence.content))
    return cat({in_quotes(evidence.path), " can be read in two ways"});
  const Json* value = evidence.content->json->at(pointer);
  return value == nullptr
             ? cat({"nothing stands at ", pointer, " in ", in_quotes(evidence.path)})
             : cat({"at ", pointer, " in ", in_quotes(evidence.path), " stands no number"});
}

void fill(const Linker& linker, const record::MetricBinding& binding, DocumentId document,
          Metric& metric) {
  const Document& row = linker.model.documents[document];
  metric.pointer = binding.pointer;
  metric.bound_at = linker.where(document, binding.name.line, binding.name.column);
  const auto target = bound_target(linker.targets, row.repo, row.path, binding.report.text);
  const auto found = target ? linker.evidence_by_path.find({target->repo, target->path})
                            : linker.evidence_by_path.end();
  if (found == linker.evidence_by_path.end()) {
    metric.problem = cat({in_quotes(binding.report.text), " is no file of ours"});
    return;
  }
  metric.evidence = found->second;
  const Evidence& evidence = linker.model.evidence[metric.evidence];
  const bool here = evidence.state == EvidenceState::present && evidence.content != nullptr &&
                    evidence.content->json != nullptr && has_one_meaning(*evidence.content);
  const Json* value = here ? evidence.content->json->at(binding.pointer) : nullptr;
  if (value != nullptr && value->is(Json::Kind::number))
    metric.measured = value->number;
  else
    metric.problem = why_no_value(evidence, binding.pointer);
}

void bind(Linker& linker, DocumentId document, std::size_t first) {
  Table<Metric>& metrics = linker.model.metrics;
  for (const record::MetricBinding& binding : linker.records(document).metric_bindings) {
    const std::string wanted = name_words(binding.name.text);
    for (std::size_t i = first; i < metrics.size(); ++i)
      if (is_metric_named(metrics[MetricId(i)].name, wanted))
        fill(linker, binding, document, metrics[MetricId(i)]);
  }
}

// "> 5% of RLS tests fail" by 6 of 7 that passed: 14.3 %.
void measure_failures(Linker& linker, std::size_t first) {
  Table<Metric>& metrics = linker.model.metrics;
  for (std::size_t i = first; i < metrics.size(); ++i) {
    Metric& asked = metrics[MetricId(i)];
    const std::string what = what_fails(asked.name);
    if (!asked.item || asked.measured || asked.unit != "%" || what.empty()) continue;
    for (std::size_t j = first; j < metrics.size(); ++j) {
      const Metric& counted = metrics[MetricId(j)];
      if (!counted.measured || counted.unit == "%" || counted.target.value_or(0) <= 0 ||
          *counted.measured > *counted.target || !is_metric_named(counted.name, what))
        continue;
      asked.measured = (*counted.target - *counted.measured) / *counted.target * 100;
      asked.evidence = counted.evidence;
      asked.pointer = counted.pointer;
      asked.bound_at = counted.bound_at;
      break;
    }
  }
}

}  // namespace

bool is_metric_named(std::string_view name, std::string_view wanted) {
  const std::string words = name_words(name);
  return !wanted.empty() &&
         (words == wanted || without_end(words) == without_end(std::string(wanted)));
}

void link_metrics(Linker& linker) {
  for (std::size_t d = 0; d < linker.model.documents.size(); ++d) {
    const DocumentId document(d);
    const std::size_t first = linker.model.metrics.size();
    std::vector<const record::Metric*> records;
    for (const record::Metric& record : linker.records(document).metrics)
      records.push_back(&record);
    std::stable_sort(records.begin(), records.end(),
                     [](const auto* a, const auto* b) { return a->line < b->line; });
    for (const record::Metric* record : records)
      linker.model.metrics.add(make_metric(linker, document, *record));
    bind(linker, document, first);
    measure_failures(linker, first);
  }
}

}  // namespace muster
