// The words of headings and labels: tables first, lookups after them. Entries are in normal form.
#include "extract/openers.h"

#include <string>
#include <vector>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// ---- headings and labels that open something; the longest phrase that is met counts

enum class Match {
  anywhere,  // as whole words in the text
  edge,      // at the beginning or the end
  end,       // at the end
  alone,     // the whole text
};

struct OpenerRow {
  std::string_view words;
  Match match;
  Opener opener;
};

constexpr Opener kDeliverable{Role::deliverable, {}, false};
constexpr Opener kAcceptance{Role::acceptance, {}, false};
constexpr Opener kExit{Role::exit, GateKind::exit, false};
constexpr Opener kCriterion{Role::criterion, {}, false};
constexpr Opener kTrigger{Role::trigger, {}, false};
constexpr Opener kAnnouncement{Role::announcement, {}, false};
constexpr Opener kSignOff{Role::sign_off, {}, false};
constexpr Opener kGoNoGo{{}, GateKind::go_no_go, true};
constexpr Opener kRollback{{}, GateKind::rollback, true};
constexpr Opener kApproval{Role::sign_off, GateKind::approval, true};
constexpr Opener kDecision{{}, {}, true};

constexpr OpenerRow kOpeners[] = {
    {"deliverables|artifacts|artefacts|outputs|work products|entregables", Match::alone,
     kDeliverable},
    {"acceptance criteria|success criteria|completion criteria|acceptance checklist|"
     "acceptance conditions|done when|release criteria|launch criteria|criterios de aceptación",
     Match::anywhere, kAcceptance},
    {"acceptance", Match::alone, kAcceptance},
    {"exit gate|exit criteria|exit criterion|exit conditions|exit checklist|definition of done|"
     "quality gate|phase gate|stage gate|gate criteria|criterios de salida",
     Match::anywhere, kExit},
    {"gate|gates", Match::alone, kExit},
    {"decision criteria|go no go criteria|go criteria|approval criteria|criterios de decisión",
     Match::anywhere, kCriterion},
    {"criteria|conditions|criterios", Match::alone, kCriterion},
    {"rollback triggers|rollback trigger|rollback criteria|rollback conditions|abort conditions|"
     "abort criteria|abort triggers|back out triggers|stop conditions",
     Match::anywhere, kTrigger},
    {"announcements|broadcasts|anuncios", Match::alone, kAnnouncement},
    {"sign off|signoff|sign offs|signoffs|sign off checklist|signoff checklist|firmas", Match::edge,
     kSignOff},
    {"final approval|final approvals|approvals", Match::end, kSignOff},
    {"go no go|go live decision|decision to go", Match::anywhere, kGoNoGo},
    {"rollback decision|rollback decision point|rollback checkpoint|abort decision|"
     "back out decision",
     Match::anywhere, kRollback},
    {"approval|authorisation|authorization|aprobación", Match::end, kApproval},
    {"decision|decision point|decision points|checkpoint|decisión|verdict|ruling|veredicto",
     Match::anywhere, kDecision},
};

// The whole of a heading or a label under which gaps stand in bullets.
constexpr std::string_view kBlockerLists =
    "blockers|blocker|open blockers|known blockers|current blockers|remaining blockers|"
    "release blockers|launch blockers|go live blockers|active blockers|blocking issues|bloqueos|"
    "bloqueantes";
constexpr std::string_view kGapLists =
    "outstanding|outstanding issues|outstanding items|outstanding gaps|outstanding work|"
    "open issues|open items|open gaps|known gaps|remaining gaps|remaining issues|known open issues|"
    "pendientes|problemas abiertos";

constexpr std::string_view kChangeLogs =
    "changelog|change log|change history|revision history|version history|document history|"
    "revisions|historial de cambios";

constexpr std::string_view kCaveats =
    "caveat|caveats|known caveats|limitation|limitations|known limitations|known limitation|"
    "restrictions|reservations|salvedades|limitaciones";

constexpr std::string_view kLegendWords =
    "legend|key|status key|status legend|status markers|status symbols|symbols|markers|notation|"
    "status values|status codes|leyenda|icon legend|symbol legend|emoji legend|color legend|colour "
    "legend|task legend|checklist legend|progress legend|plan status legend|status icon "
    "legend|icon "
    "key|emoji key|symbol key|color key|colour key|status indicators|icon meanings|symbol "
    "meanings|emoji meanings";
constexpr std::string_view kDoneWith =
    "reviewed|agreed|documented|defined|tested|rehearsed|approved|known|communicated|checked";
constexpr std::string_view kTriggerWords = "triggers|trigger|disparadores";
constexpr std::string_view kRollbackWords = "rollback|roll back|abort|back out|reversión";

constexpr std::string_view kPhaseWords = "phase|stage|wave|fase|etapa";

constexpr std::string_view kActualWords =
    "actual|real|observed|as executed|executed|as run|during execution";

// ---- lookups

bool meets(const OpenerRow& row, std::string_view text, std::string_view phrase) {
  if (text == phrase) return true;
  if (row.match == Match::alone || !has_phrase(text, phrase)) return false;
  const bool begins = text.starts_with(phrase) && text[phrase.size()] == ' ';
  const bool ends = text.ends_with(phrase) && text[text.size() - phrase.size() - 1] == ' ';
  return row.match == Match::anywhere || ends || (row.match == Match::edge && begins);
}

// "3. Exit gate"
std::string_view without_number(std::string_view words) {
  while (!words.empty() && (is_digit(words.front()) || words.front() == ' '))
    words.remove_prefix(1);
  return words;
}

// "T-24h", in normal form "t 24h".
bool has_offset(std::string_view words) {
  const std::vector<std::string_view> parts = split(words, ' ');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)
    if (parts[i] == "t" && is_digit(parts[i + 1].front())) return true;
  return false;
}

}  // namespace

std::optional<Opener> opener_of(std::string_view heading_or_label) {
  const std::string words = normal_words(heading_or_label);
  const std::string_view bare = without_number(words);
  if (has_offset(bare) && (has_phrase(bare, "announcement") || has_phrase(bare, "announcements")))
    return kAnnouncement;
  // "Rollback triggers reviewed" is about them, and holds none.
  const bool about = is_listed(kDoneWith, bare.substr(bare.rfind(' ') + 1));
  std::optional<Opener> best;
  std::size_t length = 0;
  for (const OpenerRow& row : kOpeners) {
    if (about && row.opener.role == Role::trigger) continue;
    any_listed(row.words, [&](std::string_view phrase) {
      if (phrase.size() > length && meets(row, bare, phrase)) {
        best = row.opener;
        length = phrase.size();
      }
      return false;
    });
  }
  return best;
}

GapList gaps_under(std::string_view heading_or_label) {
  const std::string words = normal_words(heading_or_label);
  const std::string_view bare = without_number(words);
  if (is_listed(kBlockerLists, bare)) return GapList::blockers;
  return is_listed(kGapLists, bare) ? GapList::gaps : GapList::none;
}

bool is_change_log(std::string_view heading_or_label) {
  const std::string words = normal_words(heading_or_label);
  return is_listed(kChangeLogs, without_number(words));
}

bool is_caveat(std::string_view heading_or_label) {
  const std::string words = normal_words(heading_or_label);
  return is_listed(kCaveats, without_number(words));
}

bool is_legend(std::string_view heading_or_label) {
  return is_listed(kLegendWords, normal_words(heading_or_label));
}

bool is_trigger_word(std::string_view text) { return is_listed(kTriggerWords, normal_words(text)); }

bool says_rollback(std::string_view text) {
  const std::string words = normal_words(text);
  return has_listed(kRollbackWords, words);
}

bool is_phase_word(std::string_view word) { return is_listed(kPhaseWords, normal_words(word)); }

bool says_actual(std::string_view heading) {
  const std::string words =
      normal_words(replace_all(replace_all(std::string(heading), "(", " "), ")", " "));
  return has_listed(kActualWords, words);
}

}  // namespace muster::extract
