#include "extract/claim_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {
namespace {

using Words = std::vector<std::string>;

// ---- tables; entries with bars between

constexpr std::string_view kFailed = "failed|failing";
constexpr std::string_view kFailures = "fail|fails|failed|failing|failure|failures";
constexpr std::string_view kBroken = "broken|red|ko|unsuccessful|aborted";

// What a failure is said of, so that “Tests failed” is a result and “Login failed” may be a test.
constexpr std::string_view kRuns =
    "test|tests|check|checks|suite|suites|run|runs|scan|scans|build|builds|job|jobs|migration|"
    "migrations|deploy|deployment|drill|smoke|benchmark|scenario|scenarios|case|cases|spec|specs|"
    "e2e|ci|pipeline|backfill|restore|rehearsal|audit|verification|validation|rerun|re-run";

// Before a word of failure these make it good news, a condition or a description.
constexpr std::string_view kTurns =
    "0|no|zero|without|not|if|when|whenever|on|any|after|never|none|as|marked|for|of|why|whether|"
    "that|which|what|how|once|unless|until|before|case|who|where|with|despite|to|nothing|than";
// Anywhere before it, these begin a clause that only speaks of failures.
constexpr std::string_view kClauses =
    "if|when|whenever|why|whether|that|which|what|how|once|unless|until|where|who|in case|should|"
    "can|cannot|must|no|without|never|none|zero|0";

// After a result these say more about it.
constexpr std::string_view kFollowers =
    "on|in|at|with|due|because|again|by|for|until|since|see|during|and|against|yet|still|so|but|"
    "last|today|yesterday|twice|once|over|under|here|there|too";
constexpr std::string_view kAsPlanned = "expected|intended|designed|planned|required|it|they";

// A sentence with one of these is about failures, and tells none.
constexpr std::string_view kTopics =
    "for|alert|alerts|alarm|alarms|notify|notifies|retry|retries|retried|shows|lists|dashboard|"
    "count|number|log|logs|logged|page|pages|fixed|resolved|repaired|mended|now";

// Before a count these make it a limit: “locks after 5 failures”.
constexpr std::string_view kLimits =
    "after|on|than|least|most|to|every|per|max|first|within|for|with|if|when|until|over|above|"
    "exceeds|survives|tolerates|allows|handles|retries";

constexpr std::string_view kNegations =
    "not|never|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|won't|cannot|can't";
constexpr std::string_view kFillers =
    "been|be|yet|fully|completely|all|always|really|actually|a|the|quite|even|currently|still";
constexpr std::string_view kPasses = "pass|passed|passing|ok|green|successful|succeeded|succeed";
constexpr std::string_view kDone =
    "run|rerun|re-run|executed|tested|retested|verified|done|finished|complete|completed|started|"
    "delivered|ready|deployed|merged|implemented|confirmed|reviewed|approved|signed|rehearsed";
// Those that are as often what should be: “not applied to guests”. They count in a remark.
constexpr std::string_view kDoneInRemark =
    "checked|available|working|fixed|covered|measured|validated|final|there|repeated|applied|"
    "agreed|provided|received|written|decided|proven|proved|reproduced";

// Words that a waiting result begins with, wherever it stands.
constexpr std::string_view kPendingFront =
    "pending|blocked|tbd|tbc|todo|wip|in progress|ongoing|planned|scheduled|open|to be|will|should|"
    "needs|partial|partially|mostly|almost|nearly|conditional|conditionally|except|flaky|"
    "waiting|awaiting|deferred|delayed|inconclusive|unclear|unknown|on hold|incomplete|skipped|"
    "untested|postponed|simulated|simulation|simulation only|placeholder|mocked|staging only|"
    "on staging only|dry run|dry run only";
// Those that in a remark say so whatever follows.
constexpr std::string_view kPendingRemark =
    "pending|tbd|tbc|todo|wip|to be|will be|will follow|will do|blocked|awaiting|waiting|deferred|"
    "postponed|untested|incomplete|still open|still pending|still missing|still to|yet to|"
    "not yet|re-run|rerun|retest|redo|missing|to do|to redo|to repeat|to verify|to confirm|to test|"
    "draft|partially|mostly|almost|nearly|conditionally|inconclusive|flaky|on hold|in progress|"
    "with risk|with risks|with known risks|with exceptions|with caveats|with reservations";
// After a word of passing, wherever it stands.
constexpr std::string_view kReservations =
    "with risk|with risks|with known risks|with exceptions|with caveats|with reservations|"
    "with conditions|with workaround|with workarounds";
// And after a colon.
constexpr std::string_view kPendingValue = "tbd|tbc|todo|wip|awaiting|awaits|waiting for|still to";
// Those that say so anywhere in a remark.
constexpr std::string_view kPendingInside =
    "needs re-run|needs rerun|needs a re-run|needs a rerun|needs retest|needs a retest|"
    "needs retesting|needs to be|needs work|needs fixing|needs a fix|needs rework|must be repeated|"
    "must be rerun|must be re-run|has to be|have to be|re-run needed|rerun needed|retest needed|"
    "re-run pending|still open|still pending|still missing|still to be|yet to be|to be repeated|"
    "to be redone|to be rerun|to be re-run|to be retested|to be confirmed|to be done|to be run|"
    "to be verified|to be fixed|to be tested|to be completed|to be delivered|to be provided|"
    "to be decided|will be done|will be run|will be repeated|will be rerun|will be re-run|"
    "will be fixed|will be tested|will be delivered|will be completed|will be verified|"
    "will be confirmed|will be provided|work in progress|is pending|are pending";
constexpr std::string_view kShouted = "TODO|TBD|TBC|WIP|FIXME";

// In front of what they are said of they contradict a tick: “PENDING: migrate users”.
constexpr std::string_view kUndone =
    "not done|not yet|not yet done|not started|not run|not tested|not ready|not finished|"
    "not complete|not completed|pending|wip|todo|to do|tbd|in progress|work in progress|incomplete|"
    "unfinished|untested|pendiente";
// In capitals they need no colon.
constexpr std::string_view kShoutedUndone =
    "NOT DONE|NOT YET|NOT STARTED|NOT RUN|NOT TESTED|NOT READY|NOT FINISHED|NOT COMPLETE";

constexpr std::string_view kConditions =
    "once|if|unless|until|provided|assuming|simulated|simulation|simulate|dry run|dry-run|dryrun|"
    "mock|mocked|mocks|stubbed|fake|faked|hypothetical|when fixed|after fix|after the fix|"
    "subject to|with exceptions";

constexpr std::array<std::string_view, 6> kFailMarks = {"❌", "🚫", "✗", "✘", "🔴", "⛔"};
constexpr std::array<std::string_view, 5> kPassMarks = {"✅", "✔", "☑", "✓", "🟢"};
constexpr std::array<std::string_view, 4> kPendingMarks = {"⏳", "⚠", "🟡", "🚧"};

// ---- lookups

// How many words of the text from `at` the phrase takes, or 0.
std::size_t phrase_at(const Words& words, std::size_t at, std::string_view phrase) {
  std::size_t taken = 0;
  for (std::size_t begin = 0; begin <= phrase.size(); ++taken) {
    const std::size_t space = std::min(phrase.find(' ', begin), phrase.size());
    if (at + taken >= words.size() || words[at + taken] != phrase.substr(begin, space - begin))
      return 0;
    begin = space + 1;
  }
  return taken;
}

bool holds_phrase(const Words& words, std::string_view table) {
  return any_listed(table, [&](std::string_view phrase) {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (phrase_at(words, i, phrase) > 0) return true;
    return false;
  });
}

// ---- what follows, and what comes before

bool goes_on(const Words& words, std::size_t at) {
  if (at >= words.size()) return true;
  if (words[at] == "as") return at + 1 >= words.size() || !is_listed(kAsPlanned, words[at + 1]);
  return is_listed(kFollowers, words[at]);
}

bool begins_with(const Words& words, std::string_view table, bool whatever_follows) {
  return any_listed(table, [&](std::string_view phrase) {
    const std::size_t taken = phrase_at(words, 0, phrase);
    return taken > 0 && (whatever_follows || goes_on(words, taken));
  });
}

bool any_before(const Words& words, std::size_t end, std::string_view table) {
  return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const std::string& word) { return is_listed(table, word); });
}

bool is_turned(const Words& words, std::size_t at) {
  return (at > 0 && is_listed(kTurns, words[at - 1])) || any_before(words, at, kClauses);
}

// ---- counts

std::string_view digits_of(std::string_view word) {
  return word.substr(0, std::min(word.find_first_not_of("0123456789"), word.size()));
}

// `2`, and the 2 of `2/25`; -1 where the word is no count.
long long count_in(std::string_view word) {
  constexpr std::array<std::string_view, 10> spelt = {"one", "two",   "three", "four", "five",
                                                      "six", "seven", "eight", "nine", "ten"};
  for (std::size_t i = 0; i < spelt.size(); ++i)
    if (word == spelt[i]) return static_cast<long long>(i) + 1;
  const std::string_view digits = digits_of(word);
  if (digits.empty() || digits.size() > 9) return -1;
  const std::string_view rest = word.substr(digits.size());
  if (!rest.empty() && (rest.front() != '/' || digits_of(rest.substr(1)) != rest.substr(1)))
    return -1;
  return std::stoll(std::string(digits));
}

// Words after a count up to the failure: “2 of 25 tests are still failing”.
constexpr std::size_t kReachOfCount = 6;

bool counts_failures(const Words& words, std::size_t at) {
  if (count_in(words[at]) <= 0 || (at > 0 && is_listed(kLimits, words[at - 1]))) return false;
  if (at > 0 && is_listed(kTurns, words[at - 1]) && words[at - 1] != "of") return false;
  const std::size_t end = std::min(words.size(), at + 1 + kReachOfCount);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (words[i] == "and") return false;  // “in two zones and fails over by itself”
    if (is_listed(kFailures, words[i]))
      return goes_on(words, i + 1) && (i - 1 == at || !is_listed(kTurns, words[i - 1]));
    if (is_listed(kClauses, words[i]) || words[i] == "=") return false;
  }
  return false;
}

// “2 tests failed”, “5 of 25 still failing”; of a limit, “locks after 5 failures”, nothing.
bool holds_failure_count(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (counts_failures(words, i) && !any_before(words, i, "no|none|without|never|if|when"))
      return true;
  return false;
}

// ---- failures

// A word of failure behind what it is said of.
bool tells_failure(const Words& words, bool of_runs) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] != "failed" && words[i] != "failing") continue;
    if (!goes_on(words, i + 1) || is_turned(words, i)) continue;
    if (any_before(words, words.size(), kTopics)) continue;
    if (!of_runs || any_before(words, i, kRuns)) return true;
  }
  return false;
}

bool denies(const Words& words, std::size_t at, std::string_view table, std::size_t& after) {
  if (!is_listed(kNegations, words[at])) return false;
  std::size_t i = at + 1;
  while (i < words.size() && is_listed(kFillers, words[i])) ++i;
  after = i + 1;
  return i < words.size() && is_listed(table, words[i]);
}

// “do not pass yet”, “not passing on prod”; not “secrets are not passed in URLs”.
bool tells_no_pass(const Part& part) {
  const Words& words = part.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t after = 0;
    if (!denies(words, i, kPasses, after) || !goes_on(words, after)) continue;
    const bool ends = after >= words.size() || words[after] == "yet";
    const bool front = i == 0 || (part.kind != PartKind::main && i == 1);
    if (any_before(words, i, kClauses)) continue;
    if (ends || front || any_before(words, i, kRuns)) return true;
  }
  return false;
}

template <std::size_t N>
bool holds_mark(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

// At the front or the end: within a sentence it is only spoken of.
template <std::size_t N>
bool is_marked(std::string_view text, const std::array<std::string_view, N>& marks) {
  constexpr std::string_view selector = "\xef\xb8\x8f";
  if (text.ends_with(selector)) text.remove_suffix(selector.size());
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return text.starts_with(mark) || (text.ends_with(mark) && !text.ends_with(cat({"/", mark})));
  });
}

// ---- what is still to come

// “not run against production”, “has not been delivered yet”; in a sentence only at its end, or
// where a word of place follows.
bool tells_not_done(const Part& part) {
  const Words& words = part.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t after = 0;
    if (!is_listed(kNegations, words[i]) || words[i].starts_with("can") ||
        any_before(words, i, kClauses))
      continue;
    const bool yet = std::find(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(),
                               "yet") != words.end();
    if (yet && part.kind != PartKind::main) return true;
    const bool remark = part.kind == PartKind::remark;
    if (remark && denies(words, i, kDoneInRemark, after)) return true;
    if (denies(words, i, kDone, after) && (remark || goes_on(words, after))) return true;
  }
  return false;
}

bool tells_skipped(const Words& words) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i] == "skipped" && goes_on(words, i + 1) && !is_turned(words, i) &&
        any_before(words, i, kRuns) && count_in(words[i - 1]) < 0)
      return true;
  return false;
}

// In capitals at the front or the end.
bool shouts_pending(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of(" .,"));
  const std::size_t space = text.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? text : text.substr(space + 1);
  return is_listed(kShouted, first) || is_listed(kShouted, last);
}

// “once fixed”; not “once a day”.
bool waits_for(const Words& words) {
  return words.size() > 1 && (words[0] == "once" || words[0] == "when") &&
         any_before(words, words.size(), "fixed|merged|deployed|approved|done|resolved|signed") &&
         words.size() <= 4;
}

// ---- shares

// Of `60%` or `2/3`, or `2 of 3` from `at`: whether it is less than all. `end` gets the place
// after.
bool is_part(const Words& words, std::size_t at, std::size_t& end) {
  const std::string& word = words[at];
  end = at + 1;
  if (word.ends_with('%')) {
    const std::string_view digits = digits_of(word);
    return !digits.empty() && digits.size() < 3;
  }
  const std::string_view first = digits_of(word);
  if (first.empty() || first.size() > 9) return false;
  std::string_view whole;
  if (const std::string_view rest = std::string_view(word).substr(first.size());
      rest.starts_with('/')) {
    whole = rest.substr(1);
  } else if (rest.empty() && at + 2 < words.size() &&
             (words[at + 1] == "of" || words[at + 1] == "/")) {
    whole = words[at + 2];
    end = at + 3;
  } else if (rest.empty() && at + 3 < words.size() && words[at + 1] == "out" &&
             words[at + 2] == "of") {
    whole = words[at + 3];
    end = at + 4;
  }
  if (whole.empty() || whole.size() > 9 || digits_of(whole) != whole) return false;
  return std::stoll(std::string(first)) < std::stoll(std::string(whole));
}

bool passes_near(const Words& words, std::size_t begin, std::size_t end) {
  constexpr std::string_view passing = "pass|passed|passing|green|ok|successful|success|done";
  std::size_t front = begin;  // “pass rate of 60%”
  if (front > 0 && is_listed("of|is|at|only|was", words[front - 1])) --front;
  if (front > 0 && is_listed("rate|ratio", words[front - 1])) --front;
  if (front > 0 && is_listed(passing, words[front - 1])) return true;
  for (std::size_t i = end; i < std::min(words.size(), end + 3); ++i)
    if (is_listed("pass|passed|passing|green|successful", words[i])) return true;
  return false;
}

}  // namespace

bool denies_pass(const Words& words) {
  std::size_t after = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (denies(words, i, kPasses, after)) return true;
  return false;
}

bool passes_in_part(const Words& words) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_part(words, i, end) && passes_near(words, i, end)) return true;
  return false;
}

bool is_conditional(const Words& words) { return holds_phrase(words, kConditions); }

bool says_failed(const Part& part) {
  const Words& words = part.words;
  if (is_marked(part.text, kFailMarks) && !holds_mark(part.text, kPassMarks)) return true;
  if (words.empty()) return false;
  if (words.size() == 1 && words[0] == "fail") return true;  // “Fail on 404” is an order
  if (begins_with(words, kFailed, false) || holds_failure_count(words)) return true;
  if (part.kind != PartKind::main && begins_with(words, kBroken, false)) return true;
  const bool still = words.size() > 1 && words[0] == "still" && is_listed(kFailed, words[1]);
  return still || tells_failure(words, true) || tells_no_pass(part);
}

bool begins_undone(const std::vector<Part>& parts) {
  if (parts.size() < 2) return !parts.empty() && begins_with_listed(kShoutedUndone, parts[0].text);
  const bool set_apart = parts[1].kind != PartKind::main || parts[0].kind == PartKind::remark;
  if (set_apart && begins_with(parts[0].words, kUndone, false)) return true;
  return begins_with_listed(kShoutedUndone, parts[0].text);
}

// “Failover passed with risk”
bool tells_reservation(const Words& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if ((is_listed(kPasses, words[i]) || is_listed(kDone, words[i])) && !is_turned(words, i) &&
        any_listed(kReservations,
                   [&](std::string_view phrase) { return phrase_at(words, i + 1, phrase) > 0; }))
      return true;
  return false;
}

bool says_pending(const Part& part) {
  const Words& words = part.words;
  if (is_marked(part.text, kPendingMarks)) return true;
  if (words.empty()) return false;
  if (begins_with(words, kPendingFront, false) || shouts_pending(part.text)) return true;
  if (tells_not_done(part) || tells_skipped(words) || passes_in_part(words) ||
      tells_reservation(words))
    return true;
  if (part.kind == PartKind::main) return tells_failure(words, false);
  const bool remark = part.kind == PartKind::remark;
  if (begins_with(words, kPendingRemark, remark)) return true;
  if (begins_with(words, kPendingValue, true)) return true;
  if (holds_phrase(words, kPendingInside) && !any_before(words, words.size(), "no|nothing"))
    return true;
  return tells_failure(words, false) || waits_for(words);
}

}  // namespace muster::extract
