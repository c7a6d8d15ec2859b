// Checklists and trackers: their index, and the page of one.
#include "base/text.h"
#include "compose/document.h"
#include "compose/frame.h"
#include "compose/gate.h"
#include "compose/pages.h"
#include "compose/task.h"

namespace muster {
namespace {

template <class T>
int count_in(const Table<T>& table, DocumentId document) {
  int count = 0;
  for (const T& row : table) count += row.document == document ? 1 : 0;
  return count;
}

// "Task tracker, 9 tasks, 3 decisions", "Checklist, 6 phases".
std::string kind_words(const View& view, DocumentId id) {
  std::string words(word_of(view.model.documents[id].kind));
  const auto add = [&](int count, std::string_view one) {
    if (count > 0) words += cat({", ", words::counted(count, one)});
  };
  add(count_in(view.model.phases, id), "phase");
  add(count_in(view.model.tasks, id), "task");
  add(count_in(view.model.decisions, id), "decision");
  return words;
}

Data::Object index_row(const View& view, DocumentId id) {
  const Document& document = view.model.documents[id];
  const DocumentAudit& audit = view.audit.documents[id.n];
  return {{"title", document.title},
          {"href", view.to(id)},
          {"path", document.path},
          {"repo",
           document.judged() ? Data(false) : Data(view.input.workspace.repos[document.repo].name)},
          {"kind", kind_words(view, id)},
          {"mark", data_of(mark_of(audit.verdict.outcome))},
          {"bar", bar_of(audit.tally)},
          {"claimed", audit.tally.claimed},
          {"disputed", audit.tally.disputed},
          {"unknown", audit.tally.unknown},
          {"open", audit.tally.open}};
}

}  // namespace

Page checklists_page(const View& view) {
  Page page = framed_page(view, "checklists");
  Data::List with_boxes;
  Data::List others;
  for (const Document& document : view.model.documents) {
    const DocumentId id = view.model.documents.id_of(document);
    const bool boxes = view.audit.documents[id.n].tally.total() > 0 ||
                       document.kind == DocumentKind::checklist ||
                       document.kind == DocumentKind::tracker;
    if (document.judged() && boxes) {
      with_boxes.push_back(index_row(view, id));
    } else if (document.kind != DocumentKind::issue) {
      others.push_back(index_row(view, id));
    }
  }
  page.data["page_title"] = "Checklists";
  page.data["documents"] = std::move(with_boxes);
  page.data["others"] = std::move(others);
  return page;
}

Page checklist_page(const View& view) {
  const DocumentId id(view.plan.row);
  Page page = framed_page(view, "checklist");
  add_document(view, id, page);
  Data::List rail = phase_rail(view, id);
  page.data["rail"] = std::move(rail);
  return page;
}

Page tracker_page(const View& view) {
  const DocumentId id(view.plan.row);
  Page page = checklist_page(view);
  page.template_name = "tracker";
  Data::List decisions = decision_points(view, id);
  Data::List tasks = task_table(view, id);
  page.data["tasks"] = std::move(tasks);
  page.data["decisions"] = std::move(decisions);
  return page;
}

}  // namespace muster
