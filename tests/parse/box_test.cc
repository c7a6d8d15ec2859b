#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// State, mark and column of the box of each item: "open' '3"; "none" for items without one.
std::string boxes(std::string_view text) {
  constexpr const char* names[] = {"none", "open", "ticked", "unknown", "n/a", "dropped"};
  std::string out;
  for (const Block& item : blocks_of(parse(text), BlockKind::item)) {
    if (!out.empty()) out += ", ";
    out += names[static_cast<int>(item.box)];
    if (item.box != BoxState::none) out += "'" + item.mark + "'" + std::to_string(item.box_column);
  }
  return out;
}

}  // namespace

TEST_CASE("a mark later in the line is not a tick") {
  CHECK(boxes("- [ ] write [x] when done") == "open' '3");
  CHECK(boxes("- [ ] a [x] PASS [ ] FAIL") == "open' '3");
  CHECK(paragraph("- [ ] write [x] when done") == "write [x] when done");
}

TEST_CASE("the mark between the brackets says the state") {
  CHECK(boxes("- [ ] a") == "open' '3");
  CHECK(boxes("- [] a") == "open''3");
  CHECK(boxes("- [  ] a") == "open'  '3");
  CHECK(boxes("- [x] a") == "ticked'x'3");
  CHECK(boxes("- [X] a") == "ticked'X'3");
  CHECK(boxes("- [n/a] a") == "n/a'n/a'3");
  CHECK(boxes("- [N/A] a") == "n/a'N/A'3");
  CHECK(boxes("- [NA] a") == "n/a'NA'3");
}

TEST_CASE("any other single sign is unknown") {
  for (const std::string mark : {"~", "-", "/", "*", "_", "?", "!", ">", "P", "o", "é", "✅",
                                 "☑️", "👩‍💻", " x", "x "})
    CHECK(boxes("- [" + mark + "] a") == "unknown'" + mark + "'3");
}

TEST_CASE("a word of progress is an unknown mark") {
  for (const std::string mark : {"WIP", "TODO", "partial", "simulated", "in progress", "Done"})
    CHECK(boxes("- [" + mark + "] a") == "unknown'" + mark + "'3");
  CHECK(paragraph("- [WIP] a") == "a");
}

TEST_CASE("brackets that are no box leave a plain item") {
  for (const char* line : {"- [1] source", "- [12] source", "- [x](url)", "- [x]: ref", "- [x]text",
                           "- \\[x] a", "- [\\] a", "- [docs] a", "- [wip](url)", "- [日本] a",
                           "- [[x]] a", "- [x a", "- text [x] a", "-", "- `[x]` a"})
    CHECK(boxes(line) == "none");
  CHECK(boxes("-     [x] indented code") == "none");
  CHECK(boxes("-[x] no list").empty());
}

TEST_CASE("the box leaves the text of its item") {
  CHECK(paragraph("- [x] a") == "a");
  CHECK(paragraph("- []   a") == "a");
  CHECK(paragraph("- [~] `a` b") == "code(a)| b");
  CHECK(paragraph("- [*] a* b") == "a* b");
  CHECK(paragraph("> - [x] a") == "a");
  CHECK(paragraph("- [ ]\n  next line") == "next line");
  CHECK(place(blocks_of(parse("- []   a"), BlockKind::paragraph)[0]) == "1:8");
}

TEST_CASE("an empty box is an open item") {
  CHECK(boxes("- [ ]\n- [ ] ") == "open' '3, open' '3");
  CHECK(blocks_of(parse("- [ ]"), BlockKind::paragraph).empty());
}

TEST_CASE("a link definition of that name does not hide a box") {
  CHECK(boxes("- [x] done\n\n[x]: http://example.org") == "ticked'x'3");
  CHECK(paragraph("- [x] done\n\n[x]: http://example.org") == "done");
}

TEST_CASE("a struck-through item is dropped, and only when all of its text is") {
  CHECK(boxes("- [ ] ~~gone~~") == "dropped' '3");
  CHECK(boxes("- [x] ~~gone **and** done~~\n  ~~too~~") == "dropped'x'3");
  CHECK(boxes("- [ ] ~~old~~ new") == "open' '3");
  CHECK(boxes("- [ ] a\n\n  ~~b~~") == "open' '3");
}

TEST_CASE("every list marker, quotes and nesting may carry a box") {
  CHECK(boxes("* [x] a") == "ticked'x'3");
  CHECK(boxes("+ [x] a") == "ticked'x'3");
  CHECK(boxes("1. [x] a\n10) [ ] b") == "ticked'x'4, open' '5");
  CHECK(boxes("> - [x] a\n> > - [ ] b") == "ticked'x'5, open' '7");
  CHECK(boxes("- - [ ] a") == "none, open' '5");
  CHECK(boxes("- [ ] a\n  - [x] b\n    1. [~] c") == "open' '3, ticked'x'5, unknown'~'8");
  CHECK(boxes("é\n\n-\t[x] a") == "ticked'x'3");
}

TEST_CASE("a box in a code fence or an HTML comment is no box") {
  CHECK(boxes("```\n- [x] a\n```").empty());
  CHECK(boxes("<!--\n- [x] a\n-->").empty());
  CHECK(boxes("- [ ] real\n\n  ```\n  - [x] a\n  ```") == "open' '3");
}

TEST_CASE("an item keeps its box when a table or an underline follows at once") {
  CHECK(boxes("- [ ] a | b\n  --|--\n  1 | 2") == "open' '3");
  CHECK(blocks_of(parse("- [ ] a | b\n  --|--"), BlockKind::cell)[0].text == "a");
  CHECK(boxes("- [x] a\n  ===") == "ticked'x'3");
}
