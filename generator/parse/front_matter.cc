// Tells front matter from a document that merely begins with a thematic break.
#include "parse/front_matter.h"

#include <utility>

#include "base/text.h"

namespace muster {

namespace {

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

// Whether a line could begin a YAML mapping: a key with its colon, or a flow mapping.
bool begins_mapping(std::string_view line) {
  if (line.starts_with('{')) return true;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  return is_alnum(line.front()) || line.front() == '"' || line.front() == '\'' ||
         line.front() == '_' || line.front() == '<' || line.front() == '$';
}

bool is_fill(std::string_view line) {
  const std::string_view text = trim(line);
  return text.empty() || text.front() == '#';
}

// The number of the closing line, or 0 where this is no front matter.
int closing_line(const Markdown& markdown) {
  if (without_trailing_blanks(markdown.line(1)) != "---") return 0;
  bool mapping = false;
  for (int n = 2; n <= markdown.lines(); ++n) {
    const std::string_view line = without_trailing_blanks(markdown.line(n));
    if (line == "---" || line == "...") {
      // Nothing between two fences and nothing after them are two thematic breaks.
      const bool empty = n == 2 && n < markdown.lines();
      return mapping || empty ? n : 0;
    }
    if (mapping || is_fill(line)) continue;
    if (!begins_mapping(line)) return 0;
    mapping = true;
  }
  return 0;
}

}  // namespace

void read_front_matter(Markdown& markdown) {
  const int closing = closing_line(markdown);
  if (closing == 0) return;
  markdown.front_lines = closing;
  const std::size_t begin = markdown.line_starts[1];
  const std::size_t end = markdown.line_starts[static_cast<std::size_t>(closing) - 1];
  YamlRead read = read_yaml(std::string_view(markdown.source).substr(begin, end - begin), 2);
  if (read.ok) markdown.front = std::move(read.value);
  for (Note& note : read.notes) markdown.notes.push_back(std::move(note));
}

}  // namespace muster
