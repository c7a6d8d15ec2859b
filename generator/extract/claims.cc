#include "extract/claims.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "base/text.h"
#include "extract/claim_words.h"
#include "extract/context.h"

namespace muster::extract {
namespace {

constexpr std::array<std::string_view, 7> kFail = {"fail",    "failed",   "failing", "fails",
                                                   "failure", "failures", "errors"};
constexpr std::array<std::string_view, 4> kFailAtFront = {"error", "ko", "broken", "red"};
constexpr std::array<std::string_view, 6> kFailMarks = {"❌", "🚫", "✗", "✘", "🔴", "⛔"};
constexpr std::array<std::string_view, 13> kPass = {
    "pass",  "passed", "passing", "ok",       "success",   "successful", "succeeded",
    "green", "done",   "met",     "verified", "completed", "complete"};
constexpr std::array<std::string_view, 5> kPassMarks = {"✅", "✔", "☑", "✓", "🟢"};
// The last one may stand beside a pass: “98 passed, 2 skipped”.
constexpr std::array<std::string_view, 41> kPending = {
    "pending",     "blocked",    "tbd",         "tbc",           "todo",      "wip",
    "in progress", "ongoing",    "planned",     "scheduled",     "open",      "to be",
    "will",        "should",     "needs",       "not run",       "not done",  "not started",
    "not yet",     "not tested", "untested",    "partial",       "partially", "mostly",
    "almost",      "nearly",     "conditional", "conditionally", "except",    "flaky",
    "wait",        "waiting",    "awaiting",    "deferred",      "delayed",   "inconclusive",
    "unclear",     "unknown",    "on hold",     "incomplete",    "skipped"};
constexpr std::array<std::string_view, 4> kPendingMarks = {"⏳", "⚠", "🟡", "🚧"};

// What turns a word of failure into good news or a condition: “0 failed”, “stops on FAIL”.
constexpr std::array<std::string_view, 12> kTurns = {
    "0", "no", "zero", "without", "not", "if", "when", "on", "any", "after", "never", "none"};

using Words = std::span<const std::string_view>;

bool holds_mark(std::string_view text, Words marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

bool is_turned(std::string_view before, std::string_view after) {
  before = trim(before);
  if (before.ends_with('/') || trim(after).starts_with('/')) return true;  // PASS / FAIL
  const std::size_t value = after.find_first_not_of(" :=");
  if (value != std::string_view::npos && value > 0 && after[value] == '0' &&
      (value + 1 == after.size() || (!is_alnum(after[value + 1]) && after[value + 1] != '.')))
    return true;  // failed: 0
  const std::string_view last = before.substr(before.find_last_of(" (,;:") + 1);
  return last.starts_with("0/") ||
         std::any_of(kTurns.begin(), kTurns.end(),
                     [&](std::string_view turn) { return equals_ignoring_case(last, turn); });
}

// Whether one of the words stands in the text and means itself.
bool holds(std::string_view text, Words words) {
  const std::string small = lower(text);
  for (const std::string_view word : words)
    for (std::size_t at = small.find(word); at != std::string::npos;
         at = small.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      const bool whole =
          (at == 0 || !is_alnum(small[at - 1])) && (end == small.size() || !is_alnum(small[end]));
      const std::string_view all = small;
      if (whole && !is_turned(all.substr(0, at), all.substr(end))) return true;
    }
  return false;
}

// `10/10` or `100%`: all of them.
bool is_full_ratio(std::string_view text) {
  if (text == "100%") return true;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view part = trim(text.substr(0, slash));
  return !part.empty() && part == trim(text.substr(slash + 1)) && part != "0" &&
         part.find_first_not_of("0123456789") == std::string_view::npos;
}

// “Error: timeout”, “broken on staging”; not “Error rate 0.1%”.
bool fails_at_front(std::string_view text) {
  for (const std::string_view word : kFailAtFront) {
    if (!equals_ignoring_case(text.substr(0, word.size()), word)) continue;
    const std::string_view rest = trim(text.substr(word.size()));
    if (rest.empty() || std::string_view(".,;:!(-").find(rest.front()) != std::string_view::npos)
      return true;
  }
  return false;
}

// What a result says: "fail", "pending" or "pass"; empty where it is not understood.
std::string_view word_of_result(std::string_view text) {
  const std::vector<std::string> words = words_in(text);
  if (holds(text, kFail) || holds_mark(text, kFailMarks) || denies_pass(words)) return "fail";
  if (fails_at_front(trim(text))) return "fail";
  if (holds(text, std::span(kPending).first(kPending.size() - 1)) ||
      holds_mark(text, kPendingMarks) || is_conditional(words) || passes_in_part(words))
    return "pending";
  if (holds(text, kPass) || holds_mark(text, kPassMarks) || is_full_ratio(text)) return "pass";
  return {};
}

// ---- items

// FAIL in capitals is a result wherever it stands, unless it is one of a choice.
bool shouts_failure(std::string_view text) {
  for (const std::string_view word : {"FAIL", "FAILED", "FAILING"})
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const char after = at + word.size() < text.size() ? text[at + word.size()] : ' ';
      const auto joins = [](char c) { return is_alnum(c) || c == '_' || c == '-'; };
      if (joins(before) || joins(after)) continue;
      if (is_turned(text.substr(0, at), text.substr(at + word.size()))) continue;
      if (!contains_word(text, "pass")) return true;
    }
  return false;
}

std::string without_paths(std::string text, const record::Item& item) {
  for (const record::Mention& mention : item.mentions)
    if (mention.text.size() > 2) text = replace_all(std::move(text), mention.text, "");
  return text;
}

// “failed: 2”
bool is_count_of_failures(const Part& before, const Part& part) {
  constexpr std::array<std::string_view, 4> names = {"failed", "failing", "failures", "failure"};
  if (before.words.empty() || part.words.empty() || part.kind == PartKind::main) return false;
  const std::string& name = before.words.back();
  const std::string& count = part.words.front();
  return std::find(names.begin(), names.end(), name) != names.end() &&
         count.find_first_not_of("0123456789") == std::string::npos &&
         count.find_first_not_of('0') != std::string::npos;
}

std::string_view worse(std::string_view a, std::string_view b) {
  for (const std::string_view claim : {"fail", "undone", "pending"})
    if (a == claim || b == claim) return claim;
  return {};
}

// Of an item's own words, `in_front` asks whether they begin by taking the tick back.
std::string_view claim_of_text(const std::string& text, bool in_front = false) {
  if (shouts_failure(text)) return "fail";
  const std::vector<Part> parts = parts_of(text);
  std::string_view claim;
  if (in_front && begins_undone(parts)) claim = "undone";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (says_failed(parts[i]) || (i > 0 && is_count_of_failures(parts[i - 1], parts[i])))
      return "fail";
    if (claim.empty() && says_pending(parts[i])) claim = "pending";
  }
  return claim;
}

// The value of a sub-bullet such as “Result: 2 of 25 failed”.
std::optional<std::string_view> result_in(std::string_view detail) {
  constexpr std::array<std::string_view, 9> keys = {"result",  "results", "test result",
                                                    "status",  "state",   "outcome",
                                                    "verdict", "estado",  "resultado"};
  const std::size_t colon = detail.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string key = lower(trim(detail.substr(0, colon)));
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) return std::nullopt;
  return trim(detail.substr(colon + 1));
}

std::string_view claim_of_value(std::string_view value) {
  if (value.find("__") != std::string_view::npos) return "pending";
  const std::string_view word = word_of_result(value);
  return word == "pass" ? std::string_view() : word;
}

std::string_view claim_of_detail(const std::string& detail, const record::Item& item) {
  if (lower(detail).starts_with("expected")) return {};  // says what should happen
  const std::string text = without_paths(detail, item);
  if (const std::optional<std::string_view> value = result_in(text))
    return worse(claim_of_value(*value), claim_of_text(std::string(*value)));
  return claim_of_text(text);
}

}  // namespace

std::string claim_of_result(const record::Entry& result) {
  if (result.column == 0 && result.fill == Fill::empty) return {};
  if (result.fill != Fill::value) return "pending";
  const std::string_view word = word_of_result(result.text);
  return word.empty() ? "pending" : std::string(word);
}

std::string claim_of_item(const record::Item& item) {
  std::string_view claim = claim_of_text(without_paths(item.text, item), true);
  for (const std::string& detail : item.details)
    claim = worse(claim, claim_of_detail(detail, item));
  if (!claim.empty()) return std::string(claim);
  return contains_word(item.text, "pass") || contains_word(item.text, "passed") ||
                 contains_word(item.text, "passing")
             ? "pass"
             : "";
}

void read_claims(Context& context) {
  for (record::Item& item : context.records.items)
    if (item.state == BoxState::ticked) {
      item.claimed = claim_of_item(item);
      item.speaks_of_evidence = speaks_of_evidence(parts_of(without_paths(item.text, item)));
    }
  for (record::EvidenceRow& row : context.records.evidence_rows)
    row.claimed = claim_of_result(context.plain(row.result));
}

}  // namespace muster::extract
