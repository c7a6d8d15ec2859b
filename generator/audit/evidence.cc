#include "audit/evidence.h"

#include <algorithm>

#include "audit/expectations.h"
#include "audit/proof.h"
#include "base/text.h"

namespace muster {
namespace {

// Evidence that counts here: of the workspace, or cited by one of its documents.
bool in_question(const Judging& judging, const Evidence& evidence) {
  return evidence.repo == RepoId(0) || !judging.citations(evidence).empty();
}

// Items first, plain mentions last; of equals, the first in the documents.
const Citation* strongest(const std::vector<const Citation*>& citations) {
  const auto first = std::min_element(
      citations.begin(), citations.end(),
      [](const Citation* a, const Citation* b) { return a->binding < b->binding; });
  return first == citations.end() ? nullptr : *first;
}

std::string owner_of(const Judging& judging, const Citation& citation, DocumentId document) {
  if (citation.item) return judging.model.items[citation.item].owner;
  return document ? value_of(judging.model.documents[document].owner) : std::string();
}

// Stands at the place that cites the report, or in the report where nobody does.
Finding& add_finding(const Judging& judging, Findings& out, EvidenceId id,
                     const std::vector<const Citation*>& citations) {
  const Evidence& evidence = judging.model.evidence[id];
  Finding& finding = out.add(SubjectKind::evidence, id.n,
                             cat({judging.model.repo_name(evidence.repo), ":", evidence.path}))
                         .finding;
  finding.label = evidence.path;
  const Citation* first = strongest(citations);
  const int line = evidence.content != nullptr ? evidence.content->report.verdict_line : 0;
  const Where report{evidence.repo, evidence.path, line, 0};
  if (first == nullptr) {
    finding.where = report;
    return finding;
  }
  finding.where = first->where;
  finding.document = judging.document_at(first->where);
  finding.owner = owner_of(judging, *first, finding.document);
  for (const Citation* citation : citations)
    if (citation != first) finding.related.push_back(citation->where);
  if (evidence.state == EvidenceState::present) finding.related.push_back(report);
  return finding;
}

// Behind a tick, a gate, or a PASS in the text.
bool leaned_on(const Judging& judging, const Citation& citation) {
  if (citation.binding == Binding::mention) return false;
  return judging.ticked(citation) || citation.gate || citation.claimed == "pass";
}

bool leaned_on(const Judging& judging, const std::vector<const Citation*>& citations) {
  return std::any_of(citations.begin(), citations.end(),
                     [&](const Citation* citation) { return leaned_on(judging, *citation); });
}

bool cited(const std::vector<const Citation*>& citations) {
  return std::any_of(citations.begin(), citations.end(), [](const Citation* citation) {
    return citation->binding != Binding::mention;
  });
}

bool lists_issues(const Evidence& evidence) {
  return evidence.content != nullptr && evidence.content->report.format.ends_with("issue list");
}

// A failing report is a blocker where something cites it; one that lies about is a word of warning.
Severity weight_of_failure(const Evidence& evidence,
                           const std::vector<const Citation*>& citations) {
  if (cited(citations)) return Severity::blocker;
  if (lists_issues(evidence)) return Severity::note;  // kept for the states of its issues
  const bool generic = evidence.content != nullptr && evidence.content->report.generic;
  return generic ? Severity::note : Severity::warning;
}

std::string because(const Evidence& evidence) {
  const std::string reason = reason_of(evidence);
  return reason.empty() ? reason : ": " + reason;
}

// Of a report that only measures, what front matter expects is the verdict.
bool proves_by_expectation(const Judging& judging, const Citation& citation) {
  const Evidence& evidence = judging.model.evidence[citation.evidence];
  const auto position = static_cast<std::size_t>(&citation - judging.model.citations.data());
  return evidence.content != nullptr && evidence.content->report.measures &&
         meets_all(judging, position);
}

bool has_report(const Evidence& evidence) {
  return evidence.content != nullptr && !evidence.content->report.format.empty();
}

// Those citations that a missing file leaves without proof.
std::vector<const Citation*> left_without_proof(const Judging& judging, const Evidence& evidence) {
  std::vector<const Citation*> citations = judging.citations(evidence);
  std::erase_if(citations,
                [&](const Citation* citation) { return !cited_as_proof(judging, *citation); });
  return citations;
}

}  // namespace

int check_evidence_failed(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    if (!has_report(evidence) || !in_question(judging, evidence)) continue;
    ++subjects;
    if (last_proof_of(evidence, judging.as_of) != Proof::failing) continue;
    const auto citations = judging.citations(evidence);
    Finding& finding = add_finding(judging, out, EvidenceId(i), citations);
    finding.severity = weight_of_failure(evidence, citations);
    finding.message = cat({quoted(evidence.path), " says that it failed", because(evidence)});
    finding.advice = "Fix what failed, run it again and commit the new report.";
  }
  return subjects;
}

int check_evidence_vacuous(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    if (!has_report(evidence) || !in_question(judging, evidence)) continue;
    ++subjects;
    if (last_proof_of(evidence, judging.as_of) != Proof::empty) continue;
    const auto citations = judging.citations(evidence);
    Finding& finding = add_finding(judging, out, EvidenceId(i), citations);
    finding.severity = leaned_on(judging, citations) ? Severity::blocker : Severity::note;
    finding.message = cat({quoted(evidence.path), " passes and tested nothing", because(evidence)});
    finding.advice = "Run it against real data and commit the new report.";
  }
  return subjects;
}

int report_uninterpreted(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    auto citations = judging.citations(evidence);
    // A deliverable asks for the file only.
    std::erase_if(citations, [&](const Citation* citation) {
      return citation->binding == Binding::deliverable || !leaned_on(judging, *citation) ||
             proves_by_expectation(judging, *citation);
    });
    if (citations.empty()) continue;
    ++subjects;
    const std::string doubt = doubt_of(evidence, judging.as_of);
    if (doubt.empty()) continue;
    Finding& finding = add_finding(judging, out, EvidenceId(i), citations);
    finding.message =
        cat({quoted(evidence.path), " is cited as proof and proves nothing: ", doubt});
    finding.advice = "Cite a report that says what was run and that it passed.";
  }
  return subjects;
}

int check_evidence_missing(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    const auto citations = left_without_proof(judging, evidence);
    if (citations.empty()) continue;
    ++subjects;
    if (evidence.state != EvidenceState::missing) continue;
    Finding& finding = add_finding(judging, out, EvidenceId(i), citations);
    finding.message = cat({quoted(evidence.path), " is cited as proof and is not there"});
    finding.advice = "Commit the report, or untick what rests on it.";
  }
  return subjects;
}

int check_evidence_removed(const Judging& judging, Findings& out) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    const auto citations = left_without_proof(judging, evidence);
    if (citations.empty()) continue;
    ++subjects;
    if (evidence.state != EvidenceState::removed) continue;
    Finding& finding = add_finding(judging, out, EvidenceId(i), citations);
    finding.message = cat({quoted(evidence.path), " is cited as proof and was removed"});
    if (evidence.removed_by)
      finding.message += cat({" in commit ", evidence.removed_by->id.short_hex()});
    finding.advice = "Bring the report back, or cite the run that took its place.";
  }
  return subjects;
}

}  // namespace muster
