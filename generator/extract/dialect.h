// How one document speaks: the status words of its project, and the signs that its legend explains.
// What is said so is put into built-in words and signs before anything is concluded from it, so
// that "not shipped" and "shipped, but only in part" are doubted as their built-in likes are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "domain/vocabulary.h"
#include "extract/glyphs.h"

namespace muster::extract {

struct Dialect {
  struct Word {
    std::string words;  // in normal form
    StatusClass status = StatusClass::unknown;
  };
  struct Sign {
    std::string text;  // without variation selector
    StatusClass status = StatusClass::unknown;
  };
  std::vector<Word> words;
  std::vector<Sign> signs;
};

/// The dialect of a project: of its words those that may stand for their class.
Dialect dialect_of(const Vocabulary& vocabulary);

/// What a project should be told of a status word of its own.
WordRemark remark_on_status(const StatusWord& word);

/// From here on the sign has this meaning, whatever it had before.
void explain_sign(Dialect& dialect, std::string_view sign, StatusClass status);

/// The same of a word.
void explain_word(Dialect& dialect, std::string_view word, StatusClass status);

/// As glyph_at, by the signs of the dialect first. The text of the glyph is as written.
std::optional<Glyph> glyph_at(const Dialect& dialect, std::string_view text);

/// The text with built-in signs instead of those of the dialect.
std::string with_known_signs(const Dialect& dialect, std::string_view text);

/// A status, a result or an answer in built-in words and signs.
std::string in_plain_words(const Dialect& dialect, std::string_view status);
record::Entry in_plain_words(const Dialect& dialect, record::Entry entry);

}  // namespace muster::extract
