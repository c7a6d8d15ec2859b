// Boxes that are no work: those that explain what a mark means, and the answers to a question that
// were not chosen, `- [x] Feature gate` and `- [ ] Other` under "How is it enabled?".
#include "extract/context.h"

namespace muster::extract {

namespace {

bool has_ticked_sibling(const Context& context, std::size_t item) {
  const std::size_t list = context.block(item).parent;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end)
    if (context.block(i).box == BoxState::ticked) return true;
  return false;
}

}  // namespace

void set_items_aside(Context& context) {
  for (record::Item& item : context.records.items) {
    const std::string& title = context.section(item.section).title;
    const bool legend = is_legend(item.label) || is_legend(title);
    const bool answered = item.state == BoxState::open && !item.parent && title.ends_with('?') &&
                          has_ticked_sibling(context, item.block);
    if (!legend && !answered) continue;
    context.set_aside[context.records.items.id_of(item).n] = true;
    item.state = BoxState::not_applicable;
  }
}

}  // namespace muster::extract
