#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::findings_of;
using test::judge;
using test::ModelBuilder;
using test::told;

// Three phases with one item and one gate box each; `marks` are their six marks.
std::string phases(std::string_view marks) {
  std::string text = "# Plan\n";
  for (std::size_t i = 0; i < 3; ++i)
    text += cat({"\n## Phase ", std::string(1, static_cast<char>('A' + i)), " - Work\n\n- [",
                 marks.substr(2 * i, 1), "] work\n\nExit gate:\n- [", marks.substr(2 * i + 1, 1),
                 "] holds\n"});
  return text;
}

TEST_CASE("a gate counts the criteria that are met on word alone") {
  ModelBuilder builder;
  builder
      .document("p.md",
                "# P\n\n## Phase A - x\n\nExit gate:\n- [x] a (`run.json`)\n- [x] b\n- [ ] c\n")
      .report("run.json", told(record::ReportVerdict::pass, 3));
  const Judged judged = judge(builder);
  CHECK(judged.audit.gates[0].met == 2);
  CHECK(judged.audit.gates[0].on_word == 1);
}

TEST_CASE("a gate with a criterion that has no box is not passed by its boxes") {
  const Judged judged = judge("# P\n\n## Phase A - x\n\nExit gate:\n- [x] a\n- b\n");
  CHECK(judged.audit.gates[0].state == GateState::open);
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
  CHECK_THAT(judged.audit.verdict.reasons[0].text,
             ContainsSubstring("is met in its boxes, and 1 more criterion has none"));
}

TEST_CASE("a gate told in plain bullets says how many criteria it has") {
  const Judged judged = judge("# P\n\n- [x] w\n\n## Phase A - x\n\nExit gate:\n- a\n- b\n");
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK_THAT(judged.audit.verdict.reasons[0].text, ContainsSubstring("2 criteria without a box"));
}

TEST_CASE("a gate that later work went past is skipped, once") {
  const Judged judged = judge(phases("x xxx "));
  const auto findings = findings_of(judged, "gate-skipped");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].subject == Subject{SubjectKind::gate, 0});
  CHECK(findings[0].severity == Severity::blocker);
  CHECK_THAT(findings[0].message, ContainsSubstring("0 of 1 met"));
  CHECK_THAT(findings[0].message, ContainsSubstring("phases B and C"));
  CHECK(findings[0].related.size() == 2);
}

TEST_CASE("phases done in order skip no gate") {
  CHECK(findings_of(judge(phases("xxxxx ")), "gate-skipped").empty());
  CHECK(findings_of(judge(phases("x     ")), "gate-skipped").empty());
}

TEST_CASE("a gate passed behind an open one is passed early") {
  const Judged judged = judge(phases("x xx  "));
  REQUIRE(judged.audit.gates.size() == 3);
  CHECK(judged.audit.gates[0].state == GateState::open);
  CHECK(judged.audit.gates[1].state == GateState::passed_early);
  CHECK(judged.audit.gates[1].skipped == GateId(0));
  CHECK(judged.audit.gates[1].met == 1);
  CHECK(judged.audit.gates[2].state == GateState::open);
}

TEST_CASE("a gate counts how many of its boxes are met") {
  const Judged judged =
      judge("# Plan\n\n## Phase A - Work\n\n- [x] work\n\nExit gate:\n- [x] one\n- [ ] two\n");
  REQUIRE(judged.audit.gates.size() == 1);
  CHECK(judged.audit.gates[0].met == 1);
  CHECK(judged.audit.gates[0].criteria == 2);
  CHECK(judged.audit.gates[0].state == GateState::open);
}

TEST_CASE("a criterion whose report failed is not met") {
  ModelBuilder builder;
  builder
      .document(
          "doc.md",
          "# Plan\n\n## Phase A - Work\n\n- [x] work\n\nExit gate:\n- [x] tests (`run.json`)\n")
      .report("run.json", told(record::ReportVerdict::fail, 3));
  const Judged judged = judge(builder);
  CHECK(judged.audit.gates[0].met == 0);
  CHECK(judged.audit.gates[0].state == GateState::open);
}

std::string with_run_note() {
  return "# Plan\n\n## Phase A - Work\n\n- [x] work\n\nExit gate:\n- [x] holds\n\n"
         "Phase A notes:\n- Run completed:\n  - command: `run.sh`\n"
         "  - evidence report: `run.json`\n  - result: PASS\n";
}

TEST_CASE("a report of the section that failed or tested nothing keeps its gate open") {
  for (const record::ReportVerdict verdict :
       {record::ReportVerdict::fail, record::ReportVerdict::empty}) {
    ModelBuilder builder;
    builder.document("doc.md", with_run_note()).report("run.json", told(verdict, 0, true));
    const Judged judged = judge(builder);
    CHECK(judged.audit.gates[0].state == GateState::open);
    CHECK(judged.audit.standings[0] == Standing::claimed);
    CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  }
}

TEST_CASE("a report of the section that passed verifies no item") {
  ModelBuilder builder;
  builder.document("doc.md", with_run_note())
      .report("run.json", told(record::ReportVerdict::pass, 5));
  const Judged judged = judge(builder);
  CHECK(judged.audit.gates[0].state == GateState::passed);
  CHECK(judged.audit.standings[0] == Standing::claimed);
}

std::string go_no_go(std::string_view decision) {
  return cat(
      {"# Plan\n\n## Decision Points\n\n### Go/No-Go Decision Point\n"
       "**Question**: Do we go?\n\n**Criteria**:\n- [x] ready\n\n**Decision**: ",
       decision, "\n**Approver**: PM\n"});
}

TEST_CASE("a gate with a decision is passed by that decision only") {
  const auto state = [](std::string_view decision) {
    const Judged judged = judge(go_no_go(decision));
    REQUIRE(judged.audit.gates.size() == 1);
    return judged.audit.gates[0].state;
  };
  CHECK(state("[x] GO [ ] NO-GO") == GateState::passed);
  CHECK(state("[ ] GO [ ] NO-GO") == GateState::open);
  CHECK(state("[ ] GO [x] NO-GO") == GateState::open);
  CHECK(state("[x] GO [x] NO-GO") == GateState::open);
}

TEST_CASE("a run that failed keeps the gate of its phase open until it ran again") {
  const std::string before =
      "# C\n\n## Phase A - x\n\n- [x] a\n\nExit gate:\n- [x] g\n\nRun notes:\n\n";
  const std::string failed = "- Smoke (2026-02-08):\n  - command: `make smoke`\n  - result: FAIL\n";
  const std::string passed = "- Smoke (2026-02-09):\n  - command: `make smoke`\n  - result: PASS\n";
  const Judged open = judge(before + failed);
  CHECK(open.audit.gates.front().state == GateState::open);
  CHECK(open.audit.verdict.reasons.front().text ==
        "“Exit gate of phase A” rests on the run of line 14, which failed");
  CHECK(judge(before + failed + passed).audit.gates.front().state == GateState::passed);
}

TEST_CASE("a failed run that no gate rests on keeps the document from being ready") {
  const std::string failed = "# C\n\n- [x] a\n\n## Run notes\n\n- command: `x`\n- result: FAIL\n";
  const Judged judged = judge(failed);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.verdict.reasons.front().text ==
        "the result of “Run notes: x” in line 8 is a failure");
  CHECK(judge(failed + "- command: `x`\n- result: PASS\n").audit.verdict.outcome == Outcome::ready);
}

TEST_CASE("a gate that asks for a decision is not passed by boxes alone") {
  const Judged judged = judge("# C\n\n## Go-Live Decision\n\n- [x] Backups verified\n");
  CHECK(judged.audit.gates.front().state == GateState::open);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  const Judged list = judge("# C\n\n## Go/No-Go checklist\n\n- [x] Backups verified\n");
  CHECK(list.audit.gates.front().state == GateState::passed);
}

TEST_CASE("a gate whose criteria were all set aside is not skipped, and not passed") {
  const Judged judged = judge(
      "# Plan\n\n## Phase A - Work\n\n- [x] work\n\nExit gate:\n- [n/a] holds\n\n"
      "## Phase B - Work\n\n- [x] work\n\nExit gate:\n- [x] holds\n");
  CHECK(findings_of(judged, "gate-skipped").empty());
  REQUIRE(judged.audit.gates.size() == 2);
  CHECK(judged.audit.gates[0].state == GateState::open);
  CHECK(judged.audit.gates[1].state == GateState::passed);
  CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
}

TEST_CASE("a ticked rollback trigger is a blocker, an open one is no work") {
  const std::string head =
      "# Plan\n\n## Decision Points\n\n### Rollback Decision Point\n**Question**: Roll back?\n\n"
      "**Rollback Triggers**:\n";
  const std::string tail = "- [ ] data lost\n\n**Decision**: [ ] CONTINUE [ ] ROLLBACK\n";
  const Judged calm = judge(head + "- [ ] tests fail\n" + tail);
  CHECK(calm.audit.tally.open == 0);
  CHECK(calm.audit.verdict.outcome == Outcome::ready);
  const Judged fired = judge(head + "- [x] tests fail\n" + tail);
  REQUIRE(findings_of(fired, "rollback-triggered").size() == 1);
  CHECK(fired.audit.verdict.outcome == Outcome::not_ready);
}

}  // namespace

TEST_CASE("a gate of a table is open until its row says done, and then rests on word alone") {
  const auto with_status = [](const std::string& status) {
    return "# Checklist\n\n- [x] work\n\n## Gates\n\n| Gate | Criteria | Status |\n|-|-|-|\n| G1 | "
           "Load test | " +
           status + " |\n";
  };
  const Judged open = judge(with_status("Pending"));
  REQUIRE(open.audit.gates.size() == 1);
  CHECK(open.audit.gates[0].state == GateState::open);
  CHECK(open.audit.verdict.outcome == Outcome::not_ready);
  CHECK(open.audit.verdict.reasons.front().text == "“G1: Load test” is “Pending” in its table");
  const Judged passed = judge(with_status("Passed"));
  CHECK(passed.audit.gates[0].state == GateState::passed);
  CHECK(passed.audit.gates[0].on_word == 1);
  CHECK(passed.audit.verdict.outcome == Outcome::ready);
  CHECK(judge(with_status("")).audit.verdict.outcome == Outcome::not_ready);
}

TEST_CASE("a gate of a table whose report failed is open, whatever its status") {
  ModelBuilder builder;
  builder
      .document("doc.md",
                "# Plan\n\n- [x] work\n\n| Gate | Status | Evidence |\n|-|-|-|\n| Tests | Passed | "
                "`run.json` |\n")
      .report("run.json", told(record::ReportVerdict::fail, 3));
  const Judged judged = judge(builder);
  REQUIRE(judged.audit.gates.size() == 1);
  CHECK(judged.audit.gates[0].state == GateState::open);
}

}  // namespace muster
