// Playwright's JSON reporter.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kPassed =
    R"({"expectedStatus":"passed","status":"expected","results":[{"status":"passed"}]})";
constexpr std::string_view kFlaky =
    R"({"expectedStatus":"passed","status":"flaky",
        "results":[{"status":"failed"},{"status":"passed"}]})";
constexpr std::string_view kFailed =
    R"({"expectedStatus":"passed","status":"unexpected","results":[{"status":"timedOut"}]})";
constexpr std::string_view kSkipped =
    R"({"expectedStatus":"skipped","status":"skipped","results":[{"status":"skipped"}]})";
constexpr std::string_view kFailedAsExpected =
    R"({"expectedStatus":"failed","status":"expected","results":[{"status":"failed"}]})";

std::string config(std::string_view more = "") {
  return cat({R"("config":{"version":"1.53.1","projects":[{"name":"chromium"}])", more, "}"});
}

std::string stats(int expected, int unexpected, int flaky, int skipped) {
  return cat({R"("stats":{"startTime":"2026-02-15T10:00:00.500Z","duration":1524.35,"expected":)",
              number(expected), R"(,"unexpected":)", number(unexpected), R"(,"flaky":)",
              number(flaky), R"(,"skipped":)", number(skipped), "}"});
}

// Two suites, one in the other, with a spec for each of these tests in the inner one.
std::string suites(std::initializer_list<std::string_view> tests) {
  std::string specs;
  for (const std::string_view test : tests)
    specs += cat({specs.empty() ? "" : ",", R"({"title":"s","ok":true,"tests":[)", test, "]}"});
  return cat({R"("suites":[{"title":"a.spec.ts","specs":[],"suites":[{"specs":[)", specs, "]}]}]"});
}

Report run(std::string_view suites, std::string_view stats, std::string_view errors = "[]") {
  return report(cat({"{", config(), ",", suites, R"(,"errors":)", errors, ",", stats, "}"}));
}

}  // namespace

TEST_CASE("a Playwright run passes where its tests did, at once or again") {
  const Report read = run(suites({kPassed, kPassed, kFlaky, kSkipped}), stats(2, 0, 1, 1));
  CHECK(read.format == "Playwright");
  CHECK(read.tool == "Playwright 1.53.1");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 3);
  CHECK(read.passed == 3);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.milliseconds == 1524);
}

TEST_CASE("a Playwright run fails by a test, a spec that is not ok, or errors beside its tests") {
  CHECK(run(suites({kPassed, kFailed}), stats(1, 1, 0, 0)).verdict == ReportVerdict::fail);
  CHECK(run(suites({kPassed, kFailed}), stats(2, 0, 0, 0)).verdict == ReportVerdict::fail);
  const Report errors = run(suites({kPassed}), stats(1, 0, 0, 0), R"([{"message":"no server"}])");
  CHECK(errors.verdict == ReportVerdict::fail);
  CHECK(has_reason(errors, "errors beside its tests: 1"));
  const std::string spec = cat({R"("suites":[{"specs":[{"ok":false,"tests":[)", kPassed, "]}]}]"});
  CHECK(run(spec, stats(1, 0, 0, 0)).verdict == ReportVerdict::fail);
}

TEST_CASE(
    "a Playwright run without tests, of skipped tests or of tests that were to fail is empty") {
  CHECK(run(R"("suites":[])", stats(0, 0, 0, 0)).verdict == ReportVerdict::empty);
  CHECK(run(suites({kSkipped}), stats(0, 0, 0, 1)).verdict == ReportVerdict::empty);
  const Report to_fail = run(suites({kFailedAsExpected}), stats(1, 0, 0, 0));
  CHECK(to_fail.verdict == ReportVerdict::empty);
  CHECK(to_fail.skipped == 1);
}

TEST_CASE("a Playwright run that was cut short or contradicts itself proves nothing") {
  const std::string interrupted =
      R"({"expectedStatus":"passed","status":"skipped","results":[{"status":"interrupted"}]})";
  const Report cut = run(suites({kPassed, interrupted}), stats(1, 0, 0, 1));
  CHECK(cut.verdict == ReportVerdict::unknown);
  CHECK(has_reason(cut, "cut short"));
  CHECK(run(suites({kPassed}), stats(7, 0, 0, 0)).verdict == ReportVerdict::unknown);
  CHECK(run(suites({R"({"status":"expected","expectedStatus":"passed","results":[]})"}),
            stats(1, 0, 0, 0))
            .verdict == ReportVerdict::unknown);
  CHECK(run(suites({kPassed, R"({"status":"fine"})"}), stats(1, 0, 0, 0)).verdict ==
        ReportVerdict::unknown);
  CHECK(run(R"("suites":[{"specs":[{"title":"s"}]}])", stats(0, 0, 0, 0)).verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("a Playwright report that has lost a member is doubted") {
  for (const std::string& text : {cat({"{", config(), ",", suites({kPassed}), R"(,"errors":[]})"}),
                                  cat({"{", config(), R"(,"errors":[],)", stats(1, 0, 0, 0), "}"}),
                                  cat({"{", suites({kPassed}), ",", stats(1, 0, 0, 0), "}"})}) {
    INFO(text);
    const Report read = report(text);
    CHECK(read.format == "Playwright");
    CHECK(read.verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("flaky tests fail a Playwright run that does not allow them") {
  const Report read =
      report(cat({"{", config(R"(,"failOnFlakyTests":true)"), ",", suites({kPassed, kFlaky}),
                  R"(,"errors":[],)", stats(1, 0, 1, 0), "}"}));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(has_reason(read, "flaky"));
}

TEST_CASE("one shard of a Playwright run is not the run") {
  const Report read = report(cat({"{", config(R"(,"shard":{"total":3,"current":1})"), ",",
                                  suites({kPassed}), R"(,"errors":[],)", stats(1, 0, 0, 0), "}"}));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "only one of 3 shards"));
}

TEST_CASE("a later Playwright is recognised and not interpreted") {
  const Report read = report(cat({R"({"config":{"version":"2.0.0","projects":[]},)",
                                  suites({kPassed}), R"(,"errors":[],)", stats(1, 0, 0, 0), "}"}));
  CHECK(read.format == "Playwright");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "2.0.0"));
}

TEST_CASE("a failure deep in suites of suites is found") {
  std::string text = cat({R"({"specs":[{"ok":false,"tests":[)", kFailed, "]}]}"});
  for (int depth = 0; depth < 40; ++depth) text = cat({R"({"suites":[)", text, "]}"});
  CHECK(run(cat({R"("suites":[)", text, "]"}), stats(0, 1, 0, 0)).verdict == ReportVerdict::fail);
}

TEST_CASE("what only looks like a Playwright report is none") {
  for (const char* text : {R"({"config":{"projects":["a"]},"name":"lint"})",
                           R"({"suites":["smoke","full"],"config":{"retries":2}})",
                           R"({"stats":{"suites":1,"tests":1},"suites":{}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("a real Playwright report: the server did not start, and no test ran") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const Report read =
      report(read_sample(*folder, "corpus/evidence-formats/playwright/results.json"));
  CHECK(read.format == "Playwright");
  CHECK(read.tool == "Playwright 1.53.1");
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.executed == 0);
  CHECK(read.taken_at == read_instant("2025-06-19T06:58:13Z"));
}
