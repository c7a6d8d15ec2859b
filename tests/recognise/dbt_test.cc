// dbt's run_results.json.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// `nodes`: ids and their status with a colon between, and bars between them.
Report run(std::string_view command, std::string_view nodes, std::string_view version = "v6") {
  std::string text;
  for (const std::string_view node : split(nodes, '|')) {
    const std::size_t colon = node.find(':');
    if (colon == node.npos) continue;
    text += cat({text.empty() ? "" : ",", R"({"unique_id":")", node.substr(0, colon),
                 R"(","status":")", node.substr(colon + 1), R"("})"});
  }
  return report(cat(
      {R"({"metadata":{"dbt_schema_version":)", R"("https://schemas.getdbt.com/dbt/run-results/)",
       version, R"(.json","dbt_version":"1.8.2","generated_at":"2026-02-15T10:00:00.5Z"},)",
       R"("args":{"which":")", command, R"("},"elapsed_time":4.25,"results":[)", text, "]}"}));
}

}  // namespace

TEST_CASE("a dbt run passes where its tests did") {
  const Report read =
      run("build",
          "model.shop.orders:success|test.shop.unique:pass|unit_test.shop.x:success|"
          "test.shop.old:skipped");
  CHECK(read.format == "dbt run results");
  CHECK(read.tool == "dbt 1.8.2");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.milliseconds == 4250);
}

TEST_CASE("a dbt run fails by a test or another node") {
  CHECK(run("test", "test.a:pass|test.b:fail").verdict == ReportVerdict::fail);
  CHECK(run("test", "test.a:pass|test.b:error").verdict == ReportVerdict::fail);
  const Report model = run("build", "model.a:error|test.a:pass");
  CHECK(model.verdict == ReportVerdict::fail);
  CHECK(has_reason(model, "1 of its nodes are in error"));
}

TEST_CASE("a dbt run that tested nothing is empty") {
  CHECK(run("test", "").verdict == ReportVerdict::empty);
  CHECK(run("build", "model.a:success").verdict == ReportVerdict::empty);
  CHECK(run("build", "model.a:success").executed == 0);
  CHECK(run("test", "test.a:skipped").verdict == ReportVerdict::empty);
}

TEST_CASE("commands of dbt that test nothing prove nothing") {
  for (const char* command : {"compile", "docs", "run", "seed"}) {
    INFO(command);
    const Report read = run(command, "model.a:success|test.a:pass");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "which tests nothing"));
  }
  CHECK(run("run", "model.a:error").verdict == ReportVerdict::fail);
}

TEST_CASE("warnings and unknown states of dbt leave no verdict") {
  const Report warned = run("test", "test.a:pass|test.b:warn");
  CHECK(warned.verdict == ReportVerdict::unknown);
  CHECK(has_reason(warned, "1 of its tests only warn"));
  CHECK(run("test", "test.a:pass|test.b:PASS").verdict == ReportVerdict::unknown);
  CHECK(run("build", "test.a:pass|model.b:exploded").verdict == ReportVerdict::unknown);
}

TEST_CASE("a dbt report that has lost its results or its command is doubted") {
  const std::string metadata =
      R"("metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/run-results/v5.json"})";
  const Report lost = report(cat({"{", metadata, R"(,"args":{"which":"test"}})"}));
  CHECK(lost.format == "dbt run results");
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "lists no results"));
  CHECK(report(cat({"{", metadata, R"(,"results":[{"unique_id":"test.a","status":"pass"}]})"}))
            .verdict == ReportVerdict::unknown);
}

TEST_CASE("another version of dbt's results is not interpreted") {
  const Report read = run("test", "test.a:pass", "v9");
  CHECK(read.format == "dbt run results");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "v9.json"));
}

TEST_CASE("dbt's other files, and what only looks like its results, are none") {
  for (const char* text :
       {R"({"metadata":{"dbt_schema_version":"https://schemas.getdbt.com/dbt/manifest/v12.json"},
            "nodes":{}})",
        R"({"metadata":{"dbt_schema_version":6},"results":[],"elapsed_time":1})",
        R"({"metadata":"/run-results/v6.json","results":[]})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
