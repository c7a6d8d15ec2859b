// Schedules, planned and actual. A timeline is actual by the words above it, or where every time in
// it is still blank: nobody plans a day without times. Where a table has columns for both, a row is
// a planned slot and, once its actual cell has a time, an actual one as well.
#include <algorithm>

#include "base/text.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

// `10:30` at `at`, in minutes after midnight; moves past it.
std::optional<int> clock_at(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  int parts[2] = {0, 0};
  for (int& part : parts) {
    const std::size_t begin = end;
    while (end < text.size() && end - begin < 2 && is_digit(text[end]))
      part = part * 10 + (text[end++] - '0');
    if (end == begin) return std::nullopt;
    if (&part == &parts[0] && (end == text.size() || text[end++] != ':')) return std::nullopt;
  }
  if (parts[0] > 24 || parts[1] > 59) return std::nullopt;
  at = end;
  return parts[0] * 60 + parts[1];
}

// The next time of the clock behind `at`; a date such as "2026-03-01" is passed over.
std::optional<int> next_clock(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    while (at < text.size() && !is_digit(text[at])) ++at;
    if (const std::optional<int> clock = clock_at(text, at)) return clock;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return std::nullopt;
}

// `10:00 - 10:30`, `16:35+`, `10:00`
void read_times(std::string_view text, record::Slot& slot) {
  std::size_t at = 0;
  slot.from = next_clock(text, at);
  if (slot.from) slot.to = next_clock(text, at);
}

bool is_actual(const Context& context, const NamedTable& table) {
  for (Id<record::Section> id = table.section; id && context.section(id).level > 1;
       id = context.section(id).parent)
    if (says_actual(context.section(id).title)) return true;
  if (const Label* label = context.label(table.block); label != nullptr && says_actual(label->text))
    return true;
  return !table.rows.empty() &&
         std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
           return entry_of(table, row, {"time", "start", "timestamp"}).fill == Fill::blank;
         });
}

bool has_actual(const NamedTable& table) {
  return table.column({"actual", "actual_start", "actual_end"}).has_value();
}

// "10:05"; under "Actual start" a date as well. "3 of 3 rows" is no time.
bool has_time(const NamedTable& table, const record::Entry& entry) {
  record::Slot slot;
  read_times(entry.text, slot);
  const bool dated = table.column({"actual_start", "actual_end"}) &&
                     std::any_of(entry.text.begin(), entry.text.end(), is_digit);
  return entry.fill == Fill::value && (slot.from || dated);
}

// The first cell with a time of the clock, else the first that is there.
record::Entry planned_time(const NamedTable& table, const TableRow& row) {
  for (const std::string_view name : {"planned_start", "planned", "time", "start", "timestamp"}) {
    record::Slot slot;
    const record::Entry entry = entry_of(table, row, {name});
    read_times(entry.text, slot);
    if (slot.from) return entry;
  }
  return entry_of(table, row,
                  {"planned_start", "planned", "time", "start", "timestamp", "when", "duration"});
}

void add_slot(Context& context, const NamedTable& table, const TableRow& row, record::Entry time,
              const record::Entry& end, bool planned) {
  record::Slot slot;
  slot.time = std::move(time);
  read_times(slot.time.text, slot);
  if (!slot.to) {
    record::Slot last;
    read_times(end.text, last);
    slot.to = last.from;
  }
  slot.task = name_entry_of(table, row, {"task", "phase", "item"}).text;
  if (slot.task.empty() && table.column({"planned", "planned_start"}))
    slot.task = name_entry_of(table, row, {"time", "start"}).text;  // "Slot 1"
  slot.status = state_of(table, row, {"status"});
  slot.notes = entry_of(table, row, {"notes", "description"}).text;
  slot.planned = planned;
  slot.section = table.section;
  slot.line = row.line;
  context.records.slots.add(std::move(slot));
}

}  // namespace

void read_schedule_table(Context& context, const NamedTable& table) {
  const bool both =
      has_actual(table) && table.column({"planned_start", "planned", "time", "start"});
  const bool planned = both || !is_actual(context, table);
  for (const TableRow& row : table.rows) {
    add_slot(context, table, row, planned_time(table, row),
             entry_of(table, row, {"planned_end", "end"}), planned);
    const record::Entry begun = entry_of(table, row, {"actual_start", "actual"});
    const record::Entry ended = entry_of(table, row, {"actual_end"});
    if (both && (has_time(table, begun) || has_time(table, ended)))
      add_slot(context, table, row, begun, ended, false);
  }
}

}  // namespace muster::extract
