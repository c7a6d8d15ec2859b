// ZAP reports: alerts by risk, sites that were never reached.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report zap(std::string_view members) {
  return report(cat({R"({"@version":"2.17.0","@generated":"Sun, 15 Feb 2026 10:00:00",
      "created":"2026-02-15T10:00:00Z")",
                     members.empty() ? "" : ",", members, "}"}));
}

Report site(std::string_view alerts, std::string_view insights) {
  return zap(cat({R"("insights":[)", insights, R"(],"site":[{"@name":"https://app.example",
      "alerts":[)",
                  alerts, "]}]"}));
}

constexpr std::string_view kReached =
    R"({"level":"Info","key":"insight.endpoint.total","statistic":"41"})";

}  // namespace

TEST_CASE("a ZAP scan that reached some addresses and found nothing passes") {
  const Report read = site("", kReached);
  CHECK(read.format == "ZAP");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 41);
  CHECK(read.subject == "https://app.example");
  CHECK(read.tool == "ZAP 2.17.0");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a ZAP alert of high risk fails, and lower ones are a doubt") {
  CHECK(site(R"({"riskcode":"3"},{"riskcode":"1"})", kReached).failed == 1);
  CHECK(site(R"({"riskcode":3})", kReached).verdict == ReportVerdict::fail);
  for (const char* alert : {R"({"riskcode":"2"})", R"({"riskcode":"0"})", R"({"riskcode":"9"})",
                            "{}", "3", R"({"riskcode":null})"}) {
    INFO(alert);
    CHECK(site(alert, kReached).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("a ZAP scan without sites, or that reached none, is empty") {
  CHECK(zap(R"("site":[])").verdict == ReportVerdict::empty);
  CHECK(site("", R"({"level":"Info","key":"insight.endpoint.total","statistic":"0"})").verdict ==
        ReportVerdict::empty);
}

TEST_CASE("a ZAP scan that does not tell what it reached gives no verdict") {
  CHECK(has_reason(site("", ""), "does not say how many addresses"));
  CHECK(has_reason(zap(""), "it lists no sites"));
  CHECK(zap(R"("site":[{"@name":"a"}])").verdict == ReportVerdict::unknown);
  CHECK(zap(R"("site":{"alerts":[]})").verdict == ReportVerdict::unknown);
  CHECK(zap(R"("insights":{},"site":[])").verdict == ReportVerdict::unknown);
}

TEST_CASE("trouble that ZAP had while it ran is a doubt") {
  const Report read = site("", cat({kReached, R"(,{"level":"High","key":"insight.auth.failure",
      "statistic":"100"})"}));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "insight.auth.failure"));
}

TEST_CASE("other sites and versions are no ZAP report") {
  for (const char* text :
       {R"({"version":"1","site":[{"name":"a"}]})", R"({"@version":"1","site":[{"alerts":[]}]})",
        R"({"@version":2,"@generated":true,"site":[]})"}) {
    INFO(text);
    CHECK(report(text).format != "ZAP");
  }
}
