// Issues: their index, and the page of one with its criteria first.
#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "compose/document.h"
#include "compose/frame.h"
#include "compose/pages.h"

namespace muster {
namespace {

Data::Object status_of(const Document& document) {
  Data::Object mark = data_of(mark_of(document.status_class));
  if (document.on_hold) mark["icon"] = "hold";
  if (document.status.fill == Fill::value) mark["word"] = document.status.text;
  return mark;
}

Data::Object index_row(const View& view, DocumentId id) {
  const Document& document = view.model.documents[id];
  return {{"title", document.title},
          {"key", text_or_none(document.key)},
          {"href", view.to(id)},
          {"path", document.path},
          {"repo", view.input.workspace.repos[document.repo].name},
          {"mark", status_of(document)},
          {"owner", View::owner(document.owner.fill == Fill::value ? document.owner.text : "")},
          {"priority", entry_of(document.priority, words::kNone)},
          {"bar", document.judged() && view.audit.documents[id.n].tally.total() > 0
                      ? Data(bar_of(view.audit.documents[id.n].tally))
                      : Data(false)},
          {"marks", severity_marks(view.count_findings(id))}};
}

// Metadata in the words of the document, in its order.
Data::List details_of(const Document& document) {
  Data::List details;
  if (document.content == nullptr) return details;
  for (const record::Field& field : document.content->records.fields) {
    const record::Section& section = document.content->records.sections[field.section];
    const bool of_document = section.level <= 1;
    if (!of_document || field.key.empty() || field.name == "status") continue;
    details.push_back(
        Data::Object{{"key", field.key}, {"value", entry_of(field.value, words::kNone)}});
  }
  return details;
}

// Who refers to this document: each document once, with its first place.
Data::List referenced_by(const View& view, DocumentId id, std::size_t& places) {
  std::vector<const Reference*> first;
  std::map<std::string, int> count;
  for (const Reference& reference : view.model.references) {
    if (reference.target != id || reference.source == id) continue;
    ++places;
    if (++count[reference.where.path] == 1) first.push_back(&reference);
  }
  Data::List rows;
  for (const Reference* reference : first) {
    const int more = count[reference->where.path] - 1;
    rows.push_back(
        Data::Object{{"title", reference->source ? view.model.documents[reference->source].title
                                                 : reference->where.path},
                     {"place", view.place(reference->where)},
                     {"more", more > 0 ? Data(words::counted(more, "more place")) : Data(false)}});
  }
  return rows;
}

Data::List gaps_of(const View& view, DocumentId id) {
  Data::List gaps;
  for (const Gap& gap : view.model.gaps) {
    if (gap.issue != id) continue;
    const GapId row = view.model.gaps.id_of(gap);
    gaps.push_back(Data::Object{
        {"text", gap.text}, {"href", view.to(row)}, {"mark", data_of(mark_of(gap.state))}});
  }
  return gaps;
}

// The section that is shown first: the one with the acceptance criteria, else the first with items.
std::size_t first_section(const DocumentBody& body) {
  std::size_t first = body.sections.size();
  for (std::size_t i = body.sections.size(); i-- > 0;)
    if (body.sections[i].tally.total() > 0) first = i;
  for (std::size_t i = body.sections.size(); i-- > 0;)
    if (body.sections[i].acceptance) first = i;
  return first < body.sections.size() ? first : 0;
}

}  // namespace

Page issues_page(const View& view) {
  Page page = framed_page(view, "issues");
  Data::List rows;
  int open = 0;
  for (const Document& document : view.model.documents) {
    if (document.kind != DocumentKind::issue) continue;
    rows.push_back(index_row(view, view.model.documents.id_of(document)));
    const bool over =
        document.status_class == StatusClass::done || document.status_class == StatusClass::dropped;
    open += over ? 0 : 1;
  }
  page.data["page_title"] = "Issues";
  page.data["total"] = rows.size();
  page.data["open"] = open;
  page.data["any"] = !rows.empty();
  page.data["rows"] = std::move(rows);
  return page;
}

Page issue_page(const View& view) {
  const DocumentId id(view.plan.row);
  const Document& document = view.model.documents[id];
  const DocumentBody body = document_body(view, id);
  Page page = framed_page(view, "issue");
  page.data["head"] = document_head(view, id, body);
  page.data["page_title"] = document.title;

  const std::size_t first = first_section(body);
  Data::List first_sections;
  Data::List sections;
  for (std::size_t i = 0; i < body.sections.size(); ++i)
    (i == first ? first_sections : sections).push_back(body.sections[i].data);
  page.data["first_sections"] = std::move(first_sections);
  page.data["sections"] = std::move(sections);

  std::size_t places = 0;
  Data::List references = referenced_by(view, id, places);
  Data::List gaps = gaps_of(view, id);
  page.data["status"] = status_of(document);
  page.data["details"] = details_of(document);
  page.data["reference_count"] = words::counted(static_cast<long long>(places), "place");
  page.data["referenced"] = !references.empty() || !gaps.empty();
  page.data["references"] = std::move(references);
  page.data["gaps"] = std::move(gaps);
  page.data["written"] =
      document.content == nullptr ? Data(false) : Data(document.content->markdown.source);
  return page;
}

}  // namespace muster
