// Sign-offs in their four shapes, and when one counts as given.
#include <utility>

#include "base/text.h"
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

namespace {

std::string under_sign_off(std::string_view text) {
  return "# T\n\n## Sign-off\n\n" + std::string(text) + "\n";
}

// One sign-off that is not given.
void check_unsigned(const std::string& markdown) {
  INFO(markdown);
  const Records records = read(markdown);
  REQUIRE(records.sign_offs.size() == 1);
  CHECK_FALSE(at(records.sign_offs, 0).signed_off);
}

}  // namespace

TEST_CASE("a tick beside a refusal, a promise or a condition signs nothing") {
  for (const char* text : {"QA Lead — not signed",
                           "QA Lead — will sign after UAT",
                           "CTO: no",
                           "CTO: does not approve",
                           "CTO — asked for changes",
                           "CTO — objection raised",
                           "CTO — TBD",
                           "CTO — awaiting",
                           "CTO — conditional",
                           "CTO — sign-off pending",
                           "CTO — approved, except EU",
                           "PM (pending)",
                           "CTO ❌",
                           "CTO approved with conditions",
                           "CTO has approved with conditions",
                           "Approval of CTO requested",
                           "Refused: CTO",
                           "CTO sign-off (waiting on legal)",
                           "CTO — approved once fixed",
                           "CTO — withdrawn",
                           "CTO — approved?"})
    check_unsigned(under_sign_off(cat({"- [x] ", text})));
  check_unsigned("# T\n\n## Approval\n\n- [x] Rejected by CTO\n");
}

TEST_CASE("words of refusal that mean something else leave the tick") {
  for (const char* text :
       {"CTO — no objections", "QA — Rejected uploads are tested", "QA: no open issues",
        "Worker B — Pending migrations applied", "PM — approved 2026-01-02", "CTO (approved)",
        "QA Lead — verified without reservations", "Security — Expired tokens are tested"}) {
    INFO(text);
    CHECK(only(read(under_sign_off(cat({"- [x] ", text})))).signed_off);
  }
}

TEST_CASE("a ticked box with a blank or a date that is none is not signed") {
  check_unsigned(under_sign_off("- [x] PM: ____________"));
  check_unsigned(under_sign_off("- [x] CTO — name: ____ date: ____"));
  check_unsigned(under_sign_off("- [x] Worker A — Backend validated (Date/Time: ____)"));
  check_unsigned(under_sign_off("- [x] Worker A — Backend validated (Date: )"));
  check_unsigned(under_sign_off("- [x] Worker A — Backend validated (Date: 2026-13-40)"));
}

TEST_CASE("a status or a decision beside name, signature and date can refuse") {
  const std::string block =
      "# T\n\n## End\n\n**CTO Approval**:\n- Name: Jo\n- Signature: jo\n- Date: 2026-01-02\n";
  CHECK(only(read(block)).signed_off);
  CHECK(only(read(block + "- Status: Approved\n")).signed_off);
  CHECK(only(read(block + "- Notes: no objections\n")).signed_off);
  for (const char* line : {"Status: Rejected", "Decision: Rejected", "Decision: NO-GO",
                           "Approved: No", "Status: ____", "Comments: Objects, too early"})
    check_unsigned(block + "- " + line + "\n");
}

TEST_CASE("a refusal counts in a table whatever its column is called") {
  const auto row = [](std::string_view header, std::string_view cell) {
    return read(cat({"| Role | Name | Signature | Date | ", header, " |\n|-|-|-|-|-|\n",
                     "| CTO | Jo | Jo | 2026-01-02 | ", cell, " |\n"}));
  };
  for (const auto& [header, cell] :
       {std::pair("Approval", "Rejected"), std::pair("Verdict", "NO-GO"),
        std::pair("Vote", "NO-GO"), std::pair("Go/No-Go", "NO-GO"),
        std::pair("Comments", "REJECTED: no rollback plan"),
        std::pair("Notes", "Objects: too early"), std::pair("Opinion", "does not approve")}) {
    INFO(header);
    CHECK_FALSE(only(row(header, cell)).signed_off);
  }
  CHECK(only(row("Vote", "GO")).signed_off);
  CHECK(only(row("Notes", "Rejected uploads are tested as well")).signed_off);
}

TEST_CASE("roles with decisions are sign-offs") {
  const std::string table = "| Role | Name | Decision | Date |\n|-|-|-|-|\n";
  CHECK_FALSE(only(read(table + "| CTO | Jo | Rejected | 2026-01-02 |\n")).signed_off);
  CHECK_FALSE(only(read(table + "| CTO | Jo | | 2026-01-02 |\n")).signed_off);
  CHECK(only(read(table + "| CTO | Jo | Approved | 2026-01-02 |\n")).signed_off);
}

TEST_CASE("a cell that holds no signature signs nothing") {
  for (const char* cell : {"~~Jane~~", ".", "(sign here)", "expired", "on vacation"}) {
    INFO(cell);
    CHECK_FALSE(
        only(table_row("| PM | Jane | " + std::string(cell) + " | 2026-01-02 |")).signed_off);
  }
  CHECK_FALSE(only(table_row("| PM | Jane | Jane | 2026-13-40 |")).signed_off);
}

TEST_CASE("a form on one line, a word, or the roles alone are sign-offs that nobody gave") {
  check_unsigned("# T\n\n## Final Approval\n\nApproved by: ____ Date: ____\n");
  check_unsigned(under_sign_off("Signed: ____ Date: ____"));
  check_unsigned(under_sign_off("TBD"));
  check_unsigned(under_sign_off("Not signed yet."));
  check_unsigned(under_sign_off("- CTO: ____"));
  check_unsigned("# T\n\n**Sign-off:** Jane — NOT APPROVED\n");
  check_unsigned("# T\n\n**Approved by**: ____\n**Date**: ____\n");
  check_unsigned("# T\n\n## Sign-off: ❌ refused by CTO\n\nSee the minutes.\n");
  const Records roles = read(under_sign_off("- QA Lead\n- CTO"));
  REQUIRE(roles.sign_offs.size() == 2);
  CHECK_FALSE(at(roles.sign_offs, 0).signed_off);
  CHECK(at(roles.sign_offs, 1).role == "CTO");
}

TEST_CASE("a line that names who signed, and when, is a sign-off") {
  CHECK(only(read("# T\n\n**Sign-off:** Jane, 2026-01-02\n")).signed_off);
  CHECK(only(read("# T\n\n**Approved by**: Jane\n**Date**: 2026-01-02\n")).signed_off);
  CHECK(only(read(under_sign_off("- QA Lead — Jane, 2026-01-02"))).signed_off);
  CHECK_FALSE(only(read(under_sign_off("- QA Lead — Jane"))).signed_off);
  CHECK(read("# T\n\n**Sign-off:** see below\n").sign_offs.empty());
  CHECK(read("# T\n\n## Sign-off\n\nThe process is told in the handbook.\n").sign_offs.empty());
}

TEST_CASE("a date that is only planned signs nothing") {
  CHECK_FALSE(only(table_row("| PM | Alex | Alex | 2026-01-02 (planned) |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | Alex | expected 2026-01-02 |")).signed_off);
  CHECK_FALSE(only(table_row("| PM | Alex | Alex (tentative) | 2026-01-02 |")).signed_off);
  CHECK_FALSE(
      only(read("# T\n\n## Sign-off\n\n- Approved by: Jane\n- Date: 2026-01-02 (planned)\n"))
          .signed_off);
  CHECK_FALSE(only(read("# T\n\n## Sign-off\n\n- [x] CTO sign-off (expected)\n")).signed_off);
  CHECK_FALSE(
      only(read("# T\n\n## Sign-off\n\n- [x] CTO — approval scheduled for Friday\n")).signed_off);
}

TEST_CASE("what is signed may speak of plans") {
  CHECK(only(read("# T\n\n## Sign-off\n\n- [x] PM — Downtime scheduled\n")).signed_off);
  CHECK(only(read("# T\n\n## Sign-off\n\n- [x] QA — Tests ran as planned\n")).signed_off);
  CHECK(only(read("# T\n\n## Sign-off\n\n- [x] PM — Planned downtime announced\n")).signed_off);
}

TEST_CASE("a status, an answer or a date that is struck through signs nothing") {
  const auto row = [](const std::string& status, const std::string& date) {
    return only(read("# T\n\n## Sign-off\n\n| Role | Name | Status | Date |\n|-|-|-|-|\n| PM | "
                     "Alex | " +
                     status + " | " + date + " |\n"))
        .signed_off;
  };
  CHECK(row("Approved", "2026-01-02"));
  CHECK(row("~~Pending~~ Approved", "2026-01-02"));
  CHECK_FALSE(row("~~Approved~~", "2026-01-02"));
  CHECK_FALSE(row("<del>Approved</del>", "2026-01-02"));
  CHECK_FALSE(row("Approved", "~~2026-01-02~~"));
  CHECK(row("Approved", "~~2026-01-01~~ 2026-01-02"));
  CHECK_FALSE(only(read("# T\n\n## Sign-off\n\n- Name: Jane\n- Signature: Jane\n- Date: "
                        "2026-01-02\n- Status: ~~Approved~~\n"))
                  .signed_off);
}

TEST_CASE("behind a role only a name, a word of assent or a mark is a signature") {
  const auto signs = [](const std::string& value) {
    const Records records =
        read("# T\n\n## Sign-off\n\n- CTO: " + value + "\n- QA: ____\n- Deadline: 2026-03-09\n");
    REQUIRE(records.sign_offs.size() == 2);
    return at(records.sign_offs, 0).signed_off;
  };
  for (const char* value :
       {"Dana Reyes", "Dana Reyes, 2026-03-04", "signed by Ana de la Ruiz on 2 March", "@dana",
        "Will Ray", "May Lin", "dana@example.org", "✅", "approved", "名前", "LGTM"}) {
    INFO(value);
    CHECK(signs(value));
  }
  for (const char* value :
       {"will review Monday", "see ticket #4", "emailed Dana", "out this week", "2026-03-04",
        "Dana will sign", "asked Dana", "waiting", "Will review on Monday"}) {
    INFO(value);
    CHECK_FALSE(signs(value));
  }
}

TEST_CASE("signers in paragraphs are read, whoever has not signed included") {
  const Records records = read(
      "# T\n\n## Sign-off\n\n**Engineering**\nName: Lee Wong\nSignature: ____\nDate: ____\n\n"
      "**Product**\nName: Ana Ruiz\nSignature: A. Ruiz\nDate: 2026-03-02\n");
  REQUIRE(records.sign_offs.size() == 2);
  CHECK(at(records.sign_offs, 0).role == "Engineering");
  CHECK(at(records.sign_offs, 0).name.text == "Lee Wong");
  CHECK_FALSE(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).role == "Product");
  CHECK(at(records.sign_offs, 1).signed_off);
}

TEST_CASE("roles, and signatures with dates on one line, are read in paragraphs") {
  const Records records = read(
      "# T\n\n## Sign-off\n\nWorker A: ____________\nPM: Dana Reyes\n\n"
      "QA signature: ____  Date: ____\n");
  REQUIRE(records.sign_offs.size() == 3);
  CHECK(at(records.sign_offs, 0).role == "Worker A");
  CHECK_FALSE(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).signed_off);
  CHECK(at(records.sign_offs, 2).role == "QA");
  CHECK_FALSE(at(records.sign_offs, 2).signed_off);
}

TEST_CASE("prose below a heading of sign-offs asks nobody to sign") {
  CHECK(read("# T\n\n## Sign-off\n\nEverybody signs before the night: see the rota.\n\n"
             "- [x] PM — 2026-03-02\n")
            .sign_offs.size() == 1);
}

TEST_CASE("who signed and when are told apart") {
  const auto first = [](const std::string& line) {
    return at(read("# T\n\n## Sign-off\n\n- " + line + "\n- QA: ____\n").sign_offs, 0);
  };
  for (const char* line : {"CTO: Dana Reyes, 2026-03-04", "CTO: Dana Reyes (2026-03-04)",
                           "CTO: Dana Reyes on 2026-03-04", "CTO: Dana Reyes — 2026-03-04 ✅"}) {
    INFO(line);
    CHECK(first(line).name.text == "Dana Reyes");
    CHECK(first(line).at.text == "2026-03-04");
    CHECK(first(line).signed_off);
  }
  CHECK(first("CTO: Dana Reyes").at.text.empty());
}

TEST_CASE("a form under a heading is one sign-off, its date included") {
  const Records records =
      read("# T\n\n## Sign-off\n\n**Name**: Jane Doe\n**Signature**: Jane\n**Date**: 2026-02-08\n");
  REQUIRE(records.sign_offs.size() == 1);
  CHECK(at(records.sign_offs, 0).signed_off);
}
