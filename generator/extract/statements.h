// Statements: `Key: value` in one line, with and without bold, and lines that are labels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/lines.h"

namespace muster::extract {

/// `Key: value` as a line says it. An empty value opens what follows, or was left empty.
struct Statement {
  std::string key;    // without markup and colon
  std::string aside;  // what stands in parentheses between key and colon
  std::string value;  // as in the source, trimmed
  bool bold = false;
  int line = 0;
  int column = 0;  // of the value; where it is empty, just after the colon
};

/// None where the line is no statement: a key has at most eight words and none of the signs of a
/// sentence.
std::optional<Statement> read_statement(const Line& line);

/// As above, and several on one line with ` | ` between.
std::vector<Statement> read_statements(const Line& line);

/// A line that is bold as a whole and has no colon: `**Definition of Done**`.
std::optional<std::string> bold_line(const Line& line);

}  // namespace muster::extract
