#include "audit/decided.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "base/text.h"

namespace muster {
namespace {

// Phrases of whole words in lower case.
constexpr std::string_view kYes[] = {
    "go",         "go ahead", "go live",   "yes",       "approve",    "approved",   "accept",
    "accepted",   "agreed",   "granted",   "confirmed", "authorized", "continue",   "continued",
    "authorised", "proceed",  "pass",      "passed",    "success",    "successful", "succeeded",
    "done",       "complete", "completed", "cleared",   "signed off", "released",   "green",
    "ok",         "sí",       "aprobado",  "aprobada",  "continuar",  "ship it"};

// What a yes may be said of: "Approve release", "Proceed to production".
constexpr std::string_view kObjects[] = {
    "release", "cutover", "cut over", "launch",     "deployment", "deploy", "migration",
    "go live", "rollout", "prod",     "production", "proceed",    "live",   "go to production"};

// A bad word that such a word takes back: "no open issues", "without failures", "risks: none".
constexpr std::string_view kNone[] = {"no", "zero", "without", "0", "any"};
constexpr std::string_view kKinds[] = {
    "open",      "critical", "known", "outstanding", "unresolved", "blocking", "major", "further",
    "remaining", "p0",       "p1",    "new",         "reason",     "reasons",  "to",    "serious"};
constexpr std::string_view kTroubles[] = {
    "blocker",    "blockers",  "issue",      "issues",      "failure",      "failures",
    "failed",     "risk",      "risks",      "objection",   "objections",   "condition",
    "conditions", "exception", "exceptions", "reservation", "reservations", "caveat",
    "caveats",    "concern",   "concerns",   "hold",        "p0",           "p1",
    "defect",     "defects",   "bug",        "bugs",        "error",        "errors",
    "incident",   "incidents", "gap",        "gaps",        "showstopper",  "showstoppers",
    "veto",       "finding",   "findings",   "regression",  "regressions"};
// Things that are prepared: "Rollback plan is rehearsed" says no "roll back".
constexpr std::string_view kPrepared[] = {
    "rollback plan",      "rollback plans",        "rollback procedure", "rollback steps",
    "rollback tested",    "rollback rehearsed",    "rollback ready",     "rollback was tested",
    "rollback is tested", "rollback is rehearsed", "hold points",        "roll back plan"};

constexpr std::string_view kNo[] = {
    "no go",       "nogo",         "reject",    "rejected",  "rollback", "roll back",
    "rolled back", "rollbacks",    "abort",     "aborted",   "decline",  "declined",
    "denied",      "failure",      "failures",  "fail",      "fails",    "failed",
    "failing",     "stop",         "stopped",   "halt",      "halted",   "veto",
    "vetoed",      "unsuccessful", "hold",      "held",      "blocked",  "cancel",
    "canceled",    "cancelled",    "refused",   "withdrawn", "revoked",  "disapproved",
    "unapproved",  "red",          "rechazado", "rechazada", "fallido"};

// "No" and "not" in front answer; further behind they only put a yes in doubt.
constexpr std::string_view kNoInFront[] = {"no", "not", "never", "nope"};

constexpr std::string_view kDoubts[] = {"pending",       "tbd",
                                        "tbc",           "todo",
                                        "deferred",      "postponed",
                                        "undecided",     "partial",
                                        "partially",     "if",
                                        "unless",        "until",
                                        "when",          "once",
                                        "after",         "before",
                                        "subject to",    "conditional",
                                        "provided",      "provided that",
                                        "conditionally", "condition",
                                        "conditions",    "except",
                                        "exceptions",    "but",
                                        "however",       "reservation",
                                        "reservations",  "caveat",
                                        "caveats",       "risk",
                                        "risks",         "wait",
                                        "waiting",       "awaits",
                                        "awaiting",      "delay",
                                        "delayed",       "discuss",
                                        "discussed",     "unclear",
                                        "unknown",       "later",
                                        "tomorrow",      "next",
                                        "maybe",         "perhaps",
                                        "probably",      "likely",
                                        "tentative",     "tentatively",
                                        "provisional",   "provisionally",
                                        "draft",         "proposed",
                                        "recommended",   "recommendation",
                                        "planned",       "expected",
                                        "review",        "reviewed",
                                        "revisit",       "retest",
                                        "only",          "almost",
                                        "nearly",        "mostly",
                                        "soon",          "depends",
                                        "depending",     "assuming",
                                        "to be",         "will",
                                        "should",        "would",
                                        "may",           "might",
                                        "missing",       "expired",
                                        "reopened",      "limited",
                                        "simulated",     "placeholder",
                                        "incomplete",    "no",
                                        "not",           "never",
                                        "cannot",        "can t",
                                        "won t",         "isn t",
                                        "without",       "pendiente",
                                        "open",          "yet",
                                        "nobody",        "reversed",
                                        "overruled",     "reconsidered",
                                        "superseded",    "none"};

constexpr std::string_view kRedSigns[] = {"❌", "🔴", "⛔", "🚫", "🛑", "✗", "✘", "🟥"};
constexpr std::string_view kAmberSigns[] = {"⚠", "🟡", "🟠", "⏳", "⏸", "🚧", "❓", "❔", "🔄"};

bool has_sign(std::string_view text, std::span<const std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

bool is_word_byte(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// Words with single spaces between and around them. Signs such as ✅ are words too.
std::string spaced_words(std::string_view text) {
  std::string words = " ";
  for (const char c : lower(text)) {
    if (is_word_byte(c)) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool has_any(std::string_view words, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return words.find(cat({" ", phrase, " "})) != std::string_view::npos;
  });
}

// How many bytes of `words` the longest of the phrases takes in front, its blanks included; 0 for
// none.
std::size_t front_phrase(std::string_view words, std::span<const std::string_view> phrases) {
  std::size_t length = 0;
  for (const std::string_view phrase : phrases)
    if (words.starts_with(cat({" ", phrase, " "}))) length = std::max(length, phrase.size() + 1);
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
  return words.size() < 2 || is_digit(words[1]) || static_cast<unsigned char>(words[1]) >= 0x80;
}

// What may follow a yes in its statement: a date, a sign, what it is for, whose it is.
bool may_follow(std::string_view words) {
  if (is_sign_or_number(words)) return true;
  for (const std::string_view link : {" for ", " by "})
    if (words.starts_with(link)) return true;
  for (const std::string_view link : {" ", " to ", " with ", " the ", " with the "})
    for (const std::string_view object : kObjects)
      if (words.starts_with(cat({link, object, " "}))) return true;
  for (const std::string_view link : {" on ", " at "})
    if (words.starts_with(link)) return is_sign_or_number(words.substr(link.size() - 1));
  return false;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words (spaced) without the troubles that are denied in them.
std::string without_denied(const std::string& words) {
  std::string plain = words;
  for (const std::string_view phrase : kPrepared)
    plain = replace_all(std::move(plain), cat({" ", phrase, " "}), " ");
  std::vector<std::string_view> parts;
  for (const std::string_view word : split(trim(plain), ' '))
    if (!word.empty()) parts.push_back(word);
  std::string out = " ";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t end = i + 1;
    while (end < parts.size() && is_one_of(parts[end], kKinds)) ++end;
    const bool last_kind = end > i + 1 && is_one_of(parts[end - 1], kTroubles);
    const bool trouble = (end < parts.size() && is_one_of(parts[end], kTroubles)) || last_kind;
    if (is_one_of(parts[i], kNone) && trouble) {
      i = last_kind && (end == parts.size() || !is_one_of(parts[end], kTroubles)) ? end - 1 : end;
      continue;
    }
    const bool denied = is_one_of(parts[i], kTroubles) && i + 1 < parts.size() &&
                        (parts[i + 1] == "none" || parts[i + 1] == "0");
    if (denied) {
      ++i;
      continue;
    }
    out += cat({parts[i], " "});
  }
  return out;
}

std::set<const record::Choice*> choices_of_decisions(const Records& records) {
  std::set<const record::Choice*> taken;
  for (const record::Decision& decision : records.decisions)
    if (decision.choice) taken.insert(&records.choices[decision.choice]);
  return taken;
}

// Whether the first statement is nothing but a yes, a no or a doubt. “Use Postgres 16” is none.
bool is_plain_answer(std::string_view text) {
  const std::string said = spaced_words(first_statement(without_signs_in_front(text)));
  for (const std::span<const std::string_view> phrases :
       {std::span<const std::string_view>(kYes), std::span<const std::string_view>(kNo),
        std::span<const std::string_view>(kNoInFront),
        std::span<const std::string_view>(kDoubts)}) {
    const std::size_t front = front_phrase(said, phrases);
    if (front > 0 && (front + 1 >= said.size() || may_follow(std::string_view(said).substr(front))))
      return true;
  }
  return said.size() < 2 || has_sign(text, kRedSigns) || has_sign(text, kAmberSigns);
}

bool is_plain_no(const std::string& words) {
  return words == " no " || words == " n a " || words == " na " || words == " none " ||
         words == " not applicable " || words == " not needed " || words == " not required ";
}

// What a yes means: "Data loss: [ ] None [x] Some", "Rollback tested: [ ] Yes [x] No".
enum class Asked {
  unclear,
  whether_bad,   // yes is a failure
  whether_good,  // no is a failure
};

constexpr std::string_view kBadThings[] = {"loss",
                                           "leak",
                                           "leaks",
                                           "issue",
                                           "issues",
                                           "error",
                                           "errors",
                                           "problem",
                                           "problems",
                                           "blocker",
                                           "blockers",
                                           "failures",
                                           "incident",
                                           "incidents",
                                           "regression",
                                           "regressions",
                                           "conflict",
                                           "conflicts",
                                           "violation",
                                           "violations",
                                           "divergence",
                                           "mismatch",
                                           "mismatches",
                                           "corruption",
                                           "downtime",
                                           "degradation",
                                           "rollback needed",
                                           "rollback required",
                                           "rollback triggered",
                                           "roll back needed",
                                           "vulnerabilities",
                                           "anomalies"};
constexpr std::string_view kGoodThings[] = {
    "tested",   "success",   "successful", "verified",  "complete", "completed", "passed", "ready",
    "approved", "confirmed", "restored",   "rehearsed", "working",  "healthy",   "met",    "valid",
    "signed",   "available", "reviewed",   "done",      "in place", "enabled"};

Asked asked_of(const record::Choice& choice) {
  bool found = false;
  bool yes_or_no = true;
  for (const record::Option& option : choice.options) {
    const std::string words = spaced_words(option.label);
    found = found || words == " some " || words == " found ";
    yes_or_no = yes_or_no && (words == " yes " || words == " no " || words == " n a ");
  }
  if (found) return Asked::whether_bad;
  if (!yes_or_no) return Asked::unclear;
  const std::string label = spaced_words(choice.label);
  if (has_any(label, kBadThings)) return Asked::whether_bad;
  return has_any(label, kGoodThings) ? Asked::whether_good : Asked::unclear;
}

Answer answer_to(Asked asked, const std::string& words) {
  if (words == " n a " || words == " na " || words == " not applicable ") return Answer::yes;
  const bool no = words == " no " || words == " none " || words == " not found ";
  return no == (asked == Asked::whether_bad) ? Answer::yes : Answer::no;
}

bool tells_failure(const record::Option& option) {
  return !is_plain_no(spaced_words(option.label)) && answer_of(option.label) == Answer::no;
}

}  // namespace

Answer answer_of(std::string_view text) {
  const std::string words = without_denied(spaced_words(without_signs_in_front(text)));
  if (has_sign(text, kRedSigns) || has_any(words, kNo) || front_phrase(words, kNoInFront) > 0)
    return Answer::no;
  if (has_sign(text, kAmberSigns) || text.find('?') != std::string_view::npos ||
      has_any(words, kDoubts))
    return Answer::open;
  std::string said = without_denied(spaced_words(first_statement(without_signs_in_front(text))));
  for (const std::string_view link : {" with ", " and "})  // what followed is denied
    if (said.ends_with(link)) said.resize(said.size() - link.size() + 1);
  const std::size_t yes = front_phrase(said, kYes);
  return yes > 0 && may_follow(std::string_view(said).substr(yes)) ? Answer::yes : Answer::open;
}

Chosen chosen(const Decision& decision) {
  if (decision.conflict || decision.chosen.empty()) return Chosen::nothing;
  if (!decision.gate && !is_plain_answer(decision.chosen)) return Chosen::made;
  switch (answer_of(decision.chosen)) {
    case Answer::yes:
      return Chosen::go;
    case Answer::no:
      return Chosen::no_go;
    case Answer::open:
      return Chosen::nothing;
  }
  return Chosen::nothing;
}

std::vector<JudgedChoice> judged_choices(const Model& model, DocumentId document) {
  const Records& records = model.documents[document].content->records;
  const std::set<const record::Choice*> taken = choices_of_decisions(records);
  std::vector<JudgedChoice> judged;
  for (const record::Choice& choice : records.choices) {
    if (taken.contains(&choice)) continue;
    const Asked asked = asked_of(choice);
    JudgedChoice row{&choice, Answer::open, asked != Asked::unclear};
    bool asks = asked != Asked::unclear;
    for (const record::Option& option : choice.options) {
      const bool failure = tells_failure(option);
      row.tells_result = row.tells_result || failure;
      asks = asks || failure || answer_of(option.label) == Answer::yes;
    }
    if (!asks) continue;
    if (const auto option = choice.conflict() ? std::nullopt : choice.chosen()) {
      const std::string words = spaced_words(choice.options[*option].label);
      if (asked == Asked::unclear && is_plain_no(words)) continue;
      row.answer = asked == Asked::unclear ? answer_of(choice.options[*option].label)
                                           : answer_to(asked, words);
    }
    judged.push_back(row);
  }
  return judged;
}

}  // namespace muster
