// What front matter expects of reports, and what that makes of the boxes it speaks for.
#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

constexpr std::string_view kReport =
    R"({"p95":12.4,"before":12,"orgs":["a","b"],"version":"16.2","region":"eu","none":null})";

Judged expecting(const std::string& expectation, std::string_view report = kReport) {
  ModelBuilder builder;
  builder
      .document("doc.md", cat({"---\nevidence:\n  - item: Indexes used\n    report: run.json\n"
                               "    expect: ['",
                               expectation, "']\n---\n# C\n\n- [x] Indexes used (idx > 0)\n"}))
      .report("run.json", report);
  return judge(builder);
}

Standing standing(const Judged& judged) { return judged.audit.standings.at(0); }

TEST_CASE("an expectation that holds raises nothing") {
  for (const char* text :
       {"/p95 < 13", "/p95 == 12.4", "/p95 == 12 ± 5%", "/p95 == /before ± 0.5",
        "length(/orgs) == 2", "length(/orgs) > 0", "/orgs set-equal [\"b\", \"a\"]",
        "/version major \"16.9\"", "/version minor \"16.2.7\"", "/version matches \"16.*\"",
        "/region present", "/region != \"us\"", "/p95 >= /before"}) {
    INFO(text);
    CHECK(count(expecting(text), "expectation-unmet") == 0);
  }
}

TEST_CASE("an expectation that does not hold blocks, and disputes the tick that it is for") {
  for (const char* text :
       {"/p95 < 10", "/p95 == 12", "/p95 == 11 ± 5%", "length(/orgs) > 2",
        "/orgs set-equal [\"a\"]", "/version major \"15\"", "/version minor \"16.3\"",
        "/version matches \"15.*\"", "/none present", "/region == \"us\""}) {
    INFO(text);
    const Judged judged = expecting(text);
    REQUIRE(count(judged, "expectation-unmet") == 1);
    CHECK(findings_of(judged, "expectation-unmet")[0].severity == Severity::blocker);
    CHECK(standing(judged) == Standing::disputed);
  }
  CHECK(findings_of(expecting("/p95 < 10"), "expectation-unmet")[0].message ==
        "`/p95 < 10` does not hold in “run.json”: it is 12.4");
}

TEST_CASE("a pointer that leads nowhere is told with the one that was meant") {
  const auto findings = findings_of(expecting("/regoin == \"eu\""), "expectation-unmet");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message ==
        "`/regoin == \"eu\"` cannot be held against “run.json”: nothing stands at /regoin; did you "
        "mean /region?");
}

TEST_CASE("what cannot be compared is not met") {
  for (const char* text : {"/region < 3", "/region major \"1\"", "length(/p95) > 0"}) {
    INFO(text);
    CHECK(standing(expecting(text)) == Standing::disputed);
  }
}

TEST_CASE("an expectation over an object that nobody recognises may dispute and never verify") {
  CHECK(standing(expecting("/p95 < 13")) == Standing::claimed);
}

TEST_CASE("a report with a key that stands twice meets no expectation") {
  CHECK(standing(expecting("/p95 < 13", R"({"p95":12,"p95":20})")) == Standing::disputed);
}

TEST_CASE("a report that only measures verifies what is expected of its numbers") {
  const auto measured = [](long long executed) {
    record::Report report;
    report.format = "coverage";
    report.measures = true;
    report.executed = executed;
    report.verdict = executed == 0 ? record::ReportVerdict::empty : record::ReportVerdict::unknown;
    ModelBuilder builder;
    builder
        .document("doc.md",
                  "---\nevidence:\n  - {item: Covered, report: run.json, expect: [\"/of == "
                  "1\"]}\n---\n# C\n\n- [x] Covered\n")
        .report("run.json", std::move(report), R"({"of":1})");
    return standing(judge(builder));
  };
  CHECK(measured(10) == Standing::verified);
  CHECK(measured(0) == Standing::disputed);
}

TEST_CASE("a passing report that front matter binds to a box verifies it") {
  ModelBuilder builder;
  builder
      .document("doc.md",
                "---\nevidence: [{item: Tested, report: run.json}]\n---\n# C\n\n- [x] Tested\n")
      .report("run.json", test::told(record::ReportVerdict::pass, 3));
  CHECK(standing(judge(builder)) == Standing::verified);
}

TEST_CASE("a binding speaks for no box that asks for more than it names") {
  ModelBuilder builder;
  builder
      .document("doc.md",
                "---\nevidence: [{item: Backups, report: run.json}]\n---\n# C\n\n- [x] Backups are "
                "restored in production\n")
      .report("run.json", test::told(record::ReportVerdict::pass, 3));
  const Judged judged = judge(builder);
  CHECK(standing(judged) == Standing::claimed);
  CHECK(count(judged, "front-matter-invalid") == 1);
}

TEST_CASE("a report that front matter binds and that is not there is missing") {
  ModelBuilder builder;
  builder.document(
      "doc.md",
      "---\nevidence: [{item: Tested, report: gone/run.json}]\n---\n# C\n\n- [x] Tested\n");
  const Judged judged = judge(builder);
  CHECK(count(judged, "evidence-missing") == 1);
  CHECK(standing(judged) == Standing::disputed);
}

TEST_CASE("a binding that names no box, section or number is told with what was meant") {
  const auto help = [](std::string_view binding) {
    ModelBuilder builder;
    builder
        .document("doc.md", cat({"---\n", binding,
                                 "\n---\n# C\n\n## Tests\n\n- [x] Restore tested\n\n"
                                 "**RLS Tests**: __/7\n"}))
        .report("run.json", R"({"a":1})");
    const auto findings = findings_of(judge(builder), "front-matter-invalid");
    REQUIRE(findings.size() == 1);
    return findings[0].advice;
  };
  CHECK(help("evidence: [{item: Restor tested, report: run.json}]") ==
        "Did you mean “Restore tested”?");
  CHECK(help("evidence: [{section: Test, report: run.json}]") == "Did you mean “Tests”?");
  CHECK(help("metrics: {RLS Tsts: \"run.json#/a\"}") == "Did you mean “RLS Tests”?");
}

}  // namespace
}  // namespace muster
