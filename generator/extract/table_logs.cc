// Tables that keep a log: decisions with their values, communications, issues met during the work.
#include "extract/extract.h"
#include "extract/gap_rows.h"
#include "extract/tables.h"

namespace muster::extract {

void read_decision_log(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::LogEntry entry;
    entry.item = name_entry_of(table, row, {"item", "decision", "id"}).text;
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

namespace {

// Without a status, what was done about it is the answer.
bool is_closed(const Context& context, const record::IssueMet& issue) {
  if (issue.status.fill != Fill::value) return issue.resolution.fill == Fill::value;
  const StatusClass status =
      status_class(context.plain(as_written(context.markdown, issue.status)));
  return status == StatusClass::done || status == StatusClass::dropped;
}

}  // namespace

void read_issues_met_table(Context& context, const NamedTable& table) {
  for (const TableRow& row : table.rows) {
    record::IssueMet issue;
    issue.task = name_entry_of(table, row, {"task", "area"}).text;
    issue.issue = name_entry_of(table, row, {"issue", "description"});
    issue.severity = entry_of(table, row, {"severity", "priority"});
    issue.status = state_of(table, row, {"status"});
    issue.resolution = entry_of(table, row, {"resolution"});
    issue.closed = is_closed(context, issue);
    issue.critical = is_critical(name_entry_of(table, row, {"severity", "priority"}).text);
    issue.empty = is_unused(table, row, {"index", "id"});
    issue.section = table.section;
    issue.line = row.line;
    context.records.issues_met.add(std::move(issue));
  }
}

}  // namespace muster::extract
