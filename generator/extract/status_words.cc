#include "extract/status_words.h"

#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

// ---- tables, in normal form with bars between

// Prepositions after which anything may stand.
constexpr std::string_view kLinks =
    "in|ahead|at|by|via|since|per|during|within|using|through|across|against|into|por|en|el";
constexpr std::string_view kAdverbs =
    "successfully|fully|completely|cleanly|entirely|properly|manually|independently|finally|"
    "already|today|yesterday|early|out|unanimously|recently|ok|okay|again|together|dated";
constexpr std::string_view kAlso =
    "deployed|released|shipped|tagged|published|tested|documented|reviewed|validated|archived";
constexpr std::string_view kObjects = "the|a|an|all|every|both|our|its|this";
constexpr std::string_view kTestsPassed =
    "qa|ci|uat|review|audit|test|tests|testing|check|checks|smoke|lint|e2e|code|security|load|"
    "integration|unit|acceptance|regression|all|both|every";
// Forms that may as well be orders: "complete the migration".
constexpr std::string_view kOrders = "complete|pass";
constexpr std::string_view kSpans = "day|days|week|weeks|month|months|hour|hours|minutes";

constexpr std::string_view kAfterFor =
    "production|prod|release|launch|rollout|deployment|deploy|go|live|merge|all";
constexpr std::string_view kAfterTo =
    "main|master|trunk|production|prod|proceed|ship|release|live|go|customer|customers|all";
constexpr std::string_view kAfterAs =
    "of|planned|expected|designed|agreed|described|specified|documented|requested|part";
constexpr std::string_view kAfterWith =
    "no|zero|all|evidence|proof|success|pr|mr|commit|release|version";
constexpr std::string_view kNotAfterOn = "to|hold|condition|paper|track|behalf";
constexpr std::string_view kNumbered =
    "pr|mr|commit|issue|ticket|sprint|build|run|release|version|bug|story|week|adr|rfc|change";

constexpr std::string_view kDoubts =
    "to be|to "
    "follow|later|soon|tomorrow|tonight|next|upcoming|coming|future|eventually|when|after|still|"
    "however|"
    "though|although|despite|yet|only|nearly|half|halfway|partly|in part|some|most|in principle|"
    "in theory|theoretically|on paper|provisional|provisionally|tentative|tentatively|preliminary|"
    "interim|temporary|temporarily|workaround|workarounds|stub|stubbed|dummy|locally|on my|in my|"
    "draft|drafted|deferred|postponed|on track|on hold|supposedly|allegedly|apparently|presumably|"
    "probably|maybe|perhaps|likely|hopefully|should|might|may be|may need|may still|will be|"
    "will need|will follow|would|cannot|can t|won t|isn t|wasn t|doesn t|hasn t|haven t|aren t|"
    "didn t|couldn t|never|unclear|unknown|unconfirmed|unstable|undecided|unsafe|revisit|reverted|"
    "revoked|rescinded|rolled back|backed out|withdrawn|overturned|undone|cancelled|canceled|"
    "aborted|in branch|on branch|in a branch|on a branch|feature branch|for now|ready for|ready to|"
    "work in progress|in progress|wip|so far|at risk|depends|depending|assuming|delayed|"
    "limited|remain|remains|retest|re test|requires|under review|in review|won t fix|wontfix|"
    "as known|known issue|accepted risk|0 passed|none passed|left|to go|"
    "expired|disputed|disagrees|will reopen|due|nobody|no one|on one of|in one of|one of two|"
    "one of three";

// These spoil a "done" unless they are none: "no open issues", "errors: 0".
constexpr std::string_view kTroubles =
    "issues|findings|warnings|condition|conditions|defects|bugs|errors|exceptions|regression|"
    "regressions|outstanding|open|blocked|blocker|blockers|missing|needed|need|needs|risk|risks|"
    "rejected|refused|declined|denied|caveats|reservations|problems|concerns|objections|crashes|"
    "timeouts|vulnerabilities|leftover|residual|flaky|failed|failing|fails|failure|failures|broken";
// What nobody misses: "no downtime", "no further action".
constexpr std::string_view kWelcomeNone =
    "further|action|actions|change|changes|downtime|impact|loss|longer|comments|remarks|objection|"
    "issue|error|finding|defect|bug|problem|warning|incident|incidents|rollback|drift|diff|"
    "difference|differences|mismatch|mismatches|deviations|leak|leaks|alerts|failed|more|known|"
    "pending|remaining|skipped|blocking|critical|high|follow";
constexpr std::string_view kNone = "no|zero|without|none|nothing";
constexpr std::string_view kStaysNone =
    "needed|required|blocked|failing|reproducible|occurs|applicable|relevant|broken|flaky";

// Statements that are these words.
constexpr std::string_view kDenials =
    "no|not|never|false|nope|none|n a|na|red|retest|verification|deploy|deployment|rollout";
// Statements that begin with these.
constexpr std::string_view kUnfinished =
    "testing|in testing|under test|verifying|retesting|monitoring|ongoing|red|todo|to do|"
    "not|awaiting|deploy|migrating|rolling out";
// Statements that begin with these say nothing against it.
constexpr std::string_view kHarmless =
    "reopen if|reopens if|reopen when|reopen on|reopen should|will reopen if|will be reopened if|"
    "to be reopened if";
// Words that sound worse than they are.
constexpr std::string_view kInnocent =
    "open source|read only|append only|write only|as needed|as planned|as expected|if any|"
    "regression test|regression tests|regression suite|regression testing|regression run|"
    "retest passed|on retest|due to|due date|risk assessment|risk review|risk register|known "
    "good|by will";

// The longer of two that begin alike comes first.
constexpr std::string_view kEnvironments =
    "staging|stage|stg|development|develop|dev env|dev|localhost|local|sandbox|preprod|"
    "pre production|pre prod|non production|non prod|preview|lab|test environment|test env|"
    "test system";
constexpr std::string_view kBeforeEnvironment = "on|in|to|for|at|onto|into";
constexpr std::string_view kProduction = "prod|production|live|everywhere|all environments";

constexpr std::string_view kDays =
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|eod|eow|eom|eoy|cob|end|next|"
    "tomorrow|tonight|q1|q2|q3|q4|week|then";
constexpr std::string_view kQuarters = "q1|q2|q3|q4";
constexpr std::string_view kMonths =
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|"
    "feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec";

constexpr std::string_view kHalfDone =
    "partial|partially|partly|almost|nearly|mostly|half done|workaround|temporarily|provisionally|"
    "tentatively|in part|wip|in progress|todo|tbd|awaiting|reopened|parcialmente";
constexpr std::string_view kLeft =
    "pending|outstanding|remaining|remains|deferred|reopened|to do|todo|tbd|wip|in progress|"
    "not yet|not done|partially|partly|open|to follow|reverted|rolled back|pendiente";

constexpr std::size_t kLongest = 200;  // of what is read word for word

// ---- words and phrases

std::string_view after_first(std::string_view words) {
  const std::size_t space = words.find(' ');
  return space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
}

bool begins_with_digit(std::string_view word) { return !word.empty() && is_digit(word.front()); }

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// An emoji or the like; letters of Latin scripts begin with lower bytes.
bool is_sign(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xe2;
}

// "12", "v1 2", "pr 12"; but not "phase 1".
bool names_number(std::string_view words) {
  const std::string_view word = first_word(words);
  return has_digit(word) ||
         (is_listed(kNumbered, word) && has_digit(first_word(after_first(words))));
}

// "Complete in 2 weeks" is an order; of "completed in 2 weeks" one is not.
bool sets_a_time(std::string_view words) {
  return has_listed(kSpans, words) || is_listed(kDays, first_word(words)) ||
         is_listed(kMonths, first_word(words));
}

// "failed: 0" and "open: none" are one statement each.
bool is_none_at(std::string_view text) {
  if (begins_with_digit(text)) return true;
  const std::string word = lower(text.substr(0, 4));
  return word == "none" || word == "zero";
}

// Times, dates and shares stay whole, and so do words with hyphens.
bool divides(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (std::string_view(",;()[]|\n").find(c) != std::string_view::npos) return true;
  const bool digit_before = at > 0 && is_digit(text[at - 1]);
  const bool digit_after = at + 1 < text.size() && is_digit(text[at + 1]);
  const bool space_after = at + 1 >= text.size() || is_space(text[at + 1]);
  if (c == ':') return !digit_after && !is_none_at(trim(text.substr(at + 1)));
  if (c == '/') return !digit_before && !digit_after;
  if (c == '.') return space_after;
  if (c == '-' || c == '+') return space_after && at > 0 && is_space(text[at - 1]);
  return c == '>' && at > 0 && (text[at - 1] == '-' || text[at - 1] == '=');
}

std::size_t divider_at(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {"—", "–", "→", "⇒", "•", "·"})
    if (text.substr(at).starts_with(sign)) return sign.size();
  return divides(text, at) ? 1 : 0;
}

// ---- doubts of one statement

// "no open issues", "issues: none", "0 failed". A number between belongs to what stands there.
bool is_none(const std::vector<std::string_view>& words, std::size_t i) {
  for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
    const std::string_view word = words[i - back];
    if (is_listed(kNone, word) || (back == 1 && word == "0")) return true;
    if (has_digit(word)) break;
  }
  const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
  if (next == "0" || next == "none" || next == "zero") return true;
  return i + 2 < words.size() && (words[i + 2] == "0" || words[i + 2] == "none");
}

// "no evidence", "without a fix", but "no downtime".
bool lacks_something(const std::vector<std::string_view>& words, std::size_t i) {
  if (words[i] != "no" && words[i] != "without") return false;
  for (std::size_t ahead = i + 1; ahead < words.size() && ahead <= i + 3; ++ahead) {
    const std::string_view word = words[ahead];
    if (word == "longer")
      return ahead + 1 >= words.size() || !is_listed(kStaysNone, words[ahead + 1]);
    if (is_listed(kWelcomeNone, word) || is_listed(kTroubles, word)) return false;
  }
  return true;
}

// "by 2026-03-01", "by Friday", "by end of May": a plan. "by 3 reviewers" is none.
bool is_deadline(const std::vector<std::string_view>& words, std::size_t i) {
  if (words[i] != "by" || i + 1 >= words.size()) return false;
  const std::string_view next = words[i + 1];
  const std::string_view then = i + 2 < words.size() ? words[i + 2] : std::string_view();
  if (is_listed(kDays, next)) return true;
  if (is_listed(kMonths, next)) return then.empty() || begins_with_digit(then);
  if (!begins_with_digit(next)) return false;
  const bool year = next.size() == 4 && (next.starts_with("19") || next.starts_with("20"));
  return year || begins_with_digit(then) || is_listed(kMonths, then);
}

// "Done in Q3" is a plan; "Done in Q3 2025" is a date.
bool is_bare_quarter(const std::vector<std::string_view>& words, std::size_t i) {
  if (!is_listed(kQuarters, words[i])) return false;
  const auto is_year = [&](std::size_t at) {
    return at < words.size() && words[at].size() == 4 && begins_with_digit(words[at]);
  };
  return !is_year(i + 1) && (i == 0 || !is_year(i - 1));
}

std::string without_innocent(std::string words) {
  any_listed(kInnocent, [&](std::string_view phrase) {
    if (has_phrase(words, phrase)) words = replace_all(std::move(words), phrase, "so");
    return false;
  });
  return words;
}

bool is_in_doubt(std::string_view statement) {
  const std::string words = without_innocent(all_words(statement));
  if (words.empty() || begins_with_listed(kHarmless, words)) return false;
  if (has_doubt(words) || has_listed(kDoubts, words)) return true;
  const std::vector<std::string_view> parts = split(words, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (lacks_something(parts, i) || is_deadline(parts, i) || is_bare_quarter(parts, i))
      return true;
    if (is_listed(kTroubles, parts[i]) && !is_none(parts, i)) return true;
  }
  return false;
}

bool is_unfinished(std::string_view statement) {
  const std::string words = all_words(statement);
  if (is_listed(kDenials, words) || begins_with_listed(kUnfinished, words)) return true;
  const StatusClass status = status_class(statement);
  const bool alone = words.find(' ') == std::string::npos;
  return alone && (status == StatusClass::open || status == StatusClass::active ||
                   status == StatusClass::blocked || status == StatusClass::dropped);
}

// ---- where it was done

// "fixed on staging", "verified (dev)": done there, and not where it counts.
bool is_elsewhere(const std::vector<std::string_view>& statements) {
  bool elsewhere = false;
  bool in_production = false;
  for (const std::string_view statement : statements) {
    std::string words = all_words(statement);
    any_listed(kEnvironments, [&](std::string_view place) {
      elsewhere = elsewhere || words == place || words == cat({place, " only"});
      any_listed(kBeforeEnvironment, [&](std::string_view link) {
        elsewhere = elsewhere || has_phrase(words, cat({link, " ", place})) ||
                    has_phrase(words, cat({link, " the ", place}));
        return false;
      });
      if (place.find(' ') != std::string_view::npos)
        words = replace_all(std::move(words), place, "there");
      return false;
    });
    in_production = in_production || has_listed(kProduction, words);
  }
  return elsewhere && !in_production;
}

}  // namespace

std::vector<std::string_view> statements_in(std::string_view status) {
  std::vector<std::string_view> statements;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= status.size();) {
    const std::size_t length = i == status.size() ? 1 : divider_at(status, i);
    if (length == 0) {
      ++i;
      continue;
    }
    const std::string_view statement = trim(status.substr(begin, i - begin));
    if (!statement.empty()) statements.push_back(statement);
    i += length;
    begin = i;
  }
  return statements;
}

bool may_follow_done(std::string_view done, std::string_view after) {
  if (after.empty()) return true;
  const std::string_view word = first_word(after);
  const std::string_view rest = after_first(after);
  const std::string_view next = first_word(rest);
  const bool order = is_listed(kOrders, done);
  if (order && (is_listed(kLinks, word) || word == "on") && sets_a_time(rest)) return false;
  if (is_listed(kLinks, word) || names_number(after)) return true;
  if (word == "on") return !next.empty() && !is_listed(kNotAfterOn, next);
  if (word == "for") return begins_with_digit(next) || is_listed(kAfterFor, next);
  if (word == "to") return begins_with_digit(next) || is_listed(kAfterTo, next);
  if (word == "with") return begins_with_digit(next) || is_listed(kAfterWith, next);
  if (word == "without") return true;  // of what, is_in_doubt asks
  if (word == "as" && is_listed(kAfterAs, next)) return true;
  if (!order && is_listed(kObjects, word)) return true;
  if (done == "passed" && is_listed(kTestsPassed, word)) return true;
  if (after.size() > kLongest) return false;
  if (is_sign(word) || is_listed(kAdverbs, word) || is_listed(kMonths, word))
    return may_follow_done(done, rest);
  if (word == "and" && is_listed(kAlso, next)) return may_follow_done(next, after_first(rest));
  if (word == "and" || word == "as") return status_class(rest) == StatusClass::done;
  return status_class(after) == StatusClass::done;
}

bool take_back_done(const std::vector<std::string_view>& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (is_in_doubt(statements[i]) || (i > 0 && is_unfinished(statements[i]))) return true;
  return is_elsewhere(statements);
}

bool begins_in_doubt(std::string_view words) { return begins_with_listed(kHalfDone, words); }

bool ends_in_doubt(std::string_view words) {
  return any_listed(kLeft, [&](std::string_view phrase) {
    return words == phrase || words.ends_with(cat({" ", phrase}));
  });
}

}  // namespace muster::extract
