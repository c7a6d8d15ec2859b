// Counting shapes line by line, without building anything.
#include "parse/limits.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "parse/expansion.h"
#include "parse/leaf.h"
#include "parse/line_prefix.h"
#include "parse/table.h"

namespace muster {

namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size()))
    ++n;
  return n;
}

std::size_t positive(int value) { return static_cast<std::size_t>(std::max(value, 0)); }

// What is counted from line to line.
struct LineCounts {
  std::size_t openers = 0;     // of HTML comments and declarations
  std::size_t delimiters = 0;  // since the last blank line
  std::size_t columns = 0;     // of the table that may be open
  std::size_t cells = 0;
};

std::optional<Note> count_table_line(std::string_view line, std::size_t begin, int n,
                                     const ParseLimits& limits, LineCounts& counts) {
  if (begin == line.size()) counts.delimiters = counts.columns = 0;
  if (is_delimiter_row(line, begin)) {
    counts.columns = std::max(counts.columns, split_row(line, begin).size());
    if (++counts.delimiters > positive(limits.delimiter_lines))
      return limit_note("delimiter rows of tables without a blank line between them",
                        counts.delimiters, positive(limits.delimiter_lines), n);
    if (counts.columns > positive(limits.table_columns))
      return limit_note("columns of a table", counts.columns, positive(limits.table_columns), n);
  }
  counts.cells += counts.columns;
  if (counts.cells > positive(limits.table_cells))
    return limit_note("cells of tables", counts.cells, positive(limits.table_cells), n);
  return std::nullopt;
}

std::optional<Note> count_line(std::string_view line, int n, const ParseLimits& limits,
                               LineCounts& counts) {
  const LinePrefix prefix = read_line_prefix(line);
  if (prefix.depth > positive(limits.nesting))
    return limit_note("quotes and lists nested on one line", prefix.depth, positive(limits.nesting),
                      n);
  const std::size_t bars = count(line, "|");
  if (bars > positive(limits.bars_in_line))
    return limit_note("vertical bars in one line", bars, positive(limits.bars_in_line), n);
  counts.openers += count(line, "<?") + count(line, "<!");
  if (counts.openers > positive(limits.html_openers))
    return limit_note("openers of HTML comments and declarations", counts.openers,
                      positive(limits.html_openers), n);
  return count_table_line(line, prefix.length, n, limits, counts);
}

std::size_t inline_depth(const std::vector<Inline>& inlines) {
  std::vector<std::size_t> ends;
  std::size_t deepest = 0;
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    if (inlines[i].end > i + 1) ends.push_back(inlines[i].end);
    deepest = std::max(deepest, ends.size());
  }
  return deepest;
}

std::size_t inline_bytes(const std::vector<Inline>& inlines) {
  std::size_t bytes = 0;
  for (const Inline& node : inlines)
    bytes += node.text.size() + node.url.size() + node.title.size();
  return bytes;
}

}  // namespace

Note limit_note(std::string_view what, std::size_t seen, std::size_t limit, int line) {
  Note note;
  note.rule = "limit-exceeded";
  note.message = cat({what, ": ", number(static_cast<long long>(seen)), ", the limit is ",
                      number(static_cast<long long>(limit))});
  note.help = "the document is shown as its source only; split it or shorten that place";
  note.line = line;
  return note;
}

std::size_t expansion_budget(std::size_t source_bytes) { return 8 * source_bytes + (64u << 10); }

std::optional<Note> exceeded_limit(const Markdown& markdown, const ParseLimits& limits) {
  LineCounts counts;
  for (int n = markdown.front_lines + 1; n <= markdown.lines(); ++n)
    if (std::optional<Note> note = count_line(markdown.line(n), n, limits, counts)) return note;
  if (std::optional<Note> note = exceeded_expansion(markdown, limits)) return note;
  return exceeded_leaf(markdown, limits);
}

std::optional<Note> exceeded_tree_limit(const Markdown& markdown, const ParseLimits& limits) {
  const std::size_t nesting = positive(limits.nesting);
  const std::size_t budget = expansion_budget(markdown.source.size());
  std::size_t text = 0;
  std::vector<std::size_t> depths;
  for (std::size_t i = 0; i < markdown.blocks.size(); ++i) {
    const Block& block = markdown.blocks[i];
    const bool nests = block.kind == BlockKind::quote || block.kind == BlockKind::item;
    depths.push_back((i == 0 ? 0 : depths[block.parent]) + (nests ? 1 : 0));
    if (depths.back() > nesting)
      return limit_note("quotes and lists nested", depths.back(), nesting, block.line);
    if (const std::size_t deep = inline_depth(block.inlines); deep > nesting)
      return limit_note("emphasis and links nested", deep, nesting, block.line);
    text += block.text.size() + inline_bytes(block.inlines);
    if (text > budget)
      return limit_note("bytes that link definitions grow to", text, budget, block.line);
  }
  return std::nullopt;
}

}  // namespace muster
