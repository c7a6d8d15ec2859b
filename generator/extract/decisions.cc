// Decision points: a choice or field "Decision" under a heading or label that speaks of one, or
// beside an approver, and every NO-GO wherever it is said. What stands in the same scope belongs to
// it; go/no-go, rollback and approval points are gates as well.
#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/ids.h"
#include "extract/no_go.h"
#include "extract/signing.h"

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

// "Decision: [ ] GO [ ] NO-GO"; without that key, options such as GO where a decision is spoken of.
bool is_decision(const Context& context, const record::Choice& choice, const Scope& scope) {
  if (choice.in_table) return false;
  if (key_name(choice.label) == "decision") return true;
  const std::optional<Opener> opener = opener_of(scope_title(context, scope));
  if (!opener || !opener->decision) return false;
  for (const record::Option& option : choice.options)
    if (gate_of_option(option.label)) return true;
  return false;
}

// ---- statements of one decision

struct StatedOutcome {
  Scope scope;
  Id<record::Choice> choice;  // of boxes
  std::string key;
  record::Entry outcome;
  bool no_go = false;  // said in words, with or without a key
};

bool says_something(const StatedOutcome& stated) {
  return stated.outcome.fill == Fill::value || stated.outcome.fill == Fill::placeholder;
}

// "GO" and "Approved" agree; all else but the same words does not.
bool agree(const record::Entry& a, const record::Entry& b) {
  return normal_words(a.text) == normal_words(b.text) ||
         (is_positive_option(a.text) && is_positive_option(b.text));
}

bool contradicts(const StatedOutcome& first, const StatedOutcome& other) {
  if (first.scope != other.scope || !says_something(first) || !says_something(other)) return false;
  const bool same_key = normal_words(first.key) == normal_words(other.key);
  return (same_key || is_option_word(other.outcome.text)) && !agree(first.outcome, other.outcome);
}

// Whether a line is an option of a choice, an item's own text, or a row of thresholds.
bool is_told_elsewhere(const Context& context, std::size_t block, const Line& line) {
  for (const record::Choice& choice : context.records.choices)
    if (choice.line == line.line) return true;
  const Block& parent = context.block(context.block(block).parent);
  if (parent.kind == BlockKind::item && parent.box != BoxState::none) return true;
  return context.block(block).kind == BlockKind::cell;
}

// "GO: all is met" and "NO-GO: anything else" in one section tell what the words mean.
bool tells_meaning(const Context& context, Id<record::Section> section) {
  for (std::size_t i = 1; i < context.block_count(); ++i)
    for (const Line& line : context.lines[i])
      if (context.section_of[i] == section && begins_with_go(line.source)) return true;
  return false;
}

// A two-column row such as `| Decision | NO-GO |`.
bool is_answer_row(const Context& context, std::size_t cell) {
  const std::size_t row = context.block(cell).parent;
  const std::size_t first = row + 1;
  if (context.block(row).header || cell == first || context.lines[first].empty()) return false;
  const std::string key(context.lines[first].front().text);
  return context.block(first).end == cell && context.block(cell).end == context.block(row).end &&
         (!key_name(key).empty() || opener_of(key).has_value());
}

void add_no_goes(const Context& context, std::vector<StatedOutcome>& stated) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.in_legend[i]) continue;
    for (const Line& line : context.lines[i]) {
      if (!says_no_go(line.source)) continue;
      const bool cell = context.block(i).kind == BlockKind::cell && is_answer_row(context, i);
      if (!cell && is_told_elsewhere(context, i, line)) continue;
      const Id<record::Section> section = context.metadata_section(context.section_of[i]);
      if (tells_meaning(context, context.section_of[i])) continue;
      StatedOutcome no;
      no.scope = {section,
                  context.block(i).kind == BlockKind::heading ? kNone : context.label_of[i]};
      no.key = "decision";
      no.outcome.text = "NO-GO";
      no.outcome.fill = Fill::value;
      no.outcome.line = line.line;
      no.outcome.column = line.column;
      no.no_go = true;
      stated.push_back(std::move(no));
    }
  }
}

std::vector<StatedOutcome> stated_outcomes(const Context& context) {
  std::vector<StatedOutcome> stated;
  for (std::size_t i = 0; i < context.records.choices.size(); ++i) {
    const Id<record::Choice> id(i);
    const record::Choice& choice = context.records.choices[id];
    const std::size_t block = context.choice_blocks[i];
    const Scope scope{choice.section, context.label_of[block]};
    if (is_decision(context, choice, scope))
      stated.push_back({scope, id, choice.label, outcome_of(context, choice, block)});
  }
  for (std::size_t i = 0; i < context.records.fields.size(); ++i) {
    const record::Field& field = context.records.fields[i];
    if (field.style == record::FieldStyle::front_matter) continue;
    // "Result: FAIL" under the title speaks of the whole document.
    const bool failed = field.name == "result" && field.section == Id<record::Section>(0) &&
                        status_class(context.plain(field.value.text)) == StatusClass::blocked;
    if (failed)
      stated.push_back(
          {{field.section, context.field_places[i].label}, {}, field.key, field.value, true});
    if (field.name != "decision") continue;
    if (says_no_go(field.value.text)) continue;  // told by its line
    stated.push_back({{field.section, context.field_places[i].label}, {}, field.key, field.value});
  }
  add_no_goes(context, stated);
  return stated;
}

// Both answers kept, as if they were two ticks on one line: a conflict.
Id<record::Choice> both(Context& context, const StatedOutcome& first, const StatedOutcome& other) {
  record::Choice choice;
  choice.label = first.key;
  choice.options = {{first.outcome.text, BoxState::ticked}, {other.outcome.text, BoxState::ticked}};
  choice.section = first.scope.section;
  choice.line = other.outcome.line;
  return context.records.choices.add(std::move(choice));
}

// "Decision" alone says nothing: what stands above it says what is decided.
std::string topic_of(const Context& context, const Scope& scope, const std::string& title) {
  const std::optional<Opener> opener = opener_of(title);
  if (title.find(' ') != std::string::npos || (opener && opener->gate)) return title;
  const record::Section& section = context.section(scope.section);
  const std::string& above = scope.label != kNone ? section.title
                             : section.parent     ? context.section(section.parent).title
                                                  : context.records.title;
  return above.empty() ? title : above;
}

// The gate of a decision. Criteria of its section belong to both; to a rollback, only its triggers.
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
    if (item.section != scope.section || item.gate ||
        context.set_aside[records.items.id_of(item).n])
      continue;
    const bool rollback = kind == GateKind::rollback;
    if (!rollback && (item.role == Role::sign_off || item.role == Role::check))
      item.role = Role::criterion;
    if (item.role != Role::trigger && (rollback || item.role != Role::criterion)) continue;
    item.gate = gate_id;
    item.decision = id;
  }
}

void add_decision(Context& context, const StatedOutcome& stated, Id<record::Choice> choice_id) {
  Records& records = context.records;
  const Scope& scope = stated.scope;
  record::Entry outcome = stated.outcome;
  // "Decision: pending" decides nothing.
  if (outcome.fill == Fill::value && status_class(context.plain(outcome.text)) == StatusClass::open)
    outcome.fill = Fill::placeholder;
  const std::string title = scope_title(context, scope);
  const std::optional<Opener> opener = opener_of(title);
  if (!stated.no_go && !gate_of_option(outcome.text) && !is_decision_scope(context, scope, opener))
    return;
  const bool by_label = scope.label != kNone;
  record::Decision decision;
  decision.topic = topic_of(context, scope, title);
  decision.question = entry_in(context, scope, "question").text;
  decision.section = scope.section;
  decision.choice = choice_id;
  decision.outcome = std::move(outcome);
  Signature approval = split_signature(entry_in(context, scope, "approver"));
  decision.approver = std::move(approval.who);
  decision.at = entry_in(context, scope, "date");
  for (const record::Entry& other : {entry_in(context, scope, "time"), approval.at})
    if (decision.at.column == 0 && decision.at.fill == Fill::empty) decision.at = other;
  decision.notes = entry_in(context, scope, "notes");
  decision.after = task_after(title);
  decision.line = stated.no_go ? stated.outcome.line
                  : by_label   ? context.labels[scope.label].line
                               : context.section(scope.section).line;
  const record::Choice* choice = choice_id ? &records.choices[choice_id] : nullptr;
  std::optional<GateKind> kind = gate_kind(opener, choice);
  if (!kind && stated.no_go) kind = GateKind::go_no_go;
  const Id<record::Decision> id = records.decisions.add(std::move(decision));
  if (kind && *kind != GateKind::exit) add_gate(context, scope, *kind, id);
}

}  // namespace

void read_decisions(Context& context) {
  const std::vector<StatedOutcome> stated = stated_outcomes(context);
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const auto here = stated.begin() + static_cast<std::ptrdiff_t>(i);
    const auto same_scope = [&](const StatedOutcome& other) { return other.scope == here->scope; };
    if (std::any_of(stated.begin(), here, same_scope)) continue;
    // The first that says something: a form left blank above an answer is no answer.
    const auto spoken = std::find_if(here, stated.end(), [&](const StatedOutcome& other) {
      return same_scope(other) && says_something(other);
    });
    const StatedOutcome& first = spoken == stated.end() ? *here : *spoken;
    const auto other = std::find_if(
        here, stated.end(), [&](const StatedOutcome& later) { return contradicts(first, later); });
    const Id<record::Choice> choice =
        other != stated.end() ? both(context, first, *other) : first.choice;
    add_decision(context, first, choice);
  }
}

}  // namespace muster::extract
