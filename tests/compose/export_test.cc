#include "compose/site_fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr const char* kPlan =
    "# OPS-1: Cutover\n\n- **Status**: On Hold\n- **Owner**: PM\n\n## Acceptance Criteria\n\n- [x] "
    "Tests pass (`evidence/gone.json`)\n- [ ] Docs\n\n| Gap | Repo | Issue | Owner | ETA "
    "|\n|---|---|---|---|---|\n| Keys | app | OPS-2 | TBD | 2026-02-10 |\n";

Json exported(std::string_view markdown, std::string_view path = "issues/OPS-1.md") {
  ModelBuilder builder;
  builder.document(path, markdown);
  const JsonRead read = read_json(export_json(builder.workspace(), judged(builder)));
  REQUIRE(read.ok);
  return read.value;
}

std::string text_at(const Json& json, std::string_view pointer) {
  INFO(pointer);
  const Json* value = json.at(pointer);
  REQUIRE(value != nullptr);
  return value->text;
}

}  // namespace

TEST_CASE("the export has every part of its schema, and ends in a newline") {
  ModelBuilder builder;
  const std::string text = export_json(builder.workspace(), judged(builder));
  CHECK(text.ends_with("}\n"));
  const Json json = read_json(text).value;
  for (const char* name :
       {"schema",         "version",  "commit",  "as_of",  "verdict",   "documents",
        "items",          "tasks",    "phases",  "gates",  "decisions", "sign_offs",
        "gaps",           "evidence", "metrics", "parity", "claims",    "dependencies",
        "communications", "commits",  "findings"}) {
    INFO(name);
    CHECK(json.find(name) != nullptr);
  }
  CHECK(text_at(json, "/verdict/outcome") == "undetermined");
}

TEST_CASE("the export writes its words in snake case and its keys in order") {
  const Json json = exported(kPlan);
  CHECK(text_at(json, "/documents/0/kind") == "issue");
  CHECK(text_at(json, "/documents/0/status") == "On Hold");
  CHECK(text_at(json, "/documents/0/counts/boxes_ticked") == "1");
  CHECK(text_at(json, "/items/0/role") == "acceptance");
  CHECK(text_at(json, "/items/0/state") == "ticked");
  CHECK(text_at(json, "/items/0/evidence/0") == "evidence/gone.json");
  CHECK(text_at(json, "/items/1/standing") == "open");
  CHECK(text_at(json, "/items/1/section") == "Acceptance Criteria");
  CHECK(text_at(json, "/items/1/line") == "9");
  CHECK(text_at(json, "/evidence/0/verdict") == "missing");
  CHECK(text_at(json, "/as_of") == "2026-02-20T00:00:00Z");
  for (std::size_t i = 1; i < json.members.size(); ++i)
    CHECK(json.members[i - 1].name < json.members[i].name);
}

TEST_CASE("owners are exported as written and by name") {
  const Json json = exported(
      "# OPS-1: Cutover\n\n- **Owner**: PM & DBA\n\n- [ ] Docs\n\n## Team\n\n"
      "| Role | Name | Contact |\n|---|---|---|\n| Database Admin | Ann | @ann |\n");
  CHECK(text_at(json, "/documents/0/owner") == "PM & DBA");
  CHECK(text_at(json, "/documents/0/owners/0") == "PM");
  CHECK(text_at(json, "/documents/0/owners/1") == "Database Admin");
  CHECK(text_at(json, "/items/0/owners/1") == "Database Admin");
  CHECK(json.at("/documents/0/owners")->items.size() == 2);
  CHECK(exported(kPlan).at("/gaps/0/owners")->items.empty());  // TBD
}

TEST_CASE("a commit that a document names is exported with its place") {
  const Json json = exported("# OPS-1: Cutover\n\nMerged as `4f2c9ae`.\n");
  CHECK(text_at(json, "/commits/0/text") == "4f2c9ae");
  CHECK(text_at(json, "/commits/0/line") == "3");
  CHECK(text_at(json, "/commits/0/column") == "12");
  CHECK(text_at(json, "/commits/0/path") == "issues/OPS-1.md");
}

TEST_CASE("what nobody wrote is null and not an empty text") {
  const Json json = exported(kPlan);
  REQUIRE(json.at("/gaps/0/owner") != nullptr);
  CHECK(json.at("/gaps/0/owner")->is(Json::Kind::null));
  CHECK(text_at(json, "/gaps/0/eta") == "2026-02-10");
  CHECK(text_at(json, "/gaps/0/state") == "open");
}

TEST_CASE("a finding is exported with its place, its subject and its fingerprint") {
  const Json json = exported(kPlan);
  const Json* findings = json.find("findings");
  REQUIRE_FALSE(findings->items.empty());
  for (const Json& finding : findings->items)
    for (const char* name : {"rule", "severity", "repo", "path", "line", "column", "message",
                             "advice", "subject", "fingerprint"})
      CHECK(finding.find(name) != nullptr);
}

TEST_CASE("numbers of metrics are written as people wrote them") {
  ModelBuilder builder;
  builder.document("plan.md",
                   "# Plan\n\n**Slowdown**: 12.4% (threshold: < 10%)\n**Drift**: 0.05%\n");
  const Json json = read_json(export_json(builder.workspace(), judged(builder))).value;
  CHECK(text_at(json, "/metrics/0/value") == "12.4");
  CHECK(text_at(json, "/metrics/0/target") == "10");
  CHECK(text_at(json, "/metrics/0/comparison") == "less");
  CHECK(text_at(json, "/metrics/0/state") == "out_of_bounds");
  CHECK(text_at(json, "/metrics/1/value") == "0.05");
  CHECK(json.at("/metrics/1/target")->is(Json::Kind::null));
}

TEST_CASE("check prints the verdict and the findings, and nothing else") {
  ModelBuilder builder;
  builder.document("issues/OPS-1.md", kPlan);
  const Json json = read_json(check_json(builder.workspace(), judged(builder))).value;
  REQUIRE(json.members.size() == 2);
  CHECK(json.members[0].name == "findings");
  CHECK(json.members[1].name == "verdict");
}

TEST_CASE("the list of versions names the newest first") {
  ModelBuilder builder;
  builder.document("plan.md", "# Plan\n\n- [ ] x\n");
  const Judged latest = judged(builder);
  const std::vector<Judged> versions = {tagged(latest, "1.0"), tagged(latest, "1.1"), latest};
  const Json json = read_json(BuiltSite(builder.workspace(), versions).file("versions.json")).value;
  CHECK(text_at(json, "/versions/0/name") == "latest");
  CHECK(text_at(json, "/versions/1/folder") == "v/1.1");
  CHECK(text_at(json, "/versions/2/counts/open") == "1");
}
