// Gate tables: each row is a gate. Only a state of the class done passes it, and where the row has
// an answer as well ("Go/No-Go"), that must be a yes; never in a ragged row.
#include <algorithm>

#include "base/text.h"
#include "extract/answers.h"
#include "extract/extract.h"
#include "extract/signing.h"
#include "extract/tables.h"

namespace muster::extract {

namespace {

constexpr std::string_view kStates[] = {"status", "result", "met", "decision", "answer"};
constexpr std::string_view kBeforeName[] = {"index", "id", "phase", "area"};

bool is_listed_in(std::span<const std::string_view> names, std::string_view column) {
  return std::find(names.begin(), names.end(), column) != names.end();
}

bool opens_gate(std::string_view text) {
  const std::optional<Opener> opener = opener_of(text);
  return opener && (opener->gate == GateKind::exit || opener->gate == GateKind::go_no_go);
}

bool opens_go_no_go(std::string_view text) {
  const std::optional<Opener> opener = opener_of(text);
  return opener && opener->gate == GateKind::go_no_go;
}

bool is_under_gate(const Context& context, const NamedTable& table) {
  const Governor governor = governor_of(context, table.block);
  return governor.opener &&
         (governor.opener->gate == GateKind::exit || governor.opener->gate == GateKind::go_no_go);
}

// The column that names the gate: "Gate", "Exit criterion"; under an exit gate also "Criterion".
std::optional<std::size_t> name_column(const Context& context, const NamedTable& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string_view column = table.columns[i];
    if (column == "gate") return i;
    if (column == "criterion" && (opens_gate(table.headers[i]) || is_under_gate(context, table)))
      return i;
    if (!is_listed_in(kBeforeName, column)) return std::nullopt;
  }
  return std::nullopt;
}

// "Beta: G1: Load test ≤ 200 ms"
std::string title_of(const NamedTable& table, const TableRow& row, std::size_t name) {
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < name; ++i)
    if (table.columns[i] == "phase") parts.push_back(i);
  parts.push_back(name);
  if (const auto asked = table.column({"criterion", "description", "test", "item"}); asked > name)
    parts.push_back(*asked);
  std::string title;
  for (const std::size_t part : parts) {
    if (part >= row.entries.size() || row.entries[part].fill != Fill::value) continue;
    if (!title.empty()) title += ": ";
    title += row.entries[part].text;
  }
  return title.empty() ? "Gate without a name" : title;
}

// Of every cell that says a state the one that keeps the gate open, else the first.
void read_state(const Context& context, const NamedTable& table, const TableRow& row,
                record::Gate& gate) {
  gate.row_status = StatusClass::unknown;
  bool said = false;
  for (std::size_t i = 0; i < table.columns.size() && i < row.entries.size() && !row.ragged; ++i) {
    if (!is_listed_in(kStates, table.columns[i])) continue;
    const record::Entry& entry = row.entries[i];
    const bool answers = table.columns[i] == "decision" || table.columns[i] == "answer";
    StatusClass state = status_class(context.plain(as_written(context.markdown, entry)));
    const bool yes = answer_of(context.plain(entry.text), gate.title) == Answer::yes;
    if (answers || gate.asks_decision)
      state = yes && !is_struck(context, entry) ? StatusClass::done
              : state == StatusClass::done      ? StatusClass::unknown
                                                : state;
    if (table.columns[i] == "met" && yes && state == StatusClass::unknown)
      state = StatusClass::done;
    if (entry.fill == Fill::not_applicable)
      state = StatusClass::dropped;
    else if (entry.fill != Fill::value && state == StatusClass::done)
      state = StatusClass::unknown;
    if (said && state == StatusClass::done) continue;
    said = true;
    gate.row_status = state;
    gate.row_state = is_struck(context, entry) ? cat({entry.text, ", struck through"}) : entry.text;
    if (state != StatusClass::done) return;
  }
}

}  // namespace

bool is_gate_form(const Context& context, const NamedTable& table) {
  const std::optional<std::size_t> name = name_column(context, table);
  const std::optional<std::size_t> state =
      table.column({"status", "result", "met", "decision", "answer"});
  if (!name || !state || *state < *name || context.explains_signs(table.block)) return false;
  return table.kind != record::TableKind::sign_off && table.kind != record::TableKind::gap &&
         table.kind != record::TableKind::issues_met;
}

void read_gate_table(Context& context, const NamedTable& table) {
  const std::optional<std::size_t> name = name_column(context, table);
  const bool go_no_go = opens_go_no_go(table.headers[*name]) ||
                        (is_under_gate(context, table) &&
                         governor_of(context, table.block).opener->gate == GateKind::go_no_go);
  for (const TableRow& row : table.rows) {
    if (is_unused(table, row, {"index", "id"})) continue;
    record::Gate gate;
    gate.title = title_of(table, row, *name);
    gate.kind = go_no_go || opens_go_no_go(gate.title) ? GateKind::go_no_go : GateKind::exit;
    gate.asks_decision =
        gate.kind == GateKind::go_no_go && has_phrase(normal_words(gate.title), "decision");
    read_state(context, table, row, gate);
    gate.asks_decision = false;  // its row answers
    gate.section = table.section;
    gate.phase = context.phase_of[table.section.n];
    gate.line = row.line;
    context.records.gates.add(std::move(gate));
  }
}

}  // namespace muster::extract
