// pytest-json-report.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// `outcomes` with bars between.
Report pytest(std::string_view exit_code, std::string_view summary, std::string_view outcomes,
              std::string_view more = "") {
  std::string tests;
  for (const std::string_view outcome : split(outcomes, '|'))
    if (!outcome.empty())
      tests += cat({tests.empty() ? "" : ",", R"({"nodeid":"t","outcome":")", outcome, R"("})"});
  return report(cat({R"({"created":1771149600.25,"duration":2.5,"root":"/home/me/x","exitcode":)",
                     exit_code, R"(,"environment":{"Packages":{"pytest":"8.1.0"}},"summary":{)",
                     summary, "}", more, R"(,"tests":[)", tests, "]}"}));
}

}  // namespace

TEST_CASE("a pytest run passes where all of its tests did") {
  const Report read =
      pytest("0", R"("collected":3,"total":3,"passed":2,"skipped":1)", "passed|passed|skipped");
  CHECK(read.format == "pytest-json-report");
  CHECK(read.tool == "pytest 8.1.0");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.milliseconds == 2500);
  CHECK(read.subject.empty());
}

TEST_CASE("a pytest run fails by a test, an error, its exit code or what it could not collect") {
  CHECK(pytest("1", R"("total":2,"passed":1,"failed":1)", "passed|failed").verdict ==
        ReportVerdict::fail);
  CHECK(pytest("0", R"("total":2,"passed":1,"error":1)", "passed|error").verdict ==
        ReportVerdict::fail);
  CHECK(pytest("1", R"("total":1,"passed":1)", "passed").verdict == ReportVerdict::fail);
  CHECK(pytest("3", R"("total":1,"passed":1)", "passed").verdict == ReportVerdict::fail);
  const Report collect = pytest("2", R"("total":1,"passed":1)", "passed",
                                R"(,"collectors":[{"nodeid":"","outcome":"failed"}])");
  CHECK(collect.verdict == ReportVerdict::fail);
  CHECK(has_reason(collect, "could not be collected"));
}

TEST_CASE("a pytest run that collected nothing, or only what is skipped or was to fail, is empty") {
  const Report none = pytest("5", R"("collected":0,"total":0)", "");
  CHECK(none.verdict == ReportVerdict::empty);
  CHECK(none.executed == 0);
  CHECK(pytest("0", R"("total":2,"skipped":1,"xfailed":1)", "skipped|xfailed").verdict ==
        ReportVerdict::empty);
}

TEST_CASE("tests that a pytest run left out count as skipped") {
  const Report read =
      pytest("0", R"("collected":100,"deselected":99,"total":1,"passed":1)", "passed");
  CHECK(read.executed == 1);
  CHECK(read.skipped == 99);
  const Report all = pytest("5", R"("collected":9,"deselected":9,"total":0)", "");
  CHECK(all.verdict == ReportVerdict::empty);
  CHECK(has_reason(all, "everything was skipped"));
}

TEST_CASE("a pytest run that was cut short or contradicts itself proves nothing") {
  const Report cut = pytest("2", R"("total":1,"passed":1)", "passed");
  CHECK(cut.verdict == ReportVerdict::unknown);
  CHECK(has_reason(cut, "cut short"));
  CHECK(pytest("0", R"("total":3,"passed":3)", "passed").verdict == ReportVerdict::unknown);
  CHECK(pytest("0", R"("total":1)", "passed").verdict == ReportVerdict::unknown);
  CHECK(pytest("5", R"("total":1,"passed":1)", "passed").verdict == ReportVerdict::unknown);
  CHECK(pytest("0", R"("total":2,"passed":1)", "passed|rerun").verdict == ReportVerdict::unknown);
  const Report stage = report(
      R"({"created":1771149600,"exitcode":0,"root":"/x","summary":{"total":1,"passed":1},
          "tests":[{"outcome":"passed","teardown":{"outcome":"failed"}}]})");
  CHECK(stage.verdict == ReportVerdict::unknown);
}

TEST_CASE("a pytest report without its tests, or with an impossible time, is doubted") {
  const Report summary = report(
      R"({"created":1771149600,"exitcode":0,"root":"/x","environment":{},
          "summary":{"collected":3,"total":3,"passed":3}})");
  CHECK(summary.format == "pytest-json-report");
  CHECK(summary.verdict == ReportVerdict::unknown);
  CHECK(has_reason(summary, "lists no tests"));
  const Report timeless = report(
      R"({"created":12,"exitcode":0,"root":"/x","summary":{"total":1,"passed":1},
          "tests":[{"outcome":"passed"}]})");
  CHECK(timeless.verdict == ReportVerdict::unknown);
  CHECK(has_reason(timeless, "created"));
}

TEST_CASE("what only looks like a pytest report is none") {
  for (const char* text :
       {R"({"exitcode":0,"summary":"all fine"})", R"({"exitcode":0,"summary":{}})",
        R"({"created":1,"root":"/x","environment":{},"summary":{}})"}) {
    INFO(text);
    CHECK(report(text).format != "pytest-json-report");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}

TEST_CASE("a real pytest report: 2 of 10 passed") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const Report read =
      report(read_sample(*folder, "corpus/evidence-formats/pytest-json-report/sample_report.json"));
  CHECK(read.format == "pytest-json-report");
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.passed == 3);   // with one that was expected to fail and did not
  CHECK(read.failed == 5);   // 3 failed, 2 in error
  CHECK(read.skipped == 2);  // with one that was expected to fail
  CHECK(read.milliseconds == 46);
}
