// The table of rules: adding one is one function and one row.
#pragma once

#include <span>

#include "audit/judging.h"

namespace muster {

struct Rule {
  RuleInfo info;
  /// Puts what it finds and returns on how many subjects it looked.
  int (*check)(const Judging& judging, Findings& out);
};

std::span<const Rule> rule_table();

}  // namespace muster
