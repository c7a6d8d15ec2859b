// What the tests of this folder ask of a parsed document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/parse.h"

namespace muster::test {

inline Markdown parse(std::string_view text, const ParseLimits& limits = {}) {
  prepare_parser();
  return parse_markdown(text, limits);
}

inline std::vector<Block> blocks_of(const Markdown& markdown, BlockKind kind) {
  std::vector<Block> found;
  for (const Block& block : markdown.blocks)
    if (block.kind == kind) found.push_back(block);
  return found;
}

/// Line and column: "3:7".
inline std::string place(const Block& block) {
  return std::to_string(block.line) + ":" + std::to_string(block.column);
}

/// The inlines of a block in one line: `text|code(x)|strong{text|…}`.
inline std::string outline(const Block& block) {
  constexpr const char* names[] = {"",       "soft", "break", "code", "em",  "strong",
                                   "strike", "link", "image", "html", "note"};
  std::string out;
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < block.inlines.size(); ++i) {
    const Inline& node = block.inlines[i];
    while (!ends.empty() && ends.back() <= i) {
      out += '}';
      ends.pop_back();
    }
    if (!out.empty() && out.back() != '{') out += '|';
    out += names[static_cast<int>(node.kind)];
    if (node.kind == InlineKind::text) out += node.text;
    if (node.kind == InlineKind::code || node.kind == InlineKind::html)
      out += "(" + node.text + ")";
    if (!node.url.empty()) out += "(" + node.url + ")";
    if (node.end > i + 1) {
      out += '{';
      ends.push_back(node.end);
    }
  }
  return out + std::string(ends.size(), '}');
}

/// The outline of the first paragraph.
inline std::string paragraph(std::string_view text) {
  const std::vector<Block> found = blocks_of(parse(text), BlockKind::paragraph);
  return found.empty() ? "no paragraph" : outline(found.front());
}

}  // namespace muster::test
