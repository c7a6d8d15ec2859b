#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::findings_of;
using test::judge;

std::string message(std::string_view markdown) {
  const auto findings = findings_of(judge(markdown), "status-contradicts-boxes");
  return findings.empty() ? "" : findings[0].message;
}

TEST_CASE("done with open boxes is a contradiction") {
  CHECK(message("# C\n\n- **Status**: Done\n\n## Work\n\n- [x] a\n- [ ] b\n- [ ] c\n") ==
        "status is “Done” and 2 of 3 boxes are open");
  CHECK(message("# C\n\n- **Status**: Done\n\n## Work\n\n- [ ] a\n- [ ] b\n") ==
        "status is “Done” and none of 2 boxes is ticked");
  CHECK(message("# C\n\n- **Status**: Done\n\n## Work\n\n- [x] a\n") == "");
}

TEST_CASE("not started with ticked boxes is a contradiction") {
  CHECK(message("# C\n\n- **Status**: Not Started\n\n## Work\n\n- [x] a\n- [ ] b\n") ==
        "status is “Not Started” and 1 of 2 boxes is ticked");
  CHECK(message("# C\n\n- **Status**: Not Started\n\n## Work\n\n- [ ] a\n") == "");
}

TEST_CASE("an open document may have ticks, until all are ticked") {
  CHECK(message("# C\n\n- **Status**: Open\n\n## Work\n\n- [x] a\n- [ ] b\n") == "");
  CHECK(message("# C\n\n- **Status**: Open\n\n## Work\n\n- [x] a\n") ==
        "status is “Open” and 1 of 1 box is ticked");
}

TEST_CASE("a status that says blocked or failed contradicts boxes that are all ticked") {
  for (const char* status : {"Blocked", "Failed"}) {
    const std::string head = cat({"# C\n\n- **Status**: ", status, "\n\n## Work\n\n- [x] a\n"});
    CHECK(message(head) == cat({"status is “", status, "” and 1 of 1 box is ticked"}));
    CHECK(message(head + "- [ ] b\n") == "");
  }
}

TEST_CASE("all boxes ticked and waiting for the next step is no contradiction") {
  for (const char* status : {"Ready for review", "Pending approval", "Scheduled for Monday",
                             "Waiting for the release window", "Queued for release"}) {
    INFO(status);
    CHECK(message(cat({"# C\n\n- **Status**: ", status, "\n\n- [x] a\n"})).empty());
  }
  CHECK_FALSE(message("# C\n\n- **Status**: Not ready\n\n- [x] a\n").empty());
}

TEST_CASE("a status that may be either contradicts nothing") {
  CHECK(message("# C\n\n- **Status**: In Progress\n\n## Work\n\n- [x] a\n- [ ] b\n") == "");
  CHECK(message("# C\n\n- **Status**: planning baseline\n\n## Work\n\n- [x] a\n") == "");
  CHECK(message("# C\n\n- **Status**: Done\n\nNo boxes.\n") == "");
}

TEST_CASE("a task is held against its own boxes") {
  const Judged judged = judge(
      "# T\n\n## CE-1: A\n**Status**: Done\n\n- [x] a\n\n## CE-2: B\n**Status**: Done\n\n- [ ] "
      "b\n");
  const auto findings = findings_of(judged, "status-contradicts-boxes");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].label == "CE-2");
  CHECK(findings[0].subject.kind == SubjectKind::task);
  CHECK(findings[0].where.line == 9);
}

}  // namespace
}  // namespace muster
