// The lines of text that people wrote, each with its place in the file. Paragraphs are read line by
// line, as metadata stands on consecutive lines of one paragraph; blanks such as `__/__/__` are
// found in the source, before Markdown makes bold text of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/markdown.h"
#include "domain/record.h"

namespace muster::extract {

struct Line {
  std::size_t block = 0;  // the paragraph, heading or cell
  int line = 0;
  int column = 0;      // of the first byte of source; 1-based
  std::string source;  // without list marker, quote marks and box
  std::string text;    // markup removed, blanks kept
};

/// Of a paragraph or heading, its lines; of a cell, one line.
std::vector<Line> lines_of(const Markdown& markdown, std::size_t block);

/// Their texts with blanks between.
std::string joined_text(const std::vector<Line>& lines);

/// The source of an entry, where its text no longer shows what is struck through; else its text.
std::string_view as_written(const Markdown& markdown, const record::Entry& entry);

int count_words(std::string_view text);

}  // namespace muster::extract
