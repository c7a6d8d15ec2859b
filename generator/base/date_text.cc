// The date that a text sets, and the last day of a month, a quarter or a week that it sets.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace muster {
namespace {

// The text without what stands between each pair of `open` and `close`.
std::string without_pairs(std::string_view text, std::string_view open, std::string_view close) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == std::string_view::npos ? std::string_view::npos
                                                            : text.find(close, begin + open.size());
    if (end == std::string_view::npos) return out + std::string(text);
    out += cat({text.substr(0, begin), " "});
    text.remove_prefix(end + close.size());
  }
}

std::vector<std::string> words_of_dates(std::string text) {
  for (const std::string_view mark :
       {"(", ")", "[", "]", "<", ">", ",", ";", "|", "~", "*", "_", "→", "–", "—", "…"})
    text = replace_all(std::move(text), mark, " ");
  std::vector<std::string> words;
  const std::string spaced = collapse_spaces(text);
  for (std::string_view word : split(spaced, ' ')) {
    while (!word.empty() && !is_alnum(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_alnum(word.back())) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

// A date that begins at a word, and how many words it takes.
std::optional<Date> date_at(const std::vector<std::string>& words, std::size_t at,
                            std::size_t& count) {
  count = 1;
  if (const auto date = read_date(words[at])) return date;
  if (const auto date = read_date(replace_all(words[at], "-", " "))) return date;  // 24-Oct-2025
  count = 3;
  if (at + count > words.size()) return std::nullopt;
  return read_date(cat({words[at], " ", words[at + 1], " ", words[at + 2]}));
}

bool calls_it_old(std::string_view word) {
  constexpr std::array<std::string_view, 7> olds = {"was",        "from", "originally", "formerly",
                                                    "previously", "old",  "initially"};
  const std::string small = lower(word);
  for (const std::string_view old : olds)
    if (small == old) return true;
  return false;
}

// ---- periods

std::optional<Date> last_of_month(int year, int month) {
  const auto next = month == 12 ? make_date(year + 1, 1, 1) : make_date(year, month + 1, 1);
  if (!next || month < 1 || month > 12) return std::nullopt;
  return Date{next->days - 1};
}

std::optional<Date> last_of_quarter(int year, int quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  return last_of_month(year, quarter * 3);
}

// The Sunday. January 4 is in the first week, whatever its day; 1970-01-01 was a Thursday.
std::optional<Date> last_of_week(int year, int week) {
  const auto fourth = make_date(year, 1, 4);
  if (!fourth || week < 1 || week > 53) return std::nullopt;
  const int monday = fourth->days - ((fourth->days + 3) % 7 + 7) % 7;
  const Date thursday{monday + (week - 1) * 7 + 3};
  const auto next_year = make_date(year + 1, 1, 1);
  if (!next_year || thursday >= *next_year) return std::nullopt;
  return Date{thursday.days + 3};
}

int number_of(std::string_view digits, std::size_t most) {
  int value = 0;
  if (digits.empty() || digits.size() > most || !is_digit(digits.front())) return 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

int year_of(std::string_view word) {
  const int year = word.size() == 4 ? number_of(word, 4) : 0;
  return year >= 1900 && year < 2200 ? year : 0;
}

// "Jan", "Q4", "W04", "01" with its year.
std::optional<Date> period_of(std::string_view part, int year) {
  if (year == 0 || part.empty()) return std::nullopt;
  if (const int month = month_by_name(part)) return last_of_month(year, month);
  const std::string small = lower(part);
  const std::string_view digits = std::string_view(small).substr(1);
  if (small.front() == 'q') return last_of_quarter(year, number_of(digits, 1));
  if (small.front() == 'w') return last_of_week(year, number_of(digits, 2));
  if (small.starts_with("cw") || small.starts_with("kw"))
    return last_of_week(year, number_of(digits.substr(1), 2));
  return std::nullopt;
}

// 2026-01, 01/2026, 2026-W04, 2026W04, Q4-2025, 2025/Q4.
std::optional<Date> period_in_word(std::string_view word) {
  const std::size_t sign = word.find_first_of("-/");
  if (sign == std::string_view::npos) {
    return word.size() > 4 && !is_digit(word[4])
               ? period_of(word.substr(4), year_of(word.substr(0, 4)))
               : std::nullopt;
  }
  const std::string_view before = word.substr(0, sign);
  const std::string_view after = word.substr(sign + 1);
  const bool year_first = year_of(before) > 0;
  const int year = year_first ? year_of(before) : year_of(after);
  const std::string_view part = year_first ? after : before;
  if (part.size() == 2 && is_digit(part.front())) return last_of_month(year, number_of(part, 2));
  return period_of(part, year);
}

std::optional<Date> period_at(const std::vector<std::string>& words, std::size_t at,
                              std::size_t& count) {
  count = 1;
  if (const auto period = period_in_word(words[at])) return period;
  count = 2;
  if (at + 1 >= words.size()) return std::nullopt;
  if (const auto period = period_of(words[at], year_of(words[at + 1]))) return period;
  return period_of(words[at + 1], year_of(words[at]));
}

// ---- of several, the last

enum class Of { days, days_and_periods };

std::optional<Date> last_date(std::string text, Of what) {
  const std::vector<std::string> words = words_of_dates(std::move(text));
  std::optional<Date> last;
  std::size_t count = 1;
  for (std::size_t i = 0; i < words.size(); i += count) {
    auto date = date_at(words, i, count);
    if (!date && what == Of::days_and_periods) date = period_at(words, i, count);
    if (!date) count = 1;
    if (date && (i == 0 || !calls_it_old(words[i - 1]))) last = date;
  }
  return last;
}

// What stands in brackets and sets a new date: "(moved to 2026-03-01)".
std::optional<Date> new_date_in_brackets(std::string_view text) {
  constexpr std::array<std::string_view, 13> fronts = {
      "moved to", "now", "postponed",  "rescheduled", "slipped", "extended", "delayed",
      "pushed",   "new", "moved back", "deferred",    "→",       "revised"};
  std::optional<Date> last;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view reach = text.substr(open + 1, 100);
    const std::string_view inside = reach.substr(0, reach.find(')'));
    const std::string small = lower(trim(inside));
    const bool moves = std::any_of(fronts.begin(), fronts.end(), [&](std::string_view front) {
      return small.starts_with(front);
    });
    if (!moves) continue;
    if (const auto date = last_date(std::string(inside), Of::days_and_periods)) last = date;
  }
  return last;
}

}  // namespace

std::optional<Date> find_date(std::string_view text) {
  const std::string unstruck = without_pairs(text, "~~", "~~");
  if (const auto date = last_date(without_pairs(unstruck, "(", ")"), Of::days)) return date;
  return last_date(unstruck, Of::days);
}

std::optional<Date> find_due(std::string_view text) {
  const std::string unstruck = without_pairs(text, "~~", "~~");
  if (const auto date = new_date_in_brackets(unstruck)) return date;
  const std::string outside = without_pairs(unstruck, "(", ")");
  if (last_date(outside, Of::days)) return last_date(outside, Of::days_and_periods);
  if (const auto date = last_date(unstruck, Of::days)) return date;
  if (const auto date = last_date(outside, Of::days_and_periods)) return date;
  return last_date(unstruck, Of::days_and_periods);
}

bool looks_like_date(std::string_view text) {
  int groups = 0;
  char sign = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == i) {
      groups = 0;
      ++i;
      continue;
    }
    const bool follows = groups > 0 && text[i - 1] == sign;
    groups = follows || groups == 0 ? groups + 1 : 1;
    if (groups == 3) return true;
    const char next = end < text.size() ? text[end] : '\0';
    if (next != '-' && next != '/' && next != '.') {
      groups = 0;
    } else if (groups == 1) {
      sign = next;
    }
    i = groups > 0 ? end + 1 : end;
  }
  return false;
}

}  // namespace muster
