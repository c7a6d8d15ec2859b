// A document's Markdown as HTML: our own walk over the tree by an allow-list. The one place where
// words of authors become markup.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "compose/site_map.h"
#include "compose/words.h"
#include "domain/markdown.h"
#include "domain/page.h"

namespace muster {

/// Where a link leads, or none where it would lead nowhere: its text stays.
using LinkResolver = std::function<std::optional<Url>(std::string_view url)>;
/// The page of a declared id such as `MIG-4`, or none.
using IdResolver = std::function<std::optional<Url>(std::string_view id)>;
/// The mark of a box, by its block.
using BoxMarks = std::function<Mark(std::size_t block)>;

struct Prose {
  const Markdown& markdown;
  const PageAnchors* anchors = nullptr;  // null: blocks get no ids
  LinkResolver link;
  IdResolver id;
  BoxMarks box;
  /// As the GFM specification writes it: headings of their own level, pictures, plain boxes, no
  /// captions. For measuring the walk against the specification; raw HTML stays text all the same.
  bool plain = false;
};

/// Blocks [begin, end) with all that stands in them; `skip` names child blocks that are shown
/// elsewhere.
Html prose_blocks(const Prose& prose, std::size_t begin, std::size_t end,
                  const std::function<bool(std::size_t)>& skip = {});

/// The inlines of a heading or paragraph, without a tag around them.
Html prose_inlines(const Prose& prose, const Block& block);

}  // namespace muster
