// Numbers that documents ask for, held against what reports measured.
#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

Judged with_report(std::string_view body, std::string_view report) {
  ModelBuilder builder;
  builder
      .document("doc.md", cat({"---\nmetrics: {RLS Tests: \"run.json#/passed\", Degradation: "
                               "\"run.json#/slower\"}\n---\n# C\n\n",
                               body}))
      .report("run.json", report);
  return judge(builder);
}

constexpr std::string_view kForm =
    "- RLS Tests: __/7\n- Degradation: __% (threshold: < 10%)\n\n**Rollback Triggers**:\n"
    "- [ ] > 5% of RLS tests fail (CE-23)\n- [ ] Degradation > 30%\n";

std::string message(const Judged& judged, std::string_view rule) {
  const auto findings = findings_of(judged, rule);
  REQUIRE(findings.size() == 1);
  return findings[0].message;
}

TEST_CASE("a measured number within its bounds raises nothing") {
  const Judged judged = with_report(kForm, R"({"passed":7,"slower":9.9})");
  CHECK(count(judged, "metric-out-of-bounds") == 0);
  CHECK(count(judged, "rollback-triggered") == 0);
  CHECK(judged.audit.metrics.at(0) == MetricState::within);
}

TEST_CASE("a measured number out of its bounds blocks, with its source") {
  const Judged judged = with_report(kForm, R"({"passed":7,"slower":12.4})");
  CHECK(message(judged, "metric-out-of-bounds") ==
        "“Degradation” is 12.4 %; asked for is less than 10 % (“run.json” at /slower)");
  CHECK(findings_of(judged, "metric-out-of-bounds")[0].where.line == 7);
}

TEST_CASE("a rollback trigger fires by what a report measured") {
  const Judged judged = with_report(kForm, R"({"passed":6,"slower":9})");
  CHECK(message(judged, "rollback-triggered") ==
        "the condition of “> 5% of RLS tests fail (CE-23)” holds: it is 14.3 % (“run.json” at "
        "/passed)");
  CHECK(count(with_report(kForm, R"({"passed":7,"slower":31})"), "rollback-triggered") == 1);
}

TEST_CASE("between what is accepted and what is rolled back nothing may be left unsaid") {
  const Judged judged = with_report(kForm, R"({"passed":7,"slower":9})");
  CHECK(message(judged, "threshold-hole") ==
        "“Degradation” is accepted at less than 10 % and rolled back at more than 30 %: nothing "
        "says what holds between");
  const std::string_view whole =
      "- Degradation: __% (threshold: < 10%)\n- RLS Tests: __/7\n\n**Rollback Triggers**:\n"
      "- [ ] Degradation > 10%\n";
  CHECK(count(with_report(whole, R"({"passed":7,"slower":9})"), "threshold-hole") == 0);
}

TEST_CASE("a number that its report does not give is missing, and never within") {
  for (const char* report : {R"({"passed":7})", R"({"passed":7,"slower":"9"})",
                             R"({"passed":7,"slower":{"slower":9}})"}) {
    INFO(report);
    const Judged judged = with_report(kForm, report);
    CHECK(count(judged, "metric-missing") == 1);
    CHECK(judged.audit.metrics.at(1) == MetricState::unreadable);
  }
}

TEST_CASE("a number that the text tells otherwise than the report is a contradiction") {
  const Judged judged =
      with_report("- RLS Tests: 7/7\n- Degradation: 9%\n", R"({"passed":6,"slower":9})");
  CHECK(message(judged, "claim-contradicts-evidence") ==
        "“RLS Tests” is 7 in the text and 6 in the report (“run.json” at /passed)");
}

TEST_CASE("a count of work that goes on is no number out of bounds") {
  CHECK(count(judge("# C\n\n- Progress: 0/9 tasks completed (0%)\n"), "metric-out-of-bounds") == 0);
  CHECK(count(judge("# C\n\n- Degradation: 12% (threshold: < 10%)\n"), "metric-out-of-bounds") ==
        1);
}

}  // namespace
}  // namespace muster
