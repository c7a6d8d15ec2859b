#include "extract/answers.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// ---- tables, in normal form with bars between

constexpr std::string_view kYes =
    "go|go ahead|go live|yes|approve|approved|accept|accepted|agreed|granted|confirmed|"
    "authorized|continue|continued|authorised|proceed|pass|passed|success|successful|succeeded|"
    "done|complete|completed|cleared|signed off|released|green|ok|sí|aprobado|aprobada|continuar|"
    "ship it";

// What a yes may be said of: "Approve release", "Proceed to production".
constexpr std::string_view kObjects =
    "release|cutover|cut over|launch|deployment|deploy|migration|go live|rollout|prod|production|"
    "proceed|live|go to production";

// What a yes may be for: these, and whatever is decided there.
constexpr std::string_view kScopes =
    "release|releases|cutover|cut over|launch|deployment|deploy|deploying|migration|migrating|"
    "go live|going live|rollout|roll out|prod|production|live|merge|merging|execution|"
    "implementation|switch|switchover|switch over|upgrade|start|all|everything|everyone|rc|phase|"
    "stage|wave|step|general availability|ga|publication|shipping|ship|use|me|us|producción";
// A scope with one of these is less than the thing, unless it is what is decided.
constexpr std::string_view kRehearsals =
    "rehearsal|rehearsals|staging|stg|test|tests|testing|dry run|dryrun|pilot|canary|trial|poc|"
    "sandbox|preprod|pre production|pre prod|non production|qa|uat|dev|development|demo|lab|"
    "simulation|drill|preview|mock|retest|planning|discussion|ensayo";
constexpr std::string_view kArticles =
    "a|an|the|this|that|our|its|full|final|first|actual|immediate|scheduled|planned|of|to|and|in|"
    "el";

constexpr std::string_view kNo =
    "no go|nogo|reject|rejected|rollback|roll back|rolled back|rollbacks|abort|aborted|decline|"
    "declined|denied|failure|failures|fail|fails|failed|failing|stop|stopped|halt|halted|veto|"
    "vetoed|unsuccessful|hold|held|blocked|cancel|canceled|cancelled|refused|withdrawn|revoked|"
    "disapproved|unapproved|red|rechazado|rechazada|fallido";

// "No" and "not" in front answer; further behind they only put a yes in doubt.
constexpr std::string_view kNoInFront = "no|not|never|nope";

constexpr std::string_view kDoubts =
    "pending|tbd|tbc|todo|deferred|postponed|undecided|partial|partially|if|unless|until|when|"
    "once|after|before|subject to|conditional|provided|provided that|conditionally|condition|"
    "conditions|except|exceptions|but|however|reservation|reservations|caveat|caveats|risk|risks|"
    "wait|waiting|awaits|awaiting|delay|delayed|discuss|discussed|unclear|unknown|later|tomorrow|"
    "next|maybe|perhaps|probably|likely|tentative|tentatively|provisional|provisionally|draft|"
    "proposed|recommended|recommendation|planned|expected|review|reviewed|revisit|retest|only|"
    "almost|nearly|mostly|soon|depends|depending|assuming|to be|will|should|would|may|might|"
    "missing|expired|reopened|limited|simulated|placeholder|incomplete|no|not|never|cannot|can t|"
    "won t|isn t|without|pendiente|open|yet|nobody|reversed|overruled|reconsidered|superseded|"
    "none";

// A bad word that such a word takes back: "no open issues", "without failures", "risks: none".
constexpr std::string_view kNone = "no|zero|without|0|any";
constexpr std::string_view kKinds =
    "open|critical|known|outstanding|unresolved|blocking|major|further|remaining|p0|p1|new|"
    "reason|reasons|to|serious";
constexpr std::string_view kTroubles =
    "blocker|blockers|issue|issues|failure|failures|failed|risk|risks|objection|objections|"
    "condition|conditions|exception|exceptions|reservation|reservations|caveat|caveats|concern|"
    "concerns|hold|p0|p1|defect|defects|bug|bugs|error|errors|incident|incidents|gap|gaps|"
    "showstopper|showstoppers|veto|finding|findings|regression|regressions";

// Things that are prepared: "Rollback plan is rehearsed" says no "roll back".
constexpr std::string_view kPrepared =
    "rollback plan|rollback plans|rollback procedure|rollback steps|rollback tested|"
    "rollback rehearsed|rollback ready|rollback was tested|rollback is tested|"
    "rollback is rehearsed|hold points|roll back plan";

constexpr std::string_view kPlainNo = "no|n a|na|none|not applicable|not needed|not required";

constexpr std::string_view kRedSigns[] = {"❌", "🔴", "⛔", "🚫", "🛑", "✗", "✘", "🟥"};
constexpr std::string_view kAmberSigns[] = {"⚠", "🟡", "🟠", "⏳", "⏸", "🚧", "❓", "❔", "🔄"};

// ---- lookups

bool has_sign(std::string_view text, std::span<const std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

// How many bytes of the words the longest entry takes in front; 0 for none.
std::size_t length_in_front(std::string_view list, std::string_view words) {
  std::size_t length = 0;
  any_listed(list, [&](std::string_view phrase) {
    if (begins_with_phrase(words, phrase)) length = std::max(length, phrase.size());
    return false;
  });
  return length;
}

// The first statement: "GO" of "GO – all criteria met".
std::string_view first_statement(std::string_view text) {
  for (const std::string_view sign : {",", ";", ":", "(", "|", "–", "—", " - ", ". ", "\n"})
    text = text.substr(0, text.find(sign));
  return text;
}

std::string_view without_signs_in_front(std::string_view text) {
  while (!text.empty() && !is_alnum(text.front())) text.remove_prefix(1);
  return text;
}

bool is_sign_or_number(std::string_view words) {
  return words.empty() || is_digit(words.front()) ||
         static_cast<unsigned char>(words.front()) >= 0x80;
}

std::string_view after_articles(std::string_view words) {
  while (!words.empty() && is_listed(kArticles, first_word(words)))
    words = trim(words.substr(first_word(words).size()));
  return words;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// Whether all that a yes is for is named in what is decided.
bool is_subject(std::string_view scope, std::string_view subject) {
  bool named = false;
  for (const std::string_view word : split(scope, ' ')) {
    if (is_listed(kArticles, word)) continue;
    if (!has_phrase(subject, word)) return false;
    named = true;
  }
  return named;
}

// “GO for production”, “Approved for v1.2”; not “GO for a second rehearsal”.
bool is_plain_scope(std::string_view words, std::string_view subject) {
  const std::string scope(words.substr(0, words.find(" by ")));
  if (is_subject(scope, subject)) return true;
  const std::string_view bare = after_articles(scope);
  if (has_listed(kRehearsals, bare)) return false;
  return is_sign_or_number(bare) || has_digit(first_word(bare)) ||
         begins_with_listed(kScopes, bare);
}

// What may follow a yes in its statement: a date, a sign, what it is for, whose it is.
bool may_follow(std::string_view words, std::string_view subject) {
  if (is_sign_or_number(words)) return true;
  const std::string_view link = first_word(words);
  if (link == "by") return true;
  if (link == "for") return is_plain_scope(trim(words.substr(link.size())), subject);
  if (link == "on" || link == "at") return is_sign_or_number(trim(words.substr(link.size())));
  for (const std::string_view before : {"with", "to", "the"})
    if (first_word(words) == before) words = trim(words.substr(before.size()));
  return begins_with_listed(kObjects, words) && !has_listed(kRehearsals, words);
}

// ---- troubles that are denied

std::string without_prepared(std::string words) {
  any_listed(kPrepared, [&](std::string_view phrase) {
    words = replace_all(cat({" ", words, " "}), cat({" ", phrase, " "}), " ");
    words = std::string(trim(words));
    return false;
  });
  return words;
}

// How many of the words from `at` deny a trouble: "no open issues", "risks none"; 0 for none.
std::size_t denied_at(const std::vector<std::string_view>& words, std::size_t at) {
  const auto is = [&](std::string_view list, std::size_t i) {
    return i < words.size() && is_listed(list, words[i]);
  };
  if (is(kTroubles, at) && at + 1 < words.size() &&
      (words[at + 1] == "none" || words[at + 1] == "0"))
    return 2;
  if (!is(kNone, at)) return 0;
  std::size_t end = at + 1;
  while (is(kKinds, end)) ++end;
  if (is(kTroubles, end)) return end + 1 - at;
  return end > at + 1 && is(kTroubles, end - 1) ? end - at : 0;  // "no open P0"
}

std::string without_denied(std::string words) {
  words = without_prepared(std::move(words));
  const std::vector<std::string_view> parts = split(words, ' ');
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < parts.size();) {
    const std::size_t denied = denied_at(parts, i);
    if (denied == 0) kept.emplace_back(parts[i]);
    i += std::max<std::size_t>(denied, 1);
  }
  return join(kept, " ");
}

}  // namespace

Answer answer_of(std::string_view text, std::string_view decided) {
  const std::string_view plain = without_signs_in_front(text);
  const std::string words = without_denied(all_words(plain));
  if (has_sign(text, kRedSigns) || has_listed(kNo, words) ||
      is_listed(kNoInFront, first_word(words)))
    return Answer::no;
  if (has_sign(text, kAmberSigns) || text.find('?') != std::string_view::npos ||
      has_listed(kDoubts, words))
    return Answer::open;
  std::string said = without_denied(all_words(first_statement(plain)));
  for (const std::string_view link : {" with", " and"})  // what followed is denied
    if (said.ends_with(link)) said.resize(said.size() - link.size());
  const std::size_t yes = length_in_front(kYes, said);
  const std::string_view after = trim(std::string_view(said).substr(yes));
  return yes > 0 && may_follow(after, all_words(decided)) ? Answer::yes : Answer::open;
}

bool is_plain_answer(std::string_view text) {
  const auto follows = [](std::string_view words) {
    return first_word(words) == "for" || may_follow(words, {});  // whatever it is for
  };
  const std::string said = all_words(first_statement(without_signs_in_front(text)));
  if (said.empty() || has_sign(text, kRedSigns) || has_sign(text, kAmberSigns)) return true;
  for (const std::string_view list : {kYes, kNo, kNoInFront, kDoubts})
    if (const std::size_t front = length_in_front(list, said);
        front > 0 && follows(trim(std::string_view(said).substr(front))))
      return true;
  return false;
}

bool is_plain_no(std::string_view text) { return is_listed(kPlainNo, all_words(text)); }

}  // namespace muster::extract
