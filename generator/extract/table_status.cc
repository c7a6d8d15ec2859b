// Tables that say how far each thing is: status tables of any kind, parity of two environments,
// dependencies, risks, and logs of changes.
#include "base/text.h"
#include "extract/extract.h"
#include "extract/ids.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

// What a row is about: its first cell that holds words and is no number of a row.
std::string name_of(const NamedTable& table, const TableRow& row) {
  for (std::size_t i = 0; i < row.entries.size() && i < table.columns.size(); ++i) {
    const std::string_view column = table.columns[i];
    if (column == "index" || column == "status" || column == "result") continue;
    if (row.entries[i].fill == Fill::value) return row.entries[i].text;
  }
  return {};
}

void add_status(Context& context, const NamedTable& table, const TableRow& row) {
  record::StatusRow status;
  status.text = name_of(table, row);
  status.status = state_of(table, row, {"status", "result"});
  status.status_class = status_class(context.plain(status.status.text));
  status.owner = entry_of(table, row, {"owner"});
  status.due = entry_of(table, row, {"eta", "target", "date"});
  status.section = table.section;
  status.line = row.line;
  if (status.text.empty() && status.status.fill == Fill::empty) return;
  context.records.status_rows.add(std::move(status));
}

bool has_status(const NamedTable& table) { return table.column({"status", "result"}).has_value(); }

}  // namespace

void read_status_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) add_status(context, table, row);
}

void read_parity_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::ParityRow parity;
    parity.item = name_of(table, row);
    parity.staging = entry_of(table, row, {"staging"});
    parity.production = entry_of(table, row, {"production"});
    parity.status = state_of(table, row, {"status", "result"});
    parity.notes = entry_of(table, row, {"notes"});
    parity.section = table.section;
    parity.line = row.line;
    context.records.parity_rows.add(std::move(parity));
    if (has_status(table)) add_status(context, table, row);
  }
}

void read_dependency_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    if (has_status(table)) add_status(context, table, row);
    const record::Entry named = entry_of(table, row, {"depends_on"});
    if (named.fill != Fill::value && named.fill != Fill::placeholder) continue;  // "—": nothing
    record::DependencyRow dependency;
    dependency.from = name_entry_of(table, row, {"id", "task", "item", "area", "issue"}).text;
    const std::string& needs = named.text;
    for (FoundId id = find_id(needs); !id.text.empty(); id = find_id(needs, id.at + id.text.size()))
      dependency.needs.push_back({std::string(id.text), {}, row.line});
    dependency.text = needs;
    dependency.section = table.section;
    dependency.line = row.line;
    context.records.dependency_rows.add(std::move(dependency));
  }
}

void read_risk_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::Risk risk;
    risk.text = name_entry_of(table, row, {"risk", "description"}).text;
    risk.likelihood = entry_of(table, row, {"likelihood"});
    risk.impact = entry_of(table, row, {"impact", "severity"});
    risk.mitigation = entry_of(table, row, {"mitigation"});
    risk.owner = entry_of(table, row, {"owner"});
    risk.status = state_of(table, row, {"status"});
    risk.section = table.section;
    risk.line = row.line;
    context.records.risks.add(std::move(risk));
  }
}

void read_change_log(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::ChangeEntry change;
    change.version = entry_of(table, row, {"version"}).text;
    change.date = entry_of(table, row, {"date", "timestamp"});
    change.author = entry_of(table, row, {"sender", "owner", "name"});
    change.text = name_entry_of(table, row, {"changes", "description", "notes"}).text;
    change.section = table.section;
    change.line = row.line;
    context.records.changes.add(std::move(change));
  }
}

}  // namespace muster::extract
