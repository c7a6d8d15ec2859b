// The published schema and the reader say the same.
#include <set>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "extract/front_keys.h"
#include "extract/vocabulary.h"
#include "support/catch.h"

using namespace muster;

namespace {

Json schema() {
  const std::filesystem::path path =
      std::filesystem::path(MUSTER_SOURCE_DIR) / "docs/schema/front-matter-v1.schema.json";
  const auto bytes = read_file(path);
  REQUIRE(bytes);
  JsonRead read = read_json(*bytes);
  REQUIRE(read.ok);
  return std::move(read.value);
}

std::string dotted(const std::string& within, std::string_view name) {
  return within.empty() ? std::string(name) : within + "." + std::string(name);
}

bool is_required(const Json& object, std::string_view name) {
  const Json* required = object.find("required");
  if (required == nullptr) return false;
  for (const Json& one : required->items)
    if (one.text == name) return true;
  return false;
}

// "parity.rows[].item!" of a key that must be there.
void collect_keys(const Json& node, const std::string& within, std::set<std::string>& keys) {
  if (const Json* properties = node.find("properties"); properties != nullptr)
    for (const Json::Member& member : properties->members) {
      keys.insert(dotted(within, member.name) + (is_required(node, member.name) ? "!" : ""));
      collect_keys(member.value, dotted(within, member.name), keys);
    }
  if (const Json* items = node.find("items"); items != nullptr)
    collect_keys(*items, within + "[]", keys);
}

void collect_words(const Json& node, const std::string& within, std::set<std::string>& words) {
  if (const Json* values = node.find("enum"); values != nullptr)
    for (const Json& value : values->items) words.insert(within + "=" + value.text);
  if (const Json* type = node.find("type"); type != nullptr && type->text == "boolean")
    words.insert({within + "=true", within + "=false"});
  if (const Json* properties = node.find("properties"); properties != nullptr)
    for (const Json::Member& member : properties->members)
      collect_words(member.value, dotted(within, member.name), words);
  if (const Json* items = node.find("items"); items != nullptr)
    collect_words(*items, within + "[]", words);
}

}  // namespace

TEST_CASE("every key that the reader knows is in the schema, and the other way round") {
  std::set<std::string> known;
  for (const std::string_view name : extract::metadata_keys()) known.insert(std::string(name));
  for (const extract::FrontKey& key : extract::binding_keys())
    known.insert(dotted(std::string(key.within), key.name) + (key.required ? "!" : ""));
  std::set<std::string> published;
  collect_keys(schema(), "", published);
  CHECK(published == known);
}

TEST_CASE("a key that has few words has the same in the schema and in the reader") {
  std::set<std::string> known;
  for (const extract::FrontWords& row : extract::front_words())
    for (const std::string_view word : row.words) known.insert(cat({row.key, "=", word}));
  std::set<std::string> published;
  collect_words(schema(), "", published);
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
