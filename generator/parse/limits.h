// What a document may cost. The packaged cmark-gfm takes polynomial time or memory on some shapes
// of input, so they are looked for before it runs.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "domain/markdown.h"
#include "parse/parse.h"

namespace muster {

/// The first limit that the text after the front matter exceeds, named with the value seen and the
/// line.
std::optional<Note> exceeded_limit(const Markdown& markdown, const ParseLimits& limits);

/// The same for what only the tree shows: its depth, and how much text it holds.
std::optional<Note> exceeded_tree_limit(const Markdown& markdown, const ParseLimits& limits);

/// The most text that a document of that size may grow to.
std::size_t expansion_budget(std::size_t source_bytes);

/// A note of the rule limit-exceeded.
Note limit_note(std::string_view what, std::size_t seen, std::size_t limit, int line);

}  // namespace muster
