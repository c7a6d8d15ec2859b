// Real folders: what a build leaves, and that a build which fails leaves nothing.
#include "publish/publish.h"

#include <sys/resource.h>

#include <csignal>

#include "base/digest.h"
#include "publish/site_fixture.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const Files kSite = {{"index.html", "<p>home"},
                     {"assets/style.css", "p{}"},
                     {"latest/index.html", "<p>latest"},
                     {"latest/gaps/index.html", "<p>gaps"},
                     {"v/1.0.0/index.html", "<p>1.0.0"},
                     {"v/1.1.0/index.html", "<p>1.1.0"},
                     {"evidence/blob/ab/index.html", "{}"}};

}  // namespace

TEST_CASE("a site is written whole, with a manifest of every file, and nothing beside it") {
  const TemporaryFolder folder;
  const Result<PublishReport> report = publish_files(folder / "site", kSite);
  REQUIRE(report);
  CHECK(report->files == 8);  // seven and the manifest
  CHECK(report->folders_changed == 5);
  CHECK(report->folders_unchanged == 0);

  const Files written = contents(folder / "site");
  for (const auto& [path, bytes] : kSite) CHECK(written.at(path) == bytes);
  const std::string& manifest = written.at("manifest.sha256");
  CHECK_THAT(manifest, ContainsSubstring(sha256_hex("<p>gaps") + "  latest/gaps/index.html\n"));
  CHECK(std::filesystem::directory_iterator(folder.path())->path().filename() == "site");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a second build of the same files touches nothing") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite, 1));
  const Files before = contents(folder / "site");
  std::map<std::string, std::pair<ino_t, std::int64_t>> identities;
  for (const auto& [path, bytes] : before) identities[path] = identity(folder / ("site/" + path));

  const Result<PublishReport> again = publish_files(folder / "site", kSite, 8);
  REQUIRE(again);
  CHECK(again->folders_changed == 0);
  CHECK(again->folders_unchanged == 5);
  CHECK(contents(folder / "site") == before);
  for (const auto& [path, before_identity] : identities)
    CHECK(identity(folder / ("site/" + path)) == before_identity);
}

TEST_CASE("only the version that changed is put in place anew") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const auto frozen = identity(folder / "site/v/1.0.0/index.html");
  const auto latest = identity(folder / "site/latest/index.html");
  Files next = kSite;
  next["latest/gaps/index.html"] = "<p>no gaps";

  const Result<PublishReport> report = publish_files(folder / "site", next);
  REQUIRE(report);
  CHECK(report->folders_changed == 1);
  CHECK(report->folders_unchanged == 4);
  CHECK(contents(folder / "site").at("latest/gaps/index.html") == "<p>no gaps");
  CHECK(identity(folder / "site/v/1.0.0/index.html") == frozen);
  CHECK(identity(folder / "site/latest/index.html") != latest);
}

TEST_CASE("a version that somebody edited on the disk is put right") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  put_file(folder / "site/v/1.0.0/index.html", "<p>READY");
  REQUIRE(publish_files(folder / "site", kSite));
  CHECK(contents(folder / "site").at("v/1.0.0/index.html") == "<p>1.0.0");
}

TEST_CASE("versions and files that are no more are removed, the README stays") {
  const TemporaryFolder folder;
  put_file(folder / "site/README.md", "generated");
  Files old = kSite;
  old["old.json"] = "{}";
  old["branch/next/index.html"] = "<p>next";
  REQUIRE(publish_files(folder / "site", old));
  Files next = {{"index.html", "<p>home"}, {"v/1.1.0/index.html", "<p>1.1.0"}};
  REQUIRE(publish_files(folder / "site", next));

  Files left = contents(folder / "site");
  CHECK(left.at("README.md") == "generated");
  CHECK_FALSE(left.contains("branch"));  // not even an empty folder
  CHECK_FALSE(left.contains("evidence"));
  for (const char* name : {"README.md", "manifest.sha256", "v", "v/1.1.0"}) left.erase(name);
  CHECK(left == next);
}

TEST_CASE("a page that cannot be made leaves the old site byte for byte") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder.path());
  for (const unsigned jobs : {1u, 4u}) {
    const Result<PublishReport> failed =
        publish(folder / "site", jobs, 20, [](std::size_t i) -> Result<OutputFile> {
          if (i == 7 || i == 9 || i == 15)
            return make_error(ExitCode::usage, "template broken at " + std::to_string(i));
          return OutputFile{"latest/" + std::to_string(i), "new"};
        });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ExitCode::usage);
    CHECK(failed.error().diagnostic.message == "template broken at 7");
    CHECK(contents(folder.path()) == before);
  }
}

TEST_CASE("an exception while a page is made leaves the old site byte for byte") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder.path());
  CHECK_THROWS(publish(folder / "site", 2, 9, [](std::size_t i) -> Result<OutputFile> {
    if (i == 5) throw std::runtime_error("out of luck");
    return OutputFile{std::to_string(i), "new"};
  }));
  CHECK(contents(folder.path()) == before);
}

TEST_CASE("where the disk takes no more, the old site stays and the error names file and cause") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder.path());
  Files large = kSite;
  large["latest/large.json"] = std::string(100000, 'x');

  const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old_limit{};
  ::getrlimit(RLIMIT_FSIZE, &old_limit);
  const rlimit small{50000, old_limit.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const Result<PublishReport> failed = publish_files(folder / "site", large);
  ::setrlimit(RLIMIT_FSIZE, &old_limit);
  std::signal(SIGXFSZ, old_action);

  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == ExitCode::not_published);
  CHECK_THAT(failed.error().diagnostic.message, ContainsSubstring("latest/large.json"));
  CHECK_THAT(failed.error().diagnostic.message, ContainsSubstring("File too large"));
  CHECK(contents(folder.path()) == before);
}

TEST_CASE("with too few open files allowed, the old site stays whole, however few") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder / "site");
  const Files next = {{"index.html", "<p>new"}, {"v/1.0.0/index.html", "<p>new"}};
  int refused = 0;
  for (rlim_t allowed = 0; contents(folder / "site") == before; ++allowed) {
    REQUIRE(allowed < 100);
    rlimit old_limit{};
    ::getrlimit(RLIMIT_NOFILE, &old_limit);
    const rlimit small{allowed, old_limit.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &small);
    const Result<PublishReport> result = publish_files(folder / "site", next, 1);
    ::setrlimit(RLIMIT_NOFILE, &old_limit);
    if (result) break;
    ++refused;
    CHECK(result.error().code == ExitCode::not_published);
    CHECK(result.error().diagnostic.notes.empty());
  }
  CHECK(refused >= 5);
  CHECK(contents(folder / "site").at("v/1.0.0/index.html") == "<p>new");
  CHECK_FALSE(contents(folder / "site").contains("latest/index.html"));
}

TEST_CASE("unsafe and doubled paths are refused before the site changes") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder.path());
  for (const char* path :
       {"../escape", "/tmp/escape", "a/../../escape", "a\nb", "", "README.md", "manifest.sha256"}) {
    const Result<PublishReport> refused = publish_files(folder / "site", {{path, "x"}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ExitCode::internal);
  }
  const Result<PublishReport> doubled =
      publish(folder / "site", 1, 2, [](std::size_t) -> Result<OutputFile> {
        return OutputFile{"same", "x"};
      });
  REQUIRE_FALSE(doubled);
  CHECK_THAT(doubled.error().diagnostic.message, ContainsSubstring("two pages have the path same"));
  CHECK(contents(folder.path()) == before);
}

TEST_CASE("of two builds at once on one output, the second is told to wait") {
  const TemporaryFolder folder;
  Result<PublishReport> inner = PublishReport{};
  const Result<PublishReport> outer =
      publish(folder / "site", 1, 1, [&](std::size_t) -> Result<OutputFile> {
        inner = publish_files(folder / "site", {{"index.html", "second"}});
        return OutputFile{"index.html", "first"};
      });
  REQUIRE_FALSE(inner);
  CHECK(inner.error().code == ExitCode::locked);
  REQUIRE(outer);
  CHECK(contents(folder / "site").at("index.html") == "first");
  CHECK(publish_files(folder / "site", {{"index.html", "third"}}));
}

TEST_CASE("what a build killed during the swap left is taken over and cleared away") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  // Killed after the first new version folder was put in place: the manifest does not name it yet.
  put_file(folder / "site/v/2.0.0/index.html", "<p>2.0.0");
  put_file(folder / ".site.build-1/journal", "# muster site, manifest format 1\n" +
                                                 sha256_hex("<p>2.0.0") + "  v/2.0.0/index.html\n");
  put_file(folder / ".site.build-1/fresh/latest/index.html", "half");
  // And one that was killed before its swap.
  put_file(folder / ".site.build-2/fresh/latest/index.html", "half");
  put_file(folder / ".site.lock", "");

  REQUIRE(publish_files(folder / "site", kSite));
  const Files left = contents(folder.path());
  CHECK_FALSE(left.contains("site/v/2.0.0/index.html"));
  CHECK(left.at("site/latest/index.html") == "<p>latest");
  for (const auto& [path, bytes] : left) CHECK(path.starts_with("site"));
}

TEST_CASE("a folder that only looks like a leftover is left alone") {
  const TemporaryFolder folder;
  put_file(folder / ".site.build-mine/note", "keep");
  put_file(folder / ".site.buildings/note", "keep");
  REQUIRE(publish_files(folder / "site", kSite));
  CHECK(contents(folder.path()).at(".site.build-mine/note") == "keep");
  CHECK(contents(folder.path()).at(".site.buildings/note") == "keep");
}

TEST_CASE("where a step of the swap fails, the steps before it are taken back") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  const Files before = contents(folder.path());
  // "branch" cannot become a folder where a file of the same name stands in its place.
  Files blocked = kSite;
  blocked["branch"] = "a file";
  REQUIRE(publish_files(folder / "site", blocked));
  const Files with_file = contents(folder.path());
  Files next = kSite;
  next["assets/style.css"] = "p{color:red}";
  next["branch/next/index.html"] = "<p>next";

  const Result<PublishReport> failed = publish_files(folder / "site", next);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == ExitCode::not_published);
  CHECK(failed.error().diagnostic.notes.empty());
  CHECK(contents(folder.path()) == with_file);
}
