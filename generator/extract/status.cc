// Status words to classes. The front of the text decides; a word of doubt anywhere in it takes
// "done" back: a wrong green is worse than an honest "unknown".
#include "base/text.h"
#include "extract/extract.h"
#include "extract/markup.h"
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
     "closed|finished|merged|delivered|signed off|green|completado|completada|hecho|aprobado"},
    {StatusClass::active,
     "in progress|inprogress|active|partial|partially|ongoing|wip|in review|started|underway|"
     "en progreso|en curso|parcial"},
    {StatusClass::open,
     "to do|todo|not started|not yet|planned|planning|pending|open|proposed|draft|scheduled|"
     "ready for|not done|not "
     "ready|reopened|new|backlog|queued|waiting|pendiente|planificado|abierto"},
    {StatusClass::blocked,
     "blocked|on hold|no go|missing|gap|fail|failed|failing|paused|rejected|not approved|red|"
     "refused|declined|denied|revoked|stalled|bloqueado|en espera|fallido"},
    {StatusClass::dropped,
     "deferred|won t do|wont do|wontfix|won t fix|deprecated|cancelled|canceled|skipped|"
     "superseded|abandoned|withdrawn|n a|na|not applicable|diferido|descartado"},
    {StatusClass::unknown,
     "plan approved|simulated|placeholder|passed with risk|pass with risk|accepted risk|mostly|"
     "production ready|tbd|unknown|done pending"},
};

template <class F>
void for_each_phrase(std::string_view words, F&& use) {
  for (const std::string_view phrase : split(words, '|')) use(phrase);
}

bool begins_with_phrase(std::string_view words, std::string_view phrase) {
  return words.starts_with(phrase) &&
         (words.size() == phrase.size() || words[phrase.size()] == ' ');
}

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

StatusClass class_of_words(std::string_view words) {
  StatusClass best = StatusClass::unknown;
  std::size_t length = 0;
  for (const StatusWords& row : kStatusWords) {
    for_each_phrase(row.words, [&](std::string_view phrase) {
      if (phrase.size() > length && begins_with_phrase(words, phrase)) {
        best = row.status;
        length = phrase.size();
      }
    });
  }
  return best;
}

// "done-ish" is not done.
bool has_suffix(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_alpha(text[end])) ++end;
  return end + 1 < text.size() && text[end] == '-' && is_alpha(text[end + 1]) &&
         class_of_words(lower(text.substr(0, end))) == StatusClass::done;
}

// "Done: 3/5", "Complete (87%)". A percentage counts only right behind the status word: others are
// measurements.
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
    other_words = other_words || (begin > 0 && class_of_words(lower(word)) != StatusClass::done);
  }
  return false;
}

// A sign such as ❌ or ⚠ somewhere after the words.
bool has_glyph_of_doubt(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const extract::Glyph* glyph = extract::glyph_at(text.substr(at));
        glyph != nullptr && glyph->box == BoxState::unknown)
      return true;
  return false;
}

bool in_doubt(std::string_view text, std::string_view words) {
  return extract::has_doubt(words) || has_suffix(text) || has_open_share(text) ||
         has_glyph_of_doubt(text) || text.find('?') != std::string_view::npos;
}

}  // namespace

StatusClass status_class(std::string_view status) {
  const std::string plain = extract::without_markup(status);
  std::string_view rest = trim(plain);
  const extract::Glyph* glyph = extract::glyph_at(rest);
  if (glyph != nullptr) rest.remove_prefix(extract::glyph_length(rest, *glyph));
  const std::string words = extract::all_words(rest);
  if (words.empty()) return glyph != nullptr ? glyph->status : StatusClass::unknown;
  const std::optional<StatusClass> share = class_of_share(rest);
  StatusClass found = share ? *share : class_of_words(words);
  if (found == StatusClass::done && in_doubt(rest, words)) return StatusClass::unknown;
  const bool other_box =
      glyph != nullptr && glyph->box != BoxState::none && glyph->box != BoxState::ticked;
  if (found == StatusClass::done && other_box) return StatusClass::unknown;
  // Words that say nothing leave the glyph to speak, but never as a "done".
  if (found == StatusClass::unknown && glyph != nullptr && glyph->status != StatusClass::done)
    return class_of_words(words) == StatusClass::unknown ? glyph->status : found;
  return found;
}

}  // namespace muster
