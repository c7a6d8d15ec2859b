// The table of contents of reading one document: each pass adds its rows to what the earlier ones
// left.
#include "extract/extract.h"

#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/ids.h"

namespace muster {

namespace {

bool has_parity_table(const Records& records) {
  return std::any_of(
      records.tables.begin(), records.tables.end(),
      [](const record::TableRecord& table) { return table.kind == record::TableKind::parity; });
}

// The part of "Kind of a document" that needs no path.
DocumentKind kind_of(const Records& records) {
  if (records.declared_kind) return *records.declared_kind;
  if (records.tasks.size() >= 2) return DocumentKind::tracker;
  if (!records.id.empty()) return DocumentKind::issue;
  if (!records.items.empty() || has_parity_table(records)) return DocumentKind::checklist;
  if (contains_word(records.title, "report")) return DocumentKind::report;
  return DocumentKind::page;
}

void read_id(Records& records) {
  std::string_view rest;
  if (records.id.empty()) records.id = extract::leading_id(records.title, rest);
}

void sort_fields(Records& records) {
  std::stable_sort(
      records.fields.begin(), records.fields.end(),
      [](const record::Field& a, const record::Field& b) { return a.style < b.style; });
}

void read_status(const extract::Context& context, Records& records) {
  if (const record::Field* status = records.field("status"))
    records.status_class =
        status_class(context.plain(extract::as_written(context.markdown, status->value)));
}

}  // namespace

Records extract_records(const Markdown& markdown, const Vocabulary& vocabulary) {
  Records records;
  extract::Context context(markdown, records, vocabulary);
  if (markdown.blocks.empty()) {  // a limit was exceeded; the notes of the parser say which
    records.sections.add({});
    return records;
  }
  // The text: where it stands, what it refers to, what governs it.
  extract::read_sections(context);
  extract::read_lines(context);
  extract::read_mentions(context);
  extract::read_labels(context);
  extract::read_legends(context);
  // Metadata, and the headings that it makes tasks of.
  extract::read_front_matter(context);
  extract::read_fields(context);
  extract::note_unclear_dates(context);
  extract::read_phases(context);
  extract::read_tasks(context);
  // Tables. Their gates stand before those that a heading opens.
  extract::read_tables(context);
  // Boxes, and the points that they decide.
  extract::read_items(context);
  extract::read_gates(context);
  extract::read_choices(context);
  extract::set_items_aside(context);
  extract::read_decisions(context);
  extract::read_undecided_gates(context);
  extract::order_gates(context);
  extract::read_answers(context);
  // Records of the other shapes.
  extract::read_sign_offs(context);
  extract::read_gap_bullets(context);
  extract::read_change_bullets(context);
  extract::read_metrics(context);
  extract::read_run_notes(context);
  extract::read_claims(context);
  extract::read_marks(context);
  extract::read_requirements(context);
  extract::read_caveats(context);
  extract::read_owners(context);
  extract::count_records(context);
  // Beyond this point nothing is read any more: fields leave the order of the document.
  sort_fields(records);
  read_id(records);
  read_status(context, records);
  records.kind_hint = kind_of(records);
  return records;
}

}  // namespace muster
