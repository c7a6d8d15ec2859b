#include "link/paths.h"

#include "link/anchors.h"
#include "link/ids.h"
#include "support/catch.h"

namespace muster {
namespace {

TEST_CASE("a path is resolved below the folder of its document") {
  CHECK(resolve_path("docs/qa", "../logs/./a.json") == "docs/logs/a.json");
  CHECK(resolve_path("", "a//b") == "a/b");
}

TEST_CASE("a path that leaves the repository tells what follows") {
  std::string outside;
  CHECK_FALSE(resolve_path("docs", "../../app/docs/a.md", &outside));
  CHECK(outside == "app/docs/a.md");
  CHECK_FALSE(resolve_path("", "../../../etc/passwd"));
}

TEST_CASE("patterns, folders and settings are not files") {
  CHECK(looks_like_file("docs/a.md"));
  CHECK(looks_like_file("evidence.json"));
  CHECK_FALSE(looks_like_file("backups/state_YYYYMMDD_HHMMSS.dump"));
  CHECK_FALSE(looks_like_file("evidence/*.json"));
  CHECK_FALSE(looks_like_file("organisations/{orgId}/a.json"));
  CHECK_FALSE(looks_like_file("docs/migration/"));
  CHECK_FALSE(looks_like_file("backend.retention"));
  CHECK_FALSE(looks_like_file("/ops/metrics"));
  CHECK_FALSE(looks_like_file("releases/v1.2"));
}

TEST_CASE("an id is cut at its number") {
  const auto id = split_id("CE-P0-06");
  REQUIRE(id);
  CHECK(id->prefix == "CE-P0-");
  CHECK(id->number == 6);
  CHECK_FALSE(split_id("CE-"));
  CHECK_FALSE(split_id("-20"));
  CHECK_FALSE(split_id("CE-99999999999999999999"));
}

TEST_CASE("the ids of a text stand on their own") {
  CHECK(all_ids("see BE-CICD-1, then BE-CICD-2") ==
        std::vector<std::string>{"BE-CICD-1", "BE-CICD-2"});
  CHECK(all_ids("no-id-1 here").empty());
}

TEST_CASE("percent escapes are resolved where they make text") {
  CHECK(clean_target("./a%20b%28c%29.json#L3") == "a b(c).json");
  CHECK(clean_target("%C3%A9t%c3%a9.md") == "été.md");
  CHECK(clean_target("a%00b%0a%zz%") == "a%00b%0a%zz%");
  CHECK(clean_target("a%ff.md") == "a%ff.md");
}

TEST_CASE("only a link may name a file with blanks that is not there") {
  CHECK(looks_like_file("evidence/my report.json", true));
  CHECK_FALSE(looks_like_file("evidence/my report.json"));
  CHECK_FALSE(looks_like_file("key=evidence/a.json"));
}

TEST_CASE("a name may begin with an id") {
  CHECK(leading_id("BE-CICD-1-repair") == "BE-CICD-1");
  CHECK(leading_id("CE-P0-06_notes") == "CE-P0-06");
  CHECK(leading_id("be-cicd-1") == "");
  CHECK(leading_id("README") == "");
}

TEST_CASE("an anchor begins with a letter and is given once") {
  Anchors anchors;
  CHECK(anchors.claim("CE-20") == "CE-20");
  CHECK(anchors.claim("CE-20") == "CE-20-2");
  CHECK(anchors.claim("2.1") == "s2.1");
  CHECK(anchors.claim("\"><script>") == "script");
  CHECK(anchors.claim("\xe2\x9c\x93") == "x");
}

}  // namespace
}  // namespace muster
