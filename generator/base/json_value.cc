// Building, asking and writing JSON values.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/json.h"
#include "base/text.h"

namespace muster {

namespace {

// The index that an RFC 6901 token names: digits without a leading zero.
bool read_index(std::string_view token, std::size_t& out) {
  if (token.empty() || (token.size() > 1 && token.front() == '0')) return false;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), out);
  return error == std::errc() && end == token.data() + token.size() && is_digit(token.front());
}

// `~1` is a slash and `~0` a tilde; any other tilde makes the pointer invalid.
bool unescape_token(std::string_view token, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return false;
    out += token[i] == '0' ? '~' : '/';
  }
  return true;
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 15];
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool markup = c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || markup) {
      append_escape(out, c);
    } else {
      append_code_point(out, c);
    }
  }
  out += '"';
}

void append_scalar(std::string& out, const Json& value) {
  switch (value.kind) {
    case Json::Kind::boolean:
      out += value.boolean ? "true" : "false";
      break;
    case Json::Kind::string:
      append_string(out, value.text);
      break;
    case Json::Kind::number:
      if (value.text.empty() && std::isfinite(value.number)) {
        char buffer[32];
        out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value.number).ptr);
      } else {
        out += value.text.empty() ? "null" : value.text;
      }
      break;
    default:
      out += "null";
      break;
  }
}

// An array or object that is being written: its values in their order, and how far it is.
struct Frame {
  const Json* value = nullptr;
  std::vector<const Json::Member*> members;  // sorted by name, each name once
  std::size_t next = 0;

  std::size_t size() const {
    return value->is(Json::Kind::object) ? members.size() : value->items.size();
  }
};

Frame open_frame(const Json& value) {
  Frame frame;
  frame.value = &value;
  for (const Json::Member& member : value.members) frame.members.push_back(&member);
  std::stable_sort(frame.members.begin(), frame.members.end(),
                   [](const auto* a, const auto* b) { return a->name < b->name; });
  const auto same = [](const auto* a, const auto* b) { return a->name == b->name; };
  frame.members.erase(std::unique(frame.members.begin(), frame.members.end(), same),
                      frame.members.end());
  return frame;
}

bool is_container(const Json& value) {
  return value.is(Json::Kind::array) || value.is(Json::Kind::object);
}

}  // namespace

Json Json::of(bool value) {
  Json json;
  json.kind = Kind::boolean;
  json.boolean = value;
  return json;
}

Json Json::of(long long value) {
  Json json;
  json.kind = Kind::number;
  json.number = static_cast<double>(value);
  json.text = muster::number(value);
  return json;
}

Json Json::of(std::string_view value) {
  Json json;
  json.kind = Kind::string;
  json.text = value;
  return json;
}

Json Json::array() {
  Json json;
  json.kind = Kind::array;
  return json;
}

Json Json::object() {
  Json json;
  json.kind = Kind::object;
  return json;
}

bool Json::as_integer(long long& out) const {
  if (!is(Kind::number)) return false;
  std::string_view digits = text;
  if (text.find_first_of("eE") != std::string::npos || text.empty()) {
    // Doubles up to 2^53 hold whole numbers exactly.
    const bool exact = std::fabs(number) <= 9007199254740992.0 && std::trunc(number) == number;
    const bool short_mantissa = text.find_first_of("eE") <= 16 || text.empty();
    if (!exact || !short_mantissa) return false;
    out = static_cast<long long>(number);
    return true;
  }
  if (const std::size_t point = digits.find('.'); point != std::string_view::npos) {
    if (digits.find_first_not_of('0', point + 1) != std::string_view::npos) return false;
    digits = digits.substr(0, point);
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size();
}

const Json* Json::find(std::string_view name) const {
  for (const Member& member : members)
    if (member.name == name) return &member.value;
  return nullptr;
}

const Json* Json::at(std::string_view pointer) const {
  if (pointer.empty()) return this;
  if (pointer.front() != '/') return nullptr;
  const Json* here = this;
  std::string name;
  for (const std::string_view token : split(pointer.substr(1), '/')) {
    if (!unescape_token(token, name)) return nullptr;
    std::size_t index = 0;
    if (here->is(Kind::object)) {
      here = here->find(name);
    } else if (here->is(Kind::array) && read_index(name, index) && index < here->items.size()) {
      here = &here->items[index];
    } else {
      return nullptr;
    }
    if (here == nullptr) return nullptr;
  }
  return here;
}

Json& Json::set(std::string name, Json value) {
  kind = Kind::object;
  for (Member& member : members) {
    if (member.name != name) continue;
    member.value = std::move(value);
    return *this;
  }
  members.push_back({std::move(name), std::move(value), 0, 0});
  return *this;
}

Json& Json::push(Json value) {
  kind = Kind::array;
  items.push_back(std::move(value));
  return *this;
}

std::string write_json(const Json& value, int indent) {
  std::string out;
  if (!is_container(value)) {
    append_scalar(out, value);
    return out;
  }
  std::vector<Frame> stack;
  const auto new_line = [&] {
    if (indent <= 0) return;
    out += '\n';
    out.append(stack.size() * static_cast<std::size_t>(indent), ' ');
  };
  const auto open = [&](const Json& container) {
    out += container.is(Json::Kind::object) ? '{' : '[';
    stack.push_back(open_frame(container));
  };
  open(value);
  while (!stack.empty()) {
    Frame& frame = stack.back();
    const bool object = frame.value->is(Json::Kind::object);
    if (frame.next == frame.size()) {
      const bool empty = frame.size() == 0;
      stack.pop_back();
      if (!empty) new_line();
      out += object ? '}' : ']';
      continue;
    }
    const std::size_t i = frame.next++;
    if (i > 0) out += ',';
    new_line();
    const Json& child = object ? frame.members[i]->value : frame.value->items[i];
    if (object) {
      append_string(out, frame.members[i]->name);
      out += indent > 0 ? ": " : ":";
    }
    if (is_container(child)) {
      open(child);
    } else {
      append_scalar(out, child);
    }
  }
  return out;
}

}  // namespace muster
