// Gap tables. A gap is closed by a ✅ or a strike-through in its cells, or by a status of the class
// done; never where its status says otherwise, nor in a ragged row.
#include "base/text.h"
#include "extract/extract.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

bool is_struck(const Context& context, std::size_t cell) {
  const std::string& source = context.lines[cell].front().source;
  return source.size() > 4 && source.starts_with("~~") && source.ends_with("~~");
}

bool has_done_glyph(std::string_view text) {
  const Glyph* glyph = glyph_at(text);
  return glyph != nullptr && glyph->status == StatusClass::done;
}

bool is_closed(const Context& context, const NamedTable& table, const TableRow& row,
               std::size_t text_column, const record::Gap& gap) {
  if (row.ragged) return false;
  const StatusClass status = status_class(gap.status.text);
  if (status != StatusClass::done && status != StatusClass::unknown) return false;
  if (text_column < row.cells.size() && is_struck(context, row.cells[text_column])) return true;
  if (has_done_glyph(row.entries[text_column].text)) return true;
  const std::optional<std::size_t> issue = table.column({"issue"});
  if (issue && *issue < row.cells.size() &&
      (has_done_glyph(row.entries[*issue].text) || is_struck(context, row.cells[*issue])))
    return true;
  return status == StatusClass::done;
}

std::string without_glyph(std::string_view text) {
  if (const Glyph* glyph = glyph_at(text)) text.remove_prefix(glyph_length(text, *glyph));
  return std::string(trim(text));
}

}  // namespace

void read_gap_table(Context& context, const NamedTable& table) {
  const std::optional<std::size_t> text = table.column({"gap", "description", "issue", "expected"});
  for (const TableRow& row : table.rows) {
    if (!text || *text >= row.entries.size() || is_unused(table, row, {"index", "id"})) continue;
    record::Gap gap;
    gap.text = without_glyph(row.entries[*text].text);
    gap.repo = entry_of(table, row, {"repo"});
    if (table.columns[*text] != "issue") gap.issue = entry_of(table, row, {"issue", "id"});
    gap.owner = entry_of(table, row, {"owner"});
    gap.eta = entry_of(table, row, {"eta", "target", "date"});
    gap.status = state_of(table, row, {"status"});
    gap.priority = entry_of(table, row, {"priority", "severity"});
    gap.section = table.section;
    gap.line = row.line;
    gap.marked_closed = is_closed(context, table, row, *text, gap);
    context.records.gaps.add(std::move(gap));
  }
}

}  // namespace muster::extract
