// From blocks to lines: list markers, quote marks and boxes cut off, places kept.
#include "extract/lines.h"

#include <algorithm>

#include "base/text.h"
#include "extract/fills.h"
#include "extract/markup.h"

namespace muster::extract {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// ---- where the text of a source line begins

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_quotes(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  while (at < text.size() && text[at] == '>') at = skip_blanks(text, at + 1);
  return at;
}

std::size_t skip_marker(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size() && (text[end] == '-' || text[end] == '*' || text[end] == '+')) {
    ++end;
  } else {
    while (end < text.size() && end - at < 9 && is_digit(text[end])) ++end;
    if (end == at || end == text.size() || (text[end] != '.' && text[end] != ')')) return at;
    ++end;
  }
  if (end == text.size() || !is_blank(text[end])) return at;
  return skip_blanks(text, end);
}

std::size_t skip_box(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return at;
  const std::size_t close = text.find(']', at);
  return close == kNone ? at : skip_blanks(text, close + 1);
}

// The item that a paragraph is the first child of, or 0.
std::size_t item_begun_by(const Markdown& markdown, std::size_t block) {
  const std::size_t parent = markdown.blocks[block].parent;
  return parent + 1 == block && markdown.blocks[parent].kind == BlockKind::item ? parent : 0;
}

std::size_t text_begin(const Markdown& markdown, std::size_t block, std::string_view raw,
                       bool first) {
  std::size_t at = skip_quotes(raw, 0);
  if (!first) return at;
  std::size_t item = item_begun_by(markdown, block);
  if (item == 0) return at;
  while (true) {  // `- - [ ] x` has two markers on one line
    const std::size_t next = skip_quotes(raw, skip_marker(raw, at));
    if (next == at) break;
    at = next;
  }
  return markdown.blocks[item].box == BoxState::none ? at : skip_box(raw, at);
}

// ---- headings

std::string heading_source(std::string_view raw, std::size_t& at) {
  at = skip_quotes(raw, 0);
  const std::size_t hashes = at;
  while (at < raw.size() && raw[at] == '#') ++at;
  if (at == hashes) return std::string(trim(raw.substr(at)));
  at = skip_blanks(raw, at);
  std::string_view text = trim(raw.substr(at));
  std::string_view cut = text;
  while (!cut.empty() && cut.back() == '#') cut.remove_suffix(1);
  if (cut.empty() || is_blank(cut.back())) text = trim(cut);
  return std::string(text);
}

// ---- texts of the lines of a paragraph, from its inlines

std::vector<std::string> texts_by_line(const Block& block) {
  std::vector<std::string> texts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= block.inlines.size(); ++i) {
    const bool at_end = i == block.inlines.size();
    if (!at_end && block.inlines[i].kind != InlineKind::soft_break &&
        block.inlines[i].kind != InlineKind::line_break)
      continue;
    texts.push_back(plain_text(block.inlines, begin, i));
    begin = i + 1;
  }
  return texts;
}

Line cell_line(const Markdown& markdown, std::size_t index) {
  const Block& block = markdown.blocks[index];
  Line line;
  line.block = index;
  line.line = block.line;
  line.source = block.text;
  line.column = std::max(block.column, 1);
  line.text = count_blanks(line.source).total() > 0 ? without_markup(line.source)
                                                    : std::string(trim(plain_text(block)));
  return line;
}

}  // namespace

int count_words(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    if (!is_space(c) && !inside) ++words;
    inside = !is_space(c);
  }
  return words;
}

std::vector<Line> lines_of(const Markdown& markdown, std::size_t index) {
  const Block& block = markdown.blocks[index];
  if (block.kind == BlockKind::cell) return {cell_line(markdown, index)};
  const std::vector<std::string> texts = texts_by_line(block);
  const int last = std::max(block.line, block.last_line);
  const bool setext = block.kind == BlockKind::heading && last > block.line;
  const int count =
      block.kind == BlockKind::heading ? (setext ? last - block.line : 1) : last - block.line + 1;
  std::vector<Line> lines;
  for (int i = 0; i < count; ++i) {
    const std::string_view raw = markdown.line(block.line + i);
    Line line;
    line.block = index;
    line.line = block.line + i;
    std::size_t at = 0;
    if (block.kind == BlockKind::heading) {
      line.source = heading_source(raw, at);
    } else {
      at = text_begin(markdown, index, raw, i == 0);
      std::string_view source = trim(raw.substr(std::min(at, raw.size())));
      if (source.ends_with('\\') && i + 1 < count)
        source = trim(source.substr(0, source.size() - 1));
      line.source = std::string(source);
    }
    line.column = static_cast<int>(at) + 1;
    const bool known = texts.size() == static_cast<std::size_t>(count);
    const bool blanks = count_blanks(line.source).total() > 0;
    line.text = known && !blanks ? std::string(trim(texts[static_cast<std::size_t>(i)]))
                                 : std::string(trim(without_markup(line.source)));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string joined_text(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    if (!text.empty() && !line.text.empty()) text += ' ';
    text += line.text;
  }
  return text;
}

std::string_view as_written(const Markdown& markdown, const record::Entry& entry) {
  if (entry.line < 1 || entry.column < 1) return entry.text;
  const std::string_view line = markdown.line(entry.line);
  const auto begin = static_cast<std::size_t>(entry.column) - 1;
  if (begin >= line.size() || line.find("~~", begin) == std::string_view::npos) return entry.text;
  return trim(line.substr(begin, line.find(" | ", begin) - begin));
}

}  // namespace muster::extract
