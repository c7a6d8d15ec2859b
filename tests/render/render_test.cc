#include "render/render.h"

#include <fstream>

#include "support/catch.h"
#include "support/folder.h"

using namespace muster;

namespace {

TemplateFolder all_of(const test::TemporaryFolder& folder) {
  return {folder.path().parent_path(), folder.path().filename()};
}

// A page by a template of one's own.
Result<OutputFile> rendered(const std::string& text, Data::Object data) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "mine.mustache") << text;
  const auto templates = load_templates(all_of(folder));
  if (!templates) return templates.error();
  return render(**templates, {"mine/index.html", "mine", std::move(data)});
}

std::string bytes(const std::string& text, Data::Object data) {
  const Result<OutputFile> result = rendered(text, std::move(data));
  if (!result) return "error: " + result.error().diagnostic.message;
  return result->bytes;
}

}  // namespace

TEST_CASE("text comes out escaped, markup and addresses as they are") {
  CHECK(bytes("<p title=\"{{t}}\">{{t}}</p>", {{"t", "<b>&\"'"}}) ==
        "<p title=\"&lt;b&gt;&amp;&quot;&#39;\">&lt;b&gt;&amp;&quot;&#39;</p>");
  CHECK(bytes("{{x_html}}", {{"x_html", Html::trusted("<b>x</b>")}}) == "<b>x</b>");
  CHECK(bytes("<a href=\"{{x_href}}\">x</a>", {{"x_href", Url("a.html?b=1&c=2")}}) ==
        "<a href=\"a.html?b=1&amp;c=2\">x</a>");
}

TEST_CASE("words that look like a template are words") {
  CHECK(bytes("{{a}}", {{"a", "{{b}} {{{b}}}"}, {"b", "no"}}) == "{{b}} {{{b}}}");
}

TEST_CASE("a name that the page lacks is an error with the template's line") {
  const Result<OutputFile> result = rendered("<p>\n{{ownr}}</p>", {{"owner", "PM"}});
  REQUIRE_FALSE(result);
  CHECK_THAT(result.error().diagnostic.path, ContainsSubstring("/mine.mustache"));
  CHECK(result.error().diagnostic.line == 2);
  CHECK(result.error().diagnostic.message == "the page has no value named “ownr”");
}

TEST_CASE("a folder of templates is named as it is written, and no link is followed to it") {
  const test::TemporaryFolder folder;
  const auto told = [&](const std::string& name) {
    const auto templates = load_templates(TemplateFolder{folder.path(), name});
    return templates ? "" : format_diagnostic(templates.error().diagnostic);
  };
  std::filesystem::create_directories(folder.path() / "docs/pages");
  std::filesystem::create_directory_symlink("docs", folder.path() / "link");
  std::ofstream(folder.path() / "docs/pages/mine.mustache") << "<p>\n{{{x}}}";
  CHECK_THAT(told("docs/pages"), ContainsSubstring("docs/pages/mine.mustache:2: error:"));
  CHECK_THAT(told("docs/page"), ContainsSubstring("“docs/page” cannot be read: it does not exist"));
  CHECK_THAT(told("link/pages"), ContainsSubstring("it lies behind a symbolic link"));
  CHECK_THAT(told("docs/pages/mine.mustache"), ContainsSubstring("it is no folder"));
}

TEST_CASE("a name in a section that is not shown is not asked for") {
  CHECK(bytes("a{{#on}}{{missing}}{{/on}}", {{"on", false}}) == "a");
}

TEST_CASE("a list repeats its section, and an empty text or list shows none") {
  const Data::List rows = {Data::Object{{"n", 1}}, Data::Object{{"n", 2}}};
  CHECK(bytes("{{#rows}}<i>{{n}}</i>{{/rows}}", {{"rows", rows}}) == "<i>1</i><i>2</i>");
  CHECK(bytes("{{#t}}x{{/t}}{{^t}}none{{/t}}", {{"t", ""}}) == "none");
  CHECK(bytes("{{#has_rows}}x{{/has_rows}}{{^has_rows}}none{{/has_rows}}",
              {{"rows", Data::List{}}}) == "none");
}

TEST_CASE("a value must be of the type that its name promises") {
  CHECK_THAT(bytes("x", {{"a_href", "javascript:x"}}),
             ContainsSubstring("holds no checked address"));
  CHECK_THAT(bytes("x", {{"a", Html::trusted("<b>")}}), ContainsSubstring("“a” holds markup"));
  CHECK_THAT(bytes("x", {{"a", Url("x.html")}}), ContainsSubstring("“a” holds an address"));
  CHECK_THAT(bytes("{{a}}", {{"a", Data::List{Data("x")}}}), ContainsSubstring("is no text"));
}

TEST_CASE("a template of the workspace stands in for the built-in one") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "gaps.mustache") << "mine: {{word}}";
  const auto templates = load_templates(all_of(folder));
  REQUIRE(templates);
  const auto page = render(**templates, {"x.html", "gaps", {{"word", "gaps"}}});
  REQUIRE(page);
  CHECK(page->bytes == "mine: gaps");
}

TEST_CASE("the built-in templates pass their own check") {
  const auto templates = load_templates(std::nullopt);
  if (!templates) FAIL(format_diagnostic(templates.error().diagnostic));
  CHECK(templates);
}
