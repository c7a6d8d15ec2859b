#include "extract/dialect.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "extract/status_words.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// ---- what stands for each class

std::string_view word_for(StatusClass status) {
  switch (status) {
    case StatusClass::done:
      return "done";
    case StatusClass::active:
      return "in progress";
    case StatusClass::open:
      return "open";
    case StatusClass::blocked:
      return "blocked";
    case StatusClass::dropped:
      return "deferred";
    case StatusClass::unknown:
      break;
  }
  return "unknown";
}

std::string_view sign_for(StatusClass status) {
  switch (status) {
    case StatusClass::done:
      return "✅";
    case StatusClass::active:
      return "🚧";
    case StatusClass::open:
      return "⬜";
    case StatusClass::blocked:
      return "❌";
    case StatusClass::dropped:
      return "⏭";
    case StatusClass::unknown:
      break;
  }
  return kUnknownSign;
}

// A sign that casts doubt by itself does so still where nobody knows what it means here.
std::string_view sign_for(const Dialect::Sign& sign) {
  const Glyph* custom = glyph_at(sign.text);
  const bool doubt = custom != nullptr && custom->box == BoxState::unknown;
  return sign.status == StatusClass::unknown && doubt ? "⚠" : sign_for(sign.status);
}

BoxState box_for(const Dialect::Sign& sign) {
  const Glyph* glyph = glyph_at(sign_for(sign));
  return glyph == nullptr ? BoxState::none : glyph->box;
}

// How much is left to do, as far as the class tells.
int rank_of(StatusClass status) {
  switch (status) {
    case StatusClass::done:
      return 0;
    case StatusClass::dropped:
      return 1;
    case StatusClass::active:
    case StatusClass::unknown:
      return 2;
    case StatusClass::open:
      return 3;
    case StatusClass::blocked:
      return 4;
  }
  return 4;
}

bool is_sign(std::string_view text) { return !text.empty() && sign_length(text) == text.size(); }

// ---- what the built-in vocabulary says of a word

struct BuiltIn {
  StatusClass status = StatusClass::unknown;
  bool known = false;
  bool whole = false;  // the word itself, not only its beginning
};

BuiltIn built_in(std::string_view word) {
  if (is_sign(word)) {
    const Glyph* glyph = glyph_at(word);
    if (glyph == nullptr || glyph->status == StatusClass::unknown) return {};
    return {glyph->status, true, true};
  }
  const std::string words = all_words(word);
  const StatusPhrase phrase = status_phrase(words);
  return {phrase.status, phrase.length > 0, phrase.length > 0 && phrase.length == words.size()};
}

bool can_mean_done(std::string_view word, const BuiltIn& known) {
  if (known.whole && (known.status == StatusClass::open || known.status == StatusClass::blocked))
    return false;
  if (is_sign(word)) return true;
  return word.find('?') == std::string_view::npos && !take_back_done({word});
}

// ---- finding them

const Dialect::Sign* sign_at(const Dialect& dialect, std::string_view text) {
  const Dialect::Sign* best = nullptr;
  for (const Dialect::Sign& sign : dialect.signs)
    if (text.starts_with(sign.text) && (best == nullptr || sign.text.size() > best->text.size()))
      best = &sign;
  return best;
}

// Where the words of a statement begin, behind markup and signs.
std::size_t front_of(std::string_view statement) {
  std::size_t at = 0;
  while (at < statement.size()) {
    const std::size_t sign = sign_length(statement.substr(at));
    if (sign == 0 && std::string_view(" *_`~\"'\t").find(statement[at]) == std::string_view::npos)
      break;
    at += std::max<std::size_t>(sign, 1);
  }
  return at;
}

// The longest word of the dialect in front, unless a longer built-in one stands there.
const Dialect::Word* word_at(const Dialect& dialect, std::string_view words) {
  const Dialect::Word* best = nullptr;
  for (const Dialect::Word& word : dialect.words)
    if (begins_with_phrase(words, word.words) &&
        (best == nullptr || word.words.size() > best->words.size()))
      best = &word;
  if (best == nullptr || status_phrase(words).length > best->words.size()) return nullptr;
  return best;
}

// How many bytes of the text say these words.
std::size_t length_of(std::string_view text, std::string_view words) {
  for (std::size_t end = words.size(); end <= text.size(); ++end)
    if (all_words(text.substr(0, end)) == words) return end;
  return 0;
}

std::string with_known_word(const Dialect& dialect, std::string_view statement) {
  const std::size_t front = front_of(statement);
  const std::string_view text = statement.substr(front);
  const Dialect::Word* word = word_at(dialect, all_words(text));
  const std::size_t length = word == nullptr ? 0 : length_of(text, word->words);
  if (length == 0) return std::string(statement);
  return cat({statement.substr(0, front), word_for(word->status), text.substr(length)});
}

}  // namespace

Dialect dialect_of(const Vocabulary& vocabulary) {
  Dialect dialect;
  for (const StatusWord& word : vocabulary.status) {
    if (!remark_on_status(word).kept) continue;
    if (is_sign(word.words)) {
      explain_sign(dialect, word.words, word.status);
      continue;
    }
    Dialect::Word own{all_words(word.words), word.status};
    if (own.words.empty()) continue;
    const auto same = std::find_if(dialect.words.begin(), dialect.words.end(),
                                   [&](const auto& other) { return other.words == own.words; });
    if (same == dialect.words.end()) {
      dialect.words.push_back(std::move(own));
    } else if (rank_of(own.status) > rank_of(same->status)) {
      same->status = own.status;  // of two meanings the one that leaves more to do
    }
  }
  return dialect;
}

WordRemark remark_on_status(const StatusWord& word) {
  const BuiltIn known = built_in(word.words);
  const std::string wanted(to_string(word.status));
  const std::string means = known.status == StatusClass::unknown
                                ? std::string("leaves it open what is done")
                                : cat({"means ", to_string(known.status)});
  if (word.status == StatusClass::done && !can_mean_done(word.words, known))
    return {cat({"`", word.words, "` is not read as done: ",
                 known.whole ? cat({"it ", means}) : std::string("its words take a “done” back")}),
            "no project can make done of a word that says the contrary; use another word", false};
  if (known.known && rank_of(word.status) < rank_of(known.status))
    return {cat({"`", word.words, "` is read as ", wanted, " here, and ", means, " by itself"}),
            "use a word of your own; where it is meant so, lower `word-redefined` below "
            "`policy.severity`"};
  return {};
}

void explain_sign(Dialect& dialect, std::string_view sign, StatusClass status) {
  const std::string_view text = without_variation(sign);
  const auto same = std::find_if(dialect.signs.begin(), dialect.signs.end(),
                                 [&](const auto& other) { return other.text == text; });
  if (same == dialect.signs.end()) {
    dialect.signs.push_back({std::string(text), status});
  } else {
    same->status = status;
  }
}

void explain_word(Dialect& dialect, std::string_view word, StatusClass status) {
  std::string words = all_words(word);
  const auto same = std::find_if(dialect.words.begin(), dialect.words.end(),
                                 [&](const auto& other) { return other.words == words; });
  if (same == dialect.words.end()) {
    dialect.words.push_back({std::move(words), status});
  } else {
    same->status = status;
  }
}

std::optional<Glyph> glyph_at(const Dialect& dialect, std::string_view text) {
  if (const Dialect::Sign* sign = sign_at(dialect, text))
    return Glyph{text.substr(0, sign->text.size()), box_for(*sign), sign->status};
  const Glyph* glyph = glyph_at(text);
  return glyph == nullptr ? std::nullopt : std::optional<Glyph>(*glyph);
}

std::string with_known_signs(const Dialect& dialect, std::string_view text) {
  if (dialect.signs.empty()) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Dialect::Sign* sign = sign_at(dialect, text.substr(at));
    if (sign == nullptr) {
      out += text[at++];
      continue;
    }
    out += sign_for(*sign);
    at += sign->text.size();
  }
  return out;
}

std::string in_plain_words(const Dialect& dialect, std::string_view status) {
  std::string text = with_known_signs(dialect, status);
  if (dialect.words.empty() || text.size() > kLongestStatus) return text;
  std::string out;
  std::size_t done = 0;
  for (const std::string_view statement : statements_in(text)) {
    const std::size_t begin = static_cast<std::size_t>(statement.data() - text.data());
    out += text.substr(done, begin - done);
    out += with_known_word(dialect, statement);
    done = begin + statement.size();
  }
  return out + text.substr(done);
}

record::Entry in_plain_words(const Dialect& dialect, record::Entry entry) {
  if (!dialect.signs.empty() || !dialect.words.empty())
    entry.text = in_plain_words(dialect, entry.text);
  return entry;
}

}  // namespace muster::extract
