#include "parse/autolinks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace muster {

namespace {

using Type = InlineEvent::Type;

constexpr std::string_view kSchemes[] = {"http://", "https://", "ftp://"};
constexpr std::string_view kWorldWideWeb = "www.";

// An address in a text, [begin, end), and where it leads.
struct Address {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string url;
};

// ---- web addresses

bool is_domain_byte(char c) {
  return is_alnum(c) || c == '-' || c == '_' || c == '.' || (static_cast<unsigned char>(c) >= 0x80);
}

// How long the domain that begins the text is; 0 where it is none. The last two parts hold no
// underscore, and without a scheme there is a dot.
std::size_t domain_length(std::string_view text, bool needs_dot) {
  std::size_t length = 0;
  while (length < text.size() && is_domain_byte(text[length])) ++length;
  const std::string_view domain = text.substr(0, length);
  const std::size_t last = domain.rfind('.');
  const std::size_t before = last == std::string_view::npos || last == 0
                                 ? std::string_view::npos
                                 : domain.rfind('.', last - 1);
  const std::size_t tail = before == std::string_view::npos ? 0 : before + 1;
  if (domain.find('_', tail) != std::string_view::npos) return 0;
  return needs_dot && last == std::string_view::npos ? 0 : length;
}

// `&copy;` at the very end belongs to the text after the address.
std::size_t without_entity(std::string_view address) {
  std::size_t at = address.size() - 1;  // of the semicolon
  while (at > 0 && is_alnum(address[at - 1])) --at;
  const bool entity = at > 0 && address[at - 1] == '&' && at < address.size() - 1;
  return entity ? at - 1 : address.size() - 1;
}

// Where a web address that begins the text ends: at a blank or `<`, and without the punctuation
// that ends a sentence or closes a parenthesis around it.
std::size_t address_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && !is_space(text[length]) && text[length] != '<') ++length;
  while (length > 0) {
    const std::string_view address = text.substr(0, length);
    const char c = address.back();
    if (std::string_view("?!.,:*_~'\"").find(c) != std::string_view::npos) {
      --length;
    } else if (c == ';') {
      length = without_entity(address);
    } else if (c == ')' && std::count(address.begin(), address.end(), ')') >
                               std::count(address.begin(), address.end(), '(')) {
      --length;
    } else {
      break;
    }
  }
  return length;
}

std::optional<Address> web_address(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  const bool bare = rest.starts_with(kWorldWideWeb);
  std::size_t scheme = 0;
  for (const std::string_view candidate : kSchemes)
    if (rest.starts_with(candidate)) scheme = candidate.size();
  if (!bare && scheme == 0) return std::nullopt;
  const std::size_t domain = domain_length(rest.substr(scheme), bare);
  const std::size_t host = bare ? kWorldWideWeb.size() : scheme;
  if (domain == 0 || host >= rest.size() || !is_domain_byte(rest[host]) || rest[host] == '.')
    return std::nullopt;
  const std::size_t length = address_length(rest);
  if (length <= scheme) return std::nullopt;
  const std::string_view address = rest.substr(0, length);
  return Address{begin, begin + length, cat({bare ? "http://" : "", address})};
}

// ---- mail addresses

bool is_local_byte(char c) { return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '+'; }

std::optional<Address> mail_address(std::string_view text, std::size_t at, std::size_t from) {
  std::size_t begin = at;
  while (begin > from && is_local_byte(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < text.size() &&
         (is_alnum(text[end]) || text[end] == '-' || text[end] == '_' || text[end] == '.'))
    ++end;
  while (end > at && text[end - 1] == '.') --end;
  const std::string_view domain = text.substr(at + 1, end - at - 1);
  const bool sound = begin < at && domain.find('.') != std::string_view::npos &&
                     !domain.starts_with('.') && !domain.ends_with('-') && !domain.ends_with('_');
  if (!sound) return std::nullopt;
  return Address{begin, end, cat({"mailto:", text.substr(begin, end - begin)})};
}

// ---- in a text

bool may_stand_before(char c) {
  return is_space(c) || c == '*' || c == '_' || c == '~' || c == '(';
}

// `at_edge`: the first sign of the text may begin a web address.
std::vector<Address> addresses_in(std::string_view text, bool at_edge) {
  std::vector<Address> found;
  std::size_t from = 0;
  for (std::size_t i = text.find_first_of("hfw@"); i != std::string_view::npos;
       i = text.find_first_of("hfw@", std::max(i + 1, from))) {
    std::optional<Address> address;
    if (text[i] == '@') {
      address = mail_address(text, i, from);
    } else if (i == 0 ? at_edge : may_stand_before(text[i - 1])) {
      address = web_address(text, i);
    }
    if (!address) continue;
    from = address->end;
    found.push_back(std::move(*address));
  }
  return found;
}

void append_link(std::vector<InlineEvent>& out, std::string url, std::string_view text) {
  InlineEvent link;
  link.type = Type::enter;
  link.node.kind = InlineKind::link;
  link.node.url = std::move(url);
  InlineEvent end;
  end.type = Type::exit;
  end.node.kind = InlineKind::link;
  out.push_back(std::move(link));
  out.push_back(text_event(std::string(text)));
  out.push_back(std::move(end));
}

// Whether what stands before event i lets an address begin there: nothing, a break, emphasis.
bool is_edge(const std::vector<InlineEvent>& events, std::size_t i) {
  if (i == 0) return true;
  const InlineEvent& before = events[i - 1];
  const InlineKind kind = before.node.kind;
  switch (before.type) {
    case Type::enter:
      return true;
    case Type::exit:
      return kind != InlineKind::link && kind != InlineKind::image;
    case Type::leaf:
      return kind == InlineKind::soft_break || kind == InlineKind::line_break;
  }
  return false;
}

bool holds_text_only(InlineKind kind) {
  return kind == InlineKind::link || kind == InlineKind::image;
}

}  // namespace

std::vector<InlineEvent> link_bare_addresses(std::vector<InlineEvent> events) {
  std::vector<InlineEvent> out;
  int inside = 0;  // links and images
  for (std::size_t i = 0; i < events.size(); ++i) {
    InlineEvent& event = events[i];
    if (holds_text_only(event.node.kind)) {
      if (event.type == Type::enter) ++inside;
      if (event.type == Type::exit) --inside;
    }
    const bool text = event.type == Type::leaf && event.node.kind == InlineKind::text;
    const std::vector<Address> found = text && inside == 0
                                           ? addresses_in(event.node.text, is_edge(events, i))
                                           : std::vector<Address>();
    if (found.empty()) {
      out.push_back(event);
      continue;
    }
    const std::string_view whole = event.node.text;
    std::size_t written = 0;
    for (const Address& address : found) {
      if (address.begin > written)
        out.push_back(text_event(std::string(whole.substr(written, address.begin - written))));
      append_link(out, address.url, whole.substr(address.begin, address.end - address.begin));
      written = address.end;
    }
    if (written < whole.size()) out.push_back(text_event(std::string(whole.substr(written))));
  }
  return out;
}

}  // namespace muster
