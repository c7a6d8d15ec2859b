#include "base/diagnostic.h"

#include <algorithm>

#include "base/text.h"

namespace muster {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::blocker:
      return "blocker";
  }
  return "";
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  constexpr std::size_t kLineWidth = 160;  // characters of the source line that are shown
  const auto one_line = [](std::string_view text) {
    return replace_all(visible(text), "\n", "\\u{000a}");
  };
  std::string out;
  if (!diagnostic.path.empty()) {
    out += one_line(diagnostic.path);
    if (diagnostic.line > 0) out += cat({":", number(diagnostic.line)});
    if (diagnostic.line > 0 && diagnostic.column > 0) out += cat({":", number(diagnostic.column)});
    out += ": ";
  }
  out += cat({diagnostic.severity, ": ", one_line(diagnostic.message)});
  if (!diagnostic.rule.empty()) out += cat({" [", diagnostic.rule, "]"});
  out += '\n';
  if (diagnostic.line > 0 && !diagnostic.source_line.empty()) {
    const std::string line_number = number(diagnostic.line);
    out +=
        cat({" ", line_number, " | ", shorten(one_line(diagnostic.source_line), kLineWidth), "\n"});
    const std::size_t at = static_cast<std::size_t>(std::max(diagnostic.column - 1, 0));
    if (diagnostic.column > 0 && at <= diagnostic.source_line.size()) {
      const std::string before = one_line(std::string_view(diagnostic.source_line).substr(0, at));
      std::size_t width = 0;
      std::string blanks;
      for (std::size_t i = 0; i < before.size(); ++width)
        blanks += next_code_point(before, i) == U'\t' ? '\t' : ' ';
      if (width < kLineWidth)
        out += cat({" ", std::string(line_number.size(), ' '), " | ", blanks, "^\n"});
    }
  }
  for (const std::string& note : diagnostic.notes)
    out += cat({"   = note: ", one_line(note), "\n"});
  if (!diagnostic.help.empty()) out += cat({"   = help: ", one_line(diagnostic.help), "\n"});
  return out;
}

}  // namespace muster
