#include "audit/consistency.h"

#include <algorithm>
#include <initializer_list>

#include "base/text.h"

namespace muster {
namespace {

struct Boxes {
  int open = 0;
  int ticked = 0;
  int all() const { return open + ticked; }
};

// Triggers and announcements are not work that a status speaks of.
void count_box(Boxes& boxes, const Item& item) {
  if (item.role == Role::trigger || item.role == Role::announcement) return;
  if (item.state == BoxState::open) ++boxes.open;
  if (item.state == BoxState::ticked) ++boxes.ticked;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return contains_word(text, word); });
}

// "Not started" is wrong from the first tick. "Open" fits work that goes on, until all is ticked;
// "draft" and the like speak of the document and not of its boxes.
bool denies_ticks(std::string_view status, const Boxes& boxes) {
  if (has_any(status, {"not started", "not begun", "not yet", "unstarted", "todo", "to do",
                       "planned", "not ready", "not approved"}) ||
      equals_ignoring_case(trim(status), "pending"))
    return true;
  return boxes.open == 0 && !has_any(status, {"draft", "proposed", "planning", "ready", "pending",
                                              "waiting", "scheduled", "queued", "awaiting"});
}

// The sentence that says how they disagree, or empty where they may both be true.
std::string contradiction(const record::Entry& status, StatusClass status_class,
                          const Boxes& boxes) {
  if (status.fill != Fill::value || boxes.all() == 0) return {};
  const std::string all = counted(boxes.all(), "box", "boxes");
  if (status_class == StatusClass::done && boxes.ticked == 0)
    return cat({"status is ", quoted(status.text), " and none of ", all, " is ticked"});
  if (status_class == StatusClass::done && boxes.open > 0)
    return cat({"status is ", quoted(status.text), " and ", number(boxes.open), " of ", all,
                boxes.open == 1 ? " is open" : " are open"});
  if (status_class == StatusClass::open && boxes.ticked > 0 && denies_ticks(status.text, boxes))
    return cat({"status is ", quoted(status.text), " and ", number(boxes.ticked), " of ", all,
                boxes.ticked == 1 ? " is ticked" : " are ticked"});
  if (status_class == StatusClass::blocked && boxes.open == 0)
    return cat({"status is ", quoted(status.text), " and ", number(boxes.ticked), " of ", all,
                boxes.ticked == 1 ? " is ticked" : " are ticked"});
  return {};
}

void report(Findings& out, Subject subject, DocumentId document, const std::string& label,
            const record::Entry& owner, const Where& where, const std::string& message) {
  if (message.empty()) return;
  Finding& finding = out.add(subject.kind, subject.row, label).finding;
  finding.document = document;
  finding.label = label;
  finding.message = message;
  finding.advice = "Bring the status and the boxes in line.";
  finding.owner = value_of(owner);
  finding.where = where;
}

Where at(Where where, const record::Entry& entry) {
  if (entry.line > 0) {
    where.line = entry.line;
    where.column = entry.column;
  }
  return where;
}

}  // namespace

int check_status_contradicts_boxes(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  std::vector<Boxes> by_document(model.documents.size());
  for (const Item& item : model.items) count_box(by_document[item.document.n], item);

  int subjects = 0;
  for (std::size_t i = 0; i < model.documents.size(); ++i) {
    const Document& document = model.documents[DocumentId(i)];
    if (!document.judged() || document.status.fill != Fill::value) continue;
    ++subjects;
    const std::string label = document.key.empty() ? document.title : document.key;
    report(out, {SubjectKind::document, static_cast<std::uint32_t>(i)}, DocumentId(i), label,
           document.owner, at({document.repo, document.path, 0, 0}, document.status),
           contradiction(document.status, document.status_class, by_document[i]));
  }
  for (std::size_t i = 0; i < model.tasks.size(); ++i) {
    const Task& task = model.tasks[TaskId(i)];
    if (!judging.judged(task.document) || task.status.fill != Fill::value) continue;
    ++subjects;
    Boxes boxes;
    for (const ItemId id : task.items) count_box(boxes, model.items[id]);
    report(out, {SubjectKind::task, static_cast<std::uint32_t>(i)}, task.document, task.key,
           task.owner, at(task.where, task.status),
           contradiction(task.status, task.status_class, boxes));
  }
  return subjects;
}

}  // namespace muster
