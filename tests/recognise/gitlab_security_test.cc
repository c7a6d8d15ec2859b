// GitLab's security reports, of every type of scan.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report scan(std::string_view vulnerabilities, std::string_view members = "",
            std::string_view status = "success", std::string_view in_scan = "",
            std::string_view version = "15.0.7") {
  return report(cat({R"({"version":")", version, R"(","scan":{"type":"dast","status":")", status,
                     R"(","start_time":"2026-02-15T09:00:00","end_time":"2026-02-15T10:00:00",
                     "scanner":{"id":"z","name":"ZAP","version":"2.17"})",
                     in_scan, R"(},"vulnerabilities":[)", vulnerabilities, "]", members, "}"}));
}

constexpr std::string_view kResources = R"(,"scanned_resources":[{"url":"https://a/"}])";

}  // namespace

TEST_CASE("a GitLab scan of some resources without findings passes") {
  const Report read = scan("", "", "success", kResources);
  CHECK(read.format == "GitLab security report");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 1);
  CHECK(read.tool == "ZAP 2.17");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00"));
  CHECK(read.zone_missing);
  CHECK(scan("", R"(,"dependency_files":[{"dependencies":[{},{}]}])").executed == 2);
}

TEST_CASE("a critical vulnerability fails a GitLab report, and lower ones are a doubt") {
  CHECK(scan(R"({"severity":"Critical"},{"severity":"Low"})").failed == 1);
  CHECK(scan(R"({"severity":"High"})").verdict == ReportVerdict::fail);
  for (const char* finding : {R"({"severity":"Medium"})", R"({"severity":"Unknown"})", "{}"}) {
    INFO(finding);
    CHECK(scan(finding, "", "success", kResources).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("a GitLab scan of nothing is empty, and one that tells no scope gives no verdict") {
  CHECK(scan("", "", "success", R"(,"scanned_resources":[])").verdict == ReportVerdict::empty);
  CHECK(scan("", R"(,"dependency_files":[])").verdict == ReportVerdict::empty);
  CHECK(has_reason(scan(""), "does not say how many resources"));
}

TEST_CASE("a GitLab scan that did not succeed, or tells of trouble, gives no verdict") {
  for (const char* status : {"failure", ""}) {
    INFO(status);
    CHECK(scan("", "", status, kResources).verdict == ReportVerdict::unknown);
    CHECK(has_reason(scan("", "", status, kResources), "did not succeed"));
  }
  const auto told = [](std::string_view level) {
    return scan("", "", "success",
                cat({kResources, R"(,"messages":[{"level":")", level, R"("}])"}));
  };
  CHECK(told("info").verdict == ReportVerdict::pass);
  CHECK(told("fatal").verdict == ReportVerdict::unknown);
  CHECK(told("warn").verdict == ReportVerdict::unknown);
}

TEST_CASE("another version of GitLab's report is not interpreted") {
  const Report read = scan("", "", "success", kResources, "16.0.0");
  CHECK(read.format == "GitLab security report");
  CHECK(has_reason(read, "the version \"16.0.0\""));
}

TEST_CASE("other scans are no GitLab report, and one cut short never passes") {
  for (const char* text :
       {R"({"scan":{"host":"a"},"vulnerabilities":[],"version":"15.0.0"})",
        R"({"scan":{"type":"sast"},"version":"15.0.0","vulnerabilities":"none"})",
        R"({"scan":"full","vulnerabilities":[],"version":"15"})",
        R"({"scan":{"type":"sast","status":"success"},"version":"15.0.0"})"}) {
    INFO(text);
    CHECK(report(text).format != "GitLab security report");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}
