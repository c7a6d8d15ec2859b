#include "base/date.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace muster {
namespace {

constexpr std::int64_t kDaySeconds = 86400;

// Days since 1970-01-01 of a civil date, by counting from March so that the leap day comes last.
std::int32_t days_from_civil(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

struct Civil {
  int year = 0;
  int month = 0;
  int day = 0;
};

Civil civil_from_days(std::int32_t days) {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  while (digits.size() < width) digits.insert(digits.begin(), '0');
  return digits;
}

bool read_int(std::string_view text, int& out) {
  if (text.empty()) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && is_digit(text.front());
}

// 20260218, of a year that is likely.
std::optional<Date> read_digits(std::string_view text) {
  if (!text.starts_with("19") && !text.starts_with("20")) return std::nullopt;
  int all = 0;
  if (!read_int(text, all)) return std::nullopt;
  return make_date(all / 10000, all / 100 % 100, all % 100);
}

// 13/01/2026 and 01/13/2026; where both could be the month, only if they are the same.
std::optional<Date> read_slashes(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '/');
  int first = 0;
  int second = 0;
  int year = 0;
  if (parts.size() != 3 || parts[2].size() != 4 || !read_int(parts[0], first) ||
      !read_int(parts[1], second) || !read_int(parts[2], year))
    return std::nullopt;
  if (first <= 12 && second <= 12 && first != second) return std::nullopt;
  return first > 12 ? make_date(year, second, first) : make_date(year, first, second);
}

std::optional<Date> read_day_words(std::string_view text) {
  const std::string spaced = collapse_spaces(replace_all(std::string(text), ",", " "));
  const std::vector<std::string_view> words = split(spaced, ' ');
  if (words.size() < 3) return std::nullopt;
  const auto day_number = [](std::string_view word) {
    int day = 0;
    if (word.size() > 2 && is_alpha(word.back())) word.remove_suffix(2);  // 1st, 22nd
    return read_int(word, day) ? day : 0;
  };
  int year = 0;
  if (!read_int(words[2], year) || year < 1000) return std::nullopt;
  if (const int month = month_by_name(words[0]))
    return make_date(year, month, day_number(words[1]));
  if (const int month = month_by_name(words[1]))
    return make_date(year, month, day_number(words[0]));
  return std::nullopt;
}

// hh:mm, hh:mm:ss, hh:mm:ss.fff; seconds of the day, or -1.
std::int64_t read_clock(std::string_view text) {
  if (const std::size_t dot = text.find_first_of(".,"); dot != std::string_view::npos) {
    for (const char c : text.substr(dot + 1))
      if (!is_digit(c)) return -1;
    text = text.substr(0, dot);
  }
  const std::vector<std::string_view> parts = split(text, ':');
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (parts.size() < 2 || parts.size() > 3 || !read_int(parts[0], hour) ||
      !read_int(parts[1], minute))
    return -1;
  if (parts.size() == 3 && !read_int(parts[2], second)) return -1;
  if (hour > 24 || minute > 59 || second > 60) return -1;
  return hour * 3600 + minute * 60 + second;
}

}  // namespace

int month_by_name(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string wanted = lower(word);
  while (!wanted.empty() && (wanted.back() == '.' || wanted.back() == ',')) wanted.pop_back();
  if (wanted == "sept") return 9;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (wanted == names[i] || (wanted.size() == 3 && names[i].starts_with(wanted)))
      return static_cast<int>(i) + 1;
  return 0;
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const Date date{days_from_civil(year, month, day)};
  const Civil back = civil_from_days(date.days);
  if (back.month != month || back.day != day) return std::nullopt;
  return date;
}

Date date_of(Instant instant) {
  std::int64_t days = instant.seconds / kDaySeconds;
  if (instant.seconds % kDaySeconds < 0) --days;
  return {static_cast<std::int32_t>(days)};
}

Instant start_of_day(Date date) { return {date.days * kDaySeconds}; }
Instant end_of_day(Date date) { return {date.days * kDaySeconds + kDaySeconds - 1}; }

std::string format_date(Date date) {
  const Civil civil = civil_from_days(date.days);
  return cat({padded(civil.year, 4), "-", padded(civil.month, 2), "-", padded(civil.day, 2)});
}

std::string format_instant(Instant instant) {
  const Date day = date_of(instant);
  const int seconds = static_cast<int>(instant.seconds - start_of_day(day).seconds);
  return cat({format_date(day), "T", padded(seconds / 3600, 2), ":", padded(seconds / 60 % 60, 2),
              ":", padded(seconds % 60, 2), "Z"});
}

std::string format_minute(Instant instant) {
  const std::string whole = format_instant(instant);
  return cat({whole.substr(0, 10), " ", whole.substr(11, 5), " UTC"});
}

std::optional<Date> read_date(std::string_view text) {
  text = trim(text);
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == std::string_view::npos && text.size() == 8) return read_digits(text);
  const char separator = digits == std::string_view::npos ? '\0' : text[digits];
  if (digits == 4 && (separator == '-' || separator == '/')) {
    std::string_view day = text.substr(0, text.find_first_of(" T\t"));
    const std::vector<std::string_view> parts = split(day, separator);
    int year = 0;
    int month = 0;
    int number = 0;
    if (parts.size() != 3 || !read_int(parts[0], year) || !read_int(parts[1], month) ||
        !read_int(parts[2], number))
      return std::nullopt;
    if (day.size() < text.size() && !read_instant(text)) {
      std::string_view rest = trim(text.substr(day.size()));
      rest = rest.substr(0, rest.find(' '));  // 2026-02-18 09:00 UTC
      if (read_clock(rest) < 0) return std::nullopt;
    }
    return make_date(year, month, number);
  }
  if ((digits == 1 || digits == 2) && separator == '/') return read_slashes(text);
  if ((digits == 1 || digits == 2) && separator == '.') {
    const std::vector<std::string_view> parts = split(text, '.');
    int day = 0;
    int month = 0;
    int year = 0;
    if (parts.size() == 3 && parts[2].size() == 4 && read_int(parts[0], day) &&
        read_int(parts[1], month) && read_int(parts[2], year))
      return make_date(year, month, day);
    return std::nullopt;
  }
  return read_day_words(text);
}

std::optional<Instant> read_instant(std::string_view text, bool* zone_missing) {
  text = trim(text);
  if (zone_missing != nullptr) *zone_missing = true;
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!read_int(text.substr(0, 4), year) || !read_int(text.substr(5, 2), month) ||
      !read_int(text.substr(8, 2), day))
    return std::nullopt;
  const std::optional<Date> date = make_date(year, month, day);
  if (!date) return std::nullopt;
  Instant instant = start_of_day(*date);
  std::string_view rest = text.substr(10);
  if (rest.empty()) return instant;
  if (rest.front() != 'T' && rest.front() != ' ' && rest.front() != 't') return std::nullopt;
  rest.remove_prefix(1);
  const std::size_t zone_at = rest.find_first_of("Zz+-U ");
  const std::int64_t clock = read_clock(rest.substr(0, zone_at));
  if (clock < 0) return std::nullopt;
  instant.seconds += clock;
  std::string_view zone =
      zone_at == std::string_view::npos ? std::string_view() : trim(rest.substr(zone_at));
  if (zone.empty()) return instant;
  if (zone == "Z" || zone == "z" || zone == "UTC") {
    if (zone_missing != nullptr) *zone_missing = false;
    return instant;
  }
  if (zone.front() != '+' && zone.front() != '-') return std::nullopt;
  const std::string offset = replace_all(std::string(zone.substr(1)), ":", "");
  int hours = 0;
  int minutes = 0;
  if (offset.size() != 4 && offset.size() != 2) return std::nullopt;
  if (!read_int(std::string_view(offset).substr(0, 2), hours)) return std::nullopt;
  if (offset.size() == 4 && !read_int(std::string_view(offset).substr(2), minutes))
    return std::nullopt;
  if (hours > 15 || minutes > 59) return std::nullopt;
  if (zone_missing != nullptr) *zone_missing = false;
  instant.seconds -= (zone.front() == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
  return instant;
}

std::optional<int> read_duration_minutes(std::string_view text) {
  double total = 0;
  bool any = false;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && (is_space(text[i]) || text[i] == '~' || text[i] == ',')) ++i;
    if (i == text.size()) break;
    const std::size_t begin = i;
    while (i < text.size() && (is_digit(text[i]) || text[i] == '.')) ++i;
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data() + begin, text.data() + i, amount);
    if (begin == i || error != std::errc() || end != text.data() + i) break;
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t unit_begin = i;
    while (i < text.size() && is_alpha(text[i])) ++i;
    const std::string unit = lower(text.substr(unit_begin, i - unit_begin));
    const auto is = [&](std::string_view stem) { return unit == stem || unit == cat({stem, "s"}); };
    double minutes = 0;
    if (is("m") || is("min") || is("minute")) minutes = 1;
    if (is("h") || is("hr") || is("hour")) minutes = 60;
    if (is("d") || is("day")) minutes = 8 * 60;
    if (minutes == 0) return std::nullopt;
    total += amount * minutes;
    any = true;
  }
  if (!any || total > 1e7) return std::nullopt;
  return static_cast<int>(std::lround(total));
}

}  // namespace muster
