// Fill states, blanks, mentions, quantities and run notes.
#include "extract/fills.h"
#include "extract/ids.h"
#include "extract/markup.h"
#include "extract/metrics.h"
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::extract;
using namespace muster::test;

namespace {

std::vector<std::string> mentions(std::string_view text, record::MentionKind kind) {
  std::vector<std::string> out;
  for (const record::Mention& mention : read(text).mentions)
    if (mention.kind == kind) out.push_back(mention.text);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing, a blank, a placeholder, not applicable and a value are told apart") {
  CHECK(fill_of("  ") == Fill::empty);
  for (const char* blank :
       {"____", "\\_\\_\\_\\_", "__/__/__", "__:__", "__/14", "__ (expected: 0)", "[ ] Confirmed"})
    CHECK(fill_of(blank) == Fill::blank);
  for (const char* placeholder : {"TBD", "`TBD`", "_TBD_", "TODO", "YYYY-MM-DD", "TBD by PM",
                                  "<owner>", "[owner]", "{{ name }}", "…"})
    CHECK(fill_of(placeholder) == Fill::placeholder);
  for (const char* none : {"—", "-", "N/A", "n/a", "NA", "N/A (no such table)"})
    CHECK(fill_of(none) == Fill::not_applicable);
  for (const char* value : {"Worker A", "0", "None", "[x] Confirmed", "[#12]", "__init__.py"})
    CHECK(fill_of(value) == Fill::value);
}

TEST_CASE("a compound blank counts once, by its form") {
  CHECK(count_blanks("**Notes**: _______").plain == 1);
  CHECK(count_blanks("__/__/__").plain == 1);
  CHECK(count_blanks("__:__").plain == 1);
  CHECK(count_blanks("(Date/Time: \\_\\_\\_\\_)").plain == 1);
  CHECK(count_blanks("RLS: __/7").numeric == 1);
  CHECK(count_blanks("FK: __/__ (___%)").numeric == 2);
  CHECK(count_blanks("Loss: __%  (threshold: < 10%)").numeric == 1);
  CHECK(count_blanks("Rows: __ (expected: 0)").numeric == 1);
  CHECK(count_blanks("`__init__` and __bold__ text").total() == 0);
}

TEST_CASE("blanks in a fence are not counted, and a numbered line to fill in is") {
  CHECK(read("```\n____\n```\n\n___\n").counts.blanks == 0);
  CHECK(read("1. ________\n2. ________\n").counts.blanks_on_lines == 2);
}

TEST_CASE("a date blank in a cell is a blank and no bold text") {
  const Records records = read("| A | B |\n|-|-|\n| x | __/__/__ |\n");
  CHECK(at(records.tables, 0).rows[0][1].text == "__/__/__");
  CHECK(at(records.tables, 0).rows[0][1].fill == Fill::blank);
  CHECK(records.counts.blanks_in_tables == 1);
}

TEST_CASE("markup goes and text stays") {
  CHECK(without_markup("**a** _b_ `c_d` [e](f.md) ~~g~~ \\_h &amp; i") == "a b c_d e g _h & i");
  CHECK(without_markup("snake_case_name 2 * 3 * 4") == "snake_case_name 2 * 3 * 4");
  CHECK(without_markup("[ ] GO [x] NO-GO") == "[ ] GO [x] NO-GO");
  CHECK(without_markup("__/__/__ **x**") == "__/__/__ x");
}

TEST_CASE("paths are found in code spans, links, bare words and brackets") {
  CHECK(mentions("See `docs/a.md`, `b.json:178`, [c](d/e.yaml#top), logs/f.log and "
                 "【F:src/g.cc†L10-L12】.",
                 record::MentionKind::path) ==
        Texts{"docs/a.md", "b.json", "d/e.yaml", "logs/f.log", "src/g.cc"});
  const Records records = read("See `b.json:178` and [c](d/e.yaml#top).\n");
  CHECK(records.mentions[0].target_line == 178);
  CHECK(records.mentions[0].column == 6);
  CHECK(records.mentions[1].anchor == "top");
  CHECK(records.mentions[1].link);
}

TEST_CASE("routes, fractions, variables and product names are no paths") {
  CHECK(mentions("`/health/ready` `14/14` `orgs/{id}/x` `$HOME/x` `a=b/c` Node.js and/or `@a/b`",
                 record::MentionKind::path) == Texts{});
}

TEST_CASE("ids are found, and look-alikes are not") {
  CHECK(mentions("MIG-4, (CE-P0-06) and FE-RECOVERY-4: not UTF-8, SHA-256, ISO-8601, T-24h, P0-1, "
                 "CVE-2024-1 nor x-AB-1",
                 record::MentionKind::id) == Texts{"MIG-4", "CE-P0-06", "FE-RECOVERY-4"});
  CHECK(id_at("BACK-100.9 x") == "BACK-100.9");
  CHECK(id_at("AB-C").empty());
}

TEST_CASE("issue numbers, addresses and commands are found") {
  const std::string text =
      "Fixes #12 and acme/app#7, see <https://example.org/a>, run `npm test x`";
  CHECK(mentions(text, record::MentionKind::issue_number) == Texts{"#12", "acme/app#7"});
  CHECK(mentions(text, record::MentionKind::url) == Texts{"https://example.org/a"});
  CHECK(mentions(text, record::MentionKind::command) == Texts{"npm test x"});
  CHECK(mentions("- [x] #1 The page loads", record::MentionKind::issue_number) == Texts{});
}

TEST_CASE("a reference link is a mention too") {
  CHECK(mentions("See [the log][1].\n\n[1]: logs/a.log\n", record::MentionKind::path) ==
        Texts{"logs/a.log"});
}

TEST_CASE("quantities have a value, a target and a comparison") {
  const auto ratio = read_quantity("7/7");
  CHECK(ratio->metric.value == 7);
  CHECK(ratio->metric.target == 7);
  const auto least = read_quantity("__/15 minimum");
  CHECK_FALSE(least->metric.value);
  CHECK(least->metric.comparison == record::Comparison::greater_or_equal);
  const auto share = read_quantity("3.5% (threshold: < 10%)");
  CHECK(share->metric.value == 3.5);
  CHECK(share->metric.target == 10);
  CHECK(share->metric.comparison == record::Comparison::less);
  CHECK(read_quantity("__/42 passed")->metric.unit == "passed");
  CHECK_FALSE(read_quantity("2026/01/08"));
  CHECK_FALSE(read_quantity("soon"));
}

TEST_CASE("a run told in bullets has its command, result, facts and report") {
  const Records records = read(
      "- Backfill done:\n  - command: `node b.mjs --dry-run`\n  - evidence report: `r/a.json`\n"
      "  - result: PASS (`orgCount=0`, no issues)\n- Checks:\n  - smoke: `npm t x` -> FAIL "
      "(2/3)\n");
  REQUIRE(records.run_notes.size() == 2);
  const record::RunNote& run = at(records.run_notes, 0);
  CHECK(run.subject == "Backfill done");
  CHECK(run.command == "node b.mjs --dry-run");
  CHECK(run.verdict == "pass");
  CHECK(run.result_line == 4);
  REQUIRE(run.facts.size() == 1);
  CHECK(run.facts[0].key == "orgCount");
  CHECK(run.facts[0].value == "0");
  REQUIRE(run.reports.size() == 1);
  CHECK(run.reports[0].text == "r/a.json");
  CHECK(at(records.run_notes, 1).subject == "smoke");
  CHECK(at(records.run_notes, 1).verdict == "fail");
}

TEST_CASE("a file named in passing makes no run") {
  CHECK(read("- Add scripts:\n  - edit `package.json`\n  - see `logs/a.json`\n").run_notes.empty());
  const Records facts = read("- Known:\n  - `orgCount=0` in `r/a.json`\n");
  REQUIRE(facts.run_notes.size() == 1);
  CHECK(at(facts.run_notes, 0).reports.empty());
  CHECK(at(read("- Dry run:\n  - report: `r/a.json`\n").run_notes, 0).reports.size() == 1);
  CHECK(at(read("- Dry run evidence:\n  - `r/a.json`\n").run_notes, 0).reports.size() == 1);
}

TEST_CASE("a document over a limit still has its own section") {
  ParseLimits limits;
  limits.bytes = 10;
  const Records records = extract_records(parse_markdown("# A long title\n\n- [x] a\n", limits));
  CHECK(records.sections.size() == 1);
  CHECK(records.items.empty());
}

TEST_CASE("a picture in front of a heading is no part of its words") {
  const Records records =
      read("# P\n\n## 🏗️ Phase 5: Hardening\n\n## 📦 Deliverables\n\n- [ ] a\n");
  CHECK(at(records.phases, 0).key == "5");
  CHECK(at(records.items, 0).role == Role::deliverable);
}

TEST_CASE("a change that is wanted is no run, and a goal is no measurement") {
  CHECK(read("- Rate limiting: Not implemented → Implemented\n").run_notes.empty());
  CHECK(read("- Coverage: 0% → 100%\n").run_notes.empty());
  CHECK(read("- smoke: npm run smoke -> PASS (3/3)\n").run_notes.size() == 1);
  CHECK(read("# P\n\n- **Target point**: 22/36\n").metrics.empty());
}

TEST_CASE("an owner ends where the next fact begins, and a status may be Todo") {
  CHECK(at(read("- [ ] a (Owner: Worker A · Repos: x, y)\n").items, 0).owner == "Worker A");
  CHECK(at(read("- [ ] a. Owner: @ann, due 2026-01-02\n").items, 0).owner == "@ann");
  CHECK(read("# P\n\n- **Status**: Todo\n").status_class == StatusClass::open);
  CHECK(read("# P\n\n- **Status**: Todo\n").field("status")->value.fill == Fill::value);
}

TEST_CASE("a list of command, result and report is a run without a bullet above it") {
  const Records records = read(
      "# T\n\nRun notes:\n\n- command: `make a`\n- result: FAIL (1 of 2)\n"
      "- evidence report: `e/a.json`\n- command: `make b`\n- result: PASS\n");
  REQUIRE(records.run_notes.size() == 2);
  CHECK(at(records.run_notes, 0).subject == "Run notes: make a");
  CHECK(at(records.run_notes, 0).verdict == "fail");
  CHECK(at(records.run_notes, 0).reports.size() == 1);
  CHECK(at(records.run_notes, 1).verdict == "pass");
  CHECK(read("- result: FAIL\n- owner: PM\n").run_notes.empty());
}
