// Criteria, rollback triggers and deliverables in plain bullets. What became another record, a
// field or a sign-off for example, is none.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

bool asks_for_something(const Opener& opener) {
  return opener.role == Role::acceptance || opener.role == Role::exit ||
         opener.role == Role::criterion || opener.role == Role::trigger ||
         opener.role == Role::deliverable;
}

// Under a heading only what stands in its own section: further down, bullets explain.
bool is_governed(const Context& context, std::size_t item, const Governor& governor) {
  if (!governor.opener || !asks_for_something(*governor.opener)) return false;
  if (governor.label != kNone) return true;
  return governor.section == context.section_of[item] &&
         !context.in_item(context.block(item).parent);
}

std::set<int> lines_taken(const Records& records) {
  std::set<int> lines;
  const auto take = [&](const auto& table) {
    for (const auto& record : table) lines.insert(record.line);
  };
  take(records.marks);
  take(records.decisions);
  take(records.sign_offs);
  take(records.gaps);
  take(records.choices);
  take(records.changes);
  for (const record::Field& field : records.fields) lines.insert(field.value.line);
  for (const record::RunNote& note : records.run_notes) {
    lines.insert(note.line);
    lines.insert(note.part_lines.begin(), note.part_lines.end());
  }
  return lines;
}

bool has_boxes(const Records& records, Id<record::Gate> gate) {
  return std::any_of(records.items.begin(), records.items.end(),
                     [&](const record::Item& item) { return item.gate == gate; });
}

// The gate that the bullet is a criterion of. Beside boxes it is one where it stands among them.
Id<record::Gate> gate_of(const Context& context, std::size_t item, const Governor& governor) {
  const Records& records = context.records;
  const int line = governor.label != kNone ? context.labels[governor.label].line
                                           : context.section(governor.section).line;
  for (const record::Gate& gate : records.gates) {
    const Id<record::Gate> id = records.gates.id_of(gate);
    if (gate.line == line &&
        (!has_boxes(records, id) || context.holds_boxes(context.block(item).parent)))
      return id;
  }
  return {};
}

}  // namespace

void read_requirements(Context& context) {
  const std::set<int> taken = lines_taken(context.records);
  for (std::size_t item = 1; item < context.block_count(); ++item) {
    if (context.block(item).kind != BlockKind::item) continue;
    const std::size_t paragraph = context.bullet(item);
    if (paragraph == kNone) continue;
    const Line& first = context.lines[paragraph].front();
    if (taken.contains(first.line)) continue;
    const Governor governor = governor_of(context, item);
    if (!is_governed(context, item, governor)) continue;
    record::Requirement requirement;
    requirement.text = joined_text(context.lines[paragraph]);
    if (fill_of(requirement.text) != Fill::value) continue;
    requirement.role = *governor.opener->role;
    requirement.section = context.section_of[item];
    requirement.gate = gate_of(context, item, governor);
    requirement.line = first.line;
    context.records.requirements.add(std::move(requirement));
  }
}

}  // namespace muster::extract
