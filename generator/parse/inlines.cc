// Three passes over the inline events of a block: blank forms, strike-through, joining.
#include "parse/inlines.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "parse/autolinks.h"

namespace muster {

namespace {

using Type = InlineEvent::Type;

bool is_text(const InlineEvent& event) {
  return event.type == Type::leaf && event.node.kind == InlineKind::text;
}

bool is_break(const InlineEvent& event) {
  return event.node.kind == InlineKind::soft_break || event.node.kind == InlineKind::line_break;
}

// ---- blank forms

bool is_form_sign(char c) { return std::string_view("_/:%.,-() ").find(c) != std::string::npos; }

// The text of events [begin, end) when they are nothing but signs of a form, else empty.
std::string form_signs(const std::vector<InlineEvent>& events, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_text(events[i])) return {};
    text += events[i].node.text;
  }
  return std::all_of(text.begin(), text.end(), is_form_sign) ? text : std::string();
}

// Finds in the source of a block the fences that cmark-gfm made emphasis of, as its tree does not
// say whether they were underscores or asterisks.
class Fences {
 public:
  explicit Fences(std::string_view source) : source_(source) {}

  /// The offset of the underscores before the next `signs` that stand between two fences of that
  /// width; npos where those fences are asterisks.
  std::size_t next_underscores(std::string_view signs, std::size_t width) {
    if (signs.size() > kLongestSigns) return kNone;
    const auto [found, fresh] = places_.try_emplace({width, std::string(signs)});
    Places& places = found->second;
    if (fresh) places.offsets = find_all(signs, width);
    return places.next < places.offsets.size() ? places.offsets[places.next++] : kNone;
  }

  /// Whether underscores of that width stand at both sides of [begin, end) of the source.
  bool are_underscores(std::size_t begin, std::size_t end, std::size_t width) const {
    const std::string_view fence = std::string_view("__").substr(0, width);
    return begin >= width && source_.substr(begin - width, width) == fence &&
           source_.substr(end, width) == fence;
  }

 private:
  struct Places {
    std::vector<std::size_t> offsets;
    std::size_t next = 0;
  };
  static constexpr std::size_t kNone = std::string_view::npos;
  static constexpr std::size_t kLongestSigns = 64;

  std::vector<std::size_t> find_all(std::string_view signs, std::size_t width) const {
    const std::string_view stars = std::string_view("**").substr(0, width);
    std::vector<std::size_t> offsets;
    for (std::size_t at = source_.find(signs, width); at != kNone;
         at = source_.find(signs, at + 1)) {
      const std::string_view before = source_.substr(at - width, width);
      if (are_underscores(at, at + signs.size(), width)) offsets.push_back(at - width);
      if (before == stars && source_.substr(at + signs.size(), width) == stars)
        offsets.push_back(kNone);
    }
    return offsets;
  }

  std::string_view source_;
  std::map<std::pair<std::size_t, std::string>, Places> places_;  // by width and signs
};

std::vector<InlineEvent> restore_blank_forms(std::vector<InlineEvent> events,
                                             std::string_view source) {
  std::vector<InlineEvent> out;
  std::vector<std::size_t> open;
  std::map<std::size_t, std::size_t> restored;  // offset in the source, by index in `out`
  Fences fences(source);
  for (InlineEvent& event : events) {
    if (event.type == Type::enter) open.push_back(out.size());
    out.push_back(std::move(event));
    if (out.back().type != Type::exit) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    const InlineKind kind = out[begin].node.kind;
    if (kind != InlineKind::strong && kind != InlineKind::emphasis) continue;
    const std::size_t width = kind == InlineKind::strong ? 2 : 1;
    const auto inner = restored.find(begin + 1);
    std::size_t place = std::string_view::npos;
    std::string signs;
    if (inner != restored.end() && out.size() == begin + 3) {
      const std::size_t end = inner->second + out[begin + 1].node.text.size();
      if (fences.are_underscores(inner->second, end, width)) place = inner->second - width;
      if (place != std::string_view::npos) signs = std::move(out[begin + 1].node.text);
    } else {
      signs = form_signs(out, begin + 1, out.size() - 1);
      if (!signs.empty()) place = fences.next_underscores(signs, width);
    }
    restored.erase(restored.lower_bound(begin), restored.end());
    if (place == std::string_view::npos) continue;
    out.resize(begin);
    out.push_back(text_event(signs.insert(0, width, '_').append(width, '_')));
    restored[begin] = place;
  }
  return out;
}

// ---- strike-through

constexpr std::string_view kTildes = "~~";

// Splits texts so that every run of exactly two tildes is an event of its own.
std::vector<InlineEvent> split_at_tildes(std::vector<InlineEvent> events) {
  std::vector<InlineEvent> out;
  for (InlineEvent& event : events) {
    if (!is_text(event) || event.node.text.find(kTildes) == std::string::npos) {
      out.push_back(std::move(event));
      continue;
    }
    const std::string& text = event.node.text;
    std::size_t begin = 0;
    for (std::size_t at = text.find('~'); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_not_of('~', at), text.size());
      if (end - at == 2) {
        if (at > begin) out.push_back(text_event(text.substr(begin, at - begin)));
        out.push_back(text_event(std::string(kTildes)));
        begin = end;
      }
      at = text.find('~', end);
    }
    if (begin < text.size()) out.push_back(text_event(text.substr(begin)));
  }
  return out;
}

enum class Beside { blank, sign, letter };

Beside classify(char c) {
  if (is_space(c)) return Beside::blank;
  const bool ascii = static_cast<unsigned char>(c) < 0x80;
  return ascii && !is_alnum(c) ? Beside::sign : Beside::letter;
}

// What stands at one side of event i; markup counts as a sign, as it does in the source.
Beside beside(const std::vector<InlineEvent>& events, std::size_t i, bool before) {
  if (before ? i == 0 : i + 1 == events.size()) return Beside::blank;
  const InlineEvent& event = events[before ? i - 1 : i + 1];
  if (event.type != Type::leaf) return Beside::sign;
  if (is_break(event)) return Beside::blank;
  if (!is_text(event) || event.node.text.empty()) return Beside::sign;
  return classify(before ? event.node.text.back() : event.node.text.front());
}

// Texts come joined, with their escapes gone: where one may have made a tilde, none strikes.
bool has_escaped_tilde(std::string_view source) {
  return source.find("\\~") != std::string_view::npos ||
         source.find("&#") != std::string_view::npos;
}

std::vector<InlineEvent> mark_strikes(std::vector<InlineEvent> events, std::string_view source) {
  if (has_escaped_tilde(source)) return events;
  events = split_at_tildes(std::move(events));
  std::vector<std::vector<std::size_t>> openers(1);  // by depth
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].type == Type::enter) openers.emplace_back();
    if (events[i].type == Type::exit) openers.pop_back();
    if (!is_text(events[i]) || events[i].node.text != kTildes) continue;
    const Beside left = beside(events, i, true);
    const Beside right = beside(events, i, false);
    const bool opens =
        right != Beside::blank && (right == Beside::letter || left != Beside::letter);
    const bool closes =
        left != Beside::blank && (left == Beside::letter || right != Beside::letter);
    std::vector<std::size_t>& here = openers.back();
    if (closes && !here.empty()) {
      InlineEvent& opener = events[here.back()];
      opener.type = Type::enter;
      opener.node =
          Inline{.kind = InlineKind::strike, .end = 0, .text = {}, .url = {}, .title = {}};
      events[i].type = Type::exit;
      events[i].node.text.clear();
      here.pop_back();
    } else if (opens) {
      here.push_back(i);
    }
  }
  return events;
}

// ---- the flat list

std::vector<Inline> flatten(std::vector<InlineEvent> events) {
  std::vector<Inline> out;
  std::vector<std::size_t> open;
  bool joinable = false;  // the last of `out` is a text, with nothing closed since
  for (InlineEvent& event : events) {
    if (event.type == Type::exit) {
      out[open.back()].end = out.size();
      open.pop_back();
      joinable = false;
      continue;
    }
    const bool text = is_text(event);
    if (text && event.node.text.empty()) continue;
    if (text && joinable) {
      out.back().text += event.node.text;
      continue;
    }
    if (event.type == Type::enter) open.push_back(out.size());
    out.push_back(std::move(event.node));
    out.back().end = out.size();
    joinable = text;
  }
  return out;
}

}  // namespace

InlineEvent text_event(std::string text) {
  InlineEvent event;
  event.node.text = std::move(text);
  return event;
}

std::vector<Inline> make_inlines(std::vector<InlineEvent> events, std::string_view source) {
  events = mark_strikes(restore_blank_forms(std::move(events), source), source);
  return flatten(link_bare_addresses(std::move(events)));
}

bool is_blank_form(std::string_view text) {
  int underscores = 0;
  for (const char c : text) {
    if (c == '_') ++underscores;
    if (std::string_view("_\\/:% ").find(c) == std::string::npos && !is_digit(c)) return false;
  }
  return underscores >= 2;
}

}  // namespace muster
