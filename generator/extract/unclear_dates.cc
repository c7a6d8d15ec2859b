// Dates in metadata that cannot be told: `Due: 31/02/2026` is no day, 03/04/2026 may be two.
#include "base/date.h"
#include "base/text.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

constexpr std::string_view kDateKeys = "due|last_updated|next_update|created|date";

bool is_unclear(const record::Field& field) {
  const std::string& text = field.value.text;
  return is_listed(kDateKeys, field.name) && field.value.fill == Fill::value &&
         looks_like_date(text) && !find_due(text) && !read_instant(text);
}

}  // namespace

void note_unclear_dates(Context& context) {
  for (const record::Field& field : context.records.fields) {
    if (!is_unclear(field)) continue;
    Note note;
    note.rule = "date-unclear";
    note.message = cat({"the date “", shorten(field.value.text, 40), "” of “",
                        shorten(field.key, 60), "” cannot be told"});
    note.help = "Write it as year, month and day: 2026-02-18.";
    note.line = field.value.line;
    note.column = field.value.column;
    context.records.notes.push_back(std::move(note));
  }
}

}  // namespace muster::extract
