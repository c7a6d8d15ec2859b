#include "extract/thresholds.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

using record::Comparison;

// ---- words and signs

struct Bound {
  Comparison comparison;
  std::string_view words;
};

constexpr Bound kBefore[] = {
    {Comparison::less,
     "under|below|less than|fewer than|lower than|smaller than|faster than|menos de|menor que|"
     "menor a|por debajo de|inferior a"},
    {Comparison::less_or_equal,
     "at most|no more than|not more than|not over|not above|no higher than|not exceeding|up to|"
     "within|max|maximum|maximum of|max of|limit|como máximo|máximo|máximo de|máx|a lo sumo|no más "
     "de|hasta"},
    {Comparison::greater,
     "over|above|more than|greater than|higher than|más de|mayor que|mayor a|por encima de|"
     "superior a"},
    {Comparison::greater_or_equal,
     "at least|no less than|not less than|no fewer than|not below|not under|min|minimum|minimum "
     "of|min of|al menos|por lo menos|como mínimo|mínimo|mínimo de|mín|no menos de"},
    {Comparison::equal, "exactly|must be|equal to|equals|exactamente|igual a"},
};
constexpr Bound kBehind[] = {
    {Comparison::less_or_equal,
     "max|maximum|at most|or less|or fewer|or lower|or below|or faster|máximo|como máximo|o menos"},
    {Comparison::greater_or_equal,
     "minimum|at least|or more|or higher|or above|or greater|mínimo|como mínimo|o más"},
};

struct Sign {
  std::string_view text;
  Comparison comparison;
};

constexpr Sign kSigns[] = {
    {"<=", Comparison::less_or_equal},
    {"=<", Comparison::less_or_equal},
    {"≤", Comparison::less_or_equal},
    {">=", Comparison::greater_or_equal},
    {"=>", Comparison::greater_or_equal},
    {"≥", Comparison::greater_or_equal},
    {"<", Comparison::less},
    {">", Comparison::greater},
    {"==", Comparison::equal},
    {"=", Comparison::equal},
};

constexpr std::string_view kRangeSigns[] = {"–", "—", "-", "…", "...", "..", "to ", "a "};

// ---- parts

std::optional<Comparison> take_sign(std::string_view& text) {
  for (const Sign& sign : kSigns) {
    if (!text.starts_with(sign.text)) continue;
    text = skip_space(text.substr(sign.text.size()));
    return sign.comparison;
  }
  return std::nullopt;
}

std::optional<Comparison> bound_of(std::string_view words) {
  for (const Bound& row : kBefore)
    if (is_listed(row.words, words)) return row.comparison;
  return std::nullopt;
}

// "at most 5"; words that are not known say nothing that can be told.
std::optional<Comparison> take_bound(std::string_view& text) {
  const std::size_t begin = number_begin(text);
  const std::string_view before = text.substr(0, begin);
  if (before.find_first_of("<>!~") != std::string_view::npos) return std::nullopt;
  const std::string words = all_words(before);
  if (words.empty()) {
    if (!trim(before).empty()) return std::nullopt;
    text = text.substr(begin);
    return Comparison::equal;
  }
  const std::optional<Comparison> bound = bound_of(words);
  if (bound) text = text.substr(begin);
  return bound;
}

// What stands between the ends of a range is cut off.
bool take_range_sign(std::string_view& text, bool between) {
  const std::string_view rest = skip_space(text);
  const auto take = [&](std::string_view sign) {
    const std::string_view after = skip_space(rest.substr(std::min(sign.size(), rest.size())));
    if (!rest.starts_with(sign) || after.empty() || !is_digit(after.front())) return false;
    text = after;
    return true;
  };
  if (between) return take("and ") || take("y ");
  return std::any_of(std::begin(kRangeSigns), std::end(kRangeSigns), take);
}

}  // namespace

bool continues_as_range(std::string_view text) { return take_range_sign(text, false); }

std::optional<Comparison> bound_behind(std::string_view text) {
  if (text.starts_with('+')) return Comparison::greater_or_equal;
  const std::string words = normal_words(text);
  for (const Bound& row : kBehind)
    if (begins_with_listed(row.words, words)) return row.comparison;
  return std::nullopt;
}

bool begins_as_threshold(std::string_view text) {
  text = skip_space(text);
  if (take_sign(text)) return true;
  const std::string words = all_words(text.substr(0, number_begin(text)));
  return bound_of(words).has_value();
}

std::optional<Threshold> read_threshold(std::string_view text) {
  text = skip_space(text);
  Threshold threshold;
  const bool between = begins_with_listed("between|entre", normal_words(text));
  std::optional<Comparison> sign = take_sign(text);
  if (between) {
    text = text.substr(number_begin(text));
  } else if (sign) {
    threshold.comparison = *sign;
  } else if (std::string_view rest = text; !take_measure(rest)) {
    sign = take_bound(text);
    if (!sign) return std::nullopt;
    threshold.comparison = *sign;
  }
  const std::optional<Measure> measure = take_measure(text);
  if (!measure || !measure->value) return std::nullopt;
  threshold.value = *measure->value;
  threshold.unit = measure->unit;
  const bool range = take_range_sign(text, between);
  if (range) {
    const std::optional<Measure> high = take_measure(text);
    if (!high || !high->value || threshold.comparison != Comparison::equal) return std::nullopt;
    if (threshold.unit.dimension == Dimension::none) threshold.unit = high->unit;
    const std::optional<double> factor = conversion(high->unit, threshold.unit);
    if (!factor || *high->value * *factor < threshold.value) return std::nullopt;
    threshold.high = *high->value * *factor;
    threshold.comparison = Comparison::between;
  }
  if (between && !range) return std::nullopt;
  if (const std::optional<Comparison> behind = bound_behind(text)) {
    if (threshold.comparison != Comparison::equal) return std::nullopt;
    threshold.comparison = *behind;
  }
  for (const std::string_view more : {"<", ">", "≤", "≥", "±"})
    if (text.find(more) != std::string_view::npos) return std::nullopt;
  return threshold;
}

}  // namespace muster::extract
