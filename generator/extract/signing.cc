#include "extract/signing.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/glyphs.h"
#include "extract/lines.h"
#include "extract/markup.h"
#include "extract/vocabulary.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// ---- words; entries in normal form with bars between

// Wherever they stand.
constexpr std::string_view kNever =
    "objection|objections|objects|objected|withheld|revoked|veto|vetoed|vetoes|disapproved|"
    "disapproves|not signed|not approved|not approve|not sign|not agree|not agreed|not accepted|"
    "not accept|not given|not yet|not ready|not convinced|not confirmed|not reviewed|not confirm|"
    "not endorse|not support|won t sign|won t approve|will sign|will approve|will not sign|"
    "will not approve|will be signed|cannot sign|cannot approve|can t sign|can t approve|"
    "doesn t approve|didn t approve|hasn t signed|hasn t approved|isn t signed|to sign|"
    "to be signed|to be approved|to approve|tbd|tbc|awaiting|awaits|waiting for|waiting on|"
    "conditionally|with conditions|with reservations|with caveats|with exceptions|on condition|"
    "on conditions|subject to|provided that|asked for changes|asks for changes|changes requested|"
    "requested changes|requests changes|unsigned|no go|nogo|disagree|disagrees|disagreed|"
    "sign here|on vacation|on leave|on holiday|out of office|in review|under review|"
    "signature missing|sign off missing|rechazado|denegado|pendiente";
// Where nothing but more of the same follows: “Rejected uploads are tested” refuses nothing.
constexpr std::string_view kAtEnd =
    "refused|refuses|declined|declines|rejected|rejects|denied|denies|withdrawn|pending|waiting|"
    "conditional|requested|missing|outstanding|on hold|blocked|deferred|postponed|delayed|expired|"
    "absent|unavailable|escalated|in progress|todo|to do|open|no|nope|refuse|reject|decline|"
    "disputed|overdue|late|abstains|abstained|no show";
constexpr std::string_view kFollowers =
    "by|on|until|for|at|due|after|before|because|and|as|from|with|in|to|since|today|yesterday|but|"
    "so|again|pending|this|the|still|yet|legal";
// In front: what was done about a signature, or where to look for it.
constexpr std::string_view kErrands =
    "see|refer|refer to|ask|asked|asking|emailed|e mailed|mailed|pinged|contacted|messaged|called|"
    "reminded|chased|chasing|invited|out|away|busy|should|would|might|must|has to|have to|wants|"
    "expects|plans|reviewing|looking|checking|will review|will look|will check|will read|"
    "will come|will do|will be|will join|will confirm|may sign|may approve";
// Beside names: small words of them, and words of signing.
constexpr std::string_view kBesideNames =
    "de|da|di|del|della|der|den|dos|du|la|le|van|von|ter|ten|bin|ibn|al|el|y|e|of|and|the|for|on|"
    "at|by|via|as|in|person|with|no|objection|objections|dr|mr|mrs|ms|prof|utc|am|pm|signed|"
    "approved|agreed|accepted|confirmed|reviewed|acting|delegate|deputy|email|e|mail|slack|phone|"
    "chat|jr|sr|ok|go|off|electronically|digitally|firmado|aprobado|por";
// What is only meant to come: alone in its clause, or after a word of signing.
constexpr std::string_view kPlanned =
    "planned|expected|tentative|tentatively|scheduled|estimated|anticipated|provisional|"
    "provisionally|targeted|projected|eta|previsto|prevista";
constexpr std::string_view kSigning =
    "sign off|signoff|signature|signing|approval|approved|signed|review|vote";
// With a word of approving these make it one on conditions.
constexpr std::string_view kConditions = "if|once|until|unless|but|only|except|excluding|provided";
constexpr std::string_view kApproving =
    "approved|approves|approve|approval|signed|signs|agreed|agrees|agree|accepted|accepts|accept|"
    "ok|okay|lgtm|endorsed|endorses|go";
constexpr std::string_view kTurns = "no|without|zero|any|none|nothing|0|not|never";

constexpr std::string_view kAssent =
    "agree|agreed|agrees|accept|accepts|accepted|lgtm|signed|signed off|1|in favour|in favor|aye|"
    "approves|endorsed|confirmed|confirm|for|ship it";
constexpr std::string_view kAnswerKeys =
    "approved|approval|approve|vote|verdict|go no go|go or no go|agreed|accepted|signed off|"
    "sign off status|approval status|disposition|approved y n|approved yes no";
constexpr std::string_view kSignOffKeys =
    "sign off|signoff|signed off|final sign off|final signoff|sign off status|signed off by|"
    "sign off by|signoff by|approval status";
constexpr std::string_view kSignerKeys =
    "approved by|signed by|signed off by|authorised by|authorized by|reviewed and approved by|"
    "aprobado por";

constexpr std::string_view kMarks[] = {"❌", "✗", "✘", "✖",    "🚫",   "🔴", "⛔",
                                       "⏳", "⚠", "🚧", "🟡", "⏸", "👎"};

// ---- clauses

std::vector<std::string> clauses_of(std::string_view text) {
  std::string cut(text);
  for (const std::string_view mark :
       {"—", "–", " - ", ": ", "(", ")", "[", "]", ",", ";", ". ", "!", "…", "/ ", " | "})
    cut = replace_all(std::move(cut), mark, "\n");
  std::vector<std::string> clauses;
  for (const std::string_view part : split(cut, '\n'))
    if (std::string words = all_words(part); !words.empty()) clauses.push_back(std::move(words));
  return clauses;
}

std::string_view word_before(std::string_view clause, std::size_t at) {
  if (at == 0) return {};
  const std::string_view before = clause.substr(0, at - 1);
  return before.substr(before.rfind(' ') + 1);
}

// “No objections”, “no open objections”.
bool is_turned(std::string_view clause, std::size_t at) {
  const std::string_view last = word_before(clause, at);
  if (is_listed(kTurns, last)) return true;
  return !last.empty() && is_listed(kTurns, word_before(clause, at - last.size() - 1));
}

bool goes_on(std::string_view rest) {
  rest = trim(rest);
  return rest.empty() || is_listed(kFollowers, first_word(rest)) || is_digit(rest.front());
}

// Whether one of the phrases stands in the clause, and means itself.
bool holds(std::string_view clause, std::string_view table, bool at_end) {
  return any_listed(table, [&](std::string_view phrase) {
    for (std::size_t at = clause.find(phrase); at != std::string_view::npos;
         at = clause.find(phrase, at + 1)) {
      const std::size_t end = at + phrase.size();
      const bool whole =
          (at == 0 || clause[at - 1] == ' ') && (end == clause.size() || clause[end] == ' ');
      if (!whole || is_turned(clause, at)) continue;
      if (!at_end || goes_on(clause.substr(end))) return true;
    }
    return false;
  });
}

// “(planned)”, “expected on 2026-03-01”, “sign-off scheduled for Friday”. Not “Downtime scheduled”.
bool is_to_come(std::string_view clause) {
  return any_listed(kPlanned, [&](std::string_view word) {
    if (begins_with_phrase(clause, word)) return goes_on(clause.substr(word.size()));
    return any_listed(kSigning, [&](std::string_view what) {
      const std::size_t at = clause.find(cat({what, " ", word}));
      return at != std::string_view::npos && (at == 0 || clause[at - 1] == ' ') &&
             goes_on(clause.substr(at + what.size() + 1 + word.size()));
    });
  });
}

bool holds_mark(std::string_view text) {
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

}  // namespace

bool speaks_of_approving(std::string_view text) { return has_listed(kApproving, all_words(text)); }

bool says_no_signature(std::string_view text) {
  if (count_blanks(text).total() > 0 || holds_mark(text) || trim(text).ends_with('?')) return true;
  if (speaks_of_approving(text) && has_listed(kConditions, all_words(text))) return true;
  const std::vector<std::string> clauses = clauses_of(text);
  return std::any_of(clauses.begin(), clauses.end(), [](const std::string& clause) {
    return holds(clause, kNever, false) || holds(clause, kAtEnd, true) || is_to_come(clause) ||
           begins_with_listed(kErrands, clause);
  });
}

namespace {

// "10:15", "10:15 UTC"
bool is_clock(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon >= 1 && colon <= 2 && text.size() >= colon + 3 &&
         is_digit(text.front()) && is_digit(text[colon + 1]) && is_digit(text[colon + 2]) &&
         count_words(text) <= 2;
}

bool is_moment(std::string_view text) {
  constexpr int kMostWords = 6;
  if (text.empty() || count_words(text) > kMostWords) return false;
  return is_clock(text) || read_date(text) || read_instant(text) ||
         (find_date(text) && (is_digit(text.front()) || month_by_name(first_word(text)) > 0));
}

}  // namespace

Signature split_signature(const record::Entry& value) {
  Signature signature{value, {}};
  if (value.fill != Fill::value) return signature;
  const std::string_view text = value.text;
  for (const std::string_view divider : {" — ", " – ", " - ", " (", ", ", " on ", " at "})
    for (std::size_t at = text.find(divider); at != std::string_view::npos;
         at = text.find(divider, at + 1)) {
      std::string_view rest = trim(text.substr(at + divider.size()));
      if (const std::size_t glyph = last_glyph(rest); glyph != std::string_view::npos)
        rest = trim(rest.substr(0, glyph));
      if (rest.ends_with(')')) rest.remove_suffix(1);
      if (!is_moment(rest)) continue;
      signature.at =
          make_entry(rest, value.line, value.column + static_cast<int>(at + divider.size()));
      signature.who.text = std::string(trim(text.substr(0, at)));
      return signature;
    }
  return signature;
}

bool names_signer(std::string_view text) {
  bool named = false;
  for (const std::string_view part : split(text, ' ')) {
    const std::string words = all_words(part);
    if (words.empty() || is_digit(words.front()) || month_by_name(words) > 0) continue;
    const char first = part[std::min(part.find_first_not_of("(*_`\"'[~"), part.size() - 1)];
    if (is_upper(first) || first == '@' || part.find('@') != std::string_view::npos ||
        (static_cast<unsigned char>(first) & 0x80) != 0) {
      named = true;
      continue;
    }
    for (const std::string_view word : split(words, ' '))
      if (!is_listed(kBesideNames, word)) return false;
  }
  return named;
}

bool begins_with_refusal(std::string_view text) {
  const std::vector<std::string> clauses = clauses_of(text);
  if (clauses.empty()) return false;
  const std::string& first = clauses.front();
  if (!holds(first, kNever, false) && !holds(first, kAtEnd, true)) return false;
  constexpr std::size_t short_words = 4;
  return static_cast<std::size_t>(std::count(first.begin(), first.end(), ' ')) < short_words;
}

bool is_assent(const record::Entry& answer) {
  if (answer.fill != Fill::value || says_no_signature(answer.text)) return false;
  const std::string words = all_words(answer.text);
  if (status_class(answer.text) == StatusClass::done || is_positive_option(answer.text))
    return true;
  if (has_doubt(words)) return false;
  return begins_with_listed(kAssent, words) || is_positive_option(first_word(words));
}

bool is_answer_key(std::string_view key) { return is_listed(kAnswerKeys, normal_words(key)); }

bool is_sign_off_key(std::string_view key) { return is_listed(kSignOffKeys, normal_words(key)); }

bool is_signer_key(std::string_view key) { return is_listed(kSignerKeys, normal_words(key)); }

bool is_struck(const Context& context, const record::Entry& entry) {
  if (entry.line <= 0 || entry.column <= 0) return false;
  const std::string_view line = context.markdown.line(entry.line);
  const std::size_t at = static_cast<std::size_t>(entry.column) - 1;
  const std::string_view source = at < line.size() ? trim(line.substr(at)) : std::string_view();
  return source.starts_with("~~") || lower(source.substr(0, 5)) == "<del>" ||
         source.starts_with("**~~") || source.starts_with("<s>");
}

record::Entry without_struck_start(const Context& context, const record::Entry& entry) {
  if (entry.fill == Fill::empty || !is_struck(context, entry)) return entry;
  const std::string_view source = as_written(context.markdown, entry);
  return make_entry(source.find("~~") == std::string_view::npos ? "" : without_struck(source),
                    entry.line, entry.column);
}

bool is_dated(const Context& context, const record::Entry& date) {
  return is_date_given(without_struck_start(context, date)) &&
         !has_listed(kPlanned, all_words(date.text));
}

bool is_signed_with(const Context& context, const record::Entry& entry) {
  const record::Entry said = context.plain(entry);
  return is_given(said) && !says_no_signature(said.text) && !is_struck(context, entry);
}

}  // namespace muster::extract
