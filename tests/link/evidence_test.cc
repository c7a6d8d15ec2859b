#include "support/catch.h"
#include "support/model_builder.h"

namespace muster {
namespace {

using test::ModelBuilder;

constexpr std::string_view kPass =
    R"({"status": "pass", "startedAt": "2026-02-15T10:00:00Z", "orgCount": 3})";

const Evidence* find(const Model& model, std::string_view path) {
  for (const Evidence& evidence : model.evidence)
    if (evidence.path == path) return &evidence;
  return nullptr;
}

const Citation& only_citation(const Model& model, const Evidence& evidence) {
  REQUIRE(evidence.cited_by.size() == 1);
  return model.citations[evidence.cited_by.front()];
}

TEST_CASE("a path in an item is its evidence") {
  const Model model = ModelBuilder()
                          .document("docs/c.md", "# C\n\n- [x] tested (`logs/run.json`)\n")
                          .report("logs/run.json", kPass)
                          .link();
  const Evidence* evidence = find(model, "logs/run.json");
  REQUIRE(evidence != nullptr);
  CHECK(evidence->state == EvidenceState::present);
  REQUIRE(evidence->content != nullptr);
  CHECK(evidence->commit->subject == "Add everything");
  const Citation& citation = only_citation(model, *evidence);
  CHECK(citation.binding == Binding::item);
  CHECK(citation.item == ItemId(0));
  CHECK(citation.where.line == 3);
  CHECK(model.items[ItemId(0)].citations.size() == 1);
}

TEST_CASE("a path counts from the document's folder before the top of the repository") {
  const Model model = ModelBuilder()
                          .document("docs/c.md", "# C\n\n- [x] tested (`logs/run.json`)\n")
                          .report("docs/logs/run.json", kPass)
                          .report("logs/run.json", R"({"status": "fail", "count": 1})")
                          .link();
  CHECK(only_citation(model, *find(model, "docs/logs/run.json")).binding == Binding::item);
}

TEST_CASE("a path from the top is evidence where its folder is there, though the file is not") {
  const Model model =
      ModelBuilder()
          .document("c.md",
                    "# C\n\n- [x] one (`/evidence/gone.json`)\n- [x] two (`/var/log/a.json`)\n")
          .report("evidence/other.json", kPass)
          .link();
  REQUIRE(find(model, "evidence/gone.json") != nullptr);
  CHECK(find(model, "evidence/gone.json")->state == EvidenceState::missing);
  CHECK(find(model, "var/log/a.json") == nullptr);
}

TEST_CASE("a file of the same name in another folder proves nothing") {
  const Model model =
      ModelBuilder()
          .document("docs/c.md", "# C\n\n- [x] one (`evidence/one.json`)\n- [x] two (`two.json`)\n")
          .report("archive/evidence/one.json", kPass)
          .report("old/two.json", R"({"status": "pass", "count": 2})")
          .link();
  CHECK(find(model, "evidence/one.json")->state == EvidenceState::missing);
  CHECK(find(model, "two.json")->state == EvidenceState::missing);
  CHECK(find(model, "archive/evidence/one.json")->cited_by.empty());
}

TEST_CASE("a cited file that was removed is not looked for elsewhere") {
  for (const std::string gone : {"evidence/one.json", "docs/evidence/one.json"}) {
    const Model model = ModelBuilder()
                            .document("docs/c.md", "# C\n\n- [x] one (`evidence/one.json`)\n")
                            .report("archive/evidence/one.json", kPass)
                            .removed(gone, R"({"status": "pass", "count": 2})")
                            .link();
    REQUIRE(find(model, gone) != nullptr);
    CHECK(find(model, gone)->state == EvidenceState::removed);
    CHECK(only_citation(model, *find(model, gone)).binding == Binding::item);
  }
}

TEST_CASE("a file of a sibling is found by the sibling's name") {
  const Model model = ModelBuilder()
                          .sibling("app")
                          .document("c.md", "# C\n\n- [x] tested (`app/logs/run.json`)\n")
                          .report("app:logs/run.json", kPass)
                          .link();
  const Evidence* evidence = find(model, "logs/run.json");
  REQUIRE(evidence != nullptr);
  CHECK(evidence->repo == RepoId(1));
}

TEST_CASE("a cited file that never was is missing, one that was is removed") {
  const Model model =
      ModelBuilder()
          .document("c.md", "# C\n\n- [x] a (`logs/a.json`)\n- [x] b (`logs/b.json`)\n")
          .removed("logs/b.json", kPass)
          .link();
  CHECK(find(model, "logs/a.json")->state == EvidenceState::missing);
  const Evidence* removed = find(model, "logs/b.json");
  REQUIRE(removed != nullptr);
  CHECK(removed->state == EvidenceState::removed);
  CHECK(removed->blob == test::object_id(kPass));
  CHECK(removed->removed_by->subject == "Remove reports");
  CHECK(removed->commit->subject == "Add everything");
  CHECK(removed->content != nullptr);
}

TEST_CASE("a path that is only mentioned and is not there is no evidence") {
  const Model model = ModelBuilder().document("c.md", "# C\n\nSee `logs/a.json`.\n").link();
  CHECK(model.evidence.empty());
}

TEST_CASE("what an item asks to remove is not its proof") {
  const Model model =
      ModelBuilder().document("c.md", "# C\n\n- [x] Remove `legacy/config.json`\n").link();
  CHECK(model.evidence.empty());
}

TEST_CASE("a report beside words of removal stays bound, other files do not") {
  const Model model = ModelBuilder()
                          .document("c.md",
                                    "# C\n\n- [x] Removed legacy users, report `logs/run.json`\n"
                                    "- [x] Delete `app.json`\n- [x] Remove `logs/old.json`\n")
                          .report("logs/run.json", kPass)
                          .report("logs/old.json", R"({"status": "pass", "count": 2})")
                          .file("app.json", R"({"name": "app"})")
                          .link();
  CHECK(only_citation(model, *find(model, "logs/run.json")).binding == Binding::item);
  CHECK(only_citation(model, *find(model, "logs/run.json")).claimed.empty());
  // Still there, so that it may not speak for its own removal.
  CHECK(only_citation(model, *find(model, "logs/old.json")).claimed == "pending");
  CHECK(find(model, "app.json") == nullptr);
}

Binding binding_in(std::string_view item) {
  const Model model = ModelBuilder()
                          .document("c.md", cat({"# C\n\n", item, "\n"}))
                          .report("a.json", kPass)
                          .report("old/a.json", R"({"status": "pass", "count": 2})")
                          .link();
  return only_citation(model, *find(model, "a.json")).binding;
}

TEST_CASE("a report that the text sets aside is only mentioned") {
  for (const char* item :
       {"- [x] RLS; do not use a.json", "- [x] RLS. Do not use `a.json` any more",
        "- [x] RLS (not a.json, that was the dry run)", "- [x] RLS (superseded: `a.json`)",
        "- [x] RLS, previously a.json", "- [x] RLS (example: a.json)",
        "- [x] Replace the failing run a.json with a new one",
        "- [x] RLS\n  > Reviewer: a.json does not cover RLS", "- [x] RLS [old run](a.json)",
        "- [x] RLS, not [this one](a.json)", "- [x] RLS ~~`a.json`~~ (withdrawn)",
        "- [x] RLS <del>`a.json`</del>", "- [x] RLS `old/a.json` instead of\n  `a.json`"}) {
    INFO(item);
    CHECK(binding_in(item) == Binding::mention);
  }
}

TEST_CASE("a report near such words that do not mean it stays bound") {
  for (const char* item :
       {"- [x] Tests do not touch production (a.json)", "- [x] No errors in a.json",
        "- [x] Old clients still work: a.json", "- [x] The old run is superseded by a.json",
        "- [x] Expired tokens are refused, see a.json", "- [x] RLS ~~`old/a.json`~~ `a.json`",
        "- [x] Replaced the cache (a.json)", "- [x] `<!--` is escaped (a.json)",
        "- [x] Backup does not fail (a.json)"}) {
    INFO(item);
    CHECK(binding_in(item) == Binding::item);
  }
}

TEST_CASE("a path in a comment is not there") {
  const Model model = ModelBuilder()
                          .document("c.md",
                                    "# C\n\n- [x] RLS <!-- old: logs/a.json -->\n- [x] Load <!-- "
                                    "was\n  logs/b.json\n  --> done\n")
                          .report("logs/a.json", kPass)
                          .link();
  REQUIRE(find(model, "logs/a.json") != nullptr);
  CHECK(find(model, "logs/a.json")->cited_by.empty());
  CHECK(find(model, "logs/b.json") == nullptr);
}

TEST_CASE("a link with a leading slash counts from the top, a code span only where it is there") {
  const Model model = ModelBuilder()
                          .document("docs/c.md",
                                    "# C\n\n- [x] a [r](/logs/gone.json)\n- [x] b `/srv/x.json`\n"
                                    "- [x] c `/logs/here.json`\n- [x] d [p](/pricing.html)\n")
                          .report("logs/here.json", kPass)
                          .link();
  REQUIRE(find(model, "logs/gone.json") != nullptr);
  CHECK(find(model, "logs/gone.json")->state == EvidenceState::missing);
  CHECK(find(model, "logs/here.json")->cited_by.size() == 1);
  CHECK(model.evidence.size() == 2);
}

TEST_CASE("a symbolic link leads to its report, and to nothing where that is gone") {
  const auto cited = [](std::string_view target) {
    return ModelBuilder()
        .document("c.md", "# C\n\n- [x] RLS (`logs/latest.json`)\n")
        .report("logs/a.json", kPass)
        .symbolic_link("logs/latest.json", target)
        .link();
  };
  CHECK(find(cited("a.json"), "logs/a.json")->cited_by.size() == 1);
  CHECK(find(cited("gone.json"), "logs/gone.json")->state == EvidenceState::missing);
  const Model outside = cited("../../x.json");
  const Evidence* link = find(outside, "logs/latest.json");
  REQUIRE(link != nullptr);
  CHECK(link->state == EvidenceState::unreadable);
  CHECK(link->problem == "it is a symbolic link, which is not followed");
}

TEST_CASE("a URL names a file of this version by its branch or its commit only") {
  const auto binding = [](std::string_view ref) {
    ModelBuilder builder;
    builder.sibling("app").report("app:logs/run.json", kPass);
    builder.workspace().repos[RepoId(1)].branch = "release/1";
    builder.document("c.md", cat({"# C\n\n- [x] run [r](https://example.org/app/blob/", ref,
                                  "/logs/run.json)\n"}));
    const Model model = builder.link();
    return find(model, "logs/run.json")->cited_by.size();
  };
  CHECK(binding("release/1") == 1);
  CHECK(binding(test::object_id("second 1").hex()) == 1);
  CHECK(binding(test::object_id("first 1").hex()) == 0);
  CHECK(binding("next") == 0);
}

TEST_CASE("a row that points to another commit has external evidence") {
  const Model model =
      ModelBuilder()
          .document("c.md",
                    "# C\n\n## Verification Evidence\n\n| Area | Test | Result | Evidence |\n"
                    "|---|---|---|---|\n| API | smoke | PASS | "
                    "https://example.org/workspace/blob/v0/logs/run.json |\n")
          .report("logs/run.json", kPass)
          .link();
  CHECK(find(model, "logs/run.json")->cited_by.empty());
  REQUIRE(find(model, "https://example.org/workspace/blob/v0/logs/run.json") != nullptr);
}

TEST_CASE("names with blanks, signs and escapes are found where the file is there") {
  for (const std::string path : {"logs/my run.json", "logs/run(1).json", "logs/a+b=c@d,e.json"}) {
    INFO(path);
    const std::string escaped = replace_all(path, " ", "%20");
    for (const std::string& written :
         {cat({"`", path, "`"}), cat({"[r](<", path, ">)"}), cat({"[r](", escaped, ")"})}) {
      INFO(written);
      const Model model = ModelBuilder()
                              .document("c.md", cat({"# C\n\n- [x] run ", written, "\n"}))
                              .report(path, kPass)
                              .link();
      CHECK(find(model, path)->cited_by.size() == 1);
    }
  }
}

TEST_CASE("two paths in one code span are two, and words in one are none") {
  const Model model = ModelBuilder()
                          .document("c.md",
                                    "# C\n\n- [x] run `logs/a.json, logs/b.json`\n"
                                    "- [x] done `tool run out.json`\n")
                          .report("logs/a.json", kPass)
                          .link();
  CHECK(find(model, "logs/a.json")->cited_by.size() == 1);
  CHECK(find(model, "logs/b.json")->state == EvidenceState::missing);
  CHECK(model.evidence.size() == 2);
}

TEST_CASE("a sibling's folder beside the repository is found from a folder of documents") {
  const Model model = ModelBuilder()
                          .sibling("app")
                          .document("docs/c.md", "# C\n\n- [x] tested (`../app/logs/run.json`)\n")
                          .report("app:logs/run.json", kPass)
                          .link();
  CHECK(find(model, "logs/run.json")->cited_by.size() == 1);
}

TEST_CASE("a long path gives an address that a file can have") {
  const std::string path =
      cat({"logs/", std::string(200, 'a'), "/", std::string(200, 'b'), ".json"});
  const Model model =
      ModelBuilder().document("c.md", "# C\n\n- [ ] a\n").report(path, kPass).link();
  CHECK(find(model, path)->slug.size() == 80);
}

TEST_CASE("patterns and folders are no files") {
  const Model model =
      ModelBuilder()
          .document("c.md",
                    "# C\n\n- [ ] `backups/pre_YYYYMMDD_HHMMSS.dump`\n- [ ] `evidence/`\n"
                    "- [ ] `evidence/*.json`\n")
          .link();
  CHECK(model.evidence.empty());
}

TEST_CASE("a report that nobody cites is evidence when it was recognised") {
  const Model model = ModelBuilder()
                          .document("c.md", "# C\n\n- [ ] a\n")
                          .report("logs/run.json", kPass)
                          .report("package.json", R"({"name": "app", "version": "1.0.0"})")
                          .link();
  REQUIRE(model.evidence.size() == 1);
  CHECK(find(model, "logs/run.json")->cited_by.empty());
}

TEST_CASE("run notes bind their report to the gate of the phase") {
  const Model model = ModelBuilder()
                          .document("c.md",
                                    "# C\n\n## Phase D - Backfill\n\n- [x] run it\n\nExit gate:\n"
                                    "- [x] parity\n\nPhase D notes:\n- Run completed:\n"
                                    "  - command: `run.sh`\n  - evidence report: `logs/run.json`\n"
                                    "  - result: PASS\n")
                          .report("logs/run.json", kPass)
                          .link();
  const Evidence* evidence = find(model, "logs/run.json");
  REQUIRE(evidence != nullptr);
  const Citation& citation = only_citation(model, *evidence);
  CHECK(citation.binding == Binding::section);
  CHECK(citation.gate == GateId(0));
  CHECK(citation.claimed == "pass");
  CHECK_FALSE(citation.item);
}

TEST_CASE("an evidence row binds its report, and its URL is kept as external") {
  const Model model =
      ModelBuilder()
          .document("c.md",
                    "# C\n\n## Verification Evidence\n\n"
                    "| Area | Test | Timestamp | Result | Evidence | Follow-up |\n"
                    "|---|---|---|---|---|---|\n"
                    "| API | smoke | 2026-02-15 | PASS | `logs/run.json` | — |\n"
                    "| Web | smoke | 2026-02-15 | PASS | https://ci.example.org/1 | — |\n")
          .report("logs/run.json", kPass)
          .link();
  CHECK(only_citation(model, *find(model, "logs/run.json")).binding == Binding::row);
  CHECK(only_citation(model, *find(model, "logs/run.json")).claimed == "pass");
  const Evidence* external = find(model, "https://ci.example.org/1");
  REQUIRE(external != nullptr);
  CHECK(external->state == EvidenceState::external);
}

TEST_CASE("a deliverable is bound as such") {
  const Model model =
      ModelBuilder()
          .document(
              "t.md",
              "# T\n\n## CE-1: Work\n**Status**: Done\n\n**Deliverables**:\n- [x] `docs/plan.md`\n")
          .file("docs/plan.md", "the plan")
          .link();
  REQUIRE(model.evidence.size() == 1);
  CHECK(only_citation(model, model.evidence[EvidenceId(0)]).binding == Binding::deliverable);
  CHECK(model.evidence[EvidenceId(0)].content->size == 8);
}

TEST_CASE("a file that is no JSON under a .json name cannot be read") {
  const Model model = ModelBuilder()
                          .document("c.md", "# C\n\n- [x] tested (`run.json`)\n")
                          .report("run.json", R"({"status": "pass",)")
                          .link();
  REQUIRE(find(model, "run.json") != nullptr);
  CHECK(find(model, "run.json")->state == EvidenceState::unreadable);
  REQUIRE_FALSE(model.unread.empty());
  CHECK(model.unread.front().rule == "evidence-unreadable");
}

TEST_CASE("cited files are wanted, and the last blob of those that are gone") {
  ModelBuilder builder;
  builder.document("c.md", "# C\n\n- [x] a (`logs/a.txt`)\n- [x] b (`logs/b.json`)\n")
      .file("logs/a.txt", "log")
      .file("logs/other.txt", "not cited")
      .removed("logs/b.json", kPass);
  const auto wanted = builder.wanted();
  REQUIRE(wanted.size() == 1);
  CHECK(wanted[0] == std::set<ObjectId>{test::object_id("log"), test::object_id(kPass)});
}

}  // namespace
}  // namespace muster
