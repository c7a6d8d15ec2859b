// The shape of an id, less the stop list of the vocabulary.
#include "extract/ids.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

bool is_part(char c) { return is_upper(c) || is_digit(c); }

bool joins_word(char c) {
  return is_alnum(c) || c == '_' || c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// What may stand between the ends of a range, and joins no word.
constexpr std::string_view kRangeSigns[] = {"–", "—", "…", "..."};

bool begins_with_range(std::string_view text) {
  return std::any_of(std::begin(kRangeSigns), std::end(kRangeSigns),
                     [&](std::string_view sign) { return text.starts_with(sign); });
}

bool ends_with_range(std::string_view text) {
  return text.ends_with("..") ||
         std::any_of(std::begin(kRangeSigns), std::end(kRangeSigns),
                     [&](std::string_view sign) { return text.ends_with(sign); });
}

bool joins_word(std::string_view text, std::size_t end) {
  return end < text.size() && joins_word(text[end]) && !begins_with_range(text.substr(end));
}

// `.9` of `BACK-100.9`.
std::size_t skip_sub_number(std::string_view text, std::size_t end) {
  while (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
  }
  return end;
}

// Spec Kit's `T001`: letters and at least three digits, no hyphen; only at the front of an item.
std::string_view short_id_at(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && is_upper(text[letters])) ++letters;
  std::size_t end = letters;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (letters == 0 || letters > 3 || end - letters < 3 || end - letters > 5) return {};
  if (joins_word(text, end)) return {};
  return text.substr(0, end);
}

std::string_view prefix_of(std::string_view id) {
  return id.substr(0, id.find_last_not_of("0123456789.") + 1);
}

// Behind an id: "through CE-22: …", "..CE-22". A dash with blanks may also divide an id from a
// sentence that begins with one.
bool goes_on_as_range(std::string_view id, std::string_view after) {
  const std::size_t at = after.find(prefix_of(id));
  if (at == 0 || at == std::string_view::npos || !is_range_word(after.substr(0, at))) return false;
  std::string_view last = id_at(after.substr(at));
  if (last.empty()) last = short_id_at(after.substr(at));
  if (last.empty() || prefix_of(last) != prefix_of(id)) return false;
  const std::string_view between = after.substr(0, at);
  if (trim(between).size() == between.size() || is_alpha(trim(between).front())) return true;
  const std::string_view rest = trim(after.substr(at + last.size()));
  return rest.empty() || rest.starts_with(':') || rest.starts_with('-') || rest.starts_with("–") ||
         rest.starts_with("—") || rest.starts_with('(');
}

}  // namespace

std::string_view id_at(std::string_view text) {
  if (text.size() < 4 || !is_upper(text.front())) return {};
  std::size_t end = 0;
  std::size_t last_part = 0;
  std::size_t parts = 0;
  while (end < text.size()) {
    const std::size_t part = end;
    while (end < text.size() && is_part(text[end])) ++end;
    if (end == part) break;
    last_part = part;
    ++parts;
    if (end + 1 >= text.size() || text[end] != '-' || !is_part(text[end + 1])) break;
    ++end;
  }
  if (parts < 2 || end > 40 || !is_digit(text[last_part])) return {};
  const std::string_view prefix = text.substr(0, last_part - 1);
  const std::string_view first = prefix.substr(0, prefix.find('-'));
  if (first.size() < 2 || is_no_id_prefix(prefix) || is_no_id_prefix(first)) return {};
  end = skip_sub_number(text, end);
  if (joins_word(text, end)) return {};
  return text.substr(0, end);
}

bool is_range_word(std::string_view between) {
  const std::string words = normal_words(between);
  const std::string_view signs = trim(between);
  return words == "through" || words == "thru" || words == "to" || words == "up to" ||
         signs == "-" || signs == "–" || signs == "—" || signs == ".." || signs == "..." ||
         signs == "…";
}

FoundId find_id(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_upper(text[i])) continue;
    const bool begins = i == 0 || ends_with_range(text.substr(0, i)) ||
                        (!joins_word(text[i - 1]) && text[i - 1] != '/' && text[i - 1] != '.' &&
                         text[i - 1] != '#');
    if (begins) {
      const std::string_view id = id_at(text.substr(i));
      if (!id.empty()) return {id, i};
    }
    while (i + 1 < text.size() && (is_part(text[i + 1]) || text[i + 1] == '-')) ++i;
  }
  return {};
}

bool is_commit_id(std::string_view word) {
  bool digit = false;
  bool letter = false;
  for (const char c : word) {
    if (!is_digit(c) && (c < 'a' || c > 'f')) return false;
    (is_digit(c) ? digit : letter) = true;
  }
  return digit && letter && word.size() >= 7 && word.size() <= 40;
}

std::string leading_id(std::string_view text, std::string_view& rest) {
  rest = text;
  std::string_view body = text;
  const bool bracket = body.starts_with('[') || body.starts_with('(');
  if (bracket) body.remove_prefix(1);
  std::string_view id = id_at(body);
  if (id.empty()) id = short_id_at(body);
  if (id.empty()) return {};
  std::string_view after = body.substr(id.size());
  if (goes_on_as_range(id, after)) return {};
  if (bracket) {
    if (!after.starts_with(']') && !after.starts_with(')')) return {};
    after.remove_prefix(1);
  }
  after = trim(after);
  for (const std::string_view divider : {":", "—", "–", "-", "|", "."})
    if (after.starts_with(divider)) {
      after = trim(after.substr(divider.size()));
      break;
    }
  rest = after;
  return std::string(id);
}

}  // namespace muster::extract
