// What `muster records` prints of a document.
#include "listing.h"
#include "support/catch.h"
#include "support/golden.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

// Quoted texts cut to their beginning: the expectations tell records, not the words of others.
std::string with_short_texts(std::string_view text) {
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  std::string out;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = text.find(close, begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return out.append(text);
    out += text.substr(0, begin + open.size());
    out += shorten(text.substr(begin + open.size(), end - begin - open.size()), 24);
    out += close;
    text.remove_prefix(end + close.size());
  }
}

}  // namespace

TEST_CASE("a listing names each record with its line, and what stays prose") {
  CHECK(
      listing("a.md",
              "# Move\n\n- **Status**: In Progress\n\nSome words.\n\n- [x] Copied\n- ☐ b\n"
              "\n```\n- [ ] template\n```\n") ==
      "a.md: “Move”, checklist (by what stands in it)\n"
      "\n"
      "    1  heading      “Move”, level 1\n"
      "    3  field        Status: “In Progress” — status, bullet\n"
      "    5  prose        “Some words.”\n"
      "    7  box          ticked check “Copied”\n"
      "    8  mark         ☐ “b”; no task item, counts apart\n"
      "   10  code         3 lines, nothing in it counts\n"
      "\n"
      "1 headings; boxes 0 open, 1 ticked, 0 other; 0 tables with 0 rows; 0 blanks, 0 empty cells, "
      "0 placeholders; 0 choices\n"
      "not counted: 1 boxes in code, 0 in comments\n");
}

TEST_CASE("a listing says what was left open and what was refused") {
  const std::string text = listing(
      "a.md",
      "---\nstatsu: x\n---\n# A\n\n| Gap | Owner | ETA |\n|---|---|---|\n| Fix | | TBD |\n");
  CHECK_THAT(text, ContainsSubstring("    2  note         the key `statsu` is not known"));
  CHECK_THAT(text, ContainsSubstring("    8  gap          open, “Fix”; issue empty; owner empty; "
                                     "ETA only a placeholder, “TBD”"));
}

TEST_CASE("a listing says which bullets a run was read from, and which stay prose") {
  const std::string text = listing(
      "a.md", "- Dry run:\n  - command: `make dry`\n  - result: PASS\n  - a word\n\n1. ____\n");
  CHECK_THAT(text, ContainsSubstring("    2  of the run   “command: make dry”"));
  CHECK_THAT(text, ContainsSubstring("    3  of the run   “result: PASS”"));
  CHECK_THAT(text, ContainsSubstring("    4  prose        “a word”"));
  CHECK_THAT(text, ContainsSubstring("    6  blank        a line to fill in"));
}

TEST_CASE("a listing holds nothing that a terminal would obey") {
  CHECK(listing("a\x1b[31m.md", "# \x1b]0;x\n").find('\x1b') == std::string::npos);
}

TEST_CASE("the sample documents give the records that were read against their source") {
  const std::optional<std::string> samples = samples_folder();
  if (!samples) return;
  for (const std::string name :
       {"mig-4", "ce-p0-06", "staging-parity", "schooltrack", "production-readiness"}) {
    const std::string source = read_sample(*samples, "seeds/" + name + ".md");
    CHECK(golden(with_short_texts(listing(name + ".md", source)),
                 "compose/records/" + name + ".txt") == "");
  }
}

TEST_CASE("a listing shows the lines of a paragraph that are no metadata as prose") {
  const std::string text = listing("a.md", "# A\n\n**Owner**: PM\nNot run against production.\n");
  CHECK_THAT(text, ContainsSubstring("    3  field        Owner: “PM”"));
  CHECK_THAT(text, ContainsSubstring("    4  prose        “Not run against production.”"));
}
