// The counts of one document, each kind of box and of blank apart.
#include "base/text.h"
#include "extract/choices.h"
#include "extract/context.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

void count_box(BoxState state, record::Counts& counts) {
  switch (state) {
    case BoxState::none:
      break;
    case BoxState::open:
      ++counts.boxes_open;
      break;
    case BoxState::ticked:
      ++counts.boxes_ticked;
      break;
    case BoxState::unknown:
    case BoxState::not_applicable:
    case BoxState::dropped:
      ++counts.boxes_other;
      break;
  }
}

// A cell's blanks count as blanks in tables whatever their form.
void count_cell(const Context& context, std::size_t cell, record::Counts& counts) {
  const Line& line = context.lines[cell].front();
  const Fill fill = fill_of(line.source);
  if (fill == Fill::empty) ++counts.empty_cells;
  if (fill == Fill::placeholder) ++counts.placeholders;
  counts.blanks_in_tables += count_blanks(line.source).total();
  const std::vector<BoxInLine> boxes = boxes_in(line.source);
  const bool bracket = boxes.size() == 1 && line.source[boxes.front().begin] == '[';
  if (bracket) ++counts.boxes_in_cells;
  const std::optional<Glyph> glyph = glyph_at(context.dialect, line.text);
  if (glyph && glyph->box != BoxState::none && boxes.size() < 2) ++counts.glyph_boxes;
}

void count_lines(const Context& context, std::size_t block, record::Counts& counts) {
  for (const Line& line : context.lines[block]) {
    const Blanks blanks = count_blanks(line.source);
    counts.blanks_numeric += blanks.numeric;
    counts.blanks_on_lines += blanks.plain;
  }
}

// `1. ________`: Markdown takes the line for a rule, people mean a line to fill in.
bool is_line_to_fill(const Context& context, std::size_t rule) {
  if (context.block(context.block(rule).parent).kind != BlockKind::item) return false;
  return count_blanks(context.markdown.line(context.block(rule).line)).total() > 0;
}

// Lines that would be task items, were they not in code or in a comment.
int count_box_lines(std::string_view text) {
  int count = 0;
  for (std::string_view line : split_lines(text)) {
    line = trim(line);
    std::size_t marker = 0;
    while (marker < line.size() && is_digit(line[marker])) ++marker;
    if (marker >= line.size() || std::string_view("-*+.)").find(line[marker]) == std::string::npos)
      continue;
    const std::string_view rest = trim(line.substr(marker + 1));
    if (rest.size() < 3 || rest[0] != '[' || rest[2] != ']') continue;
    if (rest[1] == ' ' || lower(rest.substr(1, 1)) == "x") ++count;
  }
  return count;
}

}  // namespace

void count_records(Context& context) {
  record::Counts& counts = context.records.counts;
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const Block& block = context.block(i);
    switch (block.kind) {
      case BlockKind::heading:
        ++counts.headings;
        count_lines(context, i, counts);
        break;
      case BlockKind::paragraph:
        count_lines(context, i, counts);
        break;
      case BlockKind::rule:
        if (is_line_to_fill(context, i)) ++counts.blanks_on_lines;
        break;
      case BlockKind::table:
        ++counts.tables;
        break;
      case BlockKind::row:
        if (!block.header) ++counts.table_rows;
        break;
      case BlockKind::code:
        counts.boxes_in_code += count_box_lines(block.text);
        break;
      case BlockKind::html:
        counts.boxes_in_comments += count_box_lines(block.text);
        break;
      case BlockKind::cell:
        if (!block.header && !context.lines[i].empty()) count_cell(context, i, counts);
        break;
      default:
        break;
    }
  }
  // A box counts as it is written, whatever its choice makes of it.
  for (const record::Item& item : context.records.items)
    count_box(context.set_aside[context.records.items.id_of(item).n] ? context.block(item.block).box
                                                                     : item.state,
              counts);
  for (const record::Mark& mark : context.records.marks) {
    if (mark.place == record::MarkPlace::bullet && mark.state != BoxState::none)
      ++counts.glyph_bullets;
    if (mark.place == record::MarkPlace::line) ++counts.bare_boxes;
  }
  for (const record::Section& section : context.records.sections)
    if (section.glyph_state != BoxState::none) ++counts.glyph_boxes;
  for (const record::Field& field : context.records.fields)
    if (field.value.fill == Fill::placeholder && field.style != record::FieldStyle::table)
      ++counts.placeholders;
  for (std::size_t i = 0; i < context.choice_blocks.size(); ++i) {  // those made of boxes
    ++counts.choices;
    counts.choice_options +=
        static_cast<int>(context.records.choices[Id<record::Choice>(i)].options.size());
  }
  counts.blanks = counts.blanks_on_lines + counts.blanks_in_tables + counts.blanks_numeric;
}

}  // namespace muster::extract
