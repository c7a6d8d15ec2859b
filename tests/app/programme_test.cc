// Our own example programme: the contradictions that were put into it on purpose, each with its
// place, and nothing else.
#include <algorithm>
#include <set>

#include "base/json.h"
#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

const std::filesystem::path kSource = MUSTER_SOURCE_DIR;

Files files_of(const std::string& folder) {
  Files files;
  for (const auto& [path, bytes] : files_below(kSource / folder))
    files.emplace_back(folder + "/" + path, bytes);
  return files;
}

// The programme as it is in this tree, in one commit.
std::string programme() {
  Files files = files_of("content");
  for (auto& file : files_of("evidence")) files.push_back(std::move(file));
  files.emplace_back("muster.yaml", read_text(kSource / "muster.yaml"));
  return commit(1, 2, "Programme", files);
}

void add_siblings(const GitRepo& repo) {
  for (const std::string name : {"harbor-api", "harbor-web"})
    GitRepo::at(repo.path() / "build/siblings" / name,
                read_text(kSource / "content/siblings" / (name + ".fi")), "--bare");
}

}  // namespace

TEST_CASE("the contradictions of the example programme are found where they stand, and no others") {
  const GitRepo repo(programme());
  add_siblings(repo);
  const Ran ran = muster_run({"check", "--format", "json", "--as-of", "2026-11-20"}, repo.path());
  CHECK(ran.code == 1);
  const JsonRead read = read_json(ran.out);
  REQUIRE(read.ok);
  std::multiset<std::string> found;
  for (const Json& finding : read.value.find("findings")->items)
    if (finding.find("rule")->text !=
        "version-unresolved")  // its reviews are commits of the real history
      found.insert(finding.find("rule")->text + " " + finding.find("path")->text + ":" +
                   finding.find("line")->text);
  const std::multiset<std::string> expected = {
      "gap-closed-issue-open content/coordination/HBR-1-go-live-readiness.md:55",
      "gap-issue-differs content/coordination/HBR-1-go-live-readiness.md:56",  // its owner
      "gap-issue-differs content/coordination/HBR-1-go-live-readiness.md:56",  // and its date
      "issue-unknown content/coordination/HBR-1-go-live-readiness.md:60",
      "parity-status-contradicts-values content/environments/staging-parity-checklist.md:12",
      "failure-without-gap content/environments/staging-parity-checklist.md:12",
      "gap-overdue content/coordination/HBR-1-go-live-readiness.md:56",
      "gap-without-owner content/coordination/HBR-1-go-live-readiness.md:57",
      "evidence-vacuous content/cutover/migration-checklist.md:87",
      "gate-skipped content/cutover/migration-checklist.md:101",
      "evidence-vacuous content/cutover/migration-checklist.md:131",
      "status-contradicts-boxes content/cutover/rehearsal-tracker.md:70",
      "evidence-failed content/cutover/rehearsal-tracker.md:158",
      "evidence-missing content/environments/staging-parity-checklist.md:52",
      "status-contradicts-boxes content/issues/HBR-5-way-back.md:3",
      "evidence-missing content/production-readiness.md:16",
      "box-unclear content/production-readiness.md:69",
  };
  CHECK(found == expected);
}

TEST_CASE("every document of the example programme has the boxes counted by hand") {
  const GitRepo repo(programme());
  add_siblings(repo);
  const JsonRead read = read_json(muster_run({"export", "--as-of", "2026-11-20"}, repo.path()).out);
  REQUIRE(read.ok);
  struct Figures {
    const char* path;
    int headings, open, ticked, tables, rows;
  };
  for (const Figures& expected :
       {Figures{"content/coordination/HBR-1-go-live-readiness.md", 9, 5, 6, 3, 16},
        Figures{"content/cutover/migration-checklist.md", 12, 10, 24, 1, 6},
        Figures{"content/cutover/rehearsal-tracker.md", 31, 17, 36, 6, 37},
        Figures{"content/environments/staging-parity-checklist.md", 8, 5, 17, 1, 5},
        Figures{"content/production-readiness.md", 9, 12, 23, 0, 0}}) {
    INFO(expected.path);
    const auto& documents = read.value.find("documents")->items;
    const auto document = std::find_if(documents.begin(), documents.end(), [&](const Json& row) {
      return row.find("path")->text == expected.path;
    });
    REQUIRE(document != documents.end());
    const Json& counts = *document->find("counts");
    CHECK(counts.find("headings")->number == expected.headings);
    CHECK(counts.find("boxes_open")->number == expected.open);
    CHECK(counts.find("boxes_ticked")->number == expected.ticked);
    CHECK(counts.find("tables")->number == expected.tables);
    CHECK(counts.find("table_rows")->number == expected.rows);
  }
}
