// Numbers and units as people write them: 1,200,000, `99,95 %`, `1 h 30 min`, `2 GiB`, "zero",
// `exit code 0`.
//
// Groups of three digits behind a comma, a blank (also a thin or a no-break one) or an apostrophe
// are thousands; behind points, only where there are two groups or a decimal comma. A comma with
// another count of digits behind it is a decimal comma. What cannot be told: `1,200` is taken as
// 1200, `1.200` as 1.2. A number that is none of these (`1,2,3`, `1.2.3`, `12:30`) is not read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::extract {

/// What units measure. Only times and sizes can be converted; `other` is compared with its like.
enum class Dimension { none, time, size, share, exit_code, other };

struct Unit {
  Dimension dimension = Dimension::none;
  double scale = 1;  // in seconds, in bytes
  std::string name;  // "ms", "GB", "%", "req/s"
};

struct Measure {
  std::optional<double> value;  // none: a run of underscores
  Unit unit;
};

/// Where the first digit stands, or the size.
std::size_t number_begin(std::string_view text);
std::string_view skip_space(std::string_view text);

/// A number, or a run of underscores (then `value` stays empty); false where there is neither.
/// What is read is cut off, as in all functions that take.
bool take_number(std::string_view& text, std::optional<double>& value);

std::optional<Measure> take_measure(std::string_view& text);

/// The factor that makes a number of `from` one of `to`; none where the two cannot be compared. One
/// of them may lack its unit where that is neither a time, a size nor a share.
std::optional<double> conversion(const Unit& from, const Unit& to);

}  // namespace muster::extract
