// Tables that keep a log: decisions with their values, communications, issues met during the work.
#include "extract/extract.h"
#include "extract/gap_rows.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

// `| Question | Options | Decision |`: each row is a point where something is to be decided.
void add_decision_point(Context& context, const NamedTable& table, const TableRow& row) {
  if (is_unused(table, row, {"index", "id"})) return;
  record::Decision decision;
  decision.topic = name_entry_of(table, row, {"question"}).text;
  decision.outcome = unstruck(context, row, table.column({"decision"}));
  if (row.ragged) decision.outcome.fill = Fill::empty;
  // "Pending" decides nothing.
  if (decision.outcome.fill == Fill::value &&
      status_class(context.plain(decision.outcome.text)) == StatusClass::open)
    decision.outcome.fill = Fill::placeholder;
  decision.approver = entry_of(table, row, {"approver", "owner"});
  decision.at = entry_of(table, row, {"date", "timestamp"});
  decision.notes = entry_of(table, row, {"rationale", "notes"});
  decision.section = table.section;
  decision.line = row.line;
  context.records.decisions.add(std::move(decision));
}

// What was decided: where no column names the subject, the decision tells itself.
record::Entry value_of(const NamedTable& table, const TableRow& row) {
  return table.column({"item"}) ? entry_of(table, row, {"value", "decision", "result", "status"})
                                : entry_of(table, row, {"value", "result", "status", "decision"});
}

}  // namespace

void read_decision_log(Context& context, const NamedTable& table) {
  const bool points = table.column({"question"}) && table.column({"decision"});
  for (const TableRow& row : table.rows) {
    if (points) {
      add_decision_point(context, table, row);
      continue;
    }
    record::LogEntry entry;
    entry.item = name_entry_of(table, row, {"item", "decision", "id"}).text;
    entry.value = value_of(table, row);
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
    communication.sent = entry_of(table, row, {"sent"});
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
