// Rosters: who has which role and how to reach them.
#include "extract/tables.h"

namespace muster::extract {

void read_roster_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::RosterRow person;
    person.role = entry_of(table, row, {"role", "area", "name"}).text;
    person.name = entry_of(table, row, {"name", "owner"});
    person.contact = entry_of(table, row, {"contact"});
    person.availability = entry_of(table, row, {"availability"});
    person.section = table.section;
    person.line = row.line;
    context.records.roster.add(std::move(person));
  }
}

}  // namespace muster::extract
