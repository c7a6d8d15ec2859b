// CycloneDX documents: inventories, and the analyses of vulnerabilities.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report bom(std::string_view members) {
  return report(cat({R"({"bomFormat":"CycloneDX","specVersion":"1.6","version":1)",
                     members.empty() ? "" : ",", members, "}"}));
}

Report vex(std::string_view state) {
  return bom(cat({R"("vulnerabilities":[{"id":"CVE-1","analysis":{"state":")", state, R"("}}])"}));
}

Report sample(const std::string& name) {
  return report(read_sample(*samples_folder(), cat({"corpus/evidence-formats/cyclonedx/", name})));
}

}  // namespace

TEST_CASE("a CycloneDX inventory lists components and knows no pass") {
  const Report read = bom(R"("metadata":{"timestamp":"2026-02-15T10:00:00Z","component":
      {"name":"shop","version":"1.4"}},"components":[{"name":"a","components":[{"name":"b"}]},
      {"name":"c"}],"services":[{"name":"s"}])");
  CHECK(read.format == "CycloneDX");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.executed == 4);
  CHECK_FALSE(read.passed.has_value());
  CHECK(read.subject == "shop 1.4");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(has_reason(read, "knows no verdict"));
}

TEST_CASE("a CycloneDX document without components is empty") {
  for (const char* members :
       {"", R"("components":[])", R"("components":null)", R"("vulnerabilities":[])"}) {
    INFO(members);
    CHECK(bom(members).verdict == ReportVerdict::empty);
    CHECK(bom(members).executed == 0);
  }
}

TEST_CASE("the analysis of CycloneDX vulnerabilities may fail them") {
  CHECK(vex("exploitable").verdict == ReportVerdict::fail);
  CHECK(vex("exploitable").failed == 1);
  CHECK(has_reason(vex("exploitable"), "exploitable"));
  for (const char* state : {"resolved", "not_affected", "false_positive"}) {
    INFO(state);
    CHECK(vex(state).verdict == ReportVerdict::unknown);
    CHECK(vex(state).executed == 1);
    CHECK(has_reason(vex(state), "knows no verdict"));
  }
  for (const char* state : {"in_triage", "", "fine"}) {
    INFO(state);
    CHECK(vex(state).verdict == ReportVerdict::unknown);
    CHECK(has_reason(vex(state), "no analysis"));
  }
}

TEST_CASE("a broken or incomplete CycloneDX document is a doubt") {
  for (const char* members :
       {R"("components":{})", R"("components":"none")", R"("components":[{}],"vulnerabilities":3)",
        R"("components":[{}],"compositions":[{"aggregate":"incomplete"}])",
        R"("components":[{}],"metadata":{"timestamp":"1970-01-01T00:00:00Z"})"}) {
    INFO(members);
    const Report read = bom(members);
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(has_reason(read, "knows no verdict"));
    CHECK_FALSE(read.reasons.empty());
  }
}

TEST_CASE("components within components count") {
  std::string nested = "{}";
  for (int i = 0; i < 61; ++i) nested = cat({R"({"components":[)", nested, "]}"});
  CHECK(bom(cat({R"("components":[)", nested, "]"})).executed == 62);
}

TEST_CASE("another version of CycloneDX is not interpreted") {
  const Report read = report(R"({"bomFormat":"CycloneDX","specVersion":"2.0","components":[{}]})");
  CHECK(read.format == "CycloneDX");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "the version \"2.0\""));
  CHECK(has_reason(report(R"({"bomFormat":"CycloneDX"})"), "is not known here"));
}

TEST_CASE("what only has components and a version is no CycloneDX document") {
  for (const char* text : {R"({"specVersion":"1.6","components":[{"name":"a"}]})",
                           R"({"bomFormat":"cyclone","specVersion":"1.6","components":[]})",
                           R"({"openapi":"3.1.0","info":{"title":"a"},"components":{}})"}) {
    INFO(text);
    CHECK(report(text).format != "CycloneDX");
  }
}

TEST_CASE("the CycloneDX samples of its makers") {
  if (!samples_folder()) return;
  CHECK(sample("CBOM/Protocol/bom.json").executed == 8);
  CHECK(sample("OBOM/Example-1-Decoupled/obom.json").executed == 1);
  CHECK(sample("SaaSBOM/apigateway-microservices-datastores/bom.json").executed == 6);
  CHECK(sample("VEX/CISA-Use-Cases/Case-1/vex-affected.json").verdict == ReportVerdict::fail);
  CHECK(sample("VEX/CISA-Use-Cases/Case-1/vex-fixed.json").verdict == ReportVerdict::unknown);
  CHECK(sample("VEX/vex.json").executed == 1);
}
