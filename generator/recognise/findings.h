// What the recognisers of scanners share: findings by how grave they are, and what a scan says that
// found some or none.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "recognise/reading.h"

namespace muster::recognise {

struct Findings {
  long long grave = 0;     // critical, high, error
  long long lesser = 0;    // medium and lower, warnings, notes
  long long accepted = 0;  // suppressed, ignored or exempted
  long long unknown = 0;
  std::string unknown_word;  // the first severity that tells nothing
  std::map<std::string, long long, std::less<>> by_severity;  // in lower case

  void add(std::string_view severity);
  long long of(std::string_view severity) const;
  /// By a CVSS score from 0 to 10, of which 7 is high.
  void add_score(double score);
};

/// Grave findings fail the report. Lesser, accepted and unknown ones are doubts, and so is a scan
/// that found nothing and does not say how many of `what` ("files") it looked at. A scan of some
/// that found nothing passes.
void take_findings(const Findings& findings, std::optional<long long> scope, std::string_view what,
                   Reading& reading);

}  // namespace muster::recognise
