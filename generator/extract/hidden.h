// Text that nobody reads as said: comments, and what is struck through.
#pragma once

#include <string>
#include <string_view>

namespace muster::extract {

/// What is open where a line begins.
struct Hiding {
  bool comment = false;
  std::string_view strike;  // the mark that ends it; empty where nothing is struck
};

/// A letter for each byte of the line: 'c' in a comment, 's' in `~~…~~`, `<del>…</del>` and the
/// like, ' ' elsewhere. Signs in code spans open nothing. `hiding` goes from line to line of a
/// paragraph.
std::string hidden_in(std::string_view line, Hiding& hiding);

}  // namespace muster::extract
