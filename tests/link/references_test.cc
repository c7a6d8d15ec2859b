#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::ModelBuilder;

TEST_CASE("an issue knows who names it by id, by path and by link") {
  const Model model = ModelBuilder()
                          .sibling("app")
                          .document("app:issues/one.md", "# FE-RECOVERY-4: Deploy\n")
                          .document("by-id.md", "# A\n\nClears FE-RECOVERY-4 for good.\n")
                          .document("by-link.md", "# B\n\nSee [it](../app/issues/one.md).\n")
                          .document("by-path.md", "# C\n\nSee `app/issues/one.md`.\n")
                          .link();
  REQUIRE(model.references.size() == 3);
  for (const Reference& reference : model.references) {
    CHECK(model.documents[reference.target].key == "FE-RECOVERY-4");
    CHECK(reference.where.line == 3);
  }
  CHECK(model.references[0].where.path == "by-id.md");
}

TEST_CASE("a link to the web page of a file names the file") {
  const Model model =
      ModelBuilder()
          .sibling("app")
          .document("app:issues/one.md", "# FE-1: Deploy\n")
          .document("a.md", "# A\n\n[it](https://example.org/app/blob/main/issues/one.md#top)\n")
          .link();
  REQUIRE(model.references.size() == 1);
  CHECK(model.references[0].key == "FE-1");
}

TEST_CASE("an id and its link on one line are one reference, and nobody refers to itself") {
  const Model model = ModelBuilder()
                          .document("issues/FE-1.md", "# FE-1: Deploy\n\nFE-1 is this one.\n")
                          .document("a.md", "# A\n\nSee [FE-1](issues/FE-1.md).\n")
                          .link();
  CHECK(model.references.size() == 1);
}

}  // namespace
}  // namespace muster
