// YAML front matter: the lines between `---` on the first line and the `---` or `...` that closes
// it. It is cut off before cmark sees the document, which would make a rule and a heading of it.
#pragma once

#include "domain/markdown.h"

namespace muster {

/// Fills `front`, `front_lines` and `notes` from the source of a document.
void read_front_matter(Markdown& markdown);

}  // namespace muster
