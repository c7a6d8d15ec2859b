// A project's own words: they are read as their class is, and doubted as its built-in words are.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

const Vocabulary kWords = {{{"parked", StatusClass::open, 0, 0},
                            {"ready", StatusClass::done, 0, 0},
                            {"shipped", StatusClass::done, 0, 0},
                            {"🟢", StatusClass::done, 0, 0}},
                           {{record::TableKind::gap, "owner", "caretaker", 0, 0},
                            {record::TableKind::sign_off, "signature", "initialled", 0, 0}},
                           {}};

StatusClass class_of(std::string_view status, const Vocabulary& words = kWords) {
  const std::string text = "| Item | Status |\n|---|---|\n| a | " + std::string(status) + " |\n";
  return at(read(text, words).status_rows, 0).status_class;
}

Vocabulary done_is(std::string word) {
  return {{{std::move(word), StatusClass::done, 0, 0}}, {}, {}};
}

}  // namespace

TEST_CASE("a project's own word is read as its class, with what may follow") {
  CHECK(class_of("Shipped") == StatusClass::done);
  CHECK(class_of("**shipped** 2026-01-02") == StatusClass::done);
  CHECK(class_of("✅ Shipped in v1.2") == StatusClass::done);
  CHECK(class_of("🟢") == StatusClass::done);
  CHECK(class_of("parked until May") == StatusClass::open);
  CHECK(class_of("Shipped", {}) == StatusClass::unknown);
}

TEST_CASE("what takes a built-in done back takes a project's own back") {
  for (const char* status :
       {"not shipped", "Shipped, partially", "shipped?", "Shipped (prod outstanding)",
        "shipped to staging", "shipped-ish", "❌ Shipped", "Done, parked", "to be shipped"}) {
    INFO(status);
    CHECK(class_of(status) != StatusClass::done);
  }
}

TEST_CASE("a longer built-in word stands against a project's own") {
  CHECK(class_of("Ready") == StatusClass::done);
  CHECK(class_of("Ready for review") == StatusClass::open);
}

TEST_CASE("no project can make done of a word that says the contrary") {
  for (const char* word : {"blocked", "failed", "not shipped", "partially done", "todo", "open",
                           "in progress", "draft", "❌", "no", "done?"}) {
    INFO(word);
    CHECK(class_of(word, done_is(word)) != StatusClass::done);
    CHECK_FALSE(vocabulary_guide().remark_on_status(done_is(word).status[0]).kept);
  }
}

TEST_CASE(
    "a word that is read more kindly than it sounds is told, one that is read harder is not") {
  const WordRemark active =
      vocabulary_guide().remark_on_status(StatusWord{"active", StatusClass::done, 0, 0});
  CHECK(active.kept);
  CHECK_THAT(active.what, ContainsSubstring("means active by itself"));
  CHECK(class_of("Active", done_is("active")) == StatusClass::done);
  CHECK_FALSE(vocabulary_guide()
                  .remark_on_status(StatusWord{"failed", StatusClass::dropped, 0, 0})
                  .what.empty());
  CHECK(vocabulary_guide()
            .remark_on_status(StatusWord{"merged", StatusClass::active, 0, 0})
            .what.empty());
  CHECK(vocabulary_guide()
            .remark_on_status(StatusWord{"shipped", StatusClass::done, 0, 0})
            .what.empty());
  CHECK_FALSE(vocabulary_guide()
                  .remark_on_header(HeaderWord{record::TableKind::gap, "notes", "severity", 0, 0})
                  .what.empty());
  CHECK(vocabulary_guide()
            .remark_on_header(HeaderWord{record::TableKind::gap, "owner", "dri", 0, 0})
            .what.empty());
}

TEST_CASE("a header of a project counts in tables of its kind only") {
  const std::string gaps = "| Gap | Caretaker | ETA |\n|---|---|---|\n| Fix CI | Anna | — |\n";
  CHECK(at(read(gaps, kWords).gaps, 0).owner.text == "Anna");
  CHECK(at(read(gaps).gaps, 0).owner.text.empty());
  const std::string risks = "| Risk | Mitigation | Caretaker |\n|---|---|---|\n| R | M | Anna |\n";
  CHECK(at(read(risks, kWords).risks, 0).owner.text.empty());
}

TEST_CASE("a header of a project makes a table what it is") {
  const std::string text = "| Role | Initialled |\n|---|---|\n| CTO | Anna |\n";
  CHECK(read(text).sign_offs.empty());
  CHECK(at(read(text, kWords).sign_offs, 0).signed_off);
}

TEST_CASE("every kind and column that muster.yaml may name is one that muster knows") {
  for (const VocabularyGuide::Table& table : vocabulary_guide().tables) {
    INFO(table.name);
    CHECK_FALSE(table.columns.empty());
    CHECK(table.kind != record::TableKind::other);
  }
}
