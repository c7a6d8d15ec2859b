// The sample documents as of 2026-02-18; every figure was counted by hand in their source.
#include <map>

#include "audit/judge.h"
#include "support/catch.h"
#include "support/samples.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;

Judged judge_seed(const std::string& folder, const std::string& name) {
  return judge(test::read_sample(folder, "seeds/" + name));
}

TEST_CASE("three gaps of the migration issue are overdue and none is without owner") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_seed(*folder, "mig-4.md");
  const auto overdue = findings_of(judged, "gap-overdue");
  REQUIRE(overdue.size() == 3);
  CHECK(overdue[0].message ==
        "gap “Repair backend CI pipeline” was due on 2025-10-24, 117 days before 2026-02-18");
  CHECK(overdue[1].label == "DATA-QA-1");
  CHECK_THAT(overdue[2].message, ContainsSubstring("2025-10-27, 114 days"));
  CHECK(count(judged, "gap-without-owner") == 0);
  CHECK(count(judged, "issue-unknown") == 1);     // one note: no sibling is configured
  CHECK(count(judged, "gap-repo-unknown") == 1);  // likewise
  CHECK(judged.audit.findings.size() == 5);
  CHECK(judged.audit.verdict.on_hold);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.tally.open == 8);
}

TEST_CASE("gates A and C of the migration checklist were skipped") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_seed(*folder, "schooltrack.md");
  const std::vector<std::pair<int, int>> tallies = {{0, 2}, {2, 2}, {0, 1}, {1, 1}, {1, 1}, {2, 2}};
  for (std::size_t i = 0; i < 6; ++i) {
    const GateId gate = judged.model.phases[PhaseId(i)].gate;
    REQUIRE(gate);
    CHECK(judged.audit.gates[gate.n].met == tallies[i].first);
    CHECK(judged.audit.gates[gate.n].criteria == tallies[i].second);
  }
  const auto skipped = findings_of(judged, "gate-skipped");
  REQUIRE(skipped.size() == 2);
  CHECK(count(judged, "status-contradicts-boxes") == 0);
  CHECK_THAT(skipped[0].message, ContainsSubstring("phases B, C, D, E and F"));
  CHECK_THAT(skipped[1].message, ContainsSubstring("phases D, E and F"));
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.tally.open == 8);
}

TEST_CASE("an untouched tracker has no finding and is not ready") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_seed(*folder, "ce-p0-06.md");
  for (const Finding& finding : judged.audit.findings) INFO(finding.rule + ": " + finding.message);
  CHECK(count(judged, "evidence-missing") == 0);
  CHECK(count(judged, "status-contradicts-boxes") == 0);
  CHECK(count(judged, "rollback-triggered") == 0);
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
  CHECK(judged.audit.tally.open == 90);  // 95 boxes, 5 of them rollback triggers
}

TEST_CASE("the tracker's numbers are filled from its reports, and its triggers fire by them") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  test::ModelBuilder builder;
  builder
      .document("doc.md",
                cat({"---\nmetrics:\n"
                     "  RLS Tests: evidence/rls.json#/passed\n"
                     "  RLS Tables: evidence/rls.json#/tables\n"
                     "  Performance degradation: evidence/bench.json#/regression_percent\n"
                     "---\n",
                     test::read_sample(*folder, "seeds/ce-p0-06.md")}))
      .report("evidence/rls.json", R"({"passed":6,"tables":13})")
      .report("evidence/bench.json", R"({"regression_percent":12.4})");
  const Judged judged = judge(builder);
  const auto bounds = findings_of(judged, "metric-out-of-bounds");
  REQUIRE(bounds.size() == 4);
  CHECK(bounds[0].message ==
        "“RLS Tables” is 13; asked for is 14 (“evidence/rls.json” at /tables)");
  CHECK(bounds[1].message == "“RLS Tests” is 6; asked for is 7 (“evidence/rls.json” at /passed)");
  CHECK(bounds[2].message ==
        "“Performance degradation” is 12.4 %; asked for is less than 10 % (“evidence/bench.json” "
        "at /regression_percent)");
  CHECK(bounds[3].label == "RLS Tests Passed");
  const auto fired = findings_of(judged, "rollback-triggered");
  REQUIRE(fired.size() == 1);  // the one at 30 % has not
  CHECK_THAT(fired[0].message, ContainsSubstring("> 5% of RLS tests fail"));
  CHECK_THAT(fired[0].message, ContainsSubstring("it is 14.3 %"));
  const auto hole = findings_of(judged, "threshold-hole");
  REQUIRE(hole.size() == 1);
  CHECK_THAT(hole[0].message,
             ContainsSubstring("less than 10 % and rolled back at more than 30 %"));
}

TEST_CASE("a backlog of 48 open boxes gives one reason") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_seed(*folder, "production-readiness.md");
  CHECK(judged.audit.findings.empty());
  REQUIRE(judged.audit.verdict.reasons.size() == 1);
  CHECK(judged.audit.verdict.reasons[0].text ==
        "48 of 48 boxes are open in “Production Readiness Tasks”");
}

TEST_CASE("a checklist nobody has begun raises nothing but its open boxes") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_seed(*folder, "staging-parity.md");
  CHECK(judged.audit.findings.empty());
  CHECK(judged.audit.verdict.outcome == Outcome::not_ready);
}

constexpr std::string_view kReports = "docs/migration-reports/";

std::vector<std::string> migration_reports() {
  return {"phaseD-parity-summary-20260215-170840.json",
          "phaseE-cutover-summary-20260215-171205.json",
          "phaseF-retirement-summary-20260215-172420.json",
          "prod-backfill-20260215-170832.json",
          "prod-cutover-report-20260215-171158.json",
          "prod-retire-legacy-20260215-172414.json",
          "staging-backfill-20260215-170822.json",
          "staging-cutover-report-20260215-171152.json",
          "staging-dry-run-20260215-170518.json",
          "staging-retire-legacy-20260215-172406.json",
          "staging-retire-legacy-dry-20260215-172359.json",
          "staging-seed-2026-02-15-173722493.json",
          "staging-seed-2026-02-15-174633373.json"};
}

// Other folders, names and things, and other keys in the reports.
std::string in_other_words(std::string text) {
  for (const auto& [from, to] :
       {std::pair("docs/migration-reports/", "proof/of/runs/"),
        std::pair("orgCount", "tenantCount"), std::pair("\"orgs\"", "\"tenants\""),
        std::pair("hasIssues", "hasErrors"), std::pair("\"pass\"", "\"success\""),
        std::pair("backfill", "refill"), std::pair("staging", "canary"),
        std::pair("Staging", "Canary"), std::pair("production", "fleet"),
        std::pair("Production", "Fleet"), std::pair("dashboard", "console"),
        std::pair("observation", "watch"), std::pair("Forge", "Anvil"),
        std::pair("trainingtrack", "courselog")})
    text = replace_all(std::move(text), from, to);
  return text;
}

enum class Reports { present, removed, renamed };

Judged judge_migration(const std::string& folder, Reports reports) {
  const bool renamed = reports == Reports::renamed;
  const std::string text = test::read_sample(folder, "seeds/schooltrack.md");
  test::ModelBuilder builder;
  builder.document("docs/MigrationExecutionChecklist.md", renamed ? in_other_words(text) : text);
  for (const std::string& name : migration_reports()) {
    std::string path = cat({kReports, name});
    std::string bytes = test::read_sample(folder, "corpus/schoolcomply-reports/" + path);
    if (renamed) path = in_other_words(path);
    if (renamed) bytes = in_other_words(bytes);
    reports == Reports::removed ? builder.removed(path, bytes) : builder.report(path, bytes);
  }
  return judge(builder);
}

std::vector<std::string> disputed_items(const Judged& judged) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < judged.model.items.size(); ++i)
    if (judged.audit.standings[i] == Standing::disputed)
      texts.push_back(judged.model.items[ItemId(i)].text);
  return texts;
}

TEST_CASE("the reports of the migration dispute six ticks, whether there, gone or renamed") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  for (const Reports reports : {Reports::present, Reports::removed, Reports::renamed}) {
    INFO(static_cast<int>(reports));
    const Judged judged = judge_migration(*folder, reports);
    const auto empty = findings_of(judged, "evidence-vacuous");
    CHECK(empty.size() == 11);  // eight runs over no organisation, three summaries of them
    for (const Finding& finding : empty) CHECK(finding.severity == Severity::blocker);
    std::vector<std::string> disputed = {
        "Run dry-run mode in staging and validate record counts.",
        "Run actual backfill in staging.",
        "Run production backfill in controlled window.",
        "Run full regression + rules tests + dashboard checks.",
        "Stable production behavior for agreed observation window.",
        "Final sign-off from Forge + Sentinel."};
    if (reports == Reports::renamed)
      for (std::string& text : disputed) text = in_other_words(text);
    CHECK(disputed_items(judged) == disputed);
    CHECK(judged.audit.tally.verified == 0);
    const auto denied = findings_of(judged, "claim-contradicts-evidence");
    REQUIRE(denied.size() == 3);
    CHECK_THAT(denied[0].message, ContainsSubstring("Checks: “N/A"));
    CHECK_THAT(denied[1].message, ContainsSubstring("Window: “Immediate run"));
    CHECK_THAT(denied[2].message, ContainsSubstring("pending human approval"));
    const GateId gate = judged.model.phases[PhaseId(3)].gate;
    REQUIRE(gate);
    CHECK(judged.audit.gates[gate.n].state == GateState::open);
  }
}

TEST_CASE("of the migration's reports twelve are cited, and the one that is not is told") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const Judged judged = judge_migration(*folder, Reports::present);
  int cited = 0;
  for (const Evidence& evidence : judged.model.evidence)
    if (evidence.path.starts_with(kReports) && !evidence.cited_by.empty()) ++cited;
  CHECK(cited == 12);
  const auto uncited = findings_of(judged, "evidence-uncited");
  REQUIRE(uncited.size() == 1);
  CHECK(uncited[0].message ==
        "1 report is cited by no document: "
        "docs/migration-reports/staging-seed-2026-02-15-174633373.json");
  // The one run over an organisation is told and has no report.
  const auto claim =
      std::find_if(judged.model.claims.begin(), judged.model.claims.end(), [](const Claim& one) {
        return std::any_of(one.facts.begin(), one.facts.end(), [](const record::Fact& fact) {
          return fact.key == "orgCount" && fact.value == "1";
        });
      });
  REQUIRE(claim != judged.model.claims.end());
  CHECK(claim->verdict == "pass");
  CHECK(claim->evidence.empty());
}

TEST_CASE("a number that the text tells of a run and its report tells otherwise is told") {
  test::ModelBuilder builder;
  builder
      .document("doc.md",
                "# C\n\n## Phase A\n\n- [x] a\n\n- Backfill:\n  - evidence report: `run.json`\n  "
                "- result: PASS (`orgCount=1`, `hasIssues=false`)\n")
      .report("run.json",
              R"({"orgCount":0,"hasIssues":false,"pass":true,"startedAt":"2026-02-15T10:00:00Z"})");
  const auto findings = findings_of(judge(builder), "claim-contradicts-evidence");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "“Backfill” tells orgCount=1, and “run.json” says 0");
  CHECK(findings[0].severity == Severity::blocker);
}

TEST_CASE("the migration's gaps meet their issues over three repositories") {
  const auto folder = test::samples_folder();
  if (!folder) return;
  const std::string base = "corpus/jobfinder/";
  test::ModelBuilder builder;
  builder.sibling("job-finder-FE")
      .sibling("job-finder-BE")
      .document(
          "docs/mig-4.md",
          test::read_sample(*folder, base + "docs/issues/mig-4-migration-qa-and-staging-parity.md"))
      .document("docs/parity.md",
                test::read_sample(*folder, base + "docs/migration/staging-parity-checklist.md"))
      .document("job-finder-BE:issues/be.md",
                test::read_sample(*folder,
                                  base + "job-finder-BE/docs/issues/be-cicd-1-repair-pipeline.md"))
      .document("job-finder-BE:issues/auth.md",
                test::read_sample(
                    *folder, base + "job-finder-BE/docs/issues/sec-auth-1-backend-authz-audit.md"))
      .document(
          "job-finder-FE:issues/auth.md",
          test::read_sample(*folder,
                            base + "job-finder-FE/docs/issues/sec-auth-1-frontend-authz-audit.md"));
  const Judged judged = judge(builder);
  const auto gap = [&](std::string_view key) -> const Gap& {
    for (const Gap& one : judged.model.gaps)
      if (one.issue_key == key) return one;
    FAIL(key);
    return judged.model.gaps[GapId(0)];
  };
  REQUIRE(gap("BE-CICD-1").issue);
  CHECK(judged.model.documents[gap("BE-CICD-1").issue].path == "issues/be.md");
  const auto ambiguous = findings_of(judged, "issue-ambiguous");
  REQUIRE(ambiguous.size() == 1);
  CHECK(ambiguous[0].label == "SEC-AUTH-1");
  CHECK(ambiguous[0].related.size() == 2);
  const auto unknown = findings_of(judged, "issue-unknown");
  REQUIRE(unknown.size() == 2);
  CHECK(unknown[0].label == "FE-RECOVERY-4");
  CHECK(unknown[1].label == "DATA-QA-1");

  // The parity table: 25 rows, by the marks in its source.
  REQUIRE(judged.model.parity_rows.size() == 25);
  std::map<std::string, int> marks;
  for (const ParityRow& row : judged.model.parity_rows) ++marks[row.status.text];
  CHECK(marks == std::map<std::string, int>{{"✅", 12}, {"⚠️", 9}, {"🚫", 4}});
  CHECK(count(judged, "parity-status-contradicts-values") == 0);
}

}  // namespace
}  // namespace muster
