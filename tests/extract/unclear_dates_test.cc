// Dates of metadata that cannot be told.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("a date of metadata that is no day, or may be two, gets a note at its place") {
  const Records records = read("# P\n\n- **Due**: 31/02/2026\n- **Last Updated**: 03/04/2026\n");
  REQUIRE(records.notes.size() == 2);
  CHECK(records.notes[0].rule == "date-unclear");
  CHECK(records.notes[0].message == "the date “31/02/2026” of “Due” cannot be told");
  CHECK(records.notes[0].line == 3);
  CHECK(records.notes[0].column == 12);
  CHECK(records.notes[1].message == "the date “03/04/2026” of “Last Updated” cannot be told");
}

TEST_CASE("dates that can be told, and words, get no note") {
  for (const char* value : {"2026-02-18", "13/04/2026", "2026-02-18T09:00:00Z", "Q4 2025", "TBD",
                            "2026-02-18 09:30 UTC", "__/__/____", "soon"}) {
    INFO(value);
    CHECK(read("# P\n\n- **Due**: " + std::string(value) + "\n").notes.empty());
  }
  CHECK(read("# P\n\n- **Owner**: 03/04/2026\n").notes.empty());
}
