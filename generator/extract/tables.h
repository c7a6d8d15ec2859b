// A table with its columns named: what the files of the table families share.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "extract/columns.h"
#include "extract/context.h"

namespace muster::extract {

/// One body row: the entries by column, and the blocks of its cells.
struct TableRow {
  std::vector<record::Entry> entries;
  std::vector<std::size_t> cells;
  bool ragged = false;
  int line = 0;
};

struct NamedTable {
  std::size_t block = 0;
  Id<record::Section> section;
  record::TableKind kind = record::TableKind::other;
  std::vector<std::string> headers;
  std::vector<std::string_view> columns;  // canonical names; empty = not known
  std::vector<TableRow> rows;
  int line = 0;

  /// The first column of one of these names, tried in order.
  std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
};

/// The entry of the first column of these names; an empty one where there is no such column. Of a
/// ragged row only the first cell is read: the others may have shifted.
record::Entry entry_of(const NamedTable& table, const TableRow& row,
                       std::initializer_list<std::string_view> names);

/// As above, also of a ragged row: for what a row is about, never for what it says of it.
record::Entry name_entry_of(const NamedTable& table, const TableRow& row,
                            std::initializer_list<std::string_view> names);

/// As entry_of, for a column that says a state: of a ragged row it is not read.
record::Entry state_of(const NamedTable& table, const TableRow& row,
                       std::initializer_list<std::string_view> names);

/// Whether every cell but those of the columns named is unfilled: a row prepared and not yet used.
bool is_unused(const NamedTable& table, const TableRow& row,
               std::initializer_list<std::string_view> prepared);

/// Whether each row is a gate: its name or what it asks for in front, a state behind it. Such a
/// table may be of another kind as well.
bool is_gate_form(const Context& context, const NamedTable& table);

// The families.
void read_gap_table(Context& context, const NamedTable& table);
void read_evidence_table(Context& context, const NamedTable& table);
void read_sign_off_table(Context& context, const NamedTable& table);
void read_decision_log(Context& context, const NamedTable& table);
void read_communication_table(Context& context, const NamedTable& table);
void read_schedule_table(Context& context, const NamedTable& table);
void read_roster_table(Context& context, const NamedTable& table);
void read_issues_met_table(Context& context, const NamedTable& table);
void read_metric_table(Context& context, const NamedTable& table);
void read_status_table(Context& context, const NamedTable& table);
void read_parity_table(Context& context, const NamedTable& table);
void read_dependency_table(Context& context, const NamedTable& table);
void read_risk_table(Context& context, const NamedTable& table);
void read_gate_table(Context& context, const NamedTable& table);
void read_change_log(Context& context, const NamedTable& table);

}  // namespace muster::extract
