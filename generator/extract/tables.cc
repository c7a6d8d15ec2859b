// Tables: columns by the words of their headers, kinds by two signals, then one reader a family. A
// table of no known kind stays a table.
#include "extract/tables.h"

#include <algorithm>

#include "base/text.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

// Whether every group finds a column of its own.
bool meets(const TableShape& shape, const std::vector<std::string_view>& columns) {
  std::vector<bool> used(columns.size(), false);
  for (const std::string_view group : shape.groups) {
    const std::vector<std::string_view> names = split(group, '|');
    bool met = false;
    for (std::size_t i = 0; i < columns.size() && !met; ++i) {
      if (used[i] || std::find(names.begin(), names.end(), columns[i]) == names.end()) continue;
      used[i] = true;
      met = true;
    }
    if (!met) return false;
  }
  return true;
}

// As tables of this kind have them. Without headers of the project all kinds have the same.
void name_columns(const Context& context, record::TableKind kind, NamedTable& table) {
  if (context.vocabulary.headers.empty()) return;
  for (std::size_t i = 0; i < table.headers.size(); ++i)
    table.columns[i] = column_name(table.headers[i], kind, context.vocabulary);
}

void become(const Context& context, record::TableKind kind, NamedTable& table) {
  table.kind = kind;
  name_columns(context, kind, table);
}

void read_kind(const Context& context, NamedTable& table) {
  for (const TableShape& shape : table_shapes()) {
    become(context, shape.kind, table);
    if (meets(shape, table.columns)) return;
  }
  become(context, record::TableKind::other, table);
}

// Whether the table meets the condition with the headers of a kind; then it is of that kind.
template <class F>
void read_form(const Context& context, record::TableKind kind, NamedTable& table, F&& is_form) {
  const std::vector<std::string_view> before = table.columns;
  name_columns(context, kind, table);
  if (is_form(context, table)) {
    table.kind = kind;
  } else {
    table.columns = before;
  }
}

// "Role, Name, Date" says nothing by itself; under a heading such as "Sign-off" it is a sign-off.
bool is_sign_off_form(const Context& context, const NamedTable& table) {
  const bool decided = table.kind == record::TableKind::decision_log &&
                       table.column({"role", "approver"}) && !table.column({"item"});
  if (table.kind != record::TableKind::other && table.kind != record::TableKind::roster && !decided)
    return false;
  const Governor governor = governor_of(context, table.block);
  return governor.opener && governor.opener->role == Role::sign_off &&
         table.column({"role", "name", "approver", "owner"}) &&
         table.column({"date", "timestamp", "status", "result", "name", "decision", "answer"});
}

// "Description, Severity, Owner" are gaps under a heading such as "Known gaps".
bool is_gap_form(const Context& context, const NamedTable& table) {
  if (table.kind != record::TableKind::other) return false;
  const std::string heading = normal_words(context.section(table.section).title);
  bool of_gaps = false;
  for (const std::string_view word : {"gap", "gaps", "blocker", "blockers", "known issues",
                                      "open issues", "outstanding issues", "shortfalls"})
    of_gaps = of_gaps || has_phrase(heading, word);
  return of_gaps && table.column({"description", "item", "area", "issue", "task"}) &&
         table.column({"severity", "priority", "eta", "status", "impact", "blocking"});
}

// Of no other kind: a name in front, and a status behind it. A legend tells what statuses mean.
bool is_status_table(const Context& context, const NamedTable& table) {
  const std::optional<std::size_t> status = table.column({"status", "result"});
  if (table.kind != record::TableKind::other || !status || *status == 0) return false;
  if (table.columns.front() == "owner" || table.columns.front() == "date") return false;
  return !context.explains_signs(table.block);
}

void read_row(const Context& context, std::size_t row, NamedTable& table) {
  const bool header = context.block(row).header;
  TableRow out;
  out.line = context.block(row).line;
  out.ragged = context.block(row).ragged;
  for (std::size_t cell = row + 1; cell < context.block(row).end; cell = context.block(cell).end) {
    const Line& line = context.lines[cell].front();
    if (header) {
      table.headers.push_back(line.text);
      table.columns.push_back(column_name(line.text));
      continue;
    }
    out.cells.push_back(cell);
    out.entries.push_back(make_entry(line.source, line.line, line.column));
  }
  if (!header) table.rows.push_back(std::move(out));
}

// Rows with evidence or a measure are records of that kind beside the gate.
void read_gates_of(Context& context, const NamedTable& table) {
  if (context.in_legend[table.block]) return;
  NamedTable gates = table;
  name_columns(context, record::TableKind::gate, gates);
  if (is_gate_form(context, gates)) read_gate_table(context, gates);
}

// A table that becomes no record is shown as it is, and nothing is concluded from it.
void note_ragged(Context& context, const NamedTable& table) {
  if (table.kind == record::TableKind::other) return;
  for (const TableRow& row : table.rows) {
    if (!row.ragged) continue;
    Note note;
    note.rule = "table-ragged";
    note.message =
        "the row has more or fewer cells than the header; no cell after the first is read";
    note.help = "escape a bar inside a cell as \\|";
    note.line = row.line;
    context.records.notes.push_back(std::move(note));
  }
}

void keep_table(Context& context, const NamedTable& table) {
  record::TableRecord record;
  record.kind = table.kind;
  record.section = table.section;
  record.block = table.block;
  record.headers = table.headers;
  record.line = table.line;
  for (const TableRow& row : table.rows) record.rows.push_back(row.entries);
  context.records.tables.add(std::move(record));
}

void read_family(Context& context, const NamedTable& table) {
  switch (table.kind) {
    case record::TableKind::gap:
      return read_gap_table(context, table);
    case record::TableKind::evidence:
      return read_evidence_table(context, table);
    case record::TableKind::sign_off:
      return read_sign_off_table(context, table);
    case record::TableKind::decision_log:
      return read_decision_log(context, table);
    case record::TableKind::communication:
      return read_communication_table(context, table);
    case record::TableKind::schedule:
      return read_schedule_table(context, table);
    case record::TableKind::roster:
      return read_roster_table(context, table);
    case record::TableKind::issues_met:
      return read_issues_met_table(context, table);
    case record::TableKind::metric:
      return read_metric_table(context, table);
    case record::TableKind::status:
      return read_status_table(context, table);
    case record::TableKind::parity:
      return read_parity_table(context, table);
    case record::TableKind::dependency:
      return read_dependency_table(context, table);
    case record::TableKind::risk:
      return read_risk_table(context, table);
    case record::TableKind::change_log:
      return read_change_log(context, table);
    case record::TableKind::gate:  // read beside its other records
    case record::TableKind::other:
      return;
  }
}

}  // namespace

std::optional<std::size_t> NamedTable::column(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == name) return i;
  return std::nullopt;
}

record::Entry name_entry_of(const NamedTable& table, const TableRow& row,
                            std::initializer_list<std::string_view> names) {
  const std::optional<std::size_t> column = table.column(names);
  if (column && *column < row.entries.size()) return row.entries[*column];
  record::Entry none;
  none.line = row.line;
  return none;
}

record::Entry entry_of(const NamedTable& table, const TableRow& row,
                       std::initializer_list<std::string_view> names) {
  record::Entry entry = name_entry_of(table, row, names);
  if (row.ragged && table.column(names).value_or(0) > 0) {
    entry.text.clear();
    entry.fill = Fill::empty;
  }
  return entry;
}

record::Entry state_of(const NamedTable& table, const TableRow& row,
                       std::initializer_list<std::string_view> names) {
  record::Entry entry = entry_of(table, row, names);
  if (row.ragged) {
    entry.text.clear();
    entry.fill = Fill::empty;
  }
  return entry;
}

bool is_unused(const NamedTable& table, const TableRow& row,
               std::initializer_list<std::string_view> prepared) {
  for (std::size_t i = 0; i < row.entries.size() && i < table.columns.size(); ++i) {
    if (std::find(prepared.begin(), prepared.end(), table.columns[i]) != prepared.end()) continue;
    if (row.entries[i].fill == Fill::value) return false;
  }
  return true;
}

void read_tables(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind != BlockKind::table) continue;
    NamedTable table;
    table.block = i;
    table.section = context.section_of[i];
    table.line = context.block(i).line;
    for (std::size_t row = i + 1; row < context.block(i).end; row = context.block(row).end)
      read_row(context, row, table);
    read_kind(context, table);
    read_form(context, record::TableKind::sign_off, table, is_sign_off_form);
    read_form(context, record::TableKind::gap, table, is_gap_form);
    read_form(context, record::TableKind::gate, table,
              [](const Context& all, const NamedTable& form) {
                return form.kind == record::TableKind::other && is_gate_form(all, form);
              });
    read_form(context, record::TableKind::status, table, is_status_table);
    if (context.in_legend[i]) become(context, record::TableKind::other, table);
    note_ragged(context, table);
    keep_table(context, table);
    read_family(context, table);
    read_gates_of(context, table);
  }
}

}  // namespace muster::extract
