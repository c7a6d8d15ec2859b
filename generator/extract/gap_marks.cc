// Marks that close a gap: ✅ in front of its text or of its issue, or all of a cell struck through.
#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/gap_rows.h"
#include "extract/markup.h"
#include "extract/status_words.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

// "~~Fix CI~~", but not "~~Fix CI~~ Fix CD ~~soon~~".
bool is_struck(std::string_view source) {
  source = trim(source);
  if (!source.starts_with("~~") || run_at(source, 0).length != 2) return false;
  const std::size_t close = closing_run(source, run_at(source, 0));
  return close != std::string_view::npos && close + 2 == source.size();
}

bool has_glyph_of_doubt(std::string_view text) {
  return any_glyph(text, [](const Glyph& glyph) {
    return glyph.box == BoxState::unknown || glyph.box == BoxState::open;
  });
}

// What the words after a ✅ say of it. They tell the gap, so that only what stands alone counts:
// "✅ Pending: …", "✅ Fix CI (partially)", "✅ Workaround; fix pending".
bool is_taken_back(std::string_view text) {
  const std::vector<std::string_view> statements = statements_in(text.substr(0, kLongestStatus));
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const std::string words = all_words(statements[i]);
    if (begins_in_doubt(words) || (i > 0 && ends_in_doubt(words))) return true;
    const StatusClass status = status_class(statements[i]);
    const bool stated = statements.size() > 1 && words.find(' ') == std::string::npos;
    if (stated && (status == StatusClass::open || status == StatusClass::active ||
                   status == StatusClass::blocked))
      return true;
  }
  return false;
}

}  // namespace

bool is_marked_done(std::string_view text) {
  const Glyph* glyph = glyph_at(text);
  if (glyph == nullptr || glyph->status != StatusClass::done) return false;
  return !is_taken_back(text.substr(glyph_length(text, *glyph)));
}

bool is_marked_closed(const Context& context, const NamedTable& table, const TableRow& row,
                      std::size_t text_column) {
  bool closed = false;
  for (const std::optional<std::size_t> column :
       {std::optional<std::size_t>(text_column), table.column({"issue"})}) {
    if (!column || *column >= row.cells.size()) continue;
    const std::string text = context.plain(row.entries[*column].text);
    if (has_glyph_of_doubt(text)) return false;
    const std::string_view source = context.lines[row.cells[*column]].front().source;
    closed = closed || is_struck(source) || is_marked_done(text);
  }
  return closed;
}

std::string without_glyph(const Context& context, std::string_view text) {
  if (const std::optional<Glyph> glyph = glyph_at(context.dialect, text))
    text.remove_prefix(glyph_length(text, *glyph));
  return std::string(trim(text));
}

record::Entry unstruck(const Context& context, const TableRow& row,
                       std::optional<std::size_t> column) {
  if (!column || *column >= row.cells.size()) return {};
  record::Entry entry = row.entries[*column];
  const std::string& source = context.lines[row.cells[*column]].front().source;
  return source.find("~~") == std::string::npos
             ? entry
             : make_entry(without_struck(source), entry.line, entry.column);
}

}  // namespace muster::extract
