// The command line: help, mistakes, exit codes.
#include <algorithm>
#include <fstream>

#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("help begins with an example and fits on a screen") {
  const TemporaryFolder folder;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"build", "--help"},
                                                {"export", "--help"},
                                                {"check", "--help"}}) {
    const Ran ran = muster_run(words, folder.path());
    INFO(ran.out);
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("Example: muster"));
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') <= 40);
  }
}

TEST_CASE("the version is printed") {
  const TemporaryFolder folder;
  const Ran ran = muster_run({"--version"}, folder.path());
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("muster "));
}

TEST_CASE("a mistyped command or option is a usage error that suggests the right one") {
  const TemporaryFolder folder;
  const Ran command = muster_run({"biuld"}, folder.path());
  CHECK(command.code == 2);
  CHECK_THAT(command.err, ContainsSubstring("muster build"));
  const Ran option = muster_run({"build", "--ouptut", "x"}, folder.path());
  CHECK(option.code == 2);
  CHECK_THAT(option.err, ContainsSubstring("--output"));
  CHECK(muster_run({"build", "--as-of", "soon"}, folder.path()).code == 2);
  CHECK(muster_run({"build", "--config", "--worktree"}, folder.path()).code == 2);
  CHECK(muster_run({"build", "--jobs", "0"}, folder.path()).code == 2);
  CHECK(muster_run({"check", "--format", "xml"}, folder.path()).code == 2);
}

TEST_CASE("options may stand before the command") {
  const GitRepo repo(commit(1, 2, "List", {{"a.md", "# A\n\n- [ ] Step\n"}}));
  const std::string path = repo.path().string();
  CHECK(muster_run({"-C", path, "check"}, repo.parent()).code == 0);
  CHECK(muster_run({"--worktree", "-C", path, "check", "--format", "json"}, repo.parent()).code ==
        0);
  CHECK(muster_run({"-C", "none", "check", "-C", path}, repo.parent()).code == 0);
  const Ran none = muster_run({"-C", path}, repo.parent());
  CHECK(none.code == 2);
  CHECK_THAT(none.err, ContainsSubstring("no command is given"));
  CHECK_THAT(muster_run({"-C", path, "chekc"}, repo.parent()).err,
             ContainsSubstring("did you mean “muster check”?"));
}

TEST_CASE("words that mean nothing are named, with what was meant") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "app");
  const auto told = [&](const std::vector<std::string>& words) {
    const Ran ran = muster_run(words, folder.path());
    CHECK(ran.code == 2);
    return ran.err;
  };
  CHECK(told({"build", "-x"}) ==
        "error: there is no option “-x” here\n   = help: see muster build --help\n");
  CHECK_THAT(told({"build", "-c", "app"}), ContainsSubstring("did you mean -C?"));
  CHECK(told({"check", "app"}) ==
        "error: “app” is not expected here\n   = help: to read that repository, write -C app\n");
  CHECK_THAT(told({"check", "worktree"}), ContainsSubstring("did you mean --worktree?"));
  CHECK_THAT(told({"check", "export"}), ContainsSubstring("one command at a time"));
}

TEST_CASE("an empty value is a usage error, an empty variable is none") {
  const GitRepo repo(commit(1, 2, "List", {{"a.md", "# A\n\n- [ ] Step\n"}}));
  for (const std::string option : {"-C", "--config", "--as-of"}) {
    const Ran ran = muster_run({"check", option, ""}, repo.path());
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, ContainsSubstring(option + ": its value is empty"));
  }
  CHECK(muster_run({"check"}, repo.path(), "MUSTER_CONFIG= SOURCE_DATE_EPOCH=").code == 0);
  for (const std::string epoch : {"-1", "253402300800", "soon"})
    CHECK(muster_run({"check"}, repo.path(), "SOURCE_DATE_EPOCH=" + epoch).code == 2);
  CHECK(muster_run({"check"}, repo.path(), "SOURCE_DATE_EPOCH=253402300799").code == 0);
}

TEST_CASE("a configuration may come from standard input") {
  const GitRepo repo(commit(1, 2, "List", {{"a.md", "# A\n\n- [ ] Step\n"}}));
  const std::string command =
      "echo 'site: {titel: Q}' | " + shell_quote(MUSTER_BINARY) + " check --config -";
  const Ran ran = run({"sh", "-c", command}, repo.path());
  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, ContainsSubstring("standard input:1:8: warning: the key `site.titel`"));
}

TEST_CASE("the option --as-of moves today for latest") {
  const GitRepo repo(
      commit(1, 2, "Gap",
             {{"a.md",
               "# A\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n| Keys | app | "
               "A-1 | PM | 2026-03-01 |\n"}}));
  CHECK_THAT(muster_run({"check"}, repo.path()).out, !ContainsSubstring("gap-overdue"));
  CHECK_THAT(muster_run({"check", "--as-of", "2026-03-05"}, repo.path()).out,
             ContainsSubstring("gap-overdue"));
  CHECK_THAT(muster_run({"check"}, repo.path(), "SOURCE_DATE_EPOCH=1772700000").out,
             ContainsSubstring("gap-overdue"));
}

TEST_CASE("export of a version that does not exist names those that do") {
  const GitRepo repo(commit(1, 2, "List", {{"a.md", "# A\n\n- [ ] Step\n"}}) + tag("v1.0.0", 1));
  const Ran ran = muster_run({"export", "--version", "v1.0.1"}, repo.path());
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, ContainsSubstring("v1.0.0"));
  CHECK(ran.out.empty());
  CHECK(muster_run({"export", "--version", "v1.0.0"}, repo.path()).code == 0);
}

TEST_CASE("a tag that is called latest does not stand in for the state of now") {
  const GitRepo repo(commit(1, 2, "Done", {{"a.md", "# A\n\n- [x] Step\n"}}) +
                     commit(2, 3, "Open", {{"a.md", "# A\n\n- [ ] Step\n"}}) + tag("latest", 1) +
                     tag("draft", 1));
  const std::string now = repo.id("main");
  CHECK_THAT(muster_run({"export"}, repo.path()).out, ContainsSubstring(now));
  CHECK_THAT(muster_run({"export", "--version", "latest"}, repo.path()).out,
             ContainsSubstring(now));
  CHECK_THAT(muster_run({"export", "--version", "tag latest"}, repo.path()).out,
             ContainsSubstring(repo.id("main~1")));
  CHECK(muster_run({"export", "--version", "draft"}, repo.path()).code == 2);
  const Ran check = muster_run({"check"}, repo.path());
  CHECK_THAT(check.out, ContainsSubstring("as of 2026-02-03"));
  CHECK_THAT(check.err, ContainsSubstring("the tag `latest` is shown as `tag latest`"));
}

TEST_CASE("records tells what is read from a file, or from standard input") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "a.md") << "# A\n\n- [x] Step\n";
  const Ran ran = muster_run({"records", "a.md"}, folder.path());
  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, ContainsSubstring("    3  box          ticked check “Step”"));
  const Ran missing = muster_run({"records", "b.md"}, folder.path());
  CHECK(missing.code == 2);
  CHECK(
      missing.err ==
      "error: there is no file “b.md”\n   = help: name a Markdown file, or - for standard input\n");
  CHECK(muster_run({"records", "."}, folder.path()).code == 2);
}

TEST_CASE("a tag that is called latest or draft does not stand in for the tip of the branch") {
  const GitRepo repo(commit(1, 2, "Good", {{"a.md", "# A\n\n## Exit gate\n\n- [x] ok\n"}}) +
                     tag("latest", 1) + tag("draft", 1) +
                     commit(2, 3, "Bad",
                            {{"b.md",
                              "# B\n\n## Phase A\n\nExit gate:\n- [ ] g\n\n## Phase B\n\n"
                              "- [x] done before\n"}}));
  CHECK(muster_run({"check"}, repo.path()).code == 1);
  CHECK_THAT(muster_run({"export"}, repo.path()).out, ContainsSubstring("gate-skipped"));
  CHECK_THAT(muster_run({"build"}, repo.path()).out, ContainsSubstring("latest: Not ready"));
}
