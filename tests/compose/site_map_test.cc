#include "compose/site_map.h"

#include <set>

#include "compose/site_fixture.h"

using namespace muster;
using namespace muster::test;

TEST_CASE("a link between two pages is relative and ends in a file") {
  CHECK(relative_path("index.html", "latest/gaps/index.html") == "latest/gaps/index.html");
  CHECK(relative_path("latest/gaps/index.html", "latest/index.html") == "../index.html");
  CHECK(relative_path("latest/gaps/index.html", "latest/findings/index.html") ==
        "../findings/index.html");
  CHECK(relative_path("v/1.0/checklists/a/index.html", "muster.css") == "../../../../muster.css");
  CHECK(relative_path("latest/gaps/index.html", "latest/gaps/index.html") == "index.html");
}

TEST_CASE("every page of a site has an address of its own") {
  ModelBuilder builder;
  builder.document("a.md", "# A\n\n- [ ] x\n")
      .document("A/a.md", "# A\n\n- [ ] x\n")
      .document("issues/OPS-1.md", "# OPS-1: A\n")
      .report("r.json", R"({"pass": true, "at": "2026-02-01T00:00:00Z", "count": 1})")
      .report("copy.json", R"({"pass": true, "at": "2026-02-01T00:00:00Z", "count": 1})");
  const Judged latest = judged(builder);
  const std::vector<Judged> versions = {tagged(latest, "1.0"), latest};
  const Timeline timeline;
  const std::vector<PagePlan> plan =
      plan_site({builder.workspace(), versions, timeline, rules(), ""});
  std::set<std::string> paths;
  for (const PagePlan& page : plan) {
    INFO(page.path);
    CHECK(paths.insert(page.path).second);
  }
  CHECK(paths.contains("index.html"));
  CHECK(paths.contains("404.html"));
  CHECK(paths.contains("versions/index.html"));
  CHECK(paths.contains("v/1.0/gaps/index.html"));
  CHECK(paths.contains("latest/readiness.json"));
}

TEST_CASE("a line leads to the last thing at or before it that can be pointed at") {
  ModelBuilder builder;
  builder.document("plan.md",
                   "# Plan\n\n## Steps\n\nFirst words.\n\n- [ ] Do this\n- [ ] OPS-7 Do that\n");
  const Model model = builder.link();
  const PageAnchors anchors = anchors_of(model, DocumentId(0));
  CHECK(anchors.at(3) == "h-steps");
  CHECK(anchors.at(4) == "h-steps");
  CHECK(anchors.at(5) == "L5");
  CHECK(anchors.at(7) == model.items[ItemId(0)].anchor);
  CHECK(anchors.at(99) == model.items[ItemId(1)].anchor);
  CHECK(anchors.of_fragment.at("steps") == "h-steps");
}

TEST_CASE("a name that comes again gets a number") {
  CHECK(unique_names({"a", "b", "a", "a"}) == std::vector<std::string>{"a", "b", "a-2", "a-3"});
}
