// From the tree of cmark-gfm to the blocks of the domain, with lines, columns and boxes that come
// from the source.
#pragma once

#include <map>
#include <utility>

#include "domain/markdown.h"
#include "parse/box.h"
#include "parse/cmark.h"

namespace muster {

/// Boxes by the line and the column of their item.
using Boxes = std::map<std::pair<int, int>, Box>;

/// Stands in the text given to cmark-gfm where the source has a box, so that no mark (`[*]`, a
/// reference `[x]`) can become markup.
inline constexpr std::string_view kBoxSign = "\xee\x80\x80";  // U+E000

/// The boxes of all items of a tree; `markdown` has the source.
Boxes find_boxes(cmark_node* root, const Markdown& markdown);

/// Fills `blocks`, and `notes` about tables. `root` was parsed from the lines after the front
/// matter, with a kBoxSign for each of `boxes`.
void fill_blocks(cmark_node* root, const Boxes& boxes, Markdown& markdown);

}  // namespace muster
