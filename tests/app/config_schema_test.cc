// The published schema of muster.yaml and its reader say the same.
#include <set>
#include <string>

#include "base/text.h"
#include "collect/collect.h"
#include "collect/config_keys.h"
#include "domain/workspace.h"
#include "extract/extract.h"
#include "support/catch.h"
#include "support/schema.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr const char* kSchema = "muster-v1.schema.json";
constexpr std::string_view kNotRead = "Not read by this version of muster.";

bool says_not_read(const Json& node) {
  const Json* description = node.find("description");
  return description != nullptr && description->text.starts_with(kNotRead);
}

// "vocabulary.status.done", and "-policy.sign-off" of a key that is not read.
std::set<std::string> published_keys() {
  std::set<std::string> keys;
  walk_schema(published_schema(kSchema), "", [&](const std::string& place, const Json& node) {
    if (!place.empty() && !place.ends_with("*") && !place.ends_with("]"))
      keys.insert((says_not_read(node) ? "-" : "") + place);
  });
  return keys;
}

std::set<std::string> known_keys() {
  std::set<std::string> keys;
  for (const ConfigKey& key : config_keys())
    keys.insert((key.read ? "" : "-") + dotted(std::string(key.within), key.name));
  for (const VocabularyGuide::Table& table : vocabulary_guide().tables) {
    const std::string place = dotted("vocabulary.tables", table.name);
    keys.insert(place);
    for (const std::string& column : table.columns) keys.insert(dotted(place, column));
  }
  return keys;
}

bool is_refused(const std::string& config) {
  return !read_config(config, "muster.yaml", Workspace());
}

}  // namespace

TEST_CASE("every key of muster.yaml that is known is in the schema, and the other way round") {
  CHECK(published_keys() == known_keys());
}

TEST_CASE("where the reader names unknown keys of muster.yaml, the schema takes none") {
  walk_schema(published_schema(kSchema), "", [](const std::string& place, const Json& node) {
    if (node.find("properties") == nullptr) return;
    INFO(place);
    const Json* others = node.find("additionalProperties");
    REQUIRE(others != nullptr);
    CHECK((others->is(Json::Kind::boolean) && !others->boolean));
  });
}

TEST_CASE("what the schema of muster.yaml requires, the reader misses") {
  std::set<std::string> required;
  walk_schema(published_schema(kSchema), "", [&](const std::string& place, const Json& node) {
    if (const Json* names = node.find("required"); names != nullptr)
      for (const Json& name : names->items) required.insert(dotted(place, name.text));
  });
  CHECK(required == std::set<std::string>{"site.footer[].text", "site.footer[].url",
                                          "repositories.*.path", "versions.reviews[].name",
                                          "evidence.map.*.verdict"});
  CHECK(is_refused("evidence: {map: {a: {executed: /count}}}\n"));
  CHECK(is_refused("site: {footer: [{url: https://example.org}]}\n"));
  CHECK(is_refused("site: {footer: [{text: a}]}\n"));
  CHECK(is_refused("repositories: {a: {branch: main}}\n"));
  CHECK(is_refused("versions: {reviews: [{date: 2026-02-15}]}\n"));
}
