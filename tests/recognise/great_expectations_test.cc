// Great Expectations' validation results.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kMet =
    R"({"success":true,"result":{"element_count":9},"exception_info":{"raised_exception":false}})";
constexpr std::string_view kColumn = R"({"success":true,"result":{}})";
constexpr std::string_view kFailed = R"({"success":false,"result":{"element_count":9}})";
constexpr std::string_view kNoRows = R"({"success":true,"result":{"element_count":0}})";

constexpr std::string_view kMeta =
    R"("meta":{"great_expectations_version":"0.18.8","run_id":{"run_time":"2026-02-15T10:00:00Z"},
       "active_batch_definition":{"data_asset_name":"orders"}})";

std::string statistics(int evaluated, int successful) {
  return cat({R"("statistics":{"evaluated_expectations":)", number(evaluated),
              R"(,"successful_expectations":)", number(successful),
              R"(,"unsuccessful_expectations":)", number(evaluated - successful),
              R"(,"success_percent":100.0})"});
}

Report run(std::string_view success, std::string_view statistics,
           std::initializer_list<std::string_view> results, std::string_view meta = kMeta) {
  std::string text;
  for (const std::string_view each : results) text += cat({text.empty() ? "" : ",", each});
  return report(
      cat({R"({"success":)", success, ",", statistics, R"(,"results":[)", text, "],", meta, "}"}));
}

}  // namespace

TEST_CASE("a validation passes where its expectations were met") {
  const Report read = run("true", statistics(2, 2), {kMet, kColumn});
  CHECK(read.format == "Great Expectations");
  CHECK(read.tool == "Great Expectations 0.18.8");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.subject == "orders");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a validation fails by an expectation or its own word") {
  CHECK(run("false", statistics(2, 1), {kMet, kFailed}).verdict == ReportVerdict::fail);
  CHECK(run("true", statistics(2, 2), {kMet, kFailed}).verdict == ReportVerdict::fail);
  CHECK(run("false", statistics(1, 1), {kMet}).verdict == ReportVerdict::fail);
}

TEST_CASE("a validation of no expectations or of no rows is empty, though it calls that success") {
  CHECK(run("true", statistics(0, 0), {}).verdict == ReportVerdict::empty);
  const Report rows = run("true", statistics(1, 1), {kNoRows});
  CHECK(rows.verdict == ReportVerdict::empty);
  CHECK(rows.skipped == 1);
}

TEST_CASE("a validation that has lost members or contradicts itself is doubted") {
  CHECK(run("true", statistics(5, 5), {kMet}).verdict == ReportVerdict::unknown);
  CHECK(run("\"yes\"", statistics(1, 1), {kMet}).verdict == ReportVerdict::unknown);
  CHECK(run("true", R"("statistics":{"successful_expectations":1})", {kMet}).verdict ==
        ReportVerdict::unknown);
  CHECK(run("true", statistics(1, 1), {R"({"success":"true"})"}).verdict == ReportVerdict::unknown);
  const Report lost = report(cat({R"({"success":true,)", statistics(3, 3), ",", kMeta, "}"}));
  CHECK(lost.format == "Great Expectations");
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "lists no results"));
  CHECK(report(cat({"{", statistics(1, 1), R"(,"results":[)", kMet, "]}"})).verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("an expectation that raised an exception leaves no verdict") {
  for (const std::string_view info :
       {R"({"raised_exception":true})", R"({"metric":{"raised_exception":true}})"}) {
    const Report read =
        run("true", statistics(1, 1), {cat({R"({"success":true,"exception_info":)", info, "}"})});
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(has_reason(read, "raised an exception"));
  }
}

TEST_CASE("a later Great Expectations is not interpreted") {
  const Report read =
      run("true", statistics(1, 1), {kMet}, R"("meta":{"great_expectations_version":"2.0.0"})");
  CHECK(read.format == "Great Expectations");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "2.0.0"));
}

TEST_CASE("what only looks like a validation is none") {
  for (const char* text : {R"({"expectation_suite_name":"a","expectations":[],
            "meta":{"great_expectations_version":"0.18.8"}})",
                           R"({"statistics":{"rows":3},"results":[]})",
                           R"({"statistics":"evaluated_expectations","meta":{}})"}) {
    INFO(text);
    CHECK(report(text).format != "Great Expectations");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}
