#include "audit/gaps.h"

#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

std::string table(std::string_view rows) {
  return cat({"# Gaps\n\nOwner: PM\n\n| Gap | Issue | Owner | ETA |\n|---|---|---|---|\n", rows});
}

TEST_CASE("an open gap past its date is overdue by so many days") {
  const Judged judged =
      judge(table("| Repair backend CI pipeline | BE-1 | Worker B | 2025-10-24 |\n"));
  const auto findings = findings_of(judged, "gap-overdue");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message ==
        "gap “Repair backend CI pipeline” was due on 2025-10-24, 117 days before 2026-02-18");
  CHECK(findings[0].owner == "Worker B");
  CHECK(findings[0].due == make_date(2025, 10, 24));
  CHECK(findings[0].label == "BE-1");
  CHECK(findings[0].where.path == "doc.md");
  CHECK(findings[0].where.line == 7);
  CHECK(findings[0].severity == Severity::warning);
}

TEST_CASE("a gap that is due today, later, at no date or closed is not overdue") {
  const Judged judged = judge(
      table("| A | BE-1 | B | 2026-02-18 |\n| C | BE-2 | B | 2027-01-01 |\n| D | BE-3 | B | TBD |\n"
            "| ✅ E | BE-4 | B | 2025-10-24 |\n"));
  CHECK(count(judged, "gap-overdue") == 0);
}

TEST_CASE("yesterday is one day past") {
  const Judged judged = judge(table("| A | BE-1 | B | 2026-02-17 |\n"));
  REQUIRE(count(judged, "gap-overdue") == 1);
  CHECK_THAT(findings_of(judged, "gap-overdue")[0].message,
             ContainsSubstring("1 day before 2026-02-18"));
}

TEST_CASE("an open gap with an empty, blank or TBD owner has no owner") {
  const Judged judged =
      judge(table("| A | BE-1 | | — |\n| B | BE-2 | TBD | — |\n| C | BE-3 | ____ | — |\n"
                  "| D | BE-4 | Worker A | — |\n| ✅ E | BE-5 | — | — |\n"));
  const auto findings = findings_of(judged, "gap-without-owner");
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].message == "gap “A” has no owner");
  CHECK(findings[1].message == "gap “B” has the owner “TBD”");
  CHECK(findings[2].owner.empty());
}

TEST_CASE("a gap closed here whose issue is open there is a blocker") {
  ModelBuilder builder;
  builder.sibling("app")
      .document("doc.md", table("| ✅ A | BE-1 | B | — |\n| ✅ C | BE-2 | B | — |\n"))
      .document("app:issues/1.md", "# BE-1: A\n\n- **Status**: In Progress\n")
      .document("app:issues/2.md", "# BE-2: C\n\n- **Status**: Done\n");
  const Judged judged = judge(builder);
  const auto findings = findings_of(judged, "gap-closed-issue-open");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "gap “A” is marked closed and the status of BE-1 is “In Progress”");
  CHECK(findings[0].severity == Severity::blocker);
  REQUIRE(findings[0].related.size() == 1);
  CHECK(findings[0].related[0].repo == RepoId(1));
}

TEST_CASE("a gap closed here whose issue has no status and no ticked box is a blocker") {
  ModelBuilder builder;
  builder.document("doc.md", table("| ✅ A | BE-1 | B | — |\n"))
      .document("issues/1.md", "# BE-1: A\n\n- [ ] runner\n");
  const auto findings = findings_of(judge(builder), "gap-closed-issue-open");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "gap “A” is marked closed and none of the boxes of BE-1 is ticked");
}

TEST_CASE("a gap that is said to belong to nobody has no owner") {
  const Judged judged = judge(table("| A | BE-1 | unassigned | — |\n"));
  REQUIRE(count(judged, "gap-without-owner") == 1);
  CHECK(findings_of(judged, "gap-without-owner")[0].message ==
        "gap “A” has the owner “unassigned”");
}

TEST_CASE("gaps in documents of siblings are not judged") {
  ModelBuilder builder;
  builder.sibling("app").document("app:g.md", table("| A | BE-1 | TBD | 2025-10-24 |\n"));
  const Judged judged = judge(builder);
  CHECK(judged.audit.findings.empty());
  CHECK(judged.audit.verdict.outcome == Outcome::undetermined);
}

}  // namespace
}  // namespace muster
