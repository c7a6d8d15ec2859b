// Newman's JSON reporter.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kPassed = R"({"assertion":"status is 200","skipped":false})";
constexpr std::string_view kFailed =
    R"({"assertion":"has data","skipped":false,"error":{"name":"AssertionError"}})";
constexpr std::string_view kSkipped = R"({"assertion":"later","skipped":true})";
constexpr std::string_view kTimings =
    R"("timings":{"started":1771149600000,"completed":1771149601500})";

std::string stats(int total, int pending, int failed) {
  return cat({R"("stats":{"iterations":{"total":1,"pending":0,"failed":0},"requests":{"total":1,)",
              R"("pending":0,"failed":0},"assertions":{"total":)", number(total), R"(,"pending":)",
              number(pending), R"(,"failed":)", number(failed), "}}"});
}

std::string executions(std::initializer_list<std::string_view> assertions) {
  std::string text;
  for (const std::string_view each : assertions) text += cat({text.empty() ? "" : ",", each});
  return cat({R"("executions":[{"item":{"name":"get"},"assertions":[)", text, "]}]"});
}

Report run(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += cat({text.empty() ? "" : ",", part});
  return report(cat({R"({"collection":{"info":{"name":"Shop API"}},"environment":{"values":[)",
                     R"({"key":"token","value":"s3cret"}]},"run":{)", text, "}}"}));
}

constexpr std::string_view kNone = R"("failures":[],"error":null)";

}  // namespace

TEST_CASE("a Newman run passes where its assertions did") {
  const Report read =
      run({stats(3, 1, 0), executions({kPassed, kPassed, kSkipped}), kTimings, kNone});
  CHECK(read.format == "Newman");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.subject == "Shop API");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:01Z"));
  CHECK(read.milliseconds == 1500);
}

TEST_CASE("a Newman run fails by an assertion, a request, a script or an error of the run") {
  CHECK(run({stats(2, 0, 1), executions({kPassed, kFailed}), kTimings, kNone}).verdict ==
        ReportVerdict::fail);
  CHECK(run({stats(1, 0, 0), executions({kPassed}), kTimings, R"("failures":[{"at":"x"}])"})
            .verdict == ReportVerdict::fail);
  CHECK(run({stats(1, 0, 0), executions({kPassed}), kTimings,
             R"("failures":[],"error":{"message":"ECONNREFUSED"})"})
            .verdict == ReportVerdict::fail);
  const std::string broken = cat({R"("executions":[{"requestError":{"code":"ENOTFOUND"},)",
                                  R"("assertions":[)", kPassed, "]}]"});
  CHECK(run({stats(1, 0, 0), broken, kTimings, kNone}).verdict == ReportVerdict::fail);
  const std::string script =
      cat({R"("executions":[{"testScript":[{"error":{"name":"TypeError"}}],)", R"("assertions":[)",
           kPassed, "]}]"});
  CHECK(run({stats(1, 0, 0), script, kTimings, kNone}).verdict == ReportVerdict::fail);
  const std::string requests =
      R"("stats":{"requests":{"total":2,"failed":1},"assertions":{"total":1,"failed":0}})";
  CHECK(run({requests, executions({kPassed}), kTimings, kNone}).verdict == ReportVerdict::fail);
}

TEST_CASE("a Newman run that sent requests and asserted nothing is empty") {
  const Report read = run({stats(0, 0, 0), executions({}), kTimings, kNone});
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(read.executed == 0);
  CHECK(run({stats(1, 1, 0), executions({kSkipped}), kTimings, kNone}).verdict ==
        ReportVerdict::empty);
}

TEST_CASE("a Newman report that was cut short, or has lost members, is doubted") {
  for (const Report& read :
       {run({stats(5, 0, 0), executions({kPassed}), kTimings, kNone}),
        run({stats(1, 0, 0), kTimings, kNone}), run({stats(1, 0, 0), executions({kPassed}), kNone}),
        run({stats(1, 0, 0), executions({kPassed}), kTimings}),
        run({executions({kPassed}), kTimings, kNone}),
        run({R"("stats":{"requests":{"total":2,"pending":1},"assertions":{"total":1,"failed":0}})",
             executions({kPassed}), kTimings, kNone})}) {
    CHECK(read.format == "Newman");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
}

TEST_CASE("what only looks like a Newman report is none") {
  for (const char* text : {R"({"collection":{"info":{"name":"Shop API"}},"run":"npm test"})",
                           R"({"info":{"name":"Shop API","schema":"x"},"item":[]})",
                           R"({"run":{"executions":[]},"collection":{}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
