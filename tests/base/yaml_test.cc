#include "base/yaml.h"

#include "support/catch.h"

using namespace muster;

namespace {

std::string error_of(const std::string& text) {
  const YamlRead read = read_yaml(text, 2);
  if (read.ok) return "accepted";
  if (read.notes.size() != 1) return "not exactly one note";
  const Note& note = read.notes.front();
  return std::to_string(note.line) + ":" + std::to_string(note.column) + " " + note.message +
         (note.help.empty() ? "" : " | " + note.help);
}

}  // namespace

TEST_CASE("scalars are text, whatever they look like") {
  const YamlRead read = read_yaml("a: no\nb: 012\nc: 2026-01-08\nd: '7'\ne:\nf: ~\n");
  REQUIRE(read.ok);
  CHECK(read.value.find("a")->text == "no");
  CHECK(read.value.find("b")->text == "012");
  CHECK(read.value.find("c")->text == "2026-01-08");
  CHECK(read.value.find("d")->text == "7");
  CHECK_FALSE(read.value.find("d")->plain);
  CHECK(read.value.find("e")->is(Yaml::Kind::null));
  CHECK(read.value.find("f")->text == "~");
  CHECK(read.value.find("g") == nullptr);
}

TEST_CASE("keys and values know their place in the file, in bytes") {
  const YamlRead read = read_yaml("title: Café\nlist: [a, é, b]\nmap:\n  - {k: v}\n", 2);
  REQUIRE(read.ok);
  CHECK(read.value.members[1].line == 3);
  CHECK(read.value.members[1].column == 1);
  CHECK(read.value.find("list")->items[2].line == 3);
  CHECK(read.value.find("list")->items[2].column == 15);  // é has two bytes
  CHECK(read.value.find("map")->items[0].members[0].value.line == 5);
  CHECK(read.value.find("map")->items[0].members[0].value.column == 9);
}

TEST_CASE("line ends that no editor shows do not shift the lines") {
  const YamlRead read = read_yaml("a: \"x\u2028y\"\r\nb: 1\rc: 2\n");
  REQUIRE(read.ok);
  CHECK(read.value.members.back().name == "c");
  CHECK(read.value.members.back().line == 3);
}

TEST_CASE("an empty text is an empty document") {
  CHECK(read_yaml("").ok);
  CHECK(read_yaml("# only a comment\n").value.is(Yaml::Kind::null));
}

TEST_CASE("a value with a colon is told to be quoted") {
  CHECK(
      error_of("id: A\ntitle: CE-20: Pre\n") ==
      "3:13 a value holds a colon followed by a space | quote the value: `title: \"CE-20: Pre\"`");
}

TEST_CASE("a value that begins with a sign of YAML is told to be quoted") {
  CHECK(error_of("owner: @bob\n") ==
        "2:8 a value cannot begin with `@` | quote the value: `owner: \"@bob\"`");
  CHECK(error_of("cmd: `make`\n") ==
        "2:6 a value cannot begin with ``` | quote the value: `cmd: \"`make`\"`");
  CHECK(error_of("note: *star\n") ==
        "2:7 `*` begins an alias, and aliases are not read here | quote the value: `note: "
        "\"*star\"`");
  CHECK(error_of("note: &amp\n") ==
        "2:7 `&` begins an anchor, and anchors are not read here | quote the value: `note: "
        "\"&amp\"`");
  CHECK(error_of("note: !important\n") ==
        "2:7 `!` begins a tag, and tags are not read here | quote the value: `note: "
        "\"!important\"`");
}

TEST_CASE("anchors on lists and mappings are refused too") {
  CHECK_THAT(error_of("a: &x\n  b: 1\n"), ContainsSubstring("2:4 `&` begins an anchor"));
  CHECK_THAT(error_of("a: !!seq [1]\n"), ContainsSubstring("2:4 `!` begins a tag"));
}

TEST_CASE("a merge key and a key that stands twice are refused") {
  CHECK_THAT(error_of("a: 1\n<<: {b: 2}\n"), ContainsSubstring("3:1 merge keys (`<<`)"));
  CHECK_THAT(error_of("a: 1\nb: 2\n\"a\": 3\n"), ContainsSubstring("4:1 the key `a` stands twice"));
  CHECK(read_yaml("a: {x: 1}\nb: {x: 1}\n").ok);
}

TEST_CASE("a second document is refused") {
  CHECK_THAT(error_of("a: 1\n---\nb: 2\n"), ContainsSubstring("3:1 a second YAML document"));
}

TEST_CASE("a tab as indentation is refused") {
  CHECK_THAT(error_of("a:\n\tb: 1\n"),
             ContainsSubstring("3:1 a tab stands where YAML wants spaces"));
}

TEST_CASE("an open quote or bracket is told where it began") {
  CHECK_THAT(error_of("a: \"open\nb: 1\n"), ContainsSubstring("2:4 a quoted text is not closed"));
  CHECK_THAT(error_of("a: [1, 2\n"), ContainsSubstring("2:4 a `[` is not closed"));
}

TEST_CASE("depth, keys and bytes have limits") {
  CHECK(read_yaml(std::string(16, '[') + std::string(16, ']')).ok);
  CHECK_THAT(error_of(std::string(60000, '[')), ContainsSubstring("2:17 lists and mappings"));
  std::string keys;
  for (int i = 0; i < 1001; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  CHECK_THAT(error_of(keys), ContainsSubstring("1002:1 there are more than 1000 keys"));
  CHECK_THAT(error_of("a: " + std::string(64u << 10, 'x')),
             ContainsSubstring("the limit is 65536"));
}

TEST_CASE("hostile YAML ends in one note") {
  for (const std::string& text :
       {std::string("a: \xff\n"), std::string("a: \x01\n"), std::string("a: x\0y\n", 7),
        std::string("? [a, b]\n: c\n"), std::string("%TAG ! x\n---\na: 1\n"),
        std::string("- a\nb: 1\n"), std::string("a: 'x' y\n"), std::string("a: \"\\q\"\n"),
        std::string("key\nother: 1\n"), std::string("a: [1, 2}\n"), std::string("a: |\n\tx\n"),
        std::string("\"a\n---\n")}) {
    const YamlRead read = read_yaml(text, 2);
    INFO(text);
    CHECK_FALSE(read.ok);
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0].line >= 2);
    CHECK(read.notes[0].rule == "front-matter-invalid");
    CHECK_FALSE(read.notes[0].message.empty());
  }
}
