#include "link/claims.h"

#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::find_row;
using test::ModelBuilder;

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
        "passed: 10, failed: 0", "PASS (error rate 0.1%)"}) {
    INFO(text);
    CHECK(result(text) == "pass");
  }
  for (const char* text : {"pending", "Blocked", "42 ms", "7/10", "skipped", "To be done", "⏳",
                           "PASS / FAIL", "not passed", "partial pass"}) {
    INFO(text);
    CHECK(result(text) == "pending");
  }
}

TEST_CASE("a result that fails says so") {
  for (const char* text : {"FAIL", "❌", "failed on staging", "10 passed, 1 failed",
                           "completed and failed", "failed: 03", "🔴", "Error"}) {
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
  for (const char* text : {"Smoke (not run)", "Smoke — blocked by DNS", "Pending: smoke"}) {
    INFO(text);
    CHECK(item(text) == "pending");
  }
}

TEST_CASE("an item that only speaks of failures claims none") {
  for (const char* text : {"Failed logins raise an alert", "Build stops on FAIL", "0 FAILED",
                           "Record PASS/FAIL for each table", "Failover tested",
                           "Blocked users cannot log in", "Unknown routes: redirected"}) {
    INFO(text);
    CHECK(item(text) != "fail");
    CHECK(item(text) != "pending");
  }
}

std::string rows(std::string_view row) {
  return cat(
      {"# C\n\n- [x] Smoke\n- [x] Load\n\n## Verification Evidence\n\n"
       "| Area | Test | Result | Evidence |\n|---|---|---|---|\n",
       row});
}

TEST_CASE("a row speaks of the item that has its words, with a report or without") {
  const Model model = ModelBuilder()
                          .document("c.md", rows("| App | Smoke | FAIL | |\n"
                                                 "| App | Load | waiting | |\n"))
                          .link();
  CHECK(find_row(model.items, "Smoke")->claimed == "fail");
  CHECK(find_row(model.items, "Load")->claimed == "pending");
}

TEST_CASE("a row that passes makes no word of its own for the item") {
  const Model model = ModelBuilder().document("c.md", rows("| App | Smoke | PASS | |\n")).link();
  CHECK(find_row(model.items, "Smoke")->claimed.empty());
}

}  // namespace
}  // namespace muster
