// `gh run list --json` (cli/cli): runs of GitHub Actions. A run that is not completed has no
// conclusion; 20 rows are the limit of who asked for none.
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr std::size_t kDefaultLimit = 20;

bool is_run(const Json& row) {
  if (at(row, "/conclusion", Json::Kind::string) == nullptr) return false;
  return count_at(row, "/databaseId") || at(row, "/headSha", Json::Kind::string) != nullptr ||
         at(row, "/workflowName", Json::Kind::string) != nullptr;
}

void count(const Json& row, Counts& counts) {
  const std::string_view conclusion = text_at(row, "/conclusion");
  const Json* status = row.find("status");
  if (conclusion == "failure" || conclusion == "timed_out" || conclusion == "startup_failure")
    ++counts.failed;
  else if (status != nullptr && status->text != "completed")
    counts.add_unknown(status->text);
  else if (conclusion == "success")
    ++counts.passed;
  else if (conclusion == "skipped" || conclusion == "neutral")
    ++counts.skipped;
  else
    counts.add_unknown(conclusion);
}

// The commit, where all runs are of the same.
std::string subject_of(const Json& json) {
  const std::string_view commit = text_at(json.items.front(), "/headSha");
  const bool same = std::all_of(json.items.begin(), json.items.end(), [&](const Json& row) {
    return text_at(row, "/headSha") == commit;
  });
  return same && !commit.empty() ? cat({"commit ", commit}) : std::string();
}

int score(const Json& json) {
  if (!json.is(Json::Kind::array) || json.items.empty()) return 0;
  return std::all_of(json.items.begin(), json.items.end(), is_run) ? 3 : 0;
}

void read(const Json& json, Reading& reading) {
  reading.report.verdict_line = json.line;
  reading.report.subject = subject_of(json);
  Counts counts;
  for (const Json& row : json.items) {
    count(row, counts);
    read_oldest_time(row, {"updatedAt", "createdAt"}, reading);
  }
  if (json.items.size() == kDefaultLimit)
    add_doubt(reading, "it has exactly 20 rows, the limit of the list, and may lack the others");
  take_counts(counts, "runs", reading);
}

}  // namespace

constinit const Recogniser gh_runs{"gh run list", score, read};

}  // namespace muster::recognise
