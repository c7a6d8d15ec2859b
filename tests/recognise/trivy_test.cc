// Trivy reports: it omits what is empty, so that a clean scan and none look alike.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report trivy(std::string_view members) {
  return report(cat({R"({"SchemaVersion":2,"CreatedAt":"2026-02-15T10:00:00.123456789Z",
      "Trivy":{"Version":"0.70.0"},"ArtifactName":"app:1","ArtifactType":"container_image",)",
                     members, "}"}));
}

Report results(std::string_view list) { return trivy(cat({R"("Results":[)", list, "]"})); }

Report sample(const std::string& name) {
  return report(read_sample(*samples_folder(), cat({"corpus/evidence-formats/trivy/", name})));
}

constexpr std::string_view kClean = R"({"Target":"go.mod","Class":"lang-pkgs",
    "Packages":[{"Name":"a"},{"Name":"b"}]})";

}  // namespace

TEST_CASE("a Trivy scan of listed packages without findings passes") {
  const Report read = trivy(cat({R"("Metadata":{"ImageID":"sha256:12","OS":{"Family":"debian"}},
                                   "Results":[)",
                                 kClean, "]"}));
  CHECK(read.format == "Trivy");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.subject == "image sha256:12");
  CHECK(read.tool == "Trivy 0.70.0");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("Trivy's passed checks are a scope too") {
  const Report read = results(R"({"Target":"Dockerfile","Class":"config",
      "MisconfSummary":{"Successes":26,"Failures":0},"Misconfigurations":[{"Status":"PASS",
      "Severity":"HIGH"}]})");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 26);
}

TEST_CASE("a high finding of any kind fails a Trivy report") {
  for (const char* finding :
       {R"("Vulnerabilities":[{"Severity":"HIGH"}])",
        R"("Vulnerabilities":[{"Severity":"CRITICAL","Status":"affected"}])",
        R"("Misconfigurations":[{"Status":"FAIL","Severity":"HIGH"}])",
        R"("Secrets":[{"Severity":"CRITICAL"}])", R"("Licenses":[{"Severity":"HIGH"}])"}) {
    INFO(finding);
    const Report read = results(cat({R"({"Packages":[{"Name":"a"}],)", finding, "}"}));
    CHECK(read.verdict == ReportVerdict::fail);
    CHECK(read.failed == 1);
  }
}

TEST_CASE("lower, unknown and waived Trivy findings are doubts") {
  for (const char* finding :
       {R"("Vulnerabilities":[{"Severity":"MEDIUM"}])",
        R"("Vulnerabilities":[{"Severity":"UNKNOWN"}])", R"("Vulnerabilities":[{}])",
        R"("Vulnerabilities":{"Severity":"HIGH"})", R"("Secrets":"none")",
        R"("Misconfigurations":[{"Status":"EXCEPTION"}])",
        R"("ExperimentalModifiedFindings":[{"Type":"vulnerability"}])"}) {
    INFO(finding);
    const Report read = results(cat({R"({"Packages":[{"Name":"a"}],)", finding, "}"}));
    CHECK(read.verdict == ReportVerdict::unknown);
    CHECK_FALSE(read.reasons.empty());
  }
}

TEST_CASE("a Trivy report that may not have scanned gives no verdict") {
  for (const char* members :
       {R"("Metadata":{})", R"("Results":[])", R"("Results":null)", R"("Results":{})"}) {
    INFO(members);
    CHECK(trivy(members).verdict == ReportVerdict::unknown);
    CHECK(has_reason(trivy(members), "look alike"));
  }
  CHECK(has_reason(results(R"({"Target":"app","Class":"os-pkgs","Type":"debian"})"),
                   "does not say how many packages"));
  const Report half = results(cat({kClean, R"(,{"Target":"app","Class":"os-pkgs"})"}));
  CHECK(half.verdict == ReportVerdict::unknown);
  CHECK(has_reason(half, "in 1 of 2 targets"));
}

TEST_CASE("Trivy finds nothing new in an operating system that has ended") {
  const Report read =
      trivy(cat({R"("Metadata":{"OS":{"Family":"alpine","EOSL":true}},"Results":[)", kClean, "]"}));
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "no longer supported"));
}

TEST_CASE("another version of Trivy's report is not interpreted") {
  const Report read = report(R"({"SchemaVersion":3,"ArtifactName":"a","Results":[]})");
  CHECK(read.format == "Trivy");
  CHECK(has_reason(read, "the version \"3\""));
  CHECK(report(R"({"SchemaVersion":"2","ArtifactName":"a"})").format.empty());
  CHECK(report(R"({"SchemaVersion":2,"artifact":"a","status":"ok"})").format != "Trivy");
}

TEST_CASE("Trivy's own samples and a real scan") {
  if (!samples_folder()) return;
  CHECK(sample("alpine-39-skip.json").verdict == ReportVerdict::unknown);
  CHECK(sample("composer.lock.json").failed == 1);
  CHECK(sample("composer.lock.json").executed == 2);
  CHECK(sample("dockerfile.json").failed == 1);
  CHECK(sample("dockerfile.json").executed == 27);
  CHECK(sample("secrets.json").failed == 2);
  const Report real = sample("trivy_api_report.json");
  CHECK(real.verdict == ReportVerdict::fail);
  CHECK(real.failed == 1);
  CHECK_FALSE(real.executed.has_value());
  CHECK(real.subject.starts_with("image sha256:7653ebe75fe2"));
}
