// Rows of gap tables: what closes a gap, how urgent it is and whose it is.
#include "extract/gap_rows.h"

#include <string>

#include "base/text.h"
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr std::string_view kGapHeader = "| Gap | Repo | Issue | Owner | Status |\n|-|-|-|-|-|\n";

}  // namespace

TEST_CASE("a mark that the next words take back closes no gap") {
  const auto closed = [](std::string_view gap, std::string_view issue) {
    return at(read(cat({kGapHeader, "| ", gap, " | r | ", issue, " | o | — |\n"})).gaps, 0)
        .marked_closed;
  };
  for (const char* gap :
       {"✅ partially: Fix CI", "✅ Workaround; fix pending", "✅ ❌ Fix CI", "✅ Fix CI (partially)",
        "✅ Pending: Fix CI", "✅ Fix CI – prod outstanding", "~~Fix CI~~ Fix CD ~~soon~~",
        "~~Fix~~ CI"}) {
    INFO(gap);
    CHECK_FALSE(closed(gap, "CI-1"));
  }
  CHECK_FALSE(closed("✅ Fix CI", "✅ CI-1, ❌ CI-2"));
  CHECK_FALSE(closed("Fix CI", "✅ CI-1, ❌ CI-2"));
  for (const char* gap :
       {"✅ Fix CI", "✅ Pending migrations", "✅ Not all tables have RLS", "✅ Fix CI (see notes)",
        "~~Fix CI~~", ":white_check_mark: Fix CI", "✅ Login: password reset, e-mail"}) {
    INFO(gap);
    CHECK(closed(gap, "CI-1"));
  }
}

TEST_CASE("a status that is struck through is none") {
  const auto closed = [](std::string_view status) {
    const std::string row = cat({"| ✅ A | r | X-1 | o | ", status, " |\n"});
    return at(read("| Gap | Repo | Issue | Owner | Status |\n|-|-|-|-|-|\n" + row).gaps, 0)
        .marked_closed;
  };
  CHECK_FALSE(closed("~~Closed~~ Open"));
  CHECK_FALSE(closed("~~Closed~~"));
  CHECK(closed("~~Open~~ Closed"));
  CHECK(closed("[x]"));
  CHECK(closed("Signed"));
  const Records records = read(
      "# CE-1: B\n\n- **Status**: ~~Done~~\n\n## CE-2: C\n\n"
      "**Status**: ~~Approved~~ Rejected\n");
  CHECK(records.status_class == StatusClass::unknown);
  REQUIRE(records.tasks.size() > 0);
  CHECK(at(records.tasks, records.tasks.size() - 1).status_class == StatusClass::blocked);
}

// The priority of the only gap in a table of these columns.
std::string priority_in(std::string_view header, std::string_view row,
                        std::string_view heading = "## Open points") {
  std::string line;
  for (const char c : header) line += c == '|' ? '|' : '-';
  const Records records =
      read(cat({"# T\n\n", heading, "\n\n", header, "\n", line, "\n", row, "\n"}));
  REQUIRE(records.gaps.size() == 1);
  return at(records.gaps, 0).priority.text;
}

TEST_CASE("the priority of a gap is read wherever it is told") {
  CHECK(priority_in("| Gap | Prio |", "| Fix CI | P0 |") == "P0");
  CHECK(priority_in("| Gap | Pri | Owner |", "| Fix CI | P1 | B |") == "P1");
  CHECK(priority_in("| Gap | Impact |", "| Fix CI | Blocker |") == "blocker");
  CHECK(priority_in("| Gap | Impact |", "| Fix CI | Users see a critical error page |").empty());
  CHECK(priority_in("| Gap | Blocking |", "| Fix CI | Yes |") == "blocker");
  CHECK(priority_in("| Gap | Priority | Blocker |", "| Fix CI | P2 | ✅ |") == "P2, blocker");
  CHECK(priority_in("| Gap | Priority | Blocker |", "| Fix CI | P2 | No |") == "P2");
  CHECK(priority_in("| Blocker | Owner |", "| Fix CI | B |") == "blocker");
  CHECK(priority_in("| Gap | Owner |", "| P0: Fix CI | B |") == "P0");
  CHECK(priority_in("| Gap | Owner |", "| [P0] Fix CI | B |") == "P0");
  CHECK(priority_in("| Gap | Priority |", "| Fix CI | ~~P0~~ P2 |") == "P2");
}

TEST_CASE("a heading tells the priority of the gaps below, unless a row has its own") {
  const auto under = [](std::string_view heading) {
    return priority_in("| Gap | Owner |", "| Fix CI | B |", heading);
  };
  CHECK(under("## P0 gaps (blockers)") == "P0");
  CHECK(under("## Blockers") == "blocker");
  CHECK(under("## Critical gaps") == "critical");
  CHECK(under("## Gaps / blockers").empty());
  CHECK(under("## Non-blocking gaps").empty());
  CHECK(under("## P0 and P1 gaps").empty());
  CHECK(priority_in("| Gap | Priority |", "| Fix CI | P2 |", "## P0 gaps") == "P2");
}

TEST_CASE("a table of descriptions under a heading about gaps is one of gaps") {
  const std::string table =
      "\n\n| Description | Severity | Owner |\n|-|-|-|\n| No CI | Low | B |\n";
  const Records records = read("# T\n\n## Known gaps" + table);
  REQUIRE(records.gaps.size() == 1);
  CHECK(at(records.gaps, 0).text == "No CI");
  CHECK(read("# T\n\n## Known limits" + table).gaps.empty());
}

TEST_CASE("nobody is no owner of a gap") {
  const auto fill = [](std::string_view owner) {
    return at(read(cat({kGapHeader, "| A | r | X-1 | ", owner, " | — |\n"})).gaps, 0).owner.fill;
  };
  for (const char* owner : {"unassigned", "None", "nobody", "No owner", "to be assigned"}) {
    INFO(owner);
    CHECK(fill(owner) == Fill::placeholder);
  }
  CHECK(fill("Nobody Owens") == Fill::value);
}

TEST_CASE("a priority is critical by its words, and not by those that it takes back") {
  for (const char* yes :
       {"P0", "Critical", "🔴 Critical", "Blocker", "release-blocking", "Blocks go-live", "Sev1",
        "SEV-1", "Show-stopper", "P2 → P0", "Crit", "P2, blocker", "Not urgent, blocker"}) {
    INFO(yes);
    CHECK(extract::is_critical(yes));
  }
  for (const char* no : {"Non-blocking", "Not a blocker", "P0 → P2", "P2 (was P0)", "P1", "High",
                         "Sev2", "not critical", ""}) {
    INFO(no);
    CHECK_FALSE(extract::is_critical(no));
  }
}

Records under(const std::string& heading, const std::string& bullets) {
  return read("# T\n\n- [x] a\n\n## " + heading + "\n\n" + bullets + "\n");
}

TEST_CASE("bullets under a heading of blockers are gaps") {
  const Records records = under("Known blockers", "- Fix CI (Bob)\n- Rotate keys");
  REQUIRE(records.gaps.size() == 2);
  CHECK(at(records.gaps, 0).text == "Fix CI (Bob)");
  CHECK(at(records.gaps, 0).critical);
  CHECK_FALSE(at(records.gaps, 0).marked_closed);
  CHECK(under("Open issues", "- Fix CI").gaps.size() == 1);
  CHECK_FALSE(at(under("Outstanding", "- Fix CI").gaps, 0).critical);
  CHECK(read("# T\n\n- [x] a\n\n**Blockers:**\n\n- Fix CI\n").gaps.size() == 1);
  CHECK(under("Blockers", "- No rollback path exists").gaps.size() == 1);
}

TEST_CASE("bullets that deny, point elsewhere, or stand in a text without work are no gaps") {
  for (const char* bullet :
       {"- None", "- none known", "- No open blockers", "- n/a", "- N/A", "- —",
        "- No known release blockers.", "- TBD", "- See #12", "- [ ] a box"}) {
    INFO(bullet);
    CHECK(under("Blockers", bullet).gaps.empty());
  }
  CHECK(under("How blockers are escalated", "- Call the PM").gaps.empty());
  CHECK(read("# T\n\n## Blockers\n\n- Fix CI\n").gaps.empty());
}

TEST_CASE("a bullet that is struck, ticked off or called resolved is a closed gap") {
  for (const char* bullet : {"- ~~Fix CI~~", "- ✅ Fix CI", "- Fix CI ✅", "- Fix CI — resolved",
                             "- Fix CI (closed)", "- Fixed: CI", "- Fix CI (fixed in #12)"}) {
    INFO(bullet);
    const Records records = under("Blockers", bullet);
    REQUIRE(records.gaps.size() == 1);
    CHECK(at(records.gaps, 0).marked_closed);
  }
  for (const char* bullet : {"- Fix CI — will be resolved", "- ❌ Fix CI", "- Closed beta blocked",
                             "- ~~Fix CI~~ Fix CD", "- Fix CI (fixed in next release)"}) {
    INFO(bullet);
    CHECK_FALSE(at(under("Blockers", bullet).gaps, 0).marked_closed);
  }
}

TEST_CASE("a bullet names the issue, the owner and the date of its gap") {
  for (const char* bullet : {"- CI red (BE-1), owner: Bob, ETA: 2026-03-01",
                             "- **CI red** — Owner: Bob — ETA: 2026-03-01 — Issue: BE-1"}) {
    INFO(bullet);
    const Records records = under("Blockers", bullet);
    REQUIRE(records.gaps.size() == 1);
    CHECK(at(records.gaps, 0).issues == std::vector<std::string>{"BE-1"});
    CHECK(at(records.gaps, 0).owner.text == "Bob");
    CHECK(at(records.gaps, 0).eta.text == "2026-03-01");
  }
  CHECK(at(under("Blockers", "- Owner: unassigned").gaps, 0).owner.fill == Fill::empty);
}

TEST_CASE("the number of a gap is no issue") {
  const auto issue = [](std::string_view id) {
    return at(read(cat({"| ID | Gap | Owner |\n|-|-|-|\n| ", id, " | CI red | Bob |\n"})).gaps, 0)
        .issue.text;
  };
  for (const char* own : {"GAP-1", "G1", "B-02"}) {
    INFO(own);
    CHECK(issue(own).empty());
  }
  CHECK(issue("BE-CICD-1") == "BE-CICD-1");
}
