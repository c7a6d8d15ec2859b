#include "audit/gap_issues.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "audit/gaps.h"
#include "base/date.h"
#include "base/text.h"

namespace muster {
namespace {

// Calls `check(row, gap)` for every gap that is judged; a closed one only where asked for.
template <class F>
int each_gap(const Judging& judging, bool closed_too, F&& check) {
  int subjects = 0;
  for (std::size_t i = 0; i < judging.model.gaps.size(); ++i) {
    const Gap& gap = judging.model.gaps[GapId(i)];
    if (!judging.judged(gap.document)) continue;
    if (gap.state != GapState::open && !closed_too) continue;
    ++subjects;
    check(i, gap);
  }
  return subjects;
}

// A cell that the table asks for and that says nothing yet. A dash says that there is none.
bool is_left_out(const record::Entry& entry) {
  return entry.line > 0 && (entry.fill == Fill::empty || entry.fill == Fill::blank ||
                            entry.fill == Fill::placeholder);
}

bool has_siblings(const Model& model) { return model.repo_names.size() > 1; }

// `#12` is a number of a tracker on the web, which is not read.
bool names_document(const Gap& gap) {
  return !gap.issue_key.empty() && gap.issue_key.find('#') == std::string::npos;
}

// "cross-repo", "FE & BE"
bool names_several(std::string_view repo) {
  const std::string words = lower(repo);
  constexpr std::array<std::string_view, 6> several = {"cross-repo", "cross repo", "all",
                                                       "both",       "multiple",   "several"};
  return words.find_first_of(",/&+") != std::string::npos ||
         std::find(several.begin(), several.end(), words) != several.end();
}

// One finding for all of them, at the first.
void add_folded(const Judging& judging, Findings& out, const std::vector<std::size_t>& rows,
                std::string message) {
  if (rows.empty()) return;
  Finding& finding = add_gap_finding(judging, out, rows.front());
  finding.severity = Severity::note;
  finding.message = std::move(message);
  finding.advice = "Name the repositories under `repositories` in muster.yaml.";
  for (std::size_t i = 1; i < rows.size(); ++i)
    finding.related.push_back(judging.model.gaps[GapId(rows[i])].where);
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i)
    text += cat({i == 0 ? "" : ", ", names[i]});
  if (names.size() > kShown)
    text += cat({" and ", number(static_cast<long long>(names.size() - kShown)), " more"});
  return text;
}

// Files that declare the id: issues first, others only where no issue does.
std::vector<DocumentId> declaring(const Model& model, const Gap& gap) {
  std::vector<DocumentId> issues;
  std::vector<DocumentId> others;
  for (std::size_t i = 0; i < model.documents.size(); ++i) {
    const Document& document = model.documents[DocumentId(i)];
    if (!equals_ignoring_case(document.key, gap.issue_key)) continue;
    if (gap.repo && document.repo != gap.repo) continue;
    (document.kind == DocumentKind::issue ? issues : others).emplace_back(i);
  }
  return issues.empty() ? others : issues;
}

// The names in "Worker A & Worker B", in lower case.
std::vector<std::string> names_in(std::string_view text) {
  std::string rest = lower(text);
  for (const std::string_view sign : {" & ", " and ", " + ", ", ", "; ", " y "})
    rest = replace_all(std::move(rest), sign, "/");
  std::vector<std::string> names;
  for (const std::string_view part : split(rest, '/'))
    if (!trim(part).empty()) names.emplace_back(trim(part));
  return names;
}

bool share_a_name(const std::string& a, const std::string& b) {
  const std::vector<std::string> ours = names_in(a);
  const std::vector<std::string> theirs = names_in(b);
  return std::any_of(ours.begin(), ours.end(), [&](const std::string& name) {
    return std::find(theirs.begin(), theirs.end(), name) != theirs.end();
  });
}

// By its metadata: the most trusted statement of a due date.
std::optional<Date> due_of(const Document& document) {
  if (document.content == nullptr) return std::nullopt;
  for (const record::Field& field : document.content->records.fields)
    if (field.name == "due" && field.value.fill == Fill::value) return find_date(field.value.text);
  return std::nullopt;
}

}  // namespace

int check_gap_without_issue(const Judging& judging, Findings& out) {
  return each_gap(judging, false, [&](std::size_t i, const Gap& gap) {
    if (!is_left_out(gap.issue_entry) || gap.issue) return;
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({"gap ", quoted(gap.text), " has no issue"});
    point_at(finding, gap.issue_entry);
  });
}

int check_gap_without_eta(const Judging& judging, Findings& out) {
  return each_gap(judging, false, [&](std::size_t i, const Gap& gap) {
    if (!is_left_out(gap.eta_entry)) return;
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({"gap ", quoted(gap.text), " has no date"});
    point_at(finding, gap.eta_entry);
  });
}

int check_issue_unknown(const Judging& judging, Findings& out) {
  std::vector<std::size_t> rows;
  std::vector<std::string> names;
  const int subjects = each_gap(judging, true, [&](std::size_t i, const Gap& gap) {
    if (!names_document(gap) || gap.issue || gap.listed) return;
    if (!has_siblings(judging.model)) {
      rows.push_back(i);
      names.push_back(gap.issue_key);
      return;
    }
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({quoted(gap.issue_key), " names no issue of these repositories"});
    point_at(finding, gap.issue_entry);
  });
  add_folded(judging, out, rows,
             cat({names.size() == 1 ? "an issue is" : "issues are",
                  " not in this repository, and no other is configured: ", listed(names)}));
  return subjects;
}

int check_issue_ambiguous(const Judging& judging, Findings& out) {
  return each_gap(judging, true, [&](std::size_t i, const Gap& gap) {
    if (!names_document(gap)) return;
    const std::vector<DocumentId> found = declaring(judging.model, gap);
    if (found.size() < 2) return;
    Finding& finding = add_gap_finding(judging, out, i);
    std::vector<std::string> places;
    for (const DocumentId id : found) {
      const Document& document = judging.model.documents[id];
      const std::string_view repo = judging.model.repo_name(document.repo);
      places.push_back(repo.empty() ? document.path : cat({repo, "/", document.path}));
      finding.related.push_back({document.repo, document.path, 1, 0});
    }
    finding.message =
        cat({quoted(gap.issue_key), " may be any of ", number(static_cast<long long>(found.size())),
             " files: ", listed(places)});
    point_at(finding, gap.issue_entry);
  });
}

int check_gap_issue_differs(const Judging& judging, Findings& out) {
  return each_gap(judging, false, [&](std::size_t i, const Gap& gap) {
    if (!gap.issue) return;
    const Document& issue = judging.model.documents[gap.issue];
    const std::string here = value_of(gap.owner);
    const std::string there = value_of(issue.owner);
    if (!here.empty() && !there.empty() && !share_a_name(here, there)) {
      Finding& finding = add_gap_finding(judging, out, i);
      finding.message = cat({"gap ", quoted(gap.text), " is owned by ", quoted(here),
                             " here and by ", quoted(there), " in ", name_of(issue)});
      finding.related.push_back({issue.repo, issue.path, issue.owner.line, issue.owner.column});
      point_at(finding, gap.owner);
    }
    const std::optional<Date> due = due_of(issue);
    if (gap.eta && due && *gap.eta != *due) {
      Finding& finding = add_gap_finding(judging, out, i);
      finding.message = cat({"gap ", quoted(gap.text), " is due on ", format_date(*gap.eta),
                             " here and on ", format_date(*due), " in ", name_of(issue)});
      finding.related.push_back({issue.repo, issue.path, 1, 0});
      point_at(finding, gap.eta_entry);
    }
  });
}

int check_gap_open_issue_closed(const Judging& judging, Findings& out) {
  return each_gap(judging, false, [&](std::size_t i, const Gap& gap) {
    if (gap.listed && judging.model.listed_issues[*gap.listed].closed) {
      const ListedIssue& issue = judging.model.listed_issues[*gap.listed];
      Finding& finding = add_gap_finding(judging, out, i);
      finding.message =
          cat({"gap ", quoted(gap.text), " is open and ", issue.key, " is ", quoted(issue.state),
               " in ", quoted(judging.model.evidence[issue.evidence].path)});
      point_at(finding, gap.issue_entry);
    }
    if (!gap.issue) return;
    const Document& issue = judging.model.documents[gap.issue];
    if (issue.status_class != StatusClass::done) return;
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({"gap ", quoted(gap.text), " is open and the status of ", name_of(issue),
                           " is ", quoted(issue.status.text)});
    finding.related.push_back({issue.repo, issue.path, issue.status.line, issue.status.column});
    point_at(finding, gap.issue_entry);
  });
}

int check_gap_repo_unknown(const Judging& judging, Findings& out) {
  std::vector<std::size_t> rows;
  std::vector<std::string> names;
  const int subjects = each_gap(judging, false, [&](std::size_t i, const Gap& gap) {
    if (gap.repo_entry.fill != Fill::value || gap.repo || names_several(gap.repo_entry.text))
      return;
    if (!has_siblings(judging.model)) {
      rows.push_back(i);
      if (std::find(names.begin(), names.end(), gap.repo_entry.text) == names.end())
        names.push_back(gap.repo_entry.text);
      return;
    }
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({quoted(gap.repo_entry.text), " names no repository that is configured"});
    point_at(finding, gap.repo_entry);
  });
  add_folded(judging, out, rows,
             cat({names.size() == 1 ? "a repository is" : "repositories are",
                  " not configured in muster.yaml: ", listed(names)}));
  return subjects;
}

}  // namespace muster
