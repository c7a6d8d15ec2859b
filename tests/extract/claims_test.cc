#include "extract/claims.h"

#include "read.h"
#include "support/catch.h"

namespace muster::extract {
namespace {

using test::at;
using test::read;

std::string result(std::string_view text, Fill fill = Fill::value) {
  record::Entry entry;
  entry.text = text;
  entry.fill = fill;
  entry.line = 3;
  entry.column = 10;
  return claim_of_result(entry);
}

std::string item(std::string_view text) {
  record::Item item;
  item.text = text;
  return claim_of_item(item);
}

TEST_CASE("a result passes only by a word that says so") {
  for (const char* text :
       {"PASS", "✅", "Passed", "OK", "10/10", "12 passed, 0 failed", "98 passed, 2 skipped",
        "passed: 10, failed: 0", "PASS (error rate 0.1%)", "PASS, coverage 85%", "passed 3 of 3",
        "100% pass"}) {
    INFO(text);
    CHECK(result(text) == "pass");
  }
  for (const char* text :
       {"pending", "Blocked", "42 ms", "7/10", "skipped", "To be done", "⏳", "PASS / FAIL",
        "partial pass", "PASS (dry run)", "PASS (simulated)", "PASS once fixed", "60% pass",
        "pass rate 60%", "passed 2 of 3", "PASS (2/3)"}) {
    INFO(text);
    CHECK(result(text) == "pending");
  }
}

TEST_CASE("a result that fails says so") {
  for (const char* text :
       {"FAIL", "❌", "failed on staging", "10 passed, 1 failed", "completed and failed",
        "failed: 03", "🔴", "Error", "not passed", "Not OK"}) {
    INFO(text);
    CHECK(result(text) == "fail");
  }
}

TEST_CASE("a result cell that is left open is pending, a table without one claims nothing") {
  CHECK(result("", Fill::empty) == "pending");
  CHECK(result("TBD", Fill::placeholder) == "pending");
  CHECK(claim_of_result(record::Entry{}).empty());
}

TEST_CASE("an item fails or waits where its words stand as a result") {
  for (const char* text : {"FAILED: smoke", "Smoke: failed on staging", "❌ Smoke", "Smoke FAIL",
                           "Smoke — failed, see ticket"}) {
    INFO(text);
    CHECK(item(text) == "fail");
  }
  for (const char* text : {"Smoke (not run)", "Smoke — blocked by DNS"}) {
    INFO(text);
    CHECK(item(text) == "pending");
  }
}

TEST_CASE("an item that begins by taking its tick back is not done") {
  for (const char* text : {"NOT DONE: migrate users", "NOT YET migrated", "PENDING: migrate users",
                           "Pending: smoke", "WIP: smoke", "[WIP] smoke", "TODO - smoke",
                           "Not yet done (waits for DBA): smoke", "In progress: smoke"}) {
    INFO(text);
    CHECK(item(text) == "undone");
  }
  CHECK(item("FAILED: migrate users") == "fail");
  for (const char* text : {"Pending migrations applied", "TODO list emptied", "WIP limits agreed",
                           "Not done items moved to the backlog", "PENDING orders migrated"}) {
    INFO(text);
    CHECK(item(text) != "undone");
  }
}

TEST_CASE("an item that only speaks of failures claims none") {
  for (const char* text : {"Failed logins raise an alert", "Build stops on FAIL", "0 FAILED",
                           "Record PASS/FAIL for each table", "Failover tested",
                           "Runs in two zones and fails over by itself",
                           "Blocked users cannot log in", "Unknown routes: redirected"}) {
    INFO(text);
    CHECK(item(text) != "fail");
    CHECK(item(text) != "pending");
  }
}

std::string item_with(std::string_view text, std::string_view detail) {
  record::Item item;
  item.text = text;
  item.details.emplace_back(detail);
  return claim_of_item(item);
}

TEST_CASE("a result in a sub-bullet speaks for its item") {
  for (const char* detail :
       {"Result: FAIL", "Status: failed", "Result: 2 of 25 scenarios failed", "❌ on staging"}) {
    INFO(detail);
    CHECK(item_with("Load test", detail) == "fail");
  }
  for (const char* detail : {"Status: pending re-run", "Result: ____", "Status: in progress",
                             "Outcome: PASS (dry run)", "not run on production yet"}) {
    INFO(detail);
    CHECK(item_with("Load test", detail) == "pending");
  }
  for (const char* detail :
       {"Result: 420 ms at p95", "Status: done", "Expected result: FAIL for other tenants",
        "Notes: no failing tests left", "Owner: Sam", "If it fails: roll back"}) {
    INFO(detail);
    CHECK(item_with("Load test", detail).empty());
  }
}

TEST_CASE("a remark behind the sentence says that the work is still to come") {
  for (const char* text :
       {"RLS tests () — not run against production", "RLS — needs re-run",
        "RLS — to be repeated on prod", "RLS — will be done by ops", "TODO redo", "RLS TODO",
        "Runbook — not delivered yet", "RLS tests skipped in CI", "RLS — skipped in CI",
        "RLS (has not been verified)", "Load test 60% pass", "RLS, not tested yet",
        "RLS: awaiting data", "RLS — once fixed"}) {
    INFO(text);
    CHECK(item(text) == "pending");
  }
}

TEST_CASE("a failure in the middle or at the end of an item is one") {
  for (const char* text : {"RLS tests () — 2 of 25 still failing", "RLS tests (), 2 failed",
                           "RLS tests: 2 tests failed ()", "RLS tests failed ()", "RLS tests ❌ ()",
                           "RLS tests do not pass yet", "RLS () not passing on prod",
                           "RLS tests — not passing on prod", "RLS — failed: 2",
                           "Smoke: 3/25 failing", "Two scenarios failed"}) {
    INFO(text);
    CHECK(item(text) == "fail");
  }
}

TEST_CASE("words of failure and waiting in a sentence are no result") {
  for (const char* text : {"No failing tests",
                           "Failed logins are locked out",
                           "25 passed, 0 failed",
                           "Failover tested",
                           "Locks after 5 failures",
                           "Alert when a backup failed",
                           "Open ports are closed",
                           "RLS: users should only see their own rows",
                           "Secrets are not passed in URLs",
                           "Cross-tenant read failed as expected",
                           "Retries 3 failed requests",
                           "None of 25 tests failed",
                           "Passwords are never written to logs",
                           "Flaky tests failing in CI are fixed",
                           "Jobs failed in the last hour raise an alert",
                           "Alerts for jobs failed in the last hour",
                           "Users can see why an import failed",
                           "Backups (once a day)",
                           "Exit codes (0 = success, 1 = failure)",
                           "Fail on: 404",
                           "Wait for the server to be ready",
                           "Locked after 3 failed attempts (5 minutes)"}) {
    INFO(text);
    CHECK(item(text) != "fail");
    CHECK(item(text) != "pending");
  }
}

TEST_CASE("only a tick claims, and a row by its result") {
  CHECK(at(read("- [x] FAILED: smoke\n").items, 0).claimed == "fail");
  CHECK(at(read("- [ ] FAILED: smoke\n").items, 0).claimed.empty());
  CHECK(
      at(read("| Area | Test | Result | Evidence |\n|---|---|---|---|\n| App | Smoke | FAIL | |\n")
             .evidence_rows,
         0)
          .claimed == "fail");
}

}  // namespace
}  // namespace muster::extract
