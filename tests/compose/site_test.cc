// What holds for every page of a site, whatever its documents say.
#include <set>

#include "compose/site_fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

// Every place that takes words of an author, with words that would do harm as markup.
constexpr const char* kBad = "<img src=x onerror=alert(1)>\"'<b class='st ok'>{{7*7}}";

BuiltSite make_hostile_site() {
  const std::string bad = kBad;
  ModelBuilder builder;
  builder.workspace().site.title = bad;
  builder
      .document("docs/plan.md", "# " + bad + "\n\n- **Owner**: " + bad + "\n- **" + bad +
                                    "**: x\n\n## Phase A - " + bad + "\n\n- [x] " + bad +
                                    " (`reports/<i>.json`)\n- [ ] " + bad + "\n  - [ ] nested " +
                                    bad + "\n\nExit gate:\n- [ ] " + bad +
                                    "\n\n## Phase B - x\n\n- [x] y\n\nExit gate:\n- [x] z\n")
      .document("issues/OPS-1.md",
                "# OPS-1: " + bad +
                    "\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n| " + bad +
                    " | " + bad + " | " + bad + " | " + bad + " | 2026-01-01 |\n")
      .document("docs/tracker.md", "# T-1: x\n\n## TK-1: " + bad + "\n\n**Owner**: " + bad +
                                       "\n**Status**: " + bad +
                                       "\n\n- [ ] a\n\n## TK-2: b\n\n"
                                       "**Dependencies**: TK-1, TK-99\n\n### Decision: " +
                                       bad + "\n\n**Decision**: [ ] GO [ ] NO-GO\n\n- [ ] c\n")
      .report(
          "reports/a.json",
          R"({"pass": false, "at": "2026-02-01T00:00:00Z", "count": 1, "why": "<img src=x onerror=alert(1)>"})");
  const Judged latest = judged(builder);
  const std::vector<Judged> versions = {tagged(latest, "1.0"), latest};
  return BuiltSite(builder.workspace(), versions);
}

const BuiltSite& hostile_site() {
  static const BuiltSite site = make_hostile_site();
  return site;
}

bool is_page(const std::string& path) { return path.ends_with(".html"); }

// The start tags of a page: name and the text of the attributes.
struct StartTag {
  std::string name;
  std::string attributes;
};
struct Markup {
  std::vector<StartTag> tags;
  std::string problem;  // of nesting; empty = none
};

Markup read_markup(const std::string& html) {
  const std::set<std::string> empty = {"meta", "link", "br", "hr", "input"};
  Markup markup;
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) return {markup.tags, "a tag has no end"};
    std::string tag = html.substr(at + 1, end - at - 1);
    if (tag.starts_with("!")) continue;
    if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1))
        return {markup.tags, "<" + tag + "> closes " + (open.empty() ? "nothing" : open.back())};
      open.pop_back();
      continue;
    }
    const std::size_t space = tag.find(' ');
    const std::string name = tag.substr(0, space);
    markup.tags.push_back({name, space == std::string::npos ? "" : tag.substr(space)});
    if (!tag.ends_with("/") && !empty.contains(name)) open.push_back(name);
  }
  if (!open.empty()) markup.problem = open.back() + " has no end";
  return markup;
}

// The names of attributes, their quoted values left out.
std::string without_values(const std::string& attributes) {
  std::string names;
  bool quoted = false;
  for (const char c : attributes) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted) {
      names += c;
    }
  }
  return names;
}

std::vector<std::string> values(const std::string& html, const std::string& attribute) {
  std::vector<std::string> list;
  const std::string opening = " " + attribute + "=\"";
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at)) {
    at += opening.size();
    list.push_back(html.substr(at, html.find('"', at) - at));
  }
  return list;
}

// "a/../b" as "b".
std::string resolved(const std::string& page, const std::string& relative) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(page, '/')) parts.emplace_back(part);
  parts.pop_back();
  for (const std::string_view part : split(relative, '/')) {
    if (part == "..") {
      if (parts.empty()) return "outside";
      parts.pop_back();
    } else {
      parts.emplace_back(part);
    }
  }
  return join(parts, "/");
}

}  // namespace

TEST_CASE("every link of a site leads to a file and an anchor that exist") {
  const BuiltSite& site = hostile_site();
  std::set<std::string> files = {"muster.css", "muster.js", "icon.svg"};
  for (const auto& [path, bytes] : site.files()) files.insert(path);
  int links = 0;
  for (const auto& [path, html] : site.files()) {
    if (!is_page(path)) continue;
    for (const char* attribute : {"href", "src"})
      for (const std::string& link : values(html, attribute)) {
        if (link.starts_with("https:")) continue;
        INFO(path << " -> " << link);
        const std::string file = link.substr(0, link.find('#'));
        const std::string target = file.empty() ? path : resolved(path, file);
        REQUIRE(files.contains(target));
        ++links;
        if (link.find('#') == std::string::npos) continue;
        const std::string anchor = link.substr(link.find('#') + 1);
        CHECK_THAT(site.file(target), ContainsSubstring(" id=\"" + anchor + "\""));
      }
  }
  CHECK(links > 300);
}

TEST_CASE("every page is well-formed, has one h1 and no id twice") {
  for (const auto& [path, html] : hostile_site().files()) {
    if (!is_page(path)) continue;
    INFO(path);
    const Markup markup = read_markup(html);
    CHECK(markup.problem == "");
    int titles = 0;
    for (const StartTag& tag : markup.tags) titles += tag.name == "h1" ? 1 : 0;
    CHECK(titles == 1);
    const std::vector<std::string> ids = values(html, "id");
    const std::set<std::string> distinct(ids.begin(), ids.end());
    CHECK(distinct.size() == ids.size());
  }
}

TEST_CASE("words of an author are never markup, and never a template") {
  int shown = 0;
  for (const auto& [path, html] : hostile_site().files()) {
    if (!is_page(path)) continue;
    INFO(path);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<b class='") == std::string::npos);
    CHECK(html.find("<i>") == std::string::npos);
    for (const StartTag& tag : read_markup(html).tags)
      CHECK(without_values(tag.attributes).find(" on") == std::string::npos);
    shown += html.find("{{7*7}}") != std::string::npos ? 1 : 0;
  }
  CHECK(shown > 10);
}

TEST_CASE("a page has no script or style of its own and asks for nothing outside the site") {
  for (const auto& [path, html] : hostile_site().files()) {
    if (!is_page(path)) continue;
    INFO(path);
    CHECK_THAT(html, ContainsSubstring("content=\"default-src 'none'; style-src 'self'; script-src "
                                       "'self'; img-src 'self'; form-action 'self'; base-uri "
                                       "'none'\""));
    for (const StartTag& tag : read_markup(html).tags) {
      CHECK(tag.name != "style");
      CHECK(tag.attributes.find(" style=") == std::string::npos);
      if (tag.name == "script") CHECK_THAT(tag.attributes, ContainsSubstring("muster.js\""));
    }
    for (const std::string& source : values(html, "src"))
      CHECK(source.find(':') == std::string::npos);
  }
}

TEST_CASE("a page carries the icons that it uses and no others") {
  for (const auto& [path, html] : hostile_site().files()) {
    if (!is_page(path)) continue;
    INFO(path);
    std::set<std::string> used;
    for (const std::string& link : values(html, "href"))
      if (link.starts_with("#m_i-")) used.insert(link.substr(1));
    std::set<std::string> carried;
    for (const std::string& id : values(html, "id"))
      if (id.starts_with("m_i-")) carried.insert(id);
    CHECK(used == carried);
  }
}

TEST_CASE("the same input gives the same bytes") {
  CHECK(make_hostile_site().files() == make_hostile_site().files());
}

TEST_CASE("a workspace without a document still has every page") {
  ModelBuilder builder;
  const std::vector<Judged> versions = {judged(builder)};
  const BuiltSite site(builder.workspace(), versions);
  CHECK_THAT(site.file("latest/index.html"), ContainsSubstring("<title>Undetermined"));
  CHECK_THAT(site.file("latest/gaps/index.html"), ContainsSubstring("No gap is open."));
  CHECK_THAT(site.file("latest/evidence/index.html"), ContainsSubstring("No report is cited."));
  CHECK_THAT(site.file("versions/index.html"), ContainsSubstring("No tag or review yet"));
}
