// Metadata in the styles that people use, and prose that is none.
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const record::Field& only(const Records& records) {
  REQUIRE(records.fields.size() == 1);
  return records.fields.front();
}

std::string value_of(const Records& records, std::string_view name) {
  const record::Field* field = records.field(name);
  return field == nullptr ? "(none)" : field->value.text;
}

}  // namespace

TEST_CASE("a bullet with a bold key is metadata, with its place") {
  const Records records = read("# T\n\n- **Status**: On Hold\n");
  const record::Field& field = only(records);
  CHECK(field.name == "status");
  CHECK(field.key == "Status");
  CHECK(field.value.text == "On Hold");
  CHECK(field.value.line == 3);
  CHECK(field.value.column == 15);
  CHECK(field.style == record::FieldStyle::bullet);
  CHECK(field.section == Id<record::Section>(0));
}

TEST_CASE("the colon may stand inside the bold or outside") {
  const Records records = read("# T\n\n**Status:** Done\n**Owner**: QA\n");
  CHECK(value_of(records, "status") == "Done");
  CHECK(value_of(records, "owner") == "QA");
}

TEST_CASE("bold lines of one paragraph are fields of their own") {
  const Records records = read("# T\n**Owner**: DBA\n**Time**: 30 minutes\n**Needs**: AB-1\n");
  REQUIRE(records.fields.size() == 3);
  CHECK(records.fields[0].value.line == 2);
  CHECK(records.fields[1].value.text == "30 minutes");
  CHECK(records.fields[2].name == "needs");
}

TEST_CASE("several keys may stand on one line with bars between") {
  const Records records = read("# T\n\n**Status**: Draft | **Owner**: QA | **Date**: 2026-01-08\n");
  CHECK(value_of(records, "status") == "Draft");
  CHECK(value_of(records, "owner") == "QA");
  CHECK(value_of(records, "date") == "2026-01-08");
}

TEST_CASE("a plain line is metadata where its key is known, without its full stop") {
  const Records records = read("# T\n\nStatus: planning baseline.\nLast updated: 2026-02-15.\n");
  CHECK(value_of(records, "status") == "planning baseline");
  CHECK(value_of(records, "last_updated") == "2026-02-15");
}

TEST_CASE("prose with a colon is no metadata") {
  CHECK(read("# T\n\nRemember this: nothing is done.\n").fields.empty());
  CHECK(read("# T\n\nThe status: we do not know it, and this line goes on.\nMore prose.\n")
            .fields.empty());
  CHECK(read("# T\n\nSee https://example.org/status: it says more.\n").fields.empty());
}

TEST_CASE("metadata may stand in a block quote") {
  CHECK(value_of(read("# T\n\n> **Status**: Accepted\n> **Owner**: PM\n"), "status") == "Accepted");
}

TEST_CASE("a heading that is a key has its value in the line below or beside it") {
  CHECK(value_of(read("# T\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n"), "status") ==
        "Accepted");
  CHECK(value_of(read("# T\n\n## Status: Superseded\n"), "status") == "Superseded");
}

TEST_CASE("a table of two columns is metadata where its first column holds keys") {
  const Records records =
      read("# T\n\n| Field | Value |\n|---|---|\n| Status | Done |\n| Owner | QA |\n");
  CHECK(value_of(records, "status") == "Done");
  CHECK(records.field("owner")->style == record::FieldStyle::table);
}

TEST_CASE("front matter is the most trusted, and the body's statement is kept beside it") {
  const Records records =
      read("---\nstatus: done\nassignee: [a, b]\nkind: report\n---\n# T\n\n**Status**: Draft\n");
  CHECK(value_of(records, "status") == "done");
  CHECK(value_of(records, "owner") == "a, b");
  CHECK(records.declared_kind == DocumentKind::report);
  REQUIRE(records.fields.size() == 4);
  CHECK(records.fields[0].style == record::FieldStyle::front_matter);
  CHECK(records.fields[3].value.text == "Draft");
}

TEST_CASE("a footer speaks of the document, not of the last section") {
  const Records records = read(
      "# T\n\n## Last\n\nText.\n\n---\n\n**Document Version**: 1.0\n\nLast Updated: 2026-02-13\n");
  CHECK(records.field("document_version")->style == record::FieldStyle::footer);
  CHECK(value_of(records, "last_updated") == "2026-02-13");
}

TEST_CASE("a key left empty is an empty field, a key before a list is a label") {
  const Records records =
      read("# T\n\n## S\n\n- Release:\n- Operator:\n\n**Owner**:\n\n- a\n- b\n");
  REQUIRE(records.fields.size() == 2);
  CHECK(records.fields[0].value.fill == Fill::empty);
  CHECK(records.fields[1].key == "Operator");
}

TEST_CASE("a progress box drawn in a fence gives what it declares") {
  const Records records = read(
      "# T\n\n## P\n\n```\n┌────┐\n│ Estimated Time: 5.5 hours │\n│ [ ] x ____ │\n└────┘\n```\n");
  const record::Field& field = only(records);
  CHECK(field.name == "estimate");
  CHECK(field.value.text == "5.5 hours");
  CHECK(records.counts.blanks == 0);
  CHECK(records.items.empty());
}

TEST_CASE("the kind of a document follows its tasks, its id, its boxes and its title") {
  CHECK(read("# AB-1: T\n").kind_hint == DocumentKind::issue);
  CHECK(read("# T\n\n- [ ] x\n").kind_hint == DocumentKind::checklist);
  CHECK(read("# T\n\n|Item|Staging|Production|\n|-|-|-|\n|a|b|c|\n").kind_hint ==
        DocumentKind::checklist);
  CHECK(read("# Readiness Report\n").kind_hint == DocumentKind::report);
  CHECK(read("# UTF-8 in practice\n").kind_hint == DocumentKind::page);
  const std::string tasks = "## AB-2: A\n**Owner**: X\n\n## AB-3: B\n**Owner**: Y\n";
  CHECK(read("# AB-1: T\n\n" + tasks).kind_hint == DocumentKind::tracker);
  CHECK(read("---\nkind: page\n---\n# T\n\n" + tasks).kind_hint == DocumentKind::page);
}

TEST_CASE("an unknown kind in front matter is a note and not a kind") {
  const Records records = read("---\nkind: chekclist\n---\n# T\n");
  CHECK_FALSE(records.declared_kind);
  REQUIRE(records.notes.size() == 1);
  CHECK(records.notes[0].rule == "front-matter-invalid");
  CHECK(records.notes[0].line == 2);
}

TEST_CASE("who must sign by front matter and has no row has not signed") {
  const Records records = read(
      "---\nsign-off: {required: [PM, CTO]}\n---\n# C\n\n## Sign-off\n\n"
      "| Role | Name | Signature | Date |\n|---|---|---|---|\n| PM | Ann | Ann | 2026-01-02 |\n");
  REQUIRE(records.sign_offs.size() == 2);
  CHECK(at(records.sign_offs, 0).signed_off);
  CHECK(at(records.sign_offs, 1).role == "CTO");
  CHECK_FALSE(at(records.sign_offs, 1).signed_off);
  CHECK(at(records.sign_offs, 1).line == 2);
}

TEST_CASE("a known key may be parted from its value by a dash, an equals sign or a wide colon") {
  for (const char* line : {"**Owner** — PM", "- **Owner** - PM", "**Owner** – PM", "Owner = PM",
                           "**Owner** = PM", "**Owner**：PM", "Owner：PM", "**Owner：** PM"}) {
    INFO(line);
    const Records records = read("# T\n\n" + std::string(line) + "\n");
    REQUIRE(records.field("owner") != nullptr);
    CHECK(records.field("owner")->value.text == "PM");
  }
}

TEST_CASE("words behind a dash are no value where the key is not known") {
  for (const char* line : {"- **Login** - guests can log in", "Owner - PM", "**Owner**-PM",
                           "x = owner", "retries=3"}) {
    INFO(line);
    CHECK(read("# T\n\n" + std::string(line) + "\n").fields.empty());
  }
}

TEST_CASE("what is struck through is no part of a value") {
  const Records records = read(
      "# T\n\n**Status**: ~~Blocked~~ Done\n**Owner**: ~~Ana~~ Bob\n**Due**: ~~2026-01-01~~ "
      "2026-12-10\n\n"
      "| Task | Status |\n|---|---|\n| a | ~~Blocked~~ Done |\n| b | ~~Done~~ Blocked |\n");
  CHECK(records.field("status")->value.text == "Done");
  CHECK(records.status_class == StatusClass::done);
  CHECK(records.field("owner")->value.text == "Bob");
  REQUIRE(records.status_rows.size() == 2);
  CHECK(at(records.status_rows, 0).status_class == StatusClass::done);
  CHECK(at(records.status_rows, 1).status_class == StatusClass::blocked);
}

TEST_CASE("statements in front of a paragraph are read, whatever follows them") {
  const Records records = read("# T\n\n> Status: Blocked\n> Owner: @sre\n> Waiting for vendor.\n");
  CHECK(records.field("status")->value.text == "Blocked");
  CHECK(records.field("owner")->value.text == "@sre");
  CHECK(read("# T\n\nStatus: the copy runs and\ngoes on until Monday.\n").fields.empty());
}

TEST_CASE("keys on one line may be parted by bars, points and bullets") {
  for (const char* bar : {" | ", " • ", " · "}) {
    INFO(bar);
    const Records records = read("# T\n\n**Release Date:** March 10, 2026" + std::string(bar) +
                                 "**Owner:** SRE · **Severity:** P1\n");
    REQUIRE(records.fields.size() == 3);
    CHECK(records.field("owner")->value.text == "SRE");
    CHECK(records.field("severity")->value.text == "P1");
  }
  CHECK(read("# T\n\n**Owner:** R · D\n").field("owner")->value.text == "R · D");
}

TEST_CASE("a heading that is a key has its value behind a dash, or in its only bullet") {
  CHECK(read("# T\n\n## Status — In Progress\n").field("status")->value.text == "In Progress");
  CHECK(read("# T\n\n## Current Status\n\n- Done\n").field("status")->value.text == "Done");
  CHECK(read("# T\n\n## Status\n\n- Done\n- Open\n").field("status") == nullptr);
  CHECK(read("# T\n\n## Cutover — Friday\n").fields.empty());
}
