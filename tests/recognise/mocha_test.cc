// Mocha's JSON reporter.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kTest = R"({"title":"adds","fullTitle":"sum adds","err":{}})";
constexpr std::string_view kBroken = R"({"title":"adds","err":{"message":"expected 3"}})";

std::string list(std::string_view name, std::initializer_list<std::string_view> tests) {
  std::string text;
  for (const std::string_view test : tests) text += cat({text.empty() ? "" : ",", test});
  return cat({"\"", name, "\":[", text, "]"});
}

std::string stats(int tests, int passes, int pending, int failures) {
  return cat({R"("stats":{"suites":1,"tests":)", number(tests), R"(,"passes":)", number(passes),
              R"(,"pending":)", number(pending), R"(,"failures":)", number(failures),
              R"(,"start":"2026-02-15T10:00:00.000Z","end":"2026-02-15T10:00:02.000Z",)",
              R"("duration":2012})"});
}

Report run(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += cat({text.empty() ? "" : ",", part});
  return report(cat({"{", text, "}"}));
}

}  // namespace

TEST_CASE("a Mocha run passes where its tests did") {
  const Report read =
      run({stats(3, 2, 1, 0), list("tests", {kTest, kTest, kTest}), list("pending", {kTest}),
           list("failures", {}), list("passes", {kTest, kTest})});
  CHECK(read.format == "Mocha");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:02Z"));
  CHECK(read.milliseconds == 2012);
}

TEST_CASE("a Mocha run fails by a test or a hook, whatever its stats say") {
  CHECK(run({stats(2, 1, 0, 1), list("tests", {kTest, kBroken}), list("pending", {}),
             list("failures", {kBroken}), list("passes", {kTest})})
            .verdict == ReportVerdict::fail);
  CHECK(run({stats(1, 1, 0, 0), list("tests", {kTest}), list("pending", {}),
             list("failures", {kBroken}), list("passes", {kTest})})
            .verdict == ReportVerdict::fail);
}

TEST_CASE("a Mocha run without tests or of pending ones is empty, though Mocha is green") {
  CHECK(run({stats(0, 0, 0, 0), list("tests", {}), list("pending", {}), list("failures", {}),
             list("passes", {})})
            .verdict == ReportVerdict::empty);
  const Report pending = run({stats(1, 0, 1, 0), list("tests", {kTest}), list("pending", {kTest}),
                              list("failures", {}), list("passes", {})});
  CHECK(pending.verdict == ReportVerdict::empty);
  CHECK(has_reason(pending, "everything was skipped"));
}

TEST_CASE("a Mocha report that was cut short, has lost a list or contradicts itself is doubted") {
  const std::string endless = R"("stats":{"suites":1,"tests":1,"passes":1,"failures":0})";
  const Report cut = run({endless, list("tests", {kTest}), list("pending", {}),
                          list("failures", {}), list("passes", {kTest})});
  CHECK(cut.format == "Mocha");
  CHECK(cut.verdict == ReportVerdict::unknown);
  CHECK(has_reason(cut, "it has no end"));
  const Report lost = run({stats(1, 1, 0, 0), list("tests", {kTest}), list("passes", {kTest})});
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "lists no failures"));
  CHECK(run({list("tests", {kTest}), list("failures", {}), list("passes", {kTest})}).verdict ==
        ReportVerdict::unknown);
  CHECK(run({stats(2, 2, 0, 0), list("tests", {kTest, kTest}), list("failures", {}),
             list("passes", {kTest})})
            .verdict == ReportVerdict::unknown);
  CHECK(run({stats(1, 1, 0, 0), list("tests", {kTest}), list("failures", {}),
             list("passes", {kBroken})})
            .verdict == ReportVerdict::unknown);
}

TEST_CASE("a Mocha test that neither passed nor failed leaves no verdict") {
  const Report read = run({stats(2, 1, 0, 0), list("tests", {kTest, kTest}), list("pending", {}),
                           list("failures", {}), list("passes", {kTest})});
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "neither passed nor failed"));
}

TEST_CASE("what only looks like a Mocha report is none") {
  const std::string later =
      cat({"{", stats(1, 1, 0, 0), R"(,"results":[{"suites":[]}],"meta":{}})"});
  for (const std::string& text :
       {later, std::string(R"({"tests":[],"passes":3,"failures":0})"),
        std::string(R"({"stats":{"suites":"two","tests":1},"tests":[]})")}) {
    INFO(text);
    CHECK(report(text).format != "Mocha");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}
