// Terraform plans: what they change is no verdict, and their checks may fail.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report plan(std::string_view members, std::string_view version = "1.2") {
  return report(cat({R"({"format_version":")", version, R"(","terraform_version":"1.9.0",
      "timestamp":"2026-02-15T10:00:00Z","planned_values":{"root_module":{}})",
                     members.empty() ? "" : ",", members, "}"}));
}

Report check(std::string_view members) {
  return plan(cat(
      {R"("resource_changes":[{"change":{"actions":["create"]}}],"checks":[{)", members, "}]"}));
}

}  // namespace

TEST_CASE("a Terraform plan plans changes and knows no pass") {
  const Report read = plan(R"("resource_changes":[{"change":{"actions":["create"]}},
                                                  {"change":{"actions":["no-op"]}}])");
  CHECK(read.format == "Terraform plan");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.executed == 2);
  CHECK_FALSE(read.passed.has_value());
  CHECK(read.tool == "Terraform 1.9.0");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a Terraform plan without changes is empty") {
  for (const char* members : {"", R"("resource_changes":[])", R"("resource_changes":null)"}) {
    INFO(members);
    CHECK(plan(members).verdict == ReportVerdict::empty);
  }
}

TEST_CASE("the checks of a Terraform plan may fail it") {
  const std::string some = R"(,"instances":[{}])";
  CHECK(check(cat({R"("status":"fail")", some})).verdict == ReportVerdict::fail);
  CHECK(check(cat({R"("status":"error")", some})).verdict == ReportVerdict::fail);
  CHECK(has_reason(check(cat({R"("status":"unknown")", some})), "\"unknown\""));
  CHECK(has_reason(check(cat({R"("status":"pass")", some})), "knows no verdict"));
  CHECK(has_reason(check(R"("status":"pass")"), "had nothing to check"));
  CHECK(has_reason(check(R"("status":"pass","instances":[])"), "had nothing to check"));
}

TEST_CASE("a Terraform plan that errs, is not complete, deletes or drifts is told as that") {
  const std::string changes = R"("resource_changes":[{"change":{"actions":["delete","create"]}}])";
  CHECK(has_reason(plan(changes), "it deletes 1 resource"));
  CHECK(plan(cat({changes, R"(,"errored":true)"})).verdict == ReportVerdict::fail);
  CHECK(has_reason(plan(cat({changes, R"(,"complete":false)"})), "is not complete"));
  CHECK_FALSE(has_reason(plan(cat({changes, R"(,"complete":true)"})), "is not complete"));
  CHECK(has_reason(plan(cat({changes, R"(,"resource_drift":[{}])"})), "changed outside"));
  CHECK(has_reason(plan(R"("resource_changes":{})"), "is no list"));
}

TEST_CASE("another version of Terraform's plan is not interpreted") {
  for (const char* version : {"2.0", "0.1", ""}) {
    INFO(version);
    CHECK(plan("", version).format == "Terraform plan");
    CHECK(has_reason(plan("", version), "is not known here"));
  }
}

TEST_CASE("a Terraform state and other values are no plan") {
  for (const char* text : {R"({"format_version":"1.0","values":{"root_module":{}}})",
                           R"({"format_version":1,"planned_values":{}})",
                           R"({"format_version":"1.0","planned_values":[]})",
                           R"({"version":4,"terraform_version":"1.9.0","resources":[]})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
