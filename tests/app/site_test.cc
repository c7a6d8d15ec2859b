// The published site of a small programme with three tags.
#include "support/site.h"

#include <algorithm>

#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr const char* kOpen =
    "# Cutover checklist\n\n- **Status**: In progress\n\n## Phase A - Prepare\n\n- [ ] Backups are "
    "on\n\nExit gate:\n- [ ] A restore was seen\n";
constexpr const char* kTicked =
    "# Cutover checklist\n\n- **Status**: In progress\n\n## Phase A - Prepare\n\n- [x] Backups are "
    "on (`evidence/restore.json`)\n\nExit gate:\n- [ ] A restore was seen\n";
constexpr const char* kGaps =
    "# OPS-1: Cutover\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n| Rotate the "
    "keys | app | OPS-2 | Security | 2026-02-10 |\n";
constexpr const char* kReport =
    R"({"schema":"muster/evidence/v1","verdict":"pass","counts":{"executed":3,"passed":3,"failed":0,"skipped":0},"taken_at":"2026-02-04T08:00:00Z","subject":"restore","tool":"drill"})";

std::string three_tags() {
  return commit(1, 2, "Checklist", {{"docs/cutover.md", kOpen}}) + tag("v1.0.0-rc.1", 1) +
         commit(2, 4, "Restore rehearsed",
                {{"docs/cutover.md", kTicked}, {"evidence/restore.json", kReport}}) +
         tag("v1.0.0-rc.2", 2) + commit(3, 12, "Gaps", {{"docs/issues/OPS-1.md", kGaps}}) +
         tag("v1.0.0", 3);
}

}  // namespace

TEST_CASE(
    "a history with three tags gives three frozen versions and latest, and every link leads "
    "somewhere") {
  const GitRepo repo(three_tags());
  const Ran ran = muster_run({"build"}, repo.path());
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  const auto files = files_below(repo.path() / "site");
  for (const char* page :
       {"index.html", "latest/index.html", "v/1.0.0/index.html", "v/1.0.0-rc.1/index.html",
        "v/1.0.0-rc.2/index.html", "versions/index.html", "404.html", "latest/gaps/index.html",
        "latest/findings/index.html", "latest/evidence/index.html", "latest/readiness.json",
        "versions.json", "manifest.sha256"}) {
    INFO(page);
    CHECK(files.contains(page));
  }
  CHECK(broken_links(repo.path() / "site") == std::vector<std::string>{});
}

TEST_CASE("a page asks for nothing outside the site and holds no inline script or style") {
  const GitRepo repo(three_tags());
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  int pages = 0;
  for (const auto& [path, html] : files_below(repo.path() / "site")) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    ++pages;
    for (const std::string& source : attribute_values(html, "src"))
      CHECK(source.find(':') == std::string::npos);
    CHECK(html.find("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'") !=
          std::string::npos);
    CHECK(html.find(" style=") == std::string::npos);
    CHECK(html.find("<style") == std::string::npos);
    for (std::size_t at = html.find("<script"); at != std::string::npos;
         at = html.find("<script", at + 1))
      CHECK(html.substr(at, 12) == "<script src=");
  }
  CHECK(pages > 20);
}

TEST_CASE(
    "a tick that cites a passing report is verified, and the overview leads with the verdict") {
  const GitRepo repo(three_tags());
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  const auto files = files_below(repo.path() / "site");
  CHECK_THAT(files.at("latest/index.html"), ContainsSubstring("<title>Not ready · latest"));
  CHECK_THAT(files.at("latest/readiness.json"), ContainsSubstring("\"standing\": \"verified\""));
  CHECK_THAT(files.at("v/1.0.0-rc.1/readiness.json"),
             !ContainsSubstring("\"standing\": \"verified\""));
  CHECK_THAT(files.at("v/1.0.0/readiness.json"), ContainsSubstring("gap-overdue"));
}

TEST_CASE("the build says what it read, the verdict, and where to look") {
  const GitRepo repo(three_tags());
  const Ran ran = muster_run({"build", "-o", "out"}, repo.path());
  CHECK_THAT(ran.out, ContainsSubstring("Read 1 repository and 3 commits: 4 versions; in latest 2 "
                                        "documents and 1 evidence file."));
  CHECK_THAT(ran.out, ContainsSubstring("latest: Not ready"));
  CHECK(ran.out.ends_with("out/latest/index.html\n"));
}

TEST_CASE("check exits with 1 on a blocker and names line and column") {
  const std::string skipped =
      "# Plan\n\n## Phase A - Prepare\n\n- [ ] Backups\n\nExit gate:\n- [ ] Restored\n\n## Phase B "
      "- Move\n\n- [x] Moved\n\nExit gate:\n- [x] Done\n";
  const GitRepo repo(commit(1, 2, "Plan", {{"plan.md", skipped}}));
  const Ran text = muster_run({"check"}, repo.path());
  CHECK(text.code == 1);
  CHECK_THAT(text.out, ContainsSubstring("plan.md:7"));
  CHECK_THAT(text.out, ContainsSubstring("[gate-skipped]"));
  const Ran json = muster_run({"check", "--format", "json"}, repo.path());
  CHECK(json.code == 1);
  CHECK_THAT(json.out, ContainsSubstring("\"rule\": \"gate-skipped\""));
}

TEST_CASE("the uncommitted state becomes the version draft") {
  const GitRepo repo(three_tags());
  repo.write("docs/cutover.md", "# Cutover checklist\n\n- [ ] A line that nobody committed\n");
  REQUIRE(muster_run({"build", "--worktree"}, repo.path()).code == 0);
  const auto files = files_below(repo.path() / "site");
  CHECK_THAT(files.at("draft/readiness.json"), ContainsSubstring("A line that nobody committed"));
  CHECK_THAT(files.at("latest/readiness.json"), !ContainsSubstring("A line that nobody committed"));
}

TEST_CASE("a box in a fence or a comment is no box, and a mark later in the line ticks nothing") {
  const GitRepo repo(
      commit(1, 2, "Traps",
             {{"traps.md",
               "# Traps\n\n- [ ] write [x] when done\n\n```\n- [x] in a fence\n```\n\n<!--\n- [x] "
               "in a comment\n-->\n\n"
               "| Role | Signature | Date |\n|---|---|---|\n| PM | ____ | __/__/__ |\n"}}));
  const Ran ran = muster_run({"export"}, repo.path());
  CHECK_THAT(ran.out, ContainsSubstring("\"boxes_open\": 1"));
  CHECK_THAT(ran.out, ContainsSubstring("\"boxes_ticked\": 0"));
  CHECK_THAT(ran.out, ContainsSubstring("\"blanks\": 2"));
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  CHECK_THAT(files_below(repo.path() / "site").at("latest/checklists/traps/index.html"),
             ContainsSubstring("__/__/__"));
}
