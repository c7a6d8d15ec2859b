// The history of a document in bullets: `- 2026-02-13: Added metadata`, `- **v1.1** (2026-03-01):
// Second review`, below a heading or a label that announces it.
#include "base/date.h"
#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

bool is_announced(const Context& context, std::size_t list) {
  if (const Label* label = context.label(list)) return is_change_log(label->text);
  return is_change_log(context.section(context.section_of[list]).title);
}

// "1.0", "v2", "v1.2.3-rc.1"
bool is_version(std::string_view word) {
  const bool marked = word.starts_with('v') || word.starts_with('V');
  if (marked) word.remove_prefix(1);
  if (word.empty() || !is_digit(word.front())) return false;
  return marked || (word.find('.') != std::string_view::npos && !read_date(word));
}

// Signs that stand between date, version and text, dashes of three bytes among them.
std::string_view without_signs(std::string_view text) {
  while (!text.empty()) {
    if (text.starts_with("–") || text.starts_with("—")) {
      text.remove_prefix(std::string_view("—").size());
    } else if (std::string_view(" \t:,;()[]|-").find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  return text;
}

// The longest beginning, of four words at most, that is a date.
std::size_t length_of_date(std::string_view text) {
  std::size_t length = 0;
  std::size_t at = 0;
  for (int words = 0; words < 4 && at < text.size(); ++words) {
    std::size_t end = text.find_first_of(" :;()[]|", at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view part = text.substr(0, end);
    while (part.ends_with(',') || part.ends_with('-') || part.ends_with(' ')) part.remove_suffix(1);
    if (read_date(part)) length = part.size();
    at = end + 1;
  }
  return length;
}

std::optional<record::ChangeEntry> read_change(const Line& line, std::string_view text) {
  record::ChangeEntry change;
  std::string_view rest = without_signs(text);
  for (int part = 0; part < 2; ++part) {
    if (const std::size_t length = length_of_date(rest); length > 0 && change.date.text.empty()) {
      change.date = make_entry(rest.substr(0, length), line.line, line.column);
      rest = without_signs(rest.substr(length));
      continue;
    }
    const std::string_view word = rest.substr(0, rest.find_first_of(" :,;()[]|"));
    if (!is_version(word) || !change.version.empty()) break;
    change.version = word;
    rest = without_signs(rest.substr(word.size()));
  }
  if (change.date.text.empty() && change.version.empty()) return std::nullopt;
  change.text = rest;
  change.line = line.line;
  return change;
}

}  // namespace

void read_change_bullets(Context& context) {
  for (std::size_t list = 1; list < context.block_count(); ++list) {
    if (context.block(list).kind != BlockKind::list || context.in_item(list) ||
        !is_announced(context, list))
      continue;
    for (std::size_t item = list + 1; item < context.block(list).end;
         item = context.block(item).end) {
      const std::size_t paragraph = context.bullet(item);
      if (paragraph == kNone) continue;
      const std::vector<Line>& lines = context.lines[paragraph];
      std::optional<record::ChangeEntry> change = read_change(lines.front(), joined_text(lines));
      if (!change) continue;
      change->section = context.section_of[item];
      context.records.changes.add(std::move(*change));
    }
  }
}

}  // namespace muster::extract
