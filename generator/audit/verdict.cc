#include "audit/verdict.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "audit/proof.h"
#include "audit/reasons.h"
#include "audit/standing.h"

namespace muster {
namespace {

// Heaviest first; what is equal is one reason that stands for several.
std::vector<Reason> in_order(std::vector<Reason> reasons) {
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  std::map<std::tuple<std::string, std::string, DocumentId>, std::size_t> seen;
  std::vector<Reason> folded;
  for (Reason& reason : reasons) {
    const auto [at, fresh] =
        seen.emplace(std::tuple(reason.rule, reason.text, reason.document), folded.size());
    if (fresh) {
      folded.push_back(std::move(reason));
    } else {
      folded[at->second].count += reason.count;
    }
  }
  return folded;
}

// What an outcome stands on: whether there is anything to judge, and whether anything of it is
// good.
struct Ground {
  bool anything = false;
  bool good = false;
};

struct Grounds {
  std::vector<Ground> documents;  // by DocumentId
  Ground version;
};

bool is_good(Standing standing) {
  return standing == Standing::verified || standing == Standing::claimed;
}

Grounds grounds_of(const Judging& judging) {
  const Model& model = judging.model;
  Grounds grounds;
  grounds.documents.resize(model.documents.size());
  const auto stands_on = [&](DocumentId document, bool good) {
    if (!judging.judged(document)) return;
    for (Ground* ground : {&grounds.documents[document.n], &grounds.version}) {
      ground->anything = true;
      ground->good = ground->good || good;
    }
  };
  for (std::size_t i = 0; i < model.items.size(); ++i)
    stands_on(model.items[ItemId(i)].document, is_good(judging.standings[i]));
  for (std::size_t i = 0; i < model.gates.size(); ++i) {
    const Gate& gate = model.gates[GateId(i)];
    stands_on(gate.document,
              gate.kind == GateKind::rollback || judging.gates[i].state != GateState::open);
  }
  for (const Gap& gap : model.gaps) stands_on(gap.document, gap.state == GapState::closed);
  for (const Decision& decision : model.decisions)
    stands_on(decision.document,
              decision.answer == Answer::yes || decision.answer == Answer::own_words);
  for (const SignOff& sign_off : model.sign_offs) stands_on(sign_off.document, sign_off.signed_off);
  for (std::size_t d = 0; d < model.documents.size(); ++d)
    for (const record::Choice& choice : model.documents[DocumentId(d)].content->records.choices)
      if (choice.asks_result) stands_on(DocumentId(d), choice.answer == Answer::yes);
  // Of a cited report only a row that no box carries stands by itself; boxes have their standing.
  for (const Citation& citation : model.citations) {
    if (citation.binding == Binding::mention) continue;
    const Proof proof = proof_of(model.evidence[citation.evidence], judging.as_of);
    const bool of_row = citation.binding == Binding::row && !citation.item;
    stands_on(judging.document_at(citation.where),
              of_row && proof == Proof::passing && citation.claimed == "pass");
  }
  for (const StatedResult& result : model.results) stands_on(result.document, false);
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const Document& document = model.documents[DocumentId(d)];
    if (document.content == nullptr || document.kind == DocumentKind::page) continue;
    for (const record::StatusRow& row : document.content->records.status_rows)
      stands_on(DocumentId(d), row.status_class == StatusClass::done);
  }
  // A report that nobody cites is there to be judged, and backs nothing.
  for (const Evidence& evidence : model.evidence)
    if (evidence.repo == RepoId(0)) grounds.version.anything = true;
  return grounds;
}

// The ordered table of outcomes: the first row that holds. Nothing is ready by absence.
Outcome outcome_of(const Ground& ground, const std::vector<Reason>& reasons) {
  const auto any = [&](Severity weight) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](const Reason& reason) { return reason.weight == weight; });
  };
  if (!ground.anything) return Outcome::undetermined;
  if (any(Severity::blocker)) return Outcome::not_ready;
  if (any(Severity::warning)) return Outcome::at_risk;
  return ground.good ? Outcome::ready : Outcome::undetermined;
}

void count_items(const Judging& judging, Audit& audit) {
  for (std::size_t i = 0; i < judging.model.items.size(); ++i) {
    const Item& item = judging.model.items[ItemId(i)];
    count_standing(audit.documents[item.document.n].tally, item, judging.standings[i]);
    if (judging.judged(item.document)) count_standing(audit.tally, item, judging.standings[i]);
  }
}

}  // namespace

void judge_verdicts(const Judging& judging, Audit& audit) {
  audit.documents.resize(judging.model.documents.size());
  count_items(judging, audit);
  const Grounds grounds = grounds_of(judging);
  const std::vector<Reason> reasons = in_order(collect_reasons(judging, audit));
  for (const Reason& reason : reasons)
    if (reason.document) audit.documents[reason.document.n].verdict.reasons.push_back(reason);

  for (std::size_t i = 0; i < audit.documents.size(); ++i) {
    const Document& document = judging.model.documents[DocumentId(i)];
    Verdict& verdict = audit.documents[i].verdict;
    verdict.outcome = outcome_of(grounds.documents[i], verdict.reasons);
    verdict.on_hold = document.on_hold;
    verdict.on_word_alone = audit.documents[i].tally.claimed;
    if (grounds.documents[i].anything && document.on_hold) audit.verdict.on_hold = true;
  }
  audit.verdict.outcome = outcome_of(grounds.version, reasons);
  audit.verdict.on_word_alone = audit.tally.claimed;
  audit.verdict.reasons = reasons;
}

}  // namespace muster
