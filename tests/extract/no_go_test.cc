#include "extract/no_go.h"

#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using extract::says_no_go;

TEST_CASE("a NO-GO is heard wherever it is an answer") {
  for (const char* line :
       {"NO-GO", "**NO-GO** — restore drill missing", "❌ NO GO", "We decided NO-GO.",
        "**Verdict**: No-Go", "Decision = NO-GO", "Vote: 2 GO, 3 NO-GO", "GO / NO-GO: ~~GO~~ NO-GO",
        "Update 2026-02-09: **Decision**: NO-GO", "Go/No-Go: NO-GO"}) {
    INFO(line);
    CHECK(says_no_go(line));
  }
}

TEST_CASE("a NO-GO that is only a possibility is none") {
  for (const char* line :
       {"Go/No-Go decision", "GO / NO-GO", "NO-GO or GO", "NO-GO if backups fail",
        "If errors rise: NO-GO", "This is a NO-GO call", "NO-GO criteria", "no-go areas are marked",
        "~~NO-GO~~ GO", "There is no go-live today", "Vote: 5 GO, 0 NO-GO",
        "It is heard in a sentence: `We decided NO-GO.`"}) {
    INFO(line);
    CHECK_FALSE(says_no_go(line));
  }
}

TEST_CASE("a NO-GO in words is a decision of its section, with or without a key") {
  const Records said = read("# R\n\n## Go-Live Decision\n\nWe decided NO-GO.\n\n- [x] Backups\n");
  REQUIRE(said.decisions.size() == 1);
  CHECK(at(said.decisions, 0).outcome.text == "NO-GO");
  CHECK(at(said.decisions, 0).topic == "Go-Live Decision");
  CHECK(at(read("# R\n\n**Decision**: NO-GO\n\n- [x] a\n").decisions, 0).line == 3);
  CHECK(read("# R\n\n**GO / NO-GO**: ~~GO~~ NO-GO\n\n- [x] a\n").decisions.size() == 1);
  CHECK(read("# R\n\n| Decision | NO-GO |\n|---|---|\n").decisions.empty());  // a header
  CHECK(read("# R\n\n| a | b |\n|---|---|\n| Decision | NO-GO |\n").decisions.size() == 1);
}

TEST_CASE("what GO and NO-GO would mean decides nothing") {
  CHECK(read("# R\n\n## Decision\n\n- GO: all is met\n- NO-GO: anything else\n").decisions.empty());
}

TEST_CASE("a later NO-GO stands against an earlier GO") {
  const Records records =
      read("# R\n\n## Go-Live Decision\n\nDecision: GO\n\nUpdate: **Decision**: NO-GO\n");
  REQUIRE(records.decisions.size() == 1);
  CHECK(records.choices[at(records.decisions, 0).choice].conflict());
}

TEST_CASE("a result that failed under the title speaks of the whole document") {
  CHECK(at(read("# R\n\n**Result**: FAIL\n\n- [x] a\n").decisions, 0).outcome.text == "FAIL");
  CHECK(read("# R\n\n**Result**: PASS\n\n- [x] a\n").decisions.empty());
}

TEST_CASE("options on lines and bullets without a task box are one choice") {
  for (const char* options : {"[ ] GO\n[x] NO-GO\n", "☐ GO\n☑ NO-GO\n", "- ☐ GO\n- ☑ NO-GO\n",
                              "- ( ) GO\n- (x) NO-GO\n"}) {
    INFO(options);
    const Records records =
        read(std::string("# R\n\n## Go-Live Decision\n\n") + options + "\n- [x] Backups\n");
    REQUIRE(records.choices.size() == 1);
    CHECK(at(records.choices, 0).chosen() == std::size_t{1});
    CHECK(at(records.decisions, 0).outcome.text == "NO-GO");
  }
}

TEST_CASE("an exit gate told on one line is a gate that no box passes") {
  for (const char* line :
       {"Exit gate: all tests are green", "> **Exit gate:** all green", "- Exit gate: all green"}) {
    INFO(line);
    const Records records = read(std::string("# R\n\n## Phase A\n\n- [x] a\n\n") + line + "\n");
    REQUIRE(records.gates.size() == 1);
    CHECK(at(records.gates, 0).phase);
    CHECK(at(records.phases, 0).gate);
  }
}

TEST_CASE("a heading about triggers that were reviewed holds none") {
  const Records records = read("# R\n\n## Rollback triggers reviewed\n\n- [x] with ops\n");
  CHECK(at(records.items, 0).role == Role::check);
}
