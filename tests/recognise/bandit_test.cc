// Bandit reports: findings by severity, files it could not read, lines exempt from it.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report bandit(std::string_view results, std::string_view totals, std::string_view errors = "") {
  return report(cat({R"({"errors":[)", errors, R"(],"generated_at":"2026-02-15T10:00:00Z",
      "metrics":{"_totals":{)",
                     totals, R"(}},"results":[)", results, "]}"}));
}

constexpr std::string_view kClean =
    R"("SEVERITY.HIGH":0,"SEVERITY.MEDIUM":0,"SEVERITY.LOW":0,"loc":900,"nosec":0)";

}  // namespace

TEST_CASE("a Bandit scan of some lines without findings passes") {
  const Report read = bandit("", kClean);
  CHECK(read.format == "Bandit");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 900);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a high finding fails a Bandit report, and lower ones are a doubt") {
  const Report high = bandit(R"({"issue_severity":"HIGH"},{"issue_severity":"LOW"})",
                             R"("SEVERITY.HIGH":1,"SEVERITY.LOW":1,"loc":900)");
  CHECK(high.verdict == ReportVerdict::fail);
  CHECK(high.failed == 1);
  CHECK(bandit(R"({"issue_severity":"LOW"})", R"("SEVERITY.LOW":1,"loc":900)").verdict ==
        ReportVerdict::unknown);
  CHECK(bandit(R"({"issue_severity":"UNDEFINED"})", R"("loc":900)").verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("a Bandit scan of no lines is empty") {
  CHECK(bandit("", R"("SEVERITY.HIGH":0,"loc":0)").verdict == ReportVerdict::empty);
}

TEST_CASE("files that Bandit could not read and lines exempt from it are doubts") {
  CHECK(has_reason(bandit("", kClean, R"({"filename":"a.py","reason":"syntax"})"),
                   "could not read 1 file"));
  CHECK(has_reason(bandit("", R"("SEVERITY.HIGH":0,"loc":900,"nosec":3)"), "3 lines exempt"));
  CHECK(bandit("", R"("SEVERITY.HIGH":0,"loc":900,"skipped_tests":1)").verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("a Bandit report that contradicts itself or lacks its parts gives no verdict") {
  CHECK(has_reason(bandit("", R"("SEVERITY.HIGH":2,"loc":900)"), "its summary says 2 HIGH"));
  CHECK(bandit("", R"("SEVERITY.HIGH":0)").verdict == ReportVerdict::unknown);
  for (const char* text :
       {R"({"metrics":{"_totals":{"SEVERITY.HIGH":0,"loc":9}},"errors":[]})",
        R"({"metrics":{"_totals":{"SEVERITY.HIGH":0,"loc":9}},"results":[]})",
        R"({"metrics":{"_totals":{"SEVERITY.HIGH":0,"loc":9}},"errors":[],"results":{}})",
        R"({"errors":[],"generated_at":"2026-02-15T10:00:00Z","metrics":{},"results":[]})"}) {
    INFO(text);
    CHECK(report(text).format == "Bandit");
    CHECK(report(text).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("other metrics and results are no Bandit report") {
  for (const char* text :
       {R"({"errors":[],"metrics":[],"results":[]})",
        R"({"metrics":{"cpu":3},"results":[],"generated_at":"2026-02-15"})",
        R"({"errors":0,"generated_at":"2026-02-15","metrics":{},"results":{}})"}) {
    INFO(text);
    CHECK(report(text).format != "Bandit");
  }
}

TEST_CASE("a real Bandit report") {
  if (!samples_folder()) return;
  const Report read =
      report(read_sample(*samples_folder(), "corpus/evidence-formats/bandit/bandit_analysis.json"));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 1);
  CHECK(read.executed == 9195);
  CHECK(has_reason(read, "22 findings of medium"));
  CHECK(has_reason(read, "could not read 1 file"));
}
