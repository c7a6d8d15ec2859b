#include "base/date.h"

#include "support/catch.h"

using namespace muster;

TEST_CASE("dates are read in the forms that people write") {
  for (const char* text :
       {"2026-02-18", "2026/02/18", "February 18, 2026", "18 Feb 2026", "Feb 18th, 2026",
        "18.02.2026", "2026-02-18 09:00 UTC", "2026-02-18T09:00:00Z"}) {
    INFO(text);
    REQUIRE(read_date(text));
    CHECK(format_date(*read_date(text)) == "2026-02-18");
  }
}

TEST_CASE("what is no date, or could be two, is none") {
  for (const char* text :
       {"03/04/2026", "2026-02-30", "TBD", "", "next week", "2026-13-01", "2026-02-18 later"}) {
    INFO(text);
    CHECK_FALSE(read_date(text));
  }
}

TEST_CASE("an instant tells whether its zone was given") {
  bool zone_missing = false;
  CHECK(format_instant(*read_instant("2026-02-15T17:08:32.123Z", &zone_missing)) ==
        "2026-02-15T17:08:32Z");
  CHECK_FALSE(zone_missing);
  CHECK(format_instant(*read_instant("2026-02-15T17:08:32+02:00", &zone_missing)) ==
        "2026-02-15T15:08:32Z");
  CHECK(read_instant("2026-02-15T17:08:32", &zone_missing));
  CHECK(zone_missing);
}

TEST_CASE("durations are minutes") {
  CHECK(read_duration_minutes("30 minutes") == 30);
  CHECK(read_duration_minutes("1 hour") == 60);
  CHECK(read_duration_minutes("5.5 hours") == 330);
  CHECK(read_duration_minutes("1h 30m") == 90);
  CHECK_FALSE(read_duration_minutes("soon"));
  CHECK_FALSE(read_duration_minutes("3 apples"));
}

TEST_CASE("days before 1970 and leap days survive the way there and back") {
  CHECK(format_date(*make_date(1969, 12, 31)) == "1969-12-31");
  CHECK(format_date(*make_date(2024, 2, 29)) == "2024-02-29");
  CHECK_FALSE(make_date(2023, 2, 29));
}
