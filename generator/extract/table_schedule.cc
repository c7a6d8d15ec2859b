// Schedules, planned and actual. A timeline is actual by the words above it, or where every time in
// it is still blank: nobody plans a day without times.
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

// `10:00 - 10:30`, `16:35+`, `10:00`
void read_times(std::string_view text, record::Slot& slot) {
  std::size_t at = 0;
  while (at < text.size() && !is_digit(text[at])) ++at;
  slot.from = clock_at(text, at);
  if (!slot.from) return;
  while (at < text.size() && !is_digit(text[at])) ++at;
  slot.to = clock_at(text, at);
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

}  // namespace

void read_schedule_table(Context& context, const NamedTable& table) {
  const bool planned = !is_actual(context, table);
  for (const TableRow& row : table.rows) {
    record::Slot slot;
    slot.time = entry_of(table, row, {"time", "start", "timestamp", "when", "duration"});
    read_times(slot.time.text, slot);
    if (!slot.to) {
      record::Slot end;
      read_times(entry_of(table, row, {"end"}).text, end);
      slot.to = end.from;
    }
    slot.task = name_entry_of(table, row, {"task", "phase", "item"}).text;
    slot.status = state_of(table, row, {"status"});
    slot.notes = entry_of(table, row, {"notes", "description"}).text;
    slot.planned = planned;
    slot.section = table.section;
    slot.line = row.line;
    context.records.slots.add(std::move(slot));
  }
}

}  // namespace muster::extract
