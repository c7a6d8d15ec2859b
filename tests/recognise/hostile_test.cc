// Reports with a member lost or of the wrong kind, and documents that are no reports: none of them
// may pass for what it is not.
#include <vector>

#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// One that passes and one that fails of each format that has a verdict.
constexpr std::string_view kPassing[] = {
    R"({"numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"numRuntimeErrorTestSuites":0,
        "wasInterrupted":false,"success":true,"startTime":1771149600000,
        "testResults":[{"status":"passed","assertionResults":[{"status":"passed"}]}]})",
    R"({"numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"success":true,
        "startTime":1771149600000,
        "testResults":[{"status":"passed","assertionResults":[{"status":"passed"}]}]})",
    R"({"config":{"projects":[]},"errors":[],"stats":{"startTime":"2026-02-15T10:00:00Z",
        "expected":1,"unexpected":0,"flaky":0,"skipped":0},"suites":[{"specs":[{"ok":true,
        "tests":[{"status":"expected","expectedStatus":"passed",
        "results":[{"status":"passed"}]}]}]}]})",
    R"({"created":1771149600.25,"exitcode":0,"root":"/x","environment":{},
        "summary":{"collected":1,"total":1,"passed":1},"tests":[{"outcome":"passed"}]})",
    R"({"stats":{"suites":1,"tests":1,"passes":1,"pending":0,"failures":0,
        "end":"2026-02-15T10:00:00Z"},"tests":[{"err":{}}],"pending":[],"failures":[],
        "passes":[{"err":{}}]})",
    R"([{"Action":"start","Package":"a"},{"Action":"run","Package":"a","Test":"T"},
        {"Action":"pass","Package":"a","Test":"T"},{"Action":"pass","Package":"a"}])",
    R"({"tests":1,"failures":0,"disabled":0,"errors":0,"timestamp":"2026-02-15T10:00:00Z",
        "testsuites":[{"failures":0,"errors":0,
        "testsuite":[{"status":"RUN","result":"COMPLETED"}]}]})",
    R"({"collection":{"info":{"name":"c"}},"run":{"stats":{"assertions":{"total":1,"pending":0,
        "failed":0}},"timings":{"started":1771149600000,"completed":1771149601000},"failures":[],
        "executions":[{"assertions":[{"assertion":"ok","skipped":false}]}]}})",
    R"({"options":{},"state":{"testRunDurationMs":3},"root_group":{"checks":[],"groups":[]},
        "metrics":{"iterations":{"values":{"count":2}},
        "d":{"values":{"avg":1},"thresholds":{"avg<2":{"ok":true}}}}})",
    R"({"root_group":{"checks":{},"groups":{}},"metrics":{"iterations":{"count":2},
        "d":{"avg":1,"thresholds":{"avg<2":false}}}})",
    R"({"success":true,"statistics":{"evaluated_expectations":1,"successful_expectations":1,
        "unsuccessful_expectations":0},"results":[{"success":true,"result":{"element_count":3}}],
        "meta":{"great_expectations_version":"1.2.0"}})",
    R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/run-results/v6.json"},
        "args":{"which":"test"},"results":[{"unique_id":"test.a","status":"pass"}]})"};

constexpr std::string_view kFailing[] = {
    R"({"numTotalTests":2,"numPassedTests":1,"numFailedTests":1,"numRuntimeErrorTestSuites":0,
        "wasInterrupted":false,"success":false,"testResults":[{"status":"failed",
        "assertionResults":[{"status":"passed"},{"status":"failed"}]}]})",
    R"({"numTotalTests":2,"numPassedTests":1,"numFailedTests":1,"success":false,
        "testResults":[{"status":"failed",
        "assertionResults":[{"status":"passed"},{"status":"failed"}]}]})",
    R"({"config":{"projects":[]},"errors":[],"stats":{"expected":1,"unexpected":1,"flaky":0,
        "skipped":0},"suites":[{"specs":[{"ok":true,"tests":[{"status":"expected",
        "expectedStatus":"passed","results":[{"status":"passed"}]}]},{"ok":false,
        "tests":[{"status":"unexpected","expectedStatus":"passed",
        "results":[{"status":"failed"}]}]}]}]})",
    R"({"created":1771149600,"exitcode":1,"root":"/x","environment":{},
        "summary":{"collected":2,"total":2,"passed":1,"failed":1},
        "tests":[{"outcome":"passed"},{"outcome":"failed"}]})",
    R"({"stats":{"suites":1,"tests":2,"passes":1,"pending":0,"failures":1,
        "end":"2026-02-15T10:00:00Z"},"tests":[{"err":{}},{"err":{"message":"x"}}],"pending":[],
        "failures":[{"err":{"message":"x"}}],"passes":[{"err":{}}]})",
    R"([{"Action":"run","Package":"a","Test":"T"},{"Action":"run","Package":"a","Test":"U"},
        {"Action":"pass","Package":"a","Test":"T"},{"Action":"fail","Package":"a","Test":"U"},
        {"Action":"fail","Package":"a"}])",
    R"({"tests":2,"failures":1,"disabled":0,"errors":0,"testsuites":[{"failures":1,"errors":0,
        "testsuite":[{"status":"RUN","result":"COMPLETED"},{"status":"RUN","result":"COMPLETED",
        "failures":[{"failure":"x"}]}]}]})",
    R"({"collection":{"info":{"name":"c"}},"run":{"stats":{"assertions":{"total":2,"pending":0,
        "failed":1}},"timings":{"completed":1771149601000},"failures":[{"at":"x"}],
        "executions":[{"assertions":[{"assertion":"ok"},
        {"assertion":"no","error":{"name":"AssertionError"}}]}]}})",
    R"({"options":{},"state":{"testRunDurationMs":3},"root_group":{"checks":[],"groups":[]},
        "metrics":{"iterations":{"values":{"count":2}},"d":{"values":{"avg":1},
        "thresholds":{"max<2":{"ok":false}}}}})",
    R"({"root_group":{"checks":{},"groups":{}},"metrics":{"iterations":{"count":2},
        "d":{"avg":1,"thresholds":{"avg<2":true}}}})",
    R"({"success":false,"statistics":{"evaluated_expectations":2,"successful_expectations":1,
        "unsuccessful_expectations":1},"results":[{"success":true},{"success":false}],
        "meta":{"great_expectations_version":"1.2.0"}})",
    R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/run-results/v6.json"},
        "args":{"which":"test"},"results":[{"unique_id":"test.a","status":"pass"},
        {"unique_id":"test.b","status":"fail"}]})"};

constexpr std::string_view kMeasuring[] = {
    R"({"total":{"lines":{"total":2,"covered":2},"statements":{"total":2,"covered":2},
        "functions":{"total":2,"covered":2},"branches":{"total":2,"covered":2}},
        "a.js":{"lines":{"total":2,"covered":2}}})",
    R"({"meta":{"version":"7.6.1","format":3},"totals":{"num_statements":2,"covered_lines":2,
        "percent_covered":100.0},"files":{"a.py":{"summary":{"num_statements":2,
        "covered_lines":2}}}})",
    R"({"context":{"date":"2026-02-15T10:00:00Z","num_cpus":8,"library_build_type":"release"},
        "benchmarks":[{"name":"a","real_time":1.5}]})",
    R"({"version":"1.0.0","config":{"duration":3},"metadata":{"k6Version":"2.0.0"},
        "results":{"checks":{"results":[{"name":"a","passes":2,"fails":0}]},
        "metrics":[{"name":"iterations","values":{"count":2}}]}})",
    R"({"lighthouseVersion":"12.0.0","fetchTime":"2026-02-15T10:00:00Z",
        "requestedUrl":"https://shop.example/","categories":{"seo":{"score":1}},
        "audits":{"a":{"score":1}}})"};

const std::vector<Json> kWrong = {Json(),        Json::of(-1),   Json::of("x"),
                                  Json::array(), Json::object(), Json::of(1)};

// Calls `use` with the report once for each value in it, which is of each other kind in turn.
template <typename Use>
void with_wrong_kinds(const Json& report, Json& value, const Use& use) {
  const Json right = value;
  for (const Json& wrong : kWrong) {
    if (wrong.kind == right.kind && !(right.text != wrong.text)) continue;
    value = wrong;
    use(report);
  }
  value = right;
  for (Json& item : value.items) with_wrong_kinds(report, item, use);
  for (Json::Member& member : value.members) with_wrong_kinds(report, member.value, use);
}

// The same without each member in turn.
template <typename Use>
void with_lost_members(const Json& report, Json& value, const Use& use) {
  for (std::size_t index = 0; index < value.members.size(); ++index) {
    const std::vector<Json::Member> all = value.members;
    value.members.erase(value.members.begin() + static_cast<std::ptrdiff_t>(index));
    use(report);
    value.members = all;
    with_lost_members(report, value.members[index].value, use);
  }
  for (Json& item : value.items) with_lost_members(report, item, use);
}

}  // namespace

TEST_CASE("a report that fails never passes for want of a member, or by one of a wrong kind") {
  for (const std::string_view text : kFailing) {
    Json json = read_json(text).value;
    CHECK(recognise_report(json).verdict == ReportVerdict::fail);
    const auto check = [](const Json& broken) {
      const Report read = recognise_report(broken);
      INFO(write_json(broken, 0));
      CHECK(read.verdict != ReportVerdict::pass);
    };
    with_lost_members(json, json, check);
    with_wrong_kinds(json, json, check);
  }
}

TEST_CASE(
    "a report that passes never counts more for want of a member, or by one of a wrong kind") {
  for (const std::string_view text : kPassing) {
    Json json = read_json(text).value;
    INFO(text);
    CHECK(recognise_report(json).verdict == ReportVerdict::pass);
    const auto check = [](const Json& broken) {
      const Report read = recognise_report(broken);
      INFO(write_json(broken, 0));
      CHECK((read.verdict != ReportVerdict::pass || read.passed.value_or(0) == 1));
      CHECK((read.verdict != ReportVerdict::pass || !read.generic));
    };
    with_lost_members(json, json, check);
    with_wrong_kinds(json, json, check);
  }
}

TEST_CASE("a report that only measures never passes, whatever is wrong with it") {
  for (const std::string_view text : kMeasuring) {
    Json json = read_json(text).value;
    INFO(text);
    CHECK(recognise_report(json).measures);
    const auto check = [](const Json& broken) {
      INFO(write_json(broken, 0));
      CHECK(recognise_report(broken).verdict != ReportVerdict::pass);
    };
    with_lost_members(json, json, check);
    with_wrong_kinds(json, json, check);
  }
}

TEST_CASE("documents that are no reports are recognised as none") {
  for (
      const char* text :
      {R"({"name":"shop","version":"1.0.0","scripts":{"test":"vitest run"},"files":["dist"],
            "dependencies":{"mocha":"10.0.0"}})",
       R"({"compilerOptions":{"strict":true},"include":["src"],"files":[],"references":[]})",
       R"({"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{},"components":{}})",
       R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
            "properties":{"tests":3}}]})",
       R"({"lockfileVersion":3,"name":"shop","packages":{"":{"version":"1.0.0"}},"requires":true})",
       R"({"title":"Tests","passed":"bestanden","failed":"fehlgeschlagen","skipped":"übersprungen",
            "total":{"lines":"Zeilen"},"stats":{"passes":"Treffer"}})",
       R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
            "properties":{"numTotalTests":{"type":"integer"},"testResults":{"type":"array"}}})",
       R"({"annotations":{"list":[]},"panels":[{"id":1,"type":"graph"}],"schemaVersion":39,
            "time":{"from":"now-6h","to":"now"},"timezone":"","title":"k6","uid":"a","version":4})",
       R"({"preset":"ts-jest","testMatch":["**/*.test.ts"],"reporters":["default"],
            "coverageThreshold":{"global":{"lines":80}}})",
       R"({"collection":{"info":{"name":"Shop"}},"item":[],"event":[]})",
       R"({"include":["a/**"],"reporter":["json-summary"],"check-coverage":true,"lines":90})",
       R"([{"name":"a","value":1},{"name":"b","value":2}])", R"([])", R"({})", R"([[]])", "3"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
