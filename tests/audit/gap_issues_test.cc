// How gaps meet their issues, over repositories.
#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

constexpr std::string_view kHead = "# Gaps\n\n| Gap | Repo | Issue | Owner | ETA |\n|-|-|-|-|-|\n";

Judged meets(std::string_view row, std::string_view issue,
             std::string_view other = "# OT-1: Other\n") {
  ModelBuilder builder;
  builder.sibling("app")
      .sibling("web")
      .document("doc.md", cat({kHead, row, "\n"}))
      .document("app:issues/1.md", issue)
      .document("web:issues/1.md", other);
  return judge(builder);
}

std::string message(const Judged& judged, std::string_view rule) {
  const auto findings = findings_of(judged, rule);
  REQUIRE(findings.size() == 1);
  return findings[0].message;
}

TEST_CASE("a gap that agrees with its issue raises nothing") {
  const Judged judged = meets("| CI | app | BE-1 | Ann & Bob | 2026-03-01 |",
                              "# BE-1: CI\n\n- **Status**: Open\n- **Owner**: Bob\n"
                              "- **Due**: 2026-03-01\n");
  CHECK(judged.audit.findings.empty());
}

TEST_CASE("an open gap whose issue is closed is told") {
  CHECK(
      message(meets("| CI | app | BE-1 | Ann | 2026-03-01 |", "# BE-1: CI\n\n- **Status**: Done\n"),
              "gap-open-issue-closed") == "gap “CI” is open and the status of BE-1 is “Done”");
}

TEST_CASE("an owner and a date that differ are two findings") {
  const Judged judged = meets("| CI | app | BE-1 | Ann | 2026-03-01 |",
                              "# BE-1: CI\n\n- **Owner**: Bob\n- **ETA**: 2026-04-01\n");
  const auto findings = findings_of(judged, "gap-issue-differs");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].message == "gap “CI” is owned by “Ann” here and by “Bob” in BE-1");
  CHECK(findings[1].message == "gap “CI” is due on 2026-03-01 here and on 2026-04-01 in BE-1");
  REQUIRE(findings[0].related.size() == 1);
  CHECK(findings[0].related[0].repo == RepoId(1));
}

TEST_CASE("an id that two repositories declare is ambiguous, unless the row names one of them") {
  const std::string_view issue = "# BE-1: CI\n";
  CHECK(message(meets("| CI | both | BE-1 | Ann | 2026-03-01 |", issue, "# BE-1: Web CI\n"),
                "issue-ambiguous") ==
        "“BE-1” may be any of 2 files: app/issues/1.md, web/issues/1.md");
  CHECK(count(meets("| CI | web | BE-1 | Ann | 2026-03-01 |", issue, "# BE-1: Web CI\n"),
              "issue-ambiguous") == 0);
}

TEST_CASE("an id and a repository that nobody has are told") {
  const Judged judged = meets("| CI | api | BE-9 | Ann | 2026-03-01 |", "# BE-1: CI\n");
  CHECK(message(judged, "issue-unknown") == "“BE-9” names no issue of these repositories");
  CHECK(message(judged, "gap-repo-unknown") == "“api” names no repository that is configured");
}

TEST_CASE("without siblings, unknown issues and repositories are one note each") {
  const Judged judged = judge(cat({kHead,
                                   "| A | api | BE-8 | Ann | 2026-03-01 |\n"
                                   "| B | web | BE-9 | Ann | 2026-03-01 |\n"}));
  CHECK(message(judged, "issue-unknown") ==
        "issues are not in this repository, and no other is configured: BE-8, BE-9");
  CHECK(findings_of(judged, "issue-unknown")[0].severity == Severity::note);
  CHECK(message(judged, "gap-repo-unknown") ==
        "repositories are not configured in muster.yaml: api, web");
}

TEST_CASE("an issue that only the export of a tracker knows meets its gaps") {
  const auto listed = [](std::string_view row, std::string_view list) {
    ModelBuilder builder;
    builder.document("doc.md", cat({kHead, row, "\n"})).report("issues.json", list);
    return judge(builder);
  };
  constexpr std::string_view open =
      R"([{"number":12,"title":"BE-1: Repair CI","state":"OPEN"},{"number":13,"title":"Flaky","state":"CLOSED"}])";
  CHECK(message(listed("| ✅ CI |  | BE-1 | Ann | — |", open), "gap-closed-issue-open") ==
        "gap “CI” is marked closed and BE-1 is “OPEN” in “issues.json”");
  CHECK(message(listed("| Flaky |  | #13 | Ann | 2026-03-01 |", open), "gap-open-issue-closed") ==
        "gap “Flaky” is open and #13 is “CLOSED” in “issues.json”");
  const Judged known = listed("| CI |  | BE-1 | Ann | 2026-03-01 |", open);
  CHECK(count(known, "issue-unknown") == 0);
  CHECK(count(known, "gap-open-issue-closed") == 0);
  CHECK(message(listed("| CI |  | BE-7 | Ann | 2026-03-01 |",
                       R"([{"iid":7,"title":"BE-7 Load","state":"closed"}])"),
                "gap-open-issue-closed") ==
        "gap “CI” is open and BE-7 is “closed” in “issues.json”");
}

TEST_CASE("an open gap with no issue or no date where the table asks for one is told") {
  const Judged judged = judge(cat({kHead,
                                   "| A |  |  | Ann | TBD |\n| B | — | — | Ann | — |\n"
                                   "| ✅ C |  |  | Ann |  |\n"}));
  CHECK(message(judged, "gap-without-issue") == "gap “A” has no issue");
  CHECK(message(judged, "gap-without-eta") == "gap “A” has no date");
  CHECK(count(judge("# G\n\n| Gap | Owner |\n|-|-|\n| A | Ann |\n"), "gap-without-issue") == 0);
}

TEST_CASE("a failure that no gap and no issue names is told") {
  const auto failing = [](std::string_view gap) {
    ModelBuilder builder;
    builder.document("doc.md", cat({"# C\n\n- [ ] Load test (`load.json`)\n\n", gap}))
        .report("load.json", test::told(record::ReportVerdict::fail, 3));
    return judge(builder);
  };
  CHECK(message(failing(""), "failure-without-gap") ==
        "“load.json” failed, and no gap or issue names it");
  CHECK(count(failing("| Gap | Owner |\n|-|-|\n| load.json fails at 200 users | Ann |\n"),
              "failure-without-gap") == 0);
}

TEST_CASE("reports that nobody cites are one note") {
  ModelBuilder builder;
  builder.document("doc.md", "# C\n\n- [x] Tested (`a.json`)\n");
  for (const char* path : {"a.json", "b.json", "c.json"})
    builder.report(path, test::told(record::ReportVerdict::pass, 3));
  const Judged judged = judge(builder);
  CHECK(message(judged, "evidence-uncited") ==
        "2 reports are cited by no document: b.json, c.json");
  CHECK(findings_of(judged, "evidence-uncited")[0].severity == Severity::note);
}

}  // namespace
}  // namespace muster
