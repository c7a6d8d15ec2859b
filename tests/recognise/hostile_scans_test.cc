// Reports whose parts are missing or of the wrong kind, and files of other purposes: no pass of
// either.
#include "base/text.h"
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::ReportVerdict;

namespace {

// A report that passes, and the parts, with blanks between, that it does not pass without.
struct Sample {
  std::string_view text;
  std::string_view needed;
};

constexpr Sample kSamples[] = {
    {R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"lint"}},"artifacts":[{}],
         "results":[],"invocations":[{"executionSuccessful":true}]}]})",
     "/version /runs /runs/0 /runs/0/tool /runs/0/tool/driver /runs/0/tool/driver/name "
     "/runs/0/results /runs/0/artifacts /runs/0/invocations/0/executionSuccessful"},
    {R"({"SchemaVersion":2,"ArtifactName":"a","Results":[{"Packages":[{}]}]})",
     "/SchemaVersion /ArtifactName /Results /Results/0 /Results/0/Packages"},
    {R"({"auditReportVersion":2,"vulnerabilities":{},"metadata":{"dependencies":{"total":3}}})",
     "/auditReportVersion /metadata /metadata/dependencies /metadata/dependencies/total"},
    {R"({"_type":"https://in-toto.io/Statement/v1","subject":[{"digest":{"sha256":"5"}}],
         "predicateType":"https://in-toto.io/attestation/test-result/v0.1",
         "predicate":{"result":"PASSED","passedTests":["a"]}})",
     "/_type /subject /subject/0 /subject/0/digest /predicateType /predicate /predicate/result "
     "/predicate/passedTests"},
    {R"({"assessment-results":{"metadata":{"oscal-version":"1.1.2"},"results":[{
         "reviewed-controls":{"control-selections":[{}]},
         "findings":[{"target":{"status":{"state":"satisfied"}}}]}]}})",
     "/assessment-results /assessment-results/metadata /assessment-results/results "
     "/assessment-results/results/0 /assessment-results/results/0/findings "
     "/assessment-results/results/0/reviewed-controls "
     "/assessment-results/results/0/findings/0/target/status/state"},
    {R"([{"number":1,"title":"t","state":"CLOSED"}])", "/0 /0/number /0/title /0/state"},
    {R"([{"databaseId":1,"conclusion":"success"}])", "/0 /0/databaseId /0/conclusion"},
    {R"({"errors":[],"generated_at":"2026-02-15T10:00:00Z","metrics":{"_totals":
         {"SEVERITY.HIGH":0,"loc":3}},"results":[]})",
     "/errors /metrics /metrics/_totals /metrics/_totals/loc /results"},
    {R"({"version":"1","errors":[],"paths":{"scanned":["a"]},"results":[]})",
     "/errors /paths /paths/scanned /results"},
    {R"({"check_type":"k8s","results":{"passed_checks":[{}],"failed_checks":[],
         "skipped_checks":[]},"summary":{"passed":1,"failed":0,"resource_count":1}})",
     "/results /results/passed_checks /results/failed_checks /results/skipped_checks"},
    {R"({"@version":"2","@generated":"x","site":[{"alerts":[]}],"insights":[{"level":"Info",
         "key":"insight.endpoint.total","statistic":"41"}]})",
     "/@version /@generated /site /site/0 /site/0/alerts /insights /insights/0/level "
     "/insights/0/key /insights/0/statistic"},
    {R"([{"filePath":"a","messages":[],"errorCount":0}])",
     "/0 /0/filePath /0/messages /0/errorCount"},
    {R"({"version":"15.0.0","scan":{"type":"dast","status":"success","scanned_resources":[{}]},
         "vulnerabilities":[]})",
     "/version /scan /scan/type /scan/status /scan/scanned_resources /vulnerabilities"},
    {R"({"Controls":[{"node_type":"n","tests":[{"results":[{"status":"PASS"}]}]}],
         "Totals":{"total_pass":1,"total_fail":0}})",
     "/Controls /Controls/0 /Controls/0/tests /Controls/0/tests/0/results "
     "/Controls/0/tests/0/results/0/status"},
};

// The value there, to be changed.
Json& part_of(Json& json, std::string_view pointer) { return const_cast<Json&>(*json.at(pointer)); }

void remove(Json& json, std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  Json& whole = part_of(json, pointer.substr(0, slash));
  const std::string_view name = pointer.substr(slash + 1);
  std::erase_if(whole.members, [&](const Json::Member& member) { return member.name == name; });
  if (whole.is(Json::Kind::array)) whole.items.clear();
}

// Every part of it, replaced by values of every kind.
void spoil(const Json& whole, Json& part, int& verdicts) {
  const Json kept = part;
  for (const char* other : {"null", "true", "-1", "1e300", R"("x")", "[]", "[[]]", "{}"}) {
    part = read_json(other).value;
    verdicts += recognise_report(whole).verdict == ReportVerdict::pass ? 1 : 0;
  }
  part = kept;
  for (Json& item : part.items) spoil(whole, item, verdicts);
  for (Json::Member& member : part.members) spoil(whole, member.value, verdicts);
}

}  // namespace

TEST_CASE("a report that lacks a part, or has it of another kind, is no pass") {
  for (const Sample& sample : kSamples) {
    INFO(sample.text);
    const Json whole = read_json(sample.text).value;
    CHECK(recognise_report(whole).verdict == ReportVerdict::pass);
    for (const std::string_view pointer : split(sample.needed, ' ')) {
      INFO(pointer);
      REQUIRE(whole.at(pointer) != nullptr);
      Json broken = whole;
      remove(broken, pointer);
      CHECK(recognise_report(broken).verdict != ReportVerdict::pass);
      for (const char* other : {"null", "-1", "true", R"({"a":{"b":1}})"}) {
        INFO(other);
        broken = whole;
        part_of(broken, pointer) = read_json(other).value;
        const bool good = part_of(broken, pointer).boolean && whole.at(pointer)->boolean;
        const bool renamed = pointer.ends_with("/vulnerabilities") && *other == '{';
        if (!good && !renamed) CHECK(recognise_report(broken).verdict != ReportVerdict::pass);
      }
    }
  }
}

TEST_CASE("parts of any kind anywhere are read without harm") {
  for (const Sample& sample : kSamples) {
    INFO(sample.text);
    Json whole = read_json(sample.text).value;
    int verdicts = 0;
    spoil(whole, whole, verdicts);
    CHECK(recognise_report(whole).verdict == ReportVerdict::pass);
  }
}

TEST_CASE("files of other purposes are of no format") {
  for (const char* text :
       {R"({"name":"a","version":"1.0.0","scripts":{"test":"jest"},"dependencies":{"b":"^1"}})",
        R"({"name":"a","lockfileVersion":3,"requires":true,"packages":{"":{"version":"1.0.0"}}})",
        R"({"compilerOptions":{"strict":true,"paths":{"@/*":["src/*"]}},"include":["src"]})",
        R"({"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{},"components":{}})",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{}}]})",
        R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
            "properties":{"runs":{"type":"array"},"version":{"type":"string"}}})",
        R"({"annotations":{"list":[]},"panels":[{"id":1,"type":"graph"}],"schemaVersion":38,
            "title":"Load","version":4})",
        R"({"common":{"ok":"OK","failed":"Failed"},"results":{"title":"Results"}})",
        R"({"version":"2.0.0","tasks":[{"label":"build","type":"shell","command":"make"}]})",
        R"({"version":"0.2.0","configurations":[{"name":"run","request":"launch"}]})",
        R"({"version":4,"terraform_version":"1.9.0","serial":3,"resources":[],"outputs":{}})",
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",
            "manifests":[]})",
        R"({"apiVersion":"v1","kind":"List","items":[],"metadata":{"resourceVersion":""}})",
        R"([{"id":1,"name":"a"},{"id":2,"name":"b"}])", R"({"extends":["eslint:recommended"],
            "rules":{"no-undef":"error"},"env":{"node":true}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
    CHECK(report(text).verdict == ReportVerdict::unknown);
  }
}
