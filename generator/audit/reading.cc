#include "audit/reading.h"

#include <algorithm>
#include <array>
#include <set>

#include "audit/evidence.h"
#include "base/text.h"

namespace muster {
namespace {

constexpr std::string_view kSource = "source-incomplete";
constexpr std::string_view kLimit = "limit-exceeded";
constexpr std::string_view kUnreadable = "evidence-unreadable";
constexpr std::array<std::string_view, 12> kRules = {"choice-ambiguous",
                                                     "table-ragged",
                                                     "front-matter-invalid",
                                                     kLimit,
                                                     kSource,
                                                     "version-unresolved",
                                                     kUnreadable,
                                                     "evidence-ambiguous",
                                                     "box-unclear",
                                                     "date-unclear",
                                                     "word-redefined",
                                                     "secret-in-evidence"};

// A note of a rule that has no row is shown all the same.
std::string_view rule_of(const Unread& unread) {
  const bool known = std::find(kRules.begin(), kRules.end(), unread.rule) != kRules.end();
  return known ? std::string_view(unread.rule) : kSource;
}

int judged_documents(const Model& model) {
  int count = 0;
  for (const Document& document : model.documents)
    if (document.judged()) ++count;
  return count;
}

// What a sibling says of itself is not judged; that it could not be read is.
bool in_question(const Judging& judging, const Unread& unread, std::string_view rule) {
  if (unread.where.repo == RepoId(0) || !unread.where.repo) return true;
  if (rule == kSource || rule == kLimit) return true;
  return !judging.document_at(unread.where);  // a report, or a repository
}

// Findings from the notes that carry this rule.
void report_unread(const Judging& judging, std::string_view rule, Findings& out) {
  for (const Unread& unread : judging.model.unread) {
    if (rule_of(unread) != rule || !in_question(judging, unread, rule)) continue;
    const DocumentId document = judging.document_at(unread.where);
    Finding& finding =
        out.add(document ? SubjectKind::document : SubjectKind::version, document.n, unread.message)
            .finding;
    if (judging.judged(document)) {
      finding.document = document;
      finding.owner = value_of(judging.model.documents[document].owner);
    }
    finding.label = unread.where.path;
    finding.message = unread.message;
    finding.advice = unread.help;
    finding.where = unread.where;
  }
}

int check_documents(const Judging& judging, std::string_view rule, Findings& out) {
  report_unread(judging, rule, out);
  return judged_documents(judging.model);
}

int check_reports(const Judging& judging, std::string_view rule, Findings& out) {
  report_unread(judging, rule, out);
  int count = 0;
  for (const Evidence& evidence : judging.model.evidence)
    if (evidence.content != nullptr || evidence.state == EvidenceState::unreadable) ++count;
  return count;
}

// Lines of choices that a decision is made by.
std::set<std::pair<DocumentId, int>> decision_lines(const Model& model) {
  std::set<std::pair<DocumentId, int>> lines;
  for (const Decision& decision : model.decisions) {
    const Records& records = model.documents[decision.document].content->records;
    const Id<record::Choice> choice = records.decisions[decision.record].choice;
    if (choice) lines.insert({decision.document, records.choices[choice].line});
  }
  return lines;
}

std::string name_chosen(const record::Choice& choice) {
  std::vector<std::string> labels;
  for (const record::Option& option : choice.options)
    if (option.state == BoxState::ticked) labels.push_back(quoted(option.label));
  return join(labels, " and ");
}

}  // namespace

bool is_lost(const Judging& judging, const Unread& unread) {
  const std::string_view rule = rule_of(unread);
  const bool lost = rule == kSource || rule == kLimit || rule == kUnreadable;
  return lost && in_question(judging, unread, rule);
}

int check_choice_ambiguous(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  const auto decisions = decision_lines(model);
  int subjects = 0;
  report_unread(judging, "choice-ambiguous", out);
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const Document& document = model.documents[DocumentId(d)];
    if (!document.judged()) continue;
    for (const record::Choice& choice : document.content->records.choices) {
      ++subjects;
      if (!choice.conflict()) continue;
      const std::string label = choice.label.empty() ? std::string("choice") : choice.label;
      Finding& finding =
          out.add(SubjectKind::document, static_cast<std::uint32_t>(d), plain_words(label)).finding;
      finding.severity =
          decisions.contains({DocumentId(d), choice.line}) ? Severity::blocker : Severity::warning;
      finding.document = DocumentId(d);
      finding.label = label;
      finding.message = cat({quoted(label), " has two answers: ", name_chosen(choice)});
      finding.advice = "Leave one box ticked.";
      finding.owner = value_of(document.owner);
      finding.where = {document.repo, document.path, choice.line, 0};
    }
  }
  return subjects;
}

int check_table_ragged(const Judging& judging, Findings& out) {
  report_unread(judging, "table-ragged", out);
  int tables = 0;
  for (const Document& document : judging.model.documents)
    if (document.judged()) tables += document.content->records.counts.tables;
  return tables;
}

int check_front_matter_invalid(const Judging& judging, Findings& out) {
  return check_documents(judging, "front-matter-invalid", out);
}

int check_limit_exceeded(const Judging& judging, Findings& out) {
  return check_documents(judging, kLimit, out);
}

int check_source_incomplete(const Judging& judging, Findings& out) {
  report_unread(judging, kSource, out);
  return static_cast<int>(judging.model.version.snapshots.size());
}

int check_version_unresolved(const Judging& judging, Findings& out) {
  report_unread(judging, "version-unresolved", out);
  return 1;
}

int check_evidence_unreadable(const Judging& judging, Findings& out) {
  return check_reports(judging, kUnreadable, out);
}

int check_evidence_ambiguous(const Judging& judging, Findings& out) {
  return check_reports(judging, "evidence-ambiguous", out) + report_uninterpreted(judging, out);
}

int check_secret_in_evidence(const Judging& judging, Findings& out) {
  return check_reports(judging, "secret-in-evidence", out);
}

int check_box_unclear(const Judging& judging, Findings& out) {
  return check_documents(judging, "box-unclear", out);
}

int check_word_redefined(const Judging& judging, Findings& out) {
  report_unread(judging, "word-redefined", out);
  const Vocabulary& words = judging.model.version.vocabulary;
  return static_cast<int>(words.status.size() + words.headers.size());
}

int check_date_unclear(const Judging& judging, Findings& out) {
  return check_documents(judging, "date-unclear", out);
}

}  // namespace muster
