// Tables to records by their headers; cells by their fill.
#include <string>
#include <vector>

#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

record::TableKind kind_of(const std::string& header) {
  int bars = 0;
  for (const char c : header) bars += c == '|' ? 1 : 0;
  std::string text = header + "\n|";
  for (int i = 1; i < bars; ++i) text += "-|";
  const Records records = read(text + "\n");
  REQUIRE(records.tables.size() == 1);
  return at(records.tables, 0).kind;
}

const char* const kGapHeader = "| Gap | Repo | Issue | Owner | Status |\n|-|-|-|-|-|\n";

}  // namespace

TEST_CASE("the headers tell the kind of a table, in any order and with synonyms") {
  using record::TableKind;
  CHECK(kind_of("| Gap | Repo | Issue Link | Owner | ETA |") == TableKind::gap);
  CHECK(kind_of("| Due date | Blocker | Assignee |") == TableKind::gap);
  CHECK(kind_of("| Issue | Severity | Status | Owner | Notes |") == TableKind::gap);
  CHECK(kind_of("| Area | Test | Timestamp (UTC) | Result | Evidence | Follow-up |") ==
        TableKind::evidence);
  CHECK(kind_of("| Item | Status | Evidence |") == TableKind::evidence);
  CHECK(kind_of("| Role | Name | Signature | Date |") == TableKind::sign_off);
  CHECK(kind_of("| Role | Approver | Date |") == TableKind::sign_off);
  CHECK(kind_of("| Item | Value | Owner | Date | Evidence/Link |") == TableKind::decision_log);
  CHECK(kind_of("| Date | Decision | Rationale |") == TableKind::decision_log);
  CHECK(kind_of("| Date | Audience | Message | Follow-up |") == TableKind::communication);
  CHECK(kind_of("| Time | Task | Status | Notes |") == TableKind::schedule);
  CHECK(kind_of("| Role | Name | Contact | Availability |") == TableKind::roster);
  CHECK(kind_of("| # | Task | Issue | Severity | Status | Resolution |") == TableKind::issues_met);
  CHECK(kind_of("| Risk | Likelihood | Impact | Mitigation |") == TableKind::risk);
  CHECK(kind_of("| Riesgo | Probabilidad | Impacto | Mitigación |") == TableKind::risk);
  CHECK(kind_of("| Metric | Target | Actual | Status |") == TableKind::metric);
  CHECK(kind_of("| Item | Staging | Production | Status |") == TableKind::parity);
  CHECK(kind_of("| Version | Date | Changes |") == TableKind::change_log);
}

TEST_CASE("a header counts as whole words, and one signal is not enough") {
  using record::TableKind;
  CHECK(kind_of("| Expected outcome | Signs | Owner |") == TableKind::other);
  CHECK(kind_of("| Owner | Status |") == TableKind::other);
  CHECK(kind_of("| Gap |") == TableKind::other);
}

TEST_CASE("a gap is closed by a check mark, by strike-through or by its status") {
  const Records records =
      read(std::string(kGapHeader) +
           "| ✅ A | r | X-1 | o | |\n| ~~B~~ | r | X-2 | o | |\n"
           "| C | r | X-3 | o | Resolved 2026-01-02 |\n| D | r | X-4 | o | |\n");
  REQUIRE(records.gaps.size() == 4);
  CHECK(at(records.gaps, 0).marked_closed);
  CHECK(at(records.gaps, 0).text == "A");
  CHECK(at(records.gaps, 1).marked_closed);
  CHECK(at(records.gaps, 1).text == "B");
  CHECK(at(records.gaps, 2).marked_closed);
  CHECK_FALSE(at(records.gaps, 3).marked_closed);
}

TEST_CASE("a gap whose status says open is open, whatever its mark") {
  const Records records = read(std::string(kGapHeader) + "| ✅ A | r | X-1 | o | In progress |\n");
  CHECK_FALSE(at(records.gaps, 0).marked_closed);
}

TEST_CASE("a ragged row is said, and its status is not read") {
  const Records records = read(std::string(kGapHeader) + "| A `a|b` | r | X-1 | o | Done |\n");
  REQUIRE(records.gaps.size() == 1);
  CHECK_FALSE(at(records.gaps, 0).marked_closed);
  CHECK(at(records.gaps, 0).status.fill == Fill::empty);
  REQUIRE(records.notes.size() == 1);
  CHECK(records.notes[0].rule == "table-ragged");
  CHECK(records.notes[0].line == 3);
}

TEST_CASE("a row of a gap table that nobody used is no gap") {
  CHECK(read(std::string(kGapHeader) + "| | | | | |\n").gaps.empty());
}

TEST_CASE("a timeline without times yet is an actual one") {
  const Records records = read(
      "## Run\n\n| Time | Task |\n|-|-|\n| __:__ | AB-1 |\n\n## Plan\n\n"
      "| Time | Task |\n|-|-|\n| 09:00 - 09:30 | AB-1 |\n");
  REQUIRE(records.slots.size() == 2);
  CHECK_FALSE(at(records.slots, 0).planned);
  CHECK(at(records.slots, 1).planned);
  CHECK(at(records.slots, 1).from == 540);
  CHECK(at(records.slots, 1).to == 570);
}

TEST_CASE("evidence rows carry the reports that their cells name") {
  const Records records = read(
      "| Area | Result | Evidence |\n|-|-|-|\n| API | PASS | `e/a.json:12`, [log](e/b.log) |\n");
  REQUIRE(records.evidence_rows.size() == 1);
  const record::EvidenceRow& row = at(records.evidence_rows, 0);
  CHECK(row.area == "API");
  REQUIRE(row.mentions.size() == 2);
  CHECK(row.mentions[0].text == "e/a.json");
  CHECK(row.mentions[0].target_line == 12);
  CHECK(row.mentions[1].text == "e/b.log");
  CHECK(row.mentions[1].link);
}

TEST_CASE("a metric table gives values, targets and comparisons") {
  const Records records =
      read("| Metric | Target | Actual |\n|-|-|-|\n| p95 | < 200 | 180 |\n| errors | <= 1% | |\n");
  REQUIRE(records.metrics.size() == 2);
  CHECK(at(records.metrics, 0).value == 180);
  CHECK(at(records.metrics, 0).target == 200);
  CHECK(at(records.metrics, 0).comparison == record::Comparison::less);
  CHECK_FALSE(at(records.metrics, 1).value);
  CHECK(at(records.metrics, 1).comparison == record::Comparison::less_or_equal);
}

TEST_CASE("an unknown table stays a table") {
  const Records records = read("| Fruit | Colour |\n|-|-|\n| Apple | red |\n");
  REQUIRE(records.tables.size() == 1);
  CHECK(at(records.tables, 0).kind == record::TableKind::other);
  CHECK(at(records.tables, 0).rows[0][1].text == "red");
}

TEST_CASE("usual headers of gap tables") {
  for (const char* header :
       {"| Gap Description | Owner | ETA |", "| Gap ID | Description | Owner | ETA |",
        "| Known gap | DRI | Target date |", "| Open issue | Owner | Due |",
        "| Issue | Owner | Status |", "| Finding | Severity | Owner | Status |",
        "| Problem | Priority | Owner |", "| Gaps & blockers | Owner | ETA |"}) {
    INFO(header);
    CHECK(kind_of(header) == record::TableKind::gap);
  }
  CHECK(kind_of("| Issue | Description | Owner | Status | Depends on |") ==
        record::TableKind::dependency);
  CHECK(kind_of("| Problem | Severity | Resolution |") == record::TableKind::issues_met);
  CHECK(at(read("| Gap ID | Description | Owner |\n|-|-|-|\n| G-1 | No backup | o |\n").gaps, 0)
            .text == "No backup");
}

TEST_CASE("a status that does not say done keeps a gap open, whatever its mark") {
  for (const char* status :
       {"Reopened", "Regressed", "Unresolved", "Incomplete", "Verification failing", "Escalated",
        "Fix failed", "Mostly done", "TBD", "Accepted risk", "Done ❌", "Fixed?"}) {
    INFO(status);
    CHECK_FALSE(
        at(read(kGapHeader + ("| ✅ A | r | X-1 | o | " + std::string(status) + " |\n")).gaps, 0)
            .marked_closed);
  }
  CHECK(at(read(std::string(kGapHeader) + "| ✅ A | r | X-1 | o | — |\n").gaps, 0).marked_closed);
}

TEST_CASE("every issue that the cell of a gap names is kept") {
  const Records records = read(std::string(kGapHeader) + "| A | r | WS-1, WS-2 (see #7) | o | |\n");
  CHECK(at(records.gaps, 0).issues == std::vector<std::string>{"WS-1", "WS-2", "#7"});
}

TEST_CASE("a ragged row of a table that becomes no record is not said") {
  CHECK(read("| Fruit | Colour |\n|-|-|\n| Apple | red | big |\n").notes.empty());
  CHECK(read(std::string(kGapHeader) + "| A | r | X-1 | o | | more |\n").notes.size() == 1);
}

TEST_CASE("a table with a status for each row is a status table, a legend is none") {
  const Records records = read(
      "| Milestone | Date | Status | Owner |\n|---|---|---|---|\n"
      "| Beta | 2026-01-02 | ✅ Done | PM |\n| Launch | TBD | 🚫 Blocked by DNS | |\n");
  CHECK(at(records.tables, 0).kind == record::TableKind::status);
  REQUIRE(records.status_rows.size() == 2);
  CHECK(at(records.status_rows, 0).text == "Beta");
  CHECK(at(records.status_rows, 0).status_class == StatusClass::done);
  CHECK(at(records.status_rows, 1).status_class == StatusClass::blocked);
  CHECK(read("## Legend\n\n| Sign | Status |\n|---|---|\n| ✅ | done |\n").status_rows.empty());
}

TEST_CASE("parity, dependencies, risks and changes become rows of their own") {
  const Records parity = read(
      "| Item | Staging | Production | Status |\n|---|---|---|---|\n| Workers | 2 | 4 | ❌ |\n");
  CHECK(at(parity.parity_rows, 0).production.text == "4");
  CHECK(at(parity.status_rows, 0).status_class == StatusClass::blocked);
  const Records needs = read("| Task | Depends on |\n|---|---|\n| OPS-3 | OPS-1, OPS-2 |\n");
  REQUIRE(at(needs.dependency_rows, 0).needs.size() == 2);
  CHECK(at(needs.dependency_rows, 0).needs[1].first == "OPS-2");
  const Records risks = read(
      "| Risk | Impact | Mitigation |\n|---|---|---|\n| DNS is slow | High | Lower the TTL |\n");
  CHECK(at(risks.risks, 0).mitigation.text == "Lower the TTL");
  const Records changes =
      read("| Version | Date | Changes |\n|---|---|---|\n| 1.1 | 2026-01-02 | More boxes |\n");
  CHECK(at(changes.changes, 0).text == "More boxes");
}
