// Ids of commits in prose, and what only looks like one.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using muster::test::read;

namespace {

std::vector<std::string> commits(const std::string& text) {
  std::vector<std::string> found;
  for (const record::Mention& mention : read("# T\n\n" + text + "\n").mentions)
    if (mention.kind == record::MentionKind::commit) found.push_back(mention.text);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an id of a commit in a code span or after a word for it is a reference") {
  CHECK(commits("Merged as `4f2c9ae`.") == Ids{"4f2c9ae"});
  CHECK(commits("Fixed in commit 4f2c9ae.") == Ids{"4f2c9ae"});
  CHECK(commits("**Commit**: 4f2c9ae1b0") == Ids{"4f2c9ae1b0"});
  CHECK(commits("Built from sha=4f2c9ae (rev 0a1b2c3d)") == Ids{"4f2c9ae", "0a1b2c3d"});
  CHECK(commits("Commits 4f2c9ae, 0a1b2c3 and `9d8e7f6`") == Ids{"4f2c9ae", "0a1b2c3", "9d8e7f6"});
  CHECK(commits("`da39a3ee5e6b4b0d3255bfef95601890afd80709`").size() == 1);
}

TEST_CASE("a reference to a commit has its place") {
  const Records records = read("# T\n\nSee commit **4f2c9ae**.\n");
  REQUIRE(records.mentions.size() == 1);
  CHECK(records.mentions[0].line == 3);
  CHECK(records.mentions[0].column == 14);
}

TEST_CASE("a column of commits holds ids of commits") {
  CHECK(commits("| Area | Commit |\n|---|---|\n| API | 4f2c9ae |\n| 0a1b2c3 | - |") ==
        Ids{"4f2c9ae"});
}

TEST_CASE("other hexadecimal digits are no commit") {
  CHECK(commits("The word 4f2c9ae alone").empty());
  CHECK(commits("`1234567` and commit 20260118").empty());  // numbers
  CHECK(commits("`deadbee` and commit accede").empty());    // no digit
  CHECK(commits("`#a1b2c3d` and colour `a1b2c3d4`").empty());
  CHECK(commits("`550e8400-e29b-41d4-a716-446655440000`").empty());
  CHECK(commits("commit 550e8400-e29b-41d4-a716-446655440000").empty());
  CHECK(commits("`d41d8cd98f00b204e9800998ecf8427e`").empty());  // an MD5 sum
  CHECK(commits("sha256 `4f2c9ae1b0`").empty());
  CHECK(commits("`4F2C9AE`, `4f2c9a`").empty());
  CHECK(commits("<!-- commit 4f2c9ae --> Text").empty());
}
