// in-toto Statements: predicates that are verdicts, and those that are none.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report statement(std::string_view type, std::string_view predicate) {
  return report(cat({R"({"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app.tar",
      "digest":{"sha256":"5678"}}],"predicateType":")",
                     type, R"(","predicate":)", predicate, "}"}));
}

Report tests(std::string_view members) {
  return statement("https://in-toto.io/attestation/test-result/v0.1", cat({"{", members, "}"}));
}

Report scan(std::string_view results) {
  return statement("https://in-toto.io/attestation/vulns/v0.1",
                   cat({R"({"scanner":{"uri":"pkg:trivy","result":[)", results,
                        R"(]},"metadata":{"scanFinishedOn":"2026-02-15T10:00:00Z"}})"}));
}

Report properties(std::string_view list) {
  return statement("https://in-toto.io/attestation/svr/v0.1",
                   cat({R"({"verifier":{"id":"https://v.example"},
                            "timeCreated":"2026-02-15T10:00:00Z","properties":)",
                        list, "}"}));
}

}  // namespace

TEST_CASE("an in-toto test result that passed some tests passes") {
  const Report read = tests(R"("result":"PASSED","passedTests":["a","b"],"failedTests":[])");
  CHECK(read.format == "in-toto Statement");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.subject == "sha256:5678");
}

TEST_CASE("an in-toto test result that failed fails, whatever its lists say") {
  CHECK(tests(R"("result":"FAILED","passedTests":["a"],"failedTests":["b"])").failed == 1);
  CHECK(tests(R"("result":"FAILED")").verdict == ReportVerdict::fail);
  CHECK(tests(R"("result":"FAILED","passedTests":["a"])").verdict == ReportVerdict::fail);
  CHECK(tests(R"("result":"PASSED","passedTests":["a"],"failedTests":["b"])").verdict ==
        ReportVerdict::fail);
}

TEST_CASE("an in-toto pass without tests proves nothing") {
  const Report read = tests(R"("result":"PASSED")");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "lists no tests that passed"));
  CHECK(tests(R"("result":"PASSED","passedTests":[])").verdict == ReportVerdict::empty);
}

TEST_CASE("an in-toto result that is unclear or broken gives no verdict") {
  for (const char* members :
       {R"("result":"WARNED","passedTests":["a"])", R"("result":"fine","passedTests":["a"])",
        R"("passedTests":["a"])", R"("result":"PASSED","passedTests":["a"],"warnedTests":["b"])",
        R"("result":"PASSED","passedTests":["a"],"failedTests":3)",
        R"("result":"PASSED","passedTests":"all")", R"("result":true,"passedTests":["a"])"}) {
    INFO(members);
    CHECK(tests(members).verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("the properties that an in-toto verifier found are its pass") {
  const Report read = properties(R"(["FEDRAMP_MODERATE","SLSA_BUILD_LEVEL_3"])");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.tool == "https://v.example");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(properties("[]").verdict == ReportVerdict::empty);
  CHECK(properties("null").verdict == ReportVerdict::unknown);
  CHECK(properties(R"(["A",3])").verdict == ReportVerdict::unknown);
}

TEST_CASE("a verification summary passes by its levels") {
  const auto summary = [](std::string_view result, std::string_view levels) {
    return statement(
        "https://slsa.dev/verification_summary/v1",
        cat({R"({"verificationResult":")", result, R"(","verifiedLevels":)", levels, "}"}));
  };
  CHECK(summary("PASSED", R"(["SLSA_BUILD_LEVEL_3"])").verdict == ReportVerdict::pass);
  CHECK(summary("FAILED", R"(["SLSA_BUILD_LEVEL_3"])").verdict == ReportVerdict::fail);
  CHECK(summary("", R"(["SLSA_BUILD_LEVEL_3"])").verdict == ReportVerdict::unknown);
  CHECK(summary("PASSED", "[]").verdict == ReportVerdict::empty);
}

TEST_CASE("the vulnerabilities of an in-toto scan are as grave as their gravest rating") {
  CHECK(scan(R"({"id":"CVE-1","severity":[{"method":"nvd","score":"low"},
                                          {"method":"cvss","score":"9.8"}]})")
            .failed == 1);
  CHECK(scan(R"({"severity":[{"score":7}]})").verdict == ReportVerdict::fail);
  CHECK(scan(R"({"severity":[{"score":"CRITICAL"}]})").verdict == ReportVerdict::fail);
  for (const char* lesser : {R"({"severity":[{"score":"5.9"}]})", R"({"severity":[]})", "{}", "3",
                             R"({"severity":[{"score":"low"},{"score":"CVSS:3.1/AV:N"}]})"}) {
    INFO(lesser);
    CHECK(scan(lesser).verdict == ReportVerdict::unknown);
  }
  CHECK(has_reason(scan(""), "does not say how many packages"));
  CHECK(scan("").taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("provenance and inventories that are attested are no verdict") {
  for (const char* type : {"https://slsa.dev/provenance/v1", "https://spdx.dev/Document/v2.3"}) {
    INFO(type);
    const Report read = statement(type, R"({"result":"PASSED","passedTests":["a"]})");
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK(read.measures);
    CHECK(has_reason(read, type));
  }
}

TEST_CASE("another version of a Statement or its predicate is not interpreted") {
  const Report statement_v9 =
      report(R"({"_type":"https://in-toto.io/Statement/v9","subject":[],"predicateType":"x"})");
  CHECK(statement_v9.format == "in-toto Statement");
  CHECK(has_reason(statement_v9, "Statement/v9"));
  const Report predicate = statement("https://in-toto.io/attestation/test-result/v9",
                                     R"({"result":"PASSED","passedTests":["a"]})");
  CHECK(predicate.verdict == ReportVerdict::unknown);
  CHECK(has_reason(predicate, "is not known here"));
}

TEST_CASE("a Statement that lacks its subject or predicate gives no verdict") {
  const std::string front = R"({"_type":"https://in-toto.io/Statement/v1",)";
  const std::string type = R"("predicateType":"https://in-toto.io/attestation/test-result/v0.1")";
  const std::string passed = R"("predicate":{"result":"PASSED","passedTests":["a"]})";
  for (const std::string& members :
       {cat({type, ",", passed}), cat({R"("subject":[],)", type, ",", passed}),
        cat({R"("subject":[{"name":"a"}],)", type, ",", passed}),
        cat({R"("subject":[{"digest":{"sha256":"1"}}],)", type}),
        cat({R"("subject":[{"digest":{"sha256":"1"}}],)", passed})}) {
    INFO(members);
    const Report read = report(cat({front, members, "}"}));
    CHECK(read.format == "in-toto Statement");
    CHECK(read.verdict == ReportVerdict::unknown);
  }
}

TEST_CASE("what only has a type is no Statement") {
  for (const char* text : {R"({"_type":"link","predicate":{"result":"PASSED"}})",
                           R"({"_type":["https://in-toto.io/Statement/v1"],"subject":[]})",
                           R"({"predicateType":"https://slsa.dev/provenance/v1"})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
