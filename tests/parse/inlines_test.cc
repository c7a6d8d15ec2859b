#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("every inline of CommonMark is kept") {
  CHECK(paragraph("a *b* **c** `d` [e](f) ![g](h) <i> &amp;") ==
        "a |em{b}| |strong{c}| |code(d)| |link(f){e}| |image(h){g}| |html(<i>)| &");
  CHECK(paragraph("a\nb  \nc\\\nd") == "a|soft|b|break|c|break|d");
  CHECK(paragraph("<http://a.example>") == "link(http://a.example){http://a.example}");
}

TEST_CASE("raw HTML stays as it is") {
  CHECK(paragraph("a <script>x</script>") == "a |html(<script>)|x|html(</script>)");
  CHECK(blocks_of(parse("<div onclick=x>\n*a*\n</div>"), BlockKind::html).at(0).text ==
        "<div onclick=x>\n*a*\n</div>\n");
}

TEST_CASE("strike-through goes across other inlines") {
  CHECK(paragraph("~~a~~ b") == "strike{a}| b");
  CHECK(paragraph("~~a **b** `c`~~") == "strike{a |strong{b}| |code(c)}");
  CHECK(paragraph("**~~a~~ b**") == "strong{strike{a}| b}");
  CHECK(paragraph("~~a\nb~~") == "strike{a|soft|b}");
}

TEST_CASE("tildes that strike nothing stay text") {
  CHECK(paragraph("a ~~ b ~~ c") == "a ~~ b ~~ c");
  CHECK(paragraph("~~a") == "~~a");
  CHECK(paragraph("x ~~~~a~~~~ ~b~") == "x ~~~~a~~~~ ~b~");
  CHECK(paragraph("\\~~a~~") == "~~a~~");
  CHECK(paragraph("&#126;~a~~") == "~~a~~");
  CHECK(paragraph("`~~a~~`") == "code(~~a~~)");
  CHECK(paragraph("*~~a* b~~") == "em{~~a}| b~~");
}

TEST_CASE("a blank form is text and not bold text") {
  CHECK(paragraph("Time: __:__ UTC") == "Time: __:__ UTC");
  CHECK(paragraph("Date: __/__/__ or ____/__/__") == "Date: __/__/__ or ____/__/__");
  CHECK(paragraph("____:____ ___/___/___ _/_") == "____:____ ___/___/___ _/_");
  CHECK(paragraph("# x\n\n- [ ] Start: __:__") == "Start: __:__");
}

TEST_CASE("what is really bold stays bold") {
  CHECK(paragraph("__a__ **:** __a:__") == "strong{a}| |strong{:}| |strong{a:}");
  CHECK(paragraph("__:__ and **:** and __:__") == "__:__ and |strong{:}| and __:__");
  CHECK(paragraph("**__:__**") == "strong{__:__}");
}

TEST_CASE("the children of an inline end where it says") {
  const Markdown markdown = parse("a **b *c* d** e");
  const std::vector<Inline>& inlines = markdown.blocks.at(1).inlines;
  // a, strong, b, em, c, d, e
  REQUIRE(inlines.size() == 7);
  CHECK(inlines[1].end == 6);
  CHECK(inlines[3].end == 5);
  CHECK(inlines[6].end == 7);
  CHECK(plain_text(inlines, 2, inlines[1].end) == "b c d");
}
