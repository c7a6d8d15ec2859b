// The five sample documents; every figure was counted by hand in their source.
#include "support/catch.h"
#include "support/model_builder.h"
#include "support/samples.h"

namespace muster {
namespace {

using test::ModelBuilder;

Model link_seed(const std::string& folder, const std::string& name) {
  return ModelBuilder().document(name, test::read_sample(folder, "seeds/" + name)).link();
}

TEST_CASE("the migration issue has four gaps with owners, dates and issues") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Model model = link_seed(*folder, "mig-4.md");
  const Document& document = model.documents[DocumentId(0)];
  CHECK(document.kind == DocumentKind::issue);
  CHECK(document.key == "MIG-4");
  CHECK(document.on_hold);
  REQUIRE(model.gaps.size() == 4);
  CHECK(model.gaps[GapId(0)].state == GapState::closed);
  CHECK(model.gaps[GapId(0)].issue_key == "FE-RECOVERY-4");
  CHECK_FALSE(model.gaps[GapId(0)].eta);
  CHECK(model.gaps[GapId(1)].issue_key == "BE-CICD-1");
  CHECK(model.gaps[GapId(1)].owner.text == "Worker B");
  CHECK(model.gaps[GapId(1)].eta == make_date(2025, 10, 24));
  CHECK(model.gaps[GapId(2)].issue_key == "DATA-QA-1");
  CHECK(model.gaps[GapId(2)].eta == make_date(2025, 10, 24));
  CHECK(model.gaps[GapId(3)].issue_key == "SEC-AUTH-1");
  CHECK(model.gaps[GapId(3)].owner.text == "Worker A & Worker B");
  CHECK(model.gaps[GapId(3)].eta == make_date(2025, 10, 27));
  CHECK(model.items.size() == 8);
  CHECK(model.sign_offs.size() == 3);
}

TEST_CASE("the task tracker has nine tasks, 23 edges and 350 minutes") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Model model = link_seed(*folder, "ce-p0-06.md");
  CHECK(model.documents[DocumentId(0)].kind == DocumentKind::tracker);
  CHECK(model.phases.size() == 4);
  REQUIRE(model.tasks.size() == 9);
  CHECK(model.dependencies.size() == 23);
  CHECK(model.tasks[TaskId(8)].needs.size() == 8);
  CHECK(model.tasks[TaskId(8)].unknown_needs.empty());
  int minutes = 0;
  int checks = 0;
  int deliverables = 0;
  for (const Task& task : model.tasks) {
    minutes += task.estimate_minutes.value_or(0);
    for (const ItemId id : task.items) {
      if (model.items[id].role == Role::check) ++checks;
      if (model.items[id].role == Role::deliverable) ++deliverables;
    }
  }
  CHECK(minutes == 350);
  CHECK(checks == 48);
  CHECK(deliverables == 27);
  // All but the two dated dumps and the folder of the evidence package can be named as files.
  CHECK(model.evidence.size() == 24);
}

TEST_CASE("the migration checklist has six phases and six exit gates") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Model model = link_seed(*folder, "schooltrack.md");
  REQUIRE(model.phases.size() == 6);
  const std::vector<std::size_t> items = {5, 5, 5, 5, 4, 5};
  const std::vector<std::size_t> criteria = {2, 2, 1, 1, 1, 2};
  for (std::size_t i = 0; i < 6; ++i) {
    const Phase& phase = model.phases[PhaseId(i)];
    CHECK(phase.items.size() == items[i]);
    REQUIRE(phase.gate);
    CHECK(model.gates[phase.gate].criteria.size() == criteria[i]);
  }
}

TEST_CASE("every anchor of the sample documents is its own") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  for (const std::string name : {"mig-4.md", "ce-p0-06.md", "staging-parity.md", "schooltrack.md",
                                 "production-readiness.md"}) {
    const Model model = link_seed(*folder, name);
    std::set<std::string> anchors;
    for (const Item& item : model.items) CHECK(anchors.insert(item.anchor).second);
    for (const Task& task : model.tasks) CHECK(anchors.insert(task.anchor).second);
    for (const Gate& gate : model.gates) CHECK(anchors.insert(gate.anchor).second);
    CHECK(anchors.size() >= 8);
  }
}

}  // namespace
}  // namespace muster
