// What documents say against their own evidence.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

std::vector<std::string> caveats(const std::string& text) {
  std::vector<std::string> found;
  for (const record::Caveat& caveat : read("# T\n\n" + text).caveats) found.push_back(caveat.text);
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a caveat is read from each of its shapes") {
  const Texts wanted = {"reports show orgCount=0"};
  CHECK(caveats("- Caveat:\n  - reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("Caveat: reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("- **Known limitation**: reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("> ⚠️ **Caveat**: reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("> [!WARNING]\n> reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("## 4. Known limitations\n\n- reports show `orgCount=0`\n") == wanted);
  CHECK(caveats("**Limitations:**\n\n1. reports show `orgCount=0`\n") == wanted);
}

TEST_CASE("where none is known, and in other text, there is no caveat") {
  CHECK(caveats("## Known limitations\n\n- None\n").empty());
  CHECK(caveats("Caveat: TBD\n").empty());
  CHECK(caveats("> [!NOTE]\n> Read this first.\n\n- A caveat is a warning.\n").empty());
}

TEST_CASE("what was not run beside runs, and what is noted of them, are caveats") {
  const Records records = read(
      "# T\n\n- Tests:\n  - rules: `npm test` -> PASS (22/22)\n  - dashboard checks: not run\n"
      "  - smoke: skipped\n  - note: made before seeding\n  - owner: QA\n");
  REQUIRE(records.caveats.size() == 3);
  CHECK(at(records.caveats, 0).text == "dashboard checks: not run");
  CHECK(at(records.caveats, 0).line == 5);
  CHECK(read("# T\n\n- Tests:\n  - dashboard: not run\n").caveats.empty());
}
