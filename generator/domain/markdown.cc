#include "domain/markdown.h"

#include <algorithm>

namespace muster {

std::string_view Markdown::line(int number) const {
  if (number < 1 || number > lines()) return {};
  const std::size_t begin = line_starts[static_cast<std::size_t>(number) - 1];
  const std::size_t end =
      number < lines() ? line_starts[static_cast<std::size_t>(number)] : source.size();
  std::string_view text = std::string_view(source).substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string plain_text(const std::vector<Inline>& inlines, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < std::min(end, inlines.size()); ++i) {
    switch (inlines[i].kind) {
      case InlineKind::text:
      case InlineKind::code:
        out += inlines[i].text;
        break;
      case InlineKind::soft_break:
      case InlineKind::line_break:
        out += ' ';
        break;
      default:
        break;
    }
  }
  return out;
}

std::string plain_text(const Block& block) {
  return plain_text(block.inlines, 0, block.inlines.size());
}

}  // namespace muster
