#include "audit/reasons.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/gaps.h"
#include "audit/reading.h"
#include "audit/reason_list.h"
#include "base/text.h"

namespace muster {
namespace {

// Reasons of one version, before they are put in order.
class Reasons {
 public:
  Reasons(const Judging& judging, const Audit& audit) : judging_(judging), audit_(audit) {}

  std::vector<Reason> collect() {
    findings();
    unread();
    gates();
    decisions();
    choices();
    gaps();
    boxes();
    disputed();
    add_row_reasons(judging_, list_);
    sign_offs();
    unproven();
    return list_.take();
  }

 private:
  Reason& add(Severity weight, Subject subject, DocumentId document, std::string text) {
    return list_.add(weight, subject, document, std::move(text));
  }

  void findings() {
    for (std::size_t i = 0; i < audit_.findings.size(); ++i) {
      const Finding& finding = audit_.findings[i];
      if (finding.severity == Severity::note) continue;
      if (finding.rule != "failure-without-gap") {  // says only that nobody has written it down
        Severity& weight = explained_.emplace(finding.subject, finding.severity).first->second;
        weight = std::max(weight, finding.severity);
      }
      Reason& reason = add(finding.severity, finding.subject, finding.document, finding.message);
      reason.rule = finding.rule;
      reason.owner = finding.owner;
      reason.due = finding.due;
      reason.finding = i;
    }
  }

  // Whether a finding that weighs as much says it already.
  bool is_explained(Subject subject, Severity weight) const {
    const auto found = explained_.find(subject);
    return found != explained_.end() && found->second >= weight;
  }

  // What was not read puts it at risk even where the policy calls that a note, or nothing.
  void unread() {
    for (const Unread& unread : model_.unread) {
      if (!is_lost(judging_, unread) || is_found(unread)) continue;
      const DocumentId document = judging_.document_at(unread.where);
      const DocumentId judged = judging_.judged(document) ? document : DocumentId();
      add(Severity::warning,
          judged ? as_subject(SubjectKind::document, judged.n)
                 : as_subject(SubjectKind::version, UINT32_MAX),
          judged, unread.message);
    }
  }

  bool is_found(const Unread& unread) const {
    return std::any_of(audit_.findings.begin(), audit_.findings.end(), [&](const Finding& finding) {
      return finding.severity != Severity::note && finding.where == unread.where &&
             finding.message == unread.message;
    });
  }

  // Of a gate that has no criterion to meet.
  static std::string why_without_criteria(const Gate& gate) {
    if (!gate.criteria.empty()) return " has no criterion left: all are set aside";
    if (gate.row_status) return why_open_in_table(gate) + ": set aside";
    if (gate.unboxed == 0) return " names no criterion that can be read";
    return cat({" names ", counted(gate.unboxed, "criterion", "criteria"),
                " without a box, so nothing says whether they are met"});
  }

  // An open gate, unless a finding that blocks says so already.
  void gates() {
    for (std::size_t i = 0; i < model_.gates.size(); ++i) {
      const Gate& gate = model_.gates[GateId(i)];
      const GateAudit& audit = judging_.gates[i];
      const Subject subject = as_subject(SubjectKind::gate, i);
      if (!judging_.judged(gate.document) || gate.kind == GateKind::rollback) continue;
      if (audit.state != GateState::open || is_explained(subject, Severity::blocker)) continue;
      if (audit.criteria == 0) {
        if (!judging_.decisions[i])  // where it has a decision, that is the reason
          add(Severity::warning, subject, gate.document,
              cat({quoted(gate.title), why_without_criteria(gate)}));
        continue;
      }
      const bool met = audit.met == audit.criteria;
      const DecisionId decision = judging_.decisions[i];
      if (met && decision) continue;
      if (met && gate.unboxed > 0 && !audit.disputed && !gate.asks_decision) {
        add(Severity::warning, subject, gate.document,
            cat({quoted(gate.title), " is met in its boxes, and ",
                 counted(gate.unboxed, "more criterion has none", "more criteria have none")}));
        continue;
      }
      std::string text = met ? cat({quoted(gate.title), why_not_passed(gate)})
                         : gate.row_status
                             ? cat({quoted(gate.title), why_open_in_table(gate)})
                             : cat({quoted(gate.title), " is open: ", number(audit.met), " of ",
                                    counted(audit.criteria, "criterion", "criteria"), " met"});
      if (decision && model_.decisions[decision].answer == Answer::open) {
        text += ", nothing decided";
        explained_[as_subject(SubjectKind::decision, decision.n)] = Severity::blocker;
      }
      add(Severity::blocker, subject, gate.document, std::move(text));
    }
  }

  static std::string why_open_in_table(const Gate& gate) {
    return gate.row_state.empty() ? std::string(" has no status that can be read in its table")
                                  : cat({" is ", quoted(gate.row_state), " in its table"});
  }

  // Of a gate whose criteria are all met.
  static std::string why_not_passed(const Gate& gate) {
    if (gate.asks_decision) return " has all of its criteria, and no decision is recorded";
    if (gate.failed_run)
      return cat({" rests on the run of line ", number(gate.failed_run->line), ", which failed"});
    return " rests on a report that proves nothing";
  }

  void decisions() {
    for (std::size_t i = 0; i < model_.decisions.size(); ++i) {
      const Decision& decision = model_.decisions[DecisionId(i)];
      if (!judging_.judged(decision.document) || is_rollback(decision)) continue;
      const Answer answer = decision.answer;
      if (answer == Answer::yes || answer == Answer::own_words ||
          is_explained(as_subject(SubjectKind::decision, i), Severity::blocker))
        continue;
      const std::string topic = quoted(decision.topic.empty() ? decision.question : decision.topic);
      Reason& reason =
          add(Severity::blocker, as_subject(SubjectKind::decision, i), decision.document,
              answer == Answer::open ? cat({"decision ", topic, " is open"})
                                     : cat({"decision ", topic, " is ", quoted(decision.chosen)}));
      if (const std::string approver = value_of(decision.approver); !approver.empty())
        reason.owner = approver;
    }
  }

  // A failure that was chosen is one reason each; what is not answered is one for each document.
  void choices() {
    for (std::size_t d = 0; d < model_.documents.size(); ++d) {
      const DocumentId document(d);
      if (!judging_.judged(document)) continue;
      int open = 0;
      int all = 0;
      Severity weight = Severity::warning;
      for (const record::Choice& choice : model_.documents[document].content->records.choices) {
        if (!choice.asks_result) continue;
        ++all;
        if (choice.answer == Answer::no)
          add(Severity::blocker, as_subject(SubjectKind::document, d), document,
              cat({quoted(choice.label), " is answered ",
                   quoted(choice.options[*choice.chosen()].label)}));
        if (choice.answer != Answer::open) continue;
        ++open;
        if (choice.tells_result) weight = Severity::blocker;
      }
      if (open == 0) continue;
      add(weight, as_subject(SubjectKind::document, d), document,
          cat({number(open), " of ", counted(all, "choice", "choices"),
               open == 1 ? " is not answered in " : " are not answered in ",
               name_of(model_.documents[document])}))
          .count = open;
    }
  }

  bool is_rollback(const Decision& decision) const {
    return decision.gate && model_.gates[decision.gate].kind == GateKind::rollback &&
           decision.answer == Answer::open;
  }

  void gaps() {
    for (std::size_t i = 0; i < model_.gaps.size(); ++i) {
      const Gap& gap = model_.gaps[GapId(i)];
      const Subject subject = as_subject(SubjectKind::gap, i);
      if (!judging_.judged(gap.document) || gap.state == GapState::closed) continue;
      const bool critical = gap.critical;
      if (!critical && is_explained(subject, Severity::warning)) continue;
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
      Reason& reason =
          add(Severity::blocker, as_subject(SubjectKind::document, document.n), document,
              cat({number(boxes.open), " of ", counted(boxes.all, "box", "boxes"),
                   boxes.open == 1 ? " is open in " : " are open in ",
                   name_of(model_.documents[document])}));
      reason.count = boxes.open;
    }
  }

  bool says_failed(const Item& item) const {
    return item.claimed == "fail" ||
           std::any_of(item.citations.begin(), item.citations.end(), [&](std::size_t position) {
             const Citation& citation = model_.citations[position];
             return citation.binding != Binding::mention && citation.binding != Binding::section &&
                    citation.claimed == "fail";
           });
  }

  // Disputed items put it at risk even where the policy silences the finding behind them. A tick
  // whose own words say that it failed, or is not done, weighs as open.
  void disputed() {
    std::map<DocumentId, int> by_document;
    std::map<DocumentId, int> undone;
    std::map<DocumentId, int> failed;
    std::map<DocumentId, int> in_part;
    for (std::size_t i = 0; i < model_.items.size(); ++i) {
      const Item& item = model_.items[ItemId(i)];
      if (!judging_.judged(item.document)) continue;
      if (judging_.standings[i] == Standing::claimed && item.claimed == "pending")
        ++in_part[item.document];
      if (judging_.standings[i] != Standing::disputed) continue;
      if (says_failed(item)) {
        ++failed[item.document];
        continue;
      }
      if (item.claimed == "undone") {
        ++undone[item.document];
        continue;
      }
      const bool found =
          std::any_of(item.citations.begin(), item.citations.end(), [&](std::size_t position) {
            const EvidenceId evidence = model_.citations[position].evidence;
            return is_explained(as_subject(SubjectKind::evidence, evidence.n), Severity::warning);
          });
      if (!found) ++by_document[item.document];
    }
    for (const auto& [document, count] : failed)
      add(Severity::blocker, as_subject(SubjectKind::document, document.n), document,
          cat({counted(count, "ticked box says", "ticked boxes say"), " that it failed in ",
               name_of(model_.documents[document])}))
          .count = count;
    for (const auto& [document, count] : undone)
      add(Severity::blocker, as_subject(SubjectKind::document, document.n), document,
          cat({counted(count, "ticked box says that it is", "ticked boxes say that they are"),
               " not done in ", name_of(model_.documents[document])}))
          .count = count;
    for (const auto& [document, count] : in_part)
      add(Severity::warning, as_subject(SubjectKind::document, document.n), document,
          cat({counted(count, "ticked box says", "ticked boxes say"),
               " that not all of it is done, or not for real, in ",
               name_of(model_.documents[document])}))
          .count = count;
    for (const auto& [document, count] : by_document)
      add(Severity::warning, as_subject(SubjectKind::document, document.n), document,
          cat({counted(count, "ticked box is disputed in ", "ticked boxes are disputed in "),
               name_of(model_.documents[document])}))
          .count = count;
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
          add(Severity::warning, as_subject(SubjectKind::document, document.n), document,
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
      Reason& reason =
          add(Severity::warning, as_subject(SubjectKind::document, document.n), document,
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

  // Its own words ask, not the path that it cites.
  bool asks_for_evidence(const Item& item) const {
    return item.role != Role::sign_off && item.role != Role::deliverable &&
           model_.documents[item.document].content->records.items[item.record].speaks_of_evidence;
  }

  const Judging& judging_;
  const Audit& audit_;
  const Model& model_ = judging_.model;
  std::map<Subject, Severity> explained_;  // by findings that weigh, with the heaviest
  ReasonList list_{model_};
};

}  // namespace

std::vector<Reason> collect_reasons(const Judging& judging, const Audit& audit) {
  return Reasons(judging, audit).collect();
}

}  // namespace muster
