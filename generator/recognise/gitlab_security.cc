// GitLab's security reports (gitlab-org/security-products/security-report-schemas), versions 14 and
// 15, of every type of scan.
#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

int score(const Json& json) {
  for (const Sign& sign :
       {Sign{"/scan/type", Json::Kind::string}, Sign{"/scan/scanner", Json::Kind::object}})
    if (at(json, sign.pointer, sign.kind) != nullptr)
      return telling_signs(json, {{"/version", Json::Kind::string},
                                  {"/scan", Json::Kind::object},
                                  {"/vulnerabilities", Json::Kind::array}});
  return 0;
}

void read_scan(const Json& json, Reading& reading) {
  reading.report.tool = tool_of(json.at("/scan/scanner"));
  read_oldest_time(*json.find("scan"), {"end_time", "start_time"}, reading);
  const std::string_view status = text_at(json, "/scan/status");
  if (status != "success")
    add_doubt(reading, cat({"its scan did not succeed: \"", shorten(status, 40), "\""}));
  const Json* messages = list_if_any(json, "/scan/messages", reading);
  if (messages == nullptr) return;
  for (const Json& message : messages->items)
    if (text_at(message, "/level") != "info")
      return add_doubt(reading, "its scan tells of warnings or errors");
}

// Addresses that were requested, or dependencies that were looked up; other scans do not tell.
std::optional<long long> scope_of(const Json& json, Reading& reading) {
  if (json.at("/scan/scanned_resources") != nullptr)
    return entries_at(json, "/scan/scanned_resources", reading);
  const Json* files = at(json, "/dependency_files", Json::Kind::array);
  if (files == nullptr) return std::nullopt;
  long long dependencies = 0;
  for (const Json& file : files->items) dependencies += entries_at(file, "/dependencies", reading);
  return dependencies;
}

void read(const Json& json, Reading& reading) {
  const std::string_view version = text_at(json, "/version");
  if (!version.starts_with("14.") && !version.starts_with("15."))
    return add_unknown_version(json.find("version"), reading);
  read_scan(json, reading);
  const Json* vulnerabilities = json.find("vulnerabilities");
  reading.report.verdict_line = vulnerabilities->line;
  Findings findings;
  for (const Json& vulnerability : vulnerabilities->items)
    findings.add(text_at(vulnerability, "/severity"));
  take_findings(findings, scope_of(json, reading), "resources", reading);
}

}  // namespace

constinit const Recogniser gitlab_security{"GitLab security report", score, read};

}  // namespace muster::recognise
