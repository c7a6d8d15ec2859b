// What headings and labels say of what stands under them.
#pragma once

#include <optional>
#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// What a heading or a label opens.
struct Opener {
  std::optional<Role> role;
  std::optional<GateKind> gate;  // of an exit gate, or of a decision point
  bool decision = false;         // something is chosen or approved here
};
/// None where the text opens nothing known.
std::optional<Opener> opener_of(std::string_view heading_or_label);

/// Whether the bullets under a heading or a label are gaps: “Blockers”, “Open issues”.
enum class GapList { none, gaps, blockers };
GapList gaps_under(std::string_view heading_or_label);

/// Whether it announces what speaks against the document's own evidence: "Known limitations".
bool is_caveat(std::string_view heading_or_label);

/// Whether it announces the history of the document.
bool is_change_log(std::string_view heading_or_label);

/// Whether a heading or label says that signs are explained under it: "Legend", "Status markers".
bool is_legend(std::string_view heading_or_label);

/// Whether a heading or label is "Triggers" and no more: of a rollback only where one is spoken of.
bool is_trigger_word(std::string_view text);
/// Whether a text speaks of rolling back.
bool says_rollback(std::string_view text);

/// Whether a word names a phase: "Phase", "Stage", "Wave".
bool is_phase_word(std::string_view word);

/// Whether the words of a heading or header say that what follows really happened (an actual
/// timeline), not that it is planned.
bool says_actual(std::string_view heading);

}  // namespace muster::extract
