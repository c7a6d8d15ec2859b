#include "link/ids.h"

#include "base/text.h"

namespace muster {
namespace {

bool is_id_char(char c) { return is_alnum(c) || c == '-'; }

bool has_small_letter(std::string_view text) {
  for (const char c : text)
    if (is_lower(c)) return true;
  return false;
}

}  // namespace

std::string id_key(std::string_view id) { return lower(trim(id)); }

std::optional<NumberedId> split_id(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
  const std::string_view digits = text.substr(hyphen + 1);
  if (digits.empty() || digits.size() > 9 || !is_alpha(text.front())) return std::nullopt;
  NumberedId id;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    id.number = id.number * 10 + (c - '0');
  }
  char before = '\0';
  for (const char c : text.substr(0, hyphen + 1)) {
    if (!is_id_char(c) || (c == '-' && before == '-')) return std::nullopt;
    id.prefix += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    before = c;
  }
  return id;
}

std::vector<std::string> all_ids(std::string_view text) {
  std::vector<std::string> ids;
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (!is_id_char(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && is_id_char(text[end])) ++end;
    const std::string_view word = text.substr(begin, end - begin);
    if (!has_small_letter(word) && split_id(word)) ids.emplace_back(word);
    begin = end;
  }
  return ids;
}

std::string leading_id(std::string_view name) {
  std::string id;
  for (std::size_t end = 1; end <= name.size(); ++end) {
    if (end < name.size() && is_id_char(name[end]) && name[end] != '-') continue;
    const std::string_view front = name.substr(0, end);
    if (has_small_letter(front)) break;
    if (split_id(front)) id = front;
  }
  return id;
}

}  // namespace muster
