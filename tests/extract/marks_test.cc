#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// Sign and text of each mark.
std::string marks(std::string_view text) {
  std::string out;
  for (const record::Mark& mark : read(text).marks) out += mark.sign + mark.text + "|";
  return out;
}

}  // namespace

TEST_CASE("a glyph or a shortcode in front of a bullet is a mark of its own") {
  CHECK(marks("- ✅ a\n- ❌ b\n- :white_check_mark: c\n- ⚠️ d\n") ==
        "✅a|❌b|:white_check_mark:c|⚠d|");
  const Records records = read("- ✅ a\n- ⬜ b\n- [x] c\n");
  CHECK(records.counts.glyph_bullets == 2);
  CHECK(records.counts.boxes_ticked == 1);
  CHECK(records.marks[1].state == BoxState::open);
}

TEST_CASE("a box without its list, and one that Markdown takes for words, is a mark") {
  CHECK(marks("[ ] Restore drill\n") == "[ ]Restore drill|");
  CHECK(marks("- [x] a\n-[ ] b\n") == "[ ]b|");
  CHECK(marks("- [ ]b\n") == "[ ]b|");
  CHECK(marks("- **[ ]** b\n") == "[ ]b|");
  CHECK(marks("text\n• [ ] b\n") == "[ ]b|");
}

TEST_CASE("a mark in a heading or a cell names what it stands for") {
  CHECK(marks("## ☐ CE-20: Restore\n") == "☐CE-20: Restore|");
  CHECK(marks("| Check | Done |\n|---|---|\n| Restore | [ ] |\n| Roll back | ✅ |\n") ==
        "[ ]Restore|✅Roll back|");
}

TEST_CASE("task items, choices and links are no marks") {
  CHECK(marks("- [x] a\n- [ ] b\n") == "");
  CHECK(marks("**Decision**: [ ] GO [ ] NO-GO\n") == "");
  CHECK(marks("- [x](a.md) b\n- [ ][ref]\n") == "");
}

TEST_CASE("what a legend explains is marked as such") {
  CHECK(read("Legend:\n\n- ☐ open\n").marks[0].legend);
  CHECK(read("## Status markers\n\n- ✅ done\n").marks[0].legend);
  CHECK_FALSE(read("## Work\n\n- ☐ open\n").marks[0].legend);
}

TEST_CASE("boxes of a legend, and answers that were not chosen, are counted and set aside") {
  const Records legend = read("# P\n\nStatus markers:\n\n- [ ] Not started\n- [x] Complete\n");
  CHECK(legend.counts.boxes_open == 1);
  CHECK(at(legend.items, 0).state == BoxState::not_applicable);
  CHECK(read("# P\n\nLegend: [x] done, [ ] open\n").choices.empty());
  const Records question = read("# P\n\n## How is it enabled?\n\n- [x] Gate\n- [ ] Other\n");
  CHECK(at(question.items, 0).state == BoxState::ticked);
  CHECK(at(question.items, 1).state == BoxState::not_applicable);
  const Records open = read("# P\n\n## Is it safe?\n\n- [ ] Yes, tested\n- [ ] Other\n");
  CHECK(at(open.items, 1).state == BoxState::open);
}

TEST_CASE("a sign at the end of a heading, or a box in front of it, is its state") {
  const Records records = read(
      "# T\n\n### MIG-9: Ship ✅\n\n### 4. Verify ⏳\n\n### [ ] MIG-8: Drop\n\n### [x] CE-21: "
      "Load\n\n"
      "### Why ✅ is no proof\n");
  CHECK(at(records.sections, 2).title == "MIG-9: Ship");
  CHECK(at(records.sections, 2).glyph_state == BoxState::ticked);
  CHECK(at(records.sections, 3).key == "4");
  CHECK(at(records.sections, 4).key == "MIG-8");
  CHECK(at(records.sections, 4).glyph_state == BoxState::open);
  CHECK(at(records.sections, 5).glyph_state == BoxState::ticked);
  CHECK(at(records.sections, 6).glyph_state == BoxState::none);
  REQUIRE(records.marks.size() == 4);
  CHECK(records.marks[1].text == "4. Verify");
}
