// HTML in a normal form, so that two pages that a browser shows alike are equal texts: attributes
// sorted, entities and percent codes decoded, blanks folded outside <pre> and dropped beside
// blocks.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace muster::test {

inline std::string decoded_entities(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> entities[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
  std::string out;
  while (!text.empty()) {
    const auto found =
        std::find_if(std::begin(entities), std::end(entities),
                     [&](const auto& entity) { return text.starts_with(entity.first); });
    out += found == std::end(entities) ? text.substr(0, 1) : found->second;
    text.remove_prefix(found == std::end(entities) ? 1 : found->first.size());
  }
  return out;
}

inline std::string decoded_address(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string digits(text.substr(i + 1, 2));
    const bool code = text[i] == '%' && digits.size() == 2 &&
                      digits.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
    out += code ? static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)) : text[i];
    if (code) i += 2;
  }
  return out;
}

/// `<a title="x" href=y>` as `<a href="y" title="x">`.
inline std::string normal_tag(std::string_view tag) {
  std::size_t end = 1;
  while (end < tag.size() && (is_alnum(tag[end]) || tag[end] == '/')) ++end;
  std::string name = lower(tag.substr(1, end - 1));
  if (name.size() > 1 && name.ends_with('/')) name.pop_back();  // <br/>
  std::vector<std::string> attributes;
  while (end < tag.size()) {
    while (end < tag.size() && (is_space(tag[end]) || tag[end] == '/' || tag[end] == '>')) ++end;
    const std::size_t begin = end;
    while (end < tag.size() && !is_space(tag[end]) && tag[end] != '=' && tag[end] != '>' &&
           tag[end] != '/')
      ++end;
    if (begin == end) break;
    std::string attribute = lower(tag.substr(begin, end - begin));
    std::string value;
    if (end < tag.size() && tag[end] == '=') {
      const char quote = tag[++end];
      const std::size_t close = std::min(tag.find(quote, end + 1), tag.size());
      value = decoded_entities(tag.substr(end + 1, close - end - 1));
      end = close + 1;
    }
    if (attribute == "href" || attribute == "src") value = decoded_address(value);
    attributes.push_back(cat({" ", attribute, "=\"", value, "\""}));
  }
  std::sort(attributes.begin(), attributes.end());
  return cat({"<", name, join(attributes, ""), ">"});
}

inline bool is_block_tag(std::string_view tag) {
  std::string_view name = tag.substr(1);
  if (name.starts_with('/')) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of(" >"));
  for (const std::string_view block :
       {"p",   "h1", "h2",    "h3",    "h4",    "h5", "h6", "ul", "ol",  "li", "blockquote",
        "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "div", "br"})
    if (name == block) return true;
  return false;
}

inline std::string normal_html(std::string_view html) {
  std::string out;
  bool preformatted = false;
  bool beside_block = true;  // blanks that come now do not show
  const auto drop_blanks = [&] {
    while (!preformatted && !out.empty() && is_space(out.back())) out.pop_back();
  };
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      std::size_t end = i;  // a > in quotes does not end the tag
      for (bool quoted = false; end < html.size() && (quoted || html[end] != '>'); ++end)
        if (html[end] == '"') quoted = !quoted;
      const std::string tag = normal_tag(html.substr(i, end + 1 - i));
      beside_block = is_block_tag(tag);
      if (beside_block) drop_blanks();
      if (tag.starts_with("<pre")) preformatted = true;
      if (tag == "</pre>") preformatted = false;
      out += tag;
      i = end + 1;
      continue;
    }
    const std::size_t end = std::min(html.find('<', i), html.size());
    for (const char c : decoded_entities(html.substr(i, end - i))) {
      const bool blank = is_space(c) && !preformatted;
      const bool folded = blank && (beside_block || (!out.empty() && is_space(out.back())));
      if (!folded) out += blank ? ' ' : c == '<' ? '\x01' : c;  // a sign, not a tag
      if (!blank) beside_block = false;
    }
    i = end;
  }
  drop_blanks();
  return out;
}

}  // namespace muster::test
