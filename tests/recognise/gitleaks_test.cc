// gitleaks reports: every row is a leak, and its secret is shown nowhere.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kLeak = R"({"RuleID":"aws","Fingerprint":"a:b:1","Secret":"hunter2",
    "Match":"key = hunter2","File":"a.env","Commit":"abc"})";

}  // namespace

TEST_CASE("a leak fails a gitleaks report, and no reason shows it") {
  const Report read = report(cat({"[", kLeak, ",", kLeak, "]"}));
  CHECK(read.format == "gitleaks");
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 2);
  CHECK(has_reason(read, "2 findings of high or critical severity"));
  CHECK_FALSE(has_reason(read, "hunter2"));
}

TEST_CASE("a gitleaks row that lacks its parts is a leak all the same") {
  CHECK(report(cat({"[{},", kLeak, ",3]"})).failed == 3);
}

TEST_CASE("an empty gitleaks report is like any other empty list") {
  CHECK(report("[]").verdict == ReportVerdict::unknown);
  CHECK(has_reason(report("[]"), "empty list"));
}

TEST_CASE("other lists are no gitleaks report") {
  for (const char* text :
       {R"([{"RuleID":"aws","Fingerprint":"x"}])",
        R"([{"RuleID":1,"Fingerprint":"x","Secret":"y"}])", R"([{"rule":"aws","secret":"y"}])",
        R"({"RuleID":"a","Fingerprint":"x","Secret":"y"})"}) {
    INFO(text);
    CHECK(report(text).format != "gitleaks");
  }
}
