#include "link/past.h"

#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::object_id;

// add ── remove ── bring back        (and, beside it, a commit that nobody merged)
//   └─── side
RepoHistory history() {
  RepoHistory history;
  const auto commit = [&](std::string name, std::vector<std::string> parents) {
    Commit made;
    made.id = object_id(name);
    made.subject = name;
    for (const std::string& parent : parents) made.parents.push_back(object_id(parent));
    history.index[made.id] = history.commits.size();
    history.commits.push_back(std::move(made));
  };
  commit("add", {});
  commit("remove", {"add"});
  commit("side", {"add"});
  commit("bring back", {"remove"});
  history.changes = {{0, "a.json", object_id("one")},
                     {1, "a.json", std::nullopt},
                     {2, "a.json", object_id("other")},
                     {3, "a.json", object_id("two")}};
  return history;
}

Snapshot pinned(const RepoHistory& history, std::size_t commit) {
  Snapshot snapshot;
  snapshot.repo = RepoId(0);
  snapshot.commit = history.commits[commit];
  return snapshot;
}

TEST_CASE("a version sees only the commits that lead to it") {
  const RepoHistory all = history();
  const Past past(&all, pinned(all, 1));
  CHECK(past.brought("a.json", object_id("one"))->subject == "add");
  CHECK_FALSE(past.brought("a.json", object_id("two")));
  CHECK_FALSE(past.brought("a.json", object_id("other")));
}

TEST_CASE("a removed file has its last blob, who brought it and who removed it") {
  const RepoHistory all = history();
  const auto removed = Past(&all, pinned(all, 1)).removed("a.json");
  REQUIRE(removed);
  CHECK(removed->blob == object_id("one"));
  CHECK(removed->brought_by->subject == "add");
  CHECK(removed->removed_by->subject == "remove");
  CHECK_FALSE(Past(&all, pinned(all, 1)).removed("never.json"));
}

TEST_CASE("a repository without history or commit has no past") {
  const RepoHistory all = history();
  CHECK_FALSE(Past(nullptr, pinned(all, 0)).removed("a.json"));
  CHECK_FALSE(Past(&all, Snapshot{}).removed("a.json"));
}

}  // namespace
}  // namespace muster
