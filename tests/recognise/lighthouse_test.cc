// Lighthouse's results.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kCategories =
    R"("categories":{"performance":{"id":"performance","score":0.91}})";
constexpr std::string_view kAudits =
    R"("audits":{"speed-index":{"score":0.8,"scoreDisplayMode":"numeric"},
       "is-on-https":{"score":1,"scoreDisplayMode":"binary"},
       "video-caption":{"score":null,"scoreDisplayMode":"notApplicable"}})";

Report run(std::initializer_list<std::string_view> parts, std::string_view version = "12.0.0") {
  std::string text;
  for (const std::string_view part : parts) text += cat({",", part});
  return report(
      cat({R"({"lighthouseVersion":")", version, R"(","fetchTime":"2026-02-15T10:00:00.123Z",)",
           R"("requestedUrl":"https://shop.example/","timing":{"total":5120.5})", text, "}"}));
}

}  // namespace

TEST_CASE("Lighthouse measures a page, and is no pass of its own") {
  const Report read = run({kCategories, kAudits});
  CHECK(read.format == "Lighthouse");
  CHECK(read.tool == "Lighthouse 12.0.0");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "measures a web page"));
  CHECK(read.reasons.size() == 1);
  CHECK(read.executed == 2);
  CHECK_FALSE(read.passed.has_value());
  CHECK(read.subject == "https://shop.example/");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.milliseconds == 5121);
}

TEST_CASE("a Lighthouse run in error, or without a score, is doubted") {
  const Report error =
      run({kCategories, kAudits, R"("runtimeError":{"code":"NO_FCP","message":"no paint"})"});
  CHECK(error.verdict == ReportVerdict::unknown);
  CHECK(has_reason(error, "NO_FCP"));
  CHECK(run({kCategories, kAudits, R"("runtimeError":{"code":"NO_ERROR"})"}).reasons.size() == 1);
  const Report score = run({R"("categories":{"performance":{"score":null}})", kAudits});
  CHECK(has_reason(score, "the category performance has no score"));
  const Report audit = run(
      {kCategories, R"("audits":{"a":{"score":1},"b":{"score":null,"scoreDisplayMode":"error"}})"});
  CHECK(has_reason(audit, "1 of its audits are in error"));
}

TEST_CASE("a Lighthouse run in which no audit applied is empty") {
  const Report read =
      run({kCategories, R"("audits":{"a":{"score":null,"scoreDisplayMode":"notApplicable"}})"});
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(read.executed == 0);
}

TEST_CASE("a Lighthouse report that has lost its audits or categories is doubted") {
  const Report audits = run({kCategories});
  CHECK(audits.format == "Lighthouse");
  CHECK(audits.verdict == ReportVerdict::unknown);
  CHECK(has_reason(audits, "lists no audits"));
  CHECK(has_reason(run({kAudits}), "has no categories"));
  CHECK(has_reason(run({R"("categories":[])", kAudits}), "has no categories"));
}

TEST_CASE("another version of Lighthouse is not interpreted") {
  for (const char* version : {"99.0.0", "1.6.5", "next"}) {
    INFO(version);
    const Report read = run({kCategories, kAudits}, version);
    CHECK(read.format == "Lighthouse");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.measures);
    CHECK(has_reason(read, version));
  }
}

TEST_CASE("what only looks like a Lighthouse report is none") {
  for (const char* text : {R"({"ci":{"collect":{"url":["https://shop.example/"]},"assert":{}}})",
                           R"({"lighthouseVersion":"12.0.0"})",
                           R"({"lighthouseVersion":12,"categories":{},"audits":{}})",
                           R"({"categories":{"news":{"score":1}},"audits":{}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
