#include "audit/rules.h"

#include <array>
#include <vector>

#include "audit/audit.h"
#include "audit/claims.h"
#include "audit/consistency.h"
#include "audit/evidence.h"
#include "audit/expectations.h"
#include "audit/failures.h"
#include "audit/gap_issues.h"
#include "audit/gaps.h"
#include "audit/gates.h"
#include "audit/metrics.h"
#include "audit/parity.h"
#include "audit/reading.h"

namespace muster {
namespace {

constexpr Severity B = Severity::blocker;
constexpr Severity W = Severity::warning;
constexpr Severity N = Severity::note;

// id, severity, title, why, how to fix, Markdown that raises it, how it should read; and its check.
const std::array kRules = {
    // claims
    Rule{{"evidence-failed", B, "A report says that it failed",
          "What rests on a failing report is not done, whatever its box says.",
          "Fix what failed, run it again and commit the new report.",
          "- [x] RLS tests pass (`evidence/rls.json`)\n\nwith `\"failed\": 2` in that report",
          "- [ ] RLS tests pass (`evidence/rls.json`)\n\nuntil the report passes"},
         check_evidence_failed},
    Rule{{"evidence-vacuous", B, "A report passes and tested nothing",
          "A pass over no tests, no records or only skipped ones says nothing about the system.",
          "Run it against real data and commit the new report.",
          "- [x] Backfill verified (`evidence/backfill.json`)\n\nwith `\"orgCount\": 0` in that "
          "report",
          "- [x] Backfill verified (`evidence/backfill.json`)\n\nwith a report over real records"},
         check_evidence_vacuous},
    Rule{{"evidence-missing", W, "A cited report is not there",
          "A tick that cites a report nobody can open proves nothing.",
          "Commit the report, or untick what rests on it.",
          "- [x] Backup tested (`logs/backup.json`)\n\nand no such file in the repository",
          "- [ ] Backup tested (`logs/backup.json`)\n\nuntil the report is committed"},
         check_evidence_missing},
    Rule{{"evidence-removed", W, "A cited report was removed",
          "The report was in this history once and is gone from this version, so nobody reading "
          "it can check the claim.",
          "Bring the report back, or cite the run that took its place.",
          "- [x] Cutover verified (`reports/cutover.json`)\n\nand a later commit deleted that file",
          "- [x] Cutover verified (`reports/cutover.json`)\n\nwith the report kept beside it"},
         check_evidence_removed},
    Rule{{"evidence-unreadable", W, "A report could not be read",
          "What cannot be read cannot count as proof.",
          "Write the report again with the tool that makes it.",
          "- [x] Smoke tests (`evidence/smoke.json`)\n\nand the file ends in the middle",
          "- [x] Smoke tests (`evidence/smoke.json`)\n\nwith a whole JSON file"},
         check_evidence_unreadable},
    Rule{{"evidence-ambiguous", W, "A report can be read in two ways",
          "A key that stands twice, counts that do not add up, a dry run or a format that is not "
          "known here have no one meaning, and prove nothing.",
          "Write every key once, and counts as the tool measured them.",
          "{\"pass\": false, \"pass\": true}", "{\"pass\": true}"},
         check_evidence_ambiguous},
    Rule{{"claim-contradicts-evidence", B, "The text and the report tell different things",
          "Who reads the text decides on a number that nobody measured.",
          "Write what the report says, or run it again.",
          "- RLS Tests: 7/7\n\nwith 6 in the report that front matter binds to it",
          "- RLS Tests: 6/7"},
         check_claim_contradicts_evidence},
    Rule{{"expectation-unmet", B, "A report does not say what is expected of it",
          "The document names what its report must say, and the report says something else.",
          "Correct what was measured, or what is expected.",
          "evidence: [{item: Indexes, report: bench.json, expect: [\"/p95_ms < 200\"]}]\n\nwith "
          "240 in that report",
          "the same, with 180 in that report"},
         check_expectation_unmet},
    Rule{{"metric-out-of-bounds", B, "A number is not what is asked for",
          "The document says what the number has to be, and it is not.",
          "Bring the number within its bounds, or agree on others and write them down.",
          "- Performance degradation: 12% (threshold: < 10%)",
          "- Performance degradation: 8% (threshold: < 10%)"},
         check_metric_out_of_bounds},
    Rule{{"metric-missing", W, "A number that front matter binds is not there",
          "The report that should give the number does not, so nobody knows it.",
          "Correct the path or the pointer, or write the number into the report.",
          "metrics: {\"RLS Tests\": \"evidence/rls.json#/passed\"}\n\nwith no such key in that "
          "report",
          "metrics: {\"RLS Tests\": \"evidence/rls.json#/counts/passed\"}"},
         check_metric_missing},
    Rule{{"evidence-uncited", N, "A report is cited by no document",
          "Either a claim lacks the proof that is there, or the report says something that nobody "
          "wanted to tell.",
          "Cite it where it proves something, or remove it.",
          "evidence/load-test.json, and no document that names it",
          "- [x] Load test passes (`evidence/load-test.json`)"},
         check_evidence_uncited},
    Rule{{"secret-in-evidence", W, "A report holds what looks like a secret",
          "Whoever can read the repository can use it. The site does not show it.",
          "Take the secret out of the report and of the history, and replace it.",
          "{\"ok\": true, \"token\": \"ghp_…\"}", "{\"ok\": true}"},
         check_secret_in_evidence},
    Rule{{"rollback-triggered", B, "The condition of a rollback trigger holds",
          "A ticked trigger, or a report that meets its condition, says that this is to be rolled "
          "back.",
          "Roll back, or untick the trigger and say why it no longer holds.",
          "**Rollback Triggers**:\n- [x] Data corruption detected",
          "**Rollback Triggers**:\n- [ ] Data corruption detected"},
         check_rollback_triggered},
    Rule{{"threshold-hole", N, "Between two thresholds nothing is said",
          "A number that is too high to be accepted and too low to be rolled back leaves the "
          "decision to whoever is on shift.",
          "Say what holds between the two numbers.",
          "- Degradation: __% (threshold: < 10%)\n\n**Rollback Triggers**:\n- [ ] Degradation > "
          "30%",
          "- Degradation: __% (threshold: < 10%)\n\n**Rollback Triggers**:\n- [ ] Degradation > "
          "10%"},
         check_threshold_hole},
    // order
    Rule{{"gate-skipped", B, "Work went past an open gate",
          "A gate that is open while later phases are ticked was not a gate: nobody knows whether "
          "what it guards holds.",
          "Close the gate, or untick what was done before it was passed.",
          "## Phase A\nExit gate:\n- [ ] Backup verified\n\n## Phase B\n- [x] Add rules",
          "## Phase A\nExit gate:\n- [x] Backup verified\n\n## Phase B\n- [x] Add rules"},
         check_gate_skipped},
    Rule{{"choice-ambiguous", W, "A choice has two answers",
          "Of a group of boxes one is to be chosen; with two, nobody knows what was decided. In a "
          "decision this is a blocker.",
          "Leave one box ticked.", "**Decision**: [x] GO [x] NO-GO",
          "**Decision**: [x] GO [ ] NO-GO"},
         check_choice_ambiguous},
    // status
    Rule{{"status-contradicts-boxes", W, "A status and its boxes disagree",
          "One of the two is out of date, and readers trust whichever they see first.",
          "Bring the status and the boxes in line.", "# Cutover\nStatus: Done\n\n- [ ] Switch DNS",
          "# Cutover\nStatus: Done\n\n- [x] Switch DNS"},
         check_status_contradicts_boxes},
    // gaps
    Rule{{"gap-closed-issue-open", B, "A gap is marked closed and its issue is open",
          "The table says that it is fixed and the people who fix it say that it is not.",
          "Close the issue, or open the gap again.",
          "| Gap | Issue |\n|---|---|\n| ✅ Repair CI | BE-CICD-1 |\n\nwith BE-CICD-1 in progress",
          "| Gap | Issue |\n|---|---|\n| Repair CI | BE-CICD-1 |"},
         check_gap_closed_issue_open},
    Rule{{"gap-without-owner", W, "A gap has no owner",
          "A gap that nobody owns is a gap that nobody closes.",
          "Name the person or role that closes it.",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | TBD | 2025-10-24 |",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B | 2025-10-24 |"},
         check_gap_without_owner},
    Rule{{"gap-overdue", W, "A gap is past its date",
          "The date that was agreed has passed and the gap is open: the plan that counts on it "
          "does not hold.",
          "Close the gap, or agree on a new date and write it down.",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B | 2025-10-24 |\n\non "
          "2026-02-18",
          "| Gap | Owner | ETA |\n|---|---|---|\n| ✅ Repair CI | Worker B | 2025-10-24 |"},
         check_gap_overdue},
    Rule{{"gap-without-issue", W, "A gap has no issue",
          "A gap that no issue tracks is worked on by nobody who looks at issues.",
          "Open an issue and name it in the row.",
          "| Gap | Issue | Owner |\n|---|---|---|\n| Repair CI | TBD | Worker B |",
          "| Gap | Issue | Owner |\n|---|---|---|\n| Repair CI | BE-CICD-1 | Worker B |"},
         check_gap_without_issue},
    Rule{{"gap-without-eta", W, "A gap has no date", "A gap without a date is late on no day.",
          "Agree on a date and write it down.",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B | TBD |",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B | 2026-03-24 |"},
         check_gap_without_eta},
    Rule{{"issue-unknown", W, "A gap names an issue that is not there",
          "Nobody can look up how far the gap is.",
          "Correct the id, or name the repository that has it.",
          "| Gap | Issue |\n|---|---|\n| Repair CI | BE-CICD-9 |",
          "| Gap | Issue |\n|---|---|\n| Repair CI | BE-CICD-1 |"},
         check_issue_unknown},
    Rule{{"issue-ambiguous", W, "Several files have the id of an issue",
          "Whoever reads the gap cannot tell which of them tracks it.",
          "Give each issue an id of its own, or name the repository in the row.",
          "| Gap | Issue |\n|---|---|\n| Harden auth | SEC-AUTH-1 |\n\nwith two files of that id",
          "| Gap | Repo | Issue |\n|---|---|---|\n| Harden auth | app-BE | SEC-AUTH-1 |"},
         check_issue_ambiguous},
    Rule{{"gap-issue-differs", W, "A gap and its issue name different owners or dates",
          "Two owners are none, and of two dates the later one happens.",
          "Bring the row and the issue in line.",
          "| Gap | Issue | Owner |\n|---|---|---|\n| Repair CI | BE-CICD-1 | Worker B |\n\nwith "
          "another owner in BE-CICD-1",
          "the same owner in both"},
         check_gap_issue_differs},
    Rule{
        {"gap-open-issue-closed", W, "A gap is open and its issue is closed",
         "Either the gap is closed and the table is out of date, or the issue was closed too soon.",
         "Close the gap, or open the issue again.",
         "| Gap | Issue |\n|---|---|\n| Repair CI | BE-CICD-1 |\n\nwith BE-CICD-1 done",
         "| Gap | Issue |\n|---|---|\n| ✅ Repair CI | BE-CICD-1 |"},
        check_gap_open_issue_closed},
    Rule{{"gap-repo-unknown", W, "A gap names a repository that is not configured",
          "Its issue cannot be looked up.",
          "Add the repository under `repositories` in muster.yaml, or correct the name.",
          "| Gap | Repo |\n|---|---|\n| Repair CI | app-EB |",
          "| Gap | Repo |\n|---|---|\n| Repair CI | app-BE |"},
         check_gap_repo_unknown},
    Rule{{"failure-without-gap", W, "Something failed and nobody has written it down as a gap",
          "What is in no gap table and in no issue has no owner and no date.",
          "Add a gap or an issue that names it.",
          "- [ ] Load test passes (`evidence/load-test.json`)\n\nwith a failing report",
          "| Gap | Owner | ETA |\n|---|---|---|\n| load-test.json fails at 200 users | Worker B | "
          "2026-03-24 |"},
         check_failure_without_gap},
    // parity
    Rule{{"parity-mismatch", B, "Two environments do not stand to each other as they should",
          "What was tested in one environment says nothing of the other where they differ.",
          "Bring the environments in line, or say in the row how they should differ.",
          "parity: {…, rows: [{item: Postgres, pointer: /postgres, compare: major}]}\n\nwith 15 in "
          "staging and 16 in production",
          "the same, with 16 in both"},
         check_parity_mismatch},
    Rule{
        {"parity-status-contradicts-values", B, "A row is marked equal and its values are not",
         "Readers trust the mark and do not compare the values.",
         "Correct the value or the mark; where it differs on purpose, say so in the row.",
         "| Item | Staging | Production | Status |\n|---|---|---|---|\n| Postgres | 15 | 16 | ✅ |",
         "| Item | Staging | Production | Status |\n|---|---|---|---|\n| Postgres | 16 | 16 | ✅ |"},
        check_parity_contradicted},
    Rule{{"parity-unknown", W, "Two environments cannot be compared",
          "A value that is missing or cannot be read is no equal value.",
          "Capture both environments, or correct the pointer.",
          "parity: {…, rows: [{item: Region, pointer: /regoin}]}",
          "parity: {…, rows: [{item: Region, pointer: /region}]}"},
         check_parity_unknown},
    // reading
    Rule{{"date-unclear", N, "A date cannot be told",
          "A date that is impossible or can be read in two ways cannot be compared.",
          "Write it as year, month and day: 2026-02-18.", "Due: 03/04/2026", "Due: 2026-04-03"},
         check_date_unclear},
    Rule{{"front-matter-invalid", W, "Front matter cannot be read",
          "What front matter binds (owner, kind, evidence) is not known until it can be read.",
          "Correct the line that is named.", "---\nowner: PM\nowner: CTO\n---",
          "---\nowner: PM\n---"},
         check_front_matter_invalid},
    Rule{{"version-unresolved", W, "A version names no commit",
          "A review whose ref is not in the repository is left out of the site.",
          "Correct the ref in muster.yaml, or fetch it.",
          "reviews: [{name: Review 2, ref: 0000000}]", "reviews: [{name: Review 2, ref: 4f2c9ae}]"},
         check_version_unresolved},
    Rule{{"table-ragged", W, "A table row has too many or too few cells",
          "Cells of such a row may stand under the wrong heading, so an owner may be read as a "
          "date.",
          "Give the row as many cells as the header has.",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B |",
          "| Gap | Owner | ETA |\n|---|---|---|\n| Repair CI | Worker B | — |"},
         check_table_ragged},
    Rule{{"box-unclear", N, "A box has a mark that cannot be read",
          "Only [x] and [ ] say done and open; anything else is never counted as done.",
          "Tick the box, or leave it open and say the rest in words.", "- [~] Restore tested",
          "- [ ] Restore tested (half way)"},
         check_box_unclear},
    Rule{{"word-redefined", W, "A project reads a word more kindly than it sounds",
          "A word that says that work is left is read as done, or a header as another column: "
          "whoever reads the documents by themselves would judge otherwise.",
          "Use a word of your own, or set this rule to note where the project means it so.",
          "vocabulary: {status: {done: [active]}}", "vocabulary: {status: {done: [shipped]}}"},
         check_word_redefined},
    Rule{{"limit-exceeded", W, "A file is over a limit",
          "What was not read is not judged, so nothing in it can count as done.",
          "Split the file, or raise the limit in muster.yaml.", "an issue file of 3 MiB",
          "several smaller files"},
         check_limit_exceeded},
    Rule{{"source-incomplete", W, "Part of a source could not be read",
          "A judgement over half of the input may be too good.",
          "Fetch the whole repository and build again.", "a clone with a missing object",
          "a whole clone"},
         check_source_incomplete},
};

}  // namespace

std::span<const Rule> rule_table() { return kRules; }

std::span<const RuleInfo> rules() {
  static const std::vector<RuleInfo> infos = [] {
    std::vector<RuleInfo> all;
    for (const Rule& rule : kRules) all.push_back(rule.info);
    return all;
  }();
  return infos;
}

}  // namespace muster
