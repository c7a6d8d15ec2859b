#include <set>

#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::judge;

const std::string kTable =
    "| Gap | Owner | ETA |\n|---|---|---|\n| A | B | 2025-10-24 |\n| C | B | 2025-10-24 |\n";

TEST_CASE("a finding keeps its fingerprint when lines above it change") {
  const Judged before = judge("# G\n\n" + kTable);
  const Judged after = judge("# G\n\nA new paragraph.\n\nAnd one more.\n\n" + kTable);
  REQUIRE(before.audit.findings.size() == 2);
  REQUIRE(after.audit.findings.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(before.audit.findings[i].fingerprint == after.audit.findings[i].fingerprint);
    CHECK(before.audit.findings[i].id == after.audit.findings[i].id);
  }
}

TEST_CASE("an id is F- and the first six digits of the fingerprint") {
  const Finding finding = judge("# G\n\n" + kTable).audit.findings.at(0);
  CHECK(finding.fingerprint.size() == 16);
  CHECK(finding.id == "F-" + finding.fingerprint.substr(0, 6));
}

TEST_CASE("two findings on equal subjects are told apart") {
  const Judged judged = judge(
      "# G\n\n| Gap | Owner | ETA |\n|---|---|---|\n| A | B | 2025-10-24 |\n| A | B | 2025-10-24 "
      "|\n");
  REQUIRE(judged.audit.findings.size() == 2);
  CHECK(judged.audit.findings[0].fingerprint != judged.audit.findings[1].fingerprint);
}

TEST_CASE("findings stand worst first, then by place") {
  const Judged judged = judge("# G\n\n- [x] a (`run.json`)\n\n" + kTable +
                              "\n## Go/No-Go Decision Point\n**Decision**: [x] GO [x] NO-GO\n");
  REQUIRE(judged.audit.findings.size() == 4);
  CHECK(judged.audit.findings[0].rule == "choice-ambiguous");
  CHECK(judged.audit.findings[1].rule == "evidence-missing");
  CHECK(judged.audit.findings[2].where.line < judged.audit.findings[3].where.line);
}

}  // namespace
}  // namespace muster
