// Boxes within a line: brackets and glyphs, options and what they stand under.
#include "extract/choices.h"

#include "base/text.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(text[at]);
}

// `[ ]`, `[x]`, `[]`, `[~]`; the length, or 0.
std::size_t bracket_box(std::string_view text, BoxState& state) {
  if (!text.starts_with('[')) return 0;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos || close > 5 || !ends_word(text, close + 1)) return 0;
  const std::string_view mark = trim(text.substr(1, close - 1));
  if (mark.empty()) {
    state = BoxState::open;
  } else if (mark == "x" || mark == "X") {
    state = BoxState::ticked;
  } else {
    std::size_t position = 0;
    next_code_point(mark, position);
    if (position != mark.size() || is_alnum(mark.front())) return 0;
    state = BoxState::unknown;
  }
  return close + 1;
}

std::size_t glyph_box(std::string_view text, BoxState& state) {
  for (const std::string_view sign : {"☐", "☑", "☒", "⬜"}) {
    if (!text.starts_with(sign)) continue;
    state = glyph_at(text)->box;
    return sign.size();
  }
  return 0;
}

// The words of an option, without the sign that divides it from the next.
std::string option_label(std::string_view source) {
  const std::string text = without_markup(source);
  std::string_view label = trim(text);
  while (!label.empty() &&
         (label.back() == '/' || label.back() == '|' || label.back() == ',' || label.back() == ';'))
    label = trim(label.substr(0, label.size() - 1));
  return std::string(label);
}

std::string label_before(std::string_view source) {
  const std::string text = without_markup(source);
  std::string_view label = trim(text);
  while (!label.empty() && (label.back() == ':' || label.back() == '?'))
    label = trim(label.substr(0, label.size() - 1));
  return std::string(label);
}

record::Choice make_choice(std::string_view source, const std::vector<BoxInLine>& boxes) {
  record::Choice choice;
  choice.label = label_before(source.substr(0, boxes.front().begin));
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const std::size_t end = i + 1 < boxes.size() ? boxes[i + 1].begin : source.size();
    choice.options.push_back(
        {option_label(source.substr(boxes[i].end, end - boxes[i].end)), boxes[i].state});
  }
  return choice;
}

void add_choice(Context& context, record::Choice choice, std::size_t block) {
  context.records.choices.add(std::move(choice));
  context.choice_blocks.push_back(block);
}

// A task item `- [ ] GO [ ] NO-GO`: its own box is the first of the group. Other boxes in the text
// of an item are words.
void read_item_choice(Context& context, std::size_t item, const Line& line) {
  const std::vector<BoxInLine> later = boxes_in(line.source);
  if (later.empty()) return;
  std::vector<BoxInLine> boxes = {{0, 0, context.block(item).box}};
  boxes.insert(boxes.end(), later.begin(), later.end());
  record::Choice choice = make_choice(line.source, boxes);
  for (const record::Option& option : choice.options)
    if (!is_option_word(option.label)) return;
  choice.section = context.section_of[item];
  choice.line = line.line;
  if (const Label* label = context.label(item)) choice.label = label->text;
  add_choice(context, std::move(choice), line.block);
}

void read_cell(Context& context, std::size_t cell) {
  const Line& line = context.lines[cell].front();
  const std::vector<BoxInLine> boxes = boxes_in(line.source);
  if (boxes.size() < 2) return;
  record::Choice choice = make_choice(line.source, boxes);
  if (choice.label.empty())
    choice.label = context.lines[context.block(cell).parent + 1].front().text;
  choice.section = context.section_of[cell];
  choice.in_table = true;
  choice.line = line.line;
  add_choice(context, std::move(choice), cell);
}

void read_paragraph_choices(Context& context, std::size_t paragraph) {
  const std::size_t parent = context.block(paragraph).parent;
  const bool boxed =
      context.block(parent).kind == BlockKind::item && context.block(parent).box != BoxState::none;
  for (const Line& line : context.lines[paragraph]) {
    if (boxed && &line == &context.lines[paragraph].front()) {
      read_item_choice(context, parent, line);
      continue;
    }
    if (!is_choice_line(line)) continue;
    record::Choice choice = make_choice(line.source, boxes_in(line.source));
    if (choice.label.empty())
      if (const Label* label = context.label(paragraph)) choice.label = label->text;
    choice.section = context.section_of[paragraph];
    choice.line = line.line;
    add_choice(context, std::move(choice), paragraph);
  }
}

}  // namespace

std::vector<BoxInLine> boxes_in(std::string_view source) {
  std::vector<BoxInLine> boxes;
  for (std::size_t i = 0; i < source.size();) {
    if (source[i] == '`') {
      std::size_t open = i;
      while (i < source.size() && source[i] == '`') ++i;
      const std::size_t close = source.find(std::string(i - open, '`'), i);
      i = close == std::string_view::npos ? i : close + (i - open);
      continue;
    }
    const bool begins = i == 0 || is_space(source[i - 1]) || source[i - 1] == '/' ||
                        source[i - 1] == '(' || source[i - 1] == '|';
    BoxState state = BoxState::open;
    std::size_t length = begins ? bracket_box(source.substr(i), state) : 0;
    if (length == 0) length = glyph_box(source.substr(i), state);
    if (length == 0) {
      ++i;
      continue;
    }
    boxes.push_back({i, i + length, state});
    i += length;
  }
  return boxes;
}

bool is_choice_line(const Line& line) {
  const std::vector<BoxInLine> boxes = boxes_in(line.source);
  if (boxes.size() < 2) return false;
  const std::string before = without_markup(line.source.substr(0, boxes.front().begin));
  const std::string_view front = trim(before);
  return front.empty() || front.ends_with(':') || front.ends_with('?');
}

void read_choices(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind == BlockKind::paragraph) read_paragraph_choices(context, i);
    if (context.block(i).kind == BlockKind::cell && !context.lines[i].empty())
      read_cell(context, i);
  }
}

}  // namespace muster::extract
