// Gates and the decisions taken at them.
#include <algorithm>

#include "base/text.h"
#include "link/linker.h"
#include "link/runs.h"

namespace muster {
namespace {

std::string gate_title(const record::Gate& record, const record::Phase* phase) {
  if (!record.title.empty()) return record.title;
  const std::string kind = record.kind == GateKind::exit       ? "Exit gate"
                           : record.kind == GateKind::go_no_go ? "Go/no-go decision"
                           : record.kind == GateKind::rollback ? "Rollback decision"
                                                               : "Approval";
  return phase != nullptr && !phase->key.empty() ? cat({kind, " of phase ", phase->key}) : kind;
}

Gate make_gate(Linker& linker, DocumentId document, Id<record::Gate> id) {
  const Records& records = linker.records(document);
  const record::Gate& record = records.gates[id];
  const record::Phase* phase = record.phase ? &records.phases[record.phase] : nullptr;
  Gate gate;
  gate.document = document;
  gate.kind = record.kind;
  gate.title = gate_title(record, phase);
  gate.question = record.question;
  const bool of_phase = phase != nullptr && !phase->key.empty() && record.kind == GateKind::exit;
  gate.anchor = linker.claim(document, cat({"gate-", of_phase ? phase->key : number(id.n + 1LL)}));
  gate.phase = linker.phase(document, record.phase);
  gate.unboxed = static_cast<int>(
      std::count_if(records.requirements.begin(), records.requirements.end(),
                    [&](const record::Requirement& asked) { return asked.gate == id; }));
  gate.asks_decision = record.asks_decision;
  gate.row_status = record.row_status;
  gate.row_state = record.row_state;
  if (const record::RunNote* run = failed_run(records, id))
    gate.failed_run = linker.where(document, line_of(*run));
  gate.decision = record.decision;
  gate.where = linker.where(document, record.line);
  return gate;
}

Decision make_decision(Linker& linker, DocumentId document, Id<record::Decision> id) {
  const Records& records = linker.records(document);
  const record::Decision& record = records.decisions[id];
  const record::Choice* choice = record.choice ? &records.choices[record.choice] : nullptr;
  Decision decision;
  decision.document = document;
  decision.record = id;
  decision.topic = record.topic;
  decision.question = record.question;
  if (choice != nullptr) decision.options = choice->options;
  decision.chosen = record.chosen;
  decision.conflict = record.conflict;
  decision.answer = record.answer;
  decision.approver = record.approver;
  decision.at = record.at;
  decision.anchor = linker.claim(document, cat({"decision-", number(id.n + 1LL)}));
  decision.where = linker.where(document, record.line);
  return decision;
}

}  // namespace

void link_gates(Linker& linker) {
  Model& model = linker.model;
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const DocumentId document(d);
    const Records& records = linker.records(document);
    for (std::size_t i = 0; i < records.gates.size(); ++i)
      model.gates.add(make_gate(linker, document, Id<record::Gate>(i)));
    for (std::size_t i = 0; i < records.decisions.size(); ++i)
      model.decisions.add(make_decision(linker, document, Id<record::Decision>(i)));
  }
  for (std::size_t i = 0; i < model.gates.size(); ++i) {
    const Gate& gate = model.gates[GateId(i)];
    if (const DecisionId decision = linker.decision(gate.document, gate.decision))
      model.decisions[decision].gate = GateId(i);
  }
}

}  // namespace muster
