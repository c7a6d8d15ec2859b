// Jest's JSON.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kWhole = R"("numRuntimeErrorTestSuites":0,"wasInterrupted":false)";

// A report with one file; `statuses` with bars between.
Report jest(int total, int passed, int failed, std::string_view statuses,
            std::string_view more = kWhole, std::string_view success = "true") {
  std::string tests;
  for (const std::string_view status : split(statuses, '|'))
    if (!status.empty())
      tests += cat({tests.empty() ? "" : ",", R"({"status":")", status, R"("})"});
  return report(cat({R"({"numTotalTests":)", number(total), R"(,"numPassedTests":)", number(passed),
                     R"(,"numFailedTests":)", number(failed), R"(,"success":)", success, ",", more,
                     R"(,"startTime":1771149600000,"testResults":[{"status":"passed",)",
                     R"("assertionResults":[)", tests, "]}]}"}));
}

}  // namespace

TEST_CASE("a Jest run passes where its tests did") {
  const Report read = jest(3, 2, 0, "passed|passed|pending");
  CHECK(read.format == "Jest");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a Jest run fails by a test, a broken suite or its own word") {
  CHECK(jest(2, 1, 1, "passed|failed").verdict == ReportVerdict::fail);
  CHECK(jest(1, 1, 0, "passed", kWhole, "false").verdict == ReportVerdict::fail);
  const Report broken =
      jest(1, 1, 0, "passed", R"("numRuntimeErrorTestSuites":1,"wasInterrupted":false)");
  CHECK(broken.verdict == ReportVerdict::fail);
  CHECK(has_reason(broken, "broke before they ran"));
}

TEST_CASE("a Jest run of no tests, or of skipped ones, is empty") {
  CHECK(jest(0, 0, 0, "").verdict == ReportVerdict::empty);
  CHECK(jest(2, 0, 0, "pending|todo").verdict == ReportVerdict::empty);
}

TEST_CASE("a Jest run that was cut short, has lost members or contradicts itself is doubted") {
  const Report cut =
      jest(1, 1, 0, "passed", R"("numRuntimeErrorTestSuites":0,"wasInterrupted":true)");
  CHECK(cut.verdict == ReportVerdict::unknown);
  CHECK(has_reason(cut, "cut short"));
  CHECK(jest(1, 1, 0, "passed", R"("wasInterrupted":false)").verdict == ReportVerdict::unknown);
  CHECK(jest(1, 1, 0, "passed", kWhole, "1").verdict == ReportVerdict::unknown);
  CHECK(jest(9, 1, 0, "passed").verdict == ReportVerdict::unknown);
  CHECK(jest(2, 2, 0, "passed|skipped").verdict == ReportVerdict::unknown);
  CHECK(jest(1, 0, 0, "fine").verdict == ReportVerdict::unknown);
}

TEST_CASE("a real Jest report: 1044 tests in 48 files") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const Report read =
      report(read_sample(*folder, "corpus/evidence-formats/jest/jest-results.json"));
  CHECK(read.format == "Jest");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 1044);
}
