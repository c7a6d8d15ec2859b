// The inlines of one block, as events in document order, made into the flat list of the domain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/markdown.h"

namespace muster {

struct InlineEvent {
  enum class Type { leaf, enter, exit };
  Type type = Type::leaf;
  Inline node;
};

InlineEvent text_event(std::string text);

/// Adds what cmark-gfm is not asked for (`~~strike~~`, bare addresses), takes back the bold text
/// that it makes of a blank form (`__/__/__`; `source` is the block's own text, which tells them
/// apart), joins neighbouring texts and sets `end`.
std::vector<Inline> make_inlines(std::vector<InlineEvent> events, std::string_view source);

/// Whether a text is nothing but a form to fill in: `____`, `__/__/__`, `__:__`, `__/14`, `__%`.
bool is_blank_form(std::string_view text);

}  // namespace muster
