// npm audits: packages by severity, and audits of nothing.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report audit(std::string_view packages, std::string_view severities, std::string_view total) {
  return report(cat({R"({"auditReportVersion":2,"vulnerabilities":{)", packages,
                     R"(},"metadata":{"vulnerabilities":{)", severities,
                     R"(},"dependencies":{"prod":1,"dev":0,"total":)", total, "}}}"}));
}

}  // namespace

TEST_CASE("an npm audit of some dependencies without findings passes") {
  const Report read =
      audit("", R"("info":0,"low":0,"moderate":0,"high":0,"critical":0,"total":0)", "212");
  CHECK(read.format == "npm audit");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 212);
  CHECK(read.passed == 212);
  CHECK(read.failed == 0);
}

TEST_CASE("a high or critical package fails an npm audit") {
  const Report read = audit(R"("a":{"severity":"high"},"b":{"severity":"critical"},
                              "c":{"severity":"low"})",
                            R"("low":1,"high":1,"critical":1,"total":3)", "212");
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 2);
  CHECK(read.executed == 212);
}

TEST_CASE("lower packages of an npm audit are a doubt") {
  const Report read = audit(R"("a":{"severity":"moderate"})", R"("total":1)", "212");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "1 finding of medium or lower severity"));
  CHECK(audit(R"("a":{"severity":"odd"})", "", "2").verdict == ReportVerdict::unknown);
  CHECK(audit(R"("a":3)", "", "2").verdict == ReportVerdict::unknown);
}

TEST_CASE("an npm audit of no dependencies is empty") {
  const Report read = audit("", R"("total":0)", "0");
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(read.executed == 0);
}

TEST_CASE("an npm audit that lacks its parts or contradicts itself gives no verdict") {
  CHECK(report(R"({"auditReportVersion":2})").verdict == ReportVerdict::unknown);
  CHECK(report(R"({"auditReportVersion":2,"vulnerabilities":{},"metadata":{}})").verdict ==
        ReportVerdict::unknown);
  CHECK(report(R"({"auditReportVersion":2,"vulnerabilities":[],"metadata":{"dependencies":
      {"total":3}}})")
            .verdict == ReportVerdict::unknown);
  CHECK(audit("", R"("high":2)", "12").verdict == ReportVerdict::unknown);
  CHECK(audit("", R"("total":2)", "12").verdict == ReportVerdict::unknown);
  CHECK(audit("", R"("total":0)", "-1").verdict == ReportVerdict::unknown);
}

TEST_CASE("an npm audit that ended in an error never passes") {
  CHECK(report(R"({"error":{"code":"ENOLOCK","summary":"This command requires a lockfile."}})")
            .verdict != ReportVerdict::pass);
  CHECK(report(R"({"auditReportVersion":2,"error":{"code":"E"},"vulnerabilities":{},"metadata":
      {"dependencies":{"total":3}}})")
            .verdict == ReportVerdict::fail);
}

TEST_CASE("another version of npm's audit is not interpreted") {
  const Report later = report(R"({"auditReportVersion":3,"vulnerabilities":{}})");
  CHECK(later.format == "npm audit");
  CHECK(has_reason(later, "the version \"3\""));
  const Report before = report(R"({"actions":[],"advisories":{},"muted":[],"metadata":
      {"vulnerabilities":{"high":0},"totalDependencies":3}})");
  CHECK(before.format == "npm audit");
  CHECK(before.verdict == ReportVerdict::unknown);
}

TEST_CASE("a package file is no npm audit") {
  for (const char* text : {R"({"name":"a","version":"1.0.0","dependencies":{"b":"^2.0.0"}})",
                           R"({"name":"a","lockfileVersion":3,"packages":{"":{"name":"a"}}})",
                           R"({"auditReportVersion":"2","vulnerabilities":{}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
