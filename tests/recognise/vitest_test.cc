// Vitest's JSON reporter.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// A report with one file; `statuses` with bars between.
Report vitest(std::string_view head, std::string_view statuses) {
  std::string tests;
  for (const std::string_view status : split(statuses, '|'))
    if (!status.empty())
      tests += cat(
          {tests.empty() ? "" : ",", R"({"fullName":"t","meta":{},"status":")", status, R"("})"});
  return report(cat({"{", head, R"(,"startTime":1773346791480,"testResults":[{"name":"a.test.ts",)",
                     R"("status":"passed","assertionResults":[)", tests, "]}]}"}));
}

std::string head(int total, int passed, int failed) {
  return cat({R"("numTotalTests":)", number(total), R"(,"numPassedTests":)", number(passed),
              R"(,"numFailedTests":)", number(failed), R"(,"success":true)"});
}

}  // namespace

TEST_CASE("a Vitest run passes where all of its tests did") {
  const Report read = vitest(head(2, 2, 0), "passed|passed");
  CHECK(read.format == "Vitest");
  CHECK(read.tool == "Vitest");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.failed == 0);
  CHECK(read.taken_at == read_instant("2026-03-12T20:19:51Z"));
  CHECK(read.verdict_line == 1);
}

TEST_CASE("a Vitest run fails by a test, a file or its own word") {
  CHECK(vitest(head(2, 1, 1), "passed|failed").verdict == ReportVerdict::fail);
  CHECK(vitest(head(2, 2, 0), "passed|failed").verdict == ReportVerdict::fail);
  CHECK(vitest(cat({head(1, 1, 0), R"(,"numFailedTestSuites":1)"}), "passed").verdict ==
        ReportVerdict::fail);
  CHECK(
      vitest(R"("numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"success":false)", "passed")
          .verdict == ReportVerdict::fail);
  const Report file = report(
      R"({"numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"success":true,"testResults":[
          {"status":"passed","assertionResults":[{"status":"passed"}]},
          {"status":"failed","message":"no such module","assertionResults":[]}]})");
  CHECK(file.verdict == ReportVerdict::fail);
  CHECK(has_reason(file, "one of its test files failed"));
}

TEST_CASE("a Vitest run of skipped tests or of no files is empty, though it calls that success") {
  const Report skipped = vitest(head(2, 0, 0), "skipped|todo");
  CHECK(skipped.verdict == ReportVerdict::empty);
  CHECK(skipped.skipped == 2);
  CHECK(has_reason(skipped, "everything was skipped"));
  const Report none = report(
      R"({"numTotalTests":0,"numPassedTests":0,"numFailedTests":0,"success":true,
          "testResults":[]})");
  CHECK(none.verdict == ReportVerdict::empty);
  CHECK(none.executed == 0);
}

TEST_CASE("old versions of Vitest took skipped tests for passed ones, and are counted again") {
  const Report some = vitest(head(3, 3, 0), "passed|skipped|skipped");
  CHECK(some.verdict == ReportVerdict::pass);
  CHECK(some.passed == 1);
  CHECK(some.skipped == 2);
  CHECK(vitest(head(2, 2, 0), "skipped|skipped").verdict == ReportVerdict::empty);
}

TEST_CASE("a Vitest run that was cut short or has lost members proves nothing") {
  const Report pending = vitest(head(2, 1, 0), "passed|pending");
  CHECK(pending.verdict == ReportVerdict::unknown);
  CHECK(has_reason(pending, "pending"));
  CHECK(vitest(head(5, 5, 0), "passed|passed").verdict == ReportVerdict::unknown);
  CHECK(vitest(head(1, 1, 0), "PASSED").verdict == ReportVerdict::unknown);
  for (const char* text :
       {R"({"numTotalTests":3,"numPassedTests":3,"numFailedTests":0,"success":true})",
        R"({"numTotalTests":3,"numPassedTests":3,"success":true,"testResults":{}})",
        R"({"numTotalTests":"3","success":true,"testResults":[{"status":"passed"}]})",
        R"({"numTotalTests":1,"testResults":[{"assertionResults":[{"status":"passed"}]}]})",
        R"({"numTotalTests":1,"success":"true",
            "testResults":[{"assertionResults":[{"status":"passed"}]}]})"}) {
    INFO(text);
    const Report read = report(text);
    CHECK(read.format == "Vitest");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
}

TEST_CASE("Jest's reports are not taken for Vitest's, and one that lost a member is doubted") {
  const Report jest = report(
      R"({"numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"numRuntimeErrorTestSuites":0,
          "success":true,"testResults":[{"assertionResults":[{"status":"passed"}]}]})");
  CHECK(jest.format == "Jest");
  CHECK(jest.verdict == ReportVerdict::unknown);
  CHECK(has_reason(jest, "wasInterrupted"));
}

TEST_CASE("what only looks like a Vitest report is none") {
  for (const char* text :
       {R"({"name":"web","devDependencies":{"vitest":"3.0.0"},"scripts":{"test":"vitest"}})",
        R"({"testResults":"see below"})", R"({"numTotalTests":"tests in all"})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("a real Vitest report: 840 tests in 33 files") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const Report read =
      report(read_sample(*folder, "corpus/evidence-formats/vitest/vitest-results.json"));
  CHECK(read.format == "Vitest");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 840);
  CHECK(read.passed == 840);
  CHECK(read.skipped == 0);
}
