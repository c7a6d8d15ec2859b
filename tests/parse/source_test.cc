#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("every line end counts, alone or mixed") {
  const Markdown markdown = parse("# a\r\n\r\nb\rc\n\n# d\r\n");
  CHECK(markdown.lines() == 6);
  CHECK(markdown.line(4) == "c");
  const std::vector<Block> headings = blocks_of(markdown, BlockKind::heading);
  REQUIRE(headings.size() == 2);
  CHECK(headings[1].line == 6);
}

TEST_CASE("an empty document has a root and nothing else") {
  CHECK(parse("").blocks.size() == 1);
  CHECK(parse("\n\n").blocks.size() == 1);
  CHECK(parse("").lines() == 0);
}

TEST_CASE("a byte order mark is skipped") {
  const Markdown markdown = parse("\xef\xbb\xbf# Title");
  CHECK(markdown.source == "# Title");
  CHECK(place(blocks_of(markdown, BlockKind::heading).at(0)) == "1:1");
  CHECK(markdown.notes.empty());
}

TEST_CASE("invalid UTF-8 is replaced and said with its place") {
  const Markdown markdown = parse("# a\nb\xff c\xfe");
  CHECK(markdown.source == "# a\nb\ufffd c\ufffd");
  REQUIRE(markdown.notes.size() == 1);
  CHECK(markdown.notes[0].rule == "source-incomplete");
  CHECK(markdown.notes[0].message ==
        "byte 5 of the file is not valid UTF-8; it is shown as U+FFFD");
  CHECK(markdown.notes[0].line == 2);
  CHECK(markdown.notes[0].column == 2);
}

TEST_CASE("UTF-16 and NUL bytes are told apart") {
  CHECK(parse(std::string_view("\xff\xfe#\0", 4)).notes.at(0).help ==
        "the file looks like UTF-16; save it as UTF-8");
  const Markdown markdown = parse(std::string_view("a\0b", 3));
  CHECK(markdown.source ==
        "a\ufffd"
        "b");
  CHECK(markdown.notes.at(0).message == "byte 1 of the file is NUL; it is shown as U+FFFD");
}

TEST_CASE("blocks are nested by their end") {
  const Markdown markdown = parse("> - a\n>\n>   b\n\nc");
  std::vector<std::size_t> ends;
  for (const Block& block : markdown.blocks) ends.push_back(block.end);
  // document, quote, list, item, a, b, c
  CHECK(ends == std::vector<std::size_t>{7, 6, 6, 6, 5, 6, 7});
  CHECK(markdown.blocks[5].parent == 3);
  CHECK(markdown.blocks[6].parent == 0);
}

TEST_CASE("blocks end where their text ends") {
  const Markdown markdown =
      parse("- a\n  b\n\n\n```\nx\n\n```\n<!--\n\n-->\n\n| a |\n|---|\n\nT\n===\n");
  const auto lines = [&](BlockKind kind) {
    const Block block = blocks_of(markdown, kind).at(0);
    return std::to_string(block.line) + "-" + std::to_string(block.last_line);
  };
  CHECK(lines(BlockKind::list) == "1-2");
  CHECK(lines(BlockKind::code) == "5-8");
  CHECK(lines(BlockKind::html) == "9-11");
  CHECK(lines(BlockKind::table) == "13-14");
  CHECK(lines(BlockKind::heading) == "16-17");
}

TEST_CASE("a text under link definitions begins on its own line") {
  const Markdown markdown = parse("[a]: http://a.example\n[b]: http://b.example\nsee [a]");
  CHECK(place(blocks_of(markdown, BlockKind::paragraph).at(0)) == "3:1");
}

TEST_CASE("front matter is cut off and its lines are counted") {
  const Markdown markdown = parse("---\nid: A-1\nowner: PM\n---\n# Title\n\n- [x] a\n");
  CHECK(markdown.front_lines == 4);
  CHECK(markdown.front.find("owner")->text == "PM");
  CHECK(markdown.front.find("owner")->line == 3);
  CHECK(blocks_of(markdown, BlockKind::rule).empty());
  CHECK(blocks_of(markdown, BlockKind::heading).at(0).line == 5);
  CHECK(blocks_of(markdown, BlockKind::item).at(0).line == 7);
  CHECK(blocks_of(markdown, BlockKind::item).at(0).box == BoxState::ticked);
}

TEST_CASE("front matter may end in dots, be empty, and begin with a comment") {
  CHECK(parse("---\nid: A\n...\n# T").front_lines == 3);
  CHECK(parse("---\n---\n# T").front_lines == 2);
  CHECK(parse("---\n---\n").front_lines == 0);  // two thematic breaks
  CHECK(parse("---\n# by hand\n\nid: A\n---\n").front_lines == 5);
  CHECK(parse("--- \r\nid: A\r\n---\r\n").front.find("id")->text == "A");
}

TEST_CASE("a document that begins with a thematic break has no front matter") {
  CHECK(parse("---\n\n# Title\n\ntext: more").front_lines == 0);
  CHECK(parse("---\nSome prose here.\n\n---\nmore").front_lines == 0);
  CHECK(parse("---\n**Status**: open\n---\n").front_lines == 0);
  CHECK(parse("\n---\nid: A\n---\n").front_lines == 0);
  CHECK(parse("----\nid: A\n----\n").front_lines == 0);
}

TEST_CASE("broken front matter is said and the text goes on") {
  const Markdown markdown = parse("---\ntitle: CE-20: Pre\n---\n# T");
  CHECK(markdown.front.is(Yaml::Kind::null));
  CHECK(markdown.front_lines == 3);
  REQUIRE(markdown.notes.size() == 1);
  CHECK(markdown.notes[0].rule == "front-matter-invalid");
  CHECK(markdown.notes[0].line == 2);
  CHECK(blocks_of(markdown, BlockKind::heading).at(0).line == 4);
}
