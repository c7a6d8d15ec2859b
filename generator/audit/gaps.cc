#include "audit/gaps.h"

#include <string>

#include "base/text.h"

namespace muster {
namespace {

std::string say_owner(const record::Entry& owner) {
  switch (owner.fill) {
    case Fill::placeholder:
    case Fill::not_applicable:
      return cat({"has the owner ", quoted(owner.text)});
    case Fill::blank:
      return "has a blank for its owner";
    default:
      return "has no owner";
  }
}

}  // namespace

Finding& add_gap_finding(const Judging& judging, Findings& out, std::size_t row) {
  const Gap& gap = judging.model.gaps[GapId(row)];
  const std::string key = gap.issue_key.empty() ? plain_words(gap.text) : gap.issue_key;
  Finding& finding = out.add(SubjectKind::gap, static_cast<std::uint32_t>(row), key).finding;
  finding.document = gap.document;
  finding.label = gap.issue_key.empty() ? shorten(gap.text, 60) : gap.issue_key;
  finding.owner = value_of(gap.owner);
  finding.due = gap.eta;
  finding.where = gap.where;
  return finding;
}

void point_at(Finding& finding, const record::Entry& entry) {
  if (entry.line == finding.where.line && entry.column > 0) finding.where.column = entry.column;
}

int check_gap_without_owner(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::closed || gap.in_words) continue;
    ++subjects;
    if (gap.owner.fill == Fill::value) continue;
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message = cat({"gap ", quoted(gap.text), " ", say_owner(gap.owner)});
    const std::string issue_owner =
        gap.issue ? value_of(model.documents[gap.issue].owner) : std::string();
    finding.advice =
        issue_owner.empty()
            ? "Name the person or role that closes it."
            : cat({"Name its owner here; ", gap.issue_key, " names ", quoted(issue_owner), "."});
    point_at(finding, gap.owner);
  }
  return subjects;
}

int check_gap_overdue(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  const Date today = date_of(judging.as_of);
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::closed || !gap.eta) continue;
    ++subjects;
    if (*gap.eta >= today) continue;
    Finding& finding = add_gap_finding(judging, out, i);
    const int days = today.days - gap.eta->days;
    finding.message = cat({"gap ", quoted(gap.text), " was due on ", format_date(*gap.eta), ", ",
                           counted(days, "day", "days"), " before ", format_date(today)});
    finding.advice = "Close the gap, or agree on a new date and write it here.";
    point_at(finding, gap.eta_entry);
  }
  return subjects;
}

namespace {

// An issue that only an export of a tracker knows.
int check_listed(const Judging& judging, Findings& out, std::size_t row) {
  const Gap& gap = judging.model.gaps[GapId(row)];
  const ListedIssue& issue = judging.model.listed_issues[*gap.listed];
  if (issue.closed) return 1;
  Finding& finding = add_gap_finding(judging, out, row);
  finding.message =
      cat({"gap ", quoted(gap.text), " is marked closed and ", issue.key, " is ",
           quoted(issue.state), " in ", quoted(judging.model.evidence[issue.evidence].path)});
  finding.advice = "Close the issue, or open the gap again.";
  point_at(finding, gap.issue_entry);
  return 1;
}

}  // namespace

int check_gap_closed_issue_open(const Judging& judging, Findings& out) {
  const Model& model = judging.model;
  int subjects = 0;
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    const Gap& gap = model.gaps[GapId(i)];
    if (!judging.judged(gap.document) || gap.state == GapState::open) continue;
    if (gap.listed) subjects += check_listed(judging, out, i);
    if (!gap.issue) continue;
    ++subjects;
    if (gap.state != GapState::claimed_closed) continue;
    const Document& issue = model.documents[gap.issue];
    Finding& finding = add_gap_finding(judging, out, i);
    finding.message =
        cat({"gap ", quoted(gap.text), " is marked closed and ",
             issue.status.fill == Fill::empty
                 ? cat({"none of the boxes of ", name_of(issue), " is ticked"})
                 : cat({"the status of ", name_of(issue), " is ", quoted(issue.status.text)})});
    finding.advice = "Close the issue, or open the gap again.";
    finding.related.push_back({issue.repo, issue.path, issue.status.line, issue.status.column});
    point_at(finding, gap.issue_entry);
  }
  return subjects;
}

}  // namespace muster
