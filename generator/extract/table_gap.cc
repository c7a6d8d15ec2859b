// Gap tables. A gap is closed by a status of the class done or, where the status says nothing, by a
// ✅ or a strike-through in its cells; never in a ragged row.
#include <algorithm>

#include "base/text.h"
#include "extract/extract.h"
#include "extract/gap_rows.h"
#include "extract/ids.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

// In front of ids that number the gaps of a list.
constexpr std::string_view kOwnPrefixes = "gap|gaps|blk|blocker|oi|item|brecha";

bool is_closed(const Context& context, const NamedTable& table, const TableRow& row,
               std::size_t text_column, const record::Gap& gap) {
  const bool unsaid = gap.status.fill == Fill::empty &&
                      state_of(table, row, {"status"}).fill != Fill::empty;  // "~~Closed~~"
  if (row.ragged || unsaid) return false;
  if (gap.status.fill == Fill::value || gap.status.fill == Fill::placeholder)
    return status_class(context.plain(gap.status.text)) == StatusClass::done;
  return is_marked_closed(context, table, row, text_column);
}

// "Unassigned" and "nobody" are no owner.
record::Entry owner_of(const NamedTable& table, const TableRow& row) {
  record::Entry owner = entry_of(table, row, {"owner"});
  if (owner.fill == Fill::value && names_nobody(owner.text)) owner.fill = Fill::placeholder;
  return owner;
}

// A column "Blocker" that holds nothing but yes and no.
bool is_flag(const NamedTable& table, std::size_t column) {
  if (!is_blocker_header(table.headers[column])) return false;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
    if (column >= row.entries.size() || row.entries[column].fill != Fill::value) return true;
    return is_option_word(row.entries[column].text) || glyph_at(row.entries[column].text);
  });
}

std::optional<std::size_t> text_column_of(const NamedTable& table) {
  bool flagged = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i] != "gap") continue;
    if (!is_flag(table, i)) return i;
    flagged = true;
  }
  const auto text = table.column({"description", "issue", "expected", "item", "area"});
  return text || flagged ? text : table.column({"task"});
}

// Of a column of ids only one that keeps those of issues: `GAP-1` and `B2` are the gap's own.
std::optional<std::size_t> issue_column_of(const NamedTable& table) {
  const std::optional<std::size_t> column = table.column({"issue", "id"});
  if (!column || table.columns[*column] == "issue") return column;
  const bool own = std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
    if (*column >= row.entries.size()) return false;
    const std::string& id = row.entries[*column].text;
    std::size_t end = 0;
    while (end < id.size() && is_alpha(id[end])) ++end;
    return end == 1 || is_listed(kOwnPrefixes, lower(id.substr(0, end)));
  });
  return own ? std::nullopt : column;
}

// Every id and `#12` of the cells that name issues, in order and once.
std::vector<std::string> issues_of(const Context& context, const TableRow& row,
                                   std::optional<std::size_t> column) {
  std::vector<std::string> issues;
  if (!column || *column >= row.cells.size() || (row.ragged && *column > 0)) return issues;
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

// "Auth: MFA off, expected MFA on": what is there, not what is wanted.
std::string text_of(const Context& context, const NamedTable& table, const TableRow& row,
                    std::size_t text_column) {
  const std::string text = without_glyph(context, row.entries[text_column].text);
  if (table.columns[text_column] != "expected" || row.ragged) return text;
  const record::Entry area = entry_of(table, row, {"area", "item", "test", "task"});
  const record::Entry actual = entry_of(table, row, {"actual"});
  std::string told = area.fill == Fill::value ? cat({area.text, ": "}) : std::string();
  if (actual.fill == Fill::value) told += cat({actual.text, ", "});
  return cat({told, "expected ", text});
}

}  // namespace

void read_gap_table(Context& context, const NamedTable& table) {
  const std::optional<std::size_t> text = text_column_of(table);
  for (const TableRow& row : table.rows) {
    if (!text || *text >= row.entries.size() || is_unused(table, row, {"index", "id", "gap_id"}))
      continue;
    record::Gap gap;
    gap.text = text_of(context, table, row, *text);
    gap.repo = entry_of(table, row, {"repo"});
    const std::optional<std::size_t> issue = issue_column_of(table);
    if (issue && table.columns[*text] != "issue")
      gap.issue = entry_of(table, row, {table.columns[*issue]});
    gap.issues = issues_of(context, row, issue);
    gap.owner = owner_of(table, row);
    gap.eta = entry_of(table, row, {"eta", "target", "date"});
    gap.status = state_of(table, row, {"status"});
    if (!row.ragged && gap.status.fill != Fill::empty)
      gap.status = unstruck(context, row, table.column({"status"}));
    gap.priority = priority_of(context, table, row, *text);
    gap.critical = is_critical(gap.priority.text);
    gap.section = table.section;
    gap.line = row.line;
    gap.marked_closed = is_closed(context, table, row, *text, gap);
    context.records.gaps.add(std::move(gap));
  }
}

}  // namespace muster::extract
