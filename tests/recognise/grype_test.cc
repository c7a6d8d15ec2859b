// Grype reports: matches by severity, and databases too old to find anything.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report grype(std::string_view matches, std::string_view members = "",
             std::string_view database = R"({"built":"2026-02-14T00:00:00Z"})") {
  return report(cat({R"({"matches":)", matches, R"(,"source":{"type":"image","target":
      {"imageID":"sha256:12"}},"distro":{"name":"alpine"},"descriptor":{"name":"grype",
      "version":"0.80.0","timestamp":"2026-02-15T10:00:00Z","db":)",
                     database, "}", members, "}"}));
}

std::string match(std::string_view severity) {
  return cat({R"([{"vulnerability":{"id":"CVE-1","severity":")", severity, R"("}}])"});
}

}  // namespace

TEST_CASE("a Grype report without matches is no pass, as it does not say what it looked at") {
  const Report read = grype("[]");
  CHECK(read.format == "Grype");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "does not say how many packages"));
  CHECK(read.subject == "image sha256:12");
  CHECK(read.tool == "Grype 0.80.0");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a high match fails a Grype report, and lower ones are a doubt") {
  CHECK(grype(match("Critical")).verdict == ReportVerdict::fail);
  CHECK(grype(match("High")).failed == 1);
  for (const char* severity : {"Medium", "Low", "Negligible", "Unknown", ""}) {
    INFO(severity);
    CHECK(grype(match(severity)).verdict == ReportVerdict::unknown);
    CHECK_FALSE(has_reason(grype(match(severity)), "found nothing"));
  }
}

TEST_CASE("ignored matches and an old or broken database are told") {
  CHECK(has_reason(grype("[]", R"(,"ignoredMatches":[{}])"), "1 finding suppressed or ignored"));
  CHECK(has_reason(grype("[]", "", R"({"built":"2026-02-09T00:00:00Z"})"), "older than five days"));
  CHECK(has_reason(grype("[]", "", R"({"status":{"built":"2025-02-09T00:00:00Z"}})"),
                   "older than five days"));
  CHECK(has_reason(grype("[]", "", R"({"status":{"valid":false}})"), "is not valid"));
  CHECK_FALSE(has_reason(grype("[]"), "database"));
}

TEST_CASE("a Grype report that lacks its matches gives no verdict") {
  for (const char* matches : {"null", "{}", "\"none\""}) {
    INFO(matches);
    CHECK(grype(matches).format == "Grype");
    CHECK(has_reason(grype(matches), "it lists no matches"));
  }
  CHECK(report(R"({"descriptor":{"name":"grype"}})").verdict == ReportVerdict::unknown);
  CHECK(report(R"({"matches":[],"source":{},"distro":{}})").format == "Grype");
}

TEST_CASE("other matches are no Grype report") {
  for (const char* text : {R"({"matches":[{"home":"a","away":"b"}],"source":"league"})",
                           R"({"matches":3,"source":{},"distro":{}})",
                           R"({"descriptor":{"name":"other"},"matches":[]})"}) {
    INFO(text);
    CHECK(report(text).format != "Grype");
  }
}
