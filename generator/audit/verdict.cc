#include "audit/verdict.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/gaps.h"
#include "audit/gates.h"
#include "audit/proof.h"
#include "audit/standing.h"
#include "base/text.h"

namespace muster {
namespace {

Subject of(SubjectKind kind, std::size_t row) { return {kind, static_cast<std::uint32_t>(row)}; }

// Reasons of one version, before they are put in order.
class Reasons {
 public:
  Reasons(const Judging& judging, const Audit& audit) : judging_(judging), audit_(audit) {}

  std::vector<Reason> collect() {
    findings();
    gates();
    decisions();
    gaps();
    boxes();
    sign_offs();
    unproven();
    return std::move(reasons_);
  }

 private:
  Reason& add(Severity weight, Subject subject, DocumentId document, std::string text) {
    Reason reason;
    reason.weight = weight;
    reason.subject = subject;
    reason.document = document;
    reason.text = std::move(text);
    if (document) reason.owner = value_of(model_.documents[document].owner);
    return reasons_.emplace_back(std::move(reason));
  }

  void findings() {
    for (std::size_t i = 0; i < audit_.findings.size(); ++i) {
      const Finding& finding = audit_.findings[i];
      if (finding.severity == Severity::note) continue;
      explained_.insert(finding.subject);
      Reason& reason = add(finding.severity, finding.subject, finding.document, finding.message);
      reason.rule = finding.rule;
      reason.owner = finding.owner;
      reason.due = finding.due;
      reason.finding = i;
    }
  }

  // An open gate, unless a finding says so already.
  void gates() {
    for (std::size_t i = 0; i < model_.gates.size(); ++i) {
      const Gate& gate = model_.gates[GateId(i)];
      const GateAudit& audit = judging_.gates[i];
      const Subject subject = of(SubjectKind::gate, i);
      if (!judging_.judged(gate.document) || gate.kind == GateKind::rollback) continue;
      if (audit.state != GateState::open || explained_.contains(subject)) continue;
      if (audit.criteria == 0) {
        if (!judging_.decisions[i])  // where it has a decision, that is the reason
          add(Severity::warning, subject, gate.document,
              cat({quoted(gate.title), " names no criterion that can be read"}));
        continue;
      }
      const bool met = audit.met == audit.criteria;
      const DecisionId decision = judging_.decisions[i];
      if (met && decision) continue;
      std::string text = met ? cat({quoted(gate.title), " rests on a report that proves nothing"})
                             : cat({quoted(gate.title), " is open: ", number(audit.met), " of ",
                                    counted(audit.criteria, "criterion", "criteria"), " met"});
      if (decision && chosen(model_.decisions[decision]) == Chosen::nothing) {
        text += ", nothing decided";
        explained_.insert(of(SubjectKind::decision, decision.n));
      }
      add(Severity::blocker, subject, gate.document, std::move(text));
    }
  }

  void decisions() {
    for (std::size_t i = 0; i < model_.decisions.size(); ++i) {
      const Decision& decision = model_.decisions[DecisionId(i)];
      if (!judging_.judged(decision.document) || is_rollback(decision)) continue;
      const Chosen what = chosen(decision);
      if (what == Chosen::go || explained_.contains(of(SubjectKind::decision, i))) continue;
      const std::string topic = quoted(decision.topic.empty() ? decision.question : decision.topic);
      Reason& reason =
          add(Severity::blocker, of(SubjectKind::decision, i), decision.document,
              what == Chosen::nothing ? cat({"decision ", topic, " is open"})
                                      : cat({"decision ", topic, " is ", quoted(decision.chosen)}));
      if (const std::string approver = value_of(decision.approver); !approver.empty())
        reason.owner = approver;
    }
  }

  bool is_rollback(const Decision& decision) const {
    return decision.gate && model_.gates[decision.gate].kind == GateKind::rollback &&
           chosen(decision) == Chosen::nothing;
  }

  void gaps() {
    for (std::size_t i = 0; i < model_.gaps.size(); ++i) {
      const Gap& gap = model_.gaps[GapId(i)];
      const Subject subject = of(SubjectKind::gap, i);
      if (!judging_.judged(gap.document) || gap.state == GapState::closed) continue;
      const bool critical = is_critical(gap);
      if (!critical && explained_.contains(subject)) continue;
      const std::string priority = critical ? cat({" of priority ", gap.priority}) : std::string();
      Reason& reason = add(critical ? Severity::blocker : Severity::warning, subject, gap.document,
                           cat({"gap ", quoted(gap.text), priority, " is open"}));
      reason.owner = value_of(gap.owner);
      reason.due = gap.eta;
    }
  }

  struct Boxes {
    int open = 0;
    int all = 0;
    bool outside_gates = false;
  };

  static bool is_work(const Item& item) {
    return item.role != Role::trigger && item.role != Role::announcement &&
           item.role != Role::sign_off;
  }

  // Open boxes of a document are one reason; where all of them are criteria, their gates say it.
  void boxes() {
    std::map<DocumentId, Boxes> by_document;
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const Item& item = model_.items[ItemId(i)];
      const Standing standing = judging_.standings[i];
      if (!judging_.judged(item.document) || !is_work(item)) continue;
      if (standing == Standing::not_applicable || standing == Standing::waived) continue;
      Boxes& boxes = by_document[item.document];
      ++boxes.all;
      if (standing != Standing::open && standing != Standing::unknown) continue;
      ++boxes.open;
      if (!item.gate) boxes.outside_gates = true;
    }
    for (const auto& [document, boxes] : by_document) {
      if (!boxes.outside_gates) continue;
      Reason& reason = add(Severity::blocker, of(SubjectKind::document, document.n), document,
                           cat({number(boxes.open), " of ", counted(boxes.all, "box", "boxes"),
                                boxes.open == 1 ? " is open in " : " are open in ",
                                name_of(model_.documents[document])}));
      reason.count = boxes.open;
    }
  }

  void sign_offs() {
    struct Count {
      int pending = 0;
      int all = 0;
    };
    std::map<DocumentId, Count> by_document;
    std::set<ItemId> seen;
    const auto count = [&](DocumentId document, bool pending) {
      Count& counts = by_document[document];
      ++counts.all;
      if (pending) ++counts.pending;
    };
    for (const SignOff& sign_off : model_.sign_offs) {
      if (!judging_.judged(sign_off.document)) continue;
      if (sign_off.item) {
        seen.insert(sign_off.item);
        if (judging_.standings[sign_off.item.n] == Standing::not_applicable) continue;
      }
      count(sign_off.document, !sign_off.signed_off);
    }
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const Item& item = model_.items[ItemId(i)];
      if (item.role != Role::sign_off || seen.contains(ItemId(i))) continue;
      if (!judging_.judged(item.document)) continue;
      if (judging_.standings[i] == Standing::not_applicable) continue;
      count(item.document, item.state != BoxState::ticked);
    }
    for (const auto& [document, counts] : by_document) {
      if (counts.pending == 0) continue;
      Reason& reason =
          add(Severity::warning, of(SubjectKind::document, document.n), document,
              cat({number(counts.pending), " of ", counted(counts.all, "sign-off", "sign-offs"),
                   counts.pending == 1 ? " is pending in " : " are pending in ",
                   name_of(model_.documents[document])}));
      reason.count = counts.pending;
    }
  }

  // Ticked items that speak of evidence and show none.
  void unproven() {
    std::map<DocumentId, int> by_document;
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const Item& item = model_.items[ItemId(i)];
      if (judging_.judged(item.document) && judging_.standings[i] == Standing::claimed &&
          asks_for_evidence(item))
        ++by_document[item.document];
    }
    for (const auto& [document, count] : by_document) {
      Reason& reason = add(Severity::warning, of(SubjectKind::document, document.n), document,
                           cat({counted(count, "ticked box asks", "ticked boxes ask"),
                                " for evidence and shows none that proves it in ",
                                name_of(model_.documents[document])}));
      if (count > 1)
        reason.text =
            cat({number(count), " ticked boxes ask for evidence and show none that proves them in ",
                 name_of(model_.documents[document])});
      reason.count = count;
    }
  }

  static bool asks_for_evidence(const Item& item) {
    if (item.role == Role::sign_off || item.role == Role::deliverable) return false;
    return contains_word(item.text, "attached") || contains_word(item.text, "evidence") ||
           contains_word(item.text, "report");
  }

  const Judging& judging_;
  const Audit& audit_;
  const Model& model_ = judging_.model;
  std::set<Subject> explained_;
  std::vector<Reason> reasons_;
};

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
    stands_on(decision.document, chosen(decision) == Chosen::go);
  for (const SignOff& sign_off : model.sign_offs) stands_on(sign_off.document, sign_off.signed_off);
  for (const Citation& citation : model.citations) {
    const Proof proof = proof_of(model.evidence[citation.evidence], judging.as_of);
    if (citation.binding != Binding::mention)
      stands_on(judging.document_at(citation.where), proof == Proof::passing);
  }
  for (const Evidence& evidence : model.evidence) {
    if (evidence.repo != RepoId(0)) continue;
    grounds.version.anything = true;
    if (proof_of(evidence, judging.as_of) == Proof::passing) grounds.version.good = true;
  }
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
  const std::vector<Reason> reasons = in_order(Reasons(judging, audit).collect());
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
