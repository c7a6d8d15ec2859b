// Status words to classes. The front of the text decides; what follows "done" must be of the known
// kind, and a word of doubt anywhere takes it back: a wrong green is worse than an honest
// "unknown".
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/ids.h"
#include "extract/markup.h"
#include "extract/status_words.h"
#include "extract/vocabulary.h"

namespace muster {

namespace {

struct StatusWords {
  StatusClass status;
  std::string_view words;  // in normal form, separated by bars
};

constexpr StatusWords kStatusWords[] = {
    {StatusClass::done,
     "complete|completed|done|pass|passed|resolved|implemented|fixed|verified|approved|accepted|"
     "closed|finished|merged|delivered|signed|signed "
     "off|green|completado|completada|hecho|aprobado"},
    {StatusClass::active,
     "in progress|inprogress|active|partial|partially|ongoing|wip|in review|started|underway|"
     "testing|in testing|en progreso|en curso|parcial"},
    {StatusClass::open,
     "to do|todo|not started|not yet|planned|planning|pending|open|proposed|draft|scheduled|"
     "ready for|ready to|not done|not "
     "ready|reopened|new|backlog|queued|waiting|pendiente|planificado|abierto|no iniciado|no "
     "iniciada|sin iniciar|por hacer"},
    {StatusClass::blocked,
     "blocked|on hold|no go|missing|gap|fail|failed|failing|paused|rejected|not approved|red|"
     "refused|declined|denied|revoked|stalled|rolled back|backed out|reverted|aborted|incomplete|"
     "unsafe|regressed|crashed|halted|unresolved|unhealthy|not working|not fixed|"
     "not resolved|bloqueado|en espera|fallido"},
    {StatusClass::dropped,
     "deferred|won t do|wont do|wontfix|won t fix|deprecated|cancelled|canceled|skipped|"
     "superseded|abandoned|withdrawn|waived|exempt|exempted|n a|na|not "
     "applicable|diferido|descartado"},
    {StatusClass::unknown,
     "plan approved|simulated|placeholder|passed with risk|pass with risk|accepted risk|mostly|"
     "production ready|tbd|unknown|done pending"},
};

// `58/67 items complete (87%)`, `100%`: a share says more than the word beside it.
std::optional<StatusClass> class_of_share(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == 0 || i > 9 || i == text.size()) return std::nullopt;
  const long long first = std::stoll(std::string(text.substr(0, i)));
  long long whole = 100;
  if (text[i] == '/') {
    std::size_t end = i + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == i + 1 || end - i > 9) return std::nullopt;
    if (end < text.size() && text[end] == '/') return std::nullopt;  // a date
    whole = std::stoll(std::string(text.substr(i + 1, end - i - 1)));
  } else if (text[i] != '%') {
    return std::nullopt;
  }
  if (whole == 0 || first > whole) return StatusClass::unknown;
  if (first == whole) return StatusClass::done;
  return first == 0 ? StatusClass::open : StatusClass::active;
}

// The class of the longest phrase in front, and the phrase.
StatusClass class_of_words(std::string_view words, std::string_view& found) {
  StatusClass best = StatusClass::unknown;
  for (const StatusWords& row : kStatusWords) {
    extract::any_listed(row.words, [&](std::string_view phrase) {
      if (phrase.size() > found.size() && extract::begins_with_phrase(words, phrase)) {
        best = row.status;
        found = phrase;
      }
      return false;
    });
  }
  return best;
}

StatusClass class_of_words(std::string_view words) {
  std::string_view phrase;
  return class_of_words(words, phrase);
}

// "done-ish" is not done.
bool has_suffix(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_alpha(text[end])) ++end;
  return end + 1 < text.size() && text[end] == '-' && is_alpha(text[end + 1]) &&
         lower(text.substr(0, end + 4)) != "signed-off" &&
         class_of_words(lower(text.substr(0, end))) == StatusClass::done;
}

// "Done: 3/5", "Complete (87%)", "Done at 80%". A percentage counts only right behind the status
// word: others are measurements.
bool has_open_share(std::string_view text) {
  bool other_words = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && (is_alnum(text[i]) || text[i] == '/')) ++i;
    if (i == begin) {
      ++i;
      continue;
    }
    const bool percent = i < text.size() && text[i] == '%';
    const std::string_view word = text.substr(begin, i - begin + (percent ? 1 : 0));
    const std::optional<StatusClass> share =
        percent && other_words ? std::nullopt : class_of_share(word);
    if (share && *share != StatusClass::done) return true;
    const std::string small = lower(word);
    const bool says_how_much = small == "at" || small == "to" || small == "about" ||
                               small == "approx" || small == "around" || small == "now";
    other_words =
        other_words || (begin > 0 && !says_how_much && class_of_words(small) != StatusClass::done);
  }
  return false;
}

// A sign such as ❌ or ⚠ somewhere after the words.
bool has_glyph_of_doubt(std::string_view text) {
  return extract::any_glyph(
      text, [](const extract::Glyph& glyph) { return glyph.box == BoxState::unknown; });
}

bool is_open_box(std::string_view text) {
  if (text.starts_with("[ ]") || text.starts_with("[]")) return true;
  const extract::Glyph* glyph = extract::glyph_at(text);
  return glyph != nullptr && glyph->box == BoxState::open;
}

// "[x] fixed [ ] verified" leaves something; of "[x] Closed [ ] Open" one was chosen.
bool has_box_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_open_box(text.substr(at))) continue;
    const std::size_t begin = std::min(text.find_first_of("] ", at + 1), text.size());
    const std::string_view label = text.substr(begin, text.find('[', begin) - begin);
    const StatusClass other = class_of_words(extract::all_words(label));
    const bool choice = (other != StatusClass::done && other != StatusClass::unknown) ||
                        (extract::is_option_word(label) && !extract::is_positive_option(label));
    if (!choice) return true;
  }
  return false;
}

// Ids as a number: "Closed CI-12" is "Closed 1".
std::string without_ids(std::string_view text) {
  std::string out;
  for (extract::FoundId id = extract::find_id(text); !id.text.empty();
       id = extract::find_id(text)) {
    out += cat({text.substr(0, id.at), "1"});
    text.remove_prefix(id.at + id.text.size());
  }
  return cat({out, text});
}

// "12 tests passed" is "passed"; of none, nothing is left.
std::string_view without_count(std::string_view words) {
  std::size_t end = 0;
  while (end < words.size() && is_digit(words[end])) ++end;
  if (end == 0 || end == words.size() || words[end] != ' ') return words;
  std::string_view rest = words.substr(end + 1);
  for (const std::string_view what : {"tests ", "checks ", "cases ", "specs ", "assertions "})
    if (rest.starts_with(what)) rest.remove_prefix(what.size());
  if (!extract::begins_with_phrase(rest, "passed")) return words;
  return words.find_first_not_of('0') == end ? std::string_view() : rest;
}

bool is_done(std::string_view text) {
  if (text.size() > extract::kLongestStatus) return false;
  const std::vector<std::string_view> statements = extract::statements_in(text);
  if (statements.empty()) return false;
  const std::string all = extract::all_words(without_ids(statements.front()));
  const std::string_view words = without_count(all);
  std::string_view phrase;
  const bool by_share = class_of_share(text) == StatusClass::done;
  if (!by_share && class_of_words(words, phrase) != StatusClass::done) return false;
  if (!by_share && !extract::may_follow_done(phrase, trim(words.substr(phrase.size()))))
    return false;
  return !has_suffix(text) && !has_open_share(text) && !has_glyph_of_doubt(text) &&
         !has_box_left(text) && text.find('?') == std::string_view::npos &&
         !extract::take_back_done(statements);
}

// "3 of 5", "3 / 5" and "80 %" as "3/5" and "80%".
std::string with_plain_shares(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!out.empty() && is_digit(out.back())) {
      for (const std::string_view sign :
           {" %", " percent", " of ", " out of ", " / ", " /", "/ "}) {
        if (!text.substr(i).starts_with(sign)) continue;
        const std::size_t after = i + sign.size();
        const bool percent = sign == " %" || sign == " percent";
        if (!percent && (after >= text.size() || !is_digit(text[after]))) continue;
        out += percent ? "%" : "/";
        i = after;
        break;
      }
    }
    if (i < text.size()) out += text[i];
  }
  return out;
}

// A box in front of the words: `[x]`.
const extract::Glyph* box_at(std::string_view text) {
  if (text.starts_with("[x]") || text.starts_with("[X]")) return extract::glyph_at("☑");
  return text.starts_with("[ ]") || text.starts_with("[]") ? extract::glyph_at("☐") : nullptr;
}

}  // namespace

extract::StatusPhrase extract::status_phrase(std::string_view words) {
  std::string_view phrase;
  const StatusClass status = class_of_words(words, phrase);
  return {status, phrase.size()};
}

StatusClass status_class(std::string_view status) {
  const std::string plain =
      with_plain_shares(extract::without_markup(extract::without_struck(status)));
  std::string_view rest = trim(plain);
  const extract::Glyph* glyph = extract::glyph_at(rest);
  if (glyph != nullptr) {
    rest.remove_prefix(extract::glyph_length(rest, *glyph));
  } else if (glyph = box_at(rest); glyph != nullptr) {
    rest = trim(rest.substr(rest.find(']') + 1));
  }
  const std::string words = extract::all_words(rest);
  if (words.empty()) return glyph != nullptr ? glyph->status : StatusClass::unknown;
  const std::optional<StatusClass> share = class_of_share(rest);
  const StatusClass found = share ? *share : class_of_words(without_count(words));
  if (found == StatusClass::done) {
    const bool other_box =
        glyph != nullptr && glyph->box != BoxState::none && glyph->box != BoxState::ticked;
    return is_done(rest) && !other_box ? StatusClass::done : StatusClass::unknown;
  }
  // Words that say nothing leave the glyph to speak, but never as a "done".
  if (found == StatusClass::unknown && glyph != nullptr && glyph->status != StatusClass::done)
    return class_of_words(words) == StatusClass::unknown ? glyph->status : found;
  return found;
}

}  // namespace muster
