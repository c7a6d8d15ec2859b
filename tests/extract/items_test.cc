// Boxes: state, nesting, role, and what belongs to them; tasks, phases and exit gates.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

std::vector<Role> roles(const Records& records) {
  std::vector<Role> out;
  for (const record::Item& item : records.items) out.push_back(item.role);
  return out;
}

}  // namespace

TEST_CASE("a mark later in the line is no tick") {
  const Records records = read("- [ ] write [x] when done\n");
  REQUIRE(records.items.size() == 1);
  CHECK(at(records.items, 0).state == BoxState::open);
  CHECK(at(records.items, 0).text == "write [x] when done");
  CHECK(records.choices.empty());
}

TEST_CASE("boxes in fences and comments are no items") {
  const Records records = read("```\n- [x] a\n```\n\n<!--\n- [x] b\n-->\n\n- [x] c\n");
  REQUIRE(records.items.size() == 1);
  CHECK(at(records.items, 0).line == 9);
  CHECK(records.counts.boxes_ticked == 1);
}

TEST_CASE("states are counted apart") {
  const Records records =
      read("- [x] a\n- [X] b\n- [ ] c\n- [~] d\n- [n/a] e: no such table\n- [ ] ~~f~~\n");
  CHECK(records.counts.boxes_ticked == 2);
  CHECK(records.counts.boxes_open == 1);
  CHECK(records.counts.boxes_other == 3);
  CHECK(at(records.items, 5).state == BoxState::dropped);
}

TEST_CASE("bullets without boxes are details of their item, boxes are items in it") {
  const Records records =
      read("- [x] Parity:\n  - counts of `docs/a.md`\n  - samples\n  - [ ] fields\n");
  REQUIRE(records.items.size() == 2);
  const record::Item& outer = at(records.items, 0);
  CHECK(outer.details == std::vector<std::string>{"counts of docs/a.md", "samples"});
  REQUIRE(outer.mentions.size() == 1);
  CHECK(outer.mentions[0].text == "docs/a.md");
  CHECK(at(records.items, 1).parent == Id<record::Item>(0));
}

TEST_CASE("an id in front of an item and an owner in its text are read") {
  const Records records = read("- [ ] AB-12: Migrate (Owner: DBA)\n- [ ] T001 Set up\n");
  CHECK(at(records.items, 0).key == "AB-12");
  CHECK(at(records.items, 0).owner == "DBA");
  CHECK(at(records.items, 1).key == "T001");
}

TEST_CASE("the nearest label says the role, else the nearest heading") {
  const Records records = read(
      "# T\n\n## Acceptance Criteria\n\n- [ ] a\n\n### Backend\n\n- [ ] b\n\n"
      "**Deliverables**:\n- [ ] c\n\n## Work\n\n- [ ] d\n");
  CHECK(roles(records) ==
        std::vector<Role>{Role::acceptance, Role::acceptance, Role::deliverable, Role::check});
}

TEST_CASE("the title of a document gives no role") {
  CHECK(roles(read("# Sign-off\n\n- [ ] QA — tests pass\n")) == std::vector<Role>{Role::check});
}

TEST_CASE("a label ends where prose follows its list") {
  const Records records =
      read("## W\n\nDeliverables:\n\n- [ ] a\n\nNow something else.\n\n- [ ] b\n");
  CHECK(roles(records) == std::vector<Role>{Role::deliverable, Role::check});
}

TEST_CASE("a label right under an item belongs to the items after it") {
  const Records records = read("## W\n\n- [ ] a\n**Deliverables**:\n- [ ] b\n");
  CHECK(roles(records) == std::vector<Role>{Role::check, Role::deliverable});
  CHECK(at(records.items, 0).text == "a");
}

TEST_CASE("a bold line that is indented under an item is part of it") {
  const Records records = read("## W\n\n- [ ] a\n  **Deliverables**:\n- [ ] b\n");
  CHECK(roles(records) == std::vector<Role>{Role::check, Role::check});
  CHECK(at(records.items, 0).text == "a Deliverables:");
}

TEST_CASE("a paragraph, a bold line or a heading opens an exit gate") {
  for (const char* opener : {"Exit gate:\n", "**Definition of Done**\n\n", "**Exit criteria**:\n",
                             "### Exit Gate\n\n"}) {
    INFO(opener);
    const Records records =
        read(std::string("# T\n\n## Phase A - Prepare\n\n- [x] a\n\n") + opener + "- [ ] b\n");
    REQUIRE(records.gates.size() == 1);
    CHECK(at(records.gates, 0).kind == GateKind::exit);
    CHECK(roles(records) == std::vector<Role>{Role::check, Role::exit});
    CHECK(at(records.items, 1).gate == Id<record::Gate>(0));
    CHECK(at(records.phases, 0).gate == Id<record::Gate>(0));
  }
}

TEST_CASE("phases may be siblings, and a heading that only names one is none") {
  const Records records = read(
      "# T\n\n## 5. Execution\n\n## Phase A - One\n\n### Phase A Decision Log\n\n## Phase B: "
      "Two\n\n"
      "- [ ] x\n\n## Afterwards\n\n- [ ] y\n");
  REQUIRE(records.phases.size() == 2);
  CHECK(at(records.phases, 1).key == "B");
  CHECK(at(records.phases, 1).title == "Two");
  CHECK(at(records.items, 0).phase == Id<record::Phase>(1));
  CHECK_FALSE(at(records.items, 1).phase);
}

TEST_CASE("tasks that follow a phase as its siblings are part of it") {
  const Records records = read(
      "# T\n\n## Phase 1: P\n\n## AB-1: A\n**Owner**: X\n\n## AB-2: B\n**Owner**: Y\n\n## Notes\n");
  REQUIRE(records.tasks.size() == 2);
  CHECK(at(records.tasks, 1).phase == Id<record::Phase>(0));
}

TEST_CASE("needs are ids and ranges of ids") {
  const Records records =
      read("# T\n\n## AB-9: X\n**Depends on**: AB-1, AB-3 through AB-5 and CD-2\n");
  REQUIRE(records.tasks.size() == 1);
  const std::vector<record::Need>& needs = at(records.tasks, 0).needs;
  REQUIRE(needs.size() == 3);
  CHECK(needs[0].last.empty());
  CHECK(needs[1].first == "AB-3");
  CHECK(needs[1].last == "AB-5");
  CHECK(needs[2].first == "CD-2");
  CHECK(read("# T\n\n## AB-9: X\n**Depends on**: None\n").tasks.size() == 1);
}

TEST_CASE("a time of day is no estimate") {
  const Records records = read("# T\n\n## AB-1: X\n**Owner**: Q\n**Time**: 10:00\n");
  CHECK_FALSE(at(records.tasks, 0).estimate_minutes);
}

TEST_CASE("headings keep their key, their glyph and their anchor") {
  const Records records = read("# T\n\n## 3) Ready\n\n## ☐ AB-1: X\n\n## Ready\n\n## Ready\n");
  CHECK(at(records.sections, 2).key == "3");
  CHECK(at(records.sections, 3).key == "AB-1");
  CHECK(at(records.sections, 3).glyph_state == BoxState::open);
  CHECK(at(records.sections, 3).title == "AB-1: X");
  CHECK(at(records.sections, 4).anchor == "ready");
  CHECK(at(records.sections, 5).anchor == "ready-1");
}

TEST_CASE("a title in front matter stands in for a missing heading") {
  CHECK(read("---\ntitle: The Task\n---\n## Description\n").title == "The Task");
  CHECK(read("---\ntitle: Other\n---\n# Heading\n").title == "Heading");
}

TEST_CASE("criteria outside of any decision are what has to be met") {
  CHECK(roles(read("## X\n\n**Criteria**:\n- [ ] a\n")) == std::vector<Role>{Role::acceptance});
}

TEST_CASE("a go/no-go checklist without a line for the decision is a gate all the same") {
  const Records records = read("# T\n\n## Go/No-Go Checklist\n\n- [ ] a\n- [x] b\n");
  REQUIRE(records.gates.size() == 1);
  CHECK(at(records.gates, 0).kind == GateKind::go_no_go);
  CHECK(at(records.items, 1).gate == Id<record::Gate>(0));
  CHECK(at(records.items, 1).role == Role::criterion);
}

TEST_CASE("triggers are of a rollback only where one is spoken of") {
  const auto role = [](const std::string& headings) {
    return at(read("# T\n\n" + headings + "\n\n- [x] Recreate it\n").items, 0).role;
  };
  CHECK(role("### Triggers") == Role::check);
  CHECK(role("## Database\n\n### Triggers") == Role::check);
  CHECK(role("## Rollback plan\n\n### Triggers") == Role::trigger);
  CHECK(role("## Rollback triggers") == Role::trigger);
}

TEST_CASE("announcements are those of a heading of that name, or with an offset") {
  const auto role = [](const std::string& heading) {
    return at(read("# T\n\n## " + heading + "\n\n- [ ] Sent\n").items, 0).role;
  };
  CHECK(role("Announcements") == Role::announcement);
  CHECK(role("5. Announcements") == Role::announcement);
  CHECK(role("T-24h announcement") == Role::announcement);
  CHECK(role("Announcement banner") == Role::check);
  CHECK(role("Communication plan") == Role::check);
}

TEST_CASE("an exit gate goes on after a paragraph or a note between its lists") {
  for (const char* between :
       {"Some note.", "Note: the drill was repeated.", "> A quotation.", "**Note:** repeated."}) {
    INFO(between);
    const Records records = read("# T\n\n## Phase A\n\nExit gate:\n\n- [x] a\n\n" +
                                 std::string(between) + "\n\n- [ ] b\n");
    REQUIRE(records.gates.size() == 1);
    CHECK(at(records.items, 1).role == Role::exit);
    CHECK(at(records.items, 1).gate);
  }
}

TEST_CASE("an exit gate ends at the next label, heading or field") {
  for (const char* between : {"Afterwards:", "**Clean-up**", "## Phase B", "**Owner**: Sam"}) {
    INFO(between);
    const Records records = read("# T\n\n## Phase A\n\nExit gate:\n\n- [x] a\n\n" +
                                 std::string(between) + "\n\n- [ ] b\n");
    CHECK_FALSE(at(records.items, 1).gate);
  }
}

TEST_CASE("boxes under a question are work, unless one is ticked and the list ends in others") {
  const auto open_state = [](const std::string& title, const std::string& boxes) {
    return at(read("# T\n\n## " + title + "\n\n" + boxes + "- [ ] last\n").items, 1).state;
  };
  CHECK(open_state("Is staging ready?", "- [x] No P0 open\n- [ ] Backups verified\n") ==
        BoxState::open);
  CHECK(open_state("Which regions are migrated?", "- [x] eu\n- [ ] us\n") == BoxState::open);
  CHECK(open_state("How is it enabled?", "- [x] Feature gate\n- [ ] Other: flag\n") ==
        BoxState::not_applicable);
  CHECK(open_state("How is it enabled?", "- [ ] Feature gate\n- [ ] Other: flag\n") ==
        BoxState::open);
}
