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
  const Ran allowed = muster_run({"build", "--allow-shallow"}, folder.path() / "clone");
  CHECK(allowed.code == 0);
  const std::string cut = "is cut at 1 commit: dates before 2026-02-03 09:00 UTC are unknown";
  CHECK_THAT(allowed.err, ContainsSubstring(cut));
  CHECK_THAT(files_below(folder.path() / "clone/site").at("latest/readiness.json"),
             ContainsSubstring(cut));
}

TEST_CASE("what a damaged repository lacks is an error in the end, and never green") {
  const std::string ready = "# A\n\n- [x] Step\n";
  for (const std::string lost : {"main:a.md", "main:docs", "main^{tree}", "v1:old.md"}) {
    const GitRepo repo(
        commit(1, 2, "Old", {{"old.md", "# Old\n"}}) + tag("v1", 1) +
        commit(2, 3, "New", {{"a.md", ready}, {"docs/b.md", "# B\n\n- [ ] Open\n"}}));
    const std::string id = repo.id(lost);
    std::filesystem::remove(repo.path() / ".git/objects" / id.substr(0, 2) / id.substr(2));
    INFO(lost);
    for (const std::string command : {"check", "build", "export"}) {
      const Ran ran = muster_run({command}, repo.path());
      CHECK(ran.code == 3);
      CHECK_THAT(ran.err, ContainsSubstring("of the sources could not be read"));
      CHECK_THAT(ran.err, ContainsSubstring(id + " is missing"));
      CHECK_FALSE(ran.out.empty());
    }
    CHECK_THAT(muster_run({"check"}, repo.path()).out, !ContainsSubstring("Ready:"));
  }
}

TEST_CASE("an output that cannot be written is one error with its reason, and exit code 4") {
  const GitRepo repo(one_list());
  const std::string muster = shell_quote(MUSTER_BINARY);
  for (const std::string command : {"check", "build", "export", "--version"}) {
    INFO(command);
    const Ran full = run({"sh", "-c", muster + " " + command + " >/dev/full"}, repo.path());
    CHECK(full.code == 4);
    CHECK(full.err == "error: cannot write to standard output: No space left on device\n");
    const Ran closed = run({"sh", "-c", muster + " " + command + " >&-"}, repo.path());
    CHECK(closed.code == 4);
    CHECK(closed.err == "error: cannot write to standard output: Bad file descriptor\n");
  }
  const Ran gone = run({"sh", "-c", muster + " export | true"}, repo.path());
  CHECK(gone.err.empty());
}

TEST_CASE("whatever little memory there is, a check without an answer does not pass") {
  const GitRepo repo(one_list());
  for (const std::string kib : {"20000", "60000", "150000", "300000"}) {
    INFO(kib);
    const std::string command =
        "ulimit -v " + kib + "; " + shell_quote(MUSTER_BINARY) + " check --jobs 64";
    const Ran ran = run({"sh", "-c", command}, repo.path());
    CHECK((ran.code != 0 || ran.out.find("1 document") != std::string::npos));
  }
}

TEST_CASE("a limit on the size of files ends a build with an error, and the old site stays") {
  const GitRepo repo(one_list());
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  const auto before = files_below(repo.path() / "site");
  repo.write("muster.yaml", "site: {title: Renamed}\n");
  const std::string command = "ulimit -f 4; " + shell_quote(MUSTER_BINARY) + " build";
  const Ran ran = run({"sh", "-c", command}, repo.path());
  CHECK(ran.code == 4);
  CHECK_THAT(ran.err, ContainsSubstring("File too large"));
  CHECK(files_below(repo.path() / "site") == before);
}

TEST_CASE("a check that finds nothing to judge does not pass") {
  const GitRepo repo(commit(1, 2, "Code", {{"main.cc", "int main() {}\n"}}));
  const Ran none = muster_run({"check"}, repo.path());
  CHECK(none.code == 3);
  CHECK_THAT(none.err, ContainsSubstring("nothing to judge: no Markdown file is committed"));
  const GitRepo other(one_list());
  other.write("muster.yaml", "content: [\"docs/*.md\"]\npolicy: {severity: {gap-overdu: off}}\n");
  const Ran mistyped = muster_run({"check"}, other.path());
  CHECK(mistyped.code == 3);
  CHECK_THAT(mistyped.err, ContainsSubstring("the glob `docs/*.md` of `content` matches no file"));
  CHECK_THAT(mistyped.err, ContainsSubstring("no document matches `content`"));
  CHECK_THAT(mistyped.err, ContainsSubstring("did you mean `gap-overdue`?"));
}

TEST_CASE("a document over the limit is a finding, and one that is kept in Git LFS is lost") {
  const GitRepo repo(commit(1, 2, "List",
                            {{"a.md", "# A\n\n- [x] Step\n"},
                             {"long.md", std::string(2000, 'x')},
                             {"muster.yaml", "limits: {issue-file: 1KiB}\n"}}));
  const Ran large = muster_run({"check"}, repo.path());
  CHECK(large.code == 0);
  CHECK_THAT(large.out, ContainsSubstring("“long.md” could not be read"));
  CHECK_THAT(large.out, ContainsSubstring("[limit-exceeded]"));
  CHECK_THAT(large.out, ContainsSubstring("At risk:"));
  const GitRepo lfs(commit(1, 2, "Pointer",
                           {{"a.md",
                             "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n"
                             "size 12345\n"}}));
  const Ran pointer = muster_run({"check"}, lfs.path());
  CHECK(pointer.code == 3);
  CHECK_THAT(pointer.out, ContainsSubstring("kept in Git LFS, not in git"));
  CHECK_THAT(pointer.out, ContainsSubstring("Commit the file itself"));
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
