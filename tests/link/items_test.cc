#include "base/text.h"
#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::find_row;
using test::ModelBuilder;

std::string anchor(const Model& model, std::string_view text) {
  const Item* item = find_row(model.items, text);
  return item == nullptr ? "none" : item->anchor;
}

TEST_CASE("items of a phase and of its exit gate are counted apart") {
  const Model model = ModelBuilder()
                          .document("c.md",
                                    "# Checklist\n\n## Phase A - Prepare\n\n- [x] first\n"
                                    "- [ ] second\n\nExit gate:\n- [ ] gate box\n\n"
                                    "## Phase B - Run\n\n- [ ] third\n")
                          .link();
  CHECK(anchor(model, "first") == "A1");
  CHECK(anchor(model, "second") == "A2");
  CHECK(anchor(model, "gate box") == "AG1");
  CHECK(anchor(model, "third") == "B1");
  REQUIRE(model.phases.size() == 2);
  CHECK(model.phases[PhaseId(0)].items.size() == 2);
  CHECK(model.phases[PhaseId(1)].ordinal == 2);
  const GateId gate = model.phases[PhaseId(0)].gate;
  REQUIRE(gate);
  CHECK(model.gates[gate].criteria.size() == 1);
  CHECK(model.gates[gate].phase == PhaseId(0));
}

std::vector<int> ordinals(std::string_view headings) {
  const Model model = ModelBuilder().document("c.md", headings).link();
  std::vector<int> found;
  for (const Phase& phase : model.phases) found.push_back(phase.ordinal);
  return found;
}

TEST_CASE("phases are ordered by their numbers or letters, wherever they stand") {
  CHECK(ordinals("# C\n\n## Phase 10\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n") ==
        std::vector<int>{2, 1});
  CHECK(ordinals("# C\n\n## Phase B\n\n- [ ] a\n\n## Phase A\n\n- [ ] b\n") ==
        std::vector<int>{2, 1});
}

TEST_CASE("phases of mixed or repeated keys keep their places") {
  CHECK(ordinals("# C\n\n## Phase 2\n\n- [ ] a\n\n## Phase A\n\n- [ ] b\n") ==
        std::vector<int>{1, 2});
  CHECK(ordinals("# C\n\n## Phase 2\n\n- [ ] a\n\n## Phase 1\n\n- [ ] b\n\n"
                 "## Phase 2\n\n- [ ] c\n") == std::vector<int>{1, 2, 3});
}

TEST_CASE("items of a numbered section carry its number, others are counted") {
  const Model model =
      ModelBuilder()
          .document("c.md", "# List\n\n- [ ] loose\n\n## 2) Overlays\n\n- [ ] one\n- [ ] two\n")
          .link();
  CHECK(anchor(model, "loose") == "i1");
  CHECK(anchor(model, "two") == "s2-2");
}

TEST_CASE("an item of a task has the task's owner, else the document's") {
  const Model model = ModelBuilder()
                          .document("t.md",
                                    "# Tracker\n\n- **Owner**: PM\n\n"
                                    "## CE-1: Backup\n**Status**: Not Started\n**Owner**: DBA\n\n"
                                    "- [ ] dump made\n\n"
                                    "## CE-2: Restore\n**Status**: Not Started\n\n- [ ] tried\n")
                          .link();
  CHECK(find_row(model.items, "dump made")->owner == "DBA");
  CHECK(find_row(model.items, "tried")->owner == "PM");
  CHECK(model.tasks[TaskId(0)].items.size() == 1);
  CHECK(anchor(model, "dump made") == "CE-1-1");
}

TEST_CASE("every anchor of a document is its own") {
  const Model model =
      ModelBuilder()
          .document("c.md", "# List\n\n## 1) A\n\n- [ ] a\n\n## 1) Again\n\n- [ ] b\n- [ ] c\n")
          .link();
  std::set<std::string> anchors;
  for (const Item& item : model.items) anchors.insert(item.anchor);
  CHECK(anchors.size() == 3);
}

TEST_CASE("an item stands at the line and column of its box") {
  const Model model = ModelBuilder().document("c.md", "# List\n\n- [ ] a\n").link();
  CHECK(model.items[ItemId(0)].where == Where{RepoId(0), "c.md", 3, 3});
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

bool is_signed(std::string_view markdown) {
  const Model model = ModelBuilder().dated("2026-02-10").document("c.md", markdown).link();
  REQUIRE(model.sign_offs.size() == 1);
  return model.sign_offs[Id<SignOff>(0)].signed_off;
}

TEST_CASE("a sign-off that is dated after its version is not signed yet") {
  const auto form = [](std::string_view date) {
    return is_signed(cat({"# C\n\n## Sign-off\n\n- Approved by: Jane\n- Date: ", date, "\n"}));
  };
  CHECK(form("2026-02-09"));
  CHECK(form("2026-02-11"));  // it may be tomorrow already where they are
  CHECK_FALSE(form("2026-02-12"));
  CHECK_FALSE(form("2027-02-08"));
  CHECK_FALSE(form("8 Feb 2027"));
  CHECK_FALSE(
      is_signed("# C\n\n## Sign-off\n\n| Role | Name | Status | Date |\n|-|-|-|-|\n| CTO | Jane | "
                "Approved | 2027-02-08 |\n"));
  CHECK_FALSE(is_signed("# C\n\n## Sign-off\n\n- [x] CTO — Approved (2027-02-08)\n"));
  CHECK(is_signed("# C\n\n## Sign-off\n\n- [x] CTO — Release of 2027-02-08 approved\n"));
}

}  // namespace
}  // namespace muster
