#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::find_row;
using test::ModelBuilder;

std::string table(std::string_view rows) {
  return cat({"# Gaps\n\n| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n", rows});
}

std::optional<Date> eta_of(std::string_view cell) {
  const Model model = ModelBuilder()
                          .document("g.md", table(cat({"| CI | app | BE-1 | B | ", cell, " |\n"})))
                          .link();
  return model.gaps[GapId(0)].eta;
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

TEST_CASE("a gap is closed only when every issue that it names is") {
  const std::string rows =
      "| ✅ Both | app | BE-1, BE-2 | B | — |\n| ✅ One | app | BE-1 | B | — |\n";
  const Model model = ModelBuilder()
                          .document("g.md", table(rows))
                          .document("issues/1.md", "# BE-1: CI\n\n- **Status**: Done\n")
                          .document("issues/2.md", "# BE-2: DNS\n\n- **Status**: In Progress\n")
                          .link();
  const Gap* both = find_row(model.gaps, "Both");
  CHECK(both->state == GapState::claimed_closed);
  CHECK(both->issue_key == "BE-2");
  CHECK(model.documents[both->issue].key == "BE-2");
  CHECK(find_row(model.gaps, "One")->state == GapState::closed);
}

TEST_CASE("a gap whose issue two repositories declare is not confirmed by one of them") {
  const auto state = [](std::string_view repo) {
    const Model model =
        ModelBuilder()
            .sibling("app")
            .sibling("web")
            .document("g.md", table(cat({"| ✅ CI | ", repo, " | BE-1 | B | — |\n"})))
            .document("app:issues/1.md", "# BE-1: CI\n\n- **Status**: Done\n")
            .document("web:issues/1.md", "# BE-1: CI too\n\n- **Status**: In Progress\n")
            .link();
    return model.gaps[GapId(0)].state;
  };
  CHECK(state("") == GapState::claimed_closed);
  CHECK(state("app") == GapState::closed);
  CHECK(state("web") == GapState::claimed_closed);
}

TEST_CASE("a status that nobody understands does not confirm a closed gap") {
  const Model model = ModelBuilder()
                          .document("g.md", table("| ✅ CI | app | BE-1 | B | — |\n"))
                          .document("issues/1.md", "# BE-1: CI\n\n- **Status**: Wobbly\n")
                          .link();
  CHECK(model.gaps[GapId(0)].state == GapState::claimed_closed);
}

TEST_CASE("an issue that is put off, done elsewhere or has open boxes only is not closed") {
  const auto state = [](std::string_view issue) {
    const Model model = ModelBuilder()
                            .document("g.md", table("| ✅ CI | app | BE-1 | B | — |\n"))
                            .document("issues/1.md", cat({"# BE-1: CI\n\n", issue}))
                            .link();
    return model.gaps[GapId(0)].state;
  };
  CHECK(state("- **Status**: Deferred to v2\n") == GapState::claimed_closed);
  CHECK(state("- **Status**: Resolved on staging\n") == GapState::claimed_closed);
  CHECK(state("- [ ] runner\n- [ ] cache\n") == GapState::claimed_closed);
  CHECK(state("- [x] runner\n") == GapState::closed);
  CHECK(state("- **Status**: Won't do\n") == GapState::closed);
  CHECK(state("Nothing said.\n") == GapState::closed);
}

TEST_CASE("a gap that is due in a month or a quarter is due on its last day") {
  CHECK(eta_of("Jan 2026") == make_date(2026, 1, 31));
  CHECK(eta_of("Q4 2025") == make_date(2025, 12, 31));
  CHECK(eta_of("2026-01-15 (moved to 2026-03-01)") == make_date(2026, 3, 1));
  CHECK_FALSE(eta_of("03/04/2026"));
}

TEST_CASE("the date of a gap is read out of its cell, but not where it is struck through") {
  CHECK(eta_of("EOD 2025-10-24.") == make_date(2025, 10, 24));
  CHECK(eta_of("2025-10-24 ~~2026-01-31~~") == make_date(2025, 10, 24));
  CHECK_FALSE(eta_of("~~2025-10-24~~ soon"));
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
