// Trivy's `--format json` (aquasecurity/trivy, pkg/types/report.go). It omits what is empty, so
// that clean and not scanned look alike unless it lists the packages and checks that it looked at.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

struct Scan {
  Findings findings;
  long long scope = 0;    // packages and checks
  long long unknown = 0;  // targets that do not say what was looked at in them
};

void add_all(const Json& result, std::string_view pointer, Findings& findings, Reading& reading) {
  const Json* list = list_if_any(result, pointer, reading);
  if (list == nullptr) return;
  for (const Json& finding : list->items) findings.add(text_at(finding, "/Severity"));
}

// Passed checks are in the list as well where all were asked for; exceptions were waived.
void add_checks(const Json& result, Findings& findings, Reading& reading) {
  const Json* checks = list_if_any(result, "/Misconfigurations", reading);
  if (checks == nullptr) return;
  for (const Json& check : checks->items) {
    const std::string_view status = text_at(check, "/Status");
    if (status == "EXCEPTION")
      ++findings.accepted;
    else if (status != "PASS")
      findings.add(text_at(check, "/Severity"));
  }
}

void read_result(const Json& result, Scan& scan, Reading& reading) {
  for (const std::string_view list : {"/Vulnerabilities", "/Secrets", "/Licenses"})
    add_all(result, list, scan.findings, reading);
  add_checks(result, scan.findings, reading);
  scan.findings.accepted += entries_at(result, "/ExperimentalModifiedFindings", reading);
  const long long scope = entries_at(result, "/Packages", reading) +
                          count_at(result, "/MisconfSummary/Successes").value_or(0) +
                          count_at(result, "/MisconfSummary/Failures").value_or(0);
  scan.scope += scope;
  scan.unknown += scope == 0 ? 1 : 0;
}

void read_source(const Json& json, Reading& reading) {
  reading.report.tool = tool_named("Trivy", text_at(json, "/Trivy/Version"));
  reading.report.subject = text_at(json, "/ArtifactName");
  for (const auto& [pointer, name] :
       {std::pair{"/Metadata/ImageID", "image "}, std::pair{"/Metadata/Commit", "commit "}})
    if (const std::string_view text = text_at(json, pointer); !text.empty())
      reading.report.subject = cat({name, text});
  read_credible_time(json.find("CreatedAt"), "CreatedAt", reading);
  if (const Json* ended = json.at("/Metadata/OS/EOSL");
      ended != nullptr && !(ended->is(Json::Kind::boolean) && !ended->boolean))
    add_doubt(reading, "its operating system is no longer supported, so that nothing new is found");
}

int score(const Json& json) {
  return telling_signs(
      json, {{"/SchemaVersion", Json::Kind::number}, {"/ArtifactName", Json::Kind::string}});
}

void read(const Json& json, Reading& reading) {
  if (count_at(json, "/SchemaVersion") != 2)
    return add_unknown_version(json.find("SchemaVersion"), reading);
  read_source(json, reading);
  const Json* results = at(json, "/Results", Json::Kind::array);
  if (results == nullptr || results->items.empty())
    return add_doubt(reading,
                     "it has no results: nothing found and nothing scanned look alike in it");
  reading.report.verdict_line = results->line;
  Scan scan;
  for (const Json& result : results->items) read_result(result, scan, reading);
  const bool told = scan.scope > 0;
  if (told && scan.unknown > 0)
    add_doubt(reading, cat({"it does not say what it looked at in ", number(scan.unknown), " of ",
                            counted(static_cast<long long>(results->items.size()), "target")}));
  take_findings(scan.findings, told ? std::optional(scan.scope) : std::nullopt,
                "packages and checks", reading);
}

}  // namespace

constinit const Recogniser trivy{"Trivy", score, read};

}  // namespace muster::recognise
