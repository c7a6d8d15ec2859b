#include "audit/gates.h"

#include <algorithm>

#include "audit/metrics.h"
#include "audit/proof.h"
#include "base/text.h"

namespace muster {
namespace {

bool set_aside(const Item& item) {
  return item.state == BoxState::not_applicable || item.state == BoxState::dropped;
}

// Gates whose section or row rests on a report that failed or tested nothing, or on a run that
// failed.
std::vector<bool> disputed_gates(const Judging& judging) {
  std::vector<bool> disputed(judging.model.gates.size(), false);
  for (std::size_t i = 0; i < disputed.size(); ++i)
    disputed[i] = judging.model.gates[GateId(i)].failed_run.has_value();
  for (const Citation& citation : judging.model.citations) {
    if (!citation.gate ||
        (citation.binding != Binding::section && citation.binding != Binding::row))
      continue;
    const Evidence& evidence = judging.model.evidence[citation.evidence];
    const Proof proof = last_proof_of(evidence, judging.as_of);
    if (proof == Proof::failing || proof == Proof::empty) disputed[citation.gate.n] = true;
  }
  return disputed;
}

bool is_passed(const Judging& judging, GateId id, const GateAudit& audit) {
  const Gate& gate = judging.model.gates[id];
  const DecisionId decided = judging.decisions[id.n];
  const Decision* decision = decided ? &judging.model.decisions[decided] : nullptr;
  if (decision != nullptr && decision->answer != Answer::yes) return false;
  if (decision == nullptr && gate.asks_decision) return false;
  if (gate.kind == GateKind::rollback) return decision != nullptr && audit.met == 0;
  if (decision == nullptr && gate.unboxed > 0) return false;
  if (audit.criteria == 0) return decision != nullptr;
  return audit.met == audit.criteria;
}

void count_criteria(const Judging& judging, const Gate& gate, GateAudit& audit) {
  for (const ItemId id : gate.criteria) {
    const Item& item = judging.model.items[id];
    if (set_aside(item)) continue;
    ++audit.criteria;
    const bool met =
        item.state == BoxState::ticked && judging.standings[id.n] != Standing::disputed;
    if (!met) continue;
    ++audit.met;
    if (judging.standings[id.n] != Standing::verified) ++audit.on_word;
  }
  if (!gate.row_status) return;  // a row of a table is a criterion in words
  if (*gate.row_status == StatusClass::dropped) return;
  ++audit.criteria;
  if (*gate.row_status != StatusClass::done) return;
  ++audit.met;
  ++audit.on_word;
}

// The nearest gate before this one, in the phases of its document, whose boxes are not all ticked.
GateId open_gate_before(const Model& model, const Gate& gate) {
  GateId nearest;
  if (!gate.phase) return nearest;
  const Phase& own = model.phases[gate.phase];
  for (const Phase& phase : model.phases) {
    if (phase.document != gate.document || phase.ordinal >= own.ordinal || !phase.gate) continue;
    const Gate& before = model.gates[phase.gate];
    if (has_open_criterion(model, before)) nearest = phase.gate;
  }
  return nearest;
}

bool has_begun(const Model& model, const Phase& phase) {
  const auto ticked = [&](ItemId id) { return model.items[id].state == BoxState::ticked; };
  if (std::any_of(phase.items.begin(), phase.items.end(), ticked)) return true;
  return phase.gate && criteria_ticked(model, model.gates[phase.gate]);
}

std::string phase_name(const Phase& phase) {
  return phase.key.empty() ? quoted(phase.title) : phase.key;
}

constexpr std::size_t kNamed = 10;

// "phase D", "phases D, E and F"; of more than ten, "later phases".
std::string name_phases(const Model& model, const std::vector<PhaseId>& phases) {
  if (phases.size() >= kNamed) return "later phases";
  std::string text = phases.size() == 1 ? "phase " : "phases ";
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (i > 0) text += i + 1 == phases.size() ? " and " : ", ";
    text += phase_name(model.phases[phases[i]]);
  }
  return text;
}

// The first ten.
std::vector<PhaseId> begun_after(const Model& model, const Phase& phase) {
  std::vector<PhaseId> later;
  for (std::size_t i = 0; i < model.phases.size() && later.size() < kNamed; ++i) {
    const Phase& other = model.phases[PhaseId(i)];
    if (other.document == phase.document && other.ordinal > phase.ordinal &&
        has_begun(model, other))
      later.push_back(PhaseId(i));
  }
  return later;
}

std::string owner_of(const Model& model, DocumentId document) {
  return value_of(model.documents[document].owner);
}

}  // namespace

bool criteria_ticked(const Model& model, const Gate& gate) {
  int asked = 0;
  for (const ItemId id : gate.criteria) {
    const Item& item = model.items[id];
    if (set_aside(item)) continue;
    if (item.state != BoxState::ticked) return false;
    ++asked;
  }
  return asked > 0;
}

bool has_open_criterion(const Model& model, const Gate& gate) {
  return std::any_of(gate.criteria.begin(), gate.criteria.end(), [&](ItemId id) {
    const Item& item = model.items[id];
    return !set_aside(item) && item.state != BoxState::ticked;
  });
}

std::vector<GateAudit> judge_gates(const Judging& judging) {
  const Model& model = judging.model;
  const std::vector<bool> disputed = disputed_gates(judging);
  std::vector<GateAudit> audits(model.gates.size());
  for (std::size_t i = 0; i < model.gates.size(); ++i) {
    const Gate& gate = model.gates[GateId(i)];
    GateAudit& audit = audits[i];
    count_criteria(judging, gate, audit);
    audit.disputed = disputed[i];
    if (audit.disputed || !is_passed(judging, GateId(i), audit)) continue;
    audit.skipped = gate.kind == GateKind::rollback ? GateId() : open_gate_before(model, gate);
    audit.state = audit.skipped ? GateState::passed_early : GateState::passed;
  }
  return audits;
}

int check_gate_skipped(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.gates.size(); ++i) {
    const Gate& gate = model.gates[GateId(i)];
    if (!judging.judged(gate.document) || !gate.phase || gate.kind == GateKind::rollback ||
        gate.criteria.empty())
      continue;
    ++subjects;
    if (!has_open_criterion(model, gate)) continue;
    const Phase& phase = model.phases[gate.phase];
    const std::vector<PhaseId> later = begun_after(model, phase);
    if (later.empty()) continue;
    const GateAudit& audit = judging.gates[i];
    Finding& finding =
        out.add(SubjectKind::gate, static_cast<std::uint32_t>(i), cat({phase.key, " ", gate.title}))
            .finding;
    finding.document = gate.document;
    finding.label = gate.title;
    finding.message = cat({quoted(gate.title), " is open with ", number(audit.met), " of ",
                           number(audit.criteria), " met, and work of ", name_phases(model, later),
                           " is ticked"});
    finding.advice = "Close this gate, or untick what was done before it was passed.";
    finding.owner = owner_of(model, gate.document);
    finding.where = gate.where;
    for (const PhaseId id : later) finding.related.push_back(model.phases[id].where);
  }
  return subjects;
}

int check_rollback_triggered(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[ItemId(i)];
    if (item.role != Role::trigger || !judging.judged(item.document)) continue;
    ++subjects;
    if (item.state != BoxState::ticked) continue;
    Finding& finding =
        out.add(SubjectKind::item, static_cast<std::uint32_t>(i), plain_words(item.text)).finding;
    finding.document = item.document;
    finding.label = item.anchor;
    finding.message = cat({"rollback trigger ", quoted(item.text), " is ticked"});
    finding.advice = "Roll back, or untick the trigger and say why it no longer holds.";
    finding.owner = item.owner;
    finding.where = item.where;
  }
  check_trigger_met(judging, out);
  return subjects;
}

}  // namespace muster
