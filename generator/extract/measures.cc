#include "extract/measures.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

// ---- words and signs

struct UnitRow {
  Dimension dimension;
  double scale;
  std::string_view name;
  std::string_view words;
};

constexpr double kKilo = 1000;
constexpr double kKibi = 1024;

constexpr UnitRow kUnits[] = {
    {Dimension::time, 1e-6, "µs", "µs|μs|us|microsecond|microseconds"},
    {Dimension::time, 1e-3, "ms", "ms|msec|millisecond|milliseconds|milisegundos"},
    {Dimension::time, 1, "s", "s|sec|secs|second|seconds|segundo|segundos"},
    {Dimension::time, 60, "min", "m|min|mins|minute|minutes|minuto|minutos"},
    {Dimension::time, 3600, "h", "h|hr|hrs|hour|hours|hora|horas"},
    {Dimension::time, 86400, "d", "d|day|days|día|días|dia|dias"},
    {Dimension::size, 1, "B", "B|byte|bytes"},
    {Dimension::size, kKilo, "KB", "KB|kB"},
    {Dimension::size, kKilo* kKilo, "MB", "MB"},
    {Dimension::size, kKilo* kKilo* kKilo, "GB", "GB"},
    {Dimension::size, kKilo* kKilo* kKilo* kKilo, "TB", "TB"},
    {Dimension::size, kKibi, "KiB", "KiB"},
    {Dimension::size, kKibi* kKibi, "MiB", "MiB"},
    {Dimension::size, kKibi* kKibi* kKibi, "GiB", "GiB"},
    {Dimension::size, kKibi* kKibi* kKibi* kKibi, "TiB", "TiB"},
    {Dimension::share, 1, "%", "percent|pct|por ciento"},
};
// Words that are units and no things counted: "3 million" is not 3.
constexpr std::string_view kOtherUnits =
    "k|K|M|G|bn|thousand|million|millions|billion|mil|millones|rps|qps|tps|bps|kbps|mbps|gbps|Mbps|"
    "Gbps|kb|mb|gb|tb|bit|bits|week|weeks|month|months|year|years|semanas|meses|x|times|usd|eur|"
    "USD|EUR|points|hz|Hz|MHz|GHz|dozen";

constexpr std::string_view kZero = "zero|cero";
constexpr std::string_view kExitCode =
    "exit code|exit status|exit|exits|exits with|return code|exits with code|código de salida";
constexpr std::string_view kGroupSigns[] = {",", "'", "’", ".", " ", "\u00a0", "\u2009", "\u202f"};

// ---- numbers

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// The sign of a group of exactly three digits that follows, or empty.
std::string_view group_sign(std::string_view text, std::size_t at) {
  for (const std::string_view sign : kGroupSigns)
    if (text.substr(at).starts_with(sign) && digits_at(text, at + sign.size()) == 3) return sign;
  return {};
}

// The end of the groups of one sign that follow; `at` where there are none.
std::size_t groups_end(std::string_view text, std::size_t at, std::string_view sign,
                       std::string& digits) {
  int groups = 0;
  std::size_t end = at;
  std::string more;
  while (group_sign(text, end) == sign) {
    more += text.substr(end + sign.size(), 3);
    end += sign.size() + 3;
    ++groups;
  }
  const bool decimal_comma = end < text.size() && text[end] == ',' && digits_at(text, end + 1) > 0;
  if (sign == "." && groups < 2 && !decimal_comma) return at;
  digits += more;
  return end;
}

struct Spelled {
  std::string digits;  // with a point
  std::size_t end = 0;
};

std::optional<Spelled> spelled_number(std::string_view text) {
  const std::size_t first = digits_at(text, 0);
  if (first == 0) return std::nullopt;
  Spelled number{std::string(text.substr(0, first)), first};
  std::string_view sign;
  if (first <= 3 && text.front() != '0') sign = group_sign(text, first);
  if (!sign.empty()) number.end = groups_end(text, first, sign, number.digits);
  const bool grouped = number.end > first;
  for (const char point : {'.', ','}) {
    if (grouped && sign.front() == point) continue;
    const std::size_t count =
        text.substr(number.end).starts_with(point) ? digits_at(text, number.end + 1) : 0;
    if (count == 0) continue;
    number.digits += '.';
    number.digits += text.substr(number.end + 1, count);
    number.end += 1 + count;
    break;
  }
  const std::string_view rest = text.substr(number.end);
  const bool goes_on = !rest.empty() && digits_at(rest, 1) > 0 &&
                       std::string_view(".,:'").find(rest.front()) != std::string_view::npos;
  if (goes_on || number.digits.size() > 18) return std::nullopt;
  return number;
}

// 2026-02-18, 1/2/2026
bool is_date(std::string_view text) {
  const std::size_t first = digits_at(text, 0);
  if (first == 0 || first >= text.size()) return false;
  const char sign = text[first];
  if (sign != '-' && sign != '/') return false;
  const std::size_t second = digits_at(text, first + 1);
  const std::size_t at = first + 1 + second;
  return second > 0 && at < text.size() && text[at] == sign && digits_at(text, at + 1) > 0;
}

// ---- units

// Letters and the bar of "req/s"; of other letters those of "día" and "µs".
std::size_t letter_at(std::string_view text) {
  if (text.empty()) return 0;
  if (is_alpha(text.front()) || text.front() == '/') return 1;
  const bool latin = text.front() == '\xc3';
  return text.size() > 1 && (latin || text.starts_with("µ") || text.starts_with("μ")) ? 2 : 0;
}

Unit unit_named(std::string_view word) {
  for (const UnitRow& row : kUnits)
    if (is_listed(row.words, word) ||
        (row.dimension == Dimension::time && word.size() > 1 && is_listed(row.words, lower(word))))
      return {row.dimension, row.scale, std::string(row.name)};
  return {};
}

std::string_view word_at(std::string_view text) {
  std::size_t end = 0;
  while (const std::size_t length = letter_at(text.substr(end))) end += length;
  return text.substr(0, end);
}

Unit take_unit(std::string_view& text) {
  const std::string_view at = skip_space(text);
  if (at.starts_with('%')) {
    text = at.substr(1);
    return {Dimension::share, 1, "%"};
  }
  const std::string_view word = word_at(at);
  if (word.empty() || word.front() == '/') return {};
  Unit unit = unit_named(word);
  const bool attached = at.size() == text.size();
  if (unit.dimension == Dimension::none &&
      (attached || is_listed(kOtherUnits, word) || word.find('/') != std::string_view::npos))
    unit = {Dimension::other, 1, std::string(word)};
  if (unit.dimension != Dimension::none) text = at.substr(word.size());
  return unit;
}

// `1 h 30 min`
void add_smaller_times(std::string_view& text, Measure& measure) {
  double scale = measure.unit.scale;
  while (measure.value && measure.unit.dimension == Dimension::time) {
    std::string_view rest = skip_space(text);
    std::optional<double> more;
    if (rest.empty() || !is_digit(rest.front()) || !take_number(rest, more)) return;
    const Unit unit = take_unit(rest);
    if (unit.dimension != Dimension::time || unit.scale >= scale) return;
    *measure.value += *more * unit.scale / measure.unit.scale;
    scale = unit.scale;
    text = rest;
  }
}

// ---- words for numbers

bool take_exit_code(std::string_view& text) {
  const std::size_t begin = number_begin(text);
  const std::string_view before = text.substr(0, begin);
  if (before.find_first_of("<>!") != std::string_view::npos ||
      !is_listed(kExitCode, all_words(before)))
    return false;
  text = text.substr(begin);
  return true;
}

bool take_zero(std::string_view& text) {
  const std::string_view word = word_at(text);
  if (!is_listed(kZero, lower(word))) return false;
  const std::string_view rest = text.substr(word.size());
  const std::string words = all_words(rest);
  const std::string_view next = first_word(words);
  if (next == "or" || next == "to" || next == "o" || next == "a") return false;
  text = rest;
  return true;
}

}  // namespace

std::size_t number_begin(std::string_view text) {
  return std::min(text.find_first_of("0123456789"), text.size());
}

std::string_view skip_space(std::string_view text) {
  constexpr std::string_view wide[] = {"\u00a0", "\u2009", "\u202f"};
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const auto found = std::find_if(std::begin(wide), std::end(wide), [&](std::string_view blank) {
      return text.starts_with(blank);
    });
    if (found == std::end(wide)) return text;
    text.remove_prefix(found->size());
  }
}

bool take_number(std::string_view& text, std::optional<double>& value) {
  std::size_t end = 0;
  while (end < text.size() && text[end] == '_') ++end;
  if (end >= 2) {
    text.remove_prefix(end);
    return true;
  }
  const std::optional<Spelled> spelled = spelled_number(text);
  if (!spelled) return false;
  double number = 0;
  const char* last = spelled->digits.data() + spelled->digits.size();
  const auto [stop, error] = std::from_chars(spelled->digits.data(), last, number);
  if (error != std::errc() || stop != last) return false;
  value = number;
  text.remove_prefix(spelled->end);
  return true;
}

std::optional<Measure> take_measure(std::string_view& text) {
  text = skip_space(text);
  Measure measure;
  if (is_date(text)) return std::nullopt;
  if (take_zero(text)) {
    measure.value = 0;
    return measure;
  }
  const bool exit_code = take_exit_code(text);
  if (!take_number(text, measure.value)) return std::nullopt;
  if (exit_code) {
    measure.unit = {Dimension::exit_code, 1, "exit code"};
    return measure;
  }
  measure.unit = take_unit(text);
  add_smaller_times(text, measure);
  return measure;
}

std::optional<double> conversion(const Unit& from, const Unit& to) {
  if (from.dimension == to.dimension) {
    if (from.dimension == Dimension::other && from.name != to.name) return std::nullopt;
    return from.scale / to.scale;
  }
  const Dimension known = from.dimension == Dimension::none ? to.dimension : from.dimension;
  const bool one_bare = from.dimension == Dimension::none || to.dimension == Dimension::none;
  if (one_bare && known == Dimension::exit_code) return 1;
  return std::nullopt;
}

}  // namespace muster::extract
