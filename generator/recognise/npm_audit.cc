// `npm audit --json` of npm 7 and later (npm/cli, audit-report.js), version 2. That of npm 6, which
// other package managers still write, is recognised and not interpreted.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  if (at(json, "/auditReportVersion", Json::Kind::number) != nullptr) return kNamesFormat;
  return telling_signs(json, {{"/advisories", Json::Kind::object},
                              {"/metadata/vulnerabilities", Json::Kind::object},
                              {"/metadata/totalDependencies", Json::Kind::number}});
}

Findings count(const Json& json, const Json& packages, Reading& reading) {
  Findings findings;
  for (const Json::Member& package : packages.members)
    findings.add(text_at(package.value, "/severity"));
  for (const std::string_view severity : {"info", "low", "moderate", "high", "critical"})
    compare_at(json, cat({"/metadata/vulnerabilities/", severity}), severity, findings.of(severity),
               "entries", reading);
  return findings;
}

void read(const Json& json, Reading& reading) {
  reading.report.tool = "npm audit";
  const Json* version = json.find("auditReportVersion");
  if (version == nullptr)
    return add_doubt(reading, "the version of its format, that of npm 6, is not known here");
  if (version->text != "2") return add_unknown_version(version, reading);
  if (json.find("error") != nullptr) add_failure(reading, "it tells an error");
  const Json* packages = at(json, "/vulnerabilities", Json::Kind::object);
  if (packages == nullptr) return add_doubt(reading, "it lists no vulnerabilities");
  reading.report.verdict_line = packages->line;
  const Findings findings = count(json, *packages, reading);
  compare_at(json, "/metadata/vulnerabilities/total", "vulnerable packages",
             static_cast<long long>(packages->members.size()), "entries", reading);
  take_findings(findings, count_at(json, "/metadata/dependencies/total"), "dependencies", reading);
}

}  // namespace

constinit const Recogniser npm_audit{"npm audit", score, read};

}  // namespace muster::recognise
