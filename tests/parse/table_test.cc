#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// The cells' source texts of each row: "a,b;1,2".
std::string rows(std::string_view text) {
  std::string out;
  for (const Block& block : parse(text).blocks) {
    if (block.kind == BlockKind::row && !out.empty()) out += ';';
    if (block.kind != BlockKind::cell) continue;
    if (!out.empty() && out.back() != ';') out += ',';
    out += block.text.empty() ? "-" : block.text;
  }
  return out;
}

std::string row_lines(std::string_view text) {
  std::string out;
  for (const Block& row : blocks_of(parse(text), BlockKind::row)) out += place(row) + " ";
  return out;
}

}  // namespace

TEST_CASE("cells keep their source and their place") {
  const Markdown markdown = parse("| a | b |\n|:--|--:|\n|  `x` | \\_\\_ y|\n");
  const std::vector<Block> cells = blocks_of(markdown, BlockKind::cell);
  REQUIRE(cells.size() == 4);
  CHECK(cells[0].header);
  CHECK(cells[0].align == Align::left);
  CHECK(cells[1].align == Align::right);
  CHECK(cells[2].text == "`x`");
  CHECK(place(cells[2]) == "3:4");
  CHECK(cells[3].text == "\\_\\_ y");
  CHECK(place(cells[3]) == "3:10");
  CHECK(outline(cells[3]) == "__ y");
}

TEST_CASE("bars at the ends are optional, and escaped bars do not part cells") {
  CHECK(rows("a | b\n--|--\n1 | 2\n| 3 | 4\n5 | 6 |\n") == "a,b;1,2;3,4;5,6");
  CHECK(rows("|a|b|\n|-|-|\n|1 \\| 2|3|\n||4|\n") == "a,b;1 \\| 2,3;-,4");
}

TEST_CASE("a table right under a text has its own line") {
  const std::string text = "Start: __:__\nmore\n| a |\n|---|\n| 1 |\n";
  CHECK(row_lines(text) == "3:1 5:1 ");
  const Markdown markdown = parse(text);
  CHECK(place(blocks_of(markdown, BlockKind::table)[0]) == "3:1");
  CHECK(place(blocks_of(markdown, BlockKind::paragraph)[0]) == "1:1");
  CHECK(blocks_of(markdown, BlockKind::paragraph)[0].last_line == 2);
  CHECK(paragraph(text) == "Start: __:__|soft|more");
  CHECK(row_lines("text\n| a |\n|---|\n") == "2:1 ");
}

TEST_CASE("rows in quotes and lists are read without their marks") {
  CHECK(rows("> | a | b |\n> |---|---|\n> | 1 | 2 |\n") == "a,b;1,2");
  CHECK(rows("- x\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n") == "a,b;1,2");
  CHECK(rows("1. | a | b |\n   |---|---|\n   | 1 | 2 |\n") == "a,b;1,2");
  CHECK(row_lines("> - text\n>   | a |\n>   |---|\n>   | 1 |\n") == "2:5 4:5 ");
}

TEST_CASE("rows with surplus and with missing cells are marked") {
  const Markdown markdown =
      parse("| a | b |\n|---|---|\n| 1 | `x|y` | 3 |\n| 4 |\n| 5 | 6 |\n| 7 | 8 | 9 |\n");
  const std::vector<Block> found = blocks_of(markdown, BlockKind::row);
  REQUIRE(found.size() == 5);
  CHECK(found[1].ragged);
  CHECK(found[2].ragged);
  CHECK_FALSE(found[3].ragged);
  CHECK(found[4].ragged);
  CHECK(markdown.notes.empty());
}

TEST_CASE("a text line straight after a table is a ragged row of it") {
  const Markdown markdown = parse("| a | b |\n|---|---|\n| 1 | 2 |\nprose\n");
  CHECK(blocks_of(markdown, BlockKind::row).at(2).ragged);
  CHECK(rows("| a | b |\n|---|---|\n| 1 | 2 |\nprose\n") == "a,b;1,2;prose,-");
}

TEST_CASE("a blank form in a cell is shown as written") {
  const std::vector<Block> cells = blocks_of(
      parse("| a | b | c | d |\n|---|---|---|---|\n| __/__/__ | \\_\\_:\\_\\_ | __/14 | **x** |\n"),
      BlockKind::cell);
  REQUIRE(cells.size() == 8);
  CHECK(outline(cells[4]) == "__/__/__");
  CHECK(cells[4].text == "__/__/__");
  CHECK(outline(cells[5]) == "__:__");
  CHECK(outline(cells[6]) == "__/14");
  CHECK(outline(cells[7]) == "strong{x}");
}

TEST_CASE("cells beside a blank form keep their markup") {
  const std::vector<Block> cells =
      blocks_of(parse("| a |\n|---|\n| __:__ on **Monday** |\n| text __:__ |\n"), BlockKind::cell);
  CHECK(outline(cells[1]) == "__:__ on |strong{Monday}");
  CHECK(outline(cells[2]) == "text __:__");
}
