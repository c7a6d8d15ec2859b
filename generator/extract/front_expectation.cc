// What a report must say: `/index_usage_percent == 100`, `length(/orgs) > 0`,
// `/after == /before ± 5%`, `/postgres/version major "16"`, `/commit present`.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "extract/front_reader.h"

namespace muster::extract {

namespace {

using record::ExpectedIs;

struct Operator {
  std::string_view sign;
  ExpectedIs is;
};

constexpr std::array<Operator, 6> kSigns = {{{"==", ExpectedIs::equal},
                                             {"!=", ExpectedIs::not_equal},
                                             {"<=", ExpectedIs::less_or_equal},
                                             {">=", ExpectedIs::greater_or_equal},
                                             {"<", ExpectedIs::less},
                                             {">", ExpectedIs::greater}}};
constexpr std::array<Operator, 5> kWords = {{{"major", ExpectedIs::same_major},
                                             {"minor", ExpectedIs::same_minor},
                                             {"matches", ExpectedIs::matches},
                                             {"set-equal", ExpectedIs::set_equal},
                                             {"present", ExpectedIs::present}}};

constexpr std::string_view kForm =
    "write a pointer, an operator and a value: `/summary/failed == 0`";
constexpr std::string_view kTolerances[] = {"±", "+/-", "+-"};
constexpr std::string_view kLength = "length(";

struct Refused {
  std::string why;
  std::string help;
};

struct Parts {
  std::string_view left;
  ExpectedIs is = ExpectedIs::unreadable;
  std::string_view sign;
  std::string_view right;
};

bool orders(ExpectedIs is) {
  return is == ExpectedIs::less || is == ExpectedIs::less_or_equal || is == ExpectedIs::greater ||
         is == ExpectedIs::greater_or_equal;
}

bool is_single(const Json& value) {
  return !value.is(Json::Kind::array) && !value.is(Json::Kind::object);
}

// Where a word stands by itself, or the size.
std::size_t find_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool ends = end == text.size() || text[end] == ' ';
    if (at > 0 && text[at - 1] == ' ' && ends) return at;
  }
  return text.size();
}

// At the first operator: signs at one place by their length, as the table has them.
Parts split_parts(std::string_view text) {
  Parts parts;
  std::size_t best = text.size();
  const auto take = [&](std::size_t at, const Operator& one) {
    if (at >= best) return;
    best = at;
    parts = {trim(text.substr(0, at)), one.is, one.sign, trim(text.substr(at + one.sign.size()))};
  };
  const std::size_t sign_at = std::min(text.find_first_of("=<>!"), text.size());
  for (const Operator& one : kSigns)
    if (text.substr(sign_at).starts_with(one.sign)) take(sign_at, one);
  for (const Operator& one : kWords) take(find_word(text, one.sign), one);
  if (parts.is == ExpectedIs::unreadable) parts.left = trim(text.substr(0, sign_at));
  return parts;
}

// `/a` or `length(/a)`; false where it is neither.
bool read_side(std::string_view text, std::string& pointer, bool& length) {
  length = text.starts_with(kLength) && text.ends_with(')');
  if (length) text = trim(text.substr(kLength.size(), text.size() - kLength.size() - 1));
  if (!is_pointer(text)) return false;
  pointer = std::string(text);
  return true;
}

// `± 5%` at the end is cut off.
std::optional<Refused> take_tolerance(std::string_view& right, record::Expectation& read) {
  for (const std::string_view sign : kTolerances) {
    const std::size_t at = right.find(sign);
    if (at == std::string_view::npos || right.front() == '"') continue;
    std::string_view amount = trim(right.substr(at + sign.size()));
    read.in_percent = amount.ends_with('%');
    if (read.in_percent) amount = trim(amount.substr(0, amount.size() - 1));
    const JsonRead number = read_json(amount);
    if (!number.ok || !number.value.is(Json::Kind::number) || number.value.number < 0)
      return Refused{cat({"`", amount, "` is no tolerance"}), "write `± 0.5` or `± 5%`"};
    if (read.is != ExpectedIs::equal)
      return Refused{"only == has a tolerance", "write `/after == /before ± 5%`"};
    read.tolerance = number.value.number;
    right = trim(right.substr(0, at));
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Refused> read_literal(std::string_view text, std::string_view sign,
                                    record::Expectation& read) {
  JsonRead value = read_json(text);
  const bool list = read.is == ExpectedIs::set_equal;
  const bool readable = value.ok && value.notes.empty();
  if (!readable || (list ? !value.value.is(Json::Kind::array) : !is_single(value.value)))
    return list ? Refused{cat({"`", text, "` is no JSON list"}), "write a list: `[\"a\", \"b\"]`"}
                : Refused{cat({"`", text, "` is no JSON value"}),
                          "write a number, true, false, null, or a text in double quotes"};
  const bool number = value.value.is(Json::Kind::number);
  if (orders(read.is) && !number)
    return Refused{cat({"`", sign, "` compares with a number"}), "write a number"};
  if (read.tolerance > 0 && !number)
    return Refused{"a tolerance needs a number", "write `/p95 == 12.4 ± 5%`"};
  if (read.is == ExpectedIs::matches && !value.value.is(Json::Kind::string))
    return Refused{"`matches` needs a text", "write a pattern: `\"16.*\"`"};
  read.literal = std::move(value.value);
  return std::nullopt;
}

std::optional<Refused> read_parts(std::string_view text, record::Expectation& read) {
  const Parts parts = split_parts(text);
  if (!read_side(parts.left, read.pointer, read.length))
    return Refused{"it begins with no JSON pointer", std::string(kForm)};
  read.is = parts.is;
  if (read.is == ExpectedIs::unreadable)
    return Refused{
        "it has none of the operators ==, !=, <, <=, >, >=, major, minor, matches, "
        "set-equal and present",
        std::string(kForm)};
  std::string_view right = parts.right;
  if (read.is == ExpectedIs::present)
    return right.empty()
               ? std::nullopt
               : std::optional(Refused{"nothing may follow `present`", "write `/commit present`"});
  if (right.empty()) return Refused{"no value follows the operator", std::string(kForm)};
  if (std::optional<Refused> refused = take_tolerance(right, read)) return refused;
  if (right.starts_with('/') || right.starts_with(kLength))
    return read_side(right, read.other, read.other_length)
               ? std::nullopt
               : std::optional(
                     Refused{cat({"`", right, "` is no JSON pointer"}), std::string(kForm)});
  return read_literal(right, parts.sign, read);
}

}  // namespace

bool is_pointer(std::string_view text) {
  if (text.size() < 2 || text.front() != '/') return false;
  for (std::size_t i = text.find('~'); i != std::string_view::npos; i = text.find('~', i + 1))
    if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) return false;
  return true;
}

record::Expectation read_expectation(FrontReader& reader, record::Written source) {
  record::Expectation read;
  read.source = std::move(source);
  const std::optional<Refused> refused = read_parts(read.source.text, read);
  if (!refused) return read;
  reader.tell(read.source.line, read.source.column,
              cat({"the expectation `", read.source.text, "` cannot be read: ", refused->why}),
              refused->help);
  record::Expectation unreadable;
  unreadable.source = std::move(read.source);
  return unreadable;
}

}  // namespace muster::extract
