#include "link/claims.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/text.h"

namespace muster {
namespace {

constexpr std::array<std::string_view, 7> kFail = {"fail",    "failed",   "failing", "fails",
                                                   "failure", "failures", "errors"};
constexpr std::array<std::string_view, 4> kFailAtFront = {"error", "ko", "broken", "red"};
constexpr std::array<std::string_view, 3> kFailOfItem = {"fail", "failed", "failing"};
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

// ---- items

// A word of a result ends a statement, or says more about itself: “failed on staging”.
bool goes_on_as_result(std::string_view rest) {
  constexpr std::array<std::string_view, 15> followers = {
      "on",  "in",    "at",    "with", "due", "because", "again", "by",
      "for", "until", "since", "see",  "as",  "during",  "and"};
  rest = trim(rest);
  if (rest.empty() || std::string_view(".,;:!(-").find(rest.front()) != std::string_view::npos)
    return true;
  const std::string word = lower(rest.substr(0, rest.find_first_of(" ,;.:")));
  return std::find(followers.begin(), followers.end(), word) != followers.end();
}

bool begins_as_result(std::string_view part, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return part.size() >= word.size() && equals_ignoring_case(part.substr(0, word.size()), word) &&
           (part.size() == word.size() || !is_alnum(part[word.size()])) &&
           goes_on_as_result(part.substr(word.size()));
  });
}

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

// The text without its paths, cut at colons, dashes and brackets: results stand alone in a part.
std::vector<std::string> parts_of(const record::Item& item) {
  std::string text = item.text;
  for (const record::Mention& mention : item.mentions)
    if (mention.text.size() > 2) text = replace_all(text, mention.text, "");
  for (const std::string_view mark :
       {" - ", " — ", " – ", "—", "→", ": ", "(", ")", "[", "]", "=>"})
    text = replace_all(text, mark, "\n");
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, '\n'))
    if (!trim(part).empty()) parts.emplace_back(trim(part));
  return parts;
}

}  // namespace

std::string claim_of_result(const record::Entry& result) {
  if (result.column == 0 && result.fill == Fill::empty) return {};
  if (result.fill != Fill::value) return "pending";
  const std::string& text = result.text;
  if (holds(text, kFail) || holds_mark(text, kFailMarks)) return "fail";
  if (begins_as_result(text, kFailAtFront)) return "fail";
  if (holds(text, std::span(kPending).first(kPending.size() - 1)) ||
      holds_mark(text, kPendingMarks))
    return "pending";
  if (holds(text, kPass) || holds_mark(text, kPassMarks) || is_full_ratio(text)) return "pass";
  return "pending";
}

std::string claim_of_item(const record::Item& item) {
  const std::vector<std::string> parts = parts_of(item);
  const auto any = [&](Words words, Words marks) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
      const bool marked = std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return part.starts_with(mark);
      });
      return marked || begins_as_result(part, words);
    });
  };
  if (shouts_failure(item.text)) return "fail";
  if (any(kFailOfItem, kFailMarks)) return "fail";
  if (any(kPending, kPendingMarks)) return "pending";
  return contains_word(item.text, "pass") || contains_word(item.text, "passed") ||
                 contains_word(item.text, "passing")
             ? "pass"
             : "";
}

}  // namespace muster
