#include "render/scan.h"

#include <map>

#include "support/catch.h"

using namespace muster;

namespace {

Result<ScannedTemplate> scan(const std::string& text,
                             const std::map<std::string, std::string>& partials = {}) {
  return scan_template("page", [&](std::string_view name) -> std::optional<std::string_view> {
    if (name == "page") return text;
    const auto it = partials.find(std::string(name));
    if (it == partials.end()) return std::nullopt;
    return it->second;
  });
}

std::string refused(const std::string& text,
                    const std::map<std::string, std::string>& partials = {}) {
  const auto result = scan(text, partials);
  if (result) return "accepted";
  const Diagnostic& d = result.error().diagnostic;
  return d.path + ":" + std::to_string(d.line) + ": " + d.message;
}

}  // namespace

TEST_CASE("text, quoted attributes and whole addresses may hold values") {
  for (const char* text :
       {"<p>{{owner}}</p>", "<p class=\"a {{tone}}\">x</p>", "<a href=\"{{gap_href}}\">x</a>",
        "<a href=\"#{{id}}\">x</a>", "<p>{{text_html}}</p>", "<a{{#on}} class=\"x\"{{/on}}>x</a>",
        "<li{{#on}} hidden{{/on}}>x</li>"}) {
    INFO(text);
    CHECK(scan(text));
  }
}

TEST_CASE("a value that would come out unescaped is refused with its line") {
  CHECK(refused("<p>\n{{{x}}}</p>") == "templates/page.mustache:2: “x” would come out unescaped");
  CHECK(refused("<p>{{&x}}</p>") == "templates/page.mustache:1: “x” would come out unescaped");
}

TEST_CASE("an attribute without quotes may hold no value") {
  CHECK(refused("<p\n data-x={{w}}>") ==
        "templates/page.mustache:2: the attribute around “w” has no quotes");
}

TEST_CASE("an address must be a checked one, and whole") {
  CHECK(refused("<a href=\"{{url}}\">") ==
        "templates/page.mustache:1: “href” takes an address, and “url” is none");
  CHECK(refused("<a href=\"x/{{a_href}}\">") ==
        "templates/page.mustache:1: “a_href” must be the whole of “href”");
  CHECK(refused("<a href=\"{{#a}}#{{/a}}{{id}}\">") ==
        "templates/page.mustache:1: “href” takes an address, and “id” is none");
}

TEST_CASE("markup in an attribute, and values in scripts, styles and names, are refused") {
  CHECK(refused("<p title=\"{{a_html}}\">") ==
        "templates/page.mustache:1: the markup “a_html” stands in an attribute");
  CHECK(refused("<script>{{x}}</script>") == "templates/page.mustache:1: “x” stands in a script");
  CHECK(refused("<p onclick=\"{{x}}\">") ==
        "templates/page.mustache:1: “onclick” may hold no value");
  CHECK(refused("<p style=\"{{x}}\">") == "templates/page.mustache:1: “style” may hold no value");
  CHECK(refused("<!-- {{x}} -->") == "templates/page.mustache:1: “x” stands in a comment");
  CHECK(refused("<{{x}}>") ==
        "templates/page.mustache:1: “x” stands where the name of a tag or attribute is");
}

TEST_CASE("sections must end where they began") {
  CHECK(refused("a\n{{#x}}\nb") == "templates/page.mustache:2: the section “x” has no end");
  CHECK(refused("{{/x}}") == "templates/page.mustache:1: the section “x” ends and has not begun");
  CHECK(refused("{{#x}}{{#y}}{{/x}}{{/y}}") ==
        "templates/page.mustache:1: the section “y” of line 1 ends as “x”");
  CHECK(refused("<p {{#x}}class=\"{{/x}}\">") ==
        "templates/page.mustache:1: the section “x” begins and ends in different places of the "
        "markup");
}

TEST_CASE("a partial is checked in its own file, where it stands") {
  CHECK(refused("a\n{{>part}}", {{"part", "x\n{{{y}}}"}}) ==
        "templates/part.mustache:2: “y” would come out unescaped");
  CHECK(refused("{{>none}}") == "templates/page.mustache:1: there is no template “none”");
  CHECK(refused("{{>loop}}", {{"loop", "{{>loop}}"}}) ==
        "templates/loop.mustache:1: the template “loop” contains itself");
  CHECK(refused("{{#a}}{{>part}}", {{"part", "{{/a}}"}}) ==
        "templates/part.mustache:1: the section “a” ends and has not begun");
}

TEST_CASE("a partial stands in place of its tag, and its tags know their file") {
  const auto result = scan("<p>{{>part}}</p>\n{{b}}", {{"part", "<b>{{a}}</b>\n"}});
  REQUIRE(result);
  CHECK(result->text == "<p><b>{{a@0}}</b></p>\n{{b@1}}");
  CHECK(result->tags[0].file == "templates/part.mustache");
  CHECK(result->tags[1].line == 2);
}

TEST_CASE("delimiters stay as they are, and a tag must end") {
  CHECK(refused("{{=<% %>=}}") ==
        "templates/page.mustache:1: a template may not change the "
        "delimiters");
  CHECK(refused("{{x") == "templates/page.mustache:1: a tag has no end");
}
