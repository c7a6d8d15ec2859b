// A published JSON Schema of docs/schema, and the keys that it takes.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/files.h"
#include "base/json.h"
#include "support/catch.h"

namespace muster::test {

inline Json published_schema(const std::string& file) {
  const auto bytes = read_file(std::filesystem::path(MUSTER_SOURCE_DIR) / "docs/schema" / file);
  REQUIRE(bytes);
  JsonRead read = read_json(*bytes);
  REQUIRE(read.ok);
  return std::move(read.value);
}

inline std::string dotted(const std::string& within, std::string_view name) {
  return within.empty() ? std::string(name) : within + "." + std::string(name);
}

/// Calls `visit(place, node)` for every named node, and for what lists ("rows[]") and maps with
/// names of the user's ("people.*") hold.
template <class Visit>
void walk_schema(const Json& node, const std::string& place, const Visit& visit) {
  visit(place, node);
  if (const Json* properties = node.find("properties"); properties != nullptr)
    for (const Json::Member& member : properties->members)
      walk_schema(member.value, dotted(place, member.name), visit);
  if (const Json* items = node.find("items"); items != nullptr)
    walk_schema(*items, place + "[]", visit);
  if (const Json* others = node.find("additionalProperties");
      others != nullptr && others->is(Json::Kind::object))
    walk_schema(*others, dotted(place, "*"), visit);
}

}  // namespace muster::test
