// Status words and their classes: what sounds like done and is not must not be.
#include "extract/extract.h"
#include "support/catch.h"

using namespace muster;

namespace {

void check_all(std::initializer_list<const char*> words, StatusClass wanted) {
  for (const char* word : words) {
    INFO(word);
    CHECK(status_class(word) == wanted);
  }
}

}  // namespace

TEST_CASE("words and glyphs for done") {
  check_all(
      {"Complete", "✅ **COMPLETE**", "Completed 2025-10-20", "Passed (2026-02-19: run 4)", "done",
       "Resolved", "PASS (12 passed, 0 failed)", "Passed (3/3)", "Passed, coverage 85%",
       "Verified 2026/01/02", "✅", "✔️", "☑", "100%", "14/14", "Completado", "`closed`"},
      StatusClass::done);
}

TEST_CASE("words and glyphs for work under way and for work to do") {
  check_all({"In Progress", "inprogress", "partial", "🔄 active", "⏳", "58/67 items complete (87%)"},
            StatusClass::active);
  check_all({"Not Started", "To Do", "planning baseline", "Pending", "proposed", "draft",
             "Ready for execution", "☐", "0%", "pendiente", "Not ready"},
            StatusClass::open);
}

TEST_CASE("words and glyphs for blocked and for dropped") {
  check_all({"On Hold", "blocked", "NO-GO", "Failed", "❌", "🔴 Not Approved", "missing"},
            StatusClass::blocked);
  check_all({"Deferred", "Won't do", "won’t do", "N/A", "deprecated"}, StatusClass::dropped);
}

TEST_CASE("what sounds like done and is not") {
  check_all({"",
             "TBD",
             "—",
             "simulated",
             "Passed with risk",
             "mostly satisfactory",
             "plan approved",
             "✅ PRODUCTION READY (100/100)",
             "Done (simulated)",
             "Complete, pending sign-off",
             "Completed except load test",
             "❌ Done",
             "✅ probably",
             "done-ish",
             "Verified but not in production",
             "Closed (reopened 2026-01-02)",
             "Done ❌",
             "Fixed?",
             "Approved, waiting deploy",
             "Done: 3/5",
             "Complete (87%)",
             "☐ Done",
             "Resolved in branch, unmerged",
             "Approved if bug fixed",
             "Passed, deploy failed",
             "Mostly done",
             "TBD"},
            StatusClass::unknown);
  CHECK(status_class("15/14") == StatusClass::unknown);
  CHECK(status_class("✅ Pending") == StatusClass::open);
  CHECK(status_class("completely broken") == StatusClass::unknown);
}
