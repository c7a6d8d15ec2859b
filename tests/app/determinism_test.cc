// The same commits give the same bytes.
#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

// Enough documents that several threads have work.
std::string many_documents() {
  Files files;
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    files.emplace_back(
        "docs/list-" + n + ".md",
        "# List " + n + "\n\n## 1) First\n\n- [x] Step one of " + n + " (`evidence/" + n +
            ".json`)\n- [ ] Step two\n\n| Gap | Repo | Issue | Owner | ETA "
            "|\n|---|---|---|---|---|\n| Gap " +
            n + " | app | APP-" + n + " | | 2026-02-0" + std::to_string(1 + i % 9) + " |\n");
    if (i % 2 == 0)
      files.emplace_back("evidence/" + n + ".json", R"({"success":true,"recordCount":)" + n +
                                                        R"(,"timestamp":"2026-02-01T00:00:00Z"})");
  }
  return commit(1, 2, "Lists", files) + tag("rc-1", 1) +
         commit(2, 3, "One more", {{"docs/list-0.md", "# List 0\n\n- [x] Done\n"}}) +
         tag("rc-2", 2);
}

}  // namespace

TEST_CASE(
    "two builds, one thread or eight, and any locale, time zone or folder give the same bytes") {
  const GitRepo repo(many_documents());
  REQUIRE(muster_run({"build", "-o", "../first", "--jobs", "1"}, repo.path()).code == 0);
  REQUIRE(muster_run({"build", "-o", "../second", "--jobs", "8"}, repo.path(),
                     "TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 HOME=/nonexistent")
              .code == 0);
  const auto first = files_below(repo.parent() / "first");
  CHECK(first.size() > 100);
  CHECK(first == files_below(repo.parent() / "second"));
  const GitRepo elsewhere =
      GitRepo::at(repo.parent() / "elsewhere" / "other name", many_documents());
  REQUIRE(muster_run({"build", "-o", "../../third"}, elsewhere.path()).code == 0);
  CHECK(first == files_below(repo.parent() / "third"));
}

TEST_CASE("a second build leaves the folders of unchanged versions untouched") {
  const GitRepo repo(many_documents());
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  const auto before = std::filesystem::last_write_time(repo.path() / "site/v/rc-1/index.html");
  const auto bytes = files_below(repo.path() / "site");
  const Ran again = muster_run({"build"}, repo.path());
  REQUIRE(again.code == 0);
  CHECK_THAT(again.out, ContainsSubstring("0 folders new or changed"));
  CHECK(std::filesystem::last_write_time(repo.path() / "site/v/rc-1/index.html") == before);
  CHECK(files_below(repo.path() / "site") == bytes);
}
