#include "compare/identity.h"

#include "compare/history.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::ModelBuilder;

Model model_of(std::string_view markdown) {
  ModelBuilder builder;
  return builder.document("doc.md", markdown).link();
}

// For each item of the newer text, the text of the older item that it was, or "new".
std::vector<std::string> were(std::string_view older_text, std::string_view newer_text) {
  const Model older = model_of(older_text);
  const Model newer = model_of(newer_text);
  std::vector<std::string> texts;
  for (const ItemId id : match_items(older, newer, match_documents(older, newer)))
    texts.push_back(id ? older.items[id].text : "new");
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("items keep their identity when they are put in another order") {
  CHECK(were("# C\n\n- [ ] a\n- [ ] b\n- [ ] c\n", "# C\n\n- [ ] c\n- [ ] a\n- [ ] b\n") ==
        Texts{"c", "a", "b"});
}

TEST_CASE("a reworded item is the nearest in its section") {
  CHECK(were("# C\n\n- [ ] Run the backfill in staging\n- [ ] Freeze schema changes\n",
             "# C\n\n- [ ] Freeze schema changes\n- [ ] Run the full backfill in staging\n") ==
        Texts{"Freeze schema changes", "Run the backfill in staging"});
}

TEST_CASE("an item that has little in common with any is new") {
  CHECK(were("# C\n\n- [ ] Run the backfill in staging\n",
             "# C\n\n- [ ] Train the support team on call\n") == Texts{"new"});
}

TEST_CASE("nearness counts within a section only") {
  CHECK(
      were("# C\n\n## A\n\n- [ ] Run the backfill in staging\n\n## B\n\n- [ ] x\n",
           "# C\n\n## A\n\n- [ ] y\n\n## B\n\n- [ ] x\n- [ ] Run the backfill in staging now\n") ==
      Texts{"new", "x", "new"});
}

TEST_CASE("an item moved to another section stays the same when its text is unique") {
  CHECK(were("# C\n\n## A\n\n- [ ] Run it\n\n## B\n\n- [ ] x\n",
             "# C\n\n## A\n\n## B\n\n- [ ] x\n- [ ] Run it\n") == Texts{"x", "Run it"});
}

TEST_CASE("two equal texts stay two, each in its section") {
  const Model older = model_of("# C\n\n## A\n\n- [ ] Logs\n\n## B\n\n- [ ] Logs\n");
  const Model newer = model_of("# C\n\n## B\n\n- [ ] Logs\n\n## A\n\n- [ ] Logs\n");
  const auto matched = match_items(older, newer, match_documents(older, newer));
  REQUIRE(matched.size() == 2);
  CHECK(matched[0] == ItemId(1));
  CHECK(matched[1] == ItemId(0));
}

TEST_CASE("two equal texts in one section are matched one to one, in their order") {
  const Model older = model_of("# C\n\n- [x] Logs\n- [ ] Logs\n");
  const Model newer = model_of("# C\n\n- [x] Logs\n- [x] Logs\n- [ ] Logs\n");
  const auto matched = match_items(older, newer, match_documents(older, newer));
  REQUIRE(matched.size() == 3);
  CHECK(matched[0] == ItemId(0));
  CHECK_FALSE(matched[1]);
  CHECK(matched[2] == ItemId(1));
}

TEST_CASE("a written id outweighs the text") {
  CHECK(were("# C\n\n- [ ] QA-1: Run the backfill\n- [ ] QA-2: Freeze\n",
             "# C\n\n- [ ] QA-2: Run the backfill\n- [ ] QA-1: Something else\n")[1]
            .find("backfill") != std::string::npos);
}

TEST_CASE("a renamed file keeps its items") {
  for (const std::string title : {"# MIG-4: Migration\n", "# Migration checklist\n"}) {
    ModelBuilder before;
    ModelBuilder after;
    const Model older = before.document("old.md", title + "\n- [ ] a\n").link();
    const Model newer = after.document("docs/new.md", title + "\n- [x] a\n").link();
    const auto documents = match_documents(older, newer);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0] == DocumentId(0));
    CHECK(match_items(older, newer, documents)[0] == ItemId(0));
  }
}

TEST_CASE("gaps are matched by their issue, else by their text") {
  const std::string head = "# G\n\n| Gap | Issue | Owner |\n|---|---|---|\n";
  const Model older = model_of(head + "| Repair CI | BE-1 | A |\n| Load test | — | A |\n");
  const Model newer = model_of(
      head + "| Load test | — | B |\n| Repair the pipeline | BE-1 | A |\n| New | BE-9 | A |\n");
  const auto matched = match_gaps(older, newer, match_documents(older, newer));
  REQUIRE(matched.size() == 3);
  CHECK(matched[0] == GapId(1));
  CHECK(matched[1] == GapId(0));
  CHECK_FALSE(matched[2]);
}

TEST_CASE("likeness is one for the same words and none for others") {
  CHECK(likeness("Run the backfill.", "run the  backfill") == Approx(1.0));
  CHECK(likeness("one two", "three four") == Approx(0.0));
  CHECK(likeness("", "") == Approx(0.0));
}

}  // namespace
}  // namespace muster
