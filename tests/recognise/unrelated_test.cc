// Three hundred JSON files that are no reports, made from a seed: what projects keep beside them.
#include <string>
#include <vector>

#include "base/json.h"
#include "recognise/recognise.h"
#include "support/catch.h"

using namespace muster;

namespace {

// The same numbers on every machine.
class Numbers {
 public:
  int below(int limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<unsigned long long>(limit));
  }
  bool often() { return below(3) > 0; }
  std::string word() {
    static constexpr const char* words[] = {"status", "results", "tests",  "errors", "version",
                                            "total",  "name",    "check",  "pass",   "summary",
                                            "alpha",  "region",  "config", "stats",  "files"};
    return words[below(15)];
  }

 private:
  unsigned long long state_ = 20260215;
};

using Make = Json (*)(Numbers&);

Json texts(Numbers& numbers, int count) {
  Json json = Json::object();
  for (int i = 0; i < count; ++i)
    json.set(numbers.word() + std::to_string(i), Json::of("^" + std::to_string(numbers.below(9))));
  return json;
}

Json package(Numbers& numbers) {
  Json json = Json::object();
  json.set("name", Json::of("app-" + std::to_string(numbers.below(99))));
  json.set("version", Json::of("1.0." + std::to_string(numbers.below(99))));
  json.set("scripts", texts(numbers, 4)).set("dependencies", texts(numbers, 6));
  if (numbers.often()) json.set("private", Json::of(true));
  if (numbers.often()) json.set("files", Json::array().push(Json::of("dist")));
  if (numbers.often()) json.set("config", texts(numbers, 2));
  return json;
}

Json tsconfig(Numbers& numbers) {
  Json options = Json::object();
  options.set("strict", Json::of(numbers.often())).set("target", Json::of("es2022"));
  options.set("noEmit", Json::of(numbers.often()));
  return Json::object()
      .set("compilerOptions", options)
      .set("include", Json::array().push(Json::of("src")))
      .set("files", Json::array());
}

Json open_api(Numbers& numbers) {
  Json get = Json::object();
  get.set("responses", Json::object().set("200", texts(numbers, 1)));
  get.set("tags", Json::array().push(Json::of(numbers.word())));
  return Json::object()
      .set("openapi", Json::of("3.1.0"))
      .set("info", texts(numbers, 2))
      .set("paths", Json::object().set("/status", Json::object().set("get", get)));
}

Json geo(Numbers& numbers) {
  Json features = Json::array();
  for (int i = 0; i < numbers.below(4); ++i)
    features.push(Json::object()
                      .set("type", Json::of("Feature"))
                      .set("properties", texts(numbers, 2))
                      .set("geometry", Json()));
  return Json::object().set("type", Json::of("FeatureCollection")).set("features", features);
}

Json lock(Numbers& numbers) {
  Json packages = Json::object();
  for (int i = 0; i < 3; ++i)
    packages.set("node_modules/" + numbers.word() + std::to_string(i), texts(numbers, 2));
  return Json::object()
      .set("name", Json::of("app"))
      .set("lockfileVersion", Json::of(3))
      .set("requires", Json::of(true))
      .set("packages", packages);
}

Json locale(Numbers& numbers) {
  Json json = texts(numbers, 8);
  json.set("success", Json::of("Saved")).set("status", Json::of("Status"));
  if (numbers.often()) json.set("errors", Json::object().set("required", Json::of("Required")));
  return json;
}

Json json_schema(Numbers& numbers) {
  Json properties = Json::object();
  for (int i = 0; i < 4; ++i)
    properties.set(numbers.word() + std::to_string(i),
                   Json::object().set("type", Json::of("string")));
  properties.set("status", Json::object().set("enum", Json::array().push(Json::of("pass"))));
  return Json::object()
      .set("$schema", Json::of("https://json-schema.org/draft/2020-12/schema"))
      .set("type", Json::of("object"))
      .set("properties", properties);
}

Json dashboard(Numbers& numbers) {
  Json panels = Json::array();
  for (int i = 0; i < numbers.below(5); ++i)
    panels.push(Json::object()
                    .set("id", Json::of(i))
                    .set("title", Json::of(numbers.word()))
                    .set("targets", Json::array().push(texts(numbers, 2))));
  return Json::object()
      .set("title", Json::of("Service"))
      .set("schemaVersion", Json::of(39))
      .set("version", Json::of(numbers.below(50)))
      .set("time", Json::object().set("from", Json::of("now-6h")).set("to", Json::of("now")))
      .set("panels", panels);
}

Json compiler_commands(Numbers& numbers) {
  Json list = Json::array();
  for (int i = 0; i <= numbers.below(3); ++i)
    list.push(Json::object()
                  .set("directory", Json::of("/src"))
                  .set("command", Json::of("cc -c a.c"))
                  .set("file", Json::of(numbers.word() + ".c")));
  return list;
}

Json renovate(Numbers& numbers) {
  return Json::object()
      .set("extends", Json::array().push(Json::of("config:base")))
      .set("packageRules", Json::array().push(texts(numbers, 2)))
      .set("enabled", Json::of(numbers.often()));
}

constexpr Make kKinds[] = {package,     tsconfig,  open_api,          geo,     lock, locale,
                           json_schema, dashboard, compiler_commands, renovate};

}  // namespace

TEST_CASE("of three hundred unrelated JSON files none is taken for a report") {
  Numbers numbers;
  int made = 0;
  for (int round = 0; round < 30; ++round)
    for (const Make make : kKinds) {
      const Json json = make(numbers);
      INFO(write_json(json, 0));
      CHECK(recognise_report(json).format.empty());
      ++made;
    }
  CHECK(made == 300);
}
