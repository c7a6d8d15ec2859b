#include "extract/words.h"

#include "base/text.h"

namespace muster::extract {

namespace {

bool is_word_byte(char c) { return is_alnum(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

}  // namespace

std::string normal_words(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(') ++depth;
    const bool dash = text.substr(i).starts_with("—") || text.substr(i).starts_with("–") ||
                      text.substr(i).starts_with("‑");
    if (depth == 0 && is_word_byte(c) && !dash) {
      out += lower(text.substr(i, 1));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    if (dash) i += 2;
    if (c == ')' && depth > 0) --depth;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string all_words(std::string_view text) {
  std::string open(text);
  for (char& c : open)
    if (c == '(' || c == ')' || c == '\'') c = ' ';
  return normal_words(replace_all(open, "’", " "));
}

bool has_phrase(std::string_view words, std::string_view phrase) {
  if (phrase.empty()) return false;
  for (std::size_t at = words.find(phrase); at != std::string_view::npos;
       at = words.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

bool begins_with_phrase(std::string_view words, std::string_view phrase) {
  return words.starts_with(phrase) &&
         (words.size() == phrase.size() || words[phrase.size()] == ' ');
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

bool is_listed(std::string_view list, std::string_view words) {
  return any_listed(list, [&](std::string_view entry) { return entry == words; });
}

bool has_listed(std::string_view list, std::string_view words) {
  return any_listed(list, [&](std::string_view entry) { return has_phrase(words, entry); });
}

bool begins_with_listed(std::string_view list, std::string_view words) {
  return any_listed(list, [&](std::string_view entry) { return begins_with_phrase(words, entry); });
}

std::string_view find_name(std::span<const Synonyms> table, std::string_view words) {
  if (words.empty()) return {};
  for (const Synonyms& row : table)
    if (is_listed(row.words, words)) return row.name;
  return {};
}

// Whole first, then each part between slashes.
std::string_view find_any_name(std::span<const Synonyms> table, std::string_view text) {
  if (std::string_view name = find_name(table, normal_words(text)); !name.empty()) return name;
  if (text.find('/') == std::string_view::npos) return {};
  for (const std::string_view part : split(text, '/'))
    if (std::string_view name = find_name(table, normal_words(part)); !name.empty()) return name;
  return {};
}

}  // namespace muster::extract
