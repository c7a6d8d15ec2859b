#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::ModelBuilder;

std::string task(std::string_view id, std::string_view needs) {
  return cat({"## ", id, ": Work\n**Status**: Not Started\n**Dependencies**: ", needs, "\n\n"});
}

std::vector<std::string> needs_of(const Model& model, std::string_view key) {
  std::vector<std::string> keys;
  for (const Task& task : model.tasks)
    if (task.key == key)
      for (const TaskId id : task.needs) keys.push_back(model.tasks[id].key);
  return keys;
}

TEST_CASE("a range stands for the declared tasks between its ends") {
  const Model model =
      ModelBuilder()
          .document("t.md", "# Tracker\n\n" + task("CE-1", "None") + task("CE-3", "CE-1") +
                                task("CE-7", "None") + task("CE-9", "CE-1 through CE-7"))
          .link();
  CHECK(needs_of(model, "CE-9") == std::vector<std::string>{"CE-1", "CE-3", "CE-7"});
  CHECK(model.dependencies.size() == 4);
}

TEST_CASE("a need that no task answers is kept") {
  const Model model =
      ModelBuilder()
          .document("t.md", "# Tracker\n\n" + task("CE-1", "CE-5") + task("CE-2", "CE-1, XY-9"))
          .link();
  CHECK(needs_of(model, "CE-2") == std::vector<std::string>{"CE-1"});
  REQUIRE(model.tasks[TaskId(0)].unknown_needs.size() == 1);
  CHECK(model.tasks[TaskId(0)].unknown_needs[0].first == "CE-5");
  CHECK(model.tasks[TaskId(1)].unknown_needs.size() == 1);
}

TEST_CASE("a task of the same document answers before one elsewhere") {
  const Model model = ModelBuilder()
                          .document("a.md", "# A\n\n" + task("CE-1", "None") + task("CE-2", "None"))
                          .document("b.md", "# B\n\n" + task("CE-1", "None") + task("CE-3", "CE-1"))
                          .link();
  REQUIRE(model.dependencies.size() == 1);
  CHECK(model.tasks[model.dependencies[0].to].document == DocumentId(1));
}

TEST_CASE("a range that holds the task itself makes no loop") {
  const Model model =
      ModelBuilder()
          .document("t.md", "# Tracker\n\n" + task("CE-1", "None") + task("CE-2", "CE-1 to CE-2"))
          .link();
  CHECK(needs_of(model, "CE-2") == std::vector<std::string>{"CE-1"});
}

}  // namespace
}  // namespace muster
