// Decision points: a choice or field "Decision" under a heading or label that speaks of one, or
// beside an approver. What stands in the same scope belongs to it; go/no-go, rollback and approval
// points are gates as well.
#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

// A section, or what a label announces in it.
struct Scope {
  Id<record::Section> section;
  std::size_t label = kNone;

  bool operator==(const Scope&) const = default;
};

std::string scope_title(const Context& context, const Scope& scope) {
  return scope.label != kNone ? context.labels[scope.label].text
                              : context.section(scope.section).title;
}

const record::Field* field_in(const Context& context, const Scope& scope, std::string_view name) {
  for (std::size_t i = 0; i < context.records.fields.size(); ++i) {
    const record::Field& field = context.records.fields[i];
    if (field.name == name && field.section == context.metadata_section(scope.section) &&
        context.field_places[i].label == scope.label)
      return &field;
  }
  return nullptr;
}

record::Entry entry_in(const Context& context, const Scope& scope, std::string_view name) {
  const record::Field* field = field_in(context, scope, name);
  return field != nullptr ? field->value : record::Entry{};
}

// "(After CE-21)", "(During/After CE-22)"
std::string task_after(std::string_view title) {
  for (const std::string_view word : {"after", "following", "once", "tras"}) {
    const std::string small = lower(title);
    const std::size_t at = small.find(word);
    if (at == std::string_view::npos) continue;
    const FoundId id = find_id(title, at);
    if (!id.text.empty()) return std::string(id.text);
  }
  return {};
}

std::optional<GateKind> gate_kind(const std::optional<Opener>& opener,
                                  const record::Choice* choice) {
  if (opener && opener->decision && opener->gate) return opener->gate;
  if (choice == nullptr) return std::nullopt;
  for (const record::Option& option : choice->options)
    if (const std::optional<GateKind> kind = gate_of_option(option.label)) return kind;
  return std::nullopt;
}

record::Entry outcome_of(const Context& context, const record::Choice& choice, std::size_t block) {
  record::Entry outcome;
  outcome.line = choice.line;
  outcome.fill = Fill::blank;
  for (const record::Option& option : choice.options) {
    if (option.state != BoxState::ticked) continue;
    outcome.fill = Fill::value;
    if (!outcome.text.empty()) outcome.text += " / ";
    outcome.text += option.label;
  }
  for (const Line& line : context.lines[block])
    if (line.line == choice.line) outcome.column = line.column;
  return outcome;
}

bool is_decision_scope(const Context& context, const Scope& scope,
                       const std::optional<Opener>& opener) {
  return (opener && opener->decision) || field_in(context, scope, "approver") != nullptr;
}

// "Decision" alone says nothing: what stands above it says what is decided.
std::string topic_of(const Context& context, const Scope& scope, const std::string& title) {
  if (title.find(' ') != std::string::npos) return title;
  const record::Section& section = context.section(scope.section);
  const std::string& above = scope.label != kNone ? section.title
                             : section.parent     ? context.section(section.parent).title
                                                  : context.records.title;
  return above.empty() ? title : above;
}

// The gate of a decision. Criteria and triggers of its section belong to both.
void add_gate(Context& context, const Scope& scope, GateKind kind, Id<record::Decision> id) {
  Records& records = context.records;
  const record::Decision& decision = records.decisions[id];
  record::Gate gate;
  gate.kind = kind;
  gate.title = decision.topic;
  gate.question = decision.question;
  gate.after = decision.after;
  gate.section = scope.section;
  gate.phase = context.phase_of[scope.section.n];
  gate.decision = id;
  gate.line = decision.line;
  const Id<record::Gate> gate_id = records.gates.add(gate);
  if (scope.label != kNone) return;
  for (record::Item& item : records.items) {
    if (item.section != scope.section || item.gate) continue;
    if (item.role == Role::sign_off || item.role == Role::check) item.role = Role::criterion;
    if (item.role != Role::criterion && item.role != Role::trigger) continue;
    item.gate = gate_id;
    item.decision = id;
  }
}

void add_decision(Context& context, const Scope& scope, Id<record::Choice> choice_id,
                  record::Entry outcome) {
  Records& records = context.records;
  // "Decision: pending" decides nothing.
  if (outcome.fill == Fill::value && status_class(outcome.text) == StatusClass::open)
    outcome.fill = Fill::placeholder;
  const std::string title = scope_title(context, scope);
  const std::optional<Opener> opener = opener_of(title);
  if (!is_decision_scope(context, scope, opener)) return;
  const bool by_label = scope.label != kNone;
  record::Decision decision;
  decision.topic = topic_of(context, scope, title);
  decision.question = entry_in(context, scope, "question").text;
  decision.section = scope.section;
  decision.choice = choice_id;
  decision.outcome = std::move(outcome);
  decision.approver = entry_in(context, scope, "approver");
  decision.at = entry_in(context, scope, "date");
  decision.notes = entry_in(context, scope, "notes");
  decision.after = task_after(title);
  decision.line = by_label ? context.labels[scope.label].line : context.section(scope.section).line;
  const record::Choice* choice = choice_id ? &records.choices[choice_id] : nullptr;
  const std::optional<GateKind> kind = gate_kind(opener, choice);
  const Id<record::Decision> id = records.decisions.add(std::move(decision));
  if (kind && *kind != GateKind::exit) add_gate(context, scope, *kind, id);
}

}  // namespace

void read_decisions(Context& context) {
  std::vector<Scope> seen;
  const auto is_new = [&](const Scope& scope) {
    for (const Scope& other : seen)
      if (other == scope) return false;
    seen.push_back(scope);
    return true;
  };
  for (std::size_t i = 0; i < context.records.choices.size(); ++i) {
    const record::Choice& choice = context.records.choices[Id<record::Choice>(i)];
    if (choice.in_table || key_name(choice.label) != "decision") continue;
    const std::size_t block = context.choice_blocks[i];
    const Scope scope{choice.section, context.label_of[block]};
    if (is_new(scope))
      add_decision(context, scope, Id<record::Choice>(i), outcome_of(context, choice, block));
  }
  const std::vector<record::Field> fields = context.records.fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name != "decision" || fields[i].style == record::FieldStyle::front_matter)
      continue;
    const Scope scope{fields[i].section, context.field_places[i].label};
    if (is_new(scope)) add_decision(context, scope, {}, fields[i].value);
  }
}

}  // namespace muster::extract
