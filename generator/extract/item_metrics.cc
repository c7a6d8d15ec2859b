// Numbers that boxes ask for in their words: "14/14 tables have RLS", "(exit code 0)", "(< 10%
// slower)", "> 5% of RLS tests fail", "zero write divergence". Each clause gives at most one, which
// is a target without a value; of a rollback trigger it is the condition on which it fires.
#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "extract/context.h"
#include "extract/measures.h"
#include "extract/metrics.h"
#include "extract/thresholds.h"

namespace muster::extract {

namespace {

constexpr std::size_t kLongestText = 240;
constexpr std::size_t kMostOfOneBox = 3;

// How it is or was, and no target: "low coverage (< 50%)", "up from ~50%".
constexpr std::string_view kAsItIs =
    "current|currently|low|only|was|were|down from|up from|has|from";
constexpr std::string_view kAsItIsBefore = "current|currently|low|only|was|were";

struct Clause {
  std::string_view text;
  std::string_view head;  // of an aside, what stands before it
};

struct Asked {
  std::string name;
  Threshold threshold;
};

// Cut at parentheses, commas and semicolons; not within a number such as 1,200.
std::vector<Clause> clauses_of(std::string_view text) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  std::size_t head_end = std::string_view::npos;
  const auto cut = [&](std::size_t end) {
    const std::string_view part = trim(text.substr(begin, end - begin));
    const std::string_view head =
        head_end == std::string_view::npos ? std::string_view() : trim(text.substr(0, head_end));
    if (!part.empty()) clauses.push_back({part, head});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool comma =
        (text[i] == ',' || text[i] == ';') && i + 1 < text.size() && text[i + 1] == ' ';
    if (!comma && text[i] != '(' && text[i] != ')') continue;
    cut(i);
    if (text[i] == '(') head_end = i;
    if (text[i] == ')') head_end = std::string_view::npos;
    begin = i + 1;
  }
  cut(text.size());
  return clauses;
}

bool begins_word(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == ' '; }

// `7/7` as a word of its own; of `3/7` nobody can say what is asked.
std::optional<Asked> read_all_of_all(const Clause& clause) {
  const std::string_view text = clause.text;
  for (std::size_t at = number_begin(text); at < text.size(); ++at) {
    if (!is_digit(text[at]) || !begins_word(text, at)) continue;
    std::string_view rest = text.substr(at);
    std::optional<double> part;
    std::optional<double> whole;
    if (!take_number(rest, part) || !rest.starts_with('/')) continue;
    rest.remove_prefix(1);
    if (!take_number(rest, whole) || part != whole || !whole || *whole == 0) continue;
    if (!rest.empty() && rest.front() != ' ') continue;
    const std::string_view before = trim(text.substr(0, at));
    Asked asked;
    asked.name = std::string(before.empty() ? trim(rest) : before);
    asked.threshold.value = *whole;
    return asked;
  }
  return std::nullopt;
}

// Whether a sign or a word of a threshold begins here: "<", "at least", "minimum", "exit code".
bool may_begin(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("≤") || rest.starts_with("≥")) return true;
  const char c = rest.front();
  if (c == '<' || c == '>' || c == '=')
    return begins_word(text, at) && (at < 2 || text[at - 2] != '-');
  return begins_word(text, at) && (is_alpha(c) || (static_cast<unsigned char>(c) & 0x80) != 0);
}

// What stands behind the number, without "of".
std::string_view behind(std::string_view text) {
  std::string_view rest = text;  // "zero"
  if (!take_measure(rest)) {
    rest = text.substr(std::min(number_begin(text), text.size()));
    if (!take_measure(rest)) return {};
  }
  rest = skip_space(rest);
  if (rest.starts_with("of ")) rest.remove_prefix(3);
  return trim(rest);
}

std::optional<Asked> read_bounded(const Clause& clause) {
  const std::string_view text = clause.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin(text, at)) continue;
    const std::string_view rest = text.substr(at);
    std::string_view measured = rest;
    const std::optional<Measure> measure = take_measure(measured);
    const bool exits = measure && measure->value && measure->unit.dimension == Dimension::exit_code;
    const bool none = measure && measure->value == 0 && is_alpha(rest.front()) && !exits;
    if (!exits && !none && !begins_as_threshold(rest)) continue;
    const std::optional<Threshold> threshold = read_threshold(rest);
    if (!threshold) continue;
    const std::string_view before = trim(text.substr(0, at));
    const bool names = !before.empty() && !none && !exits;
    if (names) return Asked{std::string(before), *threshold};
    return Asked{clause.head.empty() ? std::string(behind(rest)) : std::string(), *threshold};
  }
  return std::nullopt;
}

// "100%", "(0 rows returned)".
std::optional<Asked> read_whole_or_none(const Clause& clause) {
  const std::string_view text = clause.text;
  const std::size_t at = number_begin(text);
  if (at >= text.size() || !begins_word(text, at)) return std::nullopt;
  std::string_view rest = text.substr(at);
  const std::optional<Measure> measure = take_measure(rest);
  if (!measure || !measure->value || number_begin(rest) < rest.size()) return std::nullopt;
  const bool whole = measure->value == 100 && measure->unit.dimension == Dimension::share;
  const std::string_view things = skip_space(rest);
  const bool none = measure->value == 0 && at == 0 && !clause.head.empty() &&
                    (rest.empty() || (rest.front() == ' ' && is_alpha(things.front())));
  if (!whole && !none) return std::nullopt;
  Asked asked;
  asked.name = std::string(trim(text.substr(0, at)));
  asked.threshold.value = *measure->value;
  asked.threshold.unit = measure->unit;
  return asked;
}

std::optional<Asked> read_clause(const Clause& clause) {
  if (has_listed(kAsItIs, normal_words(clause.text)) ||
      has_listed(kAsItIsBefore, normal_words(clause.head)))
    return std::nullopt;
  std::optional<Asked> asked = read_all_of_all(clause);
  if (!asked) asked = read_bounded(clause);
  if (!asked) asked = read_whole_or_none(clause);
  if (asked && asked->name.empty()) asked->name = std::string(clause.head);
  if (!asked || asked->name.empty()) return std::nullopt;
  return asked;
}

}  // namespace

void read_item_metrics(Context& context) {
  std::set<int> taken;  // lines whose number was read with its value
  for (const record::Metric& metric : context.records.metrics) taken.insert(metric.line);
  for (const record::Item& item : context.records.items) {
    if (item.role == Role::sign_off || item.role == Role::announcement) continue;
    if (taken.contains(item.line)) continue;
    std::size_t count = 0;
    for (const Clause& clause : clauses_of(std::string_view(item.text).substr(0, kLongestText))) {
      const std::optional<Asked> asked = read_clause(clause);
      if (!asked || count == kMostOfOneBox) continue;
      ++count;
      record::Metric metric;
      metric.name = asked->name;
      metric.target = asked->threshold.value;
      metric.target_high = asked->threshold.high;
      metric.comparison = asked->threshold.comparison;
      metric.unit = asked->threshold.unit.name;
      metric.text = std::string(clause.text);
      metric.item = context.records.items.id_of(item);
      metric.section = item.section;
      metric.line = item.line;
      context.records.metrics.add(std::move(metric));
    }
  }
}

}  // namespace muster::extract
