#include "audit/standing.h"

#include "audit/expectations.h"
#include "audit/proof.h"

namespace muster {
namespace {

enum class Says { nothing, verifies, disputes };

// An existing file that is not empty is what a deliverable asks for.
bool is_delivered(const Evidence& evidence) {
  return evidence.state == EvidenceState::present && evidence.content != nullptr &&
         evidence.content->size > 0;
}

// A report that only measures proves what front matter expects of its numbers.
bool proves_by_numbers(const Evidence& evidence) {
  return evidence.content != nullptr && evidence.content->report.measures &&
         evidence.content->report.executed.value_or(0) > 0;
}

// A run that only has the words of the box may dispute it.
Says said_by_words(const Judging& judging, const Citation& citation) {
  const Proof proof = last_proof_of(judging.model.evidence[citation.evidence], judging.as_of);
  const bool against =
      citation.claimed == "fail" || proof == Proof::failing || proof == Proof::empty;
  return against ? Says::disputes : Says::nothing;
}

Says says(const Judging& judging, std::size_t position) {
  const Citation& citation = judging.model.citations[position];
  if (citation.matched) return said_by_words(judging, citation);
  if (citation.binding == Binding::section || citation.binding == Binding::mention)
    return Says::nothing;
  const Evidence& evidence = judging.model.evidence[citation.evidence];
  if (citation.claimed == "fail" || misses_one(judging, position)) return Says::disputes;
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
      if (meets_all(judging, position) && proves_by_numbers(evidence) && !pending)
        return Says::verifies;
      return citation.binding == Binding::deliverable && is_delivered(evidence) && !pending
                 ? Says::verifies
                 : Says::nothing;
    case Proof::unreadable:
    case Proof::external:
      return Says::nothing;
  }
  return Says::nothing;
}

// What captured environments say of the boxes that front matter compares them for.
std::vector<Says> said_by_parity(const Judging& judging) {
  std::vector<Says> said(judging.model.items.size(), Says::nothing);
  for (std::size_t i = 0; i < judging.parity.size(); ++i) {
    const ItemId item = judging.model.parity_rows[ParityId(i)].item;
    if (!item) continue;
    const ParityState state = judging.parity[i].state;
    if (state == ParityState::mismatch)
      said[item.n] = Says::disputes;
    else if (state == ParityState::matches && said[item.n] == Says::nothing)
      said[item.n] = Says::verifies;
  }
  return said;
}

// One report or word against it outweighs all that are for it.
Standing standing_of_tick(const Judging& judging, const Item& item, Says besides) {
  if (item.claimed == "fail" || item.claimed == "undone" || besides == Says::disputes)
    return Standing::disputed;
  bool verified = besides == Says::verifies;
  for (const std::size_t position : item.citations) {
    const Says said = says(judging, position);
    if (said == Says::disputes) return Standing::disputed;
    verified = verified || said == Says::verifies;
  }
  return verified && item.claimed.empty() ? Standing::verified : Standing::claimed;
}

Standing standing_of(const Judging& judging, const Item& item, Says besides) {
  switch (item.state) {
    case BoxState::ticked:
      return standing_of_tick(judging, item, besides);
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
  std::vector<Says> besides = said_by_parity(judging);
  for (const Denial& denial : judging.model.denials) besides[denial.item.n] = Says::disputes;
  for (std::size_t i = 0; i < judging.metrics.size(); ++i)
    if (const ItemId item = judging.model.metrics[MetricId(i)].item;
        item && judging.metrics[i] == MetricState::out_of_bounds)
      besides[item.n] = Says::disputes;
  for (const Item& item : judging.model.items)
    standings.push_back(standing_of(judging, item, besides[standings.size()]));
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
