// Tables that hold more than one thing in a row: gates, planned and actual times, decisions.
#include <string>

#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const char* const kGates = "| Gate | Criteria | Status | Evidence |\n|-|-|-|-|\n";

}  // namespace

TEST_CASE("each row of a gate table is a gate, passed only by a status that says done") {
  const Records records = read(
      "| Exit gate | Owner | Status |\n|-|-|-|\n| Load test | Ana | Pending |\n"
      "| Soak test | Bob | Passed |\n| Go/no-go rehearsal | Bob | |\n");
  REQUIRE(records.gates.size() == 3);
  CHECK(at(records.tables, 0).kind == record::TableKind::gate);
  CHECK(at(records.gates, 0).title == "Load test");
  CHECK(at(records.gates, 0).kind == GateKind::exit);
  CHECK(at(records.gates, 0).row_status == StatusClass::open);
  CHECK(at(records.gates, 0).row_state == "Pending");
  CHECK(at(records.gates, 1).row_status == StatusClass::done);
  CHECK(at(records.gates, 2).row_status == StatusClass::unknown);
  CHECK(at(records.gates, 2).kind == GateKind::go_no_go);
  CHECK(records.status_rows.empty());
}

TEST_CASE("a gate is called by its name and by what it asks for") {
  const Records records =
      read(std::string(kGates) + "| G1 | Load test ≤ 200 ms | Pending | `a.json` |\n");
  REQUIRE(records.gates.size() == 1);
  CHECK(at(records.gates, 0).title == "G1: Load test ≤ 200 ms");
  REQUIRE(records.evidence_rows.size() == 1);
  CHECK(at(records.evidence_rows, 0).area == "G1");
  CHECK(at(records.evidence_rows, 0).test.text == "Load test ≤ 200 ms");
}

TEST_CASE("a gate with a struck status, with doubt, or in a ragged row is open") {
  const Records records = read(std::string(kGates) +
                               "| G1 | a | ~~Passed~~ | |\n| G2 | b | Passed, pending review | |\n"
                               "| G3 | `c | d` | Passed | |\n");
  REQUIRE(records.gates.size() == 3);
  for (const record::Gate& gate : records.gates) CHECK(gate.row_status != StatusClass::done);
}

TEST_CASE("a gate with an answer needs a yes beside its status") {
  const Records records = read(
      "| Gate | Go/No-Go | Status |\n|-|-|-|\n| A | NO-GO | Done |\n| B | GO | Done |\n"
      "| C | GO | Pending |\n");
  REQUIRE(records.gates.size() == 3);
  CHECK(at(records.gates, 0).row_status != StatusClass::done);
  CHECK(at(records.gates, 0).row_state == "NO-GO");
  CHECK(at(records.gates, 1).row_status == StatusClass::done);
  CHECK(at(records.gates, 2).row_status == StatusClass::open);
}

TEST_CASE("criteria in a table under an exit gate are gates, and stand for the heading") {
  const Records records = read(
      "# P\n\n- [x] a\n\n## Exit criteria\n\n| # | Criterion | Result |\n|-|-|-|\n| 1 | Soak | "
      "Pass "
      "|\n| 2 | Load | TBD |\n");
  REQUIRE(records.gates.size() == 2);
  CHECK(at(records.gates, 0).title == "Soak");
  CHECK(at(records.gates, 0).row_status == StatusClass::done);
  CHECK(at(records.gates, 1).row_status == StatusClass::unknown);
}

TEST_CASE("rows of a gate table answer no decision") {
  const Records records = read(
      "# P\n\n- [x] a\n\n## Go/No-Go decision\n\n| Gate | Status |\n|-|-|\n| Soak | Passed |\n");
  REQUIRE(records.gates.size() == 2);
  CHECK(at(records.gates, 0).asks_decision);
  CHECK(at(records.gates, 1).row_status == StatusClass::done);
}

TEST_CASE("a table without a state, and a gate behind one, hold no gates") {
  CHECK(read("| Gate | Criteria | Owner |\n|-|-|-|\n| G1 | a | Ana |\n").gates.empty());
  CHECK(read("| Phase | Status | Exit gate |\n|-|-|-|\n| 1 | Done | a |\n").gates.empty());
}

TEST_CASE("a row with planned and actual times is two slots") {
  const Records records = read(
      "| Phase | Planned start | Planned end | Actual start | Actual end |\n|-|-|-|-|-|\n"
      "| Copy | 10:00 | 10:30 | 10:05 | 10:50 |\n| Check | 10:30 | 11:00 | | |\n");
  REQUIRE(records.slots.size() == 3);
  CHECK(at(records.slots, 0).planned);
  CHECK(at(records.slots, 0).task == "Copy");
  CHECK(at(records.slots, 0).from == 600);
  CHECK(at(records.slots, 0).to == 630);
  CHECK_FALSE(at(records.slots, 1).planned);
  CHECK(at(records.slots, 1).from == 605);
  CHECK(at(records.slots, 1).to == 650);
  CHECK(at(records.slots, 2).planned);
}

TEST_CASE("a column of planned times counts before one that names the slot") {
  const Records records = read(
      "| Slot | Planned | Actual |\n|-|-|-|\n| 1 | 10:00-10:30 | 10:05 |\n\n"
      "| Planned | Actual | Task |\n|-|-|-|\n| 11:00 | TBD | Check |\n\n"
      "| Time (UTC) | Step | Owner | Planned | Actual |\n|-|-|-|-|-|\n"
      "| T+2h | Switch | Ana | 2026-03-01 12:00 | 3 of 3 |\n");
  REQUIRE(records.slots.size() == 4);
  CHECK(at(records.slots, 0).from == 600);
  CHECK(at(records.slots, 0).to == 630);
  CHECK(at(records.slots, 1).from == 605);
  CHECK_FALSE(at(records.slots, 1).planned);
  CHECK(at(records.slots, 2).from == 660);
  CHECK(at(records.slots, 2).planned);
  CHECK(at(records.slots, 3).from == 720);
  CHECK(at(records.slots, 3).planned);
}

TEST_CASE("a log of decisions with evidence and outcome is no evidence table") {
  const Records records = read(
      "| Date/Time | Decision | Context | Owner | Evidence | Outcome |\n|-|-|-|-|-|-|\n"
      "| 2026-01-02 | Use blue-green | Downtime | Ana | a.md | Adopted |\n");
  CHECK(records.evidence_rows.empty());
  REQUIRE(records.log_entries.size() == 1);
  CHECK(at(records.log_entries, 0).item == "Use blue-green");
  CHECK(at(records.log_entries, 0).value.text == "Adopted");
  CHECK(at(records.log_entries, 0).evidence.text == "a.md");
}

TEST_CASE("a rationale is not what was decided") {
  const Records records =
      read("| Date | Decision | Rationale |\n|-|-|-|\n| 2026-01-02 | Use queues | Load |\n");
  REQUIRE(records.log_entries.size() == 1);
  CHECK(at(records.log_entries, 0).value.text == "Use queues");
}

TEST_CASE("a question of a decision table is open until its decision is given") {
  const Records records = read(
      "| # | Question | Options | Decision | Approver |\n|-|-|-|-|-|\n"
      "| 1 | Which store? | A, B | TBD | Ana |\n| 2 | Which day? | | Monday | Ana |\n"
      "| 3 | Which zone? | | | |\n| 4 | Which key? | | Pending | Bob |\n| 5 | Go? | | ~~GO~~ | "
      "|\n");
  REQUIRE(records.decisions.size() == 5);
  CHECK(at(records.decisions, 0).topic == "Which store?");
  CHECK(at(records.decisions, 0).answer == Answer::open);
  CHECK(at(records.decisions, 0).approver.text == "Ana");
  CHECK(at(records.decisions, 1).answer == Answer::own_words);
  CHECK(at(records.decisions, 1).chosen == "Monday");
  for (const std::size_t i : {2u, 3u, 4u}) CHECK(at(records.decisions, i).answer == Answer::open);
}

TEST_CASE("no cell after the first is read of a ragged row") {
  const Records records =
      read("| Check | Status | Owner |\n|-|-|-|\n| Run `a | b` | Pass | Ana |\n");
  REQUIRE(records.status_rows.size() == 1);
  CHECK(at(records.status_rows, 0).owner.fill == Fill::empty);
  CHECK(at(records.status_rows, 0).status.fill == Fill::empty);
}

TEST_CASE("environments beside a target are columns of a metric") {
  const Records records = read(
      "| Metric | Baseline | Target | Staging | Production |\n|-|-|-|-|-|\n| p95 | 1 | 2 | 3 | 4 "
      "|\n");
  CHECK(records.parity_rows.empty());
  CHECK(at(records.tables, 0).kind == record::TableKind::metric);
}

TEST_CASE("the primary of a role is its name") {
  const Records records =
      read("| Role | Primary | Backup | Contact |\n|-|-|-|-|\n| DBA | Ana | Bob | #db |\n");
  REQUIRE(records.roster.size() == 1);
  CHECK(at(records.roster, 0).name.text == "Ana");
}

TEST_CASE("a dash needs nothing, and dependencies with owners are dependencies") {
  CHECK(read("| Task | Depends on |\n|-|-|\n| CE-20 | — |\n").dependency_rows.empty());
  const Records records = read(
      "| Dependency | Owner | Status | Needed by |\n|-|-|-|-|\n| DNS | Ana | Open | 2026-03-01 "
      "|\n");
  REQUIRE(records.dependency_rows.size() == 1);
  CHECK(at(records.dependency_rows, 0).text == "DNS");
  REQUIRE(records.status_rows.size() == 1);
  CHECK(at(records.status_rows, 0).due.text == "2026-03-01");
}

TEST_CASE("a gap between expected and actual tells what is there") {
  const Records records = read(
      "| ID | Area | Expected | Actual | Severity | Status | Owner |\n|-|-|-|-|-|-|-|\n"
      "| G-1 | Auth | MFA on | MFA off | P1 | Open | Ana |\n");
  REQUIRE(records.gaps.size() == 1);
  CHECK(at(records.gaps, 0).text == "Auth: MFA off, expected MFA on");
}

TEST_CASE("a criterion that is met by a box or a yes is passed, and one set aside is neither") {
  const Records records = read(
      "# T\n\n## Exit criteria\n\n| Criterion | Met |\n|-|-|\n| A | [x] |\n| B | [ ] |\n"
      "| C | Yes |\n| D | No |\n| E | N/A |\n");
  REQUIRE(records.gates.size() == 5);
  CHECK(at(records.gates, 0).row_status == StatusClass::done);
  CHECK(at(records.gates, 1).row_status == StatusClass::open);
  CHECK(at(records.gates, 2).row_status == StatusClass::done);
  CHECK(at(records.gates, 3).row_status == StatusClass::unknown);
  CHECK(at(records.gates, 4).row_status == StatusClass::dropped);
}
