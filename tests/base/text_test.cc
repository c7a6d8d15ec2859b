#include "base/text.h"

#include <array>

#include "support/catch.h"

using namespace muster;

TEST_CASE("a glob's ** crosses folders and * does not") {
  CHECK(matches_glob("content/a/b.md", "content/**/*.md"));
  CHECK(matches_glob("content/b.md", "content/**/*.md"));
  CHECK_FALSE(matches_glob("content/a/b.md", "content/*.md"));
  CHECK(matches_glob("v1.0.0", "v*"));
  CHECK_FALSE(matches_glob("contents/b.md", "content/**"));
  CHECK(matches_glob("docs/issues/BE-1.md", "docs/issues/[A-Z]*.md"));
}

TEST_CASE("heading anchors are those of GitHub") {
  CHECK(heading_anchor("1) Runtime + infrastructure parity") == "1-runtime--infrastructure-parity");
  CHECK(heading_anchor("☐ CE-20: Pre") == "-ce-20-pre");
  CHECK(heading_anchor("Café — Überblick") == "café--überblick");
}

TEST_CASE("a near miss is suggested and a far one is not") {
  constexpr std::array<std::string_view, 3> keys = {"content", "evidence", "repositories"};
  CHECK(did_you_mean("contnet", keys) == "content");
  CHECK(did_you_mean("evidense", keys) == "evidence");
  CHECK(did_you_mean("banana", keys).empty());
}

TEST_CASE("control and bidi characters are made visible") {
  CHECK(visible("a\x1b[31mb") == "a\\u{001b}[31mb");
  CHECK(visible("x\u202ey") == "x\\u{202e}y");
  CHECK(visible("bad\xff") == "bad\\xff");
  CHECK(visible("tab\tand\nline") == "tab\tand\nline");
}

TEST_CASE("a slug holds safe characters only") {
  CHECK(slug("Review 1: Go/No-Go") == "review-1-go-no-go");
  CHECK(slug("../../etc/passwd") == "etc-passwd");
  CHECK(slug("v1.0.0-rc.5") == "v1.0.0-rc.5");
  CHECK(slug("日本").empty());
}

TEST_CASE("a word stands alone or not at all") {
  CHECK(contains_word("Sign-off by the PM", "pm"));
  CHECK_FALSE(contains_word("signs of life", "sign"));
}
