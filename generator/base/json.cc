// nlohmann's SAX reader decides what is JSON; the tree, its positions and its limits are ours. Its
// events carry no place, so each token is found again in the source, which it has just accepted.
#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace muster {

namespace {

using Parser = nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kNotesShown = 20;  // of one kind

bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_number_sign(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

struct Place {
  int line = 1;
  int column = 1;
};

// Turns ever larger offsets into lines and columns, in one pass over the text.
class PlaceCounter {
 public:
  explicit PlaceCounter(std::string_view text) : text_(text) {}

  Place at(std::size_t offset) {
    for (; seen_ < std::min(offset, text_.size()); ++seen_) {
      const bool ends =
          text_[seen_] == '\n' || (text_[seen_] == '\r' && text_.substr(seen_ + 1, 1) != "\n");
      if (!ends) continue;
      ++line_;
      line_start_ = seen_ + 1;
    }
    return {line_, static_cast<int>(offset - line_start_) + 1};
  }

 private:
  std::string_view text_;
  std::size_t seen_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

// ---- numbers

double nearest_double(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  static_cast<void>(end);
  if (error != std::errc::result_out_of_range) return value;
  const std::size_t exponent = text.find_first_of("eE");
  const bool tiny = exponent != std::string_view::npos && text.substr(exponent + 1, 1) == "-";
  if (tiny) return 0;
  return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
}

bool is_whole(std::string_view text) { return text.find_first_of(".eE") == std::string_view::npos; }

// Whether the double nearest to a number is another number: beyond its range, a whole number beyond
// 2^53 that falls between two doubles, or a number so small that nothing is left of it.
bool loses_value(std::string_view text, double value) {
  if (!std::isfinite(value)) return true;
  if (is_whole(text)) {
    if (std::fabs(value) < 9007199254740992.0) return false;
    std::string exact(400, '\0');
    const auto [end, error] = std::to_chars(exact.data(), exact.data() + exact.size(), value,
                                            std::chars_format::fixed, 0);
    return error != std::errc() ||
           text != std::string_view(exact.data(), static_cast<std::size_t>(end - exact.data()));
  }
  const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
  return value == 0 && mantissa.find_first_of("123456789") != std::string_view::npos;
}

// The SAX reader ends at a number that no double holds. A copy with zeros of the same length in its
// place lets it read on; the tree takes its numbers from the text as it was.
std::string without_huge_numbers(std::string_view text) {
  std::string copy(text);
  for (std::size_t i = 0; i < copy.size();) {
    if (copy[i] == '"') {
      for (++i; i < copy.size() && copy[i] != '"'; ++i)
        if (copy[i] == '\\') ++i;
      ++i;
      continue;
    }
    if (!is_digit(copy[i]) && copy[i] != '-') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < copy.size() && is_number_sign(copy[end])) ++end;
    if (!std::isfinite(nearest_double(text.substr(i, end - i)))) {
      const std::size_t digits = copy[i] == '-' ? i + 1 : i;
      std::fill(copy.begin() + static_cast<std::ptrdiff_t>(digits),
                copy.begin() + static_cast<std::ptrdiff_t>(end), '0');
      if (end - digits > 1) copy[digits + 1] = '.';
    }
    i = end;
  }
  return copy;
}

// ---- errors in plain words

struct Saying {
  std::size_t offset = 0;
  std::string message;
};

std::string quote_of(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  next_code_point(text, end);
  return cat({"`", visible(text.substr(offset, end - offset)), "`"});
}

bool mentions(std::string_view what, std::string_view part) {
  return what.find(part) != std::string_view::npos;
}

// The reader gave up inside a string or a number, at `offset`.
Saying say_bad_token(std::string_view text, std::size_t offset, std::string_view what) {
  if (offset >= text.size()) return {text.size(), "the file ends inside a value"};
  if (mentions(what, "ill-formed UTF-8")) return {offset, "the text is not valid UTF-8"};
  if (mentions(what, "control character"))
    return {offset, "a line break, tab or control character stands inside a string"};
  if (mentions(what, "surrogate"))
    return {offset, "an escape `\\u` in a string names half a character"};
  if (mentions(what, "invalid string")) return {offset, "a string has an escape that JSON lacks"};
  return {offset, "a number is not written as JSON wants it"};
}

// The token at `begin` is none of JSON's, or came where another was due.
Saying say_bad_order(std::string_view text, std::size_t begin, bool complete) {
  if (begin >= text.size()) return {text.size(), "the file ends before its value is complete"};
  if (text[begin] == '\0') return {begin, "a NUL byte stands in the text"};
  if (text[begin] == '/' || text[begin] == '#') return {begin, "comments are not allowed in JSON"};
  if (complete) return {begin, "there is more text after the end of the JSON value"};
  if (text[begin] == '\'') return {begin, "strings need double quotes in JSON"};
  std::size_t before = begin;
  while (before > 0 && is_json_space(text[before - 1])) --before;
  const bool closes = text[begin] == ']' || text[begin] == '}';
  if (closes && before > 0 && text[before - 1] == ',')
    return {before - 1, "a comma stands before the closing bracket"};
  return {begin, cat({"this is not JSON: ", quote_of(text, begin), " was not expected"})};
}

// ---- the reader

class JsonReader : public nlohmann::json_sax<Parser> {
 public:
  JsonReader(std::string_view text, const JsonLimits& limits)
      : text_(text), limits_(limits), places_(text) {}

  bool null() override { return put(start(Json::Kind::null), 4); }

  bool boolean(bool value) override {
    Json json = start(Json::Kind::boolean);
    json.boolean = value;
    return put(std::move(json), value ? 4 : 5);
  }

  bool number_integer(number_integer_t /*value*/) override { return number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return number();
  }

  bool string(string_t& value) override {
    Json json = start(Json::Kind::string);
    json.text = std::move(value);
    return put(std::move(json), string_length());
  }

  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(Json::Kind::object); }
  bool start_array(std::size_t /*size*/) override { return open(Json::Kind::array); }

  bool key(string_t& name) override {
    skip_to_token();
    const Place place = places_.at(cursor_);
    cursor_ += string_length();
    Frame& frame = stack_.back();
    const auto [first, fresh] = frame.lines.emplace(name, place.line);
    if (!fresh) note_duplicate(name, first->second, place);
    frame.value.members.push_back({std::move(name), {}, place.line, place.column});
    return true;
  }

  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) override {
    huge_number_ = error.id == 406;
    if (huge_number_) return false;
    const std::string_view what = error.what();
    const bool in_token = mentions(what, "invalid string") || mentions(what, "invalid number");
    if (in_token && position > 0) {
      fail(say_bad_token(text_, position - 1, what));
    } else if (trim(text_).empty()) {
      fail({text_.size(), "the file is empty"});
    } else {
      fail(say_bad_order(text_, failed_token(position), stack_.empty() && cursor_ > 0));
    }
    return false;
  }

  bool met_huge_number() const { return huge_number_; }

  JsonRead finish(bool accepted) {
    // The SAX reader takes a NUL byte for the end.
    if (accepted && !trim(text_.substr(cursor_)).empty()) {
      accepted = false;
      fail(say_bad_order(text_, failed_token(text_.size()), true));
    }
    result_.ok = accepted;
    if (accepted) result_.value = std::move(root_);
    return std::move(result_);
  }

 private:
  struct Frame {
    Json value;
    std::map<std::string, int> lines;  // of the names seen
  };

  // The place of the token that was refused: between two events there is at most one comma or colon
  // that was taken.
  std::size_t failed_token(std::size_t position) const {
    const auto skip = [&](std::size_t at) {
      while (at < text_.size() && is_json_space(text_[at])) ++at;
      return at;
    };
    const std::size_t begin = skip(cursor_);
    const bool taken = begin + 1 < position && begin < text_.size() &&
                       (text_[begin] == ',' || text_[begin] == ':');
    return taken ? skip(begin + 1) : begin;
  }

  void skip_to_token() {
    while (cursor_ < text_.size() &&
           (is_json_space(text_[cursor_]) || text_[cursor_] == ',' || text_[cursor_] == ':'))
      ++cursor_;
  }

  Json start(Json::Kind kind) {
    skip_to_token();
    const Place place = places_.at(cursor_);
    Json json;
    json.kind = kind;
    json.line = place.line;
    json.column = place.column;
    return json;
  }

  // Of the string at the cursor, quotes included.
  std::size_t string_length() const {
    std::size_t end = cursor_ + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    return end + 1 - cursor_;
  }

  bool number() {
    Json json = start(Json::Kind::number);
    std::size_t end = cursor_;
    while (end < text_.size() && is_number_sign(text_[end])) ++end;
    json.text = text_.substr(cursor_, end - cursor_);
    json.number = nearest_double(json.text);
    if (loses_value(json.text, json.number)) note_lossy(json);
    return put(std::move(json), end - cursor_);
  }

  bool open(Json::Kind kind) {
    Frame frame;
    frame.value = start(kind);
    if (stack_.size() >= static_cast<std::size_t>(limits_.depth)) {
      fail({cursor_,
            cat({"arrays and objects are nested deeper than ", muster::number(limits_.depth)})});
      return false;
    }
    ++cursor_;
    stack_.push_back(std::move(frame));
    return true;
  }

  bool close() {
    skip_to_token();
    Json value = std::move(stack_.back().value);
    stack_.pop_back();
    return put(std::move(value), 1);
  }

  bool put(Json value, std::size_t length) {
    cursor_ += length;
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (stack_.back().value.is(Json::Kind::array)) {
      stack_.back().value.items.push_back(std::move(value));
    } else {
      stack_.back().value.members.back().value = std::move(value);
    }
    return true;
  }

  void fail(const Saying& saying) {
    const Place place = PlaceCounter(text_).at(saying.offset);
    result_.notes.clear();
    result_.notes.push_back({"evidence-unreadable", saying.message,
                             "let a program write the file, or check it with one", place.line,
                             place.column});
  }

  void note_duplicate(std::string_view name, int first_line, const Place& place) {
    if (++duplicates_ > kNotesShown) return;
    result_.notes.push_back(
        {"evidence-ambiguous",
         cat({"the name \"", visible(shorten(name, 60)),
              "\" stands twice in one object, first on line ", muster::number(first_line)}),
         "keep one of the two", place.line, place.column});
  }

  void note_lossy(const Json& value) {
    if (++lossy_ > kNotesShown) return;
    result_.notes.push_back(
        {"evidence-ambiguous",
         cat({"the number ", shorten(value.text, 60), " is beyond what JSON readers hold exactly"}),
         "write such a number as a string", value.line, value.column});
  }

  std::string_view text_;
  const JsonLimits& limits_;
  PlaceCounter places_;
  std::size_t cursor_ = 0;  // just after the last token that an event told of
  std::vector<Frame> stack_;
  Json root_;
  JsonRead result_;
  std::size_t duplicates_ = 0;
  std::size_t lossy_ = 0;
  bool huge_number_ = false;
};

}  // namespace

JsonRead read_json(std::string_view bytes, const JsonLimits& limits) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  JsonRead refused;
  if (bytes.size() > limits.bytes) {
    refused.notes.push_back(
        {"evidence-unreadable",
         cat({"the file has ", number(static_cast<long long>(bytes.size())),
              " bytes, the limit is ", number(static_cast<long long>(limits.bytes))}),
         "", 0, 0});
    return refused;
  }
  JsonReader reader(bytes, limits);
  const bool accepted = Parser::sax_parse(bytes.begin(), bytes.end(), &reader);
  if (accepted || !reader.met_huge_number()) return reader.finish(accepted);
  const std::string copy = without_huge_numbers(bytes);
  JsonReader again(bytes, limits);
  const bool accepted_again = Parser::sax_parse(copy, &again);
  return again.finish(accepted_again);
}

namespace {

void move_down(Json& json, int lines) {
  json.line += lines;
  for (Json& item : json.items) move_down(item, lines);
  for (Json::Member& member : json.members) {
    member.line += lines;
    move_down(member.value, lines);
  }
}

}  // namespace

JsonRead read_json_lines(std::string_view bytes, const JsonLimits& limits) {
  JsonRead all;
  all.value = Json::array();
  all.value.line = 1;
  if (bytes.size() > limits.bytes) return read_json(bytes, limits);  // says so
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  int line = 0;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view text = trim(bytes.substr(begin, end - begin));
    begin = end + 1;
    if (text.empty()) continue;
    JsonRead one = read_json(text, limits);
    for (Note& note : one.notes) note.line += line;
    if (!one.ok && begin >= bytes.size() && !all.value.items.empty()) {
      all.notes.push_back({"evidence-ambiguous", "its last line breaks off",
                           "Run it again and keep the whole output.", line + 1, 0});
      break;
    }
    if (!one.ok) return one;
    all.notes.insert(all.notes.end(), one.notes.begin(), one.notes.end());
    move_down(one.value, line);
    all.value.items.push_back(std::move(one.value));
  }
  all.ok = true;
  return all;
}

}  // namespace muster
