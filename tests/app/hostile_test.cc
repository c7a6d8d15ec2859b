// All text is hostile: whatever a repository holds comes out as text.
#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("hostile names and HTML in documents come out escaped on every page") {
  const std::string attack = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'>";
  const std::string document = "# " + attack + "\n\n- **Owner**: " + attack + "\n\n## 1) " +
                               attack + "\n\n- [x] " + attack +
                               " `evidence/a.json`\n- [ ] [click](javascript:alert(3)) "
                               "[tab](java\tscript:alert(4))\n\n<svg onload=alert(5)>\n\n"
                               "| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n| " +
                               attack + " | app | OPS-9 | " + attack + " | 2026-02-01 |\n";
  const std::string report =
      R"({"success":false,"timestamp":"</script><b>","recordCount":1,"name":"<script>alert(6)</script>"})";
  const std::string stream =
      commit(1, 2, attack, {{"docs/<b>bold & co.md", document}, {"evidence/a.json", report}}) +
      tag("v<i>1", 1);
  const GitRepo repo(stream);
  REQUIRE(muster_run({"build"}, repo.path()).code == 0);
  const auto files = files_below(repo.path() / "site");
  int pages_with_the_text = 0;
  for (const auto& [path, html] : files) {
    INFO(path);
    for (const char c : path)
      CHECK((std::isalnum(static_cast<unsigned char>(c)) != 0 ||
             std::string("/.-_").find(c) != std::string::npos));
    if (!path.ends_with(".html")) continue;
    CHECK(html.find("<img src=x") == std::string::npos);
    CHECK(html.find("<script>") == std::string::npos);
    CHECK(html.find("<svg onload") == std::string::npos);
    CHECK(html.find("href=\"javascript:") == std::string::npos);
    CHECK(html.find("href=\"java") == std::string::npos);
    CHECK(html.find("<b>bold") == std::string::npos);
    CHECK(html.find("<i>1") == std::string::npos);
    pages_with_the_text +=
        html.find("&lt;img src=x onerror=alert(1)&gt;") != std::string::npos ? 1 : 0;
  }
  CHECK(pages_with_the_text > 3);
}

TEST_CASE("control characters of a document never reach the terminal") {
  const GitRepo repo(
      commit(1, 2, "List",
             {{"a.md",
               "# A\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n| "
               "\x1b]0;owned\x07 \u202egap | app | A-1 | PM | 2026-01-01 |\n"}}));
  const Ran ran = muster_run({"check"}, repo.path());
  CHECK_THAT(ran.out, ContainsSubstring("gap-overdue"));
  CHECK(ran.out.find('\x1b') == std::string::npos);
  CHECK(ran.out.find('\x07') == std::string::npos);
  CHECK(ran.out.find("\u202e") == std::string::npos);
}

TEST_CASE("documents that would cost minutes to render are shown as their source, and say why") {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const std::string columns =
      "|" + repeated("a|", 4000) + "\n|" + repeated("-|", 4000) + "\n" + repeated("|a\n", 4000);
  const std::string definition = "[a]: /" + repeated("x", 16000) + "\n\n" + repeated("[a] ", 16000);
  const std::string lines = repeated("a\n", 320000) + "|a|b|\n|-|-|\n";
  for (const std::string& bomb :
       {columns, definition, lines, repeated("http://a<", 29000), repeated("![[]()", 43000)}) {
    INFO(bomb.substr(0, 20));
    const GitRepo repo(
        commit(1, 1, "Bomb", {{"bomb.md", "# B\n\n" + bomb}, {"other.md", "# O\n"}}));
    REQUIRE(muster_run({"build"}, repo.path()).code == 0);
    const auto files = files_below(repo.path() / "site");
    const std::string& page = files.at("latest/documents/bomb/index.html");
    CHECK_THAT(page, ContainsSubstring("Not shown: limit exceeded in line 3"));
    CHECK(page.size() < 2 * bomb.size() + 100000);
    CHECK(files.count("latest/documents/other/index.html") == 1);
  }
}
