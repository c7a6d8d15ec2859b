// kube-bench reports, with totals and without.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string control(std::string_view statuses) {
  std::string results;
  for (const std::string_view status : split(statuses, '|'))
    if (!status.empty())
      results += cat(
          {results.empty() ? "" : ",", R"({"test_number":"1.1.1","status":")", status, R"("})"});
  return cat(
      {R"({"id":"1","node_type":"master","tests":[{"section":"1.1","results":[)", results, "]}]}"});
}

Report bench(std::string_view statuses, std::string_view totals) {
  return report(cat({R"({"Controls":[)", control(statuses), R"(],"Totals":{)", totals, "}}"}));
}

}  // namespace

TEST_CASE("a kube-bench run whose checks pass passes") {
  const Report read = bench("PASS|PASS|INFO", R"("total_pass":2,"total_fail":0,"total_warn":0)");
  CHECK(read.format == "kube-bench");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(report(cat({"[", control("PASS"), ",", control("PASS"), "]"})).executed == 2);
}

TEST_CASE("a failed check fails a kube-bench run") {
  CHECK(bench("PASS|FAIL", R"("total_pass":1,"total_fail":1)").failed == 1);
  CHECK(report(cat({"[", control("PASS|FAIL"), "]"})).verdict == ReportVerdict::fail);
}

TEST_CASE("a kube-bench warning is a check that was not carried out") {
  const Report read = bench("PASS|WARN", R"("total_pass":1,"total_warn":1)");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "1 check not carried out"));
  CHECK(bench("WARN|WARN", R"("total_warn":2)").verdict == ReportVerdict::empty);
}

TEST_CASE("a kube-bench run without checks is empty") {
  CHECK(bench("", R"("total_pass":0,"total_fail":0)").verdict == ReportVerdict::empty);
  CHECK(report(R"({"Controls":[],"Totals":{"total_pass":0,"total_fail":0}})").verdict ==
        ReportVerdict::empty);
}

TEST_CASE("a kube-bench run that contradicts itself or lacks its parts gives no verdict") {
  CHECK(has_reason(bench("PASS", R"("total_pass":3)"), "its summary says 3 passed"));
  CHECK(bench("PASS|MAYBE", R"("total_pass":1)").verdict == ReportVerdict::unknown);
  for (
      const char* text :
      {R"({"Controls":[{"id":"1"}],"Totals":{"total_pass":0}})",
       R"({"Controls":[{"node_type":"node","tests":[{"results":"none"}]}]})",
       R"([{"node_type":"node","tests":[{"results":[{"status":"PASS"}]}]},{"node_type":"etcd"}])"}) {
    INFO(text);
    CHECK(report(text).format == "kube-bench");
    CHECK(report(text).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("other controls and tests are no kube-bench report") {
  for (const char* text :
       {R"({"Controls":[{"name":"volume"}]})", R"([{"id":"1","tests":[{"name":"a"}]}])",
        R"([{"tests":3,"node_type":"master"}])", R"({"Controls":{},"Totals":{"total_pass":2}})"}) {
    INFO(text);
    CHECK(report(text).format != "kube-bench");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}
