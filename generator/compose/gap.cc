// The gap register: state here beside state in the issue, never merged.
#include "compose/gap.h"

#include <algorithm>

#include "base/text.h"
#include "compose/frame.h"
#include "compose/pages.h"

namespace muster {
namespace {

bool issue_done(const View& view, const Gap& gap) {
  return gap.issue && view.model.documents[gap.issue].status_class == StatusClass::done;
}

// Open here and done there, or the other way round.
bool states_differ(const View& view, const Gap& gap) {
  if (!gap.issue) return false;
  const bool done_here = gap.state != GapState::open;
  const bool known = view.model.documents[gap.issue].status_class != StatusClass::unknown;
  return known && done_here != issue_done(view, gap);
}

Data::Object issue_mark(const View& view, const Gap& gap) {
  const Document& issue = view.model.documents[gap.issue];
  Data::Object mark = data_of(mark_of(issue.status_class));
  if (issue.status.fill == Fill::value) mark["word"] = issue.status.text;
  return mark;
}

Data eta_of(const View& view, const Gap& gap) {
  if (!gap.eta) return false;
  Data::Object eta = time_of(*gap.eta);
  const std::int32_t past = date_of(view.audit.as_of).days - gap.eta->days;
  eta["past"] = view.overdue(gap) ? Data(words::days(past)) : Data(false);
  return eta;
}

Data::List findings_of(const View& view, GapId gap) {
  Data::List findings;
  for (std::size_t i = 0; i < view.audit.findings.size(); ++i) {
    const Finding& finding = view.audit.findings[i];
    if (finding.subject.kind == SubjectKind::gap && finding.subject.row == gap.n)
      findings.push_back(Data::Object{{"id", finding.id},
                                      {"href", view.to_finding(i)},
                                      {"message", words::sentence(finding.message)},
                                      {"mark", data_of(mark_of(finding.severity))}});
  }
  return findings;
}

// Each text once, in the order of its bytes.
Data::List options(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  Data::List list;
  for (const std::string& value : values)
    if (!value.empty()) list.push_back(Data::Object{{"value", slug(value)}, {"text", value}});
  return list;
}

}  // namespace

std::vector<GapId> gaps_in_order(const View& view) {
  std::vector<GapId> ids;
  for (std::size_t i = 0; i < view.model.gaps.size(); ++i) ids.emplace_back(i);
  const auto rank = [&](GapId id) {
    const Gap& gap = view.model.gaps[id];
    const std::int32_t day = gap.eta ? gap.eta->days : INT32_MAX;
    return std::pair(gap.state == GapState::open ? 0 : 1, day);
  };
  std::stable_sort(ids.begin(), ids.end(), [&](GapId a, GapId b) { return rank(a) < rank(b); });
  return ids;
}

Data::Object gap_row(const View& view, GapId id) {
  const Gap& gap = view.model.gaps[id];
  const bool overdue = view.overdue(gap);
  Data::List findings = findings_of(view, id);
  return {{"id", view.gap_anchor(id)},
          {"text", gap.text},
          {"href", view.to_line(gap.document, gap.where.line)},
          {"place", view.place(gap.where)},
          {"repo", entry_of(gap.repo_entry, words::kNone)},
          {"repo_key", slug(gap.repo_entry.text)},
          {"issue", gap.issue
                        ? Data(Data::Object{{"text", gap.issue_key}, {"href", view.to(gap.issue)}})
                        : Data(false)},
          {"issue_text", text_or_none(gap.issue                             ? std::string()
                                      : gap.issue_entry.fill == Fill::value ? gap.issue_entry.text
                                                                            : gap.issue_key)},
          {"owner", View::owner(gap.owner.fill == Fill::value ? gap.owner.text : std::string())},
          {"eta", eta_of(view, gap)},
          {"eta_text", entry_of(gap.eta_entry, words::kNone)},
          {"priority", text_or_none(gap.priority)},
          {"state", gap.state == GapState::open ? "open" : "closed"},
          {"mark", data_of(mark_of(gap.state))},
          {"issue_mark", gap.issue ? Data(issue_mark(view, gap)) : Data(false)},
          {"differs", states_differ(view, gap)},
          {"late", overdue},
          {"findings", std::move(findings)}};
}

Page gaps_page(const View& view) {
  Page page = framed_page(view, "gaps");
  Data::List rows;
  std::vector<std::string> repos;
  int late = 0;
  int unowned = 0;
  int differ = 0;
  for (const GapId id : gaps_in_order(view)) {
    const Gap& gap = view.model.gaps[id];
    rows.push_back(gap_row(view, id));
    repos.push_back(gap.repo_entry.text);
    late += view.overdue(gap) ? 1 : 0;
    unowned += gap.state == GapState::open && gap.owner.fill != Fill::value ? 1 : 0;
    differ += states_differ(view, gap) ? 1 : 0;
  }
  page.data["page_title"] = "Gap register";
  page.data["any"] = !rows.empty();
  page.data["rows"] = std::move(rows);
  page.data["open"] = view.open_gaps();
  page.data["late"] = late;
  page.data["unowned"] = unowned;
  page.data["differ"] = differ;
  page.data["day"] = time_of(date_of(view.audit.as_of));
  page.data["repos"] = options(std::move(repos));
  page.data["page_class"] = "p-wide";
  return page;
}

}  // namespace muster
