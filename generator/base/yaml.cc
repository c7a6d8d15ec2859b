// libyaml's events made into our own small tree. What a reader of front matter does not need
// (anchors, tags, several documents) is refused with a word on how to write it plainly.
#include "base/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/text.h"

namespace muster {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

struct Place {
  int line = 0;
  int column = 0;
  std::string_view text;  // of the line
  std::size_t offset = 0;
};

// Places by the character counts of libyaml, which knows line ends that no editor shows (U+2028),
// so that its own line numbers cannot be used.
class Places {
 public:
  Places(std::string_view text, int first_line) : text_(text), first_line_(first_line) {
    for (std::size_t i = 0; i < text.size(); next_code_point(text, i)) characters_.push_back(i);
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool ends = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
      if (ends) line_starts_.push_back(i + 1);
    }
  }

  Place at_character(std::size_t index) const {
    return at_byte(index < characters_.size() ? characters_[index] : text_.size());
  }

  Place at_byte(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t begin = *(after - 1);
    const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
    Place place;
    place.line = first_line_ + static_cast<int>(after - line_starts_.begin()) - 1;
    place.column = static_cast<int>(offset - begin) + 1;
    place.text = text_.substr(begin, end - begin);
    place.offset = offset;
    return place;
  }

  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  int first_line_;
  std::vector<std::size_t> characters_;  // offset of each code point
  std::vector<std::size_t> line_starts_;
};

// `title: CE-20: Pre` as `title: "CE-20: Pre"`; empty where the line is no key and value.
std::string quoted_value(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view value = trim(line.substr(colon + 1));
  if (value.empty()) return {};
  const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
  if (value.find(quote) != std::string_view::npos) return {};
  return cat(
      {trim(line.substr(0, colon + 1)), " ", std::string(1, quote), value, std::string(1, quote)});
}

std::string quote_advice(std::string_view line) {
  const std::string example = quoted_value(line);
  return example.empty() ? "put the value in quotes" : cat({"quote the value: `", example, "`"});
}

struct Saying {
  std::string message;
  std::string help;
};

Saying say_bad_character(std::string_view text, std::size_t offset, std::string_view line) {
  const std::string_view character = text.substr(offset, 1);
  if (character == "\t") return {"a tab stands where YAML wants spaces", "indent with spaces"};
  return {cat({"a value cannot begin with `", character, "`"}), quote_advice(line)};
}

Saying say_problem(const yaml_parser_t& parser, std::string_view text, const Place& place) {
  const std::string_view problem = parser.problem == nullptr ? "" : parser.problem;
  const std::string_view context = parser.context == nullptr ? "" : parser.context;
  const auto says = [&](std::string_view part) { return problem.find(part) != std::string::npos; };
  if (says("mapping values are not allowed"))
    return {"a value holds a colon followed by a space", quote_advice(place.text)};
  if (says("cannot start any token")) return say_bad_character(text, place.offset, place.text);
  if (says("unexpected end of stream"))
    return {"a quoted text is not closed", "close the quote on the same line"};
  if (says("found a tab") || says("tab character"))
    return {"a tab stands where YAML wants spaces", "indent with spaces"};
  if (says("could not find expected ':'"))
    return {"a line is neither `key: value` nor the continuation of a value",
            "write `key: value`, or indent the line to continue the value above"};
  if (says("did not find expected key") || says("did not find expected '-' indicator") ||
      says("block sequence entries are not allowed"))
    return {"the indentation does not fit the lines above",
            "indent the keys of one mapping, and the dashes of one list, by the same spaces; quote "
            "a value that goes on after its closing quote"};
  if (says("did not find expected ',' or"))
    return {cat({"a ", context.find("sequence") != std::string::npos ? "`[`" : "`{`",
                 " is not closed, or a comma is missing"}),
            "separate the values by commas and close the bracket"};
  if (says("escape") || says("hexdecimal"))
    return {"an escape in a quoted text is not known to YAML",
            "use single quotes, where a backslash is only a backslash"};
  if (says("control characters are not allowed"))
    return {"a control character stands in the text", "remove it"};
  if (parser.error == YAML_READER_ERROR)
    return {"the text is not valid UTF-8", "save the file as UTF-8"};
  if (says("undefined tag handle") || says("tag"))
    return {"tags (`!name`) are not read here", quote_advice(place.text)};
  if (says("anchor") || says("alias"))
    return {cat({"`", text.substr(place.offset, 1), "` begins an anchor or an alias in YAML"}),
            quote_advice(place.text)};
  return {cat({"this is not YAML as it is read here (", problem, ")"}), "write `key: value` lines"};
}

std::string_view text_of(const yaml_char_t* text, std::size_t length) {
  return {reinterpret_cast<const char*>(text), length};
}

bool has_directives(const yaml_event_t& event) {
  const auto& start = event.data.document_start;
  return start.version_directive != nullptr ||
         start.tag_directives.start != start.tag_directives.end;
}

struct EventFree {
  void operator()(yaml_event_t* event) const { yaml_event_delete(event); }
};

class YamlReader {
 public:
  YamlReader(std::string_view text, int first_line, const YamlLimits& limits)
      : places_(text, first_line), limits_(limits) {}

  YamlRead read() {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) {
      refuse(places_.at_byte(0), "there is no memory to read it", "");
      return std::move(result_);
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    const std::string_view text = places_.text();
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    result_.ok = run(parser);
    yaml_parser_delete(&parser);
    if (result_.ok) result_.value = std::move(root_);
    return std::move(result_);
  }

 private:
  struct Frame {
    Yaml value;
    bool wants_key = true;  // of a mapping
    Yaml::Member member;
    std::set<std::string> names;
  };

  bool run(yaml_parser_t& parser) {
    for (;;) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser, &event) == 0) return explain(parser);
      const std::unique_ptr<yaml_event_t, EventFree> owner(&event);
      if (event.type == YAML_STREAM_END_EVENT) return true;
      if (!take(event)) return false;
    }
  }

  bool explain(const yaml_parser_t& parser) {
    Place place = parser.error == YAML_READER_ERROR
                      ? places_.at_byte(parser.problem_offset)
                      : places_.at_character(parser.problem_mark.index);
    // Of an open quote or bracket, the place where it began says more than the end of the text.
    const bool at_end = trim(places_.text().substr(place.offset)).empty();
    if (at_end && parser.context != nullptr)
      place = places_.at_character(parser.context_mark.index);
    const Saying saying = say_problem(parser, places_.text(), place);
    return refuse(place, saying.message, saying.help);
  }

  bool refuse(const Place& place, std::string message, std::string help) {
    Note note;
    note.rule = "front-matter-invalid";
    note.message = std::move(message);
    note.help = std::move(help);
    note.line = place.line;
    note.column = place.column;
    result_.notes.push_back(std::move(note));
    return false;
  }

  bool take(const yaml_event_t& event) {
    const Place place = places_.at_character(event.start_mark.index);
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (has_directives(event))
          return refuse(place, "`%` begins a directive, and directives are not read here",
                        "remove that line");
        if (++documents_ > 1)
          return refuse(place, "a second YAML document begins here", "keep one document only");
        return true;
      case YAML_ALIAS_EVENT:
        return refuse(place, "`*` begins an alias, and aliases are not read here",
                      quote_advice(place.text));
      case YAML_SCALAR_EVENT:
        return take_scalar(event, place);
      case YAML_SEQUENCE_START_EVENT:
        return check_plain(event.data.sequence_start.anchor, event.data.sequence_start.tag,
                           place) &&
               open(Yaml::Kind::sequence, place);
      case YAML_MAPPING_START_EVENT:
        return check_plain(event.data.mapping_start.anchor, event.data.mapping_start.tag, place) &&
               open(Yaml::Kind::mapping, place);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close();
        return true;
      default:
        return true;
    }
  }

  bool check_plain(const yaml_char_t* anchor, const yaml_char_t* tag, const Place& place) {
    if (anchor != nullptr)
      return refuse(place, "`&` begins an anchor, and anchors are not read here",
                    quote_advice(place.text));
    if (tag != nullptr)
      return refuse(place, "`!` begins a tag, and tags are not read here",
                    quote_advice(place.text));
    return true;
  }

  bool take_scalar(const yaml_event_t& event, const Place& place) {
    const auto& scalar = event.data.scalar;
    if (!check_plain(scalar.anchor, scalar.tag, place)) return false;
    Yaml value;
    value.text = text_of(scalar.value, scalar.length);
    value.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    value.kind = value.plain && value.text.empty() ? Yaml::Kind::null : Yaml::Kind::scalar;
    value.line = place.line;
    value.column = place.column;
    const bool key =
        !stack_.empty() && stack_.back().value.is(Yaml::Kind::mapping) && stack_.back().wants_key;
    if (key) return take_key(value, place);
    put(std::move(value));
    return true;
  }

  bool take_key(const Yaml& key, const Place& place) {
    if (++keys_ > limits_.keys)
      return refuse(place, cat({"there are more than ", number(limits_.keys), " keys"}),
                    "keep what people fill in here and move the rest to a file");
    if (key.plain && key.text == "<<")
      return refuse(place, "merge keys (`<<`) are not read here", "write the keys out");
    Frame& frame = stack_.back();
    if (!frame.names.insert(key.text).second)
      return refuse(place, cat({"the key `", visible(shorten(key.text, 60)), "` stands twice"}),
                    "keep one of the two");
    frame.member = Yaml::Member{key.text, {}, place.line, place.column};
    frame.wants_key = false;
    return true;
  }

  bool open(Yaml::Kind kind, const Place& place) {
    if (!stack_.empty() && stack_.back().value.is(Yaml::Kind::mapping) && stack_.back().wants_key)
      return refuse(place, "a key is a list or a mapping",
                    "use a plain word as the key; quote a value that begins with `{` or `[`");
    if (stack_.size() >= static_cast<std::size_t>(limits_.depth))
      return refuse(place,
                    cat({"lists and mappings are nested deeper than ", number(limits_.depth)}),
                    "write it flatter");
    Frame frame;
    frame.value.kind = kind;
    frame.value.line = place.line;
    frame.value.column = place.column;
    stack_.push_back(std::move(frame));
    return true;
  }

  void close() {
    Yaml value = std::move(stack_.back().value);
    stack_.pop_back();
    put(std::move(value));
  }

  void put(Yaml value) {
    if (stack_.empty()) {
      root_ = std::move(value);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.value.is(Yaml::Kind::sequence)) {
      frame.value.items.push_back(std::move(value));
      return;
    }
    frame.member.value = std::move(value);
    frame.value.members.push_back(std::move(frame.member));
    frame.wants_key = true;
  }

  Places places_;
  const YamlLimits& limits_;
  std::vector<Frame> stack_;
  Yaml root_;
  int documents_ = 0;
  int keys_ = 0;
  YamlRead result_;
};

}  // namespace

const Yaml* Yaml::find(std::string_view name) const {
  for (const Member& member : members)
    if (member.name == name) return &member.value;
  return nullptr;
}

YamlRead read_yaml(std::string_view bytes, int first_line, const YamlLimits& limits) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (bytes.size() <= limits.bytes) return YamlReader(bytes, first_line, limits).read();
  YamlRead refused;
  Note note;
  note.rule = "front-matter-invalid";
  note.message = cat({"the YAML has ", number(static_cast<long long>(bytes.size())),
                      " bytes, the limit is ", number(static_cast<long long>(limits.bytes))});
  note.help = "keep what people fill in here and move the rest to a file";
  note.line = first_line;
  refused.notes.push_back(std::move(note));
  return refused;
}

}  // namespace muster
