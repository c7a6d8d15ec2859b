#include "recognise/coverage.h"

#include <cmath>

#include "base/text.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

// Of percentages that are cut or rounded to two digits.
constexpr double kTolerance = 0.011;

}  // namespace

void Covered::add(const Covered& file) {
  total = total.value_or(0) + file.total.value_or(0);
  covered = covered.value_or(0) + file.covered.value_or(0);
}

void check_covered(std::string_view what, const Covered& covered, const Json* percentage,
                   Reading& reading) {
  if (!covered.total || !covered.covered)
    return add_doubt(reading, cat({"it does not count its ", what}));
  if (*covered.covered > *covered.total)
    return add_doubt(reading, cat({"it covers ", number(*covered.covered), " of ",
                                   number(*covered.total), " ", what}));
  if (percentage == nullptr || *covered.total == 0) return;
  const double share =
      100.0 * static_cast<double>(*covered.covered) / static_cast<double>(*covered.total);
  if (!percentage->is(Json::Kind::number) || std::abs(percentage->number - share) > kTolerance)
    add_doubt(reading, cat({"it calls ", number(*covered.covered), " of ", number(*covered.total),
                            " ", what, " ", shorten(percentage->text, 20), " %"}));
}

void measure_coverage(const Covered& lines, const Covered& files, Reading& reading) {
  measures("measures coverage", reading);
  reading.report.executed = lines.total;
  compare_count("lines", lines.total, files.total.value_or(0), "files", reading);
  compare_count("covered lines", lines.covered, files.covered.value_or(0), "files", reading);
}

}  // namespace muster::recognise
