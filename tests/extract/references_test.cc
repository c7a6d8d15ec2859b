// Paths and ids as people write them: folders, lines, sections, patterns and ranges.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

std::vector<std::string> mentions(std::string_view text, record::MentionKind kind) {
  std::vector<std::string> out;
  for (const record::Mention& mention : read(text).mentions)
    if (mention.kind == kind) out.push_back(mention.text);
  return out;
}

using Texts = std::vector<std::string>;
constexpr record::MentionKind kPath = record::MentionKind::path;
constexpr record::MentionKind kId = record::MentionKind::id;

}  // namespace

TEST_CASE("a folder in prose is a path where a folder stands in it") {
  CHECK(mentions("See evidence/r3/ and (evidence/db/), reports/2026-03-04/.", kPath) ==
        Texts{"evidence/r3/", "evidence/db/", "reports/2026-03-04/"});
  for (const char* text : {"Read and/or write.", "evidence/", "/api/v1/", "3/4/", "1/2/2026/"}) {
    INFO(text);
    CHECK(mentions(text, kPath).empty());
  }
}

TEST_CASE("a section behind a path is no part of it, and a placeholder makes a pattern") {
  CHECK(mentions("`docs/x.md § 3`", kPath) == Texts{"docs/x.md"});
  CHECK(mentions("`reports/<sha>.json`", kPath) == Texts{"reports/<sha>.json"});
  CHECK(mentions("`a < b.json`", kPath).empty());
}

TEST_CASE("a pattern of reports is no run") {
  CHECK(read("- Probe artifact:\n  - `reports/<sha>.json`\n").run_notes.empty());
}

TEST_CASE("the first line of what is cited is kept") {
  for (const char* text :
       {"docs/a.md:10-20", "`docs/a.md:10-20`", "docs/a.md#L10", "`docs/a.md#L10-L20`",
        "【F:docs/a.md†L10-L20】", "[a](docs/a.md#L10-L20)"}) {
    INFO(text);
    const Records records = read(text);
    REQUIRE(records.mentions.size() == 1);
    CHECK(records.mentions[0].text == "docs/a.md");
    CHECK(records.mentions[0].target_line == 10);
  }
}

TEST_CASE("both ends of a range of ids are read") {
  for (const char* text : {"CE-20..CE-22", "CE-20–CE-22", "CE-20 through CE-22"}) {
    INFO(text);
    CHECK(mentions(text, kId) == Texts{"CE-20", "CE-22"});
  }
}

TEST_CASE("a range in front of an item or a heading is no id of it") {
  for (const char* range : {"CE-20..CE-22", "CE-20–CE-22", "CE-20 – CE-22", "CE-20 through CE-22",
                            "T001..T003", "T001–T003"}) {
    INFO(range);
    const std::string text(range);
    CHECK(at(read("- [x] " + text + ": loads\n").items, 0).key.empty());
    CHECK(read("# P\n\n### " + text + ": loads\n\n- [ ] x\n").tasks.empty());
  }
  CHECK(at(read("- [x] CE-20 – CE-22 is blocked\n").items, 0).key == "CE-20");
  CHECK(at(read("- [x] CE-20: CE-22\n").items, 0).key == "CE-20");
}

TEST_CASE("needs hold ranges of every spelling") {
  const Records records = read("# P\n\n### CE-26: y\n\n- **Needs**: CE-20..CE-22, CE-23–CE-25\n");
  const std::vector<record::Need>& needs = at(records.tasks, 0).needs;
  REQUIRE(needs.size() == 2);
  CHECK(needs[0].last == "CE-22");
  CHECK(needs[1].first == "CE-23");
  CHECK(needs[1].last == "CE-25");
}

TEST_CASE("the bracket around an owner is no part of the name") {
  CHECK(at(read("- [ ] do it [Owner: SRE]\n").items, 0).owner == "SRE");
}
