#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

TEST_CASE("two answers to one choice are a finding, in a decision a blocker") {
  const Judged choice = judge("# C\n\n- Isolation: [x] PASS [x] FAIL\n");
  REQUIRE(count(choice, "choice-ambiguous") == 1);
  CHECK(findings_of(choice, "choice-ambiguous")[0].severity == Severity::warning);
  const Judged decision = judge(
      "# C\n\n## Go/No-Go Decision Point\n**Question**: Go?\n\n**Decision**: [x] GO [x] NO-GO\n");
  REQUIRE(count(decision, "choice-ambiguous") == 1);
  CHECK(findings_of(decision, "choice-ambiguous")[0].severity == Severity::blocker);
  CHECK(count(judge("# C\n\n- Isolation: [x] PASS [ ] FAIL\n"), "choice-ambiguous") == 0);
}

Judged judge_unread(Unread unread) {
  ModelBuilder builder;
  builder.sibling("app").document("doc.md", "# C\n\n- [ ] a\n").document("app:a.md", "# A\n");
  Judged judged;
  judged.model = builder.link();
  judged.model.unread.push_back(std::move(unread));
  judged.audit = audit(judged.model, {}, test::day("2026-02-18"));
  return judged;
}

TEST_CASE("every note of a reader is a finding of its rule, at its place") {
  for (const std::string rule :
       {"table-ragged", "front-matter-invalid", "limit-exceeded", "source-incomplete",
        "version-unresolved", "evidence-unreadable", "word-redefined"}) {
    const Judged judged =
        judge_unread({rule, "something is wrong", "Put it right.", {RepoId(0), "doc.md", 3, 1}});
    REQUIRE(count(judged, rule) == 1);
    const Finding finding = findings_of(judged, rule)[0];
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.message == "something is wrong");
    CHECK(finding.advice == "Put it right.");
    CHECK(finding.where == Where{RepoId(0), "doc.md", 3, 1});
    CHECK(finding.document == DocumentId(0));
  }
}

TEST_CASE("a note of a rule that nobody knows is not lost") {
  const Judged judged = judge_unread({"no-such-rule", "odd", "", {RepoId(0), "doc.md", 1, 0}});
  CHECK(count(judged, "source-incomplete") == 1);
}

TEST_CASE("a sibling's tables are its own business, its unread files are not") {
  const Where place{RepoId(1), "a.md", 1, 0};
  CHECK(count(judge_unread({"table-ragged", "x", "", place}), "table-ragged") == 0);
  CHECK(count(judge_unread({"limit-exceeded", "x", "", place}), "limit-exceeded") == 1);
}

TEST_CASE("odd marks of a document are one note, at the first") {
  const Judged judged = judge("# C\n\n- [x] a\n- [~] b\n- [ ] c\n- [?] d\n");
  const auto findings = findings_of(judged, "box-unclear");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::note);
  CHECK(findings[0].where.line == 4);
  CHECK_THAT(findings[0].message, ContainsSubstring("2 boxes") && ContainsSubstring("“[~]”"));
  CHECK(count(judge("# C\n\n- [x] a\n- [ ] b\n"), "box-unclear") == 0);
}

TEST_CASE("a date of an open gap that cannot be told is a note") {
  const auto unclear = [](std::string_view eta) {
    return count(
        judge(cat({"# G\n\n| Gap | Owner | ETA |\n|---|---|---|\n| A | B | ", eta, " |\n"})),
        "date-unclear");
  };
  CHECK(unclear("2025-02-30") == 1);
  CHECK(unclear("03/04/2025") == 1);
  CHECK(unclear("2025-02-28") == 0);
  CHECK(unclear("TBD") == 0);
  CHECK(unclear("next sprint") == 0);
}

TEST_CASE("broken front matter comes through from the reader") {
  const Judged judged = judge("---\nowner: PM\nowner: CTO\n---\n# C\n\n- [ ] a\n");
  CHECK(count(judged, "front-matter-invalid") >= 1);
}

}  // namespace
}  // namespace muster
