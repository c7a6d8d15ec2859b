// What plain bullets ask for, and the history of a document in bullets.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("bullets under a label or a heading of criteria are requirements") {
  const Records records = read(
      "# P\n\n## Phase A\n\n**Exit gate**:\n\n- All tests are green\n- No P0 open\n\n"
      "## Rollback\n\nRollback triggers:\n1. Data loss\n\n"
      "## Acceptance criteria\n\n- Users can log in\n  and out\n- [ ] Ops agree\n");
  REQUIRE(records.requirements.size() == 4);
  CHECK(at(records.requirements, 0).text == "All tests are green");
  CHECK(at(records.requirements, 0).role == Role::exit);
  CHECK(at(records.requirements, 1).line == 8);
  CHECK(at(records.requirements, 2).role == Role::trigger);
  CHECK(at(records.requirements, 3).text == "Users can log in and out");
  CHECK(records.items.size() == 1);
}

TEST_CASE("a bullet that is another record, or only explains, is no requirement") {
  const Records records = read(
      "# P\n\n## Acceptance criteria\n\n- **Owner**: QA\n- ✅ Login\n- ____\n\n"
      "### Background\n\n- Guests book a berth\n\n## Notes\n\n- See the runbook\n");
  CHECK(records.requirements.empty());
}

TEST_CASE("a criterion among boxes belongs to their gate, a remark in another list does not") {
  const Records records = read(
      "# P\n\nExit gate:\n- [x] A\n- B\n\n<!-- -->\n\n## Go/No-Go criteria\n\n- [x] C\n\n"
      "Remarks first.\n\n- D\n");
  REQUIRE(records.requirements.size() == 2);
  CHECK(at(records.requirements, 0).gate);
  CHECK_FALSE(at(records.requirements, 1).gate);
}

TEST_CASE("a history in bullets is read with date and version, in either order") {
  const Records records = read(
      "# P\n\nChangelog:\n- 2026-02-13: Added metadata.\n- **v1.1** (2026-03-01): Second review\n"
      "- 5 March 2026 - 1.2.0 – Third\n- Nothing dated\n");
  REQUIRE(records.changes.size() == 3);
  CHECK(at(records.changes, 0).date.text == "2026-02-13");
  CHECK(at(records.changes, 0).text == "Added metadata.");
  CHECK(at(records.changes, 1).version == "v1.1");
  CHECK(at(records.changes, 1).date.text == "2026-03-01");
  CHECK(at(records.changes, 1).text == "Second review");
  CHECK(at(records.changes, 2).date.text == "5 March 2026");
  CHECK(at(records.changes, 2).version == "1.2.0");
  CHECK(at(records.changes, 2).text == "Third");
}
