// Two environments: captured values by how they should stand to each other, told ones with care.
#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::findings_of;
using test::judge;
using test::ModelBuilder;

constexpr std::string_view kStaging =
    R"({"pg":"15.4","url":"a","region":"eu","ext":["x","y"],"only":1})";
constexpr std::string_view kProduction = R"({"pg":"15.9","url":"b","region":"eu","ext":["y","x"]})";

Judged captured(std::string_view row) {
  ModelBuilder builder;
  builder
      .document("doc.md", cat({"---\nparity:\n  staging: s.json\n  production: p.json\n  rows:\n"
                               "    - {item: Same here, ",
                               row, "}\n---\n# C\n\n- [x] Same here\n"}))
      .report("s.json", kStaging)
      .report("p.json", kProduction);
  return judge(builder);
}

Judged told(std::string_view row) {
  return judge(
      cat({"# C\n\n| Item | Staging | Production | Status | Notes |\n|-|-|-|-|-|\n", row}));
}

TEST_CASE("captured values that stand as they should verify the box they are compared for") {
  for (const char* row :
       {"pointer: /region", "pointer: /pg, compare: major", "pointer: /url, compare: differs",
        "pointer: /ext, compare: set-equal", "pointer: /pg, compare: matches, pattern: \"15.*\"",
        "pointer: /region, compare: present"}) {
    INFO(row);
    const Judged judged = captured(row);
    CHECK(judged.audit.parity.at(0).state == ParityState::matches);
    CHECK(judged.audit.standings.at(0) == Standing::verified);
  }
}

TEST_CASE("captured values that do not block, and dispute the tick") {
  for (const char* row :
       {"pointer: /pg", "pointer: /pg, compare: minor", "pointer: /region, compare: differs",
        "pointer: /only", "pointer: /ext", "pointer: /pg, compare: matches, pattern: \"16.*\""}) {
    INFO(row);
    const Judged judged = captured(row);
    CHECK(judged.audit.parity.at(0).state == ParityState::mismatch);
    CHECK(count(judged, "parity-mismatch") == 1);
    CHECK(judged.audit.standings.at(0) == Standing::disputed);
  }
}

TEST_CASE("what cannot be compared is unknown, and verifies nothing") {
  for (const char* row : {"pointer: /regoin", "pointer: /region, compare: major"}) {
    INFO(row);
    const Judged judged = captured(row);
    CHECK(count(judged, "parity-unknown") == 1);
    CHECK(judged.audit.standings.at(0) == Standing::claimed);
  }
}

TEST_CASE("a secret is compared and never shown") {
  const Judged judged = captured("pointer: /pg, secret: true");
  const auto findings = findings_of(judged, "parity-mismatch");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.find("15.4") == std::string::npos);
  CHECK(judged.audit.parity.at(0).staging == "there, a secret");
}

TEST_CASE("a table's mark that its own values deny is a contradiction") {
  for (const char* row :
       {"| Redis | 7.0 | 7.2 | ✅ | |\n", "| Postgres | 15.1 | 16.0 (upgrade pending) | ✅ | |\n",
        "| Redis | 6.2 | 7.2 | ✅ | unintentional drift |\n", "| Plan | TBD | TBD | ✅ | |\n"}) {
    INFO(row);
    CHECK(count(told(row), "parity-status-contradicts-values") == 1);
  }
}

TEST_CASE("names of the environments themselves, sentences and differences on purpose are none") {
  for (const char* row :
       {"| Host | shop-staging.example.org | shop.example.org | ✅ | |\n",
        "| DNS | Records for the staging subdomain | Records for the root domain | ✅ | |\n",
        "| Database | orders-staging | (default) | ✅ | |\n",
        "| Log level | debug | info | ⚠️ | by design |\n", "| Redis | 7.2 | 7.2 | ✅ | |\n"}) {
    INFO(row);
    CHECK(count(told(row), "parity-status-contradicts-values") == 0);
    CHECK(count(told(row), "parity-unknown") == 0);
  }
}

TEST_CASE("values that say nothing, and files that are one, are compared with no result") {
  const auto state = [](std::string_view staging, std::string_view production,
                        std::string_view row) {
    ModelBuilder builder;
    builder
        .document("doc.md", cat({"---\nparity:\n  staging: s.json\n  production: p.json\n  rows:\n"
                                 "    - {item: Same, ",
                                 row, "}\n---\n# C\n\n- [x] Same\n"}))
        .report("s.json", staging)
        .report("p.json", production);
    const Judged judged = judge(builder);
    CHECK(judged.audit.standings.at(0) != Standing::verified);
    return judged.audit.parity.at(0).state;
  };
  for (const char* value : {"null", R"("")", "[]", "{}", R"("***")", R"("${URL}")"}) {
    INFO(value);
    const std::string file = cat({R"({"a":)", value, "}"});
    CHECK(state(file, cat({file, " "}), "pointer: /a") == ParityState::unknown);
    CHECK(state(file, cat({file, " "}), "pointer: /a, compare: present") == ParityState::unknown);
  }
  CHECK(state(R"({"a":"10"})", R"({"a":10})", "pointer: /a, compare: differs") ==
        ParityState::unknown);
  CHECK(state(R"({"a":"MySQL 8.0"})", R"({"a":"PostgreSQL 8.0"})", "pointer: /a, compare: major") ==
        ParityState::mismatch);
  CHECK(state(R"({"a":1})", R"({"a":2})", "pointer: /a, compare: differ") == ParityState::unknown);
}

}  // namespace
}  // namespace muster
