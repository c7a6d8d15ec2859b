// Exit gates: a label or a heading that opens exit criteria, with at least one box under it. And
// the order of all gates, which is that of the document.
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "extract/context.h"

namespace muster::extract {

namespace {

std::string gate_title(const Context& context, std::string_view opener, Id<record::Phase> phase) {
  if (!phase) return std::string(opener);
  const std::string& key = context.records.phases[phase].key;
  const std::string words = normal_words(opener);
  if (has_phrase(words, lower(key))) return std::string(opener);
  return cat({opener, " of phase ", key});
}

// The phase that a heading such as "Phase 1 exit criteria" names, although it is not part of it.
Id<record::Phase> phase_named(const Context& context, std::string_view heading) {
  const std::string words = normal_words(heading);
  for (const record::Phase& phase : context.records.phases) {
    const std::string key = lower(phase.key);
    const std::vector<std::string_view> parts = split(words, ' ');
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
      if (is_phase_word(parts[i]) && parts[i + 1] == key)
        return context.records.phases.id_of(phase);
  }
  return {};
}

bool same_gate(const Governor& a, const Governor& b) {
  return a.label == b.label && a.section == b.section;
}

Id<record::Gate> add_gate(Context& context, const Governor& governor) {
  Records& records = context.records;
  const Label* label = governor.label != kNone ? &context.labels[governor.label] : nullptr;
  const std::string name = label != nullptr ? label->text : context.section(governor.section).title;
  record::Gate gate;
  gate.kind = *governor.opener->gate;
  gate.section = label != nullptr ? context.section_of[label->block] : governor.section;
  gate.line = label != nullptr ? label->line : context.section(governor.section).line;
  gate.phase = context.phase_of[gate.section.n];
  if (!gate.phase) gate.phase = phase_named(context, name);
  gate.title = gate_title(context, name, gate.phase);
  const Id<record::Gate> id = records.gates.add(gate);
  if (gate.kind == GateKind::exit && gate.phase && !records.phases[gate.phase].gate)
    records.phases[gate.phase].gate = id;
  return id;
}

// Gives the items that `wanted` takes a gate for each label or heading that governs them.
template <class F>
void gather(Context& context, F&& wanted) {
  Governor last;
  Id<record::Gate> gate;
  for (record::Item& item : context.records.items) {
    const Governor governor = governor_of(context, item.block);
    if (!governor.opener || !governor.opener->gate || !wanted(item, *governor.opener)) continue;
    if (!gate || !same_gate(governor, last)) gate = add_gate(context, governor);
    last = governor;
    item.gate = gate;
    if (!item.phase) item.phase = context.records.gates[gate].phase;
  }
}

}  // namespace

void read_gates(Context& context) {
  gather(context,
         [](const record::Item&, const Opener& opener) { return opener.gate == GateKind::exit; });
}

// "Go/No-Go checklist" is a gate without a line for the decision. Criteria of no gate at all are
// what has to be met: acceptance.
void read_undecided_gates(Context& context) {
  gather(context, [](const record::Item& item, const Opener&) {
    return item.role == Role::criterion && !item.gate;
  });
  for (record::Item& item : context.records.items)
    if (item.role == Role::criterion && !item.gate) item.role = Role::acceptance;
}

void order_gates(Context& context) {
  Records& records = context.records;
  std::vector<std::size_t> order(records.gates.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto line_of = [&](std::size_t i) { return records.gates[Id<record::Gate>(i)].line; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return line_of(a) < line_of(b); });
  Table<record::Gate> sorted;
  std::vector<Id<record::Gate>> moved(order.size());
  for (const std::size_t i : order) moved[i] = sorted.add(records.gates[Id<record::Gate>(i)]);
  records.gates = std::move(sorted);
  for (record::Item& item : records.items)
    if (item.gate) item.gate = moved[item.gate.n];
  for (record::Phase& phase : records.phases)
    if (phase.gate) phase.gate = moved[phase.gate.n];
}

}  // namespace muster::extract
