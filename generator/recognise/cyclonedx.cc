// CycloneDX, an inventory and no verdict (bom-1.6 schema and its siblings 1.2 to 1.7). One that
// lists vulnerabilities tells by their analysis whether they matter (VEX).
#include <algorithm>

#include "base/text.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"
#include "recognise/words.h"

namespace muster::recognise {

namespace {

constexpr std::string_view kVersions[] = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"};
constexpr int kDeepest = 64;

// Components are in components, and services in services.
long long count_parts(const Json& json, std::string_view list, int depth, Reading& reading) {
  const Json* parts = list_if_any(json, list, reading);
  if (parts == nullptr || parts->items.empty()) return 0;
  if (depth == kDeepest) {
    add_doubt(reading, "its parts are nested too deep");
    return 0;
  }
  auto count = static_cast<long long>(parts->items.size());
  for (const Json& part : parts->items) count += count_parts(part, list, depth + 1, reading);
  return count;
}

struct Analyses {
  long long exploitable = 0;
  long long open = 0;  // in triage, or not analysed
};

Analyses count_analyses(const Json& vulnerabilities) {
  Analyses analyses;
  for (const Json& vulnerability : vulnerabilities.items) {
    const std::string_view state = text_at(vulnerability, "/analysis/state");
    const bool settled = state == "resolved" || state == "resolved_with_pedigree" ||
                         state == "false_positive" || state == "not_affected";
    if (state == "exploitable")
      ++analyses.exploitable;
    else if (!settled)
      ++analyses.open;
  }
  return analyses;
}

void read_vulnerabilities(const Json& vulnerabilities, Reading& reading) {
  const Analyses analyses = count_analyses(vulnerabilities);
  if (analyses.exploitable > 0) {
    reading.report.failed = analyses.exploitable;
    add_failure(reading, cat({"its analysis calls ", number(analyses.exploitable),
                              " of its vulnerabilities exploitable"}));
  }
  if (analyses.open > 0)
    add_doubt(reading, cat({number(analyses.open),
                            " of its vulnerabilities have no analysis, or "
                            "one that is not finished"}));
}

void read_compositions(const Json& json, Reading& reading) {
  const Json* compositions = list_if_any(json, "/compositions", reading);
  if (compositions == nullptr) return;
  const bool incomplete = std::any_of(
      compositions->items.begin(), compositions->items.end(), [](const Json& composition) {
        return text_at(composition, "/aggregate").starts_with("incomplete");
      });
  if (incomplete) add_doubt(reading, "it calls itself incomplete");
}

int score(const Json& json) {
  return text_at(json, "/bomFormat") == "CycloneDX" ? 2 * kNamesFormat : 0;
}

void read(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/specVersion");
  if (!is_one_of(kVersions, version)) return add_unknown_version(json.find("specVersion"), reading);
  measures("lists components", reading);
  reading.report.subject = tool_of(json.at("/metadata/component"));
  read_credible_time(json.at("/metadata/timestamp"), "timestamp", reading);
  long long parts =
      count_parts(json, "/components", 0, reading) + count_parts(json, "/services", 0, reading);
  const Json* vulnerabilities = list_if_any(json, "/vulnerabilities", reading);
  if (vulnerabilities != nullptr) read_vulnerabilities(*vulnerabilities, reading);
  if (vulnerabilities != nullptr && parts == 0)  // a VEX document of its own
    parts = static_cast<long long>(vulnerabilities->items.size());
  reading.report.executed = parts;
  read_compositions(json, reading);
}

}  // namespace

constinit const Recogniser cyclonedx{"CycloneDX", score, read};

}  // namespace muster::recognise
