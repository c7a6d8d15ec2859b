// What goes wrong is said in one plain sentence, with the fix, and the old site stays as it was.
#include <unistd.h>

#include <iostream>

#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

std::string one_list(const std::string& title = "List") {
  return commit(1, 2, "List", {{"list.md", "# " + title + "\n\n- [ ] Step\n"}});
}

}  // namespace

TEST_CASE("a build that fails leaves the old site as it was") {
  const GitRepo repo(one_list());
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  const auto before = files_below(repo.path() / "site");
  repo.write("muster.yaml", "site: {title: Renamed, templates: pages}\n");
  repo.write("pages/overview.mustache", "<p class={{verdict}}>{{#open}}</p>");
  const Ran ran = muster_run({"build"}, repo.path());
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("overview.mustache:1"));
  CHECK(files_below(repo.path() / "site") == before);
}

TEST_CASE("an output folder with files that muster did not make is refused") {
  const GitRepo repo(one_list());
  repo.write("site/notes.txt", "mine");
  const Ran ran = muster_run({"build"}, repo.path());
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("notes.txt"));
  CHECK(read_text(repo.path() / "site/notes.txt") == "mine");
}

TEST_CASE("a folder without a repository, and an empty repository, are named with the fix") {
  const TemporaryFolder folder;
  const Ran missing = muster_run({"build"}, folder.path());
  CHECK(missing.code == 3);
  CHECK_THAT(missing.err, ContainsSubstring("= help:"));
  const GitRepo empty("");
  const Ran nothing = muster_run({"build"}, empty.path());
  CHECK(nothing.code == 3);
  CHECK_THAT(nothing.err, ContainsSubstring("no commit"));
  CHECK_THAT(nothing.err, ContainsSubstring("= help:"));
}

TEST_CASE("a shallow clone is refused with the command that mends it") {
  const GitRepo origin(one_list() + commit(2, 3, "More", {{"list.md", "# List\n\n- [x] Step\n"}}));
  const TemporaryFolder folder;
  run_git(folder.path(), "clone -q --depth 1 file://" + origin.path().string() + " clone");
  const Ran ran = muster_run({"build"}, folder.path() / "clone");
  CHECK(ran.code == 3);
  CHECK_THAT(ran.err, ContainsSubstring("git fetch --unshallow"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "clone/site/latest"));
  CHECK(muster_run({"build", "--allow-shallow"}, folder.path() / "clone").code == 0);
}

TEST_CASE("a repository that belongs to another user is opened only when it is named") {
  if (geteuid() != 0) {
    std::cout << "muster-skip: only root can give a repository to another user\n";
    return;
  }
  const GitRepo repo(one_list());
  REQUIRE(run({"chown", "-R", "12345", repo.path().string()}, repo.parent()).code == 0);
  const Ran ran = muster_run({"check"}, repo.path());
  CHECK(ran.code == 3);
  CHECK_THAT(ran.err, ContainsSubstring("--trust-repository"));
  CHECK(muster_run({"check", "--trust-repository", "."}, repo.path()).code == 0);
}

TEST_CASE("a configuration error has its place, a caret and the nearest known key") {
  const GitRepo repo(one_list());
  repo.write("muster.yaml", "versions:\n  reviews:\n    - {name: First, date: 2026-02-30}\n");
  const Ran ran = muster_run({"build"}, repo.path());
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("muster.yaml:3:"));
  CHECK_THAT(ran.err, ContainsSubstring("^"));
  repo.write("muster.yaml", "contnet: [\"*.md\"]\n");
  CHECK_THAT(muster_run({"build"}, repo.path()).err, ContainsSubstring("content"));
}

TEST_CASE("a review whose ref names no commit leaves that version out, with a word") {
  const GitRepo repo(one_list());
  repo.write(
      "muster.yaml",
      "versions:\n  reviews:\n    - {name: Lost, ref: 0123456789012345678901234567890123456789}\n");
  const Ran ran = muster_run({"build"}, repo.path());
  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, ContainsSubstring("Lost"));
  CHECK_THAT(files_below(repo.path() / "site").at("latest/readiness.json"),
             ContainsSubstring("version-unresolved"));
}
