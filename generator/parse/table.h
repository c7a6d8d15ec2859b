// Rows of tables as their source lines have them: cmark-gfm drops surplus cells, pads missing ones,
// and makes bold text of blank forms.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace muster {

struct RowCell {
  std::size_t begin = 0;  // offset in the line of the first byte of the trimmed text
  std::string_view text;  // trimmed; escapes as written
};

/// The cells of a row from offset `begin` of its line on, split at bars that no backslash escapes.
/// Bars at the two ends are optional.
std::vector<RowCell> split_row(std::string_view line, std::size_t begin = 0);

/// Whether a line, from offset `begin` on, is the delimiter row of a table (`| --- | :-: |`).
bool is_delimiter_row(std::string_view line, std::size_t begin = 0);

}  // namespace muster
