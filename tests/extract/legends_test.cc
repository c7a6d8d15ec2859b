// Legends: a document says what its signs mean, and is read by that.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// The class of a status cell in a document with this legend.
StatusClass class_of(const std::string& legend, const std::string& status) {
  const Records records = read(
      "# P\n\n" + legend + "\n\n## Work\n\n| Item | Status |\n|---|---|\n| a | " + status + " |\n");
  REQUIRE(records.status_rows.size() == 1);
  return at(records.status_rows, 0).status_class;
}

}  // namespace

TEST_CASE("a sign that a legend calls planned is not done") {
  for (const char* legend :
       {"Legend: ✅ = planned, 🚧 = in progress, ❌ = not started",
        "**Legend**: ✅ Planned | 🚧 In progress", "> Status legend: ✅ planned · ⬜ not started",
        "Key:\n\n- ✅ Planned\n- ❌ Not started", "## Legend\n\n- ✅ — planned\n- 🟢 — done",
        "## Status Legend\n\n| Symbol | Meaning |\n|---|---|\n| ✅ | Planned |\n| 🟢 | Done |",
        "| Icon | Status |\n|---|---|\n| ✅ | Planned |\n| 🟢 | Done |",
        "| Status | Meaning |\n|---|---|\n| ✅ Planned | in the backlog |\n| 🟢 Done | merged |",
        "✅ = planned  \n⚠️ = at risk", "Legend: planned = ✅, done = 🟢"}) {
    INFO(legend);
    CHECK(class_of(legend, "✅") == StatusClass::open);
  }
  CHECK(class_of("", "✅") == StatusClass::done);
}

TEST_CASE("a sign that a legend calls done is done, and doubted like any other") {
  const std::string legend = "Legend: 🟢 = done, 🔴 = not started";
  CHECK(class_of(legend, "🟢") == StatusClass::done);
  CHECK(class_of(legend, "🟢 partially") != StatusClass::done);
  CHECK(class_of(legend, "🔴") == StatusClass::open);
  CHECK(class_of("", "🟢") == StatusClass::unknown);
}

TEST_CASE("a sign that is explained in words of no known class is never done") {
  CHECK(class_of("Legend: ✅ = customer-visible", "✅") == StatusClass::unknown);
  CHECK(class_of("Legend: ✅ = done, not deployed", "✅") == StatusClass::unknown);
  CHECK(class_of("Legend: ✅ = customer-visible", "✅ Done") == StatusClass::done);
  CHECK(class_of("Legend: 🔴 high priority · 🟡 medium", "🔴") == StatusClass::unknown);
  CHECK(class_of("Legend: ❌ = hotline", "Done ❌") == StatusClass::unknown);
}

TEST_CASE("a sign that two legends explain in two ways is never done") {
  CHECK(class_of("Legend: ✅ = done\n\nLegend: ✅ = planned", "✅") == StatusClass::unknown);
}

TEST_CASE("a legend that says what a sign says anyway changes nothing") {
  for (const char* legend :
       {"Legend: ✅ Supported | ❌ Not supported", "Legend: ✅ done & tested",
        "Legend: ✅ Fully implemented", "🟢 ✅ = Passed, 🔴 ❌ = Failed"}) {
    INFO(legend);
    CHECK(class_of(legend, "✅") == StatusClass::done);
    CHECK(class_of(legend, "❌") == StatusClass::blocked);
  }
}

TEST_CASE("a sign in prose or in a table of work explains nothing") {
  CHECK(class_of("Set it to ✅ when planned work is over.", "✅") == StatusClass::done);
  CHECK(class_of("| Status | Description |\n|---|---|\n| ✅ | planned |\n", "✅") ==
        StatusClass::done);
  CHECK(class_of("## Legend\n\nUpdate the status to ✅ when complete.", "✅") == StatusClass::done);
}

TEST_CASE("headings, bullets and gaps are read by the legend as well") {
  const Records records = read(
      "# P\n\nLegend: ✅ = planned\n\n## ✅ Cutover\n\n- ✅ Login\n\n"
      "| Gap | Issue |\n|---|---|\n| ✅ Fix CI | BE-1 |\n");
  CHECK(at(records.sections, 2).glyph_state == BoxState::open);
  REQUIRE(records.marks.size() == 3);
  for (const record::Mark& mark : records.marks) CHECK(mark.state == BoxState::open);
  CHECK(records.marks[1].sign == "✅");
  CHECK_FALSE(at(records.gaps, 0).marked_closed);
  CHECK(at(records.gaps, 0).text == "Fix CI");
}

TEST_CASE("a bullet under a heading of blockers is closed by a sign that its legend calls done") {
  const std::string work = "\n\n- [ ] Cutover\n\n## Blockers\n\n- ✅ Fix CI\n";
  const Records planned = read("# P\n\nLegend: ✅ = planned" + work);
  CHECK_FALSE(at(planned.gaps, 0).marked_closed);
  CHECK(at(planned.gaps, 0).text == "Fix CI");
  CHECK(at(read("# P" + work).gaps, 0).marked_closed);
}

TEST_CASE("a result is read by the legend") {
  const std::string table =
      "| Area | Test | Result | Evidence |\n|---|---|---|---|\n| a | b | ✅ | c |\n";
  CHECK(at(read("Legend: ✅ = planned\n\n" + table).evidence_rows, 0).claimed == "pending");
  CHECK(at(read(table).evidence_rows, 0).claimed == "pass");
}

TEST_CASE("nothing else is read from the lines of a legend") {
  const Records records = read(
      "# P\n\n## Legend\n\n- ✅ Done\n- ⬜ Open\n- 🔴 NO-GO\n\n"
      "| Icon | Status | Owner |\n|---|---|---|\n| ✅ | Done | QA |\n| ⬜ | Open | PM |\n");
  REQUIRE(records.marks.size() == 5);
  for (const record::Mark& mark : records.marks) CHECK(mark.legend);
  CHECK(records.status_rows.empty());
  CHECK(records.decisions.empty());
  CHECK(records.items.empty());
}
