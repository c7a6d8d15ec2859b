// Quantities: `__/14`, `7/7 passed`, `7 of 9 done`, `__% (threshold: < 10%)`, `280ms (max 300ms)`.
#pragma once

#include <optional>
#include <string_view>

#include "domain/record.h"

namespace muster::extract {

struct Context;

enum class QuantityForm {
  ratio,     // 12/14
  share,     // 60%
  bounded,   // with a target in brackets, or itself one: "15 minimum"
  exit_code  // exit code 0
};

struct Quantity {
  record::Metric metric;  // without name and place
  QuantityForm form = QuantityForm::share;
  std::string rest;  // of a ratio, what stands behind it
  bool bar = false;  // `[██████░░░░] 60%`
};

/// None where the text is no quantity.
std::optional<Quantity> read_quantity(std::string_view text);

/// Whether words say that work is finished, or that it is not: "items complete", "14/14 failed".
bool says_finished(std::string_view text);
bool says_unfinished(std::string_view text);

/// Whether the key may name a quantity: "Version: 1.0%" is no quantity of the work, and "Target:
/// 22/36" says what is wanted.
bool may_name_metric(std::string_view key);

void add_metric(Context& context, std::string_view name, Quantity quantity,
                Id<record::Section> section, int line);

/// Totals and thresholds that are declared outside of metadata: in lines, headings, drawn boxes.
void read_declared_totals(Context& context);

/// Numbers that boxes ask for in their words.
void read_item_metrics(Context& context);

}  // namespace muster::extract
