#include "base/json.h"

#include <filesystem>

#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

std::string error_of(const std::string& text) {
  const JsonRead read = read_json(text);
  if (read.ok) return "accepted";
  if (read.notes.size() != 1) return "not exactly one note";
  const Note& note = read.notes.front();
  return std::to_string(note.line) + ":" + std::to_string(note.column) + " " + note.message;
}

std::string place(const Json& value) {
  return std::to_string(value.line) + ":" + std::to_string(value.column);
}

}  // namespace

TEST_CASE("values and names know their line and column") {
  const JsonRead read = read_json(
      "{\n"
      "  \"a\": [1, -2.50, true],\r\n"
      "\t\"b\\\"c\" : {\"d\": null, \"e\":\"f\"}\n"
      "}");
  REQUIRE(read.ok);
  CHECK(place(read.value) == "1:1");
  CHECK(place(*read.value.at("/a")) == "2:8");
  CHECK(place(*read.value.at("/a/0")) == "2:9");
  CHECK(place(*read.value.at("/a/1")) == "2:12");
  CHECK(place(*read.value.at("/a/2")) == "2:19");
  CHECK(read.value.members[1].name == "b\"c");
  CHECK(read.value.members[1].line == 3);
  CHECK(read.value.members[1].column == 2);
  CHECK(place(*read.value.at("/b\"c/d")) == "3:17");
  CHECK(place(*read.value.at("/b\"c/e")) == "3:27");
}

TEST_CASE("a number keeps its text") {
  const JsonRead read = read_json("[1.10, 1E2, -0]");
  REQUIRE(read.ok);
  CHECK(read.value.items[0].text == "1.10");
  CHECK(read.value.items[1].text == "1E2");
  CHECK(read.value.items[2].text == "-0");
  CHECK(read.value.items[0].number == 1.1);
}

TEST_CASE("a name that stands twice is kept twice and noted") {
  const JsonRead read = read_json("{\"pass\": true,\n \"pass\": false}");
  REQUIRE(read.ok);
  CHECK(read.value.members.size() == 2);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].rule == "evidence-ambiguous");
  CHECK(read.notes[0].message == "the name \"pass\" stands twice in one object, first on line 1");
  CHECK(read.notes[0].line == 2);
  CHECK(read.notes[0].column == 2);
}

TEST_CASE("one name in two objects is no duplicate") {
  CHECK(read_json("[{\"a\": 1}, {\"a\": {\"a\": 2}}]").notes.empty());
}

TEST_CASE("a number that a double cannot hold is noted and kept as written") {
  const JsonRead read =
      read_json("[123456789012345678901234567890,\n 1e400, -1e400, 1e-400, 9007199254740993]");
  REQUIRE(read.ok);
  REQUIRE(read.value.items.size() == 5);
  CHECK(read.value.items[0].text == "123456789012345678901234567890");
  CHECK(read.value.items[1].text == "1e400");
  CHECK(read.value.items[2].text == "-1e400");
  REQUIRE(read.notes.size() == 5);
  CHECK(read.notes[1].rule == "evidence-ambiguous");
  CHECK(read.notes[1].line == 2);
  CHECK(read.notes[1].column == 2);
  CHECK_THAT(read.notes[1].message, ContainsSubstring("1e400"));
}

TEST_CASE("digits inside a string are no number") {
  const JsonRead read = read_json(R"({"a\"": "1e400", "b": 1e400})");
  REQUIRE(read.ok);
  CHECK(read.value.at("/a\"")->text == "1e400");
  CHECK(read.notes.size() == 1);
}

TEST_CASE("numbers that a double holds exactly are not noted") {
  const JsonRead read =
      read_json("[0.1, -0, 1e300, 9007199254740992, 18446744073709551616, 0.0e-999]");
  CHECK(read.ok);
  CHECK(read.notes.empty());
}

TEST_CASE("a byte order mark is skipped") {
  const JsonRead read = read_json("\xef\xbb\xbf{\"a\": 1}");
  REQUIRE(read.ok);
  CHECK(read.value.line == 1);
  CHECK(read.value.column == 1);
}

TEST_CASE("what is no JSON is said with its place, in plain words") {
  CHECK(error_of("") == "1:1 the file is empty");
  CHECK(error_of(" \n") == "2:1 the file is empty");
  CHECK(error_of("{\"a\": 1,\n \"b\"") == "2:5 the file ends before its value is complete");
  CHECK(error_of("[1, 2,\n]") == "1:6 a comma stands before the closing bracket");
  CHECK(error_of("{\"a\": 1,}") == "1:8 a comma stands before the closing bracket");
  CHECK(error_of("{\"a\": 1}\ntrailing") ==
        "2:1 there is more text after the end of the JSON value");
  CHECK(error_of("{\"a\": 1}\n{\"b\": 2}") ==
        "2:1 there is more text after the end of the JSON value");
  CHECK(error_of("// note\n{}") == "1:1 comments are not allowed in JSON");
  CHECK(error_of("{'a': 1}") == "1:2 strings need double quotes in JSON");
  CHECK(error_of("{\"a\": NaN}") == "1:7 this is not JSON: `N` was not expected");
  CHECK(error_of("[1 2]") == "1:4 this is not JSON: `2` was not expected");
  CHECK(error_of("[\"a\nb\"]") ==
        "1:4 a line break, tab or control character stands inside a string");
  CHECK(error_of("[\"\xff\"]") == "1:3 the text is not valid UTF-8");
  CHECK(error_of("[1,, 2]") == "1:4 this is not JSON: `,` was not expected");
  CHECK(error_of("[\"a\\q\"]") == "1:5 a string has an escape that JSON lacks");
  CHECK(error_of("[-x]") == "1:3 a number is not written as JSON wants it");
  CHECK(error_of("Usage: tool [options]") == "1:1 this is not JSON: `U` was not expected");
}

TEST_CASE("a NUL byte does not end the file") {
  CHECK(error_of(std::string("{\"pass\": true}\0{\"pass\": false}", 31)) ==
        "1:15 a NUL byte stands in the text");
  CHECK(error_of(std::string("[1\0]", 4)) == "1:3 a NUL byte stands in the text");
}

TEST_CASE("nesting beyond the limit is refused, at once") {
  CHECK(read_json(std::string(128, '[') + std::string(128, ']')).ok);
  CHECK(error_of(std::string(129, '[') + std::string(129, ']')) ==
        "1:129 arrays and objects are nested deeper than 128");
  CHECK(error_of(std::string(1000000, '[')) ==
        "1:129 arrays and objects are nested deeper than 128");
}

TEST_CASE("a file beyond the size limit is refused") {
  JsonLimits limits;
  limits.bytes = 10;
  CHECK(read_json("[12345678]", limits).ok);
  const JsonRead read = read_json("[123456789]", limits);
  CHECK_FALSE(read.ok);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].rule == "evidence-unreadable");
  CHECK(read.notes[0].message == "the file has 11 bytes, the limit is 10");
}

TEST_CASE("a JSON pointer follows RFC 6901") {
  const JsonRead read = read_json(R"({"foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, "01": 2})");
  REQUIRE(read.ok);
  const Json& json = read.value;
  CHECK(json.at("") == &json);
  CHECK(json.at("/foo/1")->text == "baz");
  CHECK(json.at("/")->text == "0");
  CHECK(json.at("/a~1b")->text == "1");
  CHECK(json.at("/m~0n")->text == "8");
  CHECK(json.at("/01")->text == "2");
  for (const char* missing : {"foo", "/foo/2", "/foo/01", "/foo/-", "/foo/+1", "/foo/0/x", "/m~2n",
                              "/foo/99999999999999999999", "/nothing"})
    CHECK(json.at(missing) == nullptr);
}

TEST_CASE("whole numbers are read exactly or not at all") {
  const JsonRead read =
      read_json("[12, -3, 1.0, 1e3, 1.5, 9223372036854775807, 9223372036854775808, 1e400, \"7\"]");
  REQUIRE(read.ok);
  const auto integer = [&](std::size_t i) -> std::string {
    long long value = 0;
    return read.value.items[i].as_integer(value) ? std::to_string(value) : "none";
  };
  CHECK(integer(0) == "12");
  CHECK(integer(1) == "-3");
  CHECK(integer(2) == "1");
  CHECK(integer(3) == "1000");
  CHECK(integer(4) == "none");
  CHECK(integer(5) == "9223372036854775807");
  CHECK(integer(6) == "none");
  CHECK(integer(7) == "none");
  CHECK(integer(8) == "none");
}

TEST_CASE("writing sorts names and escapes what a script could take for markup") {
  Json json = Json::object();
  json.set("b", Json::of(2LL));
  json.set("a", Json::of("</script>&\xe2\x80\xa8\n\x01\"\\"));
  json.set("c", Json::array().push(Json::of(true)).push(Json()));
  json.set("d", Json::object());
  CHECK(write_json(json, 0) ==
        R"({"a":"\u003c/script\u003e\u0026\u2028\n\u0001\"\\","b":2,"c":[true,null],"d":{}})");
  CHECK(write_json(json.set("a", Json::of(false)), 2) ==
        "{\n  \"a\": false,\n  \"b\": 2,\n  \"c\": [\n    true,\n    null\n  ],\n  \"d\": {}\n}");
}

TEST_CASE("what was written reads back the same") {
  const std::string text = R"({"a":["é",1.50,-0,"\u0007",[],{}],"b":{"c":null}})";
  const JsonRead read = read_json(text);
  REQUIRE(read.ok);
  CHECK(write_json(read.value, 0) == text);
}

TEST_CASE("the JSON parsing suite is accepted and refused as it says") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::string suite = "corpus/suites/json-test-suite/test_parsing";
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder + "/" + suite)) {
    const std::string name = entry.path().filename().string();
    const JsonRead read = read_json(read_sample(*folder, suite + "/" + name));
    INFO(name);
    if (name.starts_with("y_")) CHECK(read.ok);
    if (name.starts_with("n_")) CHECK_FALSE(read.ok);
    if (!read.ok) CHECK(read.notes.size() == 1);
    ++files;
  }
  CHECK(files == 318);
}
