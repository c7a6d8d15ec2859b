// Words in one normal form, and tables of words as data: entries in one string with bars between.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace muster::extract {

/// Lower case, every run of other signs than letters, digits and non-ASCII one space, what stands
/// in parentheses left out: "Date/Time (UTC)" is "date time". All lookups take any spelling.
std::string normal_words(std::string_view text);

/// As normal_words, with what stands in parentheses kept.
std::string all_words(std::string_view text);

/// Whether `phrase` (in normal form) stands in `words` (in normal form) at word boundaries.
bool has_phrase(std::string_view words, std::string_view phrase);
bool begins_with_phrase(std::string_view words, std::string_view phrase);

std::string_view first_word(std::string_view words);

/// Calls `matches` with each entry until it says yes; whether it did.
template <class F>
bool any_listed(std::string_view list, F&& matches) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t bar = std::min(list.find('|', begin), list.size());
    if (matches(list.substr(begin, bar - begin))) return true;
    begin = bar + 1;
  }
  return false;
}

/// Whether the words are an entry of the list, hold one, or begin with one.
bool is_listed(std::string_view list, std::string_view words);
bool has_listed(std::string_view list, std::string_view words);
bool begins_with_listed(std::string_view list, std::string_view words);

/// A canonical name and the words for it.
struct Synonyms {
  std::string_view name;
  std::string_view words;  // separated by bars
};
/// The name that these words (in normal form) stand for, or empty.
std::string_view find_name(std::span<const Synonyms> table, std::string_view words);
/// As above for a text; of "Notes/exceptions", any part may be known.
std::string_view find_any_name(std::span<const Synonyms> table, std::string_view text);

}  // namespace muster::extract
