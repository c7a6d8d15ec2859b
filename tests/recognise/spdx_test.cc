// SPDX documents of the second and third generation.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report document(std::string_view members) {
  return report(cat({R"({"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"shop",
      "creationInfo":{"created":"2026-02-15T10:00:00Z","creators":["Person: A","Tool: syft-1.2"]})",
                     members.empty() ? "" : ",", members, "}"}));
}

Report graph(std::string_view elements) {
  return report(cat({R"({"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[)",
                     elements, "]}"}));
}

Report sample(const std::string& name) {
  return report(read_sample(*samples_folder(), cat({"corpus/evidence-formats/spdx/", name})));
}

}  // namespace

TEST_CASE("an SPDX document lists packages and knows no pass") {
  const Report read = document(R"("packages":[{"name":"a"},{"name":"b"}],"files":[{}])");
  CHECK(read.format == "SPDX");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.executed == 3);
  CHECK(read.subject == "shop");
  CHECK(read.tool == "syft-1.2");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("an SPDX document without packages is empty") {
  for (const char* members : {"", R"("packages":[])", R"("packages":null,"files":[])"}) {
    INFO(members);
    CHECK(document(members).verdict == ReportVerdict::empty);
  }
}

TEST_CASE("an SPDX document with broken parts is a doubt") {
  for (const char* members : {R"("packages":{})", R"("packages":"all")", R"("files":3)"}) {
    INFO(members);
    CHECK(document(members).verdict == ReportVerdict::unknown);
    CHECK(has_reason(document(members), "is no list"));
  }
  const Report old = report(R"({"spdxVersion":"SPDX-2.3","packages":[{}],"creationInfo":
      {"created":"someday"}})");
  CHECK(has_reason(old, "no date and time"));
}

TEST_CASE("SPDX 3 counts the packages and files of its graph") {
  const Report read = graph(R"({"type":"CreationInfo","specVersion":"3.0.1",
      "created":"2026-02-15T10:00:00Z"},{"type":"SpdxDocument","name":"shop"},
      {"type":"software_Package"},{"type":"software_File"},{"type":"Relationship"},7)");
  CHECK(read.format == "SPDX");
  CHECK(read.measures);
  CHECK(read.executed == 2);
  CHECK(read.subject == "shop");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(graph(R"({"type":"SpdxDocument"})").verdict == ReportVerdict::empty);
  CHECK(graph("").verdict == ReportVerdict::empty);
  const Report without = report(R"({"@context":["https://spdx.org/rdf/3.0.0/context.jsonld"]})");
  CHECK(without.format == "SPDX");
  CHECK(has_reason(without, "it lists no elements"));
}

TEST_CASE("another version of SPDX is not interpreted") {
  for (const char* text : {R"({"spdxVersion":"SPDX-2.9","packages":[{}]})",
                           R"({"@context":"https://spdx.org/rdf/4.0.0/context.jsonld",
                               "@graph":[{"type":"software_Package"}]})"}) {
    INFO(text);
    CHECK(report(text).format == "SPDX");
    CHECK(has_reason(report(text), "is not known here"));
    CHECK_FALSE(report(text).executed.has_value());
  }
}

TEST_CASE("other linked data and licence files are no SPDX document") {
  for (const char* text :
       {R"({"@context":"https://schema.org","@graph":[{"type":"Thing"}]})",
        R"({"SPDXID":"SPDXRef-DOCUMENT","packages":[]})", R"({"spdxVersion":2.3,"packages":[]})",
        R"({"name":"a","license":"MIT","packages":["packages/*"]})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("the SPDX samples of its makers") {
  if (!samples_folder()) return;
  CHECK(sample("01-MinimalSBOM.json").executed == 1);
  CHECK(sample("03-SBOMwDependency.json").executed == 2);
  CHECK(sample("04-SBOMwSecurity.json").executed == 2);
  CHECK(sample("01-MinimalSBOM.json").subject == "SPDX Tools v1.1.5 Java SBOM");
}
