// Lists of issues and of runs that gh prints.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string issue(std::string_view state, std::string_view members = "") {
  return cat({R"({"number":7,"title":"t","state":")", state, "\"", members, "}"});
}

std::string run(std::string_view conclusion, std::string_view members = "") {
  return cat({R"({"databaseId":1,"conclusion":")", conclusion, "\"", members, "}"});
}

Report list(const std::string& row, int times = 1, const std::string& last = "") {
  std::string rows = last;
  for (int i = 0; i < times; ++i) rows += cat({rows.empty() ? "" : ",", row});
  return report(cat({"[", rows, "]"}));
}

}  // namespace

TEST_CASE("a list of issues passes where all are closed") {
  const Report read = list(issue("CLOSED"), 3, issue("MERGED"));
  CHECK(read.format == "gh issue list");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 4);
}

TEST_CASE("an open issue fails a list of issues") {
  const Report read = list(issue("CLOSED"), 2, issue("OPEN"));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 1);
  CHECK(has_reason(read, "1 issue not closed"));
}

TEST_CASE("issues that nobody will do are skipped") {
  const std::string dropped = issue("CLOSED", R"(,"stateReason":"NOT_PLANNED")");
  CHECK(list(dropped, 2).verdict == ReportVerdict::empty);
  CHECK(list(dropped, 2, issue("CLOSED")).skipped == 2);
}

TEST_CASE("a list of exactly as many rows as gh gives by itself may lack some") {
  CHECK(list(issue("CLOSED"), 29).verdict == ReportVerdict::pass);
  CHECK(list(issue("CLOSED"), 30).verdict == ReportVerdict::unknown);
  CHECK(has_reason(list(issue("CLOSED"), 30), "exactly 30 rows"));
  CHECK(list(run("success"), 19).verdict == ReportVerdict::pass);
  CHECK(list(run("success"), 20).verdict == ReportVerdict::unknown);
}

TEST_CASE("a list of runs passes where all succeeded, and tells their commit if it is one") {
  const std::string good =
      run("success", R"(,"status":"completed","headSha":"abc","updatedAt":"2026-02-15T10:00:00Z")");
  const Report read = list(good, 2);
  CHECK(read.format == "gh run list");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.subject == "commit abc");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  const Report other = list(good, 1, run("success", R"(,"headSha":"def")"));
  CHECK(other.subject.empty());
}

TEST_CASE("a run that failed fails the list, and one that did not end is a doubt") {
  for (const char* conclusion : {"failure", "timed_out", "startup_failure"}) {
    INFO(conclusion);
    CHECK(list(run("success"), 2, run(conclusion)).failed == 1);
  }
  for (const char* conclusion : {"", "cancelled", "action_required", "stale", "great"}) {
    INFO(conclusion);
    CHECK(list(run("success"), 2, run(conclusion)).verdict == ReportVerdict::unknown);
  }
  CHECK(list(run("success", R"(,"status":"in_progress")")).verdict == ReportVerdict::unknown);
  CHECK(list(run("skipped"), 3).verdict == ReportVerdict::empty);
}

TEST_CASE("an issue of a state that gh does not have is a doubt") {
  CHECK(list(issue("CLOSED"), 2, issue("CLOSED")).verdict == ReportVerdict::pass);
  const Report read = report(cat({"[", issue("CLOSED"), ",", issue("LOCKED"), "]"}));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "\"LOCKED\""));
}

TEST_CASE("an empty list does not tell what was looked at") {
  const Report read = report("[]");
  CHECK(read.format.empty());
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "it is an empty list"));
}

TEST_CASE("other lists are none of gh") {
  for (const char* text :
       {R"([{"number":1,"title":"a","state":"open"}])", R"([{"number":1,"title":"a"}])",
        R"([{"number":"1","title":"a","state":"CLOSED"}])", R"([{"conclusion":"success"}])",
        R"([{"databaseId":1,"conclusion":null}])", R"([{"databaseId":1,"conclusion":"success"},3])",
        R"([[1,2],[3,4]])", R"(["CLOSED"])"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("GitLab: a list of closed issues passes, an open one fails, and one page is doubted") {
  CHECK(report(R"([{"iid":1,"title":"a","state":"closed"}])").verdict == ReportVerdict::pass);
  CHECK(report(R"([{"iid":1,"title":"a","state":"opened"}])").verdict == ReportVerdict::fail);
  CHECK(report(R"([{"iid":1,"title":"a","state":"locked"}])").verdict == ReportVerdict::unknown);
  CHECK(report(R"([{"iid":1,"title":"a"}])").format.empty());
  CHECK(report(R"([{"iid":"1","title":"a","state":"closed"}])").format.empty());
  std::string page = "[";
  for (int i = 1; i <= 20; ++i)
    page +=
        cat({i > 1 ? "," : "", "{\"iid\":", number(i), ",\"title\":\"a\",\"state\":\"closed\"}"});
  CHECK(report(page + "]").verdict == ReportVerdict::unknown);
}
