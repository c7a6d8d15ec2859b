// Front matter binds what prose cannot; what has the wrong shape is told at its place.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using muster::test::read;

namespace {

Records front(const std::string& yaml) { return read("---\n" + yaml + "---\n# T\n"); }

// "line:column message | help" of the notes, less what is said of every binding.
std::vector<std::string> told(const Records& records) {
  std::vector<std::string> lines;
  for (const Note& note : records.notes) {
    CHECK(note.rule == "front-matter-invalid");
    if (note.message.find("in front matter is read") != std::string::npos) continue;
    lines.push_back(std::to_string(note.line) + ":" + std::to_string(note.column) + " " +
                    note.message + " | " + note.help);
  }
  return lines;
}

std::string only(const Records& records) {
  const std::vector<std::string> lines = told(records);
  REQUIRE(lines.size() == 1);
  return lines.front();
}

}  // namespace

TEST_CASE("parity is read: two files, and what is compared by pointer") {
  const Records records = front(
      "parity:\n"
      "  staging: env/staging.json\n"
      "  production: env/production.json\n"
      "  rows:\n"
      "    - {item: \"Same Postgres\", pointer: /postgres/version, compare: major}\n"
      "    - {item: \"`DATABASE_URL`\", pointer: /DATABASE_URL, compare: differs, secret: true}\n"
      "    - {item: Same region, pointer: /region}\n");
  CHECK(told(records).empty());
  REQUIRE(records.parity_binding);
  const record::ParityBinding& parity = *records.parity_binding;
  CHECK(parity.staging.text == "env/staging.json");
  CHECK(parity.production.line == 4);
  REQUIRE(parity.rows.size() == 3);
  CHECK(parity.rows[0].pointer == "/postgres/version");
  CHECK(parity.rows[0].compare == record::ParityCompare::major);
  CHECK(parity.rows[1].item.text == "`DATABASE_URL`");
  CHECK(parity.rows[1].item.line == 7);
  CHECK(parity.rows[1].compare == record::ParityCompare::differs);
  CHECK(parity.rows[1].secret);
  CHECK(parity.rows[2].compare == record::ParityCompare::same);
  CHECK_FALSE(parity.rows[2].secret);
}

TEST_CASE("evidence is read: an item or a section, its report and what is expected of it") {
  const Records records = front(
      "evidence:\n"
      "  - item: \"All indexes used\"\n"
      "    section: Performance\n"
      "    report: evidence/bench.json\n"
      "    expect: [\"/index_usage_percent == 100\", \"/regression_percent<10\"]\n"
      "  - {report: evidence/all.json, expect: '/verdict != \"fail\"'}\n");
  CHECK(told(records).empty());
  REQUIRE(records.evidence_bindings.size() == 2);
  const record::EvidenceBinding& first = records.evidence_bindings[0];
  CHECK(first.item.text == "All indexes used");
  CHECK(first.section.text == "Performance");
  CHECK(first.report.text == "evidence/bench.json");
  CHECK(first.report.line == 5);
  CHECK(first.report.column == 13);
  REQUIRE(first.expect.size() == 2);
  CHECK(first.expect[0].pointer == "/index_usage_percent");
  CHECK(first.expect[0].is == record::ExpectedIs::equal);
  CHECK(first.expect[0].literal.text == "100");
  CHECK(first.expect[1].pointer == "/regression_percent");
  CHECK(first.expect[1].is == record::ExpectedIs::less);
  REQUIRE(records.evidence_bindings[1].expect.size() == 1);
  CHECK(records.evidence_bindings[1].expect[0].literal.text == "fail");
}

TEST_CASE("metrics, sign-off and waivers are read, with their places") {
  const Records records = front(
      "metrics: {\"RLS Tests\": \"evidence/ce23.json#/passed\"}\n"
      "sign-off: {required: [Worker A, PM], covers: [content/parity.md, evidence/env/]}\n"
      "waivers: [{rule: gap-overdue, subject: BE-7, reason: outage, by: PM, until: 2026-12-01}]\n");
  CHECK(told(records).size() == 1);  // what `covers` does not do yet
  REQUIRE(records.metric_bindings.size() == 1);
  CHECK(records.metric_bindings[0].name.text == "RLS Tests");
  CHECK(records.metric_bindings[0].report.text == "evidence/ce23.json");
  CHECK(records.metric_bindings[0].pointer == "/passed");
  REQUIRE(records.required_signers.size() == 2);
  CHECK(records.required_signers[1].role == "PM");
  REQUIRE(records.sign_off_covers.size() == 2);
  CHECK(records.sign_off_covers[1].text == "evidence/env/");
  CHECK(records.sign_off_covers[1].line == 3);
  REQUIRE(records.waivers.size() == 1);
  CHECK(records.waivers[0].rule.text == "gap-overdue");
  CHECK(records.waivers[0].subject.text == "BE-7");
  CHECK(records.waivers[0].by.text == "PM");
  CHECK(records.waivers[0].until.text == "2026-12-01");
  CHECK(records.waivers[0].until.line == 4);
}

TEST_CASE("what is bound and not judged yet is said, so that nobody relies on it") {
  const Records records = front("metrics: {Tests: \"a.json#/passed\"}\nwaivers: []\n");
  REQUIRE(records.notes.size() == 1);
  CHECK(records.notes[0].message ==
        "`waivers` in front matter is read, and not judged by this version of muster");
  CHECK(records.notes[0].line == 3);
  CHECK(records.notes[0].help == "nothing is waived by it yet");
}

TEST_CASE("what a signature covers is read, and said not to be judged") {
  CHECK(only(front("sign-off: {covers: [evidence/]}\n")).starts_with("2:1 `sign-off.covers` is"));
}

TEST_CASE("a misspelt key is told at every level") {
  CHECK(only(front("statsu: done\nlayout: page\n")) ==
        "2:1 the key `statsu` is not known | did you mean `status`?");
  CHECK(only(front("sign-off: {requried: [PM]}\n")) ==
        "2:12 the key `sign-off.requried` is not known | did you mean `required`?");
  CHECK(only(front("evidence:\n  - {itme: a, report: b.json}\n")) ==
        "3:6 the key `evidence[].itme` is not known | did you mean `item`?");
  CHECK(only(front("parity:\n  staging: a.json\n  production: b.json\n  rows:\n"
                   "    - {item: a, pointer: /a, comapre: same}\n")) ==
        "6:30 the key `parity.rows[].comapre` is not known | did you mean `compare`?");
  CHECK(only(front("waivers: [{rule: a, reason: b, by: c, until: 2026-12-01, colour: red}]\n")) ==
        "2:58 the key `waivers[].colour` is not known | "
        "known here: rule, subject, reason, by, until");
}

TEST_CASE("a value of the wrong type is told, and nothing is made of it") {
  CHECK(only(front("sign-off: PM\n")) ==
        "2:11 `sign-off` must have keys with values, and is a text | "
        "write `sign-off: {required: [PM, CTO]}`");
  CHECK(only(front("sign-off: {required: PM}\n")) ==
        "2:22 `sign-off.required` must be a list, and is a text | write `required: [PM, CTO]`");
  CHECK(only(front("sign-off: {required: [{role: PM}]}\n")) ==
        "2:23 `sign-off.required[]` must be a text, and has keys with values | "
        "put the text in quotes");
  CHECK(front("sign-off: {required: [{role: PM}]}\n").required_signers.empty());
  CHECK(only(front("evidence:\n  a: b.json\n")).starts_with("3:3 `evidence` must be a list"));
  CHECK(only(front("metrics: 12\n")).starts_with("2:10 `metrics` must have keys with values"));
  CHECK(only(front("owner: {name: PM}\n"))
            .starts_with("2:8 `owner` must be a text or a list of texts"));
}

TEST_CASE("evidence without a report binds nothing") {
  const Records records = front("evidence:\n  - {item: Backups restore}\n");
  CHECK(only(records).starts_with("3:5 `evidence[].report` is missing | write `{item: "));
  CHECK(records.evidence_bindings.empty());
}

TEST_CASE("a comparison that is not known is told, with the word that was meant") {
  const std::string rows = "parity:\n  staging: a.json\n  production: b.json\n  rows:\n    - ";
  CHECK(only(front(rows + "{item: a, pointer: /a, compare: mayor}\n")) ==
        "6:39 `parity.rows[].compare` cannot be `mayor` | did you mean `major`?");
  CHECK(only(front(rows + "{item: a, pointer: a.b}\n"))
            .starts_with("6:26 `parity.rows[].pointer` is no JSON pointer: `a.b` | "));
  const Records secret = front(rows + "{item: a, pointer: /a, secret: yes}\n");
  CHECK(only(secret) == "6:38 `parity.rows[].secret` cannot be `yes` | write one of true, false");
  CHECK(secret.parity_binding->rows[0].secret);  // in doubt, nothing is shown
}

TEST_CASE("an expectation that cannot be read is told, kept, and never met") {
  const auto expect = [](const std::string& text) {
    return front("evidence:\n  - report: a.json\n    expect: ['" + text + "']\n");
  };
  const Records records = expect("/failed = 0");
  CHECK(only(records) ==
        "4:14 the expectation `/failed = 0` cannot be read: it has none of the operators "
        "==, !=, <, <=, >, >=, major, minor, matches, set-equal and present | write a pointer, an "
        "operator and a value: "
        "`/summary/failed == 0`");
  REQUIRE(records.evidence_bindings.size() == 1);
  REQUIRE(records.evidence_bindings[0].expect.size() == 1);
  CHECK(records.evidence_bindings[0].expect[0].is == record::ExpectedIs::unreadable);
  CHECK(only(expect("failed == 0")).find("begins with no JSON pointer") != std::string::npos);
  CHECK(only(expect("/a~2 == 0")).find("begins with no JSON pointer") != std::string::npos);
  CHECK(only(expect("/status == pass")).find("`pass` is no JSON value") != std::string::npos);
  CHECK(only(expect("/a ==")).find("no value follows") != std::string::npos);
  CHECK(only(expect("/a == [1]")).find("is no JSON value") != std::string::npos);
  CHECK(only(expect("/a < \"b\"")).find("compares with a number") != std::string::npos);
}

TEST_CASE("a metric that names no value of a report is told") {
  CHECK(only(front("metrics: {Tests: evidence/a.json}\n")) ==
        "2:18 `metrics.Tests` names no value of a report | "
        "write the report and a JSON pointer: `evidence/rls.json#/passed`");
  CHECK(front("metrics: {Tests: evidence/a.json}\n").metric_bindings.empty());
}

TEST_CASE("a waiver lacks nothing unsaid: who, why, until when") {
  const Records records = front("waivers: [{rule: gap-overdue, until: soon}]\n");
  CHECK(told(records) ==
        std::vector<std::string>{
            "2:11 `waivers[].reason` is missing | write `{rule: gap-overdue, subject: BE-7, "
            "reason: \"vendor outage\", by: PM, until: 2026-12-01}`",
            "2:11 `waivers[].by` is missing | write `{rule: gap-overdue, subject: BE-7, "
            "reason: \"vendor outage\", by: PM, until: 2026-12-01}`",
            "2:38 `waivers[].until` is no date: `soon` | write the last day on which the waiver "
            "holds: `2026-12-01`"});
  CHECK(records.waivers.size() == 1);
}

TEST_CASE("a binding left open is nothing, and evidence as one text is metadata") {
  const Records records = front("parity:\nwaivers: none\nmetrics: TBD\nevidence: report.json\n");
  CHECK(records.field("evidence")->value.text == "report.json");
  CHECK(records.evidence_bindings.empty());
  CHECK(told(records).size() == 1);  // "none" is no list
}
