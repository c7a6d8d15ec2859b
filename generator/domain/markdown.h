// A Markdown document as a tree: every block and inline of CommonMark with tables and task items,
// raw HTML kept as text. Made by parse from the bytes of one blob; knows no path and no domain
// word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/yaml.h"

namespace muster {

/// The mark in a task item's box, as the source has it.
enum class BoxState { none, open, ticked, unknown, not_applicable, dropped };

enum class InlineKind {
  text,
  soft_break,
  line_break,
  code,
  emphasis,
  strong,
  strike,
  link,
  image,
  html,
  footnote
};

/// One inline. A block's inlines are in document order; `end` is the index just after the last
/// descendant, so children of i are those from i + 1 up to inlines[i].end.
struct Inline {
  InlineKind kind = InlineKind::text;
  std::size_t end = 0;
  std::string text;   // of text, code, html; the label of a footnote reference
  std::string url;    // of a link or image, as written (not checked)
  std::string title;  // of a link or image
};

enum class BlockKind {
  document,
  heading,
  paragraph,
  quote,
  list,
  item,
  code,
  html,
  rule,
  table,
  row,
  cell,
  footnote
};

enum class Align { none, left, center, right };

/// One block. Blocks are in document order; children of i are found from i + 1 up to blocks[i].end.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::size_t parent = 0;  // the document is its own parent
  std::size_t end = 0;
  int line = 0;    // of its first character in the file, front matter counted
  int column = 0;  // in bytes; 0 = not known
  int last_line = 0;
  int level = 0;                  // of a heading
  bool ordered = false;           // of a list
  bool tight = true;              // of a list
  int start = 1;                  // of an ordered list
  BoxState box = BoxState::none;  // of an item
  std::string mark;               // of an item with a box: what stands between the brackets
  int box_column = 0;             // of the opening bracket
  bool header = false;            // of a row or a cell
  Align align = Align::none;      // of a cell
  std::string info;               // of a code block
  std::string text;  // of code and html; of a cell: its source between the bars, trimmed; of a row:
                     // its surplus cells
  bool ragged = false;          // of a row: its source has more or fewer cells than the header
  std::vector<Inline> inlines;  // of headings, paragraphs and cells
};

struct Markdown {
  std::string source;                    // the whole blob as valid UTF-8, front matter included
  std::vector<std::size_t> line_starts;  // offsets in source
  Yaml front;                            // null where there is none or it is broken
  int front_lines = 0;                   // lines that the front matter takes, fences included
  std::vector<Block> blocks;  // the first is the document; empty when a limit was exceeded
  std::vector<Note> notes;

  int lines() const { return static_cast<int>(line_starts.size()); }
  /// A line (1-based) without its end; empty where there is no such line.
  std::string_view line(int number) const;
};

/// The text of inlines [begin, end): code and alternative texts included, breaks as spaces, markup
/// gone.
std::string plain_text(const std::vector<Inline>& inlines, std::size_t begin, std::size_t end);
std::string plain_text(const Block& block);

}  // namespace muster
