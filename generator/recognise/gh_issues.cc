// `gh issue list --json` and `gh pr list --json` (cli/cli). One that is open is one that is not
// done; 30 rows are the limit of who asked for none.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::size_t kDefaultLimit = 30;

bool is_issue(const Json& row) {
  return count_at(row, "/number") &&
         telling_signs(row, {{"/title", Json::Kind::string}, {"/state", Json::Kind::string}}) > 0;
}

void count(const Json& row, Counts& counts) {
  const std::string_view state = text_at(row, "/state");
  const Json* reason = row.find("stateReason");
  const std::string_view why = reason == nullptr ? std::string_view() : reason->text;
  if (state == "OPEN")
    ++counts.failed;
  else if (state == "CLOSED" && (why == "NOT_PLANNED" || why == "DUPLICATE"))
    ++counts.skipped;
  else if ((state == "CLOSED" || state == "MERGED") && (why.empty() || why == "COMPLETED"))
    ++counts.passed;
  else
    counts.add_unknown(why.empty() ? state : why);
}

int score(const Json& json) {
  if (!json.is(Json::Kind::array) || json.items.empty()) return 0;
  if (!std::all_of(json.items.begin(), json.items.end(), is_issue)) return 0;
  const std::string_view state = text_at(json.items.front(), "/state");
  return state == "OPEN" || state == "CLOSED" || state == "MERGED" ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.verdict_line = json.line;
  Counts counts;
  for (const Json& row : json.items) count(row, counts);
  if (counts.failed > 0)
    add_failure(reading, cat({counted(counts.failed, "issue"), " not closed"}));
  if (json.items.size() == kDefaultLimit)
    add_doubt(reading, "it has exactly 30 rows, the limit of the list, and may lack the others");
  take_counts(counts, "issues", reading);
}

}  // namespace

constinit const Recogniser gh_issues{"gh issue list", score, read};

}  // namespace muster::recognise
