// Paragraphs that are too long for the packaged cmark-gfm, whose time grows with the square of
// their length.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "domain/markdown.h"
#include "parse/parse.h"

namespace muster {

/// The first paragraph or setext heading beyond `leaf_bytes` or `leaf_lines`.
std::optional<Note> exceeded_leaf(const Markdown& markdown, const ParseLimits& limits);

}  // namespace muster
