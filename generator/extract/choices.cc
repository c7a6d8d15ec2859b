// Boxes of which one is to be chosen, on one line or on lines of their own: options and what they
// stand under.
#include "extract/choices.h"

#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"

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

// What is chosen is no work done: only an option that says that something holds may stay ticked.
void make_option(Context& context, Id<record::Item> id, std::string_view label, bool conflict) {
  record::Item& item = context.records.items[id];
  context.set_aside[id.n] = true;
  if (item.role == Role::criterion || item.role == Role::sign_off) item.role = Role::check;
  if (item.state == BoxState::ticked && (conflict || !is_positive_option(label)))
    item.state = BoxState::unknown;
}

// `- [x] Decide: ☐ Yes / ☐ No`: the item asks, and its tick stands for nothing but a good answer.
void read_asked_choice(Context& context, std::size_t item, const Line& line) {
  record::Choice choice = make_choice(line.source, boxes_in(line.source));
  for (const record::Option& option : choice.options)
    if (!is_option_word(option.label)) return;
  choice.section = context.section_of[item];
  choice.line = line.line;
  const std::optional<std::size_t> chosen = choice.chosen();
  const bool answered =
      chosen && !choice.conflict() && is_positive_option(choice.options[*chosen].label);
  record::Item& asking = context.records.items[context.item_of[item]];
  if (asking.state == BoxState::ticked && !answered) asking.state = BoxState::unknown;
  add_choice(context, std::move(choice), line.block);
}

// A task item `- [ ] GO [ ] NO-GO`: its own box is the first of the group. Other boxes in the text
// of an item are words.
void read_item_choice(Context& context, std::size_t item, const Line& line) {
  const std::vector<BoxInLine> later = boxes_in(line.source);
  if (later.empty()) return;
  if (is_choice_line(line) && later.front().begin > 0)
    return read_asked_choice(context, item, line);
  std::vector<BoxInLine> boxes = {{0, 0, context.block(item).box}};
  boxes.insert(boxes.end(), later.begin(), later.end());
  record::Choice choice = make_choice(line.source, boxes);
  for (const record::Option& option : choice.options)
    if (!is_option_word(option.label)) return;
  choice.section = context.section_of[item];
  choice.line = line.line;
  if (const Label* label = context.label(item)) choice.label = label->text;
  make_option(context, context.item_of[item], choice.options.front().label, choice.conflict());
  add_choice(context, std::move(choice), line.block);
}

// "NO-GO", and of "NO-GO: backups are missing" what stands before the reason.
std::string option_in(std::string_view text) {
  if (is_option_word(text)) return std::string(trim(text));
  for (const std::string_view divider : {":", " — ", " – ", " - ", ", ", "; ", ". "}) {
    const std::string_view head = trim(text.substr(0, text.find(divider)));
    if (gate_of_option(head) == GateKind::go_no_go) return std::string(head);
  }
  return {};
}

// Whether answers on lines of their own are one choice: at least one says no. "Ready" and "Done"
// are steps; of one alone, only a ticked "NO-GO" or "FAIL" is an answer.
bool is_list_choice(const std::vector<record::Option>& options) {
  if (options.size() == 1) {
    const record::Option& only = options.front();
    return only.state == BoxState::ticked && !is_positive_option(only.label) &&
           (gate_of_option(only.label) || status_class(only.label) == StatusClass::blocked);
  }
  return std::any_of(options.begin(), options.end(), [](const record::Option& option) {
    return !is_positive_option(option.label);
  });
}

// A line that is one option: `[x] NO-GO`, `☑ NO-GO`, `(x) NO-GO`; the state of its box and what
// stands behind it. None where it has no box in front, or several.
std::optional<record::Option> option_line(std::string_view source) {
  BoxState state = BoxState::none;
  std::size_t length = 0;
  if (source.starts_with('(')) {
    const std::size_t close = source.find(')');
    if (close == std::string_view::npos || close > 4) return std::nullopt;
    const std::string mark = lower(trim(source.substr(1, close - 1)));
    if (!mark.empty() && mark != "x" && mark != "*" && mark != "•") return std::nullopt;
    state = mark.empty() ? BoxState::open : BoxState::ticked;
    length = close + 1;
  } else {
    const std::vector<BoxInLine> boxes = boxes_in(source);
    if (boxes.size() != 1 || boxes.front().begin != 0) return std::nullopt;
    state = boxes.front().state;
    length = boxes.front().end;
  }
  const std::string label = option_in(option_label(source.substr(length)));
  if (label.empty()) return std::nullopt;
  return record::Option{label, state};
}

// Options that are no task items, on lines of their own or in bullets.
void add_bare_choice(Context& context, record::Choice choice, std::size_t block) {
  if (!is_list_choice(choice.options)) return;
  if (const Label* label = context.label(block)) choice.label = label->text;
  choice.section = context.section_of[block];
  add_choice(context, std::move(choice), block);
}

void read_bare_lines(Context& context, std::size_t paragraph) {
  record::Choice choice;
  for (const Line& line : context.lines[paragraph]) {
    const std::optional<record::Option> option = option_line(line.source);
    if (!option) continue;
    if (choice.options.empty()) choice.line = line.line;
    choice.options.push_back(*option);
  }
  add_bare_choice(context, std::move(choice), paragraph);
}

void read_bare_bullets(Context& context, std::size_t list) {
  record::Choice choice;
  std::size_t first = 0;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end) {
    if (context.item_of[i] || i + 1 >= context.block(i).end || context.lines[i + 1].empty())
      continue;
    const std::optional<record::Option> option = option_line(context.lines[i + 1].front().source);
    if (!option) continue;
    if (choice.options.empty()) {
      choice.line = context.lines[i + 1].front().line;
      first = i + 1;
    }
    choice.options.push_back(*option);
  }
  if (first != 0) add_bare_choice(context, std::move(choice), first);
}

// Options on lines of their own: `- [ ] GO` and `- [x] NO-GO`.
void read_list_choice(Context& context, std::size_t list) {
  record::Choice choice;
  std::vector<std::size_t> items;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end) {
    if (!context.item_of[i] || context.set_aside[context.item_of[i].n]) continue;
    const record::Item& item = context.records.items[context.item_of[i]];
    const std::string answer = option_in(item.text);
    if (answer.empty()) continue;
    choice.options.push_back({answer, item.state});
    items.push_back(i);
  }
  if (!is_list_choice(choice.options)) return;
  const bool decided = choice.chosen() && !choice.conflict() &&
                       is_positive_option(choice.options[*choice.chosen()].label);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Id<record::Item> id = context.item_of[items[i]];
    make_option(context, id, choice.options[i].label, choice.conflict());
    record::Item& item = context.records.items[id];
    if (decided && item.state == BoxState::open && !is_positive_option(choice.options[i].label))
      item.state = BoxState::not_applicable;
  }
  const record::Item& item = context.records.items[context.item_of[items.front()]];
  choice.label = item.label;
  choice.section = item.section;
  choice.line = item.line;
  add_choice(context, std::move(choice), items.front() + 1);
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
    if (is_legend(choice.label)) continue;
    if (choice.label.empty())
      if (const Label* label = context.label(paragraph)) choice.label = label->text;
    choice.section = context.section_of[paragraph];
    choice.line = line.line;
    add_choice(context, std::move(choice), paragraph);
  }
  if (!boxed && context.block(parent).kind != BlockKind::item) read_bare_lines(context, paragraph);
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
  context.set_aside.assign(context.records.items.size(), false);
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind == BlockKind::paragraph) read_paragraph_choices(context, i);
    if (context.block(i).kind == BlockKind::cell && !context.lines[i].empty())
      read_cell(context, i);
  }
  for (std::size_t i = 1; i < context.block_count(); ++i)
    if (context.block(i).kind == BlockKind::list) {
      read_list_choice(context, i);
      read_bare_bullets(context, i);
    }
}

}  // namespace muster::extract
