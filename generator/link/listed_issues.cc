// Issues that exports of trackers list: what is known of those that no document declares.
#include <map>

#include "base/text.h"
#include "link/ids.h"
#include "link/linker.h"

namespace muster {
namespace {

std::string text_of(const Json& row, std::string_view name) {
  const Json* value = row.find(name);
  return value != nullptr && value->is(Json::Kind::string) ? value->text : std::string();
}

// GitHub counts by `number`, GitLab by `iid`.
std::string number_of(const Json& row) {
  for (const std::string_view name : {"number", "iid"}) {
    const Json* value = row.find(name);
    long long count = 0;
    if (value != nullptr && value->as_integer(count)) return cat({"#", number(count)});
  }
  return {};
}

void add_rows(Linker& linker, EvidenceId evidence, const Json& list) {
  for (const Json& row : list.items) {
    ListedIssue issue;
    issue.title = text_of(row, "title");
    issue.state = text_of(row, "state");
    const std::string state = lower(issue.state);
    issue.closed = state == "closed" || state == "merged";
    issue.key = leading_id(issue.title);
    if (issue.key.empty()) issue.key = number_of(row);
    issue.evidence = evidence;
    if (!issue.key.empty() && !issue.state.empty())
      linker.model.listed_issues.push_back(std::move(issue));
  }
}

// Several rows of one id tell nothing.
std::map<std::string, std::optional<std::size_t>> rows_by_key(const Model& model) {
  std::map<std::string, std::optional<std::size_t>> rows;
  for (std::size_t i = 0; i < model.listed_issues.size(); ++i) {
    const auto [at, fresh] = rows.emplace(id_key(model.listed_issues[i].key), i);
    if (!fresh) at->second.reset();
  }
  return rows;
}

}  // namespace

void link_listed_issues(Linker& linker) {
  Model& model = linker.model;
  for (const Evidence& evidence : model.evidence)
    if (evidence.state == EvidenceState::present && evidence.content != nullptr &&
        evidence.content->json != nullptr &&
        evidence.content->report.format.ends_with("issue list"))
      add_rows(linker, model.evidence.id_of(evidence), *evidence.content->json);
  const auto rows = rows_by_key(model);
  for (std::size_t i = 0; i < model.gaps.size(); ++i) {
    Gap& gap = model.gaps[GapId(i)];
    if (gap.issue || gap.issue_key.empty()) continue;
    const auto row = rows.find(id_key(gap.issue_key));
    if (row == rows.end() || !row->second) continue;
    gap.listed = row->second;
    if (gap.state == GapState::closed && !model.listed_issues[*gap.listed].closed)
      gap.state = GapState::claimed_closed;
  }
}

}  // namespace muster
