// Boxes to items: role by what governs them, nesting, details, and what they belong to.
#include "base/text.h"
#include "extract/context.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

bool is_boxed(const Context& context, std::size_t block) {
  return context.block(block).kind == BlockKind::item && context.block(block).box != BoxState::none;
}

// "Owner: X", up to the end of the aside or sentence.
std::string owner_in(std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    std::size_t begin = colon;
    while (begin > 0 && (is_alpha(text[begin - 1]))) --begin;
    if (key_name(text.substr(begin, colon - begin)) != "owner") continue;
    std::string_view rest = text.substr(colon + 1);
    rest = trim(rest.substr(0, rest.find_first_of(").;|\n")));
    if (begin > 0 && text[begin - 1] == '[') rest = trim(rest.substr(0, rest.find(']')));
    for (const std::string_view end : {"·", " — ", " – ", " - ", ", due", ", ETA", ", by "})
      rest = trim(rest.substr(0, rest.find(end)));
    if (!rest.empty()) return std::string(rest);
  }
  return {};
}

// Texts and mentions of everything under an item but the boxes nested in it.
void read_inside(const Context& context, std::size_t container, bool nested, record::Item& item) {
  for (std::size_t i = container + 1; i < context.block(container).end; i = context.block(i).end) {
    const Block& block = context.block(i);
    if (is_boxed(context, i)) continue;
    if (block.kind == BlockKind::paragraph) {
      const std::string text = joined_text(context.lines[i]);
      if (nested) {
        item.details.push_back(text);
      } else {
        if (!item.text.empty() && !text.empty()) item.text += ' ';
        item.text += text;
      }
      const std::vector<record::Mention>& mentions = context.mentions[i];
      item.mentions.insert(item.mentions.end(), mentions.begin(), mentions.end());
      continue;
    }
    read_inside(context, i, nested || block.kind == BlockKind::list, item);
  }
}

void set_role(const Context& context, std::size_t block, record::Item& item) {
  if (const Label* label = context.label(block)) item.label = label->text;
  const Governor governor = governor_of(context, block);
  if (!governor.opener) return;
  if (governor.opener->role) item.role = *governor.opener->role;
  // What stands beside a decision to roll back is work to do, not what the decision asks for.
  const bool decision_point = governor.opener->decision && governor.opener->gate &&
                              governor.opener->gate != GateKind::rollback;
  if (!governor.opener->role && decision_point) item.role = Role::criterion;
  if (item.label.empty() && governor.section) item.label = context.section(governor.section).title;
}

bool is_struck(std::string_view text) {
  text = trim(text);
  return text.size() > 4 && text.starts_with("~~") && text.find("~~", 2) == text.size() - 2;
}

record::Item make_item(Context& context, std::size_t index, Id<record::Item> parent) {
  const Block& block = context.block(index);
  record::Item item;
  item.section = context.section_of[index];
  item.parent = parent;
  const auto meaning = context.box_meanings.find(lower(block.mark));
  item.state = meaning == context.box_meanings.end() ? block.box : meaning->second;
  item.mark = block.mark;
  item.block = index;
  item.line = block.line;
  item.column = block.box_column;
  read_inside(context, index, false, item);
  if (is_struck(item.text)) {
    item.state = BoxState::dropped;
    item.text = std::string(trim(item.text)).substr(2, trim(item.text).size() - 4);
  }
  std::string_view rest;
  item.key = leading_id(item.text, rest);
  item.owner = owner_in(item.text);
  for (const std::string& detail : item.details)
    if (item.owner.empty()) item.owner = owner_in(detail);
  set_role(context, index, item);
  item.task = context.task_of[item.section.n];
  item.phase = context.phase_of[item.section.n];
  return item;
}

void walk(Context& context, std::size_t container, Id<record::Item> parent) {
  for (std::size_t i = container + 1; i < context.block(container).end; i = context.block(i).end) {
    Id<record::Item> here = parent;
    if (is_boxed(context, i)) {
      here = context.records.items.add(make_item(context, i, parent));
      context.item_of[i] = here;
    }
    if (context.block(i).kind != BlockKind::paragraph) walk(context, i, here);
  }
}

}  // namespace

void read_items(Context& context) {
  context.item_of.assign(context.block_count(), {});
  if (context.block_count() > 0) walk(context, 0, {});
}

}  // namespace muster::extract
