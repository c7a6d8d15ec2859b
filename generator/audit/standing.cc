#include "audit/standing.h"

#include "audit/proof.h"

namespace muster {
namespace {

enum class Says { nothing, verifies, disputes };

// An existing file that is not empty is what a deliverable asks for.
bool is_delivered(const Evidence& evidence) {
  return evidence.state == EvidenceState::present && evidence.content != nullptr &&
         evidence.content->size > 0;
}

Says says(const Judging& judging, const Citation& citation) {
  if (citation.binding == Binding::section || citation.binding == Binding::mention)
    return Says::nothing;
  const Evidence& evidence = judging.model.evidence[citation.evidence];
  if (citation.claimed == "fail") return Says::disputes;
  const bool pending = citation.claimed == "pending";
  switch (proof_of(evidence, judging.as_of)) {
    case Proof::passing:
      return pending ? Says::nothing : Says::verifies;
    case Proof::failing:
    case Proof::empty:
      return Says::disputes;
    case Proof::missing:
    case Proof::removed:
      return cited_as_proof(judging, citation) ? Says::disputes : Says::nothing;
    case Proof::attached:
      return citation.binding == Binding::deliverable && is_delivered(evidence) && !pending
                 ? Says::verifies
                 : Says::nothing;
    case Proof::unreadable:
    case Proof::external:
      return Says::nothing;
  }
  return Says::nothing;
}

// One report or word against it outweighs all that are for it.
Standing standing_of_tick(const Judging& judging, const Item& item) {
  if (item.claimed == "fail" || item.claimed == "undone") return Standing::disputed;
  bool verified = false;
  for (const std::size_t position : item.citations) {
    const Says said = says(judging, judging.model.citations[position]);
    if (said == Says::disputes) return Standing::disputed;
    verified = verified || said == Says::verifies;
  }
  return verified && item.claimed.empty() ? Standing::verified : Standing::claimed;
}

Standing standing_of(const Judging& judging, const Item& item) {
  switch (item.state) {
    case BoxState::ticked:
      return standing_of_tick(judging, item);
    case BoxState::open:
      return Standing::open;
    case BoxState::not_applicable:
    case BoxState::dropped:
      return Standing::not_applicable;
    case BoxState::unknown:
    case BoxState::none:
      return Standing::unknown;
  }
  return Standing::unknown;
}

}  // namespace

std::vector<Standing> judge_standings(const Judging& judging) {
  std::vector<Standing> standings;
  standings.reserve(judging.model.items.size());
  for (const Item& item : judging.model.items) standings.push_back(standing_of(judging, item));
  return standings;
}

void count_standing(Tally& tally, const Item& item, Standing standing) {
  switch (standing) {
    case Standing::verified:
      ++tally.verified;
      return;
    case Standing::claimed:
      ++tally.claimed;
      return;
    case Standing::disputed:
      ++tally.disputed;
      return;
    case Standing::open:
    case Standing::open_again:
      if (item.role != Role::trigger) ++tally.open;
      return;
    case Standing::unknown:
      ++tally.unknown;
      return;
    case Standing::waived:
    case Standing::not_applicable:
      ++tally.set_aside;
      return;
  }
}

}  // namespace muster
