// `/index_usage_percent == 100`: a pointer, an operator and a JSON literal.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/front_reader.h"

namespace muster::extract {

namespace {

struct Operator {
  std::string_view sign;
  record::ExpectedIs is;
};

// The longer first.
constexpr std::array<Operator, 6> kOperators = {{{"==", record::ExpectedIs::equal},
                                                 {"!=", record::ExpectedIs::not_equal},
                                                 {"<=", record::ExpectedIs::less_or_equal},
                                                 {">=", record::ExpectedIs::greater_or_equal},
                                                 {"<", record::ExpectedIs::less},
                                                 {">", record::ExpectedIs::greater}}};

bool orders(record::ExpectedIs is) {
  return is != record::ExpectedIs::equal && is != record::ExpectedIs::not_equal;
}

bool is_single(const Json& value) {
  return !value.is(Json::Kind::array) && !value.is(Json::Kind::object);
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
  const std::string_view text = read.source.text;
  const auto refuse = [&](std::string_view why, std::string_view help) {
    reader.tell(read.source.line, read.source.column,
                cat({"the expectation `", text, "` cannot be read: ", why}), std::string(help));
    record::Expectation unreadable;
    unreadable.source = read.source;
    return unreadable;
  };
  constexpr std::string_view form =
      "write a pointer, an operator and a value: `/summary/failed == 0`";
  const std::size_t at = std::min(text.find_first_of("=<>!"), text.size());
  const auto sign = std::find_if(kOperators.begin(), kOperators.end(), [&](const Operator& one) {
    return text.substr(at).starts_with(one.sign);
  });
  const std::string_view pointer = trim(text.substr(0, at));
  if (!is_pointer(pointer)) return refuse("it begins with no JSON pointer", form);
  if (sign == kOperators.end())
    return refuse("it has none of the operators ==, !=, <, <=, > and >=", form);
  const std::string_view literal = trim(text.substr(at + sign->sign.size()));
  JsonRead value = read_json(literal);
  if (literal.empty()) return refuse("no value follows the operator", form);
  if (!value.ok || !value.notes.empty() || !is_single(value.value))
    return refuse(cat({"`", literal, "` is no JSON value"}),
                  "write a number, true, false, null, or a text in double quotes");
  if (orders(sign->is) && !value.value.is(Json::Kind::number))
    return refuse(cat({"`", sign->sign, "` compares with a number"}), "write a number");
  read.pointer = std::string(pointer);
  read.is = sign->is;
  read.literal = std::move(value.value);
  return read;
}

}  // namespace muster::extract
