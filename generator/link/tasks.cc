// Tasks and phases: one row for each that a document declares.
#include <map>

#include "base/text.h"
#include "link/linker.h"

namespace muster {
namespace {

Task make_task(Linker& linker, DocumentId document, Id<record::Task> id) {
  const record::Task& record = linker.records(document).tasks[id];
  Task task;
  task.document = document;
  task.record = id;
  task.key = record.key;
  task.title = record.title;
  task.anchor = linker.claim(document, record.key);
  task.status = record.status;
  task.status_class = record.status_class;
  task.owner = record.owner;
  task.estimate_minutes = record.estimate_minutes;
  task.phase = linker.phase(document, record.phase);
  task.where = linker.where(document, record.line);
  return task;
}

Phase make_phase(Linker& linker, DocumentId document, Id<record::Phase> id) {
  const record::Phase& record = linker.records(document).phases[id];
  Phase phase;
  phase.document = document;
  phase.key = record.key;
  phase.title = record.title;
  phase.anchor =
      linker.claim(document, cat({"phase-", record.key.empty() ? number(id.n + 1LL) : record.key}));
  phase.gate = linker.gate(document, record.gate);
  phase.where = linker.where(document, record.line);
  return phase;
}

// A number, or a letter by its place in the alphabet; zero where the key is neither.
long long rank_of(std::string_view key, bool letters) {
  if (letters) return key.size() == 1 && is_alpha(key[0]) ? lower(key)[0] - 'a' + 1LL : 0;
  if (key.empty() || key.size() > 9) return 0;
  long long value = 0;
  for (const char c : key) {
    if (!is_digit(c)) return 0;
    value = value * 10 + (c - '0');
  }
  return value + 1;  // there may be a phase 0
}

// By their keys where all are numbers or all are letters, each once; else as they stand.
void order_phases(Model& model, std::size_t begin) {
  const std::size_t end = model.phases.size();
  for (std::size_t i = begin; i < end; ++i)
    model.phases[PhaseId(i)].ordinal = static_cast<int>(i - begin) + 1;
  for (const bool letters : {false, true}) {
    std::map<long long, PhaseId> ranks;
    for (std::size_t i = begin; i < end; ++i)
      if (const long long rank = rank_of(model.phases[PhaseId(i)].key, letters))
        ranks.emplace(rank, PhaseId(i));
    if (ranks.size() != end - begin) continue;
    int ordinal = 0;
    for (const auto& [rank, id] : ranks) model.phases[id].ordinal = ++ordinal;
  }
}

}  // namespace

void link_tasks(Linker& linker) {
  Model& model = linker.model;
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const DocumentId document(d);
    const Records& records = linker.records(document);
    for (std::size_t i = 0; i < records.tasks.size(); ++i)
      model.tasks.add(make_task(linker, document, Id<record::Task>(i)));
    const std::size_t first_phase = model.phases.size();
    for (std::size_t i = 0; i < records.phases.size(); ++i)
      model.phases.add(make_phase(linker, document, Id<record::Phase>(i)));
    order_phases(model, first_phase);
  }
  for (std::size_t i = 0; i < model.tasks.size(); ++i)
    if (const PhaseId phase = model.tasks[TaskId(i)].phase)
      model.phases[phase].tasks.push_back(TaskId(i));
}

}  // namespace muster
