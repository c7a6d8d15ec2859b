// Headings to sections: the tree by levels, glyphs and numbers in front, anchors as GitHub makes
// them.
#include <map>

#include "base/text.h"
#include "extract/context.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

// "3)", "5.", "6.1 ": the number in front of a heading.
std::string_view leading_number(std::string_view title) {
  std::size_t end = 0;
  while (end < title.size() && (is_digit(title[end]) || title[end] == '.')) ++end;
  std::string_view number = title.substr(0, end);
  const bool closed = end < title.size() && title[end] == ')';
  const bool dotted = number.ends_with('.');
  while (number.ends_with('.')) number.remove_suffix(1);
  if (number.empty() || !is_digit(number.front())) return {};
  const bool spaced = end < title.size() && title[end] == ' ';
  const bool several = number.find('.') != std::string_view::npos;
  return closed || (dotted && (spaced || end == title.size())) || (several && spaced)
             ? number
             : std::string_view();
}

std::string unique_anchor(std::string_view heading, std::map<std::string, int>& used) {
  const std::string anchor = heading_anchor(heading);
  const auto [place, is_new] = used.try_emplace(anchor, 0);
  if (is_new) return anchor;
  for (;;) {
    std::string numbered = cat({anchor, "-", number(++place->second)});
    if (used.try_emplace(numbered, 0).second) return numbered;
  }
}

// "🏗️ Phase 5: Hardening" is phase 5; what decorates a heading is no part of its words.
std::string_view without_pictograph(std::string_view title) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < title.size();) {
    const char32_t c = next_code_point(title, at);
    const bool picture = (c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff);
    const bool joiner = c == 0xfe0f || c == 0x200d || c == 0x20e3;
    if (!picture && !joiner) break;
    end = at;
  }
  const std::string_view rest = trim(title.substr(end));
  return rest.empty() ? title : rest;
}

// "[x] MIG-8: Drop"
std::string_view leading_box(std::string_view title) {
  for (const std::string_view box : {"[ ] ", "[x] ", "[X] "})
    if (title.starts_with(box)) return title.substr(0, 3);
  return {};
}

// A sign of state in front of a title, else at its end, is taken off and kept.
std::string_view take_sign(record::Section& section, std::string_view title) {
  if (const Glyph* glyph = glyph_at(title)) {
    section.glyph = std::string(glyph->text);
    section.glyph_state = glyph->box;
    return title.substr(glyph_length(title, *glyph));
  }
  if (const std::string_view box = leading_box(title); !box.empty()) {
    section.glyph = std::string(box);
    section.glyph_state = box[1] == ' ' ? BoxState::open : BoxState::ticked;
    return title.substr(box.size());
  }
  const std::size_t at = last_glyph(title);
  const Glyph* glyph = at == std::string_view::npos ? nullptr : glyph_at(title.substr(at));
  if (glyph == nullptr || trim(title.substr(0, at)).empty()) return title;
  section.glyph = std::string(glyph->text);
  section.glyph_state = glyph->box;
  return trim(title.substr(0, at));
}

record::Section make_section(const Block& block, std::size_t index) {
  record::Section section;
  section.level = block.level;
  section.line = block.line;
  section.block = index;
  const std::string text = plain_text(block);
  const std::string_view title = take_sign(section, trim(text));
  section.title = collapse_spaces(without_pictograph(title));
  std::string_view rest;
  section.key = leading_id(section.title, rest);
  if (section.key.empty()) section.key = std::string(leading_number(section.title));
  return section;
}

}  // namespace

void read_sections(Context& context) {
  Records& records = context.records;
  record::Section document;
  document.line = 1;
  std::vector<Id<record::Section>> open = {records.sections.add(document)};
  std::map<std::string, int> anchors;
  record::Section first_heading;
  context.section_of.assign(context.block_count(), open.front());
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const Block& block = context.block(i);
    if (block.kind == BlockKind::heading) {
      while (open.size() > 1 && context.section(open.back()).level >= block.level) open.pop_back();
      record::Section section = make_section(block, i);
      section.parent = open.back();
      section.anchor = unique_anchor(plain_text(block), anchors);
      open.push_back(records.sections.add(std::move(section)));
      if (open.back() == Id<record::Section>(1)) first_heading = records.sections[open.back()];
    }
    context.section_of[i] = open.back();
  }
  // A title in front matter stands in for a missing heading of the first level.
  const Yaml* front_title = context.markdown.front.find("title");
  const bool use_front =
      first_heading.level != 1 && front_title != nullptr && front_title->is(Yaml::Kind::scalar);
  records.title = use_front ? front_title->text : first_heading.title;
  records.sections[Id<record::Section>(0)].title = records.title;
}

bool Context::is_title(Id<record::Section> id) const {
  return id == Id<record::Section>(1) && section(id).level == 1;
}

Id<record::Section> Context::metadata_section(Id<record::Section> id) const {
  return is_title(id) ? Id<record::Section>(0) : id;
}

bool Context::explains_signs(std::size_t index) const {
  const Label* above = label(index);
  return (above != nullptr && is_legend(above->text)) ||
         is_legend(section(section_of[index]).title);
}

std::size_t Context::bullet(std::size_t item) const {
  const std::size_t paragraph = item + 1;
  const bool plain = block(item).box == BoxState::none && paragraph < block(item).end &&
                     block(paragraph).kind == BlockKind::paragraph;
  return plain && !lines[paragraph].empty() && !in_legend[paragraph] ? paragraph : kNone;
}

bool Context::holds_boxes(std::size_t list) const {
  for (std::size_t i = list + 1; i < block(list).end; i = block(i).end)
    if (block(i).box != BoxState::none) return true;
  return false;
}

bool Context::in_item(std::size_t index) const {
  for (std::size_t i = block(index).parent; i != 0; i = block(i).parent)
    if (block(i).kind == BlockKind::item) return true;
  return false;
}

void read_lines(Context& context) {
  context.lines.resize(context.block_count());
  for (std::size_t i = 0; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::cell)
      context.lines[i] = lines_of(context.markdown, i);
  }
}

}  // namespace muster::extract
