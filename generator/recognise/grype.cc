// Grype's JSON (anchore/grype, presenter/models). It does not say how many packages it looked at,
// so that a report without matches is no pass; an old database finds nothing new.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

constexpr long long kMostAge = 120 * 3600;  // seconds: what Grype itself allows by default

int score(const Json& json) {
  if (text_at(json, "/descriptor/name") == "grype") return kNamesFormat + 1;
  return telling_signs(json, {{"/matches", Json::Kind::array},
                              {"/source", Json::Kind::object},
                              {"/distro", Json::Kind::object}});
}

void read_database(const Json& json, Reading& reading) {
  for (const std::string_view status : {"/descriptor/db", "/descriptor/db/status"}) {
    const Json* valid = json.at(cat({status, "/valid"}));
    const Json* error = json.at(cat({status, "/error"}));
    if ((valid != nullptr && !valid->boolean) || (error != nullptr && !error->is(Json::Kind::null)))
      add_doubt(reading, "its database of vulnerabilities is not valid");
    const std::optional<Instant> built = read_instant(text_at(json, cat({status, "/built"})));
    if (built && reading.report.taken_at &&
        reading.report.taken_at->seconds - built->seconds > kMostAge)
      add_doubt(reading, "its database of vulnerabilities was older than five days");
  }
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = tool_named("Grype", text_at(json, "/descriptor/version"));
  const std::string_view digest = text_at(json, "/source/target/imageID");
  const std::string_view target = text_at(json, "/source/target");
  reading.report.subject = digest.empty() ? std::string(target) : cat({"image ", digest});
  read_credible_time(json.at("/descriptor/timestamp"), "timestamp", reading);
  read_database(json, reading);
  const Json* matches = list_at(json, "/matches", "matches", reading);
  if (matches == nullptr) return;
  reading.report.verdict_line = matches->line;
  Findings findings;
  for (const Json& match : matches->items) findings.add(text_at(match, "/vulnerability/severity"));
  findings.accepted = entries_at(json, "/ignoredMatches", reading);
  take_findings(findings, std::nullopt, "packages", reading);
}

}  // namespace

constinit const Recogniser grype{"Grype", score, read};

}  // namespace muster::recognise
