#include "audit/values.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"

namespace muster {
namespace {

constexpr std::size_t kShown = 60;

bool same_object(const Json& a, const Json& b) {
  if (a.members.size() != b.members.size()) return false;
  return std::all_of(a.members.begin(), a.members.end(), [&](const Json::Member& member) {
    const Json* other = b.find(member.name);
    return other != nullptr && same_value(member.value, *other);
  });
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
      return same_object(a, b);
  }
  return false;
}

bool same_set(const Json& a, const Json& b) {
  if (!a.is(Json::Kind::array) || !b.is(Json::Kind::array)) return false;
  const auto has_all = [](const Json& all, const Json& some) {
    return std::all_of(some.items.begin(), some.items.end(), [&](const Json& one) {
      return std::any_of(all.items.begin(), all.items.end(),
                         [&](const Json& other) { return same_value(one, other); });
    });
  };
  return has_all(a, b) && has_all(b, a);
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
  return std::string(text.substr(0, end));
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
