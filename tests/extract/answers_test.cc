// What an answer to a decision says.
#include "extract/answers.h"

#include "support/catch.h"

using namespace muster;
using muster::extract::answer_of;

TEST_CASE("only a word of a closed list says go") {
  for (const char* text :
       {"GO", "✅ GO", "go", "Go ahead", "APPROVED FOR PRODUCTION", "Approved by PM", "CONTINUE",
        "PASS (23/23)", "GO – all criteria met", "Approved 2026-02-01", "Yes", "GO ✅", "Done"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::yes);
  }
}

TEST_CASE("a negative word or sign says no") {
  for (const char* text : {"NO-GO", "no go", "HOLD", "on hold", "❌", "🔴 GO", "Blocked by vendor",
                           "Cancelled", "Rejected", "ROLLBACK", "Not approved", "FAILURE", "No"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::no);
  }
}

TEST_CASE("a trouble that is denied takes nothing back") {
  for (const char* text :
       {"GO — no blockers", "GO, no open issues", "Approved, zero open P0", "GO with no conditions",
        "GO. Risks: none.", "GO. Rollback plan is rehearsed.", "GO, no reason to hold",
        "GO, tests passed without failures", "Proceed with cutover", "Approve release",
        "Ship it"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::yes);
  }
  for (const char* text : {"GO — no sign-off yet", "GO (reversed 2026-02-09)",
                           "approved by nobody yet", "GO, no backups"}) {
    INFO(text);
    CHECK(answer_of(text) != Answer::yes);
  }
}

TEST_CASE("everything else leaves the decision open") {
  for (const char* text :
       {"", "Delayed until Monday", "wait for CTO", "To be discussed", "Unclear", "see notes",
        "Go if backups pass", "GO?", "Go to CTO for review", "Approved with reservations",
        "Approved, waiting for deploy", "TBD", "⚠️ GO", "good", "gopher", "Goal: launch"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::open);
  }
}

TEST_CASE("a yes for less than the thing leaves the decision open") {
  for (const char* text :
       {"GO for a second rehearsal", "GO to the next phase only", "Approved for staging",
        "GO for production rehearsal", "Proceed to production dry run", "GO for the pilot"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::open);
  }
  for (const char* text :
       {"GO for production", "Approved for release", "GO for the cutover", "Approved for v1.2",
        "GO for RC4", "GO for phase 2", "Approved for full rollout by CTO", "GO for 2026-03-01"}) {
    INFO(text);
    CHECK(answer_of(text) == Answer::yes);
  }
}

TEST_CASE("a yes for what is decided is a yes") {
  CHECK(answer_of("Approved for staging", "Staging deployment") == Answer::yes);
  CHECK(answer_of("GO for the second rehearsal", "Go/No-Go: second rehearsal") == Answer::yes);
  CHECK(answer_of("GO for a second rehearsal", "Rehearsal") == Answer::open);
}
