// What muster says to people about their input: one form for documents, configuration and
// templates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

enum class Severity { note, warning, blocker };

std::string_view to_string(Severity severity);

/// A message of a reader that does not know its file's name: the caller adds the path.
struct Note {
  std::string rule;     // "front-matter-invalid"
  std::string message;  // one sentence, without a full stop
  std::string help;     // how to fix it; may be empty
  int line = 0;         // 1-based; 0 = the whole file
  int column = 0;       // 1-based, in bytes; 0 = the whole line
};

/// A message with its place. `source_line` is the text of that line, for the caret; may be empty.
struct Diagnostic {
  std::string path;
  int line = 0;
  int column = 0;
  std::string severity;  // "error", or the name of a Severity
  std::string message;
  std::string rule;
  std::string source_line;
  std::vector<std::string> notes;
  std::string help;
};

/// `path:line:column: severity: message [rule]`, the source line with a caret, `= note:` and `=
/// help:` lines; ends in a newline. Control characters and bidi overrides of the input come out as
/// visible escapes.
std::string format_diagnostic(const Diagnostic& diagnostic);

}  // namespace muster
