#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::ModelBuilder;

TEST_CASE("a file that matches the issue globs is an issue, its id in its name") {
  const Model model =
      ModelBuilder().document("issues/BE-CICD-1-repair.md", "# Repair the pipeline\n").link();
  const Document& issue = model.documents[DocumentId(0)];
  CHECK(issue.kind == DocumentKind::issue);
  CHECK(issue.key == "BE-CICD-1");
  CHECK(issue.slug == "be-cicd-1");
}

TEST_CASE("front matter names the kind before anything else") {
  const Model model =
      ModelBuilder().document("issues/a.md", "---\nkind: page\n---\n# BE-1 — A\n").link();
  CHECK(model.documents[DocumentId(0)].kind == DocumentKind::page);
}

TEST_CASE("a page whose file name says report is a report") {
  const Model model =
      ModelBuilder().document("docs/staging-parity-report.md", "# Where we stand\n").link();
  CHECK(model.documents[DocumentId(0)].kind == DocumentKind::report);
}

TEST_CASE("a document without a title is called by its file name") {
  const Model model = ModelBuilder().document("docs/notes.md", "Just words.\n").link();
  CHECK(model.documents[DocumentId(0)].title == "notes.md");
  CHECK(model.documents[DocumentId(0)].slug == "notes");
}

TEST_CASE("documents of one name get different addresses") {
  const Model model =
      ModelBuilder().document("a/README.md", "# A\n").document("b/README.md", "# B\n").link();
  CHECK(model.documents[DocumentId(0)].slug == "readme");
  const std::string& second = model.documents[DocumentId(1)].slug;
  CHECK(second.starts_with("readme-"));
  CHECK(second.size() == 13);
}

TEST_CASE("a long id gives an address that a file can have") {
  const Model model =
      ModelBuilder()
          .document("a.md", cat({"---\nid: X-", std::string(300, '1'), "\n---\n# A\n"}))
          .link();
  CHECK(model.documents[DocumentId(0)].slug.size() == 80);
  CHECK(model.documents[DocumentId(0)].slug.starts_with("x-111"));
}

TEST_CASE("documents stand by repository, then by path") {
  const Model model = ModelBuilder()
                          .sibling("app")
                          .document("app:a.md", "# A\n")
                          .document("z.md", "# Z\n")
                          .document("b.md", "# B\n")
                          .link();
  REQUIRE(model.documents.size() == 3);
  CHECK(model.documents[DocumentId(0)].path == "b.md");
  CHECK(model.documents[DocumentId(1)].path == "z.md");
  CHECK(model.documents[DocumentId(2)].path == "a.md");
  CHECK_FALSE(model.documents[DocumentId(2)].judged());
}

TEST_CASE("a status that says on hold or paused sets the flag") {
  const Model model = ModelBuilder()
                          .document("a.md", "# A\n\n- **Status**: On Hold\n")
                          .document("b.md", "# B\n\n- **Status**: In Progress\n")
                          .document("c.md", "# C\n\n- **Status**: Paused until May\n")
                          .link();
  CHECK(model.documents[DocumentId(0)].on_hold);
  CHECK_FALSE(model.documents[DocumentId(1)].on_hold);
  CHECK(model.documents[DocumentId(2)].on_hold);
}

TEST_CASE("a document knows the commit that changed it") {
  const Model model = ModelBuilder().document("a.md", "# A\n").link();
  REQUIRE(model.documents[DocumentId(0)].changed);
  CHECK(model.documents[DocumentId(0)].changed->subject == "Add everything");
}

TEST_CASE("the first area whose globs match is the document's") {
  ModelBuilder builder;
  builder.workspace().areas = {{"Backend", {"docs/backend/**"}}, {"All", {"**"}}};
  const Model model =
      builder.document("docs/backend/a.md", "# A\n").document("docs/b.md", "# B\n").link();
  CHECK(model.documents[DocumentId(0)].area == "All");
  CHECK(model.documents[DocumentId(1)].area == "Backend");
}

}  // namespace
}  // namespace muster
