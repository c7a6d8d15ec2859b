#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using record::ReportVerdict;
using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;
using test::told;

constexpr std::string_view kTicked = "# C\n\nOwner: PM\n\n- [x] tests pass (`run.json`)\n";
constexpr std::string_view kOpen = "# C\n\n- [ ] tests pass (`run.json`)\n";
constexpr std::string_view kMention = "# C\n\n- [ ] a\n\nSee `run.json`.\n";

Judged judge_report(std::string_view markdown, record::Report report) {
  ModelBuilder builder;
  builder.document("doc.md", markdown).report("run.json", std::move(report));
  return judge(builder);
}

TEST_CASE("a failing report is found where it is cited") {
  const Judged judged = judge_report(kTicked, told(ReportVerdict::fail, 3));
  const auto findings = findings_of(judged, "evidence-failed");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::blocker);
  CHECK(findings[0].message == "“run.json” says that it failed: as told");
  CHECK(findings[0].where.path == "doc.md");
  CHECK(findings[0].where.line == 5);
  CHECK(findings[0].owner == "PM");
  CHECK(count(judge_report(kTicked, told(ReportVerdict::pass, 3)), "evidence-failed") == 0);
}

TEST_CASE("a report whose only evidence is itself proves nothing") {
  const auto with_refs = [](std::vector<std::string> refs) {
    record::Report report = told(ReportVerdict::pass, 3);
    report.refs = std::move(refs);
    return judge_report(kTicked, std::move(report));
  };
  const Judged circular = with_refs({"./run.json"});
  REQUIRE(count(circular, "evidence-ambiguous") == 1);
  CHECK_THAT(findings_of(circular, "evidence-ambiguous")[0].message,
             ContainsSubstring("the only evidence that it names is itself"));
  CHECK(count(with_refs({"run.json", "db.log"}), "evidence-ambiguous") == 0);
  CHECK(count(with_refs({"other-run.json"}), "evidence-ambiguous") == 0);
}

TEST_CASE("a failing report that nobody cites weighs less") {
  const auto cited_by_nobody = [](bool generic) {
    ModelBuilder builder;
    builder.document("doc.md", "# C\n\n- [ ] a\n")
        .report("run.json", told(ReportVerdict::fail, 3, generic));
    return findings_of(judge(builder), "evidence-failed");
  };
  REQUIRE(cited_by_nobody(false).size() == 1);
  CHECK(cited_by_nobody(false)[0].severity == Severity::warning);
  CHECK(cited_by_nobody(false)[0].where.path == "run.json");
  CHECK(cited_by_nobody(true)[0].severity == Severity::note);
}

TEST_CASE("a tick that leans on a report nobody can interpret is a finding, an open box is none") {
  const auto doubts = [](std::string_view markdown, record::Report report) {
    return findings_of(judge_report(markdown, std::move(report)), "evidence-ambiguous");
  };
  REQUIRE(doubts(kTicked, told(ReportVerdict::unknown, 3)).size() == 1);
  CHECK(doubts(kTicked, told(ReportVerdict::unknown, 3))[0].message ==
        "“run.json” is cited as proof and proves nothing: as told");
  CHECK(doubts(kOpen, told(ReportVerdict::unknown, 3)).empty());
  CHECK(doubts(kTicked, told(ReportVerdict::pass, 3)).empty());
  CHECK(doubts(kTicked, told(ReportVerdict::pass, 3, true)).empty());
  record::Report future = told(ReportVerdict::pass, 3);
  future.taken_at = test::day("2027-01-01");
  REQUIRE(doubts(kTicked, future).size() == 1);
  CHECK_THAT(doubts(kTicked, future)[0].message, ContainsSubstring("2027-01-01"));
  record::Report skipped = told(ReportVerdict::pass, 76);
  skipped.skipped = 24;
  REQUIRE(doubts(kTicked, skipped).size() == 1);
  CHECK_THAT(doubts(kTicked, skipped)[0].message, ContainsSubstring("24 of 100 were skipped"));
}

TEST_CASE("a report with a key that stands twice verifies nothing") {
  ModelBuilder builder;
  builder.document("doc.md", kTicked)
      .report("run.json", R"({"schema":"muster/evidence/v1","verdict":"fail","verdict":"pass",)"
                          R"("counts":{"executed":3,"passed":3,"failed":0}})");
  const Judged judged = judge(builder);
  CHECK(judged.audit.tally.verified == 0);
  CHECK(count(judged, "evidence-ambiguous") == 1);
}

TEST_CASE("a pass over nothing is a blocker behind a tick and a note elsewhere") {
  const auto severity = [](std::string_view markdown, record::Report report) {
    const auto findings =
        findings_of(judge_report(markdown, std::move(report)), "evidence-vacuous");
    REQUIRE(findings.size() == 1);
    return findings[0].severity;
  };
  CHECK(severity(kTicked, told(ReportVerdict::empty, 0)) == Severity::blocker);
  CHECK(severity(kTicked, told(ReportVerdict::pass, 0)) == Severity::blocker);
  CHECK(severity(kOpen, told(ReportVerdict::empty, 0)) == Severity::note);
  CHECK(severity(kMention, told(ReportVerdict::empty, 0)) == Severity::note);
  CHECK(count(judge_report(kTicked, told(ReportVerdict::pass, 1)), "evidence-vacuous") == 0);
}

TEST_CASE("a report cited by a ticked item and not there is missing") {
  const Judged judged = judge(kTicked);
  const auto findings = findings_of(judged, "evidence-missing");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "“run.json” is cited as proof and is not there");
  CHECK(findings[0].severity == Severity::warning);
}

TEST_CASE("what is not there yet, or not proof, is not missing") {
  CHECK(count(judge(kOpen), "evidence-missing") == 0);
  CHECK(count(judge(kMention), "evidence-missing") == 0);
  CHECK(count(judge("# C\n\n- [x] Update `src/app.ts`\n"), "evidence-missing") == 0);
  CHECK(count(judge("# C\n\n- [x] Pin it in `app/package.json`\n"), "evidence-missing") == 0);
  CHECK(count(judge("# C\n\n- [x] Works in Node.js and `Backlog.md`\n"), "evidence-missing") == 0);
  CHECK(count(judge("# C\n\n- [x] Remove `legacy.json`\n"), "evidence-missing") == 0);
  CHECK(count(judge("# C\n\n- [x] dump `backups/db_YYYYMMDD.dump`\n"), "evidence-missing") == 0);
}

TEST_CASE("a file that the sentence is about is no proof, so it is not missing") {
  for (const char* item :
       {"Fix src/config.json parsing", "manifest.json served with no-cache", "index.html has CSP",
        "Images load: hero.png", "Rotated secrets.json", "Copy .env.json"}) {
    INFO(item);
    CHECK(count(judge(cat({"# C\n\n- [x] ", item, "\n"})), "evidence-missing") == 0);
  }
  for (const char* item :
       {"RLS (a.json)", "RLS — a.json", "RLS: a.json", "RLS a.json", "RLS, see a.json for all",
        "RLS logs/a.json is the run", "RLS\n  - Evidence: a.json", "Logo is shown (logo.png)"}) {
    INFO(item);
    CHECK(count(judge(cat({"# C\n\n- [x] ", item, "\n"})), "evidence-missing") == 1);
  }
}

TEST_CASE("a missing report cited in three places is one finding with three places") {
  const Judged judged =
      judge("# C\n\n- [x] one (`run.json`)\n- [x] two (`run.json`)\n- [x] three (`run.json`)\n");
  const auto findings = findings_of(judged, "evidence-missing");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].where.line == 3);
  CHECK(findings[0].related.size() == 2);
}

TEST_CASE("a report that was there once is removed, and says what it said") {
  ModelBuilder builder;
  builder.document("doc.md", kTicked).removed("run.json", R"({"status": "pass", "orgCount": 0})");
  const Judged judged = judge(builder);
  CHECK(count(judged, "evidence-missing") == 0);
  REQUIRE(count(judged, "evidence-removed") == 1);
  CHECK_THAT(findings_of(judged, "evidence-removed")[0].message,
             ContainsSubstring("was removed in commit " + test::object_id("second 0").short_hex()));
  CHECK(judged.audit.standings[0] == Standing::disputed);
}

TEST_CASE("a report that cannot be read is a finding and proves nothing") {
  ModelBuilder builder;
  builder.document("doc.md", kTicked).report("run.json", R"({"status": "pass")");
  const Judged judged = judge(builder);
  CHECK(count(judged, "evidence-unreadable") == 1);
  CHECK(judged.audit.standings[0] == Standing::claimed);
}

}  // namespace
}  // namespace muster
