// Metadata that people set apart from the text: lines in italics, and a comment at the top. Only
// what says who, how far and when is read from there.
#pragma once

#include <vector>

#include "extract/context.h"

namespace muster::extract {

/// `*Last updated: 2025-01-02*`, `_Status: Draft | Owner: PM_`, `*Status:* Draft`. All statements
/// of the line, or none.
std::vector<Statement> read_italic(const Line& line);

/// `<!-- owner: PM, status: draft -->` before the first text of the document, the title apart. All
/// statements of a comment, or none: the others explain how to fill in the document.
std::vector<Statement> read_leading_comment(const Context& context);

}  // namespace muster::extract
