#include "recognise/findings.h"

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kGrave[] = {"critical", "blocker", "high", "error", "fatal"};
constexpr std::string_view kLesser[] = {"medium", "moderate",      "warning",    "low",  "minor",
                                        "info",   "informational", "negligible", "note", "none"};

void add_doubts(const Findings& findings, Reading& reading) {
  if (findings.lesser > 0)
    add_doubt(reading,
              cat({counted(findings.lesser, "finding"),
                   " of medium or lower severity, and no threshold says whether that is enough"}));
  if (findings.unknown > 0)
    add_doubt(reading,
              cat({"the severity of ", number(findings.unknown),
                   " of its findings is not known: \"", shorten(findings.unknown_word, 40), "\""}));
  if (findings.accepted > 0)
    add_doubt(reading, cat({counted(findings.accepted, "finding"), " suppressed or ignored"}));
}

}  // namespace

void Findings::add(std::string_view severity) {
  const std::string word = lower(severity);
  ++by_severity[word];
  if (is_one_of(kGrave, word)) {
    ++grave;
  } else if (is_one_of(kLesser, word)) {
    ++lesser;
  } else if (unknown++ == 0) {
    unknown_word = severity;
  }
}

long long Findings::of(std::string_view severity) const {
  const auto found = by_severity.find(severity);
  return found == by_severity.end() ? 0 : found->second;
}

void Findings::add_score(double score) { ++(score >= 7 ? grave : lesser); }

void take_findings(const Findings& findings, std::optional<long long> scope, std::string_view what,
                   Reading& reading) {
  reading.report.executed = scope;
  if (findings.grave > 0) {
    reading.report.failed = findings.grave;
    add_failure(reading,
                cat({counted(findings.grave, "finding"), " of high or critical severity"}));
  }
  add_doubts(findings, reading);
  if (findings.grave + findings.lesser + findings.unknown > 0) return;
  reading.report.failed = 0;
  if (!scope)
    return add_doubt(reading,
                     cat({"it found nothing, and does not say how many ", what, " it looked at"}));
  if (*scope == 0) return;
  reading.report.passed = scope;
  reading.says_pass = true;
}

}  // namespace muster::recognise
