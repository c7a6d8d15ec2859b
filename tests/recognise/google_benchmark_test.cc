// Google Benchmark's JSON.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kRun =
    R"({"name":"BM_Read","run_type":"iteration","iterations":9,"real_time":1.5,"time_unit":"ns"})";
constexpr std::string_view kMean =
    R"({"name":"BM_Read_mean","run_type":"aggregate","aggregate_name":"mean","real_time":1.5})";

Report run(std::string_view context, std::initializer_list<std::string_view> runs) {
  std::string text;
  for (const std::string_view each : runs) text += cat({text.empty() ? "" : ",", each});
  return report(cat({R"({"context":{"date":"2026-02-15T12:00:00+02:00","num_cpus":8)", context,
                     R"(},"benchmarks":[)", text, "]}"}));
}

constexpr std::string_view kRelease =
    R"(,"library_build_type":"release","library_version":"v1.9.0")";

}  // namespace

TEST_CASE("benchmarks are measured, and are no pass of their own") {
  const Report read = run(kRelease, {kRun, kRun, kMean});
  CHECK(read.format == "Google Benchmark");
  CHECK(read.tool == "Google Benchmark v1.9.0");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "measures times"));
  CHECK(read.executed == 2);
  CHECK_FALSE(read.passed.has_value());
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(run(kRelease, {kMean}).executed == 1);
}

TEST_CASE("no benchmarks, or only skipped ones, are an empty measurement") {
  CHECK(run(kRelease, {}).verdict == ReportVerdict::empty);
  const Report skipped = run(kRelease, {R"({"name":"a","skipped":true,"skip_message":"no GPU"})"});
  CHECK(skipped.verdict == ReportVerdict::empty);
  CHECK(skipped.skipped == 1);
}

TEST_CASE("what spoils the times of benchmarks is told") {
  CHECK(has_reason(run(R"(,"library_build_type":"debug")", {kRun}), "debug build"));
  CHECK(has_reason(run("", {kRun}), "built for release"));
  CHECK(has_reason(run(cat({kRelease, R"(,"cpu_scaling_enabled":true)"}), {kRun}),
                   "cpu_scaling_enabled"));
  CHECK(has_reason(run(kRelease, {kRun, R"({"name":"a","error_occurred":true})"}), "in error"));
  CHECK(has_reason(run(kRelease, {kRun, R"({"name":"a"})"}), "in error"));
}

TEST_CASE("benchmarks that were lost or are of a later version are doubted") {
  const Report lost = report(
      R"({"context":{"date":"2026-02-15T10:00:00Z","num_cpus":8,"library_build_type":"release"}})");
  CHECK(lost.format == "Google Benchmark");
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "lists no benchmarks"));
  const Report later = run(cat({kRelease, R"(,"json_schema_version":2)"}), {kRun});
  CHECK(later.verdict == ReportVerdict::unknown);
  CHECK(has_reason(later, "\"2\""));
  CHECK_FALSE(later.measures);
}

TEST_CASE("what only looks like benchmarks is none") {
  for (const char* text :
       {R"({"context":{"date":"2026-02-15"},"benchmarks":[]})", R"({"benchmarks":[{"name":"a"}]})",
        R"({"context":{"date":"2026-02-15","num_cpus":"8"},"benchmarks":[]})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
