// Reports recognised by their content, and passes that prove nothing.
#include <algorithm>
#include <filesystem>
#include <map>

#include "base/json.h"
#include "base/text.h"
#include "recognise/recognise.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report muster_report(const std::string& verdict, const std::string& counts) {
  return report(R"({"schema":"muster/evidence/v1","verdict":")" + verdict + R"(","counts":)" +
                counts + R"(,"taken_at":"2026-02-15T10:00:00Z"})");
}

Report generic(const std::string& members) {
  return report(R"({"timestamp":"2026-02-15T10:00:00Z",)" + members + "}");
}

}  // namespace

TEST_CASE("our own report gives verdict, counts, time, subject and tool") {
  const Report read = report(
      R"({"schema":"muster/evidence/v1","verdict":"pass",
          "counts":{"executed":12,"passed":12,"failed":0,"skipped":1},
          "taken_at":"2026-02-15T10:00:00Z","subject":{"environment":"staging"},
          "tool":{"name":"smoke","version":"1.2"}})");
  CHECK(read.format == "muster evidence/v1");
  CHECK_FALSE(read.generic);
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 12);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.subject == "environment staging");
  CHECK(read.tool == "smoke 1.2");
  CHECK(read.verdict_line == 1);
}

TEST_CASE("a pass that exercised nothing is empty") {
  CHECK(muster_report("pass", R"({"executed":0,"passed":0,"failed":0})").verdict ==
        ReportVerdict::empty);
  CHECK(muster_report("pass", R"({"executed":3,"passed":0,"failed":0,"skipped":3})").verdict ==
        ReportVerdict::empty);
  CHECK(generic(R"("pass":true,"orgCount":0,"orgs":[])").verdict == ReportVerdict::empty);
  CHECK(generic(R"("pass":true,"checks":[])").verdict == ReportVerdict::empty);
  CHECK(has_reason(generic(R"("pass":true,"orgCount":0)"), "orgCount is 0"));
}

TEST_CASE("a failure is one whatever the headline says") {
  CHECK(muster_report("fail", R"({"executed":2,"passed":1,"failed":1})").verdict ==
        ReportVerdict::fail);
  CHECK(muster_report("pass", R"({"executed":2,"passed":1,"failed":1})").verdict ==
        ReportVerdict::fail);
  CHECK(generic(R"("status":"ok","total":7300,"passed":0,"failed":7300)").verdict ==
        ReportVerdict::fail);
}

TEST_CASE("what is no count never makes a pass") {
  for (const char* executed : {"-1", "1.5", "\"12\"", "true", "1e300", "null"}) {
    INFO(executed);
    const Report read = muster_report(
        "pass", std::string(R"({"passed":3,"failed":0,"executed":)") + executed + "}");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
  CHECK(muster_report("pass", "{}").verdict == ReportVerdict::unknown);
  CHECK(generic(R"("pass":"true","total":3)").verdict == ReportVerdict::unknown);
  CHECK(generic(R"("ok":true,"total":-3)").verdict == ReportVerdict::unknown);
}

TEST_CASE("counts that disagree give no verdict") {
  const Report read = muster_report("pass", R"({"executed":9,"passed":3,"failed":0})");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "executed is 9"));
  CHECK(generic(R"("allPass":true,"history":[{"pass":true},{"pass":false}])").verdict ==
        ReportVerdict::unknown);
  CHECK(generic(R"("pass":true,"hasIssues":true,"total":3)").verdict == ReportVerdict::unknown);
}

TEST_CASE("counts of our report that do not add up never make a pass") {
  for (const char* counts :
       {R"({"executed":10,"passed":1})", R"({"executed":10,"passed":20,"failed":0})",
        R"({"executed":10,"passed":10,"failed":0,"blocked":3})"}) {
    INFO(counts);
    const Report read = muster_report("pass", counts);
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
}

TEST_CASE("executed is told without the skipped, however the report counts it") {
  const Report with =
      muster_report("pass", R"({"executed":100,"passed":76,"failed":0,"skipped":24})");
  CHECK(with.verdict == ReportVerdict::pass);
  CHECK(with.executed == 76);
  const Report without = muster_report("pass", R"({"executed":76,"passed":76,"skipped":24})");
  CHECK(without.executed == 76);
}

TEST_CASE("what our report says beside its counts weighs against its pass") {
  const auto with = [](const std::string& members) {
    return report(R"({"schema":"muster/evidence/v1","verdict":"pass","counts":{"executed":10,)"
                  R"("passed":10,"failed":0},)" +
                  members + "}");
  };
  CHECK(with(R"("subject":"x")").verdict == ReportVerdict::pass);
  CHECK(with(R"("failed":4)").verdict == ReportVerdict::fail);
  CHECK(with(R"("checks":[{"status":"fail"}])").verdict == ReportVerdict::fail);
  CHECK(with(R"("pass":false)").verdict == ReportVerdict::unknown);
  CHECK(with(R"("dryRun":true)").verdict == ReportVerdict::unknown);
  CHECK(muster_report("pass", R"({"executed":10,"passed":10,"failed":0,"errors":3})").verdict ==
        ReportVerdict::fail);
}

// A report of ours that passes, with further members.
Report passing_with(const std::string& members) {
  return report(R"({"schema":"muster/evidence/v1","verdict":"pass","counts":{"executed":3,)"
                R"("passed":3,"failed":0},)" +
                members + "}");
}

TEST_CASE("a dry run is one in whatever words, and wherever it is told") {
  for (const char* members :
       {R"("dryRun":"true")", R"("dry_run":1)", R"("simulated":"yes")", R"("mode":"dry-run")",
        R"("meta":{"dryRun":true})", R"("tool":{"name":"t","options":{"mock":true}})",
        R"("runs":[{"dryRun":true}])"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::unknown);
    CHECK(has_reason(passing_with(members), "dry run"));
  }
  for (const char* members : {R"("dryRun":false)", R"("dryRun":"no")", R"("simulated":0)",
                              R"("mode":"full")", R"("runs":[{"dryRun":true},{"dryRun":false}])"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::pass);
  }
}

TEST_CASE("a report that calls itself an example proves nothing") {
  for (const char* members : {R"("placeholder":true)", R"("example":true)"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::unknown);
    CHECK(has_reason(passing_with(members), "calls itself an example"));
  }
  CHECK(passing_with(R"("example":false)").verdict == ReportVerdict::pass);
}

TEST_CASE("checks by name fail a report of ours") {
  CHECK(passing_with(R"("checks":{"db":"FAIL","api":"ok"})").verdict == ReportVerdict::fail);
  CHECK(passing_with(R"("checks":{"db":"ok","hasErrors":false})").verdict == ReportVerdict::pass);
}

TEST_CASE("errors in any form speak against a pass") {
  for (const char* members :
       {R"("error":"connection refused")", R"("failures":{"rls":"denied"})", R"("errors":["a"])",
        R"("violations":["a"])", R"("exit_code":1)", R"("exitCode":"2")", R"("error_count":2)",
        R"("details":{"checks":[{"status":"failed"}]})", R"("phases":[{"verdict":"fail"}])",
        R"("a":{"b":[[{"c":{"failed":1}}]]})", R"("environment":{"healthy":false})"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::fail);
    CHECK_FALSE(passing_with(members).reasons.empty());
  }
}

TEST_CASE("what tells of no error of this run speaks against nothing") {
  for (const char* members :
       {R"("error":null)", R"("error":"")", R"("errors":[])", R"("failures":{"total":0})",
        R"("failures":{"allowed":3})", R"("exit_code":0)", R"("error":"none")",
        R"("baseline":{"verdict":"fail"})", R"("config":{"failures":5})", R"("errorRate":0.2)",
        R"("subject":{"status":"active"})", R"("status":"completed")"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::pass);
  }
}

TEST_CASE("a run that was cut short proves nothing") {
  for (const char* members :
       {R"("aborted":true)", R"("interrupted":true)", R"("complete":false)", R"("partial":true)",
        R"("meta":{"timedOut":true})", R"("phases":[{"status":"incomplete"}])"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::unknown);
    CHECK_FALSE(passing_with(members).reasons.empty());
  }
  CHECK(passing_with(R"("complete":true,"aborted":false)").verdict == ReportVerdict::pass);
}

TEST_CASE("a second verdict that is neither pass nor fail takes the pass back") {
  for (const char* members : {R"("result":"partial")", R"("status":"READY_CANDIDATE")"}) {
    INFO(members);
    CHECK(passing_with(members).verdict == ReportVerdict::unknown);
    CHECK(has_reason(passing_with(members), "neither pass nor fail"));
  }
}

TEST_CASE("a passing entry that tells an error may have been asked for it") {
  const Report read = passing_with(R"("checks":[{"status":"passed","error":"401"}])");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "401"));
}

TEST_CASE("a time that cannot be true takes the pass back") {
  for (const char* time : {R"("1970-01-01T00:00:00Z")", R"("2026-02-31")", R"("soon")", "0"}) {
    INFO(time);
    const Report read = passing_with(cat({R"("taken_at":)", time}));
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "taken_at is"));
  }
  CHECK(passing_with(R"("taken_at":null)").verdict == ReportVerdict::pass);
  CHECK(passing_with(R"("taken_at":1771149600)").taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("the files that a report names as its evidence are kept") {
  CHECK(passing_with(R"("evidenceRefs":["a.json",{"path":"b.log"}])").refs ==
        std::vector<std::string>{"a.json", "b.log"});
}

TEST_CASE("an unknown version of our schema is not interpreted") {
  const Report read =
      report(R"({"schema":"muster/evidence/v9","verdict":"pass","counts":{"executed":1}})");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "v9"));
}

TEST_CASE("a CTRF report is counted from its tests") {
  const std::string tests =
      R"("tests":[{"name":"a","status":"passed"},{"name":"b","status":"skipped"}])";
  const Report read = report(
      R"({"results":{"tool":{"name":"t"},"summary":{"tests":2,"passed":1,"failed":0,"pending":0,
          "skipped":1,"other":0,"start":0,"stop":1700000000000},)" +
      tests + "}}");
  CHECK(read.format == "ctrf");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 1);
  CHECK(read.taken_at == Instant{1700000000});
  const Report wrong =
      report(R"({"results":{"tool":{"name":"t"},"summary":{"tests":2,"passed":2,"failed":0},)" +
             tests + "}}");
  CHECK(wrong.verdict == ReportVerdict::unknown);
}

// A CTRF report; `statuses` with bars between.
Report ctrf(const std::string& summary, const std::string& statuses) {
  std::string tests;
  for (const std::string_view status : split(statuses, '|'))
    tests += cat({tests.empty() ? "" : ",", R"({"name":"t","status":")", status, R"("})"});
  return report(cat({R"({"reportFormat":"CTRF","results":{"tool":{"name":"t"},"summary":{)",
                     summary, R"(},"tests":[)", tests, "]}}"}));
}

TEST_CASE("the tests of a CTRF report outweigh its summary") {
  const std::string good = R"("tests":3,"passed":3,"failed":0)";
  CHECK(ctrf(good, "passed|passed|passed").verdict == ReportVerdict::pass);
  for (const char* failing : {"failed", "FAILED", "error", "broken"}) {
    INFO(failing);
    CHECK(ctrf(good, cat({"passed|passed|", failing})).verdict == ReportVerdict::fail);
  }
  CHECK(ctrf(R"("passed":2,"failed":1)", "passed|passed|passed").verdict == ReportVerdict::fail);
  CHECK(ctrf(good, "passed|passed|skipped").verdict == ReportVerdict::unknown);
}

TEST_CASE("a CTRF test of unknown status leaves no verdict") {
  for (const char* status : {"PASSED", "flaky", ""}) {
    INFO(status);
    const Report read = ctrf(R"("passed":1,"failed":0)", cat({"passed|", status}));
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "is not known"));
  }
}

TEST_CASE("what a CTRF report says beside its tests weighs against them") {
  const auto with = [](std::string_view members, std::string_view in_test) {
    return report(cat({R"({"reportFormat":"CTRF",)", members,
                       R"("results":{"tool":{"name":"t"},"summary":{"passed":1,"failed":0},)",
                       R"("tests":[{"name":"a","status":"passed")", in_test, "}]}}"}));
  };
  CHECK(with("", "").verdict == ReportVerdict::pass);
  CHECK(with(R"("specVersion":"1.0.0",)", "").verdict == ReportVerdict::pass);
  CHECK(with("", R"(,"flaky":true,"retryAttempts":[{"status":"failed"}])").verdict ==
        ReportVerdict::pass);
  CHECK(with(R"("errors":["x"],)", "").verdict == ReportVerdict::fail);
  CHECK(with(R"("environment":{"healthy":false},)", "").verdict == ReportVerdict::fail);
  CHECK(with("", R"(,"steps":[{"name":"s","status":"failed"}])").verdict == ReportVerdict::fail);
  CHECK(with(R"("status":"failed",)", "").verdict == ReportVerdict::unknown);
  CHECK(with(R"("dryRun":true,)", "").verdict == ReportVerdict::unknown);
  const Report later = with(R"("specVersion":"9.9.9",)", "");
  CHECK(later.format == "ctrf");
  CHECK(later.verdict == ReportVerdict::unknown);
  CHECK(has_reason(later, "9.9.9"));
}

TEST_CASE("the skipped of a CTRF report are counted from its tests") {
  const Report read = ctrf(R"("passed":1,"failed":0)", "passed|skipped|pending|other");
  CHECK(read.executed == 1);
  CHECK(read.skipped == 3);
}

TEST_CASE("a generic result needs a verdict key with a scope or a time, and never verifies") {
  const Report read = generic(R"("hasIssues":false,"orgCount":4)");
  CHECK(read.format == "generic result");
  CHECK(read.generic);
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 4);
  CHECK(report(R"({"status":"ok"})").format.empty());
  CHECK(report(R"({"name":"x","version":"1"})").format.empty());
  CHECK(report("[1, 2]").format.empty());
}

TEST_CASE("words that are neither pass nor fail, and dry runs, give no verdict") {
  CHECK(generic(R"("status":"READY_CANDIDATE","total":3)").verdict == ReportVerdict::unknown);
  const Report dry = generic(R"("pass":true,"dryRun":true,"total":3)");
  CHECK(dry.verdict == ReportVerdict::unknown);
  CHECK(has_reason(dry, "dry run"));
}

TEST_CASE("counters of what should be none are no scope") {
  for (const char* counter : {"vulnerabilityCount", "criticalCount", "openCount", "alertCount"}) {
    INFO(counter);
    CHECK(generic(cat({R"("pass":true,")", counter, R"(":0)"})).verdict == ReportVerdict::pass);
  }
  CHECK(generic(R"("pass":true,"rollbackCount":0,"tests":12)").verdict == ReportVerdict::pass);
  CHECK(generic(R"("pass":true,"scanner":"x","results":[])").verdict == ReportVerdict::pass);
  CHECK(generic(R"("pass":true,"results":[])").verdict == ReportVerdict::empty);
}

TEST_CASE("a scope that is more than none outweighs one that is none") {
  CHECK(generic(R"("pass":true,"orgCount":0,"tests":12)").verdict == ReportVerdict::pass);
  CHECK(generic(R"("pass":true,"recordsProcessed":0,"filesScanned":0)").verdict ==
        ReportVerdict::empty);
}

TEST_CASE("failures beside the headline make it fail") {
  for (const char* members : {R"("checks":[{"pass":true}],"tests":[{"pass":false}])",
                              R"("checks":{"db":{"status":"fail"}})", R"("checks":{"db":"FAIL"})",
                              R"("totals":{"failed":2})", R"("failedTests":["a"])",
                              R"("suites":[{"tests":[{"status":"failed"}]}])", R"("errors":3)",
                              R"("error":"connection refused")", R"("exitCode":1)"}) {
    INFO(members);
    CHECK(generic(cat({R"("pass":true,"total":3,)", members})).verdict == ReportVerdict::fail);
  }
  for (const char* status : {"failed with errors", "degraded", "unhealthy"}) {
    INFO(status);
    CHECK(generic(cat({R"("total":3,"status":")", status, "\""})).verdict == ReportVerdict::fail);
  }
}

TEST_CASE("words that only sound like failures fail nothing") {
  for (const char* members :
       {R"("checks":{"hasErrors":false,"db":"ok"})", R"("failedTests":[])", R"("failFast":true)",
        R"("totals":{"failed":0})", R"("failedLoginAttempts":3)"}) {
    INFO(members);
    CHECK(generic(cat({R"("pass":true,"total":3,)", members})).verdict == ReportVerdict::pass);
  }
}

TEST_CASE("a summary of empty reports is empty") {
  const Report read = generic(R"("allPass":true,"reports":[{"pass":true,"orgCount":0}])");
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(has_reason(read, "every entry of reports"));
}

TEST_CASE("lists that are no scope may be empty") {
  CHECK(generic(R"("pass":true,"tags":[],"errors":[],"total":3)").verdict == ReportVerdict::pass);
  CHECK(generic(R"("pass":true,"tags":[],"warnings":[])").verdict == ReportVerdict::pass);
}

TEST_CASE(
    "the reports of a real migration: eight checked nothing, and their summaries inherit it") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::string base = "corpus/schoolcomply-reports/docs/migration-reports/";
  int empty = 0;
  int by_own_counter = 0;
  int other = 0;
  for (const auto& file : std::filesystem::directory_iterator(*folder + "/" + base)) {
    const Report read = report(read_sample(*folder, base + file.path().filename().string()));
    CHECK(read.verdict != ReportVerdict::pass);
    if (read.verdict != ReportVerdict::empty) {
      ++other;
      continue;
    }
    ++empty;
    CHECK(read.generic);
    CHECK(read.executed == 0);
    by_own_counter += std::count(read.reasons.begin(), read.reasons.end(), "orgCount is 0") > 0;
  }
  CHECK(by_own_counter == 8);
  CHECK(empty == 11);
  CHECK(other == 2);  // the two seed runs give neither verdict nor scope
}

// The folders of samples whose formats are read; of the others nothing is recognised.
std::string format_of(const std::string& path) {
  constexpr std::pair<std::string_view, std::string_view> folders[] = {
      {"/bandit/", "Bandit"},
      {"/ctrf/", "ctrf"},
      {"/cyclonedx/", "CycloneDX"},
      {"/ifa_assessment-results", "OSCAL assessment results"},
      {"/jest/", "Jest"},
      {"/k6/", "k6 summary"},
      {"/playwright/", "Playwright"},
      {"/pytest-json-report/", "pytest-json-report"},
      {"/sarif/", "SARIF"},
      {"/scorecard/", "OpenSSF Scorecard"},
      {"/spdx/", "SPDX"},
      {"/trivy/", "Trivy"},
      {"/vitest/", "Vitest"},
  };
  for (const auto& [folder, format] : folders)
    if (path.find(folder) != std::string::npos) return std::string(format);
  return {};
}

TEST_CASE("the samples of each format are recognised as that, and others as none") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  int files = 0;
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(*folder + "/corpus/evidence-formats")) {
    if (file.path().extension() != ".json") continue;
    const std::string path = file.path().string().substr(folder->size() + 1);
    const JsonRead json = read_json(read_sample(*folder, path));
    if (!json.ok) continue;
    ++files;
    INFO(path);
    CHECK(recognise_report(json.value).format == format_of(path));
  }
  CHECK(files > 50);
}
