#include "compose/gate.h"

#include "base/text.h"
#include "compose/item.h"

namespace muster {
namespace {

bool started(const View& view, const Phase& phase) {
  for (const ItemId item : phase.items)
    if (view.model.items[item].state == BoxState::ticked) return true;
  return false;
}

// What the gate that was skipped is called: its phase's key, else its title.
std::string name_of(const View& view, GateId id) {
  const Gate& gate = view.model.gates[id];
  if (gate.phase && !view.model.phases[gate.phase].key.empty())
    return cat({"gate ", view.model.phases[gate.phase].key});
  return gate.title;
}

std::string phase_title(const Phase& phase) {
  if (phase.key.empty()) return phase.title;
  if (phase.title.empty()) return cat({"Phase ", phase.key});
  return cat({phase.key, " · ", phase.title});
}

Data::List criteria_of(const View& view, const Gate& gate) {
  Data::List rows;
  for (const ItemId id : gate.criteria) {
    const Item& item = view.model.items[id];
    Data::List evidence;
    for (const std::size_t citation : item.citations)
      if (view.model.citations[citation].evidence)
        evidence.push_back(evidence_link(view, view.model.citations[citation].evidence));
    rows.push_back(Data::Object{{"text", item.text},
                                {"href", view.to(id)},
                                {"mark", data_of(mark_of_item(view, id))},
                                {"evidence", std::move(evidence)}});
  }
  return rows;
}

const Gate* gate_of(const View& view, const Decision& decision, GateId& id) {
  id = decision.gate;
  return decision.gate ? &view.model.gates[decision.gate] : nullptr;
}

std::string options_of(const Decision& decision) {
  std::string text;
  for (const record::Option& option : decision.options)
    text += cat({text.empty() ? "" : ", ", option.label});
  return text;
}

// A rollback asks whether a trigger has fired, any other gate whether its criteria hold.
Data::Object criteria_mark(const View& view, GateId id) {
  const Gate& gate = view.model.gates[id];
  if (gate.kind != GateKind::rollback) return gate_mark(view, id);
  long long fired = 0;
  for (const ItemId item : gate.criteria)
    fired += view.model.items[item].state == BoxState::ticked ? 1 : 0;
  if (fired == 0) return data_of({"gate-open", "", "No trigger has fired"});
  Data::Object mark = data_of({"gate-bad", "bad", {}});
  mark["word"] = words::counted(fired, "trigger has fired", "triggers have fired");
  return mark;
}

Data::Object decision_row(const View& view, const Decision& decision) {
  GateId id;
  const Gate* gate = gate_of(view, decision, id);
  const GateAudit* audit =
      gate != nullptr && id.n < view.audit.gates.size() ? &view.audit.gates[id.n] : nullptr;
  return {{"topic", decision.topic},
          {"href", view.to_line(decision.document, decision.where.line)},
          {"question", text_or_none(decision.question)},
          {"rollback", gate != nullptr && gate->kind == GateKind::rollback},
          {"criteria", gate != nullptr ? criteria_of(view, *gate) : Data::List{}},
          {"gate", gate != nullptr ? Data(criteria_mark(view, id)) : Data(false)},
          {"met", audit != nullptr && audit->criteria > 0 && gate->kind != GateKind::rollback
                      ? Data(Data::Object{{"count", audit->met}, {"of", audit->criteria}})
                      : Data(false)},
          {"chosen", text_or_none(decision.chosen)},
          {"conflict", decision.conflict},
          {"options", text_or_none(options_of(decision))},
          {"approver", entry_of(decision.approver, "No approver")},
          {"at", entry_of(decision.at, "no date")}};
}

}  // namespace

Mark gate_mark_of(const GateAudit& audit, bool begun) {
  switch (audit.state) {
    case GateState::passed:
      if (audit.on_word == 0) return {"gate-ok", "ok", "Passed"};
      return {"gate-ok", "warn",
              audit.on_word < audit.met ? "Passed, in part on word alone" : "Passed on word alone"};
    case GateState::passed_early:
      return {"gate-bad", "bad", "Closed before an earlier gate"};
    case GateState::open:
      break;
  }
  return {"gate-open", "", begun ? "Gate open" : "Not started"};
}

Data::Object gate_mark(const View& view, GateId id) {
  const Gate& gate = view.model.gates[id];
  if (gate.phase && view.model.phases[gate.phase].gate == id)
    return gate_mark(view, view.model.phases[gate.phase]);
  return data_of(
      gate_mark_of(id.n < view.audit.gates.size() ? view.audit.gates[id.n] : GateAudit{}, true));
}

Data::Object gate_mark(const View& view, const Phase& phase) {
  if (phase.gate.n >= view.audit.gates.size())
    return data_of(gate_mark_of(GateAudit{}, started(view, phase)));
  const GateAudit& audit = view.audit.gates[phase.gate.n];
  Data::Object mark = data_of(gate_mark_of(audit, started(view, phase)));
  if (audit.state == GateState::passed_early && audit.skipped)
    mark["word"] = cat({"Closed before ", name_of(view, audit.skipped)});
  return mark;
}

Data::List phase_rail(const View& view, DocumentId document) {
  Data::List rail;
  for (const Phase& phase : view.model.phases) {
    if (phase.document != document) continue;
    std::string_view tone;
    int verified = 0;
    for (const ItemId item : phase.items)
      verified += standing_of(view, item) == Standing::verified ? 1 : 0;
    if (phase.gate && phase.gate.n < view.audit.gates.size()) {
      const GateAudit& audit = view.audit.gates[phase.gate.n];
      if (audit.state == GateState::passed && audit.on_word == 0) tone = "done";
      if (audit.state == GateState::passed_early) tone = "brk";
    }
    rail.push_back(Data::Object{{"title", phase_title(phase)},
                                {"href", view.to_line(document, phase.where.line)},
                                {"tone", tone},
                                {"mark", phase.gate ? Data(gate_mark(view, phase)) : Data(false)},
                                {"verified", verified},
                                {"total", phase.items.size()}});
  }
  if (rail.size() < 2) rail.clear();
  return rail;
}

Data::List decision_points(const View& view, DocumentId document) {
  Data::List rows;
  for (const Decision& decision : view.model.decisions)
    if (decision.document == document) rows.push_back(decision_row(view, decision));
  return rows;
}

}  // namespace muster
