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

bool speaks_of_decision(const Opener& opener, std::string_view title) {
  return opener.decision && has_phrase(normal_words(title), "decision");
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
  gate.asks_decision = speaks_of_decision(*governor.opener, name);
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

// Whether words open a gate even where no box follows: not a "definition of done", which many
// documents give as a rule for all their work.
bool opens_by_words(const std::optional<Opener>& opener, std::string_view text) {
  if (!opener) return false;
  if (opener->gate == GateKind::go_no_go) return true;
  const std::string words = normal_words(text);
  return opener->gate == GateKind::exit &&
         (has_phrase(words, "exit") || has_phrase(words, "gate") || has_phrase(words, "salida"));
}

// Whether a box or a gate stands between two lines. Rows of a gate table answer no decision.
bool is_taken(const Records& records, int from, int to, bool asks_decision) {
  const auto within = [&](int line) { return line >= from && line < to; };
  return std::any_of(records.items.begin(), records.items.end(),
                     [&](const record::Item& item) { return within(item.line); }) ||
         std::any_of(records.gates.begin(), records.gates.end(), [&](const record::Gate& gate) {
           return within(gate.line) && !(asks_decision && gate.row_status);
         });
}

// The line after a section and all below it.
int end_of(const Context& context, Id<record::Section> id) {
  const record::Section& own = context.section(id);
  for (const record::Section& other : context.records.sections)
    if (other.line > own.line && other.level <= own.level) return other.line;
  return context.markdown.lines() + 1;
}

// The line after the block that a label announces.
int end_of(const Context& context, const Label& label) {
  const std::size_t next = context.block(label.block).end;
  return next < context.block_count() ? context.block(next).last_line + 1 : label.line + 1;
}

void add_inline_gate(Context& context, std::size_t block, const Statement& statement) {
  record::Gate gate;
  gate.section = context.section_of[block];
  gate.line = statement.line;
  gate.phase = context.phase_of[gate.section.n];
  gate.title = cat({gate_title(context, statement.key, gate.phase), ": ",
                    shorten(without_markup(statement.value), 80)});
  const Id<record::Gate> id = context.records.gates.add(gate);
  if (gate.phase && !context.records.phases[gate.phase].gate)
    context.records.phases[gate.phase].gate = id;
}

// `Exit gate: all tests are green`
void read_inline_gates(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind != BlockKind::paragraph) continue;
    for (const Line& line : context.lines[i]) {
      const std::optional<Statement> statement = read_statement(line);
      if (!statement || statement->value.empty()) continue;
      const std::optional<Opener> opener = opener_of(statement->key);
      if (opener && opener->gate == GateKind::exit && opens_by_words(opener, statement->key) &&
          !is_taken(context.records, line.line, line.line + 1, false))
        add_inline_gate(context, i, *statement);
    }
  }
}

// An exit gate or a go/no-go point told in words: open, as no box says otherwise. In a document
// without boxes the words are about gates in general.
void read_wordy_gates(Context& context) {
  const Records& records = context.records;
  if (records.items.empty()) return;
  for (std::size_t i = 1; i < records.sections.size(); ++i) {
    const Id<record::Section> id(i);
    Governor governor;
    governor.opener = opener_of(context.section(id).title);
    governor.section = id;
    if (!opens_by_words(governor.opener, context.section(id).title) || context.is_title(id))
      continue;
    const bool asks = speaks_of_decision(*governor.opener, context.section(id).title);
    if (!is_taken(records, context.section(id).line, end_of(context, id), asks))
      add_gate(context, governor);
  }
  read_inline_gates(context);
  for (std::size_t i = 0; i < context.labels.size(); ++i) {
    const Label& label = context.labels[i];
    if (!opens_by_words(label.opener, label.text) ||
        is_taken(records, label.line, end_of(context, label),
                 speaks_of_decision(*label.opener, label.text)))
      continue;
    Governor governor;
    governor.opener = label.opener;
    governor.label = i;
    add_gate(context, governor);
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
  read_wordy_gates(context);
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
