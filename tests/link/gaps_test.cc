#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::find_row;
using test::ModelBuilder;

std::string table(std::string_view rows) {
  return cat({"# Gaps\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n", rows});
}

TEST_CASE("a gap finds its repository and the issue there") {
  const Model model =
      ModelBuilder()
          .sibling("app-BE")
          .document("g.md", table("| Repair CI | app-BE | BE-CICD-1 | B | 2025-10-24 |\n"))
          .document("issues/BE-CICD-1.md", "# BE-CICD-1: namesake\n")
          .document("app-BE:issues/x.md", "# BE-CICD-1: Pipeline\n")
          .link();
  REQUIRE(model.gaps.size() == 1);
  const Gap& gap = model.gaps[GapId(0)];
  CHECK(gap.repo == RepoId(1));
  CHECK(gap.issue_key == "BE-CICD-1");
  REQUIRE(gap.issue);
  CHECK(model.documents[gap.issue].repo == RepoId(1));
  CHECK(gap.eta == make_date(2025, 10, 24));
  CHECK(gap.anchor == "BE-CICD-1");
  CHECK(gap.owner.text == "B");
}

TEST_CASE("an issue that nobody declares stays a name") {
  const Model model =
      ModelBuilder()
          .document("g.md", table("| Auth | cross-repo | SEC-AUTH-1 | A | soon |\n"))
          .link();
  const Gap& gap = model.gaps[GapId(0)];
  CHECK(gap.issue_key == "SEC-AUTH-1");
  CHECK_FALSE(gap.issue);
  CHECK_FALSE(gap.repo);
  CHECK_FALSE(gap.eta);
}

TEST_CASE("a gap marked closed is claimed closed while its issue is open") {
  const std::string rows =
      "| ✅ Repair CI | app | BE-1 | B | — |\n| ✅ Fix DNS | app | BE-2 | B | — |\n"
      "| Load test | app | BE-3 | B | — |\n| ✅ Unknown | app | BE-4 | B | — |\n";
  const Model model = ModelBuilder()
                          .document("g.md", table(rows))
                          .document("issues/1.md", "# BE-1: CI\n\n- **Status**: In Progress\n")
                          .document("issues/2.md", "# BE-2: DNS\n\n- **Status**: Done\n")
                          .link();
  CHECK(find_row(model.gaps, "Repair CI")->state == GapState::claimed_closed);
  CHECK(find_row(model.gaps, "Fix DNS")->state == GapState::closed);
  CHECK(find_row(model.gaps, "Load test")->state == GapState::open);
  CHECK(find_row(model.gaps, "Unknown")->state == GapState::closed);
}

TEST_CASE("a gap without an issue is called by its number") {
  const Model model =
      ModelBuilder().document("g.md", table("| A | x | — | B | — |\n| C | x | | B | — |\n")).link();
  REQUIRE(model.gaps.size() == 2);
  CHECK(model.gaps[GapId(1)].anchor == "gap-2");
  CHECK(model.gaps[GapId(1)].issue_key.empty());
}

}  // namespace
}  // namespace muster
