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

TEST_CASE("a ticked option that says no, or that is none of two, is no work done") {
  CHECK(at(read("- [x] NO-GO [ ] GO\n").items, 0).state == BoxState::unknown);
  CHECK(at(read("- [x] FAIL [ ] PASS\n").items, 0).state == BoxState::unknown);
  CHECK(at(read("- [x] PASS [x] FAIL\n").items, 0).state == BoxState::unknown);
  CHECK(at(read("- [ ] PASS [x] FAIL\n").items, 0).state == BoxState::open);
  CHECK(at(read("- [x] PASS [ ] FAIL\n").items, 0).state == BoxState::ticked);
  CHECK(read("- [x] NO-GO [ ] GO\n").counts.boxes_ticked == 1);
}

TEST_CASE("options on lines of their own are one choice and decide") {
  const Records records =
      read("# T\n\n## Go/No-Go decision\n\n- [ ] GO\n- [x] NO-GO: backups missing\n");
  REQUIRE(records.choices.size() == 1);
  CHECK(at(records.choices, 0).options[1].label == "NO-GO");
  REQUIRE(records.decisions.size() == 1);
  CHECK(at(records.decisions, 0).outcome.text == "NO-GO");
  CHECK(at(records.items, 0).state == BoxState::open);
  CHECK(at(records.items, 1).state == BoxState::unknown);
  CHECK_FALSE(at(records.items, 1).gate);
  CHECK(records.counts.boxes_ticked == 1);
}

TEST_CASE("an option not taken is no open work, work beside the options is") {
  const Records records =
      read("# T\n\n## Final decision\n\n- [x] GO\n- [ ] NO-GO\n- [ ] Announced\n");
  CHECK(at(records.items, 0).state == BoxState::ticked);
  CHECK(at(records.items, 1).state == BoxState::not_applicable);
  CHECK(at(records.items, 2).state == BoxState::open);
  const Records alone = read("# T\n\n## Final decision\n\n- [x] NO-GO\n- [x] Announced\n");
  CHECK(at(alone.decisions, 0).outcome.text == "NO-GO");
  CHECK(at(alone.items, 0).state == BoxState::unknown);
}

TEST_CASE("steps that are called like answers stay steps") {
  const Records records = read("- [x] Ready\n- [ ] Done\n- [x] No errors in the log\n");
  CHECK(at(records.items, 0).state == BoxState::ticked);
  CHECK(at(records.items, 1).state == BoxState::open);
  CHECK(at(records.items, 2).state == BoxState::ticked);
}

TEST_CASE("two statements of one decision that differ are a conflict of both") {
  const Records records = read(std::string(kPoint) + "**Decision**: GO\n**Decision**: NO-GO\n");
  REQUIRE(records.decisions.size() == 1);
  const record::Decision& decision = at(records.decisions, 0);
  REQUIRE(decision.choice);
  CHECK(records.choices[decision.choice].conflict());
  CHECK(records.choices[decision.choice].options[1].label == "NO-GO");
  CHECK(records.counts.choices == 0);
  const Records boxes =
      read(std::string(kPoint) + "**Decision**: [x] GO [ ] NO-GO\n\n**Decision**: NO-GO\n");
  CHECK(boxes.choices[at(boxes.decisions, 0).choice].conflict());
}

TEST_CASE("two statements of one decision that agree are none") {
  const Records records =
      read(std::string(kPoint) + "**Decision**: GO\n**Outcome**: Approved\n**Decision**: go\n");
  REQUIRE(records.decisions.size() == 1);
  CHECK_FALSE(at(records.decisions, 0).choice);
}

TEST_CASE("checks beside a rollback decision stay checks") {
  const Records records = read(
      "# T\n\n## Rollback decision point\n\n- [ ] Backups verified\n\n**Triggers**:\n- [ ] Data "
      "lost\n\n**Decision**: [x] CONTINUE [ ] ROLLBACK\n**Approver**: CTO\n");
  CHECK(at(records.items, 0).role == Role::check);
  CHECK_FALSE(at(records.items, 0).gate);
  CHECK(at(records.items, 1).role == Role::trigger);
  CHECK(at(records.items, 1).gate);
}

TEST_CASE("a gate told in words is a gate, in a document with boxes") {
  const Records decision =
      read("# T\n\n- [x] a\n\n## Go/No-Go decision – to be taken on Friday\n\nBy the CTO.\n");
  REQUIRE(decision.gates.size() == 1);
  CHECK(at(decision.gates, 0).kind == GateKind::go_no_go);
  const Records exit =
      read("# T\n\n## Phase A\n\n- [x] a\n\n### Exit gate\n\n- Backup verified by DBA\n");
  REQUIRE(exit.gates.size() == 1);
  CHECK(at(exit.phases, 0).gate == Id<record::Gate>(0));
  CHECK(read("# T\n\n- [x] a\n\nExit gate:\n- Backup verified\n").gates.size() == 1);
  CHECK(read("# T\n\n- [x] a\n\n## Exit gate\n\n### Boxes\n\n- [ ] b\n").gates.size() == 1);
  CHECK(read("# T\n\n- [x] a\n\n## Definition of done\n\n- Reviewed\n").gates.empty());
  CHECK(read("# T\n\n### Exit gate\n\n- Backup verified by DBA\n").gates.empty());
}

TEST_CASE("a decision has its time from a time of its own or from beside the approver") {
  const auto decided = [](const std::string& lines) {
    return at(
        read("# T\n\n## Decision 2: Cutover\n\n**Options**: [x] GO [ ] NO-GO\n" + lines + "\n")
            .decisions,
        0);
  };
  CHECK(decided("**Time**: 16:35").at.text == "16:35");
  CHECK(decided("**Approved by**: @dana at 10:15 UTC").approver.text == "@dana");
  CHECK(decided("**Approved by**: @dana at 10:15 UTC").at.text == "10:15 UTC");
  CHECK(decided("**Approved by**: CTO on 2026-03-04").at.text == "2026-03-04");
  CHECK(decided("**Approver**: CTO\n**Date**: ____").at.fill == Fill::blank);
}

TEST_CASE("an item that asks is done by a good answer only") {
  const auto state = [](const std::string& boxes) {
    const Records records = read("# T\n\n- [x] Decide: " + boxes + "\n- [x] b\n");
    REQUIRE(records.choices.size() == 1);
    CHECK(at(records.choices, 0).label == "Decide");
    return at(records.items, 0).state;
  };
  CHECK(state("☐ Yes / ☐ No") == BoxState::unknown);
  CHECK(state("☐ Yes / ☑ No") == BoxState::unknown);
  CHECK(state("☑ Yes / ☐ No") == BoxState::ticked);
  CHECK(state("[ ] PASS [x] FAIL") == BoxState::unknown);
}
