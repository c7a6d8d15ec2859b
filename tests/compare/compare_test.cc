#include <algorithm>

#include "compare/history.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::events;
using test::History;
using test::history;
using test::judged_as;
using test::ModelBuilder;
using test::standing;

using Texts = std::vector<std::string>;

TEST_CASE("ticks, unticks, new and removed items are events") {
  const History h = history({"# C\n\n- [ ] alpha\n- [x] beta\n- [ ] gamma ray\n",
                             "# C\n\n- [x] alpha\n- [ ] beta\n- [ ] delta\n"});
  REQUIRE(h.timeline.steps.size() == 1);
  CHECK(events(h, EventKind::ticked) == Texts{"alpha"});
  CHECK(events(h, EventKind::unticked) == Texts{"beta"});
  CHECK(events(h, EventKind::appeared) == Texts{"delta"});
  CHECK(events(h, EventKind::removed) == Texts{"gamma ray"});
}

TEST_CASE("an item that was ticked before and is open now is open again") {
  const History h = history(
      {"# C\n\n- [x] a\n- [ ] b\n", "# C\n\n- [ ] a\n- [ ] b\n", "# C\n\n- [ ] a\n- [ ] b\n"});
  CHECK(standing(h.versions[0], "a") == Standing::claimed);
  CHECK(standing(h.versions[1], "a") == Standing::open_again);
  CHECK(standing(h.versions[2], "a") == Standing::open_again);
  CHECK(standing(h.versions[2], "b") == Standing::open);
  CHECK(h.versions[2].audit.tally.open == 2);
}

TEST_CASE("an item that was ticked, removed and brought back open is open again") {
  const History h =
      history({"# C\n\n- [x] a\n- [ ] b\n", "# C\n\n- [ ] b\n", "# C\n\n- [ ] a\n- [ ] b\n"});
  CHECK(standing(h.versions[2], "a") == Standing::open_again);
}

TEST_CASE("a reworded tick that was taken back is open again under its new words") {
  const History h = history({"# C\n\n- [x] Run the backfill in staging\n",
                             "# C\n\n- [ ] Run the full backfill in staging\n"});
  CHECK(standing(h.versions[1], "Run the full backfill in staging") == Standing::open_again);
  CHECK(events(h, EventKind::reworded) == Texts{"Run the full backfill in staging"});
  CHECK(events(h, EventKind::removed).empty());
}

TEST_CASE("an item keeps its key through rewording and moving") {
  const History h =
      history({"# C\n\n## A\n\n- [ ] Run the backfill in staging\n\n## B\n\n- [ ] x\n",
               "# C\n\n## A\n\n- [ ] Run the full backfill in staging\n\n## B\n\n- [ ] x\n",
               "# C\n\n## A\n\n## B\n\n- [ ] x\n- [x] Run the full backfill in staging\n"});
  std::string reworded;
  for (const Event& event : h.timeline.steps[0].events)
    if (event.kind == EventKind::reworded) reworded = event.key;
  REQUIRE_FALSE(reworded.empty());
  int found = 0;
  for (const Event& event : h.timeline.steps[1].events) {
    if (event.kind != EventKind::ticked && event.kind != EventKind::moved) continue;
    CHECK(event.key == reworded);
    ++found;
  }
  CHECK(found == 2);
}

TEST_CASE("gaps opened and closed are events") {
  const std::string head = "# G\n\n| Gap | Issue | Owner |\n|---|---|---|\n";
  const History h = history({head + "| Repair CI | BE-1 | A |\n",
                             head + "| ✅ Repair CI | BE-1 | A |\n| Load test | BE-2 | A |\n"});
  CHECK(events(h, EventKind::gap_closed) == Texts{"Repair CI"});
  CHECK(events(h, EventKind::gap_opened) == Texts{"Load test"});
}

TEST_CASE("findings raised and cleared, and the verdict, are events") {
  const std::string head = "# G\n\n- [x] a\n\n| Gap | Issue | Owner | ETA |\n|---|---|---|---|\n";
  const History h = history({head + "| ✅ CI | BE-1 | A | 2025-10-24 |\n",
                             head + "| CI | BE-1 | A | 2025-10-24 |\n",
                             head + "| CI | BE-1 | A | 2026-12-24 |\n"});
  CHECK(h.timeline.steps[0].events.size() == 3);
  const Event& verdict = h.timeline.steps[0].events.back();
  CHECK(verdict.kind == EventKind::verdict_changed);
  CHECK(verdict.before == "ready");
  CHECK(verdict.after == "at risk");
  REQUIRE(events(h, EventKind::finding_cleared).size() == 1);
  CHECK(events(h, EventKind::verdict_changed).empty());
}

TEST_CASE("evidence added, replaced and removed are events") {
  const auto version = [](std::string name, const std::vector<std::pair<std::string, int>>& runs) {
    ModelBuilder builder;
    builder.named(std::move(name), VersionKind::tag)
        .document("doc.md", "# C\n\n- [x] t (`a.json`)\n");
    for (const auto& [path, count] : runs)
      builder.report(path,
                     cat({R"({"status": "pass", "startedAt": "2026-02-15T10:00:00Z", "count": )",
                          number(count), "}"}));
    return judged_as(builder);
  };
  History h;
  h.versions.push_back(version("v0", {{"a.json", 1}, {"b.json", 1}}));
  h.versions.push_back(version("v1", {{"a.json", 2}, {"c.json", 1}}));
  h.timeline = compare(h.versions);
  CHECK(events(h, EventKind::evidence_added) == Texts{"c.json"});
  CHECK(events(h, EventKind::evidence_replaced) == Texts{"a.json"});
  CHECK(events(h, EventKind::evidence_removed) == Texts{"b.json"});
}

TEST_CASE("an item newly verified or disputed is an event") {
  const auto version = [](std::string name, record::ReportVerdict verdict) {
    ModelBuilder builder;
    builder.named(std::move(name), VersionKind::tag)
        .document("doc.md", "# C\n\n- [x] t (`a.json`)\n")
        .report("a.json", test::told(verdict, 3));
    return judged_as(builder);
  };
  History h;
  h.versions.push_back(version("v0", record::ReportVerdict::unknown));
  h.versions.push_back(version("v1", record::ReportVerdict::pass));
  h.versions.push_back(version("v2", record::ReportVerdict::fail));
  h.timeline = compare(h.versions);
  REQUIRE(h.timeline.steps.size() == 2);
  const std::vector<Event>& first = h.timeline.steps[0].events;
  CHECK(std::count_if(first.begin(), first.end(), [](const Event& event) {
          return event.kind == EventKind::newly_verified;
        }) == 1);
  CHECK(events(h, EventKind::newly_disputed).size() == 1);
}

TEST_CASE("latest and draft follow the newest frozen version") {
  const auto version = [](std::string name, VersionKind kind) {
    ModelBuilder builder;
    builder.named(std::move(name), kind).document("doc.md", "# C\n\n- [ ] a\n");
    return judged_as(builder);
  };
  std::vector<Judged> judged;
  judged.push_back(version("v1", VersionKind::tag));
  judged.push_back(version("v2", VersionKind::review));
  judged.push_back(version("next", VersionKind::branch));
  judged.push_back(version("latest", VersionKind::latest));
  judged.push_back(version("draft", VersionKind::draft));
  const Timeline timeline = compare(judged);
  REQUIRE(timeline.steps.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(timeline.steps[i].to == i + 1);
  CHECK(timeline.steps[0].from == 0);
  for (std::size_t i = 1; i < 4; ++i) CHECK(timeline.steps[i].from == 1);
  CHECK(timeline.steps[3].events.empty());
}

TEST_CASE("one version alone has no step, and none at all is no error") {
  std::vector<Judged> none;
  CHECK(compare(none).steps.empty());
  CHECK(history({"# C\n\n- [ ] a\n"}).timeline.steps.empty());
}

TEST_CASE("the same versions give the same events, in the same order") {
  const std::vector<std::string> texts = {"# C\n\n- [ ] a one\n- [ ] b two\n- [ ] c three\n",
                                          "# C\n\n- [x] c three\n- [x] a one\n- [ ] d four\n"};
  const History first = history(texts);
  const History second = history(texts);
  REQUIRE(first.timeline.steps[0].events.size() == second.timeline.steps[0].events.size());
  for (std::size_t i = 0; i < first.timeline.steps[0].events.size(); ++i) {
    CHECK(first.timeline.steps[0].events[i].key == second.timeline.steps[0].events[i].key);
    if (i > 0)
      CHECK(first.timeline.steps[0].events[i - 1].kind <= first.timeline.steps[0].events[i].kind);
  }
}

}  // namespace
}  // namespace muster
