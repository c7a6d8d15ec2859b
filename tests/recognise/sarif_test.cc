// SARIF logs: what was scanned, how grave the findings are, and logs that are no scan.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// A log of one run by a tool with two rules, the second of which is an error by default.
Report run(std::string_view members) {
  return report(cat({R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"lint","version":"3.1",
           "rules":[{"id":"R1"},{"id":"R2","defaultConfiguration":{"level":"error"}}]}},)",
                     members, "}]}"}));
}

constexpr std::string_view kScope = R"("artifacts":[{"location":{"uri":"a.c"}},{"roles":
    ["analysisTarget"]},{"roles":["responseFile"]}],)";

Report found(std::string_view results) {
  return run(cat({kScope, R"("results":[)", results, "]"}));
}

Report sample(const std::string& name) {
  return report(read_sample(*samples_folder(), cat({"corpus/evidence-formats/sarif/", name})));
}

}  // namespace

TEST_CASE("a SARIF scan of some files that found nothing passes") {
  const Report read = run(cat({kScope, R"("results":[],
      "versionControlProvenance":[{"repositoryUri":"https://x","revisionId":"abc123"}],
      "invocations":[{"executionSuccessful":true,"startTimeUtc":"2026-02-15T09:00:00Z",
                      "endTimeUtc":"2026-02-15T10:00:00Z"}])"}));
  CHECK(read.format == "SARIF");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.subject == "commit abc123");
  CHECK(read.tool == "lint 3.1");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.verdict_line > 0);
}

TEST_CASE("a SARIF finding of the level error fails, by itself or by its rule") {
  for (const char* result : {R"({"level":"error"})", R"({"ruleId":"R2"})", R"({"ruleIndex":1})",
                             R"({"rule":{"id":"R2"}})", R"({"kind":"fail","level":"error"})"}) {
    INFO(result);
    const Report read = found(result);
    CHECK(read.verdict == ReportVerdict::fail);
    CHECK(read.failed == 1);
    CHECK(has_reason(read, "1 finding of high or critical severity"));
  }
}

TEST_CASE("a SARIF finding is a warning unless it or its rule says more") {
  for (const char* result :
       {R"({"ruleId":"R1"})", R"({"level":"note"})", R"({"ruleId":"R2","level":"warning"})", "{}",
        R"({"level":"none"})", "7"}) {
    INFO(result);
    const Report read = found(result);
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "1 finding of medium or lower severity"));
  }
  CHECK(has_reason(found(R"({"level":"dire"})"), "the severity of 1 of its findings"));
}

TEST_CASE("the rules of a SARIF tool's extensions have levels too") {
  CHECK(report(R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL"},"extensions":
      [{"rules":[{"id":"E","defaultConfiguration":{"level":"error"}}]}]},
      "results":[{"ruleId":"E"}]}]})")
            .verdict == ReportVerdict::fail);
}

TEST_CASE("SARIF results of the kind pass tell what was checked") {
  const Report passing = run(R"("results":[{"kind":"pass"},{"kind":"pass"},
                                           {"kind":"notApplicable"}])");
  CHECK(passing.verdict == ReportVerdict::pass);
  CHECK(passing.executed == 2);
  CHECK(passing.skipped == 1);
  const Report skipped = run(R"("results":[{"kind":"notApplicable"}])");
  CHECK(skipped.verdict == ReportVerdict::empty);
  for (const char* kind : {"open", "review", "surprise"}) {
    INFO(kind);
    CHECK(run(cat({R"("results":[{"kind":"pass"},{"kind":")", kind, R"("}])"})).verdict ==
          ReportVerdict::unknown);
  }
}

TEST_CASE("a SARIF log that found nothing and tells no scope gives no verdict") {
  const Report read = run(R"("results":[])");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "does not say how many files"));
}

TEST_CASE("a SARIF run without results was no scan") {
  for (const char* members :
       {R"("columnKind":"utf16CodeUnits")", R"("results":null)", R"("results":{})"}) {
    INFO(members);
    const Report read = run(members);
    CHECK(read.format == "SARIF");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "no scan"));
  }
  const Report empty = report(R"({"version":"2.1.0","runs":[]})");
  CHECK(empty.format == "SARIF");
  CHECK(empty.verdict == ReportVerdict::empty);
}

TEST_CASE("a SARIF run that broke off passes nothing") {
  for (const char* invocation :
       {R"({"executionSuccessful":false})", R"({})", R"({"executionSuccessful":"yes"})",
        R"({"executionSuccessful":true,"toolExecutionNotifications":[{"level":"error"}]})",
        R"({"executionSuccessful":true,"toolConfigurationNotifications":[{"level":"error"}]})",
        R"({"executionSuccessful":true,"toolExecutionNotifications":{"level":"error"}})",
        R"({"executionSuccessful":true,"endTimeUtc":"1970-01-01T00:00:00Z"})"}) {
    INFO(invocation);
    CHECK(run(cat({kScope, R"("results":[],"invocations":[)", invocation, "]"})).verdict ==
          ReportVerdict::unknown);
  }
  CHECK(run(cat({kScope, R"("results":[],"invocations":{})"})).verdict == ReportVerdict::unknown);
  CHECK(run(cat({kScope, R"("results":[],"externalPropertyFileReferences":{"results":[{}]})"}))
            .verdict == ReportVerdict::unknown);
}

TEST_CASE("suppressed SARIF findings fail nothing and pass nothing") {
  const Report read = found(R"({"level":"error","suppressions":[{"kind":"inSource"}]})");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "1 finding suppressed"));
  CHECK(found(R"({"level":"error","suppressions":[{"status":"rejected"}]})").verdict ==
        ReportVerdict::fail);
  CHECK(found(R"({"level":"error","suppressions":[]})").verdict == ReportVerdict::fail);
  CHECK(found(R"({"level":"error","baselineState":"absent"})").verdict == ReportVerdict::pass);
  CHECK(found(R"({"level":"error","baselineState":"unchanged"})").verdict == ReportVerdict::fail);
}

TEST_CASE("another version of SARIF is not interpreted") {
  for (const char* version : {"\"2.0.0\"", "\"3.0.0\"", "2.1"}) {
    INFO(version);
    const Report read =
        report(cat({R"({"version":)", version,
                    R"(,"runs":[{"tool":{"driver":{"name":"l"}},"results":[]}]})"}));
    CHECK(read.format == "SARIF");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "of its format is not known here"));
  }
}

TEST_CASE("of several SARIF runs the oldest is the time, and one without a tool is a doubt") {
  const Report read = report(R"({"version":"2.1.0","runs":[
      {"tool":{"driver":{"name":"a"}},"results":[{"kind":"pass"}],"invocations":[
        {"executionSuccessful":true,"endTimeUtc":"2026-03-01T00:00:00Z"},
        {"executionSuccessful":true,"endTimeUtc":"2026-02-01T00:00:00Z"}]},
      {"results":[]}]})");
  CHECK(read.taken_at == read_instant("2026-02-01T00:00:00Z"));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "names no tool"));
}

TEST_CASE("what only has runs and a version is no SARIF log") {
  for (const char* text :
       {R"({"version":"2.1.0","runs":[{"id":1,"status":"ok"}]})", R"({"version":"1","runs":[]})",
        R"({"version":"2.1.0","runs":{"main":{"tool":"x"}}})", R"({"version":1,"runs":3})",
        R"({"runs":[{"tool":{"driver":{"name":"lint"}},"results":[]}]})"}) {
    INFO(text);
    CHECK(report(text).format != "SARIF");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}

TEST_CASE("the SARIF samples of its committee") {
  if (!samples_folder()) return;
  CHECK(sample("Empty runs.sarif.json").verdict == ReportVerdict::empty);
  for (const char* broken : {"No runs", "Catastrophic configuration error",
                             "Catastrophic execution error", "Notifications", "One run no results",
                             "One run empty results", "automation-details", "bad-eval"}) {
    INFO(broken);
    const Report read = sample(cat({broken, ".sarif.json"}));
    CHECK(read.format == "SARIF");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
  for (const char* failing : {"RuleMetadata", "Taxonomies", "simple-example"}) {
    INFO(failing);
    CHECK(sample(cat({failing, ".sarif.json"})).failed == 1);
  }
  CHECK(sample("simple-example.sarif.json").executed == 1);
  CHECK(has_reason(sample("Suppressions.sarif.json"), "6 findings of medium"));
  CHECK(has_reason(sample("Suppressions.sarif.json"), "3 findings suppressed"));
  CHECK(has_reason(sample("Baseline.sarif.json"), "3 findings of medium"));
}
