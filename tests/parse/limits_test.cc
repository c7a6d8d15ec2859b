#include <ctime>

#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// "line: message" of the limit that a text exceeds; empty where it is parsed.
std::string limit_of(std::string_view text, const ParseLimits& limits = {}) {
  const Markdown markdown = parse(text, limits);
  if (markdown.notes.empty()) return markdown.blocks.empty() ? "lost" : "";
  const Note& note = markdown.notes.back();
  const bool kept = markdown.blocks.empty() && markdown.source == text;
  if (note.rule != "limit-exceeded" || !kept) return "not as a limit";
  return std::to_string(note.line) + ": " + note.message;
}

bool is_quick(std::string_view text) {
  const std::clock_t begin = std::clock();
  parse(text);
  return (std::clock() - begin) / CLOCKS_PER_SEC < 10;  // of the processor: others may run beside
}

}  // namespace

TEST_CASE("a file has at most its limit of bytes") {
  ParseLimits limits;
  limits.bytes = 10;
  CHECK(limit_of("0123456789", limits).empty());
  CHECK(limit_of("0123456789a", limits) == "0: bytes of the file: 11, the limit is 10");
}

TEST_CASE("quotes and lists are nested at most 64 deep") {
  CHECK(limit_of(repeat("> ", 64) + "a").empty());
  CHECK(limit_of("x\n\n" + repeat("> ", 65) + "a") ==
        "3: quotes and lists nested on one line: 65, the limit is 64");
  std::string stairs;
  for (std::size_t i = 0; i < 65; ++i) stairs += repeat("  ", i) + "- a\n";
  CHECK(limit_of(stairs) == "65: quotes and lists nested: 65, the limit is 64");
  CHECK(limit_of(repeat("- ", 100)).empty());  // a thematic break
  CHECK(limit_of(repeat("**", 65) + "a" + repeat("**", 65)) ==
        "1: emphasis and links nested: 65, the limit is 64");
}

TEST_CASE("a paragraph has at most 16 KiB and 2000 lines") {
  CHECK(limit_of(std::string(16383, 'a')).empty());
  CHECK(limit_of("b\n\n" + std::string(16384, 'a')) ==
        "3: bytes of one paragraph: 16385, the limit is 16384");
  CHECK(limit_of(repeat("a\n", 2000)).empty());
  CHECK(limit_of(repeat("a\n", 2001)) == "1: lines of one paragraph: 2001, the limit is 2000");
  CHECK(limit_of(repeat("a\n", 2001) + "===\n") ==
        "1: lines of one paragraph: 2002, the limit is 2000");
}

TEST_CASE("long lists, tables, code and comments are no long paragraph") {
  CHECK(limit_of(repeat("- [ ] a task of some length\n", 3000)).empty());
  CHECK(limit_of(repeat("1. a step\n", 3000)).empty());
  CHECK(limit_of("| a | b |\n|---|---|\n" + repeat("| 1 | 2 |\n", 3000)).empty());
  CHECK(limit_of("```\n" + repeat("| code |\n", 3000) + "```\n").empty());
  CHECK(limit_of("~~~ text\n" + repeat("# code\n", 3000) + "~~~\n").empty());
  CHECK(limit_of("<!--\n" + repeat("comment\n", 3000) + "-->\n").empty());
  CHECK(limit_of(repeat("    code\n", 3000)).empty());
  CHECK(limit_of("> ```\n" + repeat("> code\n", 3000) + "> ```\n").empty());
}

TEST_CASE("a paragraph that poses as code, HTML or a table is found out") {
  const std::string prose = repeat("a\n", 2001);
  for (const std::string& begin :
       {std::string("    ```\n"), std::string("```a`b\n"), std::string("<div>\n```\n</div>\n\n"),
        std::string("<!-- -->\n"), std::string("    | a |\n|-|\n"), std::string("a\n|-|-|\n"),
        std::string("<a href='aaaaaaaaaaaaaaaaaaaaaaaaaaaa'>a\n"), std::string("2. a\n")})
    CHECK_THAT(limit_of(begin + prose), ContainsSubstring("lines of one paragraph"));
}

TEST_CASE("tables have limits of columns, cells, bars and delimiter rows") {
  const auto table = [](std::size_t columns, std::size_t count) {
    return "|" + repeat("a|", columns) + "\n|" + repeat("-|", columns) + "\n" +
           repeat("|a\n", count);
  };
  CHECK(limit_of(table(100, 100)).empty());
  CHECK(limit_of(table(101, 1)) == "2: columns of a table: 101, the limit is 100");
  CHECK(limit_of(table(100, 499)).empty());
  CHECK(limit_of(table(100, 500)) == "502: cells of tables: 50100, the limit is 50000");
  CHECK(limit_of(repeat("|", 257)) == "1: vertical bars in one line: 257, the limit is 256");
  CHECK(limit_of(repeat("| x |\n| - | - |\n", 64)).empty());
  CHECK(limit_of(repeat("| x |\n| - | - |\n", 65)) ==
        "130: delimiter rows of tables without a blank line between them: 65, the limit is 64");
  CHECK(limit_of(repeat("| x |\n|---|\n\n", 200)).empty());
}

TEST_CASE("openers of HTML are limited") {
  CHECK(limit_of(repeat("<!-- a -->\n\n", 1000)).empty());
  CHECK(limit_of(repeat("a <?", 1001)) ==
        "1: openers of HTML comments and declarations: 1001, the limit is 1000");
}

TEST_CASE("link definitions do not multiply beyond eight times the document") {
  const std::string uses = repeat(repeat("[X   y] ", 1000) + "\n\n", 20);
  CHECK(limit_of("[x y]: http://a.example 'title'\n\n" + uses).empty());
  CHECK(limit_of("[x y]: http://" + std::string(2042, 'a') + "\n") ==
        "1: bytes of the address of a link definition: 2049, the limit is 2048");
  for (const std::string& definition : {"[x y]: http://" + std::string(2000, 'a') + "\n\n",
                                        "[x y]: a \"" + std::string(9000, 'b') + "\"\n\n",
                                        "[x\ny]:\na\n(" + std::string(9000, 'b') + "\n)\n\n"})
    CHECK_THAT(limit_of(definition + uses),
               ContainsSubstring("bytes that link definitions grow to"));
  CHECK_THAT(limit_of("[é]: a '" + std::string(9000, 'b') + "'\n\n" + repeat("[É] ", 2000)),
             ContainsSubstring("bytes that link definitions grow to"));
}

TEST_CASE("known attacks on the parser end soon") {
  CHECK(is_quick("|" + repeat("a|", 4000) + "\n|" + repeat("-|", 4000) + "\n" +
                 repeat("|a\n", 4000)));
  CHECK(is_quick("[x]: http://" + std::string(16000, 'a') + "\n\n" + repeat("[x] ", 16000)));
  CHECK(is_quick(repeat("a\n", 320000) + "| a |\n|---|\n"));
  CHECK(is_quick(repeat("http://a<", 29000)));
  CHECK(is_quick(repeat("![[]()", 43000)));
  CHECK(is_quick(repeat(repeat("![[]()", 2700) + "\n\n", 16)));
  CHECK(is_quick(repeat(">", 100000)));
  CHECK(is_quick(repeat("- ", 50000) + "x"));
  CHECK(is_quick(repeat("a <![CDATA[", 80000)));
  CHECK(is_quick(repeat("]:", 400000)));
  CHECK(is_quick(repeat("[a]: b (\n", 100000)));
  CHECK(is_quick(repeat(std::string(8000, '_') + ":" + std::string(8000, '_') + "\n\n", 20)));
}
