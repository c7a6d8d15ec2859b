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

TEST_CASE("a mark in a box means what the legend says, in each of its shapes") {
  for (const char* legend :
       {"Legend: [x] done, [~] in progress, [-] not applicable, [v] = done",
        "## Legend\n\n- [x] done\n- [~] in progress\n- [-] N/A\n- [v] done",
        "Key:\n\n- `[~]`: in progress\n- `[-]`: n/a\n- `[v]`: done",
        "## Legend\n\n| Box | Meaning |\n|---|---|\n| `[~]` | in progress |\n| `[-]` | n/a |\n"
        "| `[v]` | done |"}) {
    INFO(legend);
    const Records records = read("# P\n\n" + std::string(legend) +
                                 "\n\n## Work\n\n- [~] a\n- [-] b\n- [v] c\n- [x] d\n");
    std::vector<BoxState> states;
    for (const record::Item& item : records.items)
      if (at(records.sections, item.section.n).title == "Work") states.push_back(item.state);
    CHECK(states == std::vector<BoxState>{BoxState::open, BoxState::not_applicable,
                                          BoxState::ticked, BoxState::ticked});
  }
}

TEST_CASE("a tick that the legend calls anything but done is not done") {
  const auto ticked = [](const std::string& legend) {
    return at(read("# P\n\n" + legend + "\n\n## Work\n\n- [X] a\n").items, 0).state;
  };
  CHECK(ticked("Legend: [x] = planned, [v] = done") == BoxState::open);
  CHECK(ticked("Legend: [x] = done, not deployed") == BoxState::unknown);
  CHECK(ticked("Legend: [x] = reviewed\n\nLegend: [x] = planned") != BoxState::ticked);
  CHECK(ticked("Legend: [x] = yes, [ ] = no") == BoxState::ticked);
  CHECK(ticked("Set [x] = planned in the form.") == BoxState::ticked);
}

TEST_CASE("no legend makes an empty box done") {
  CHECK(at(read("# P\n\nLegend: [ ] = done, [x] = open\n\n## W\n\n- [ ] a\n").items, 0).state ==
        BoxState::open);
}

TEST_CASE("a legend teaches words, and takes back a word that it calls less than done") {
  for (const char* legend :
       {"## Status legend\n\n- **Parked**: blocked by legal\n- **Shipped**: done\n- **Done**: in "
        "progress on staging",
        "## Status legend\n\n| Status | Meaning |\n|---|---|\n| Parked | Blocked by legal |\n"
        "| Shipped | Done |\n| Done | In progress on staging |",
        "Legend: Parked = blocked by legal; Shipped = done; Done = in progress on staging"}) {
    INFO(legend);
    CHECK(class_of(legend, "Parked") == StatusClass::blocked);
    CHECK(class_of(legend, "Shipped 2026-01-02") == StatusClass::done);
    CHECK(class_of(legend, "Not shipped") != StatusClass::done);
    CHECK(class_of(legend, "Done") != StatusClass::done);
    CHECK(class_of(legend, "Completed") == StatusClass::done);
  }
}

TEST_CASE("no legend makes a word done that says the contrary") {
  CHECK(class_of("## Legend\n\n- **Blocked**: done\n- **Open**: done", "Blocked") ==
        StatusClass::blocked);
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

TEST_CASE("one line explains signs and letters, with commas between") {
  const std::string legend = "Legend: ✓ = done, tested; P = partial, N = not started";
  CHECK(class_of(legend, "✓") == StatusClass::done);
  CHECK(class_of(legend, "P") == StatusClass::active);
  CHECK(class_of(legend, "N") == StatusClass::open);
}
