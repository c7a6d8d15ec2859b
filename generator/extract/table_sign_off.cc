// Sign-off tables. A name that the table came with is no signature: where a signature or a date is
// asked for, it must be there.
#include <algorithm>

#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/signing.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

bool has(const NamedTable& table, std::initializer_list<std::string_view> names) {
  return table.column(names).has_value();
}

// Columns that only say who signs for what.
bool is_descriptive(std::string_view column) {
  for (const std::string_view name : {"role", "owner", "task", "item", "area", "phase", "contact",
                                      "index", "id", "date", "timestamp", "time"})
    if (column == name) return true;
  return false;
}

// A cell that refuses, whatever its column is called: "Approval | Rejected", "Notes | Objects".
bool is_against(const Context& context, const NamedTable& table, const TableRow& row,
                std::size_t column) {
  const record::Entry cell = context.plain(without_struck_start(context, row.entries[column]));
  const std::string_view name = table.columns[column];
  if (name == "decision" || name == "answer" || is_answer_key(table.headers[column]))
    return !is_assent(cell) && !is_given(cell);
  return !is_descriptive(name) && begins_with_refusal(cell.text);
}

bool is_refused(const Context& context, const NamedTable& table, const TableRow& row) {
  const std::size_t count = std::min(row.entries.size(), table.columns.size());
  for (std::size_t column = 0; column < count; ++column)
    if (is_against(context, table, row, column)) return true;
  return false;
}

// An answer of its own column stands for a tick.
bool is_answered(const Context& context, const NamedTable& table, const TableRow& row) {
  return has(table, {"decision", "answer"}) &&
         is_assent(context.plain(
             without_struck_start(context, state_of(table, row, {"decision", "answer"}))));
}

}  // namespace

void read_sign_off_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::SignOff sign_off;
    const record::Entry role = entry_of(table, row, {"role", "owner", "name", "approver"});
    sign_off.role = role.text;
    sign_off.scope = entry_of(table, row, {"task", "item", "area", "phase"}).text;
    sign_off.name = entry_of(table, row, {"name", "approver"});
    sign_off.signature = entry_of(table, row, {"signature"});
    sign_off.at = entry_of(table, row, {"date", "timestamp", "time"});
    sign_off.status = without_struck_start(context, state_of(table, row, {"status", "result"}));
    sign_off.shape = record::SignOffShape::table;
    sign_off.section = table.section;
    sign_off.line = row.line;
    const bool done = sign_off.status.fill == Fill::value &&
                      status_class(context.plain(sign_off.status.text)) == StatusClass::done;
    const bool answered = is_answered(context, table, row);
    const bool ticked = done || answered;
    const bool by_signature = is_signed_with(context, sign_off.signature);
    const bool unsigned_yet =
        row.ragged || is_refused(context, table, row) ||
        (has(table, {"signature"}) && !by_signature) ||
        (has(table, {"decision", "answer"}) && !answered) ||
        (has(table, {"date", "timestamp"}) && !is_dated(context, sign_off.at)) ||
        (has(table, {"status", "result"}) && !done);
    const bool named = is_signed_with(context, sign_off.name);
    sign_off.signed_off =
        !unsigned_yet && (by_signature || (named && (ticked || is_dated(context, sign_off.at))));
    context.records.sign_offs.add(std::move(sign_off));
  }
}

}  // namespace muster::extract
