// SARIF 2.1.0, what static analysis found (OASIS, sarif-schema-2.1.0). A run without `results` was
// no scan; what was looked at is told by its artifacts, or by results of the kind pass.
#include <map>

#include "base/text.h"
#include "recognise/findings.h"
#include "recognise/recognisers.h"
#include "recognise/troubles.h"

namespace muster::recognise {

namespace {

using Levels = std::map<std::string_view, std::string_view>;  // by the id of the rule

struct Scan {
  Findings findings;
  long long passed = 0;
  long long skipped = 0;
  long long undecided = 0;
  long long artifacts = 0;
};

void add_levels(const Json& component, Levels& levels) {
  const Json* rules = at(component, "/rules", Json::Kind::array);
  if (rules == nullptr) return;
  for (const Json& rule : rules->items)
    if (const std::string_view level = text_at(rule, "/defaultConfiguration/level"); !level.empty())
      levels.emplace(text_at(rule, "/id"), level);
}

Levels levels_of(const Json& run) {
  Levels levels;
  if (const Json* driver = run.at("/tool/driver")) add_levels(*driver, levels);
  if (const Json* extensions = at(run, "/tool/extensions", Json::Kind::array))
    for (const Json& extension : extensions->items) add_levels(extension, levels);
  return levels;
}

std::string_view rule_of(const Json& result, const Json& run) {
  for (const std::string_view pointer : {"/ruleId", "/rule/id"})
    if (const std::string_view id = text_at(result, pointer); !id.empty()) return id;
  const std::optional<long long> index = count_at(result, "/ruleIndex");
  return index ? text_at(run, cat({"/tool/driver/rules/", number(*index), "/id"}))
               : std::string_view();
}

std::string_view level_of(const Json& result, const Json& run, const Levels& levels) {
  if (const std::string_view level = text_at(result, "/level"); !level.empty()) return level;
  const auto found = levels.find(rule_of(result, run));
  return found == levels.end() ? "warning" : found->second;
}

// One that is under review or rejected suppresses nothing.
bool is_suppressed(const Json& result) {
  const Json* suppressions = at(result, "/suppressions", Json::Kind::array);
  if (suppressions == nullptr || suppressions->items.empty()) return false;
  for (const Json& suppression : suppressions->items)
    if (const std::string_view status = text_at(suppression, "/status");
        status == "underReview" || status == "rejected")
      return false;
  return true;
}

void count(const Json& result, std::string_view level, Scan& scan) {
  const std::string_view kind = text_at(result, "/kind");
  if (text_at(result, "/baselineState") == "absent") return;
  if (kind == "pass") {
    ++scan.passed;
  } else if (kind == "notApplicable" || kind == "informational") {
    ++scan.skipped;
  } else if (!kind.empty() && kind != "fail") {
    ++scan.undecided;
  } else if (is_suppressed(result)) {
    ++scan.findings.accepted;
  } else {
    scan.findings.add(level);
  }
}

// Files that only set up or report the scan were not its targets.
bool is_target(const Json& artifact) {
  const Json* roles = at(artifact, "/roles", Json::Kind::array);
  if (roles == nullptr) return artifact.is(Json::Kind::object);
  for (const Json& role : roles->items)
    if (role.text == "analysisTarget") return true;
  return false;
}

void read_notifications(const Json& invocation, Reading& reading) {
  for (const std::string_view list :
       {"/toolExecutionNotifications", "/toolConfigurationNotifications"}) {
    const Json* notifications = list_if_any(invocation, list, reading);
    if (notifications == nullptr) continue;
    for (const Json& notification : notifications->items)
      if (text_at(notification, "/level") == "error")
        return add_doubt(reading, "its tool told of an error while it ran");
  }
}

void read_invocations(const Json& run, Reading& reading) {
  const Json* invocations = list_if_any(run, "/invocations", reading);
  if (invocations == nullptr) return;
  for (const Json& invocation : invocations->items) {
    const Json* successful = at(invocation, "/executionSuccessful", Json::Kind::boolean);
    if (successful == nullptr || !successful->boolean)
      add_doubt(reading, "its tool did not run successfully: executionSuccessful");
    read_notifications(invocation, reading);
    read_oldest_time(invocation, {"endTimeUtc", "startTimeUtc"}, reading);
  }
}

void read_source(const Json& run, Reading& reading) {
  const Json* driver = run.at("/tool/driver");
  if (driver == nullptr || text_at(*driver, "/name").empty())
    return add_doubt(reading, "one of its runs names no tool");
  if (reading.report.tool.empty()) reading.report.tool = tool_of(driver);
  const std::string_view commit = text_at(run, "/versionControlProvenance/0/revisionId");
  if (reading.report.subject.empty() && !commit.empty())
    reading.report.subject = cat({"commit ", commit});
}

void read_run(const Json& run, Scan& scan, Reading& reading) {
  read_source(run, reading);
  read_invocations(run, reading);
  if (run.at("/externalPropertyFileReferences/results") != nullptr)
    add_doubt(reading, "some of its results are in other files");
  const Json* results = at(run, "/results", Json::Kind::array);
  if (results == nullptr) return add_doubt(reading, "it lists no results, so it was no scan");
  if (reading.report.verdict_line == 0) reading.report.verdict_line = results->line;
  const Levels levels = levels_of(run);
  for (const Json& result : results->items) count(result, level_of(result, run, levels), scan);
  if (const Json* artifacts = at(run, "/artifacts", Json::Kind::array))
    for (const Json& artifact : artifacts->items) scan.artifacts += is_target(artifact) ? 1 : 0;
}

void take(const Scan& scan, Reading& reading) {
  std::optional<long long> scope;
  if (scan.passed > 0 || scan.skipped > 0) scope = scan.passed;
  if (scan.artifacts > 0) scope = scan.artifacts;
  if (scan.undecided > 0)
    add_doubt(reading,
              cat({counted(scan.undecided, "result"), " still open, to be reviewed or unknown"}));
  if (scan.skipped > 0) reading.report.skipped = scan.skipped;
  take_findings(scan.findings, scope, "files", reading);
}

int score(const Json& json) {
  if (json.find("runs") == nullptr || json.find("version") == nullptr) return 0;
  if (text_at(json, "/$schema").find("sarif") != std::string_view::npos) return kNamesFormat + 2;
  const Json* runs = at(json, "/runs", Json::Kind::array);
  if (runs == nullptr) return 0;
  for (const Json& run : runs->items)
    if (at(run, "/tool/driver", Json::Kind::object) != nullptr) return 4;
  return runs->items.empty() && text_at(json, "/version") == "2.1.0" ? 2 : 0;
}

void read(const Json& json, Reading& reading) {
  if (text_at(json, "/version") != "2.1.0")
    return add_unknown_version(json.find("version"), reading);
  const Json* runs = list_at(json, "/runs", "runs", reading);
  if (runs == nullptr) return;
  Scan scan;
  for (const Json& run : runs->items) read_run(run, scan, reading);
  if (entries_at(json, "/inlineExternalProperties", reading) > 0)
    add_doubt(reading, "some of its results are outside its runs");
  if (runs->items.empty())
    reading.report.executed = 0;
  else
    take(scan, reading);
}

}  // namespace

constinit const Recogniser sarif{"SARIF", score, read};

}  // namespace muster::recognise
