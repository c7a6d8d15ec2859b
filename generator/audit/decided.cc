#include "audit/decided.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "base/text.h"

namespace muster {
namespace {

// Phrases of whole words in lower case.
constexpr std::string_view kYes[] = {"go",
                                     "go ahead",
                                     "go live",
                                     "yes",
                                     "approve",
                                     "approved",
                                     "accept",
                                     "accepted",
                                     "agreed",
                                     "granted",
                                     "confirmed",
                                     "authorized",
                                     "continue",
                                     "continued",
                                     "authorised",
                                     "proceed",
                                     "pass",
                                     "passed",
                                     "success",
                                     "successful",
                                     "succeeded",
                                     "done",
                                     "complete",
                                     "completed",
                                     "cleared",
                                     "signed off",
                                     "released",
                                     "green",
                                     "ok",
                                     "sí",
                                     "aprobado",
                                     "aprobada",
                                     "continuar",
                                     "approved to proceed",
                                     "approved to go live",
                                     "approved to go to production"};

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
                                        "open"};

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
  for (const std::string_view link : {" on ", " at "})
    if (words.starts_with(link)) return is_sign_or_number(words.substr(link.size() - 1));
  return false;
}

std::set<const record::Choice*> choices_of_decisions(const Records& records) {
  std::set<const record::Choice*> taken;
  for (const record::Decision& decision : records.decisions)
    if (decision.choice) taken.insert(&records.choices[decision.choice]);
  return taken;
}

bool is_plain_no(const std::string& words) {
  return words == " no " || words == " n a " || words == " na " || words == " none " ||
         words == " not applicable " || words == " not needed " || words == " not required ";
}

bool tells_failure(const record::Option& option) {
  return !is_plain_no(spaced_words(option.label)) && answer_of(option.label) == Answer::no;
}

}  // namespace

Answer answer_of(std::string_view text) {
  const std::string words = spaced_words(without_signs_in_front(text));
  if (has_sign(text, kRedSigns) || has_any(words, kNo) || front_phrase(words, kNoInFront) > 0)
    return Answer::no;
  if (has_sign(text, kAmberSigns) || text.find('?') != std::string_view::npos ||
      has_any(words, kDoubts))
    return Answer::open;
  const std::string said = spaced_words(first_statement(without_signs_in_front(text)));
  const std::size_t yes = front_phrase(said, kYes);
  return yes > 0 && may_follow(std::string_view(said).substr(yes)) ? Answer::yes : Answer::open;
}

Chosen chosen(const Decision& decision) {
  if (decision.conflict) return Chosen::nothing;
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
    JudgedChoice row{&choice, Answer::open, false};
    bool asks = false;
    for (const record::Option& option : choice.options) {
      const bool failure = tells_failure(option);
      row.tells_result = row.tells_result || failure;
      asks = asks || failure || answer_of(option.label) == Answer::yes;
    }
    if (!asks) continue;
    const auto option = choice.conflict() ? std::nullopt : choice.chosen();
    if (option) {
      const record::Option& answer = choice.options[*option];
      if (is_plain_no(spaced_words(answer.label))) continue;
      row.answer = answer_of(answer.label);
    }
    judged.push_back(row);
  }
  return judged;
}

}  // namespace muster
