#include "compose/site_fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr const char* kReport =
    R"({"schema":"muster/evidence/v1","verdict":"pass","counts":{"executed":3,"passed":3,"failed":0,"skipped":0},"taken_at":"2026-02-04T08:00:00Z","subject":"restore","tool":"drill"})";

constexpr const char* kPlan =
    "# Cutover plan\n\n- **Owner**: PM\n\n## Phase A - Prepare\n\n- [x] Backups are on "
    "(`evidence/restore.json`)\n- [x] The team was told\n- [ ] Freeze changes\n\nExit gate:\n- [ ] "
    "A restore was seen\n\n## Phase B - Move\n\n- [x] Data moved\n\nExit gate:\n- [x] Counts "
    "agree\n";

constexpr const char* kGaps =
    "# OPS-1: Coordination\n\n- **Status**: Open\n\n| Gap | Repo | Issue | Owner | ETA "
    "|\n|---|---|---|---|---|\n| Late one | app | OPS-2 | Security | 2026-02-10 |\n| Later one | "
    "app | OPS-3 | TBD | 2026-03-10 |\n| ✅ Old one | app | OPS-4 | PM | — |\n| Latest one | app | "
    "OPS-5 | PM | 2026-02-01 |\n";

BuiltSite plan_site_of() {
  ModelBuilder builder;
  builder.workspace().site.title = "Go-live";
  builder.document("plan.md", kPlan).report("evidence/restore.json", kReport);
  const std::vector<Judged> versions = {judged(builder)};
  return BuiltSite(builder.workspace(), versions);
}

// The text from `begin` to the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  return text.substr(at, text.find(end, at + begin.size()) - at);
}

}  // namespace

TEST_CASE("the overview's title begins with the answer") {
  CHECK_THAT(plan_site_of().file("latest/index.html"),
             ContainsSubstring("<title>Not ready · latest · Go-live</title>"));
}

TEST_CASE("the front page is the overview of latest, with links into it") {
  const std::string front = plan_site_of().file("index.html");
  CHECK_THAT(front, ContainsSubstring("<title>Not ready · latest"));
  CHECK_THAT(front, ContainsSubstring("href=\"latest/findings/index.html\""));
  CHECK_THAT(front, ContainsSubstring("href=\"muster.css\""));
}

TEST_CASE("the big number counts verified items, not ticks") {
  const std::string overview = plan_site_of().file("latest/index.html");
  CHECK_THAT(between(overview, "Verified items</a>", "</div>"),
             ContainsSubstring("<dd>1 <small>of 6</small>"));
}

TEST_CASE("each item shows its standing as a shape and a word, and what it rests on") {
  const std::string page = plan_site_of().file("latest/checklists/plan/index.html");
  const std::string verified = between(page, "data-state=\"verified\"", "</li>");
  CHECK_THAT(verified, ContainsSubstring("#m_i-verified"));
  CHECK_THAT(verified, ContainsSubstring("Verified"));
  CHECK_THAT(verified, ContainsSubstring("evidence/restore.json"));
  const std::string claimed = between(page, "data-state=\"claimed\"", "</li>");
  CHECK_THAT(claimed, ContainsSubstring("Claimed"));
  CHECK_THAT(claimed, ContainsSubstring("No report is cited"));
}

TEST_CASE("a finding stands beside the place that it is about, with a link to its row") {
  const BuiltSite site = plan_site_of();
  const std::string page = site.file("latest/checklists/plan/index.html");
  const std::string note = between(page, "<div class=\"mn\">", "</div>");
  CHECK_THAT(note, ContainsSubstring("Blocker F-"));
  const std::string href = between(note, "findings/index.html#", "\"");
  REQUIRE(href.size() > 20);
  CHECK_THAT(site.file("latest/findings/index.html"),
             ContainsSubstring("id=\"" + href.substr(href.find('#') + 1) + "\""));
}

TEST_CASE("a gate that was closed too early says before which one") {
  CHECK_THAT(plan_site_of().file("latest/checklists/plan/index.html"),
             ContainsSubstring("Closed before gate A"));
}

TEST_CASE("a gate that nothing proves is passed on word alone, and not in the colour of proof") {
  ModelBuilder builder;
  builder.report("evidence/run.json", kReport)
      .document(
          "plan.md",
          "# Plan\n\n## Phase A - x\n\n- [x] a\n\nExit gate:\n- [x] b\n\n## Phase B - y\n\n- [x] "
          "c\n\nExit gate:\n- [x] d (`evidence/run.json`)\n");
  const std::vector<Judged> versions = {judged(builder)};
  const std::string page =
      BuiltSite(builder.workspace(), versions).file("latest/checklists/plan/index.html");
  CHECK_THAT(page, ContainsSubstring("Passed on word alone"));
  CHECK_THAT(page, ContainsSubstring("</svg>Passed</span>"));
  CHECK(page.find("Passed on word alone") < page.find("</svg>Passed</span>"));
}

TEST_CASE("open gaps come first, the longest past their date ahead of all") {
  ModelBuilder builder;
  builder.document("issues/OPS-1.md", kGaps);
  const std::vector<Judged> versions = {judged(builder)};
  const std::string page = BuiltSite(builder.workspace(), versions).file("latest/gaps/index.html");
  const std::size_t latest = page.find("Latest one");
  const std::size_t late = page.find("Late one");
  const std::size_t later = page.find("Later one");
  const std::size_t old = page.find("Old one");
  CHECK(latest < late);
  CHECK(late < later);
  CHECK(later < old);
  CHECK(old != std::string::npos);
  CHECK_THAT(page, ContainsSubstring("19 days past"));
  CHECK_THAT(page, ContainsSubstring("Nobody yet"));
  CHECK_THAT(page, ContainsSubstring("3 open, 2 past their ETA, 1 without owner"));
}

TEST_CASE("an old version says so and leads to the same page of the latest one") {
  ModelBuilder builder;
  builder.document("plan.md", kPlan);
  const Judged latest = judged(builder);
  const std::vector<Judged> versions = {tagged(latest, "1.0"), latest};
  const BuiltSite site(builder.workspace(), versions);
  const std::string banner =
      between(site.file("v/1.0/checklists/plan/index.html"), "class=\"old\"", "</a>");
  CHECK_THAT(banner, ContainsSubstring("You are reading an older version"));
  CHECK_THAT(banner, ContainsSubstring("href=\"../../../../latest/checklists/plan/index.html\""));
  CHECK(site.file("latest/checklists/plan/index.html").find("class=\"old\"") == std::string::npos);
}

TEST_CASE("a version that has nothing wrong says what was looked at") {
  const std::string page =
      site_of("# Notes\n\nNothing to do.\n").file("latest/findings/index.html");
  CHECK_THAT(page, ContainsSubstring("No findings in this version."));
  CHECK_THAT(page, ContainsSubstring("ran on 1 document and 0 reports."));
}

TEST_CASE("a report's page shows it as read, with what an auditor needs to check it") {
  ModelBuilder builder;
  builder.report("evidence/restore.json", kReport);
  const std::vector<Judged> versions = {judged(builder)};
  const BuiltSite site(builder.workspace(), versions);
  const std::string page = site.file("evidence/blob/" + object_id(kReport).hex() + "/index.html");
  CHECK_THAT(page, ContainsSubstring("&quot;subject&quot;: &quot;restore&quot;"));
  CHECK_THAT(page, ContainsSubstring("git cat-file blob " + object_id(kReport).hex()));
  CHECK_THAT(page, ContainsSubstring(sha256_hex(kReport).substr(0, 4)));
}

TEST_CASE("a document whose blocks were not read is shown as its source") {
  ModelBuilder builder;
  builder.document("plan.md", "# Plan\n\n" + std::string(3000, '|') + "\n|-|\n");
  std::vector<Judged> versions = {judged(builder)};
  Document& document = versions[0].model.documents[DocumentId(0)];
  auto content = std::make_shared<Content>(*document.content);
  content->markdown.blocks.clear();
  document.content = content;
  const BuiltSite site(builder.workspace(), versions);
  bool shown = false;
  for (const auto& [path, bytes] : site.files())
    shown = shown || bytes.find("<code># Plan") != std::string::npos;
  CHECK(shown);
}

TEST_CASE("links between documents lead to their pages, and dead ones are text") {
  ModelBuilder builder;
  builder
      .document("docs/a.md", "# A\n\n[b](../b.md#part-two) and [gone](gone.md) and [up](#none)\n")
      .document("b.md", "# B\n\n## Part two\n\nWords.\n");
  const std::vector<Judged> versions = {judged(builder)};
  const std::string page =
      BuiltSite(builder.workspace(), versions).file("latest/documents/a/index.html");
  CHECK_THAT(page,
             ContainsSubstring("<a href=\"../b/index.html#h-part-two\">b</a> and gone and up"));
}

TEST_CASE("a rollback trigger that is not ticked has not fired, and is no open work") {
  const std::string page =
      site_of(
          "# Plan\n\n- [ ] a\n\n## Rollback Decision Point\n\n**Question**: Should we roll back "
          "the migration?\n\n**Rollback Triggers**:\n- [ ] Data is lost\n- [x] The site is "
          "down\n\n**Decision**: [ ] CONTINUE [ ] ROLLBACK\n")
          .file("latest/checklists/plan/index.html");
  const std::size_t open = page.find("Data is lost");
  REQUIRE(open != std::string::npos);
  CHECK_THAT(page.substr(open - 600, 600), ContainsSubstring("Not fired"));
  const std::size_t fired = page.find("The site is down");
  CHECK_THAT(page.substr(fired - 400, 400), ContainsSubstring("Fired"));
}

TEST_CASE("a tracker lists its tasks with what they wait for") {
  const std::string page =
      site_of(
          "# T-1: Tracker\n\n## TK-20: First\n\n**Owner**: DBA\n**Time**: 30 minutes\n\n- [ ] "
          "a\n\n## TK-21: Second\n\n**Owner**: QA\n**Dependencies**: TK-20\n\n- [ ] b\n")
          .file("latest/trackers/plan/index.html");
  const std::string row = between(page, "<bdi>TK-21</bdi>", "</tr>");
  CHECK_THAT(row, ContainsSubstring(">TK-20</a>"));
  CHECK_THAT(between(page, "<bdi>TK-20</bdi>", "</tr>"), ContainsSubstring("30 min"));
}
