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
     "ready for|not done|not ready|new|backlog|queued|waiting|pendiente|planificado|abierto"},
    {StatusClass::blocked,
     "blocked|on hold|no go|missing|gap|fail|failed|failing|paused|rejected|not approved|red|"
     "stalled|bloqueado|en espera|fallido"},
    {StatusClass::dropped,
     "deferred|won t do|wont do|wontfix|won t fix|deprecated|cancelled|canceled|skipped|"
     "superseded|abandoned|withdrawn|n a|na|not applicable|diferido|descartado"},
    {StatusClass::unknown,
     "plan approved|simulated|placeholder|passed with risk|pass with risk|mostly|production ready|"
     "tbd|unknown|done pending"},
};

constexpr std::string_view kDoubts =
    "simulated|simulation|placeholder|with risk|with risks|with caveats|with exceptions|mostly|"
    "almost|partial|partially|pending|awaiting|except|remaining|not|but|tbd|todo|mock|mocked|"
    "fake|simulado|parcialmente|pendiente";

template <class F>
void for_each_phrase(std::string_view words, F&& use) {
  for (const std::string_view phrase : split(words, '|')) use(phrase);
}

bool begins_with_phrase(std::string_view words, std::string_view phrase) {
  return words.starts_with(phrase) &&
         (words.size() == phrase.size() || words[phrase.size()] == ' ');
}

// Both "with (parenthesis)" and without: a doubt may stand in it.
std::string words_with_asides(std::string_view text) {
  std::string open(text);
  for (char& c : open)
    if (c == '(' || c == ')' || c == '\'') c = ' ';
  return extract::normal_words(replace_all(open, "’", " "));
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

bool in_doubt(std::string_view words) {
  bool doubt = false;
  for_each_phrase(kDoubts, [&](std::string_view phrase) {
    doubt = doubt || extract::has_phrase(words, phrase);
  });
  return doubt;
}

}  // namespace

StatusClass status_class(std::string_view status) {
  const std::string plain = extract::without_markup(status);
  std::string_view rest = trim(plain);
  const extract::Glyph* glyph = extract::glyph_at(rest);
  if (glyph != nullptr) rest.remove_prefix(extract::glyph_length(rest, *glyph));
  const std::string words = words_with_asides(rest);
  if (words.empty()) return glyph != nullptr ? glyph->status : StatusClass::unknown;
  const std::optional<StatusClass> share = class_of_share(rest);
  StatusClass found = share ? *share : class_of_words(words);
  if (found == StatusClass::done && (in_doubt(words) || has_suffix(rest)))
    return StatusClass::unknown;
  const bool red_glyph = glyph != nullptr && glyph->status == StatusClass::blocked;
  if (found == StatusClass::done && red_glyph) return StatusClass::unknown;
  // Words that say nothing leave the glyph to speak, but never as a "done".
  if (found == StatusClass::unknown && glyph != nullptr && glyph->status != StatusClass::done)
    return class_of_words(words) == StatusClass::unknown ? glyph->status : found;
  return found;
}

}  // namespace muster
