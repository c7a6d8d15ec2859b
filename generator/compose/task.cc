#include "compose/task.h"

#include "base/text.h"
#include "compose/item.h"

namespace muster {
namespace {

Data::List needs_of(const View& view, const Task& task) {
  Data::List needs;
  for (const TaskId id : task.needs) {
    const Task& other = view.model.tasks[id];
    needs.push_back(Data::Object{{"text", other.key},
                                 {"href", view.to_line(other.document, other.where.line)}});
  }
  for (const record::Need& need : task.unknown_needs) {
    const std::string text =
        need.last.empty() ? need.first : cat({need.first, " through ", need.last});
    needs.push_back(Data::Object{{"text", cat({text, " (no such task)"})}, {"href", false}});
  }
  return needs;
}

// The status in the author's words, with the mark of its class.
Data::Object status_mark(const Task& task) {
  Data::Object mark = data_of(mark_of(task.status_class));
  if (task.status.fill == Fill::value) mark["word"] = task.status.text;
  return mark;
}

Data estimate_of(const Task& task) {
  if (!task.estimate_minutes) return false;
  return words::minutes(*task.estimate_minutes);
}

}  // namespace

Data::Object task_facts(const View& view, const Task& task) {
  Data phase = false;
  if (task.phase && !view.model.phases[task.phase].key.empty())
    phase = cat({"Phase ", view.model.phases[task.phase].key});
  Data::List needs = needs_of(view, task);
  const bool waits = !needs.empty();
  return {{"mark", status_mark(task)},
          {"phase", std::move(phase)},
          {"owner", View::owner(task.owner.fill == Fill::value ? task.owner.text : "")},
          {"estimate", estimate_of(task)},
          {"waits", waits},
          {"needs", std::move(needs)}};
}

Data::List task_table(const View& view, DocumentId document) {
  Data::List rows;
  for (const Task& task : view.model.tasks) {
    if (task.document != document) continue;
    Data::Object row = task_facts(view, task);
    int verified = 0;
    int ticked = 0;
    for (const ItemId item : task.items) {
      verified += standing_of(view, item) == Standing::verified ? 1 : 0;
      ticked += view.model.items[item].state == BoxState::ticked ? 1 : 0;
    }
    row["key"] = task.key;
    row["title"] = task.title;
    row["href"] = view.to_line(document, task.where.line);
    row["verified"] = verified;
    row["ticked"] = ticked;
    row["items"] = task.items.size();
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace muster
