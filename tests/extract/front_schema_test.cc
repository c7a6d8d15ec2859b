// The published schema and the reader say the same.
#include <set>
#include <string>

#include "base/text.h"
#include "extract/front_keys.h"
#include "extract/vocabulary.h"
#include "support/catch.h"
#include "support/schema.h"

using namespace muster;
using namespace muster::test;

namespace {

Json schema() { return published_schema("front-matter-v1.schema.json"); }

bool is_required(const Json& object, std::string_view name) {
  const Json* required = object.find("required");
  if (required == nullptr) return false;
  for (const Json& one : required->items)
    if (one.text == name) return true;
  return false;
}

}  // namespace

TEST_CASE("every key that the reader knows is in the schema, and the other way round") {
  std::set<std::string> known;
  for (const std::string_view name : extract::metadata_keys()) known.insert(std::string(name));
  for (const extract::FrontKey& key : extract::binding_keys())
    known.insert(dotted(std::string(key.within), key.name) + (key.required ? "!" : ""));
  std::set<std::string> published;  // "parity.rows[].item!" of a key that must be there
  walk_schema(schema(), "", [&](const std::string& place, const Json& node) {
    const Json* properties = node.find("properties");
    if (properties == nullptr) return;
    for (const Json::Member& member : properties->members)
      published.insert(dotted(place, member.name) + (is_required(node, member.name) ? "!" : ""));
  });
  CHECK(published == known);
}

TEST_CASE("a key that has few words has the same in the schema and in the reader") {
  std::set<std::string> known;
  for (const extract::FrontWords& row : extract::front_words())
    for (const std::string_view word : row.words) known.insert(cat({row.key, "=", word}));
  std::set<std::string> published;
  walk_schema(schema(), "", [&](const std::string& place, const Json& node) {
    if (const Json* values = node.find("enum"); values != nullptr)
      for (const Json& value : values->items) published.insert(place + "=" + value.text);
    if (const Json* type = node.find("type"); type != nullptr && type->text == "boolean")
      published.insert({place + "=true", place + "=false"});
  });
  CHECK(published == known);
}

TEST_CASE("inside a binding the schema takes no key that the reader does not know") {
  const Json root = schema();
  for (const char* pointer :
       {"/properties/parity", "/properties/parity/properties/rows/items",
        "/properties/evidence/items", "/properties/sign-off", "/properties/waivers/items"}) {
    INFO(pointer);
    const Json* node = root.at(std::string(pointer) + "/additionalProperties");
    REQUIRE(node != nullptr);
    CHECK((node->is(Json::Kind::boolean) && !node->boolean));
  }
}

TEST_CASE("every name of metadata is read under that name") {
  for (const std::string_view name : extract::metadata_keys())
    CHECK(extract::key_name(name) == name);
}
