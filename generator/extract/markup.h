// Inline markup taken off one line of source. Paragraphs as a whole come parsed; this is for parts
// of lines (the value after a key) and for lines with blanks, which Markdown would misread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::extract {

/// How far a mark may stand from the one that closes it, in bytes. Without a bound, a line of
/// opening marks alone would be read again for each of them.
constexpr std::size_t kReach = 2000;

/// Emphasis, code, links, escapes and strike-through removed. Boxes and blanks stay.
std::string without_markup(std::string_view source);

/// The source without what is struck through.
std::string without_struck(std::string_view source);

/// A run of one sign: `**`, `` ` ``, `~~`.
struct Run {
  std::size_t begin;
  std::size_t length;
};
Run run_at(std::string_view text, std::size_t at);

/// Where the run of the same length stands that closes an emphasis, or npos; within reach.
std::size_t closing_run(std::string_view text, Run open);

}  // namespace muster::extract
