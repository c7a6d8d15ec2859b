#include "compose/prose.h"

#include "support/catch.h"
#include "support/model_builder.h"

using namespace muster;

namespace {

std::string html_of(std::string_view source, const LinkResolver& link = {},
                    const IdResolver& id = {}) {
  static const bool prepared = (prepare_parser(), true);
  (void)prepared;
  const Markdown markdown = parse_markdown(source);
  const Prose prose{markdown, nullptr, link, id, {}};
  return prose_blocks(prose, 1, markdown.blocks.size()).str();
}

LinkResolver as_written() {
  return [](std::string_view url) -> std::optional<Url> { return Url(url); };
}

}  // namespace

TEST_CASE("raw HTML comes out as the text that was written") {
  CHECK(html_of("a <img src=x onerror=alert(1)> b") ==
        "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n");
  CHECK_THAT(html_of("<script>alert(1)</script>\n"),
             ContainsSubstring("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("a comment is not shown, and one that never ends is shown whole") {
  CHECK(html_of("a <!-- secret --> b") == "<p>a  b</p>\n");
  CHECK(html_of("<!-- secret -->\n") == "");
  CHECK_THAT(html_of("<!-- open\n\n- [x] behind it\n"), ContainsSubstring("- [x] behind it"));
}

TEST_CASE("hostile text is escaped in every place that takes text") {
  const std::string bad = "\"'><b>&";
  const std::string sinks[] = {"# " + bad,
                               "- " + bad,
                               "> " + bad,
                               "`" + bad + "`",
                               "```" + bad + "\n" + bad + "\n```",
                               "| " + bad + " |\n|---|\n| " + bad + " |",
                               "- [ ] " + bad,
                               "[" + bad + "](https://example.org)",
                               "![" + bad + "](x.png)",
                               "[x](https://example.org \"t\")" + bad};
  for (const std::string& source : sinks) {
    INFO(source);
    const std::string html = html_of(source, as_written());
    CHECK(html.find("<b>") == std::string::npos);
    CHECK_THAT(html, ContainsSubstring("&lt;b&gt;"));
  }
}

TEST_CASE("a link keeps its text and loses an address that is not allowed") {
  for (const char* url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
                          "vbscript:x", "//evil.example", "file:///etc/passwd"}) {
    INFO(url);
    CHECK(html_of(std::string("[go](<") + url + ">)", as_written()) == "<p>go</p>\n");
  }
}

TEST_CASE("a link that leaves the site says so to the browser") {
  CHECK(html_of("[go](https://example.org/?a=1&b=2)", as_written()) ==
        "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener noreferrer\">go"
        "</a></p>\n");
}

TEST_CASE("an address cannot leave its attribute") {
  const std::string html = html_of("[go](<https://example.org/\" onclick=\"x>)", as_written());
  CHECK(html.find("onclick=\"") == std::string::npos);
  CHECK_THAT(html, ContainsSubstring("https://example.org/%22%20onclick=%22x"));
}

TEST_CASE("a link that leads nowhere is its text") {
  const LinkResolver nowhere = [](std::string_view) { return std::nullopt; };
  CHECK(html_of("see [the *plan*](plan.md)", nowhere) == "<p>see the <em>plan</em></p>\n");
}

TEST_CASE("a picture is named by its alternative text") {
  CHECK(html_of("![a chart](chart.png)") == "<p>Image: a chart</p>\n");
}

TEST_CASE("a declared id is linked where it stands as a word of its own") {
  const IdResolver ids = [](std::string_view id) -> std::optional<Url> {
    if (id == "OPS-1") return Url("ops-1.html");
    return std::nullopt;
  };
  CHECK(html_of("see OPS-1, not OPS-12 or XOPS-1", {}, ids) ==
        "<p>see <a href=\"ops-1.html\">OPS-1</a>, not OPS-12 or XOPS-1</p>\n");
  CHECK(html_of("`OPS-1`", {}, ids) == "<p><a href=\"ops-1.html\"><code>OPS-1</code></a></p>\n");
}

TEST_CASE("an id in a link makes no link in a link") {
  const IdResolver ids = [](std::string_view) -> std::optional<Url> { return Url("x.html"); };
  CHECK(html_of("[OPS-1](https://example.org)", as_written(), ids).find("x.html") ==
        std::string::npos);
}

TEST_CASE("a box shows the state that its source has") {
  CHECK_THAT(html_of("- [ ] write [x] when done"), ContainsSubstring("Not ticked"));
  CHECK_THAT(html_of("- [x] done"), ContainsSubstring("Ticked"));
  CHECK_THAT(html_of("- [~] half"), ContainsSubstring("<code>[~]</code>"));
}

TEST_CASE("control characters and bidi overrides are visible") {
  const std::string html = html_of(
      "a\xe2\x80\xae"
      "b\x1b[31m");
  CHECK(html.find("\xe2\x80\xae") == std::string::npos);
  CHECK(html.find('\x1b') == std::string::npos);
  CHECK_THAT(html, ContainsSubstring("\\u{202e}"));
}

TEST_CASE("a table has a caption, scopes and its alignment") {
  const std::string html = html_of("## Sizes\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n");
  CHECK_THAT(html, ContainsSubstring("<caption class=\"sr\">Table: Sizes</caption>"));
  CHECK_THAT(html, ContainsSubstring("<th scope=\"col\" class=\"num\">b</th>"));
  CHECK_THAT(html, ContainsSubstring("<tr><td>1</td><td class=\"num\">2</td></tr>"));
}

TEST_CASE("metadata written on lines of their own stay on lines of their own") {
  CHECK(html_of("**Status**: Open\n**Owner**: PM\nand **bold** text\n") ==
        "<p><strong>Status</strong>: Open<br>\n<strong>Owner</strong>: PM\nand "
        "<strong>bold</strong> text</p>\n");
}

TEST_CASE("a heading of a document is never the page's first") {
  CHECK(html_of("# One\n\n###### Six\n") == "<h2>One</h2>\n<h6>Six</h6>\n");
}

TEST_CASE("text below the deepest level that is drawn is still there") {
  std::string source;
  for (int i = 0; i < 60; ++i) source += "> ";
  CHECK_THAT(html_of(source + "at the bottom"), ContainsSubstring("at the bottom"));
}
