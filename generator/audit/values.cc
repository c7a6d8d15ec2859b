#include "audit/values.h"

#include <algorithm>
#include <vector>

#include "base/secrets.h"
#include "base/text.h"

namespace muster {
namespace {

constexpr std::size_t kShown = 60;

// Equal values give equal texts: write_json sorts members and keeps numbers as written.
std::vector<std::string> sorted_texts(const std::vector<Json>& items) {
  std::vector<std::string> texts;
  texts.reserve(items.size());
  for (const Json& item : items) texts.push_back(write_json(item, 0));
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

bool fits(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (at < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      resume = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == text[at]) {
      ++in_pattern;
      ++at;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

}  // namespace

bool same_value(const Json& a, const Json& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Json::Kind::null:
      return true;
    case Json::Kind::boolean:
      return a.boolean == b.boolean;
    case Json::Kind::number:
      return a.text == b.text || a.number == b.number;
    case Json::Kind::string:
      return a.text == b.text;
    case Json::Kind::array:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
    case Json::Kind::object:
      return write_json(a, 0) == write_json(b, 0);
  }
  return false;
}

bool same_set(const Json& a, const Json& b) {
  if (!a.is(Json::Kind::array) || !b.is(Json::Kind::array)) return false;
  return sorted_texts(a.items) == sorted_texts(b.items);
}

bool says_nothing(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      return true;
    case Json::Kind::string:
      return is_stand_in(value.text);
    case Json::Kind::array:
      return value.items.empty();
    case Json::Kind::object:
      return value.members.empty();
    default:
      return false;
  }
}

std::optional<std::string> version_front(const Json& value, int parts) {
  if (!value.is(Json::Kind::string) && !value.is(Json::Kind::number)) return std::nullopt;
  std::string_view text = trim(value.text);
  const std::size_t digit = std::min(text.find_first_of("0123456789"), text.size());
  const std::string front = lower(text.substr(0, digit));
  if (!front.empty() && front != "v" && !front.ends_with(' '))
    return std::nullopt;  // "PostgreSQL "
  text.remove_prefix(digit);
  std::size_t end = 0;
  for (int part = 0; part < parts; ++part) {
    if (part > 0 && (end >= text.size() || text[end++] != '.')) return std::nullopt;
    const std::size_t begin = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == begin) return std::nullopt;
  }
  return cat({front == "v" ? std::string() : front, text.substr(0, end)});  // "postgresql 16"
}

bool fits_pattern(const Json& value, std::string_view pattern) {
  if (!value.is(Json::Kind::string) && !value.is(Json::Kind::number)) return false;
  return fits(value.text, pattern);
}

std::optional<long long> length_of(const Json& value) {
  switch (value.kind) {
    case Json::Kind::array:
      return static_cast<long long>(value.items.size());
    case Json::Kind::object:
      return static_cast<long long>(value.members.size());
    case Json::Kind::string:
      return static_cast<long long>(value.text.size());
    default:
      return std::nullopt;
  }
}

std::string shown(const Json& found) {
  const Json value = hide_secrets(found);
  if (value.is(Json::Kind::string)) return cat({"\"", shorten(value.text, kShown), "\""});
  if (value.is(Json::Kind::number)) return shorten(value.text, kShown);
  return shorten(write_json(value, 0), kShown);
}

}  // namespace muster
