#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::judge;
using test::ModelBuilder;
using test::told;

Outcome outcome(std::string_view markdown) { return judge(markdown).audit.verdict.outcome; }

bool has_reason(const Judged& judged, std::string_view text) {
  for (const Reason& reason : judged.audit.verdict.reasons)
    if (reason.text.find(text) != std::string::npos) return true;
  return false;
}

std::string gap(std::string_view cells) {
  return cat(
      {"# G\n\n- [x] a\n\n| Gap | Priority | Owner | ETA |\n|---|---|---|---|\n", cells, "\n"});
}

TEST_CASE("nothing to judge is undetermined, not ready") {
  CHECK(outcome("# Notes\n\nWords.\n") == Outcome::undetermined);
  ModelBuilder empty;
  CHECK(judge(empty).audit.verdict.outcome == Outcome::undetermined);
}

TEST_CASE("what is only set aside, or tested nothing, is not ready by absence") {
  CHECK(outcome("# C\n\n- [n/a] a\n") == Outcome::undetermined);
  ModelBuilder builder;
  builder.document("doc.md", "# Notes\n\nSee `run.json`.\n")
      .report("run.json", told(record::ReportVerdict::empty, 0));
  CHECK(judge(builder).audit.verdict.outcome == Outcome::undetermined);
}

TEST_CASE("a report that nobody cites backs nothing") {
  ModelBuilder builder;
  builder.report("run.json", told(record::ReportVerdict::pass, 12));
  CHECK(judge(builder).audit.verdict.outcome == Outcome::undetermined);
  ModelBuilder aside;
  aside.document("doc.md", "# C\n\n- [n/a] a (`run.json`)\n")
      .report("run.json", told(record::ReportVerdict::pass, 12));
  CHECK(judge(aside).audit.verdict.outcome == Outcome::undetermined);
}

Policy policy_of(std::string_view rule, std::optional<Severity> severity) {
  Policy policy;
  policy.severity[std::string(rule)] = severity;
  return policy;
}

TEST_CASE("a policy that silences a rule does not make ready what is disputed") {
  const std::pair<const char*, record::ReportVerdict> cases[] = {
      {"evidence-failed", record::ReportVerdict::fail},
      {"evidence-vacuous", record::ReportVerdict::empty}};
  for (const auto& [rule, verdict] : cases)
    for (const std::optional<Severity> severity : {std::optional<Severity>(), {Severity::note}}) {
      ModelBuilder builder;
      builder.document("doc.md", "# C\n\n- [x] a (`run.json`)\n- [x] b\n")
          .report("run.json", told(verdict, 0));
      const Judged judged = judge(builder, policy_of(rule, severity));
      CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
      CHECK(has_reason(judged, "1 ticked box is disputed in “C”"));
    }
}

TEST_CASE("a policy that silences a rule does not make ready what was not read") {
  for (const std::string rule : {"limit-exceeded", "source-incomplete", "evidence-unreadable"})
    for (const std::optional<Severity> severity : {std::optional<Severity>(), {Severity::note}}) {
      ModelBuilder builder;
      builder.document("doc.md", "# C\n\n- [x] a\n");
      Judged judged;
      judged.model = builder.link();
      judged.model.unread.push_back({rule, "it was not read", "", {RepoId(0), "big.md", 0, 0}});
      judged.audit = audit(judged.model, policy_of(rule, severity), test::day("2026-02-18"));
      CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
      CHECK(has_reason(judged, "it was not read"));
    }
}

TEST_CASE("an open gate blocks whatever its finding weighs") {
  for (const std::optional<Severity> severity :
       {std::optional<Severity>(), {Severity::note}, {Severity::warning}}) {
    ModelBuilder builder;
    builder.document("doc.md",
                     "# P\n\n## Phase A - Work\n\n- [x] a\n\nExit gate:\n- [ ] holds\n\n"
                     "## Phase B - Work\n\n- [x] b\n");
    CHECK(judge(builder, policy_of("gate-skipped", severity)).audit.verdict.outcome ==
          Outcome::not_ready);
  }
}

TEST_CASE("a failure chosen outside a decision makes it not ready, and so does no answer") {
  CHECK(outcome("# C\n\n- [x] a\n\nRestore test: [x] PASS [ ] FAIL\n") == Outcome::ready);
  CHECK(outcome("# C\n\n- [x] a\n\nRestore test: [ ] PASS [ ] FAIL\n") == Outcome::not_ready);
  const Judged failed = judge("# C\n\n- [x] a\n\nRestore test: [ ] PASS [x] FAIL\n");
  CHECK(failed.audit.verdict.outcome == Outcome::not_ready);
  CHECK(has_reason(failed, "“Restore test” is answered “FAIL”"));
}

TEST_CASE("a plain no fails nothing, and a question without an answer puts it at risk") {
  CHECK(outcome("# C\n\n- [x] a\n\nData lost: [ ] YES [x] NO\n") == Outcome::ready);
  CHECK(outcome("# C\n\n- [x] a\n\nData lost: [ ] YES [ ] NO\n") == Outcome::at_risk);
}

TEST_CASE("what a yes means is told by the words of the choice") {
  for (const char* line : {"Data loss: [ ] None [x] Some", "Rollback Tested: [ ] YES [x] NO",
                           "Any critical issues found? [x] Yes [ ] No"}) {
    INFO(line);
    CHECK(outcome(cat({"# C\n\n- [x] a\n\n", line, "\n"})) == Outcome::not_ready);
  }
  for (const char* line : {"Data loss: [x] None [ ] Some", "Rollback Tested: [x] YES [ ] NO"}) {
    INFO(line);
    CHECK(outcome(cat({"# C\n\n- [x] a\n\n", line, "\n"})) == Outcome::ready);
  }
}

TEST_CASE("a result that failed makes it not ready, one that is pending puts it at risk") {
  const auto row = [](std::string_view result) {
    return cat({"# C\n\n- [x] a\n\n| Area | Test | Result | Evidence |\n|---|---|---|---|\n",
                "| DB | RLS | ", result, " | |\n"});
  };
  CHECK(outcome(row("PASS")) == Outcome::ready);
  CHECK(outcome(row("❌ FAIL")) == Outcome::not_ready);
  CHECK(has_reason(judge(row("FAIL")), "the result of “RLS” in line 7 is a failure"));
  CHECK(outcome(row("TBD")) == Outcome::at_risk);
}

TEST_CASE("a box-like mark that stands open beside ticked items puts it at risk") {
  CHECK(outcome("# C\n\n- [x] a\n- ☐ b\n") == Outcome::at_risk);
  CHECK(outcome("# C\n\n- [x] a\n\n[ ] Restore drill\n") == Outcome::at_risk);
  CHECK(outcome("# C\n\n- [x] a\n- ✅ b\n") == Outcome::ready);
  CHECK(outcome("# C\n\n- [x] a\n\nLegend:\n\n- ☐ open\n") == Outcome::ready);
}

TEST_CASE("a row with a status that is not done puts it at risk") {
  const std::string table = "| Milestone | Date | Status |\n|---|---|---|\n| Beta | x | ";
  CHECK(outcome("# C\n\n- [x] a\n\n" + table + "Done |\n") == Outcome::ready);
  CHECK(outcome("# C\n\n- [x] a\n\n" + table + "Deferred |\n") == Outcome::ready);
  CHECK(outcome("# C\n\n- [x] a\n\n" + table + "🚫 |\n") == Outcome::at_risk);
  CHECK(outcome("# Notes\n\n" + table + "Open |\n") == Outcome::undetermined);
}

TEST_CASE("a decision in words of its own is made, one that a gate waits for is not") {
  CHECK(outcome("# A\n\n## Decision 1: database\n\n**Decision**: Use Postgres 16\n") ==
        Outcome::ready);
  CHECK(outcome("# A\n\n## Go-Live Decision\n\n**Decision**: see the notes\n") ==
        Outcome::not_ready);
}

TEST_CASE("a blocker makes it not ready") {
  ModelBuilder builder;
  builder.document("doc.md", "# C\n\n- [x] a (`run.json`)\n")
      .report("run.json", told(record::ReportVerdict::fail, 2));
  const Judged judged = judge(builder);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  REQUIRE_FALSE(judged.audit.verdict.reasons.empty());
  CHECK(judged.audit.verdict.reasons[0].rule == "evidence-failed");
  CHECK(judged.audit.verdict.reasons[0].finding == std::optional<std::size_t>(0));
}

TEST_CASE("an open gate makes it not ready") {
  const Judged judged = judge("# P\n\n## Phase A - Work\n\n- [x] a\n\nExit gate:\n- [ ] holds\n");
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK_THAT(judged.audit.verdict.reasons[0].text, ContainsSubstring("0 of 1 criterion met"));
}

TEST_CASE("open boxes make it not ready, folded for each document") {
  const Judged judged = judge("# Release list\n\n- [x] a\n- [ ] b\n- [ ] c\n");
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK(judged.audit.verdict.reasons[0].text == "2 of 3 boxes are open in “Release list”");
  CHECK(judged.audit.verdict.reasons[0].count == 2);
}

TEST_CASE("an unknown mark weighs as open") {
  CHECK(outcome("# C\n\n- [x] a\n- [~] b\n") == Outcome::not_ready);
}

TEST_CASE("a ticked box that says that it is not done makes it not ready") {
  const Judged judged = judge("# C\n\n- [x] a\n- [x] NOT DONE: restore drill\n");
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.standings.at(1) == Standing::disputed);
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK(judged.audit.verdict.reasons[0].text == "1 ticked box says that it is not done in “C”");
}

TEST_CASE("a blocker told in a bullet makes it not ready, an open issue puts it at risk") {
  const auto under = [](const std::string& heading, const std::string& bullet) {
    return outcome("# C\n\n- [x] a\n\n## " + heading + "\n\n- " + bullet + "\n");
  };
  CHECK(under("Blockers", "Fix CI (Bob)") == Outcome::not_ready);
  CHECK(under("Open issues", "Fix CI") == Outcome::at_risk);
  CHECK(under("Blockers", "None") == Outcome::ready);
  CHECK(under("Blockers", "~~Fix CI~~") == Outcome::ready);
}

TEST_CASE("an open decision makes it not ready, and so does a no") {
  const std::string head = "# P\n\n- [x] a\n\n## Go/No-Go Decision Point\n**Question**: Go?\n\n";
  CHECK(outcome(head + "**Decision**: [ ] GO [ ] NO-GO\n") == Outcome::not_ready);
  CHECK(outcome(head + "**Decision**: [ ] GO [x] NO-GO\n") == Outcome::not_ready);
  CHECK(outcome(head + "**Decision**: [x] GO [ ] NO-GO\n") == Outcome::ready);
}

TEST_CASE("an open gap of priority P0 or critical makes it not ready") {
  CHECK(outcome(gap("| A | P0 | B | — |")) == Outcome::not_ready);
  CHECK(outcome(gap("| A | Critical | B | — |")) == Outcome::not_ready);
}

TEST_CASE("any other open gap puts it at risk") {
  CHECK(outcome(gap("| A | P2 | B | — |")) == Outcome::at_risk);
  CHECK(outcome(gap("| ✅ A | P0 | B | — |")) == Outcome::ready);
}

TEST_CASE("a warning puts it at risk") {
  const Judged judged = judge("# C\n\n- **Status**: Not Started\n\n## Work\n\n- [x] a\n");
  CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK(judged.audit.verdict.reasons[0].rule == "status-contradicts-boxes");
}

TEST_CASE("a pending sign-off puts it at risk and is no open box") {
  const Judged judged = judge(
      "# C\n\n- [x] a\n\n## Sign-off\n\n- [x] PM — approved (Date: 2026-02-01)\n- [ ] CTO — "
      "approved\n");
  CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
  CHECK(has_reason(judged, "1 of 2 sign-offs is pending in “C”"));
}

TEST_CASE("a ticked item that speaks of evidence and shows none puts it at risk") {
  const Judged judged = judge("# C\n\n- [x] Smoke output attached\n");
  CHECK(judged.audit.verdict.outcome == Outcome::at_risk);
  CHECK(has_reason(judged, "asks for evidence"));
}

TEST_CASE("a report that is the subject of the work does not ask for evidence") {
  for (const char* item : {"Error report reviewed", "Bug-report form works", "Report page loads"})
    CHECK_FALSE(has_reason(judge(cat({"# C\n\n- [x] ", item, "\n"})), "asks for evidence"));
  for (const char* item : {"Load test report", "Smoke (report)", "Pentest done, report attached"})
    CHECK(has_reason(judge(cat({"# C\n\n- [x] ", item, "\n"})), "asks for evidence"));
}

TEST_CASE("the path that an item cites does not ask for evidence") {
  ModelBuilder builder;
  builder.document("doc.md", "# C\n\n- [x] Smoke `evidence/report.json`\n")
      .report("evidence/report.json", told(record::ReportVerdict::pass, 3, true));
  const Judged judged = judge(builder);
  CHECK(judged.audit.tally.claimed == 1);
  CHECK(judged.audit.verdict.outcome == Outcome::ready);
}

TEST_CASE("all done on word alone is ready, and says so") {
  const Judged judged = judge("# C\n\n- [x] a\n- [x] b\n");
  CHECK(judged.audit.verdict.outcome == Outcome::ready);
  CHECK(judged.audit.verdict.reasons.empty());
  CHECK(judged.audit.verdict.on_word_alone == 2);
}

TEST_CASE("a paused document sets the flag beside the verdict") {
  const Judged judged = judge("# C\n\n- **Status**: On Hold\n\n## Work\n\n- [ ] a\n");
  CHECK(judged.audit.verdict.on_hold);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
}

TEST_CASE("open announcements are not open work") {
  CHECK(outcome("# C\n\n- [x] a\n\n### Announcements\n\n- [ ] T+24h: Final report sent\n") ==
        Outcome::ready);
}

TEST_CASE("an issue that was met and is open speaks against readiness, by its severity") {
  const auto met = [](std::string_view cells) {
    return judge(
        cat({"# C\n\n- [x] a\n\n## Issues met\n\n| Issue | Severity | Status | Resolution |\n"
             "|---|---|---|---|\n| Data loss | ",
             cells, " |\n"}));
  };
  CHECK(met("P0 | Open |").audit.verdict.outcome == Outcome::not_ready);
  CHECK(has_reason(met("P0 | Open |"), "“Data loss” in line 9, of severity P0, is open"));
  CHECK(met("Low | In Progress |").audit.verdict.outcome == Outcome::at_risk);
  CHECK(met("P0 | | ____").audit.verdict.outcome == Outcome::not_ready);
  CHECK(met("P0 | Resolved |").audit.verdict.outcome == Outcome::ready);
  CHECK(met("P0 | | Restored from backup").audit.verdict.outcome == Outcome::ready);
}

TEST_CASE("a task without boxes weighs by its status") {
  const auto status = [](std::string_view word) {
    return outcome(cat({"# C\n\n## CE-20: Backup\n\n**Status**: ", word,
                        "\n\n## CE-21: Restore\n\n**Status**: Done\n\n- [x] b\n"}));
  };
  CHECK(status("❌ Not done") == Outcome::at_risk);
  CHECK(status("In Progress") == Outcome::at_risk);
  CHECK(status("Done") == Outcome::ready);
  CHECK(status("Cancelled") == Outcome::ready);
}

TEST_CASE("a cross among boxes is not done, one in another list may say what not to do") {
  CHECK(outcome("# C\n\n- [x] a\n- ❌ Restore drill\n") == Outcome::at_risk);
  CHECK(outcome("# C\n\n- [x] a\n\nRules:\n\n- ✅ Ask first\n- ❌ Deploy on Friday\n") ==
        Outcome::ready);
}

TEST_CASE("a heading that shows by its sign that it is not done puts its document at risk") {
  for (const char* heading : {"4. Verify ⏳", "MIG-9: Ship ❌", "🚧 Restore"}) {
    INFO(heading);
    CHECK(outcome(cat({"# C\n\n- [x] a\n\n## ", heading, "\n\nWords.\n"})) == Outcome::at_risk);
  }
  CHECK(outcome("# C\n\n- [x] a\n\n## ❌ Do not do this\n\nWords.\n") == Outcome::ready);
}

TEST_CASE("a tick that says of itself that it was simulated or in part is not ready") {
  for (const char* words : {"Restore rehearsed (simulated)", "Load test – partial",
                            "Failover passed with risk", "Smoke, staging only"}) {
    INFO(words);
    CHECK(outcome(cat({"# C\n\n- [x] ", words, "\n"})) == Outcome::at_risk);
  }
  for (const char* words : {"Create index (partial index on status)", "Simulated failover works"}) {
    INFO(words);
    CHECK(outcome(cat({"# C\n\n- [x] ", words, "\n"})) == Outcome::ready);
  }
}

TEST_CASE("each document has its own verdict, and the version the heaviest") {
  ModelBuilder builder;
  builder.document("a.md", "# A\n\n- [x] a\n")
      .document("b.md", "# B\n\n- [ ] b\n")
      .document("c.md", "# C\n\nWords.\n");
  const Judged judged = judge(builder);
  CHECK(judged.audit.documents[0].verdict.outcome == Outcome::ready);
  CHECK(judged.audit.documents[1].verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.documents[2].verdict.outcome == Outcome::undetermined);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
}

TEST_CASE("blockers stand before warnings among the reasons") {
  const Judged judged = judge(gap("| A | P2 | B | — |") + "\n- [ ] open box\n");
  const auto& reasons = judged.audit.verdict.reasons;
  REQUIRE(reasons.size() == 2);
  CHECK(reasons[0].weight == Severity::blocker);
  CHECK(reasons[1].weight == Severity::warning);
}

}  // namespace
}  // namespace muster
