// How urgent a gap is: its priority as written, and what else calls it a blocker: a column of its
// own, the front of its text, the header or the heading above.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/gap_rows.h"
#include "extract/markup.h"
#include "extract/status_words.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

struct Urgent {
  std::string_view words;  // in normal form
  std::string_view says;
};
constexpr Urgent kUrgent[] = {
    {"p0", "P0"},
    {"s0", "S0"},
    {"sev0", "sev0"},
    {"sev 0", "sev0"},
    {"sev1", "sev1"},
    {"sev 1", "sev1"},
    {"critical", "critical"},
    {"crit", "critical"},
    {"blocker", "blocker"},
    {"blocking", "blocker"},
    {"show stopper", "blocker"},
    {"showstopper", "blocker"},
};
constexpr std::string_view kTakenBack[] = {"non", "not", "no", "was", "formerly", "resolved"};
// Beside these, "blockers" are only some of what stands below; and P1 is as much below as P0.
constexpr std::string_view kMixed[] = {"gap", "gaps",         "risks",     "issues", "p1",
                                       "p2",  "dependencies", "questions", "high",   "medium"};

bool has_one_of(std::string_view words, std::span<const std::string_view> phrases) {
  for (const std::string_view phrase : phrases)
    if (has_phrase(words, phrase)) return true;
  return false;
}

std::string_view urgency_in(std::string_view words) {
  if (has_one_of(words, kTakenBack)) return {};
  for (const Urgent& urgent : kUrgent)
    if (has_phrase(words, urgent.words)) return urgent.says;
  return {};
}

// "P0 gaps (blockers)", "Blockers", but not "Gaps / blockers".
std::string_view urgency_of_heading(std::string_view heading) {
  const std::string words = normal_words(heading);
  if (const std::string_view says = urgency_in(words); !says.empty())
    return has_phrase(words, "p1") || has_phrase(words, "high") ? std::string_view() : says;
  const bool blockers = has_phrase(words, "blockers") && !has_one_of(words, kTakenBack);
  return blockers && !has_one_of(words, kMixed) ? "blocker" : std::string_view();
}

std::string_view urgency_above(const Context& context, const NamedTable& table) {
  for (Id<record::Section> id = table.section; id && !context.is_title(id);
       id = context.section(id).parent)
    if (const std::string_view says = urgency_of_heading(context.section(id).title); !says.empty())
      return says;
  return {};
}

// "P0: Fix CI", "[P0] Fix CI", "Critical: Fix CI", "P0 Fix CI".
std::string_view urgency_in_front(std::string_view text) {
  const std::vector<std::string_view> statements = statements_in(text);
  if (statements.empty()) return {};
  const std::string words = all_words(statements.front());
  const bool alone = words.find(' ') == words.rfind(' ');
  if (statements.size() > 1 && alone) return urgency_in(words);
  const std::string_view first = std::string_view(words).substr(0, words.find(' '));
  return first.size() == 2 && is_digit(first.back()) ? urgency_in(first) : std::string_view();
}

bool says_yes(const Context& context, const record::Entry& entry) {
  if (entry.fill != Fill::value) return false;
  return is_positive_option(entry.text) || status_class(entry.text) == StatusClass::done ||
         status_class(context.plain(entry.text)) == StatusClass::done ||
         !urgency_in(all_words(entry.text)).empty();
}

// "Impact: Blocker"; a sentence about the impact says no priority.
std::string_view urgency_of_impact(const record::Entry& entry) {
  const std::string words = all_words(entry.text);
  return split(words, ' ').size() > 3 ? std::string_view() : urgency_in(words);
}

void add(std::string_view says, record::Entry& priority) {
  if (says.empty() || has_phrase(normal_words(priority.text), normal_words(says))) return;
  const bool given = priority.fill == Fill::value;
  priority.text = given ? cat({priority.text, ", ", says}) : std::string(says);
  priority.fill = Fill::value;
}

// ---- critical or not

constexpr std::string_view kCritical =
    "p0|s0|sev0|sev1|critical|crit|blocker|blockers|blocking|blocks|showstopper|showstoppers|"
    "crítico|crítica|critico|critica|bloqueante";
// "not a blocker", "non-blocking", "was P0"
constexpr std::string_view kBefore = "not|non|no|never|isn|was|formerly|previously|from";

bool is_critical_at(const std::vector<std::string_view>& words, std::size_t i) {
  if (is_listed(kCritical, words[i])) return true;
  const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
  if (words[i] == "show") return next == "stopper" || next == "stoppers";
  if (words[i] == "sev" || words[i] == "severity") return next == "0" || next == "1";
  return words[i] == "p" && next == "0";
}

bool is_denied_at(const std::vector<std::string_view>& words, std::size_t i) {
  for (std::size_t back = 1; back <= 2 && back <= i; ++back)
    if (is_listed(kBefore, words[i - back])) return true;
  return false;
}

bool is_critical_part(std::string_view text) {
  for (const std::string_view arrow : {"→", "->", "=>", "⇒"})
    if (const std::size_t at = text.rfind(arrow); at != std::string_view::npos)
      text.remove_prefix(at + arrow.size());
  const std::string said = all_words(text);
  const std::vector<std::string_view> words = split(said, ' ');
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_critical_at(words, i) && !is_denied_at(words, i)) return true;
  return false;
}

}  // namespace

bool is_critical(std::string_view priority) {
  const std::vector<std::string_view> parts = split(priority, ',');
  return std::any_of(parts.begin(), parts.end(), is_critical_part);
}

record::Entry priority_of(const Context& context, const NamedTable& table, const TableRow& row,
                          std::size_t text_column) {
  record::Entry priority = unstruck(context, row, table.column({"priority", "severity"}));
  if (priority.line == 0) priority.line = row.line;
  const bool ranked = priority.fill == Fill::value && table.column({"priority"}).has_value();
  if (const auto severity = table.column({"severity"}); severity && ranked)
    add(urgency_in(all_words(unstruck(context, row, severity).text)), priority);
  add(urgency_of_impact(unstruck(context, row, table.column({"impact"}))), priority);
  for (std::size_t i = 0; i < table.columns.size() && i < row.entries.size(); ++i) {
    const bool flag =
        table.columns[i] == "blocking" || (i != text_column && is_blocker_header(table.headers[i]));
    if (flag && says_yes(context, unstruck(context, row, i))) add("blocker", priority);
  }
  add(urgency_in_front(unstruck(context, row, text_column).text), priority);
  if (is_blocker_header(table.headers[text_column])) add("blocker", priority);
  if (!ranked) add(urgency_above(context, table), priority);
  return priority;
}

bool is_blocker_header(std::string_view header) {
  const std::string words = normal_words(header);
  return words == "blocker" || words == "blockers";
}

}  // namespace muster::extract
