// Marks that look like boxes and are no task items: a glyph or a shortcode in front of a bullet, a
// heading or a cell, a box without its list, and boxes that Markdown does not take for one. They
// are read apart: a ✅ proves nothing, and a ☐ that stands open must not be overlooked.
#include <algorithm>

#include "base/text.h"
#include "extract/choices.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

using record::MarkPlace;

bool is_boxed(const Context& context, std::size_t paragraph) {
  const Block& parent = context.block(context.block(paragraph).parent);
  return parent.kind == BlockKind::item && parent.box != BoxState::none;
}

bool is_in_choice(const Context& context, int line) {
  return std::any_of(context.records.choices.begin(), context.records.choices.end(),
                     [&](const record::Choice& choice) { return choice.line == line; });
}

std::optional<record::Mark> glyph_mark(const Context& context, std::string_view text) {
  const std::optional<Glyph> glyph = glyph_at(context.dialect, text);
  if (!glyph) return std::nullopt;
  record::Mark mark;
  mark.sign = std::string(glyph->text);
  mark.state = glyph->box;
  mark.status = glyph->status;
  mark.text = std::string(text.substr(glyph_length(text, *glyph)));
  return mark;
}

// "[ ] a", and what Markdown takes for words: "-[ ] a", "- [ ]a", "• [ ] a", "**[ ]** a".
std::optional<record::Mark> box_mark(std::string_view text) {
  std::string_view rest = text;
  for (const std::string_view sign : {"-", "*", "+", "•", "–"})
    if (rest.starts_with(sign)) {
      rest = trim(rest.substr(sign.size()));
      break;
    }
  if (rest.size() < 3 || rest[0] != '[' || rest[2] != ']') return std::nullopt;
  if (rest.size() > 3 && (rest[3] == '(' || rest[3] == '[' || rest[3] == ':')) return std::nullopt;
  record::Mark mark;
  mark.sign = std::string(rest.substr(0, 3));
  const char sign = rest[1];
  if (sign != ' ' && sign != 'x' && sign != 'X') return std::nullopt;
  mark.state = sign == ' ' ? BoxState::open : BoxState::ticked;
  mark.status = sign == ' ' ? StatusClass::open : StatusClass::done;
  mark.text = std::string(trim(rest.substr(3)));
  return mark;
}

void add(Context& context, record::Mark mark, MarkPlace place, std::size_t block,
         const Line& line) {
  mark.place = place;
  mark.section = context.section_of[block];
  mark.line = line.line;
  mark.column = line.column;
  mark.legend = context.in_legend[block];
  mark.among_boxes = place == MarkPlace::bullet &&
                     context.holds_boxes(context.block(context.block(block).parent).parent);
  if (const Label* label = context.label(block); label != nullptr && !mark.legend)
    mark.legend = is_legend(label->text);
  for (Id<record::Section> at = mark.section; at && !mark.legend; at = context.section(at).parent)
    mark.legend = is_legend(context.section(at).title);
  context.records.marks.push_back(std::move(mark));
}

void read_paragraph(Context& context, std::size_t paragraph) {
  const bool in_item = context.block(context.block(paragraph).parent).kind == BlockKind::item;
  const std::vector<Line>& lines = context.lines[paragraph];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_in_choice(context, lines[i].line)) continue;
    const bool own = i == 0 && is_boxed(context, paragraph);
    if (own) continue;
    if (const auto box = box_mark(trim(lines[i].text))) {
      add(context, *box, MarkPlace::line, paragraph, lines[i]);
    } else if (const auto glyph = glyph_mark(context, trim(lines[i].text));
               glyph && in_item && i == 0) {
      add(context, *glyph, MarkPlace::bullet, paragraph, lines[i]);
    }
  }
}

bool is_in_record(const Context& context, std::size_t cell) {
  const std::size_t table = context.block(context.block(cell).parent).parent;
  return std::any_of(context.records.tables.begin(), context.records.tables.end(),
                     [&](const record::TableRecord& record) {
                       return record.block == table && record.kind != record::TableKind::other;
                     });
}

// One box or glyph in a cell is the state of its row; its text is what stands first in the row.
void read_cell(Context& context, std::size_t cell) {
  const Line& line = context.lines[cell].front();
  const std::size_t first = context.block(cell).parent + 1;
  if (boxes_in(line.source).size() > 1) return;
  std::optional<record::Mark> mark = box_mark(line.text);
  if (!mark) mark = glyph_mark(context, line.text);
  if (!mark) return;
  if (trim(mark->text).empty() && !context.lines[first].empty())
    mark->text = context.lines[first].front().text;
  mark->in_record = is_in_record(context, cell);
  add(context, *mark, MarkPlace::cell, cell, line);
}

void read_heading(Context& context, std::size_t heading) {
  if (context.lines[heading].empty()) return;
  const Line& line = context.lines[heading].front();
  std::optional<record::Mark> mark = glyph_mark(context, line.text);
  if (!mark) mark = box_mark(line.text);
  if (const std::size_t at = last_glyph(line.text); !mark && at != std::string::npos && at > 0) {
    mark = glyph_mark(context, line.text.substr(at));
    if (mark) mark->text = std::string(trim(std::string_view(line.text).substr(0, at)));
  }
  if (mark) add(context, *mark, MarkPlace::heading, heading, line);
}

}  // namespace

void read_marks(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const Block& block = context.block(i);
    if (block.kind == BlockKind::paragraph) read_paragraph(context, i);
    if (block.kind == BlockKind::heading) read_heading(context, i);
    if (block.kind == BlockKind::cell && !block.header && !context.lines[i].empty())
      read_cell(context, i);
  }
}

}  // namespace muster::extract
