// Tasks and phases: one row for each that a document declares.
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
  phase.ordinal = static_cast<int>(id.n) + 1;
  phase.anchor = linker.claim(
      document, cat({"phase-", record.key.empty() ? number(phase.ordinal) : record.key}));
  phase.gate = linker.gate(document, record.gate);
  phase.where = linker.where(document, record.line);
  return phase;
}

}  // namespace

void link_tasks(Linker& linker) {
  Model& model = linker.model;
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const DocumentId document(d);
    const Records& records = linker.records(document);
    for (std::size_t i = 0; i < records.tasks.size(); ++i)
      model.tasks.add(make_task(linker, document, Id<record::Task>(i)));
    for (std::size_t i = 0; i < records.phases.size(); ++i)
      model.phases.add(make_phase(linker, document, Id<record::Phase>(i)));
  }
  for (std::size_t i = 0; i < model.tasks.size(); ++i)
    if (const PhaseId phase = model.tasks[TaskId(i)].phase)
      model.phases[phase].tasks.push_back(TaskId(i));
}

}  // namespace muster
