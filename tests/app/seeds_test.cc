// The five sample documents, out of a real repository, through the whole program. The figures were
// counted by hand in the documents themselves.
#include <string>

#include "base/json.h"
#include "support/catch.h"
#include "support/samples.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

const Json* named(const Json& model, std::string_view list, std::string_view member,
                  std::string_view value) {
  for (const Json& row : model.find(list)->items)
    if (row.find(member) != nullptr && row.find(member)->text == value) return &row;
  return nullptr;
}

int count(const Json& document, std::string_view name) {
  const Json* value = document.find("counts")->find(name);
  return value == nullptr ? -1 : static_cast<int>(value->number);
}

int items_where(const Json& model, std::string_view path, std::string_view role,
                std::string_view state = {}) {
  int n = 0;
  for (const Json& item : model.find("items")->items)
    if (item.find("path")->text == path && (role.empty() || item.find("role")->text == role) &&
        (state.empty() || item.find("state")->text == state))
      ++n;
  return n;
}

// The model of a repository that holds the five documents.
std::optional<Json> seeds_model() {
  const std::optional<std::string> samples = samples_folder();
  if (!samples) return std::nullopt;
  Files files;
  for (const char* name :
       {"mig-4", "ce-p0-06", "staging-parity", "schooltrack", "production-readiness"}) {
    const std::string path = std::string(name) + ".md";
    files.emplace_back("docs/" + path, read_sample(*samples, "seeds/" + path));
  }
  const GitRepo repo(commit(1, 18, "Documents", files));
  const Ran ran = muster_run({"export"}, repo.path());
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  const JsonRead read = read_json(ran.out);
  REQUIRE(read.ok);
  return read.value;
}

}  // namespace

TEST_CASE("the five sample documents give the figures counted by hand") {
  const std::optional<Json> model = seeds_model();
  if (!model) return;
  struct Figures {
    const char* path;
    int headings, open, ticked, tables, rows;
  };
  for (const Figures& expected :
       {Figures{"docs/mig-4.md", 10, 8, 0, 3, 8}, Figures{"docs/ce-p0-06.md", 38, 95, 0, 7, 43},
        Figures{"docs/staging-parity.md", 7, 23, 0, 0, 0},
        Figures{"docs/schooltrack.md", 16, 8, 40, 1, 9},
        Figures{"docs/production-readiness.md", 11, 48, 0, 0, 0}}) {
    INFO(expected.path);
    const Json* document = named(*model, "documents", "path", expected.path);
    REQUIRE(document != nullptr);
    CHECK(count(*document, "headings") == expected.headings);
    CHECK(count(*document, "boxes_open") == expected.open);
    CHECK(count(*document, "boxes_ticked") == expected.ticked);
    CHECK(count(*document, "tables") == expected.tables);
    CHECK(count(*document, "table_rows") == expected.rows);
  }
  const Json* tracker = named(*model, "documents", "path", "docs/ce-p0-06.md");
  CHECK(count(*tracker, "blanks") == 100);
  CHECK(count(*tracker, "empty_cells") == 36);
  CHECK(count(*tracker, "choices") == 11);
  CHECK(tracker->find("kind")->text == "tracker");
  CHECK(count(*named(*model, "documents", "path", "docs/schooltrack.md"), "placeholders") == 40);
}

TEST_CASE("the coordination issue gives four gaps with owners, dates and issues") {
  const std::optional<Json> model = seeds_model();
  if (!model) return;
  struct Row {
    const char *issue, *owner, *eta, *state;
  };
  int gaps = 0;
  for (const Json& gap : model->find("gaps")->items)
    gaps += gap.find("path")->text == "docs/mig-4.md" ? 1 : 0;
  CHECK(gaps == 4);
  for (const Row& expected : {Row{"FE-RECOVERY-4", "PM / Worker A", "", "closed"},
                              Row{"BE-CICD-1", "Worker B", "2025-10-24", "open"},
                              Row{"DATA-QA-1", "Worker A", "2025-10-24", "open"},
                              Row{"SEC-AUTH-1", "Worker A & Worker B", "2025-10-27", "open"}}) {
    INFO(expected.issue);
    const Json* gap = named(*model, "gaps", "issue", expected.issue);
    REQUIRE(gap != nullptr);
    CHECK(gap->find("owner")->text == expected.owner);
    CHECK(gap->find("eta")->text == expected.eta);
    CHECK(gap->find("state")->text == expected.state);
  }
  CHECK(items_where(*model, "docs/mig-4.md", "acceptance") == 5);
  CHECK(items_where(*model, "docs/mig-4.md", "sign_off") == 3);
}

TEST_CASE("the tracker gives nine tasks, their dependencies and their estimates") {
  const std::optional<Json> model = seeds_model();
  if (!model) return;
  long long minutes = 0;
  for (const Json& task : model->find("tasks")->items)
    minutes += static_cast<long long>(task.find("estimate_minutes")->number);
  CHECK(model->find("tasks")->items.size() == 9);
  CHECK(minutes == 350);
  CHECK(model->find("dependencies")->items.size() == 23);
  CHECK(items_where(*model, "docs/ce-p0-06.md", "check") == 48);
  CHECK(items_where(*model, "docs/ce-p0-06.md", "deliverable") == 27);
  CHECK(items_where(*model, "docs/ce-p0-06.md", "criterion") == 8);
  CHECK(items_where(*model, "docs/ce-p0-06.md", "trigger") == 5);
  CHECK(items_where(*model, "docs/ce-p0-06.md", "announcement") == 7);
}

TEST_CASE("the migration checklist gives six exit gates, two of them open, and both were skipped") {
  const std::optional<Json> model = seeds_model();
  if (!model) return;
  std::vector<std::pair<int, int>> tallies;
  for (const Json& gate : model->find("gates")->items)
    if (gate.find("path")->text == "docs/schooltrack.md" && gate.find("kind")->text == "exit")
      tallies.emplace_back(static_cast<int>(gate.find("criteria_met")->number),
                           static_cast<int>(gate.find("criteria")->number));
  CHECK(tallies ==
        std::vector<std::pair<int, int>>{{0, 2}, {2, 2}, {0, 1}, {1, 1}, {1, 1}, {2, 2}});
  std::vector<int> skipped_lines;
  for (const Json& finding : model->find("findings")->items)
    if (finding.find("rule")->text == "gate-skipped" &&
        finding.find("path")->text == "docs/schooltrack.md")
      skipped_lines.push_back(static_cast<int>(finding.find("line")->number));
  CHECK(skipped_lines.size() == 2);
  CHECK(items_where(*model, "docs/schooltrack.md", "exit", "ticked") == 6);
}
