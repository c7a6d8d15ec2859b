#include "base/date.h"

#include "support/catch.h"

using namespace muster;

TEST_CASE("dates are read in the forms that people write") {
  for (const char* text : {"2026-02-18", "2026/02/18", "February 18, 2026", "18 Feb 2026",
                           "Feb 18th, 2026", "18.02.2026", "2026-02-18 09:00 UTC",
                           "2026-02-18T09:00:00Z", "20260218", "18/02/2026", "02/18/2026"}) {
    INFO(text);
    REQUIRE(read_date(text));
    CHECK(format_date(*read_date(text)) == "2026-02-18");
  }
}

TEST_CASE("what is no date, or could be two, is none") {
  for (const char* text : {"03/04/2026", "20261302", "12345678", "2026-01", "2026-02-30", "TBD", "",
                           "next week", "2026-13-01", "2026-02-18 later"}) {
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

TEST_CASE("the date that a text sets is found in it") {
  for (const char* text :
       {"EOD 2025-10-24", "2025-10-24.", "by 2025-10-24", "Fri 24 Oct 2025", "24-Oct-2025",
        "Friday, October 24th, 2025", "due 2025-10-24, 18:00", "2025-10-24T18:00:00Z (UTC)"}) {
    INFO(text);
    REQUIRE(find_date(text));
    CHECK(format_date(*find_date(text)) == "2025-10-24");
  }
}

TEST_CASE("a date that a text calls old does not count, of others the last does") {
  for (const char* text :
       {"2025-10-24 (was 2025-10-10)", "~~2025-10-17~~ 2025-10-24", "2025-10-24, was 2025-12-31",
        "2025-10-10 → 2025-10-24", "10 Oct 2025 – 24 Oct 2025", "(2025-10-24)",
        "2025-10-24 (review 2026-01-01)"}) {
    INFO(text);
    REQUIRE(find_date(text));
    CHECK(format_date(*find_date(text)) == "2025-10-24");
  }
  CHECK_FALSE(find_date("~~2025-10-17~~"));
}

TEST_CASE("no date is made of what is none or could be two") {
  for (const char* text : {"by 03/04/2025", "EOD 2025-02-30", "next Friday", "Q4 2025", "",
                           "v2025.10.24-rc1", "24 Oct"}) {
    INFO(text);
    CHECK_FALSE(find_date(text));
  }
}

TEST_CASE("what is due in a month, a quarter or a week is due on its last day") {
  const auto due = [](std::string_view text) {
    const auto date = find_due(text);
    return date ? format_date(*date) : std::string();
  };
  for (const char* text : {"Jan 2026", "January 2026", "2026-01", "end of January 2026", "01/2026",
                           "by Jan-2026", "Q4 2025 → Jan 2026", "2026-01-15 → Jan 2026"}) {
    INFO(text);
    CHECK(due(text) == "2026-01-31");
  }
  for (const char* text : {"Q4 2025", "2025-Q4", "Q4/2025", "2025 Q4", "Dec 2025 (was Nov 2025)"}) {
    INFO(text);
    CHECK(due(text) == "2025-12-31");
  }
  CHECK(due("2026-W04") == "2026-01-25");
  CHECK(due("W04 2026") == "2026-01-25");
  CHECK(due("2026-W01") == "2026-01-04");
  CHECK(due("2020-W53") == "2021-01-03");
  CHECK(due("2026-02") == "2026-02-28");
  for (const char* text : {"2021-W53", "Q5 2025", "2026-13", "2026", "May", "soon", "03/04/2026",
                           "v1.2", "~~Jan 2026~~"}) {
    INFO(text);
    CHECK(due(text).empty());
  }
}

TEST_CASE("a new date in brackets is the one that is due") {
  CHECK(find_due("2026-01-15 (moved to 2026-03-01)") == make_date(2026, 3, 1));
  CHECK(find_due("2026-01-15 (postponed to Q1 2026)") == make_date(2026, 3, 31));
  CHECK(find_due("2026-03-01 (moved from 2026-01-15)") == make_date(2026, 3, 1));
  CHECK(find_due("2025-10-24 (review 2026-01-01)") == make_date(2025, 10, 24));
  CHECK(find_due("Q1 2026 (2026-02-15)") == make_date(2026, 2, 15));
}
