#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// What the text links to, each with a bar behind it.
std::string addresses(std::string_view text) {
  std::string out;
  for (const Block& block : parse(text).blocks)
    for (const Inline& one : block.inlines)
      if (one.kind == InlineKind::link) out += one.url + "|";
  return out;
}

}  // namespace

TEST_CASE("a bare address is a link") {
  CHECK(paragraph("see http://a.example now") ==
        "see |link(http://a.example){http://a.example}| now");
  CHECK(addresses("www.example.org/a") == "http://www.example.org/a|");
  CHECK(addresses("mail qa-lead+a@example.org, please") == "mailto:qa-lead+a@example.org|");
  CHECK(addresses("**https://a.example** and ~~https://b.example~~") ==
        "https://a.example|https://b.example|");
}

TEST_CASE("what ends a sentence is no part of a bare address") {
  CHECK(addresses("Run https://ci.example/12.") == "https://ci.example/12|");
  CHECK(addresses("(see https://ci.example/a_(b))") == "https://ci.example/a_(b)|");
  CHECK(addresses("https://ci.example/?a=1&hl; is") == "https://ci.example/?a=1|");
}

TEST_CASE("no bare address begins in a word, in code, or in a link") {
  CHECK(addresses("xhttp://a.example") == "");
  CHECK(addresses("`https://a.example`") == "");
  CHECK(addresses("[https://a.example](b.md)") == "b.md|");
  CHECK(addresses("![https://a.example](b.png)") == "");
  CHECK(addresses("@team and a@b and www. and http://") == "");
}

TEST_CASE("an address in a line of underscores takes no blank of a form with it") {
  CHECK(paragraph("Link: ____ https://a.example/x_y") ==
        "Link: ____ |link(https://a.example/x_y){https://a.example/x_y}");
}
