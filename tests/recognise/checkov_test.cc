// Checkov reports: one, several, or the bare counts of a run without checks.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string one(std::string_view passed, std::string_view failed, std::string_view skipped,
                std::string_view summary) {
  return cat({R"({"check_type":"terraform","results":{"passed_checks":[)", passed,
              R"(],"failed_checks":[)", failed, R"(],"skipped_checks":[)", skipped,
              R"(],"parsing_errors":[]},"summary":{"checkov_version":"3.2.0",)", summary, "}}"});
}

constexpr std::string_view kPassing = R"("passed":2,"failed":0,"skipped":0,"resource_count":3)";

}  // namespace

TEST_CASE("a Checkov report passes by its checks") {
  const Report read = report(one("{},{}", "", "", kPassing));
  CHECK(read.format == "Checkov");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.tool == "Checkov 3.2.0");
}

TEST_CASE("a failed check fails a Checkov report, also in a list of them") {
  const std::string failing = one("{}", "{}", "", R"("passed":1,"failed":1,"resource_count":3)");
  CHECK(report(failing).failed == 1);
  const Report read = report(cat({"[", one("{},{}", "", "", kPassing), ",", failing, "]"}));
  CHECK(read.format == "Checkov");
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.executed == 4);
}

TEST_CASE("a Checkov run without checks is empty") {
  CHECK(report(one("", "", "", R"("passed":0,"failed":0,"resource_count":0)")).verdict ==
        ReportVerdict::empty);
  CHECK(report(one("", "", "{}", R"("passed":0,"failed":0,"resource_count":1)")).verdict ==
        ReportVerdict::empty);
  const Report bare = report(R"({"passed":0,"failed":0,"skipped":0,"parsing_errors":0,
      "resource_count":0,"checkov_version":"3.2.0"})");
  CHECK(bare.format == "Checkov");
  CHECK(bare.verdict == ReportVerdict::empty);
  CHECK(report(R"({"passed":3,"failed":0,"resource_count":2,"checkov_version":"3.2.0"})").verdict ==
        ReportVerdict::unknown);
}

TEST_CASE("a Checkov report that parsed not all, or no resources, gives no verdict") {
  CHECK(has_reason(report(one("{}", "", "", R"("passed":1,"parsing_errors":2)")),
                   "could not parse all files"));
  CHECK(has_reason(report(one("{}", "", "", R"("passed":1,"resource_count":0)")),
                   "resource_count is 0"));
  CHECK(has_reason(report(one("{}", "", "", kPassing)), "its summary says 2 passed"));
}

TEST_CASE("a Checkov report without its lists gives no verdict") {
  for (const char* text :
       {R"({"check_type":"k8s","results":{"failed_checks":[]},"summary":{"passed":9,"failed":0}})",
        R"({"check_type":"k8s","results":{}})", R"({"check_type":"k8s","summary":{"passed":9}})",
        R"([{"check_type":"k8s","results":{"passed_checks":[{}],"failed_checks":[],
             "skipped_checks":[]}},7])",
        R"({"check_type":"k8s","results":{"passed_checks":[{}],"failed_checks":"none",
            "skipped_checks":[]}})"}) {
    INFO(text);
    CHECK(report(text).format == "Checkov");
    CHECK(report(text).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("other checks are no Checkov report") {
  for (const char* text :
       {R"({"check_type":3,"results":{"passed_checks":[]}})",
        R"({"check_type":"health","results":[{"status":"up"}]})", R"([{"check_type":"health"}])"}) {
    INFO(text);
    CHECK(report(text).format != "Checkov");
  }
}
