// Sign-offs in their four shapes, and when one counts as given.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const record::SignOff& only(const Records& records) {
  REQUIRE(records.sign_offs.size() == 1);
  return at(records.sign_offs, 0);
}

Records table_row(const std::string& row) {
  return read("| Role | Name | Signature | Date |\n|-|-|-|-|\n" + row + "\n");
}

}  // namespace

TEST_CASE("a box under a sign-off heading names who signs and what") {
  const Records records =
      read("# T\n\n## Sign-off\n\n- [x] QA — Tests reviewed (Date: 2026-01-02)\n");
  const record::SignOff& sign_off = only(records);
  CHECK(sign_off.role == "QA");
  CHECK(sign_off.scope == "Tests reviewed");
  CHECK(sign_off.at.text == "2026-01-02");
  CHECK(sign_off.signed_off);
}

TEST_CASE("a box under a sign-off heading that names nobody is an ordinary check") {
  const Records records =
      read("# T\n\n## Sign-off\n\n- [ ] All the tests of this release have passed on staging\n");
  CHECK(records.sign_offs.empty());
  CHECK(at(records.items, 0).role == Role::check);
}

TEST_CASE("a name that the table came with is no signature") {
  CHECK_FALSE(only(table_row("| PM | Alex | | |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | ____ | __/__/__ |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | Alex | |")).signed_off);
  CHECK(only(table_row("| PM | Alex | Alex | 2026-01-02 |")).signed_off);
}

TEST_CASE("pending words and open boxes in a signature cell sign nothing") {
  CHECK_FALSE(only(table_row("| PM | Alex | Pending | 2026-01-02 |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | [ ] Approved | 2026-01-02 |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | ☐ | 2026-01-02 |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | ❌ | 2026-01-02 |")).signed_off);
  CHECK(only(table_row("| PM | Alex | [x] Approved | 2026-01-02 |")).signed_off);
}

TEST_CASE("a block under a label has its role from the label") {
  const Records records = read(
      "# T\n\n## End\n\n**Tech Lead Approval**:\n- Name: A. B.\n- Signature: ab\n- Date: "
      "2026-01-02\n\n**CTO Approval for Production**:\n- Name: ____\n- Signature: ____\n- Date: "
      "____\n");
  REQUIRE(records.sign_offs.size() == 2);
  CHECK(at(records.sign_offs, 0).role == "Tech Lead");
  CHECK(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).role == "CTO");
  CHECK(at(records.sign_offs, 1).scope == "Production");
  CHECK_FALSE(at(records.sign_offs, 1).signed_off);
}

TEST_CASE("a form of roles is one sign-off for each") {
  const Records records = read("# T\n\n## Sign-off\n\n- Engineering: Sam\n- Product:\n");
  REQUIRE(records.sign_offs.size() == 2);
  CHECK(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).role == "Product");
  CHECK_FALSE(at(records.sign_offs, 1).signed_off);
}

TEST_CASE("approver and date of a decision are no sign-off") {
  CHECK(read("# T\n\n## Release Approval\n\n**Decision**: [ ] GO [ ] NO-GO\n**Approver**: "
             "CTO\n**Date**: ____\n")
            .sign_offs.empty());
}

TEST_CASE("a refusal, a condition or a promise is no signature") {
  for (const char* word :
       {"declined", "refused", "rejected", "will sign after retest", "Approved if bug fixed",
        "with reservations", "objection raised", "No"}) {
    INFO(word);
    CHECK_FALSE(
        only(table_row("| PM | Alex | " + std::string(word) + " | 2026-01-02 |")).signed_off);
    CHECK_FALSE(at(read("# T\n\n## Sign-off\n\n- QA: Sam\n- Product: " + std::string(word) + "\n")
                       .sign_offs,
                   1)
                    .signed_off);
  }
  CHECK_FALSE(only(table_row("| PM | Alex | Alex | next week |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | Alex | Friday |")).signed_off);
}

TEST_CASE("an approval with conditions is none") {
  for (const char* word : {"Conditionally approved", "Approved with reservations",
                           "Approved if bug fixed", "Rejected"}) {
    INFO(word);
    const std::string row = "| CTO | Jo | 2026-01-02 | " + std::string(word) + " |\n";
    CHECK_FALSE(only(read("| Role | Approver | Date | Status |\n|-|-|-|-|\n" + row)).signed_off);
  }
}

TEST_CASE("a check under a sign-off heading is a check although it has a colon or a dash") {
  const Records records = read(
      "# T\n\n## Sign-off\n\n- [ ] Backups: restored and verified\n- [ ] Load test - 500 rps\n- [ "
      "] "
      "Tech Lead\n");
  CHECK(only(records).role == "Tech Lead");
  CHECK(at(records.items, 0).role == Role::check);
  CHECK(at(records.items, 1).role == Role::check);
}

TEST_CASE("a ticked box without a name, or with a refusal, is not signed") {
  CHECK_FALSE(only(read("# T\n\n## Sign-off\n\n- [x] ____ — DB validated\n")).signed_off);
  CHECK_FALSE(only(read("# T\n\n## Sign-off\n\n- [x] QA: refused\n")).signed_off);
}

TEST_CASE("roles with names and dates are sign-offs under a heading that says so") {
  const std::string table =
      "| Role | Name | Date |\n|-|-|-|\n| CTO | Jane | |\n| PM | Bo | 2026-01-02 |\n";
  const Records records = read("# T\n\n## Sign-off\n\n" + table);
  REQUIRE(records.sign_offs.size() == 2);
  CHECK_FALSE(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).signed_off);
  CHECK(read("# T\n\n## People\n\n" + table).sign_offs.empty());
  CHECK_FALSE(only(read("| Role | Approved |\n|-|-|\n| CTO | No |\n")).signed_off);
}
