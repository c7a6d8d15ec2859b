// The stored form of the manifest, and which paths may be published at all.
#include "publish/manifest.h"

#include "support/catch.h"

using namespace muster::publishing;

namespace {

const std::string kA(64, 'a');
const std::string kB(64, 'b');

}  // namespace

TEST_CASE("a manifest is a header and a line a file, sorted by path, as sha256sum reads it") {
  const Manifest manifest = {{"latest/index.html", kB}, {"index.html", kA}};
  CHECK(format_manifest(manifest) == "# muster site, manifest format 1\n" + kA + "  index.html\n" +
                                         kB + "  latest/index.html\n");
  CHECK(parse_manifest(format_manifest(manifest)) == manifest);
}

TEST_CASE("a list that somebody else made is no manifest of ours") {
  CHECK_FALSE(parse_manifest(kA + "  index.html\n"));
  CHECK_FALSE(parse_manifest("# muster site, manifest format 2\n" + kA + "  index.html\n"));
  CHECK_FALSE(parse_manifest(""));
}

TEST_CASE("a damaged manifest is no manifest") {
  const std::string header = "# muster site, manifest format 1\n";
  CHECK(parse_manifest(header + kA + "  a\n"));
  CHECK_FALSE(parse_manifest(header + kA + "  a"));              // cut short
  CHECK_FALSE(parse_manifest(header + kA + " a\n"));             // one space
  CHECK_FALSE(parse_manifest(header + kA.substr(1) + "  a\n"));  // a digit too few
  CHECK_FALSE(parse_manifest(header + kA + "  a\n" + kB + "  a\n"));
  CHECK_FALSE(parse_manifest(header + kA + "  ../a\n"));
  CHECK_FALSE(parse_manifest(header + kA + "  /etc/passwd\n"));
}

TEST_CASE("paths that leave the site or could not be copied elsewhere are unsafe") {
  for (const char* path : {"a", "a/b.html", "v/1.0.0-rc.5/index.html", ".nojekyll", "ä/ö.html"})
    CHECK(is_safe_path(path));
  for (const char* path : {"", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", "a\\b", "a\nb",
                           "a\x7f", "\xff", ".git/config", "a/.git"})
    CHECK_FALSE(is_safe_path(path));
  CHECK(is_safe_path(std::string(200, 'x')));
  CHECK_FALSE(is_safe_path(std::string(201, 'x')));
  std::string deep = "x";
  while (deep.size() <= 1024) deep += "/x";
  CHECK_FALSE(is_safe_path(deep));
}
