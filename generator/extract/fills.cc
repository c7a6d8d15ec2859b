// Blanks are found in the source; words such as TBD and N/A in the text without markup.
#include "extract/fills.h"

#include <algorithm>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "extract/choices.h"
#include "extract/extract.h"
#include "extract/markup.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

// Punctuation around a form field, and the backslashes that keep its underscores.
std::string bare(std::string_view chunk) {
  std::string out;
  for (const char c : chunk)
    if (c != '\\' && c != '`') out += c;
  constexpr std::string_view around = "()[]*,;.!?:|";
  const std::size_t begin = out.find_first_not_of(around);
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(around) - begin + 1);
}

bool is_blank_field(std::string_view field) {
  return field.find("__") != std::string_view::npos &&
         field.find_first_not_of("_/:.-%$0123456789") == std::string_view::npos;
}

// `__/14`, `__/__`, `___%`; with more slashes it is a date.
bool is_numeric_form(std::string_view field) {
  if (field.ends_with('%')) return true;
  const std::size_t slash = field.find('/');
  return slash != std::string_view::npos && slash > 0 && slash + 1 < field.size() &&
         field.find('/', slash + 1) == std::string_view::npos;
}

// What a number is asked for: `__ (expected: 0)`.
bool asks_for_number(std::string_view rest) {
  rest = trim(rest);
  if (!rest.starts_with('(')) return false;
  const std::string words = lower(rest.substr(0, 24));
  for (const std::string_view word : {"expected", "threshold", "target", "min", "max", "goal"})
    if (words.find(word) != std::string::npos) return true;
  return false;
}

bool is_open_box(std::string_view source) {
  if (!source.starts_with('[')) return false;
  const std::vector<BoxInLine> boxes = boxes_in(source);
  return !boxes.empty() && std::none_of(boxes.begin(), boxes.end(), [](const BoxInLine& box) {
    return box.state == BoxState::ticked;
  });
}

// ".", "(sign here)", "expired", "on vacation": what a cell holds instead of a name.
bool says_nothing(std::string_view text) {
  text = trim(text);
  const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
  if (!letters && text != "+1") return true;
  const std::string words = all_words(text);
  const bool aside = text.starts_with('(') && text.find(')') == text.size() - 1;
  if (aside && !has_phrase(words, "signed") && !has_phrase(words, "approved")) return true;
  for (const std::string_view phrase : {"expired", "vacation", "sign here", "on leave", "absent",
                                        "unavailable", "out of office", "ooo", "holiday", "vacant"})
    if (has_phrase(words, phrase)) return true;
  return false;
}

// A number of up to four digits at `at`, which moves past it; -1 where there is none.
int take_number(std::string_view text, std::size_t& at) {
  int value = 0;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at]) && at - begin < 4)
    value = value * 10 + (text[at++] - '0');
  return at == begin ? -1 : value;
}

// 2026-13-40, 2026/02/30.
bool holds_impossible_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    std::size_t at = i;
    const int year = take_number(text, at);
    if (at - i != 4 || at >= text.size() || (text[at] != '-' && text[at] != '/')) continue;
    const char sign = text[at++];
    const int month = take_number(text, at);
    if (month < 0 || at >= text.size() || text[at] != sign) continue;
    const int day = take_number(text, ++at);
    if (day >= 0 && !make_date(year, month, day)) return true;
  }
  return false;
}

}  // namespace

Blanks count_blanks(std::string_view source) {
  Blanks blanks;
  if (source.find('_') == std::string_view::npos) return blanks;
  for (std::size_t i = 0; i < source.size();) {
    while (i < source.size() && is_space(source[i])) ++i;
    std::size_t end = i;
    while (end < source.size() && !is_space(source[end])) ++end;
    const std::string field = bare(source.substr(i, end - i));
    i = end;
    if (!is_blank_field(field)) continue;
    const bool short_run = field.size() <= 4;
    if (is_numeric_form(field) || (short_run && asks_for_number(source.substr(end)))) {
      ++blanks.numeric;
    } else {
      ++blanks.plain;
    }
  }
  return blanks;
}

Fill fill_of(std::string_view source) {
  source = trim(source);
  if (source.empty()) return Fill::empty;
  if (count_blanks(source).total() > 0 || is_open_box(source)) return Fill::blank;
  const std::string text = without_markup(source);
  if (trim(text).empty()) return Fill::empty;
  if (is_placeholder(text)) return Fill::placeholder;
  if (is_not_applicable(text)) return Fill::not_applicable;
  return Fill::value;
}

bool is_given(const record::Entry& entry) {
  if (entry.fill != Fill::value || says_nothing(entry.text)) return false;
  const Glyph* glyph = glyph_at(entry.text);
  if (glyph != nullptr && glyph->box != BoxState::ticked) return false;
  const std::string words = all_words(entry.text);
  if (has_doubt(words) || says_unsigned(words)) return false;
  const StatusClass status = status_class(entry.text);
  return status == StatusClass::unknown || status == StatusClass::done;
}

bool is_date_given(const record::Entry& entry) {
  return is_given(entry) && !holds_impossible_date(entry.text) &&
         entry.text.find_first_of("0123456789") != std::string::npos;
}

// Of “~~Blocked~~ Done” the latter counts. What is struck through as a whole stays, for those who
// ask whether it is.
record::Entry make_entry(std::string_view source, int line, int column) {
  const std::string kept = without_struck(source);
  const std::string_view counted = trim(kept).empty() ? source : std::string_view(kept);
  record::Entry entry;
  entry.fill = fill_of(counted);
  entry.text = std::string(trim(without_markup(counted)));
  if (counted.size() != source.size()) entry.text = collapse_spaces(entry.text);
  entry.line = line;
  entry.column = column;
  return entry;
}

}  // namespace muster::extract
