// Choice groups and decision points.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const char* const kPoint =
    "# T\n\n## Go/No-Go (after AB-2)\n**Question**: Ready?\n\n**Criteria**:\n- [x] a\n\n";

}  // namespace

TEST_CASE("boxes on one line are one choice with its options") {
  const Records records = read("- Isolation: [ ] PASS [x] FAIL\n");
  REQUIRE(records.choices.size() == 1);
  const record::Choice& choice = at(records.choices, 0);
  CHECK(choice.label == "Isolation");
  REQUIRE(choice.options.size() == 2);
  CHECK(choice.options[1].label == "FAIL");
  CHECK(choice.chosen() == 1u);
  CHECK_FALSE(choice.conflict());
  CHECK(records.items.empty());
}

TEST_CASE("two ticks in a choice are a conflict, none is undecided") {
  CHECK(at(read("**Decision**: [x] GO [x] NO-GO\n").choices, 0).conflict());
  CHECK_FALSE(at(read("**Decision**: [ ] GO [ ] NO-GO\n").choices, 0).chosen());
}

TEST_CASE("glyphs make a choice as brackets do") {
  const Records records = read("Rolled back? ☐ Yes / ☑ No\n");
  REQUIRE(records.choices.size() == 1);
  CHECK(at(records.choices, 0).options[0].label == "Yes");
  CHECK(at(records.choices, 0).chosen() == 1u);
}

TEST_CASE("a sentence that explains boxes is no choice") {
  CHECK(read("Use [ ] for open and [x] for done.\n").choices.empty());
  CHECK(read("Write `[ ] GO [ ] NO-GO`.\n").choices.empty());
}

TEST_CASE("an item that is a choice stays an item") {
  const Records records = read("- [ ] GO [x] NO-GO\n");
  CHECK(records.items.size() == 1);
  REQUIRE(records.choices.size() == 1);
  CHECK(at(records.choices, 0).chosen() == 1u);
}

TEST_CASE("a choice in a cell is one, a single box in a cell is another kind") {
  const Records records =
      read("| Check | Result |\n|---|---|\n| A | [ ] Yes [x] No |\n| B | [ ] Confirmed |\n");
  REQUIRE(records.choices.size() == 1);
  CHECK(at(records.choices, 0).in_table);
  CHECK(at(records.choices, 0).label == "A");
  CHECK(records.counts.boxes_in_cells == 1);
}

TEST_CASE("a decision point has its question, criteria, approver and gate") {
  const Records records = read(
      std::string(kPoint) + "**Decision**: [x] GO [ ] NO-GO\n**Approver**: CTO\n**Date**: ____\n");
  REQUIRE(records.decisions.size() == 1);
  const record::Decision& decision = at(records.decisions, 0);
  CHECK(decision.question == "Ready?");
  CHECK(decision.after == "AB-2");
  CHECK(decision.outcome.text == "GO");
  CHECK(decision.approver.text == "CTO");
  CHECK(decision.at.fill == Fill::blank);
  REQUIRE(records.gates.size() == 1);
  CHECK(at(records.gates, 0).kind == GateKind::go_no_go);
  CHECK(at(records.items, 0).gate == Id<record::Gate>(0));
  CHECK(at(records.items, 0).decision == Id<record::Decision>(0));
}

TEST_CASE("a pending decision is not decided") {
  CHECK(at(read(std::string(kPoint) + "**Decision**: Pending\n").decisions, 0).outcome.fill ==
        Fill::placeholder);
  CHECK(at(read(std::string(kPoint) + "**Decision**: [ ] GO [x] PENDING\n").decisions, 0)
            .outcome.fill == Fill::placeholder);
}

TEST_CASE("the options tell the kind of gate where the heading does not") {
  const Records records =
      read("# T\n\n## Checkpoint\n\n**Decision**: [ ] CONTINUE [ ] ROLLBACK\n**Approver**: ____\n");
  REQUIRE(records.gates.size() == 1);
  CHECK(at(records.gates, 0).kind == GateKind::rollback);
}

TEST_CASE("a result chosen in a summary is a choice and no decision point") {
  const Records records = read("# T\n\n## Results\n\n**Decision**: [ ] SUCCESS [ ] FAILURE\n");
  CHECK(records.choices.size() == 1);
  CHECK(records.decisions.empty());
}

TEST_CASE("a decision under a label stands for the label, not for its section") {
  const Records records = read(
      "# T\n\n## Phase A - P\n\nGo/No-Go decision:\n- Decision: `TBD`\n- Approved by: `TBD`\n");
  REQUIRE(records.decisions.size() == 1);
  CHECK(at(records.decisions, 0).topic == "Go/No-Go decision");
  CHECK(at(records.decisions, 0).approver.fill == Fill::placeholder);
  CHECK(at(records.gates, 0).phase == Id<record::Phase>(0));
}
