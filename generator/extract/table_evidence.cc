// Evidence tables: what was tested, when, with which result, and the reports that say so.
#include "extract/tables.h"

namespace muster::extract {

void read_evidence_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::EvidenceRow evidence;
    evidence.area =
        name_entry_of(table, row, {"area", "item", "gate", "criterion", "test", "id"}).text;
    if (evidence.area.empty() && !row.entries.empty()) evidence.area = row.entries.front().text;
    evidence.test = name_entry_of(table, row, {"test", "criterion", "item", "gate"});
    evidence.at = entry_of(table, row, {"timestamp", "date", "time", "when"});
    evidence.result = state_of(table, row, {"result", "status"});
    evidence.evidence = entry_of(table, row, {"evidence"});
    evidence.follow_up = entry_of(table, row, {"follow_up", "notes"});
    evidence.section = table.section;
    evidence.line = row.line;
    for (const std::size_t cell : row.cells) {
      if (row.ragged && cell != row.cells.front()) break;
      evidence.mentions.insert(evidence.mentions.end(), context.mentions[cell].begin(),
                               context.mentions[cell].end());
    }
    context.records.evidence_rows.add(std::move(evidence));
  }
}

}  // namespace muster::extract
