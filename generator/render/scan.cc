#include "render/scan.h"

#include "base/text.h"

namespace muster {
namespace {

constexpr int kMaxDepth = 16;  // of partials in partials

// Where in the markup a character stands.
struct Place {
  enum class In {
    text,
    tag_name,
    tag,         // between attributes
    attribute,   // in the name of one
    after_name,  // after its "="
    value,       // quoted
    raw,         // a script or style element
    comment
  };
  In in = In::text;
  char quote = 0;
  std::string element;    // of the tag that is open, or of the raw element
  std::string attribute;  // its name
  std::string value;      // literal text of the value so far

  // The name of a tag, or an attribute without a value (`hidden`), ends where the next begins.
  bool between_attributes() const {
    return in == In::tag || in == In::attribute || in == In::tag_name;
  }
  bool same_as(const Place& other) const {
    if (between_attributes() && other.between_attributes()) return element == other.element;
    return in == other.in && quote == other.quote && element == other.element &&
           attribute == other.attribute;
  }
};

bool ends_tag_name(char c) { return is_space(c) || c == '>' || c == '/'; }

class Scanner {
 public:
  explicit Scanner(const TemplateSource& source) : source_(source) {}

  Result<Done> scan(const std::string& name, int depth);
  ScannedTemplate take() { return std::move(scanned_); }
  Result<Done> finish(const std::string& name) const;

 private:
  struct OpenSection {
    std::string name;
    std::size_t tag = 0;
    std::string file;
    int line = 0;
    Place place;
  };

  void markup(std::string_view text, std::size_t& position);
  void markup_in_text(char c, std::string_view rest);
  void markup_in_tag(char c);
  Result<Done> tag(std::string_view contents, int depth);
  Result<Done> begin_section(TagKind kind, std::string_view name);
  Result<Done> end_section(std::string_view name);
  Result<Done> variable(std::string_view name);
  std::string refusal(std::string_view name) const;
  std::string address_refusal(std::string_view name) const;
  std::string numbered(std::string_view sigil, std::string_view name, std::size_t tag) const;
  std::size_t add_tag(TagKind kind, std::string_view name);
  Error error(std::string message, std::string help = {}) const;

  const TemplateSource& source_;
  ScannedTemplate scanned_;
  std::vector<OpenSection> sections_;
  std::vector<std::string> files_;  // the template and the partials that lead to this one
  Place place_;
  std::string file_;
  int line_ = 1;
};

Error Scanner::error(std::string message, std::string help) const {
  Error e = make_error(ExitCode::usage, std::move(message), std::move(help));
  e.diagnostic.path = file_;
  e.diagnostic.line = line_;
  e.diagnostic.rule = "template-invalid";
  return e;
}

std::size_t Scanner::add_tag(TagKind kind, std::string_view name) {
  scanned_.tags.push_back({kind, std::string(name), file_, line_});
  return scanned_.tags.size() - 1;
}

std::string Scanner::numbered(std::string_view sigil, std::string_view name,
                              std::size_t tag) const {
  return cat({"{{", sigil, name, "@", number(static_cast<long long>(tag)), "}}"});
}

void Scanner::markup_in_text(char c, std::string_view rest) {
  if (c != '<') return;
  if (rest.starts_with("<!--")) {
    place_.in = Place::In::comment;
  } else {
    place_ = {};
    place_.in = Place::In::tag_name;
  }
}

void Scanner::markup_in_tag(char c) {
  if (c == '>') {
    const std::string element = place_.element;
    place_ = {};
    if (element == "script" || element == "style") {
      place_.in = Place::In::raw;
      place_.element = element;
    }
  } else if (c == '=' && place_.in == Place::In::attribute) {
    place_.in = Place::In::after_name;
  } else if (is_space(c) || c == '/') {
    place_.in = Place::In::tag;
  } else if (place_.in == Place::In::after_name) {
    if (c == '"' || c == '\'') {
      place_.in = Place::In::value;
      place_.quote = c;
      place_.value.clear();
    }
  } else {
    if (place_.in == Place::In::tag) place_.attribute.clear();
    place_.in = Place::In::attribute;
    place_.attribute += lower(std::string_view(&c, 1));
  }
}

// One character of markup; moves past it.
void Scanner::markup(std::string_view text, std::size_t& position) {
  const char c = text[position];
  const std::string_view rest = text.substr(position);
  switch (place_.in) {
    case Place::In::text:
      markup_in_text(c, rest);
      break;
    case Place::In::tag_name:
      if (ends_tag_name(c)) {
        place_.in = Place::In::tag;
        markup_in_tag(c);
      } else {
        place_.element += lower(std::string_view(&c, 1));
      }
      break;
    case Place::In::value:
      if (c == place_.quote) {
        place_.in = Place::In::tag;
        place_.quote = 0;
        place_.attribute.clear();
        place_.value.clear();
      } else {
        place_.value += c;
      }
      break;
    case Place::In::raw:
      if (rest.starts_with(cat({"</", place_.element, ">"}))) place_ = {};
      break;
    case Place::In::comment:
      if (c == '>' && position >= 2 && text.substr(position - 2, 3) == "-->") place_ = {};
      break;
    default:
      markup_in_tag(c);
  }
  scanned_.text += c;
  if (c == '\n') ++line_;
  ++position;
}

// Why an address may not stand here; empty = it may.
std::string Scanner::address_refusal(std::string_view name) const {
  const std::string& attribute = place_.attribute;
  const bool address = attribute == "href" || attribute == "src" || attribute == "action" ||
                       attribute == "content" || attribute == "formaction" || attribute == "poster";
  if (!address) return {};
  const bool within_page = place_.value.starts_with("#");
  const bool text_of_meta = attribute == "content" && !place_.value.empty();
  if (within_page || text_of_meta) return {};
  if (!names_address(name))
    return cat({"“", attribute, "” takes an address, and “", name, "” is none"});
  if (!place_.value.empty()) return cat({"“", name, "” must be the whole of “", attribute, "”"});
  return {};
}

// Why a value may not stand here; empty = it may.
std::string Scanner::refusal(std::string_view name) const {
  switch (place_.in) {
    case Place::In::text:
      if (names_address(name)) return cat({"the address “", name, "” stands outside an attribute"});
      return {};
    case Place::In::value:
      if (names_markup(name)) return cat({"the markup “", name, "” stands in an attribute"});
      if (place_.attribute.starts_with("on") || place_.attribute == "style" ||
          place_.attribute == "srcdoc")
        return cat({"“", place_.attribute, "” may hold no value"});
      return address_refusal(name);
    case Place::In::after_name:
    case Place::In::attribute:
      return cat({"the attribute around “", name, "” has no quotes"});
    case Place::In::tag_name:
    case Place::In::tag:
      return cat({"“", name, "” stands where the name of a tag or attribute is"});
    case Place::In::raw:
      return cat({"“", name, "” stands in a ", place_.element});
    case Place::In::comment:
      return cat({"“", name, "” stands in a comment"});
  }
  return {};
}

Result<Done> Scanner::variable(std::string_view name) {
  const std::string why = refusal(name);
  if (!why.empty()) return error(why, "write the value between tags or in a quoted attribute");
  scanned_.text += numbered("", name, add_tag(TagKind::variable, name));
  return Done{};
}

Result<Done> Scanner::begin_section(TagKind kind, std::string_view name) {
  const std::size_t tag = add_tag(kind, name);
  sections_.push_back({std::string(name), tag, file_, line_, place_});
  scanned_.text += numbered(kind == TagKind::section ? "#" : "^", name, tag);
  return Done{};
}

Result<Done> Scanner::end_section(std::string_view name) {
  if (sections_.empty() || sections_.back().file != file_)
    return error(cat({"the section “", name, "” ends and has not begun"}));
  const OpenSection open = sections_.back();
  if (open.name != name)
    return error(cat(
        {"the section “", open.name, "” of line ", number(open.line), " ends as “", name, "”"}));
  if (!open.place.same_as(place_))
    return error(
        cat({"the section “", name, "” begins and ends in different places of the markup"}),
        "let a section hold whole elements, or whole attributes");
  // What a section adds to an address may be absent: count it as there, and as no "#".
  if (open.place.value.empty() && !place_.value.empty()) place_.value = "?";
  sections_.pop_back();
  scanned_.text += numbered("/", name, open.tag);
  return Done{};
}

Result<Done> Scanner::tag(std::string_view contents, int depth) {
  const std::string_view trimmed = trim(contents);
  if (trimmed.empty()) return error("a tag is empty");
  const std::string_view name = trim(trimmed.substr(1));
  switch (trimmed.front()) {
    case '!':
      return Done{};
    case '#':
      return begin_section(TagKind::section, name);
    case '^':
      return begin_section(TagKind::inverted, name);
    case '/':
      return end_section(name);
    case '>':
      if (place_.in != Place::In::text)
        return error(cat({"the partial “", name, "” stands in a tag"}));
      return scan(std::string(name), depth + 1);
    case '&':
    case '{':
      return error(cat({"“", name, "” would come out unescaped"}),
                   "write {{name}}; markup is a type of the page's data, not of the template");
    case '=':
      return error("a template may not change the delimiters");
    default:
      return variable(trimmed);
  }
}

Result<Done> Scanner::scan(const std::string& name, int depth) {
  const std::optional<std::string_view> text = source_(name);
  if (!text) return error(cat({"there is no template “", name, "”"}));
  for (const std::string& outer : files_)
    if (outer == name) return error(cat({"the template “", name, "” contains itself"}));
  if (depth > kMaxDepth) return error("partials are nested too deeply");

  const std::string outer_file = file_;
  const int outer_line = line_;
  file_ = cat({"templates/", name, ".mustache"});
  line_ = 1;
  files_.push_back(name);
  std::string_view body = *text;
  if (depth > 0 && body.ends_with('\n')) body.remove_suffix(1);
  for (std::size_t i = 0; i < body.size();) {
    if (!body.substr(i).starts_with("{{")) {
      markup(body, i);
      continue;
    }
    const std::size_t end = body.find("}}", i + 2);
    if (end == std::string_view::npos) return error("a tag has no end");
    const std::string_view contents = body.substr(i + 2, end - i - 2);
    const Result<Done> done = tag(contents, depth);
    if (!done) return done.error();
    for (const char c : contents) line_ += c == '\n' ? 1 : 0;
    i = end + 2;
  }
  const Result<Done> closed = finish(name);
  if (!closed) return closed.error();
  files_.pop_back();
  file_ = outer_file;
  line_ = outer_line;
  return Done{};
}

// At the end of a file every section that began in it has ended.
Result<Done> Scanner::finish(const std::string& name) const {
  if (sections_.empty() || sections_.back().file != cat({"templates/", name, ".mustache"}))
    return Done{};
  Error e = error(cat({"the section “", sections_.back().name, "” has no end"}));
  e.diagnostic.line = sections_.back().line;
  return e;
}

}  // namespace

bool names_address(std::string_view name) {
  return name.ends_with("href") || name.ends_with("src");
}

bool names_markup(std::string_view name) { return name.ends_with("html"); }

Result<ScannedTemplate> scan_template(const std::string& name, const TemplateSource& source) {
  Scanner scanner(source);
  const Result<Done> done = scanner.scan(name, 0);
  if (!done) return done.error();
  return scanner.take();
}

}  // namespace muster
