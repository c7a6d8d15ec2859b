// Dates and instants as numbers. There is no clock here: "today" is always an input.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// A day of the proleptic Gregorian calendar.
struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  auto operator<=>(const Date&) const = default;
};

/// An instant, in seconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;

  auto operator<=>(const Instant&) const = default;
};

/// None where the day does not exist. `year` from 1 to 9999.
std::optional<Date> make_date(int year, int month, int day);
Date date_of(Instant instant);
/// The last second of a day.
Instant end_of_day(Date date);
Instant start_of_day(Date date);

std::string format_date(Date date);           // 2026-02-18
std::string format_instant(Instant instant);  // 2026-02-18T09:00:05Z
std::string format_minute(Instant instant);   // 2026-02-18 09:00 UTC

/// 1 to 12 for "January" or "jan."; 0 where the word names no month.
int month_by_name(std::string_view word);

/// A date as people write it: 2026-02-18, 2026/02/18, 20260218, February 18, 2026, 18 Feb 2026,
/// 18.02.2026, 18/02/2026. None where the text is no date, and where it cannot be told what it
/// means (03/04/2026). The whole text must be the date; a time may follow.
std::optional<Date> read_date(std::string_view text);

/// The date that a text sets: `EOD 2025-10-24`, `by Fri 24 Oct 2025.`, `24-Oct-2025`. Of several,
/// the last (`2025-10-17 → 2025-10-24`, `10 Oct 2025 – 24 Oct 2025`), but not one that is struck
/// through (`~~…~~`), stands in brackets beside another, or is called the old one (`was …`).
std::optional<Date> find_date(std::string_view text);

/// The last day of what a text sets as due: a date as in find_date, or a month (`Jan 2026`,
/// `2026-01`), a quarter (`Q4 2025`) or an ISO week (`2026-W04`, until its Sunday). A new date in
/// brackets, `2026-01-15 (moved to 2026-03-01)`, counts before all others.
std::optional<Date> find_due(std::string_view text);

/// Whether a text means a date, be it one or not: three groups of digits with one sign between, as
/// in 31/02/2026 and 2025-02-30.
bool looks_like_date(std::string_view text);

/// ISO 8601 date and time: 2026-02-18T09:00:05.123Z, with an offset, or (with `zone_missing` set)
/// without; a bare date is its midnight. None where it is no such text.
std::optional<Instant> read_instant(std::string_view text, bool* zone_missing = nullptr);

/// `30 minutes`, `1 hour`, `5.5 hours`, `1h 30m`, `45 min`, `2 days` (of 8 hours) in minutes.
std::optional<int> read_duration_minutes(std::string_view text);

}  // namespace muster
