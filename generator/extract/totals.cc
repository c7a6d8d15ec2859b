// Totals and thresholds that lines declare outside of metadata: `Total: 58/67 items complete`,
// `Tests 12/14 passing`, `## Frontend (2/4 complete)`, `[██████░░░░] 60%`, `p95: 280ms (max
// 300ms)`, and the lines of a box that is drawn in a fence.
#include <algorithm>
#include <set>
#include <span>

#include "base/text.h"
#include "extract/context.h"
#include "extract/measures.h"
#include "extract/metrics.h"

namespace muster::extract {

namespace {

// What is counted, in the key of a total.
constexpr std::string_view kCounted =
    "total|totals|overall|progress|completion|complete|completed|done|tests|tasks|items|checks|"
    "criteria met|passed|passing|coverage|score|progreso|tareas|pruebas";
constexpr std::string_view kUprights[] = {"│", "║", "┃"};
constexpr std::string_view kUpperCorners[] = {"┌", "╔", "╭", "┏"};
constexpr std::string_view kLowerCorners[] = {"└", "╚", "╰", "┗"};

constexpr std::size_t kMostNameWords = 5;

bool is_total(std::string_view key, const Quantity& quantity) {
  if (quantity.metric.text.find("__") != std::string::npos) return false;
  switch (quantity.form) {
    case QuantityForm::ratio:
      return says_finished(quantity.rest) || has_listed(kCounted, normal_words(key)) ||
             quantity.bar;
    case QuantityForm::share:
      return quantity.bar;
    case QuantityForm::bounded:
      return quantity.metric.value.has_value();
    case QuantityForm::exit_code:
      return true;
  }
  return false;
}

// A name that a line gives without a colon: "Tests 12/14 passing".
bool is_name(std::string_view name) {
  return !name.empty() && is_alpha(name.front()) && !is_lower(name.front()) &&
         static_cast<std::size_t>(count_words(name)) <= kMostNameWords &&
         name.find_first_of(".,;:!?()[]<>|") == std::string_view::npos && may_name_metric(name);
}

struct Named {
  std::string name;
  Quantity quantity;
};

std::optional<Named> read_keyed(const Line& line) {
  const std::optional<Statement> statement = read_statement(line);
  if (!statement || !statement->aside.empty() || !may_name_metric(statement->key))
    return std::nullopt;
  std::optional<Quantity> quantity = read_quantity(without_markup(statement->value));
  if (!quantity || !is_total(statement->key, *quantity)) return std::nullopt;
  return Named{statement->key, *std::move(quantity)};
}

// `Tests 12/14 passing`, `Frontend (2/4 complete)`, `API [██████░░░░] 60%`; a bar may lack a name.
std::optional<Named> read_unkeyed(std::string_view text) {
  text = trim(text);
  std::size_t begin = number_begin(text);
  const std::size_t bracket = text.substr(0, begin).rfind('[');
  const std::size_t drawn = std::min({bracket, text.find("█"), text.find("░"), text.find("▓")});
  if (drawn != std::string_view::npos && drawn < begin) begin = drawn;
  std::string_view name = trim(text.substr(0, begin));
  std::string_view value = text.substr(begin);
  const bool aside = name.ends_with('(');
  if (aside) {
    const std::size_t close = value.find(')');
    if (close == std::string_view::npos || !trim(value.substr(close + 1)).empty())
      return std::nullopt;
    value = value.substr(0, close);
    name = trim(name.substr(0, name.size() - 1));
  }
  std::optional<Quantity> quantity = read_quantity(value);
  if (!quantity) return std::nullopt;
  const bool ratio = quantity->form == QuantityForm::ratio && says_finished(quantity->rest) &&
                     count_words(quantity->rest) <= static_cast<int>(kMostNameWords);
  const bool bar = quantity->bar && quantity->form != QuantityForm::bounded;
  if (!(ratio && is_name(name)) && !(bar && (name.empty() || is_name(name)))) return std::nullopt;
  return Named{std::string(name), *std::move(quantity)};
}

void add_named(Context& context, Named named, std::size_t block, int line) {
  const Id<record::Section> section = context.section_of[block];
  if (named.name.empty()) named.name = context.section(section).title;
  if (named.name.empty()) named.name = "Progress";
  add_metric(context, named.name, std::move(named.quantity), section, line);
}

void read_line(Context& context, const Line& line) {
  if (line.source.find("~~") != std::string::npos) return;
  std::optional<Named> named = read_keyed(line);
  if (!named) named = read_unkeyed(line.text);
  if (named) add_named(context, *std::move(named), line.block, line.line);
}

// ---- boxes in fences

bool holds_any(std::string_view text, std::span<const std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

// What stands between the sides of a drawn box; a tree of folders has no corners above.
std::string_view within_sides(std::string_view text) {
  text = trim(text);
  for (const std::string_view side : kUprights)
    if (text.size() > 2 * side.size() && text.starts_with(side) && text.ends_with(side)) {
      text = trim(text.substr(side.size(), text.size() - 2 * side.size()));
      return holds_any(text, kUprights) ? std::string_view() : text;
    }
  return {};
}

void read_box(Context& context, std::size_t index, const std::set<int>& taken) {
  const Block& block = context.block(index);
  if (!holds_any(block.text, kUpperCorners) || !holds_any(block.text, kLowerCorners)) return;
  bool inside = false;
  int number = block.line;
  for (const std::string_view text : split_lines(block.text)) {
    ++number;
    if (holds_any(text, kUpperCorners)) inside = true;
    if (holds_any(text, kLowerCorners)) inside = false;
    const std::string_view said = inside ? within_sides(text) : std::string_view();
    if (said.empty() || taken.contains(number)) continue;
    Line line;
    line.block = index;
    line.line = number;
    line.source = line.text = std::string(said);
    read_line(context, line);
  }
}

}  // namespace

void read_declared_totals(Context& context) {
  std::set<int> taken;
  for (const record::Field& field : context.records.fields) taken.insert(field.value.line);
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    const BlockKind kind = context.block(i).kind;
    if (context.in_legend[i]) continue;
    if (kind == BlockKind::code) read_box(context, i, taken);
    if (kind != BlockKind::paragraph && kind != BlockKind::heading) continue;
    for (const Line& line : context.lines[i])
      if (!taken.contains(line.line)) read_line(context, line);
  }
}

}  // namespace muster::extract
