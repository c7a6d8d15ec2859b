#include "base/slugs.h"

#include "support/catch.h"

using namespace muster;

TEST_CASE("a slug is given once, the next owner gets a part of its hash") {
  Slugs slugs;
  CHECK(slugs.take("readme", "a/README.md") == "readme");
  // sha256("b/README.md") begins with these digits.
  CHECK(slugs.take("readme", "b/README.md") == "readme-454abf");
}

TEST_CASE("a long slug is cut and tells its owner by its hash") {
  Slugs slugs;
  const std::string end = std::string(300, 'a');
  const std::string one = slugs.take(end, "one");
  const std::string two = slugs.take(end, "two");
  CHECK(one.size() == kLongestSlug);
  CHECK(one == std::string(73, 'a') + "-7692c3");
  CHECK(two.size() == kLongestSlug);
  CHECK(one != two);
}

TEST_CASE("a slug of the greatest length stays whole, and no cut ends in a hyphen") {
  Slugs slugs;
  CHECK(slugs.take(std::string(80, 'b'), "x") == std::string(80, 'b'));
  const std::string hyphens = std::string(70, 'c') + "---" + std::string(20, 'd');
  CHECK(slugs.take(hyphens, "x").find("c--") == std::string::npos);
}

TEST_CASE("a name without safe characters, and one owner twice, still get an address") {
  Slugs slugs;
  CHECK(slugs.take("", "x", "d").starts_with("d"));
  CHECK(slugs.take("", "x", "d").size() == 8);
  for (int i = 0; i < 100; ++i) CHECK(slugs.take("a", "same").size() <= kLongestSlug);
}
