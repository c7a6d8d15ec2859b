// Status words and their classes: what sounds like done and is not must not be.
#include <string>

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

TEST_CASE("a done that is struck through, denied or shared with another word is none") {
  check_all({"~~Closed~~", "~~Approved~~", "Completed: no", "Finished - No", "Closed / Open",
             "Passed/Failed", "Done, not yet", "Done, no evidence", "Closed without a fix",
             "12 passed, 1 failed, no retry"},
            StatusClass::unknown);
  CHECK(status_class("~~Closed~~ Open") == StatusClass::open);
  CHECK(status_class("~~Approved~~ Rejected") == StatusClass::blocked);
  CHECK(status_class("~~Open~~ Closed") == StatusClass::done);
}

TEST_CASE("a done of less than all is none") {
  check_all(
      {"Done 3 of 5", "Approved 1 of 2", "Done 80 %", "Done at 80%", "Pass rate 60%",
       "Done phase 1", "Done (2 left)", "Done 80 percent", "0 tests passed", "Passed, 2 out of 3"},
      StatusClass::unknown);
  check_all({"Done 5 of 5", "Approved 2 / 2", "12 passed, 0 failed", "14 tests passed"},
            StatusClass::done);
}

TEST_CASE("what is done elsewhere than where it counts is not done") {
  check_all({"Fixed on staging only", "Fixed in staging, prod outstanding", "Fixed locally",
             "Verified on dev", "Verified (staging)", "Green on CI, red on prod",
             "Approved for staging only", "Resolved on staging", "Fixed in a branch",
             "Verified in pre-production"},
            StatusClass::unknown);
  check_all({"Verified on staging and production", "Fixed on main", "Completed by staging team"},
            StatusClass::done);
}

TEST_CASE("a done that is still to come is none") {
  check_all({"Resolved, needs verification", "Approved (to be verified)", "Done, to be confirmed",
             "done next week", "Done by 2026-03-01", "Done by Friday", "Complete by end of May",
             "Complete soon", "Complete in 2 weeks", "done when DBA confirms", "Approved after fix",
             "Implemented, testing", "Merged, deploy outstanding", "Done, blocked on infra"},
            StatusClass::unknown);
  check_all({"Approved by CTO", "Verified by 2 reviewers", "Completed in 2 weeks",
             "Approved by April Ng"},
            StatusClass::done);
}

TEST_CASE("a done of a quarter or a release to come is none") {
  for (const char* text : {"Done in Q3", "Done Q3", "Fixed in next release", "will be closed",
                           "Fixed in the next release", "Resolved in a future release"}) {
    INFO(text);
    CHECK(status_class(text) != StatusClass::done);
  }
  CHECK(status_class("Done in Q3 2025") == StatusClass::done);
  CHECK(status_class("Done in 2025 Q3") == StatusClass::done);
  CHECK(status_class("Fixed in release 2.1") == StatusClass::done);
}

TEST_CASE("a box that stands open beside a done leaves something") {
  for (const char* text : {"[x] fixed [ ] verified", "☑ fixed ☐ verified", "Done [ ] deployed"}) {
    INFO(text);
    CHECK(status_class(text) != StatusClass::done);
  }
  for (const char* text : {"[x] fixed [x] verified", "[x] Done [ ] N/A"}) {
    INFO(text);
    CHECK(status_class(text) == StatusClass::done);
  }
}

TEST_CASE("a done with conditions, or taken back, is none") {
  check_all({"Approved with conditions", "Approved (conditions apply)", "Approved in principle",
             "Approved (draft)", "Approved, then revoked", "Complete with known issues",
             "Fixed, regression found", "Fixed; error rate still high", "Passed; rolled back",
             "Approved (expired)", "Closed, will reopen", "Closed: won't fix",
             "Verified; no longer valid"},
            StatusClass::unknown);
  check_all({"Done (no open issues)", "Passed without failures", "Passed without any failures",
             "Passed (failed: 0, errors: none)", "Closed (reopen if it recurs)",
             "Approved with no conditions", "Done, no further action needed",
             "Done; no longer needed", "Passed regression tests"},
            StatusClass::done);
}

TEST_CASE("a word for done that begins another phrase says nothing") {
  check_all({"passed to ops", "Passed on to vendor", "Approved for fix", "Accepted as known issue",
             "Closed beta", "Complete the migration", "Pass criteria", "Green light", "Fixed price",
             "Verified users cannot log in"},
            StatusClass::unknown);
  check_all({"Resolved in v1.2",
             "Fixed in PR #12",
             "Merged to main",
             "Verified by QA",
             "Closed CI-12",
             "Closed #12",
             "Completed and verified",
             "Passed (2026-02-19: …)",
             "Fixed successfully",
             "Fixed and deployed",
             "Completed ahead of schedule",
             "Done ✅",
             "Verified via script",
             "Signed",
             "Signed off by PM",
             "Completed as planned",
             "Approved for production",
             "Completed October 2025",
             "[x]",
             "[x] Done",
             ":white_check_mark:",
             ":white_check_mark: Done"},
            StatusClass::done);
}

TEST_CASE("words of bad news are blocked") {
  check_all({"Rolled back", "Aborted", "Incomplete", "Unsafe", "Reverted", "Rolled back 2026-02-01",
             ":x:"},
            StatusClass::blocked);
  check_all({"[ ]", "[ ] To do"}, StatusClass::open);
  CHECK(status_class("[ ] Done") == StatusClass::unknown);
}

TEST_CASE("a long status takes no long time") {
  std::string text = "done";
  for (int i = 0; i < 20000; ++i) text += " and done";
  CHECK(status_class(text) == StatusClass::unknown);
}
