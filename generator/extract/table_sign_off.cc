// Sign-off tables. A name that the table came with is no signature: where a signature or a date is
// asked for, it must be there.
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

bool has(const NamedTable& table, std::initializer_list<std::string_view> names) {
  return table.column(names).has_value();
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
    sign_off.status = state_of(table, row, {"status", "result"});
    sign_off.shape = record::SignOffShape::table;
    sign_off.section = table.section;
    sign_off.line = row.line;
    const bool ticked = sign_off.status.fill == Fill::value &&
                        status_class(sign_off.status.text) == StatusClass::done;
    const bool unsigned_yet = row.ragged ||
                              (has(table, {"signature"}) && !is_given(sign_off.signature)) ||
                              (has(table, {"date", "timestamp"}) && !is_date_given(sign_off.at)) ||
                              (has(table, {"status", "result"}) && !ticked);
    const bool named = is_given(sign_off.name);
    sign_off.signed_off = !unsigned_yet && (is_given(sign_off.signature) ||
                                            (named && (ticked || is_date_given(sign_off.at))));
    context.records.sign_offs.add(std::move(sign_off));
  }
}

}  // namespace muster::extract
