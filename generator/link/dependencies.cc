// Needs of tasks as edges: ids and ranges become the tasks that are declared.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "link/ids.h"
#include "link/linker.h"

namespace muster {
namespace {

class TaskIndex {
 public:
  explicit TaskIndex(const Model& model) : model_(model) {
    for (std::size_t i = 0; i < model.tasks.size(); ++i) {
      const Task& task = model.tasks[TaskId(i)];
      by_key_[id_key(task.key)].push_back(TaskId(i));
      if (const auto id = split_id(task.key)) by_number_[id->prefix][id->number] = task.key;
    }
  }

  /// Of the same document, else of the same repository, else the first that is declared.
  TaskId find(std::string_view key, DocumentId near) const {
    const auto found = by_key_.find(id_key(key));
    if (found == by_key_.end()) return {};
    TaskId best = found->second.front();
    for (const TaskId id : found->second)
      if (weight(id, near) > weight(best, near)) best = id;
    return best;
  }

  /// The declared tasks from one number to the other, ends included.
  std::vector<TaskId> between(const NumberedId& from, const NumberedId& to, DocumentId near) const {
    std::vector<TaskId> tasks;
    const auto numbers = by_number_.find(from.prefix);
    if (numbers == by_number_.end()) return tasks;
    for (auto at = numbers->second.lower_bound(std::min(from.number, to.number));
         at != numbers->second.end() && at->first <= std::max(from.number, to.number); ++at)
      tasks.push_back(find(at->second, near));
    return tasks;
  }

 private:
  int weight(TaskId id, DocumentId near) const {
    const DocumentId document = model_.tasks[id].document;
    if (document == near) return 2;
    return model_.documents[document].repo == model_.documents[near].repo ? 1 : 0;
  }

  const Model& model_;
  std::map<std::string, std::vector<TaskId>> by_key_;
  std::map<std::string, std::map<long long, std::string>> by_number_;
};

// Each end of a range must be declared; what lies between may have holes.
std::vector<TaskId> resolve(const TaskIndex& index, DocumentId document, const record::Need& need,
                            std::vector<record::Need>& unknown) {
  if (need.last.empty()) {
    if (const TaskId task = index.find(need.first, document)) return {task};
    unknown.push_back(need);
    return {};
  }
  for (const std::string& end : {need.first, need.last})
    if (!index.find(end, document)) unknown.push_back({end, "", need.line});
  const auto from = split_id(need.first);
  const auto to = split_id(need.last);
  if (from && to && from->prefix == to->prefix) return index.between(*from, *to, document);
  std::vector<TaskId> ends;
  for (const std::string& end : {need.first, need.last})
    if (const TaskId task = index.find(end, document)) ends.push_back(task);
  return ends;
}

}  // namespace

void link_dependencies(Linker& linker) {
  Model& model = linker.model;
  const TaskIndex index(model);
  for (std::size_t i = 0; i < model.tasks.size(); ++i) {
    const TaskId id(i);
    Task& task = model.tasks[id];
    std::set<TaskId> known;
    for (const record::Need& need : linker.records(task.document).tasks[task.record].needs)
      for (const TaskId needed : resolve(index, task.document, need, task.unknown_needs))
        if ((needed != id || need.last.empty()) && known.insert(needed).second) {
          task.needs.push_back(needed);
          model.dependencies.push_back({id, needed});
        }
  }
}

}  // namespace muster
