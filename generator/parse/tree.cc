// One walk for the boxes, one for the blocks. Of cmark-gfm's positions only the first line of a
// block is trusted, and the column of an item; the rest is found in the source line.
#include "parse/tree.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "parse/inlines.h"
#include "parse/table.h"

namespace muster {

namespace {

std::string string_of(const char* text) { return text == nullptr ? std::string() : text; }

// ---- kinds

bool has_inlines(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::cell;
}

bool is_leaf(BlockKind kind) {
  return kind == BlockKind::code || kind == BlockKind::html || kind == BlockKind::rule;
}

bool is_container(InlineKind kind) {
  return kind == InlineKind::emphasis || kind == InlineKind::strong || kind == InlineKind::link ||
         kind == InlineKind::image;
}

// ---- places

int file_line(const Markdown& markdown, cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  return line == 0 ? 0 : line + markdown.front_lines;
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

int count_lines(std::string_view text) { return static_cast<int>(split_lines(text).size()); }

std::string_view lines_of(const Markdown& markdown, int first, int last) {
  if (first < 1 || last < first || last > markdown.lines()) return {};
  const std::size_t begin = markdown.line_starts[static_cast<std::size_t>(first) - 1];
  const std::string_view end = markdown.line(last);
  return {markdown.source.data() + begin,
          static_cast<std::size_t>(end.data() + end.size() - markdown.source.data()) - begin};
}

// ---- the walk

class TreeBuilder {
 public:
  TreeBuilder(const Boxes& boxes, Markdown& markdown) : boxes_(boxes), markdown_(markdown) {}

  void build(cmark_node* root) {
    CmarkWalk walk(root);
    while (walk.next()) {
      BlockKind kind{};
      if (!kind_of_block(walk.node(), kind)) {
        add_inline(walk.node(), walk.entering());
      } else if (walk.entering()) {
        enter(walk.node(), kind);
        if (is_leaf(kind)) exit();
      } else {
        exit();
      }
    }
  }

 private:
  std::vector<Block>& blocks() { return markdown_.blocks; }

  void add_inline(cmark_node* node, bool entering) {
    InlineEvent event;
    event.node.kind = kind_of_inline(node);
    const bool container = is_container(event.node.kind);
    if (container) event.type = entering ? InlineEvent::Type::enter : InlineEvent::Type::exit;
    const bool link = event.node.kind == InlineKind::link || event.node.kind == InlineKind::image;
    if (link && entering) {
      event.node.url = string_of(cmark_node_get_url(node));
      event.node.title = string_of(cmark_node_get_title(node));
    }
    if (!container) event.node.text = string_of(cmark_node_get_literal(node));
    events_.push_back(std::move(event));
  }

  void enter(cmark_node* node, BlockKind kind) {
    Block block;
    block.kind = kind;
    block.parent = open_.empty() ? 0 : open_.back();
    block.line = file_line(markdown_, node);
    block.column = cmark_node_get_start_column(node);
    block.last_line = cmark_node_get_end_line(node) + markdown_.front_lines;
    read_properties(node, block);
    if (kind == BlockKind::paragraph && cmark_node_get_start_line(node) == 0)
      place_above_table(node, block);
    open_.push_back(blocks().size());
    blocks().push_back(std::move(block));
    if (kind == BlockKind::table) begin_table(node);
    if (kind == BlockKind::row) begin_row();
    if (kind == BlockKind::cell) begin_cell();
  }

  void read_properties(cmark_node* node, Block& block) {
    switch (block.kind) {
      case BlockKind::document:
        block.line = 1;
        block.column = 1;
        break;
      case BlockKind::heading:
        block.level = cmark_node_get_heading_level(node);
        break;
      case BlockKind::list:
        block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.tight = cmark_node_get_list_tight(node) != 0;
        block.start = block.ordered ? cmark_node_get_list_start(node) : 1;
        break;
      case BlockKind::item:
        read_item_box(block);
        break;
      case BlockKind::code:
        block.info = string_of(cmark_node_get_fence_info(node));
        block.text = string_of(cmark_node_get_literal(node));
        break;
      case BlockKind::html:
        block.text = string_of(cmark_node_get_literal(node));
        block.last_line = block.line - 1 + count_lines(block.text);
        break;
      case BlockKind::row:
        block.header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
        break;
      default:
        break;
    }
  }

  void read_item_box(Block& item) {
    const auto found = boxes_.find({item.line, item.column});
    if (found == boxes_.end()) return;
    item.box = found->second.state;
    item.mark = found->second.mark;
    item.box_column = static_cast<int>(found->second.begin) + 1;
    sign_pending_ = true;
  }

  void exit() {
    const std::size_t index = open_.back();
    if (has_inlines(blocks()[index].kind)) finish_inlines(blocks()[index]);
    open_.pop_back();
    if (blocks()[index].kind == BlockKind::paragraph && blocks()[index].inlines.empty()) {
      blocks().pop_back();  // of an item that is nothing but its box
      return;
    }
    Block& block = blocks()[index];
    block.end = blocks().size();
    finish_lines(block);
    if (index != 0) {
      Block& parent = blocks()[block.parent];
      parent.last_line = std::max(parent.last_line, block.last_line);
    }
  }

  // cmark-gfm ends containers at the next blank line or later: their children know better.
  void finish_lines(Block& block) {
    const bool container = block.end > static_cast<std::size_t>(&block - blocks().data()) + 1;
    if (container || block.last_line < block.line) {
      block.last_line = block.line;
      if (block.kind == BlockKind::table) ++block.last_line;  // the delimiter row
      for (std::size_t i = static_cast<std::size_t>(&block - blocks().data()) + 1; i < block.end;
           i = blocks()[i].end)
        block.last_line = std::max(block.last_line, blocks()[i].last_line);
      return;
    }
    block.last_line = std::min(block.last_line, markdown_.lines());
    while (block.last_line > block.line && trim(markdown_.line(block.last_line)).empty())
      --block.last_line;
  }

  // ---- inlines

  void finish_inlines(Block& block) {
    const bool in_item = sign_pending_;
    if (block.kind == BlockKind::paragraph) skip_definitions(block);
    if (in_item) remove_box_sign(block);
    if (block.kind == BlockKind::cell) {
      block.inlines = is_blank_form(block.text) ? form_inlines(block.text)
                                                : make_inlines(std::move(events_), block.text);
    } else {
      block.inlines =
          make_inlines(std::move(events_), lines_of(markdown_, block.line, block.last_line));
    }
    events_.clear();
    Block& parent = blocks()[block.parent];
    if (in_item && parent.kind == BlockKind::item && is_struck(block.inlines))
      parent.box = BoxState::dropped;
  }

  void remove_box_sign(Block& block) {
    sign_pending_ = false;
    if (events_.empty() || !events_.front().node.text.starts_with(kBoxSign)) return;
    std::string& text = events_.front().node.text;
    text.erase(0, skip_blanks(text, kBoxSign.size()));
    const bool lone = text.empty() && events_.size() > 1;
    const bool broken = lone && (events_[1].node.kind == InlineKind::soft_break ||
                                 events_[1].node.kind == InlineKind::line_break);
    if (broken) events_.erase(events_.begin() + 1);
    const Block& item = blocks()[block.parent];
    if (item.kind != BlockKind::item || block.line != item.line) return;
    const std::size_t box_end = static_cast<std::size_t>(item.box_column) + item.mark.size() + 1;
    block.column = static_cast<int>(skip_blanks(markdown_.line(item.line), box_end)) + 1;
  }

  static std::vector<Inline> form_inlines(std::string_view source) {
    Inline text;
    text.text = replace_all(std::string(source), "\\_", "_");
    text.end = 1;
    return {text};
  }

  static bool is_struck(const std::vector<Inline>& inlines) {
    bool struck = false;
    for (std::size_t i = 0; i < inlines.size(); i = inlines[i].end) {
      const bool blank = inlines[i].kind == InlineKind::soft_break ||
                         inlines[i].kind == InlineKind::line_break ||
                         (inlines[i].kind == InlineKind::text && trim(inlines[i].text).empty());
      if (inlines[i].kind == InlineKind::strike)
        struck = true;
      else if (!blank)
        return false;
    }
    return struck;
  }

  // ---- tables

  void begin_table(cmark_node* node) {
    Block& table = blocks().back();
    columns_ = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    alignments_.assign(alignments, alignments + columns_);
    header_line_ = header_line(node);
    table.line = header_line_;
    table.column = static_cast<int>(row_begin(header_line_)) + 1;
  }

  // The line of a table's header row. Right under a text, the table reports the line of that text.
  int header_line(cmark_node* table) const {
    const int reported = file_line(markdown_, table);
    cmark_node* body = cmark_node_next(cmark_node_first_child(table));
    if (body != nullptr) return file_line(markdown_, body) - 2;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
    for (int n = reported; n < markdown_.lines(); ++n) {
      const std::size_t begin = row_begin(n + 1);
      if (is_delimiter_row(markdown_.line(n + 1), begin) &&
          split_row(markdown_.line(n + 1), begin).size() == columns &&
          split_row(markdown_.line(n), row_begin(n)).size() == columns)
        return n;
    }
    return reported;
  }

  // A text right above a table reports no place of its own.
  void place_above_table(cmark_node* node, Block& text) const {
    cmark_node* table = cmark_node_next(node);
    BlockKind kind{};
    if (table == nullptr || !kind_of_block(table, kind) || kind != BlockKind::table) return;
    text.line = file_line(markdown_, table);
    text.last_line = header_line(table) - 1;
    text.column = static_cast<int>(row_begin(text.line)) + 1;
  }

  // A text reports the line of the link definitions right above it.
  void skip_definitions(Block& text) const {
    if (events_.empty()) return;
    const std::string& first = events_.front().node.text;
    while (text.line < text.last_line) {
      const std::string_view line = markdown_.line(text.line);
      const std::string_view rest = line.substr(row_begin(text.line));
      const bool definition = rest.starts_with('[') && rest.find("]:") != std::string_view::npos;
      if (!definition || (!first.empty() && rest.starts_with(first.substr(0, 8)))) return;
      text.column = static_cast<int>(row_begin(++text.line)) + 1;
    }
  }

  // Where the text of a line begins, after the marks of the quotes and items that are open.
  std::size_t row_begin(int number) const {
    const std::string_view line = markdown_.line(number);
    std::size_t at = 0;
    for (const std::size_t index : open_) {
      const Block& block = markdown_.blocks[index];
      at = skip_blanks(line, at);
      if (block.kind == BlockKind::quote && at < line.size() && line[at] == '>') ++at;
      if (block.kind == BlockKind::item && block.line == number) {
        const auto column = static_cast<std::size_t>(std::max(block.column, 1));
        const std::size_t after = skip_list_marker(line, column - 1);
        if (after != std::string_view::npos) at = after;
        if (block.box_column > 0)
          at = static_cast<std::size_t>(block.box_column) + block.mark.size() + 1;
      }
    }
    return skip_blanks(line, at);
  }

  void begin_row() {
    Block& row = blocks().back();
    if (row.header) row.line = header_line_;
    const std::size_t begin = row_begin(row.line);
    row.column = static_cast<int>(begin) + 1;
    row.last_line = row.line;
    cells_ = split_row(markdown_.line(row.line), begin);
    next_cell_ = 0;
    row.ragged = cells_.size() != columns_;
    for (std::size_t i = columns_; i < cells_.size(); ++i)
      row.text += cat({i == columns_ ? "" : " | ", cells_[i].text});
  }

  void begin_cell() {
    Block& cell = blocks().back();
    const Block& row = blocks()[cell.parent];
    cell.line = row.line;
    cell.last_line = row.line;
    cell.header = row.header;
    cell.column = 0;
    if (next_cell_ < alignments_.size()) cell.align = align_of(alignments_[next_cell_]);
    if (next_cell_ < cells_.size()) {
      cell.text = cells_[next_cell_].text;
      cell.column = static_cast<int>(cells_[next_cell_].begin) + 1;
    }
    ++next_cell_;
  }

  static Align align_of(std::uint8_t letter) {
    return letter == 'l'   ? Align::left
           : letter == 'c' ? Align::center
           : letter == 'r' ? Align::right
                           : Align::none;
  }

  const Boxes& boxes_;
  Markdown& markdown_;
  std::vector<std::size_t> open_;    // blocks from the document to the innermost
  std::vector<InlineEvent> events_;  // of the block that is open
  bool sign_pending_ = false;        // the next inlines begin with a kBoxSign

  std::size_t columns_ = 0;  // of the table that is open
  std::vector<std::uint8_t> alignments_;
  int header_line_ = 0;
  std::vector<RowCell> cells_;  // of the row that is open
  std::size_t next_cell_ = 0;
};

bool may_begin_with_box(cmark_node* item) {
  cmark_node* child = cmark_node_first_child(item);
  BlockKind kind{};
  if (child == nullptr || !kind_of_block(child, kind)) return false;
  if (kind == BlockKind::table) return true;
  const int line = cmark_node_get_start_line(child);
  return (kind == BlockKind::paragraph || kind == BlockKind::heading) &&
         (line == 0 || line == cmark_node_get_start_line(item));
}

}  // namespace

Boxes find_boxes(cmark_node* root, const Markdown& markdown) {
  Boxes boxes;
  CmarkWalk walk(root);
  while (walk.next()) {
    if (!walk.entering() || cmark_node_get_type(walk.node()) != CMARK_NODE_ITEM) continue;
    if (!may_begin_with_box(walk.node())) continue;
    const int line = file_line(markdown, walk.node());
    const int column = cmark_node_get_start_column(walk.node());
    if (column < 1) continue;
    const std::optional<Box> box =
        read_box(markdown.line(line), static_cast<std::size_t>(column) - 1);
    if (box) boxes.emplace(std::pair(line, column), *box);
  }
  return boxes;
}

void fill_blocks(cmark_node* root, const Boxes& boxes, Markdown& markdown) {
  TreeBuilder(boxes, markdown).build(root);
}

}  // namespace muster
