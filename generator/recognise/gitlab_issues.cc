// GitLab's export of issues, by its REST interface (`/projects/:id/issues`). One that is open is
// one that is not done.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::size_t kDefaultLimit = 20;  // of a page

bool is_issue(const Json& row) {
  return count_at(row, "/iid") &&
         telling_signs(row, {{"/title", Json::Kind::string}, {"/state", Json::Kind::string}}) > 0;
}

int score(const Json& json) {
  if (!json.is(Json::Kind::array) || json.items.empty()) return 0;
  return std::all_of(json.items.begin(), json.items.end(), is_issue) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.verdict_line = json.line;
  Counts counts;
  for (const Json& row : json.items) {
    const std::string_view state = text_at(row, "/state");
    if (state == "opened")
      ++counts.failed;
    else if (state == "closed")
      ++counts.passed;
    else
      counts.add_unknown(state);
  }
  if (counts.failed > 0)
    add_failure(reading, cat({counted(counts.failed, "issue"), " not closed"}));
  if (json.items.size() == kDefaultLimit)
    add_doubt(reading, "it has exactly 20 rows, one page of the list, and may lack the others");
  take_counts(counts, "issues", reading);
}

}  // namespace

constinit const Recogniser gitlab_issues{"GitLab issue list", score, read};

}  // namespace muster::recognise
