// Metadata in italics and in a comment at the top of the document.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using muster::test::read;

namespace {

std::string value_of(const Records& records, std::string_view name) {
  const record::Field* field = records.field(name);
  return field == nullptr ? "(none)" : field->value.text;
}

}  // namespace

TEST_CASE("a line in italics is metadata, with its place") {
  const Records records = read("# T\n\n*Last updated: 2025-01-02*\n\n_Status: Draft_\n");
  CHECK(value_of(records, "last_updated") == "2025-01-02");
  CHECK(value_of(records, "status") == "Draft");
  CHECK(records.field("last_updated")->value.line == 3);
  CHECK(records.field("last_updated")->value.column == 16);
}

TEST_CASE("italics may hold several statements, or the key alone") {
  const Records records = read("# T\n\n*Status: Draft | Owner: PM*\n\n*Due:* 2025-01-02\n");
  CHECK(value_of(records, "status") == "Draft");
  CHECK(value_of(records, "owner") == "PM");
  CHECK(value_of(records, "due") == "2025-01-02");
}

TEST_CASE("a line in italics among prose is metadata, a sentence in italics is none") {
  CHECK(value_of(read("# T\n\nSome text.\n*Owner: PM*\n"), "owner") == "PM");
  CHECK(read("# T\n\n*Note: this is a draft*\n").fields.empty());
  CHECK(read("# T\n\n*Decision: GO*\n").fields.empty());
  CHECK(read("# T\n\n*Status: see the table below, which says how far each of these is*\n")
            .fields.empty());
  CHECK(read("# T\n\n*Status: Draft* and *Owner: PM*\n").fields.empty());
}

TEST_CASE("a footer in italics speaks of the document") {
  const Records records = read("# T\n\n## Last\n\nText.\n\n---\n\n*Last updated: 2025-01-02*\n");
  CHECK(value_of(records, "last_updated") == "2025-01-02");
  CHECK(records.field("last_updated")->style == record::FieldStyle::footer);
}

TEST_CASE("a comment at the top of the document is metadata") {
  for (const char* text : {"<!-- owner: PM, status: draft -->\n\n# T\n",
                           "# T\n\n<!-- owner: PM | status: draft -->\n\nText\n",
                           "<!--\nowner: PM\nstatus: draft\n-->\n# T\n"}) {
    INFO(text);
    const Records records = read(text);
    CHECK(value_of(records, "owner") == "PM");
    CHECK(value_of(records, "status") == "draft");
    CHECK(records.field("owner")->style == record::FieldStyle::comment);
  }
}

TEST_CASE("what stands in a comment has its place, and a comma may belong to a value") {
  const Records records = read("<!-- owner: PM, QA, status: draft -->\n# T\n");
  CHECK(value_of(records, "owner") == "PM, QA");
  CHECK(records.field("owner")->value.column == 13);
  CHECK(records.field("status")->value.column == 29);
}

TEST_CASE("what can be seen is trusted more than a comment, and both are kept") {
  const Records records = read("<!-- status: done -->\n# T\n\nStatus: Draft\n");
  CHECK(value_of(records, "status") == "Draft");
  CHECK(records.fields.size() == 2);
}

TEST_CASE("a comment that explains, directs or stands further down is no metadata") {
  for (const char* text :
       {"<!-- markdownlint-disable MD013 -->\n# T\n", "<!-- status: draft|final -->\n# T\n",
        "<!-- Note: remove this, status: draft -->\n# T\n", "<!-- decision: GO -->\n# T\n",
        "<!-- owner: the one who answers for this document on the day -->\n# T\n",
        "# T\n\nText.\n\n<!-- status: done -->\n", "# T\n\n## S\n\n<!-- status: done -->\n"}) {
    INFO(text);
    CHECK(read(text).fields.empty());
  }
}

TEST_CASE("front matter and body that say different things are two statements with places") {
  const Records records = read(
      "---\nstatus: done\nowner: PM\n---\n# T\n\n**Status**: Draft\n\n*Owner: QA*\n\n"
      "---\n\nLast Updated: 2025-01-02\n");
  std::vector<std::string> said;
  for (const record::Field& field : records.fields)
    if (field.name == "status" || field.name == "owner")
      said.push_back(field.value.text + ":" + std::to_string(field.value.line));
  CHECK(said == std::vector<std::string>{"done:2", "PM:3", "Draft:7", "QA:9"});
  CHECK(value_of(records, "status") == "done");
}
