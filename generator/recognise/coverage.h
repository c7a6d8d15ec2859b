// What the reports of coverage share: a share of lines that must be what its numbers say.
#pragma once

#include "recognise/reading.h"

namespace muster::recognise {

/// How much of something was covered.
struct Covered {
  std::optional<long long> total;
  std::optional<long long> covered;

  /// Adds those of a file.
  void add(const Covered& file);
};

/// Doubts where more is covered than there is, or where `percentage` (if there is one) is not what
/// the numbers say. Of nothing, any percentage is as good as none.
void check_covered(std::string_view what, const Covered& covered, const Json* percentage,
                   Reading& reading);

/// The report measures coverage: of so many lines, which its files must add up to.
void measure_coverage(const Covered& lines, const Covered& files, Reading& reading);

}  // namespace muster::recognise
