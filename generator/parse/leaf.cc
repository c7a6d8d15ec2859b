// No paragraph is longer than the run of lines without a blank one that it stands in. Only where
// such a run exceeds the limit must it be known what it holds: a long list, table or code block is
// fine. Then cmark-gfm reads a skeleton of the document, in which the lines of long runs keep what
// decides about blocks and lose everything that costs time, and tells where the paragraphs are.
#include "parse/leaf.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "parse/cmark.h"
#include "parse/limits.h"
#include "parse/line_prefix.h"
#include "parse/table.h"

namespace muster {

namespace {

struct Extent {
  int first = 0;  // line
  int last = 0;
  std::size_t bytes = 0;

  std::size_t lines() const { return static_cast<std::size_t>(last - first + 1); }
};

bool fits(const Extent& extent, const ParseLimits& limits) {
  return extent.bytes <= limits.leaf_bytes &&
         extent.lines() <= static_cast<std::size_t>(limits.leaf_lines);
}

Extent measure(const Markdown& markdown, int first, int last) {
  Extent extent{first, last, 0};
  for (int n = first; n <= last; ++n) extent.bytes += markdown.line(n).size() + 1;
  return extent;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t>") == std::string_view::npos;
}

std::vector<Extent> long_runs(const Markdown& markdown, const ParseLimits& limits) {
  std::vector<Extent> runs;
  for (int n = markdown.front_lines + 1; n <= markdown.lines(); ++n) {
    if (is_blank(markdown.line(n))) continue;
    int last = n;
    while (last < markdown.lines() && !is_blank(markdown.line(last + 1))) ++last;
    const Extent run = measure(markdown, n, last);
    if (!fits(run, limits)) runs.push_back(run);
    n = last;
  }
  return runs;
}

// ---- the skeleton

// What can end an HTML block.
void append_html_ends(std::string& out, std::string_view text) {
  const std::string low = lower(text);
  for (const std::string_view end :
       {"-->", "?>", "]]>", "</script>", "</pre>", "</style>", "</textarea>"})
    if (low.find(end) != std::string::npos) out += end;
  if (low.find('>') != std::string::npos) out += '>';
}

std::string skeleton_of_text(std::string_view text) {
  const bool underline = text.find_first_not_of("= \t") == std::string_view::npos;
  if (underline || is_thematic_break(text)) return std::string(text);
  if (text.starts_with('#')) return std::string(text.substr(0, 8));
  if (text.starts_with("```") || text.starts_with("~~~")) {
    const std::size_t end = std::min(text.find_first_not_of(text[0]), text.size());
    const std::string_view info = text.substr(end);
    const bool closing = trim(info).empty();
    const bool no_fence = text[0] == '`' && info.find('`') != std::string_view::npos;
    return cat({text.substr(0, end), closing ? "" : no_fence ? "x`" : "x"});
  }
  std::string out;
  if (text.starts_with('<')) {
    constexpr std::size_t kept = 40;  // beyond the longest tag name that opens a block
    out = text.substr(0, std::min(text.find('<', 1), kept));
    if (out.size() < text.size()) out += 'x';
  } else {
    out = 'x';
  }
  append_html_ends(out, text);
  return out;
}

std::string skeleton(const Markdown& markdown, const std::vector<Extent>& runs) {
  std::string out;
  auto run = runs.begin();
  for (int n = markdown.front_lines + 1; n <= markdown.lines(); ++n) {
    while (run != runs.end() && run->last < n) ++run;
    const std::string_view line = markdown.line(n);
    if (run == runs.end() || n < run->first) {
      out += line;
    } else {
      const std::size_t length = read_line_prefix(line).length;
      out += line.substr(0, length);
      out += skeleton_of_text(line.substr(length));
    }
    out += '\n';
  }
  return out;
}

// ---- the paragraphs

// The part of a paragraph that is no table: the lines above the first delimiter row that fits the
// row above it. The skeleton is read without tables.
Extent without_table(const Markdown& markdown, const Extent& paragraph) {
  for (int n = paragraph.first + 1; n <= paragraph.last; ++n) {
    const std::size_t begin = read_line_prefix(markdown.line(n)).length;
    if (!is_delimiter_row(markdown.line(n), begin)) continue;
    const std::string_view header = markdown.line(n - 1);
    const std::size_t columns = split_row(header, read_line_prefix(header).length).size();
    if (columns != split_row(markdown.line(n), begin).size()) continue;
    return measure(markdown, paragraph.first, n - 1);
  }
  return paragraph;
}

Note leaf_note(const Extent& extent, const ParseLimits& limits) {
  if (extent.bytes > limits.leaf_bytes)
    return limit_note("bytes of one paragraph", extent.bytes, limits.leaf_bytes, extent.first);
  return limit_note("lines of one paragraph", extent.lines(),
                    static_cast<std::size_t>(limits.leaf_lines), extent.first);
}

}  // namespace

std::optional<Note> exceeded_leaf(const Markdown& markdown, const ParseLimits& limits) {
  const std::vector<Extent> runs = long_runs(markdown, limits);
  if (runs.empty()) return std::nullopt;
  const CmarkTree tree = parse_with_cmark(skeleton(markdown, runs), Tables::no);
  CmarkWalk walk(tree.get());
  while (walk.next()) {
    const cmark_node_type type = cmark_node_get_type(walk.node());
    if (!walk.entering() || (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)) continue;
    const int first = cmark_node_get_start_line(walk.node()) + markdown.front_lines;
    const int last = cmark_node_get_end_line(walk.node()) + markdown.front_lines;
    const Extent paragraph = measure(markdown, first, std::max(first, last));
    if (fits(paragraph, limits)) continue;
    const Extent text = without_table(markdown, paragraph);
    if (!fits(text, limits)) return leaf_note(text, limits);
  }
  return std::nullopt;
}

}  // namespace muster
