#include "audit/failures.h"

#include <algorithm>
#include <string>
#include <vector>

#include "audit/proof.h"
#include "base/text.h"

namespace muster {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// Something that failed, and the words by which a gap would name it.
struct Failure {
  Subject subject;
  std::string label;
  std::vector<std::string> names;  // in plain words
  DocumentId document;
  Where where;
  std::string owner;
};

bool speaks_of(std::string_view words, const Failure& failure) {
  return std::any_of(failure.names.begin(), failure.names.end(), [&](const std::string& name) {
    return !name.empty() && words.find(name) != std::string_view::npos;
  });
}

// Whether a text names an issue or a gap by its id: "Requires SEC-AUTH-1".
bool names_an_issue(const Model& model, std::string_view text) {
  const auto has = [&](const std::string& key) { return !key.empty() && contains_word(text, key); };
  return std::any_of(model.documents.begin(), model.documents.end(),
                     [&](const Document& document) { return has(document.key); }) ||
         std::any_of(model.gaps.begin(), model.gaps.end(),
                     [&](const Gap& gap) { return has(gap.issue_key); });
}

// Where failures are written down, in plain words: rows of gap tables, the issues that they name,
// and all other issues that are not done.
std::vector<std::string> places_of_gaps(const Model& model) {
  std::vector<std::string> texts;
  std::vector<bool> taken(model.documents.size());
  const auto add_issue = [&](DocumentId id) {
    if (taken[id.n] || model.documents[id].content == nullptr) return;
    taken[id.n] = true;
    texts.push_back(plain_words(model.documents[id].content->markdown.source));
  };
  for (const Gap& gap : model.gaps) {
    texts.push_back(plain_words(gap.text));
    if (gap.issue) add_issue(gap.issue);
  }
  for (std::size_t i = 0; i < model.documents.size(); ++i) {
    const Document& document = model.documents[DocumentId(i)];
    if (document.kind == DocumentKind::issue && document.status_class != StatusClass::done)
      add_issue(DocumentId(i));
  }
  return texts;
}

// Reports that somebody rests on, and that say that they failed.
void add_reports(const Judging& judging, std::vector<Failure>& failures) {
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    if (evidence.state != EvidenceState::present ||
        proof_of(evidence, judging.as_of) != Proof::failing)
      continue;
    for (const Citation* citation : judging.citations(evidence)) {
      if (citation->binding == Binding::mention) continue;
      Failure failure;
      failure.subject = {SubjectKind::evidence, static_cast<std::uint32_t>(i)};
      failure.label = evidence.path;
      failure.names = {plain_words(file_name(evidence.path))};
      failure.document = judging.document_at(citation->where);
      failure.where = citation->where;
      if (citation->item) {
        const Item& item = judging.model.items[citation->item];
        failure.owner = item.owner;
        failure.names.push_back(
            plain_words(item.anchor.find('-') == std::string::npos ? std::string() : item.anchor));
      }
      failures.push_back(std::move(failure));
      break;
    }
  }
}

void add_parity(const Judging& judging, std::vector<Failure>& failures) {
  for (std::size_t i = 0; i < judging.model.parity_rows.size(); ++i) {
    const ParityRow& row = judging.model.parity_rows[ParityId(i)];
    if (judging.parity[i].state != ParityState::mismatch || !judging.judged(row.document)) continue;
    if (!row.captured && row.status.fill != Fill::value) continue;  // of a table without marks
    if (names_an_issue(judging.model, row.notes.text)) continue;
    Failure failure;
    failure.subject = {SubjectKind::parity, static_cast<std::uint32_t>(i)};
    failure.label = row.text;
    failure.names = {plain_words(replace_all(row.text, "`", ""))};
    failure.document = row.document;
    failure.where = row.where;
    failures.push_back(std::move(failure));
  }
}

}  // namespace

int check_failure_without_gap(const Judging& judging, Findings& out) {
  std::vector<Failure> failures;
  add_reports(judging, failures);
  add_parity(judging, failures);
  const std::vector<std::string> places =
      failures.empty() ? std::vector<std::string>() : places_of_gaps(judging.model);
  for (const Failure& failure : failures) {
    const bool known = std::any_of(places.begin(), places.end(), [&](const std::string& words) {
      return speaks_of(words, failure);
    });
    if (known) continue;
    Finding& finding = out.add(failure.subject.kind, failure.subject.row, failure.label).finding;
    finding.label = failure.label;
    finding.document = failure.document;
    finding.where = failure.where;
    finding.owner = failure.owner;
    finding.message = cat({quoted(failure.label), " failed, and no gap or issue names it"});
  }
  return static_cast<int>(failures.size());
}

int check_evidence_uncited(const Judging& judging, Findings& out) {
  constexpr std::size_t kShown = 3;
  std::vector<EvidenceId> uncited;
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.evidence.size(); ++i) {
    const Evidence& evidence = judging.model.evidence[EvidenceId(i)];
    if (evidence.repo != RepoId(0) || evidence.state != EvidenceState::present) continue;
    ++subjects;
    if (evidence.cited_by.empty()) uncited.emplace_back(i);
  }
  if (uncited.empty()) return subjects;
  const Evidence& first = judging.model.evidence[uncited.front()];
  Finding& finding = out.add(SubjectKind::evidence, uncited.front().n, first.path).finding;
  std::string names;
  for (std::size_t i = 0; i < uncited.size(); ++i) {
    const std::string& path = judging.model.evidence[uncited[i]].path;
    if (i < kShown) names += cat({i == 0 ? "" : ", ", path});
    if (i > 0) finding.related.push_back({RepoId(0), path, 0, 0});
  }
  if (uncited.size() > kShown)
    names += cat({" and ", number(static_cast<long long>(uncited.size() - kShown)), " more"});
  finding.label = first.path;
  finding.where = {RepoId(0), first.path, 0, 0};
  finding.message = cat({counted(static_cast<int>(uncited.size()), "report is", "reports are"),
                         " cited by no document: ", names});
  return subjects;
}

}  // namespace muster
