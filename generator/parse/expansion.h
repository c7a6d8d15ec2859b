// Link definitions multiply: each use copies the address and the title. A small file can grow to
// hundreds of megabytes.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "domain/markdown.h"
#include "parse/parse.h"

namespace muster {

/// Before parsing: a definition that is too long, or used so often that the document would grow
/// beyond eight times its size.
std::optional<Note> exceeded_expansion(const Markdown& markdown, const ParseLimits& limits);

}  // namespace muster
