#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using record::ReportVerdict;
using test::judge;
using test::ModelBuilder;
using test::told;

Standing standing_with(record::Report report,
                       std::string_view item = "- [x] tests pass (`run.json`)") {
  ModelBuilder builder;
  builder.document("doc.md", cat({"# C\n\n", item, "\n"})).report("run.json", std::move(report));
  return judge(builder).audit.standings.at(0);
}

TEST_CASE("only a recognised report that passed over something verifies an item") {
  CHECK(standing_with(told(ReportVerdict::pass, 3)) == Standing::verified);
  CHECK(standing_with(told(ReportVerdict::pass, 3, true)) == Standing::claimed);
  CHECK(standing_with(told(ReportVerdict::unknown, 3)) == Standing::claimed);
  CHECK(standing_with(record::Report{}) == Standing::claimed);
}

TEST_CASE("a report that does not tell its counts verifies nothing") {
  record::Report report = told(ReportVerdict::pass, 3);
  report.executed.reset();
  CHECK(standing_with(report) == Standing::claimed);
  report = told(ReportVerdict::pass, 3);
  report.passed.reset();
  CHECK(standing_with(report) == Standing::claimed);
}

TEST_CASE("a report that skipped more than a fifth verifies nothing") {
  record::Report report = told(ReportVerdict::pass, 8);
  report.skipped = 2;
  CHECK(standing_with(report) == Standing::verified);
  report.skipped = 3;
  CHECK(standing_with(report) == Standing::claimed);
}

TEST_CASE("a report from after the date of the version verifies nothing") {
  record::Report report = told(ReportVerdict::pass, 3);
  report.taken_at = test::day("2026-03-01");
  CHECK(standing_with(report) == Standing::claimed);
}

TEST_CASE("a failing or empty report disputes, generic or not") {
  for (const bool generic : {false, true}) {
    CHECK(standing_with(told(ReportVerdict::fail, 3, generic)) == Standing::disputed);
    CHECK(standing_with(told(ReportVerdict::empty, 0, generic)) == Standing::disputed);
    CHECK(standing_with(told(ReportVerdict::pass, 0, generic)) == Standing::disputed);
  }
}

TEST_CASE("a headline that passes over failures disputes") {
  record::Report report = told(ReportVerdict::pass, 3);
  report.failed = 2;
  CHECK(standing_with(report) == Standing::disputed);
}

TEST_CASE("a tick without evidence is claimed, one whose report is not there disputed") {
  CHECK(judge("# C\n\n- [x] done\n").audit.standings[0] == Standing::claimed);
  CHECK(judge("# C\n\n- [x] done (`run.json`)\n").audit.standings[0] == Standing::disputed);
}

TEST_CASE("marks other than ticks have their own standing, whatever their report says") {
  const record::Report pass = told(ReportVerdict::pass, 3);
  CHECK(standing_with(pass, "- [ ] a (`run.json`)") == Standing::open);
  CHECK(standing_with(pass, "- [~] a (`run.json`)") == Standing::unknown);
  CHECK(standing_with(pass, "- [n/a] a (`run.json`)") == Standing::not_applicable);
}

TEST_CASE("one report against it outweighs one for it") {
  ModelBuilder builder;
  builder.document("doc.md", "# C\n\n- [x] tests (`a.json`, `b.json`)\n")
      .report("a.json", told(ReportVerdict::pass, 3))
      .report("b.json", told(ReportVerdict::fail, 3));
  CHECK(judge(builder).audit.standings[0] == Standing::disputed);
}

TEST_CASE("a report that is only mentioned beside an item verifies nothing") {
  ModelBuilder builder;
  builder.document("doc.md", "# C\n\n- [x] tests\n\nSee `run.json`.\n")
      .report("run.json", told(ReportVerdict::pass, 3));
  CHECK(judge(builder).audit.standings[0] == Standing::claimed);
}

Standing standing_by_row(std::string_view result) {
  ModelBuilder builder;
  builder
      .document("doc.md", cat({"# C\n\n- [x] Smoke\n\n## Evidence\n\n"
                               "| Area | Test | Result | Evidence |\n|---|---|---|---|\n"
                               "| App | Smoke | ",
                               result, " | `run.json` |\n"}))
      .report("run.json", told(ReportVerdict::pass, 3));
  return judge(builder).audit.standings.at(0);
}

TEST_CASE("a row verifies by its report only where its result agrees") {
  CHECK(standing_by_row("PASS") == Standing::verified);
  CHECK(standing_by_row("FAIL") == Standing::disputed);
  CHECK(standing_by_row("❌") == Standing::disputed);
  CHECK(standing_by_row("Blocked") == Standing::claimed);
  CHECK(standing_by_row("pending") == Standing::claimed);
  CHECK(standing_by_row("") == Standing::claimed);
}

TEST_CASE(
    "an item that says of itself that it failed is disputed, one that waits is not verified") {
  const record::Report pass = told(ReportVerdict::pass, 3);
  CHECK(standing_with(pass, "- [x] FAILED: smoke `run.json`") == Standing::disputed);
  CHECK(standing_with(pass, "- [x] Smoke (not run) `run.json`") == Standing::claimed);
  CHECK(standing_with(pass, "- [x] Failed logins are refused `run.json`") == Standing::verified);
}

TEST_CASE("a report beside words of removal disputes, and verifies unless it should be gone") {
  const record::Report fail = told(ReportVerdict::fail, 3);
  const record::Report pass = told(ReportVerdict::pass, 3);
  CHECK(standing_with(fail, "- [x] Removed users, report `run.json`") == Standing::disputed);
  CHECK(standing_with(pass, "- [x] Removed users, report `run.json`") == Standing::verified);
  CHECK(standing_with(pass, "- [x] Remove `run.json`") == Standing::claimed);
}

TEST_CASE("a passing report verifies nothing where the item says otherwise") {
  const record::Report pass = told(ReportVerdict::pass, 3);
  for (const char* item :
       {"Load\n  - Status: pending re-run\n  - Evidence: run.json",
        "RLS (run.json) — not run against production", "RLS (run.json) — needs re-run",
        "RLS (run.json) — to be repeated on prod", "RLS (run.json) — will be done by ops",
        "TODO redo (run.json)", "RLS; do not use run.json", "RLS (not run.json, a dry run)",
        "RLS (superseded: run.json)", "RLS ~~`run.json`~~ (withdrawn)",
        "RLS <!-- old: run.json -->", "RLS\n  > Reviewer: run.json does not cover RLS"}) {
    INFO(item);
    CHECK(standing_with(pass, cat({"- [x] ", item})) == Standing::claimed);
  }
  for (const char* item :
       {"Load\n  - Result: FAIL\n  - Evidence: run.json", "Error rate\n  - Status: failed",
        "Load\n  - Result: 2 of 25 scenarios failed\n  - Evidence: run.json",
        "RLS (run.json) — 2 of 25 still failing", "RLS tests failed (run.json)",
        "RLS tests ❌ (run.json)"}) {
    INFO(item);
    CHECK(standing_with(pass, cat({"- [x] ", item})) == Standing::disputed);
  }
  for (const char* item :
       {"No failing tests (run.json)", "Failed logins are locked out (run.json)",
        "25 passed, 0 failed (run.json)", "Failover tested (run.json)",
        "Load\n  - Result: PASS\n  - Evidence: run.json", "RLS: see run.json for the numbers"}) {
    INFO(item);
    CHECK(standing_with(pass, cat({"- [x] ", item})) == Standing::verified);
  }
}

std::string deliverable(std::string_view path) {
  return cat(
      {"# T\n\n## CE-1: Work\n**Status**: In Progress\n\n**Deliverables**:\n- [x] `", path, "`\n"});
}

TEST_CASE("a deliverable is verified by a file that is there and not empty") {
  const auto standing = [](std::string_view bytes) {
    ModelBuilder builder;
    builder.document("t.md", deliverable("logs/run.log")).file("logs/run.log", bytes);
    return judge(builder).audit.standings.at(0);
  };
  CHECK(standing("all fine\n") == Standing::verified);
  CHECK(standing("") == Standing::claimed);
  CHECK(judge(deliverable("logs/run.log")).audit.standings.at(0) == Standing::disputed);
}

TEST_CASE("a file that cannot be interpreted is attached to a check and proves nothing") {
  ModelBuilder builder;
  builder.document("t.md", "# T\n\n- [x] tested (`logs/run.log`)\n").file("logs/run.log", "fine");
  CHECK(judge(builder).audit.standings.at(0) == Standing::claimed);
}

TEST_CASE("a tally counts each standing once") {
  const Judged judged =
      judge("# C\n\n- [x] a\n- [ ] b\n- [~] c\n- [n/a] d\n- [x] e (`run.json`)\n");
  const Tally& tally = judged.audit.tally;
  CHECK(tally.claimed == 1);
  CHECK(tally.open == 1);
  CHECK(tally.unknown == 1);
  CHECK(tally.set_aside == 1);
  CHECK(tally.disputed == 1);
  CHECK(tally.total() == 4);
  CHECK(tally.in_doubt() == 2);
}

}  // namespace
}  // namespace muster
