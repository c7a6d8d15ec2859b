// Tables that keep a log: decisions with their values, communications, issues met during the work.
#include "extract/tables.h"

namespace muster::extract {

void read_decision_log(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::LogEntry entry;
    entry.item = entry_of(table, row, {"item", "decision", "id"}).text;
    entry.value = entry_of(table, row, {"value", "result", "rationale", "status"});
    entry.owner = entry_of(table, row, {"owner", "approver"});
    entry.date = entry_of(table, row, {"date", "timestamp", "time"});
    entry.evidence = entry_of(table, row, {"evidence"});
    entry.section = table.section;
    entry.line = row.line;
    context.records.log_entries.add(std::move(entry));
  }
}

void read_communication_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::Communication communication;
    communication.at = entry_of(table, row, {"date", "time", "timestamp", "when"});
    communication.audience = entry_of(table, row, {"audience"});
    communication.channel = entry_of(table, row, {"channel"});
    communication.sender = entry_of(table, row, {"sender", "owner"});
    communication.message = entry_of(table, row, {"message"});
    communication.follow_up = entry_of(table, row, {"follow_up", "notes"});
    communication.empty = is_unused(table, row, {"index"});
    communication.section = table.section;
    communication.line = row.line;
    context.records.communications.add(std::move(communication));
  }
}

void read_issues_met_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::IssueMet issue;
    issue.task = entry_of(table, row, {"task", "area"}).text;
    issue.issue = entry_of(table, row, {"issue", "description"});
    issue.severity = entry_of(table, row, {"severity", "priority"});
    issue.status = state_of(table, row, {"status"});
    issue.resolution = entry_of(table, row, {"resolution"});
    issue.empty = is_unused(table, row, {"index", "id"});
    issue.section = table.section;
    issue.line = row.line;
    context.records.issues_met.add(std::move(issue));
  }
}

}  // namespace muster::extract
