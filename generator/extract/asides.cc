// Boxes that are no work: those that explain what a mark means, and the answers to a question that
// were not chosen, `- [x] Feature gate` and `- [ ] Other` under "How is it enabled?".
#include "base/text.h"
#include "extract/context.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// Only beside one of these are boxes the answers to a question. Under “Is staging ready?” they are
// work, ticked or not.
constexpr std::string_view kRest =
    "other|others|none|none of the above|something else|otro|ninguno";

// Whether one of the answers is ticked, and the list offers to choose none of the others.
bool is_answered(const Context& context, std::size_t item) {
  const std::size_t list = context.block(item).parent;
  int ticked = 0;
  bool rest = false;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end) {
    if (context.block(i).box == BoxState::ticked) ++ticked;
    if (i + 1 < context.block(i).end && !context.lines[i + 1].empty())
      rest = rest || begins_with_listed(kRest, all_words(context.lines[i + 1].front().text));
  }
  return ticked == 1 && rest;
}

}  // namespace

void set_items_aside(Context& context) {
  for (record::Item& item : context.records.items) {
    const std::string& title = context.section(item.section).title;
    const bool legend = is_legend(item.label) || is_legend(title);
    const bool answered = item.state == BoxState::open && !item.parent && title.ends_with('?') &&
                          is_answered(context, item.block);
    if (!legend && !answered) continue;
    context.set_aside[context.records.items.id_of(item).n] = true;
    item.state = BoxState::not_applicable;
  }
}

}  // namespace muster::extract
