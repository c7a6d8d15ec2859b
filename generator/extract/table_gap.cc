// Gap tables. A gap is closed by a status of the class done or, where the status says nothing, by a
// ✅ or a strike-through in its cells; never in a ragged row.
#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/ids.h"
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
  if (gap.status.fill == Fill::value || gap.status.fill == Fill::placeholder)
    return status_class(gap.status.text) == StatusClass::done;
  if (text_column < row.cells.size() && is_struck(context, row.cells[text_column])) return true;
  if (has_done_glyph(row.entries[text_column].text)) return true;
  const std::optional<std::size_t> issue = table.column({"issue"});
  return issue && *issue < row.cells.size() &&
         (has_done_glyph(row.entries[*issue].text) || is_struck(context, row.cells[*issue]));
}

// Every id and `#12` of the cells that name issues, in order and once.
std::vector<std::string> issues_of(const Context& context, const TableRow& row,
                                   std::optional<std::size_t> column) {
  std::vector<std::string> issues;
  if (!column || *column >= row.cells.size()) return issues;
  const auto add = [&](std::string_view issue) {
    if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.emplace_back(issue);
  };
  const std::string& text = row.entries[*column].text;
  for (FoundId id = find_id(text); !id.text.empty(); id = find_id(text, id.at + id.text.size()))
    add(id.text);
  for (const record::Mention& mention : context.mentions[row.cells[*column]])
    if (mention.kind == record::MentionKind::issue_number) add(mention.text);
  return issues;
}

std::string without_glyph(std::string_view text) {
  if (const Glyph* glyph = glyph_at(text)) text.remove_prefix(glyph_length(text, *glyph));
  return std::string(trim(text));
}

}  // namespace

void read_gap_table(Context& context, const NamedTable& table) {
  const std::optional<std::size_t> text =
      table.column({"gap", "description", "issue", "expected", "item", "area"});
  for (const TableRow& row : table.rows) {
    if (!text || *text >= row.entries.size() || is_unused(table, row, {"index", "id", "gap_id"}))
      continue;
    record::Gap gap;
    gap.text = without_glyph(row.entries[*text].text);
    gap.repo = entry_of(table, row, {"repo"});
    const std::optional<std::size_t> issue = table.column({"issue", "id", "gap_id"});
    if (table.columns[*text] != "issue")
      gap.issue = entry_of(table, row, {"issue", "id", "gap_id"});
    gap.issues = issues_of(context, row, issue);
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
