// GoogleTest's JSON output.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kPassed = R"({"name":"Adds","status":"RUN","result":"COMPLETED"})";
constexpr std::string_view kOld = R"({"name":"Adds","status":"RUN","classname":"Sum"})";
constexpr std::string_view kFailed =
    R"({"name":"Adds","status":"RUN","result":"COMPLETED","failures":[{"failure":"x","type":""}]})";
constexpr std::string_view kSkipped = R"({"name":"Adds","status":"RUN","result":"SKIPPED"})";
constexpr std::string_view kDisabled = R"({"name":"Adds","status":"NOTRUN","result":"SUPPRESSED"})";

Report run(std::string_view counts, std::initializer_list<std::string_view> tests) {
  std::string text;
  for (const std::string_view test : tests) text += cat({text.empty() ? "" : ",", test});
  return report(
      cat({"{", counts, R"(,"timestamp":"2026-02-15T10:00:00Z","time":"0.1s",)",
           R"("name":"AllTests","testsuites":[{"name":"Sum","testsuite":[)", text, "]}]}"}));
}

std::string counts(int tests, int failures, int disabled) {
  return cat({R"("tests":)", number(tests), R"(,"failures":)", number(failures), R"(,"disabled":)",
              number(disabled), R"(,"errors":0)"});
}

}  // namespace

TEST_CASE("a GoogleTest run passes where its tests did") {
  const Report read = run(counts(3, 0, 1), {kPassed, kOld, kDisabled});
  CHECK(read.format == "GoogleTest");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.zone_missing);  // its Z is that of no zone
}

TEST_CASE("a GoogleTest run fails by a test, or by errors beside its tests") {
  CHECK(run(counts(2, 1, 0), {kPassed, kFailed}).verdict == ReportVerdict::fail);
  CHECK(run(counts(2, 0, 0), {kPassed, kFailed}).verdict == ReportVerdict::fail);
  CHECK(run(R"("tests":1,"failures":0,"disabled":0,"errors":2)", {kPassed}).verdict ==
        ReportVerdict::fail);
}

TEST_CASE("a GoogleTest run of no tests, or of skipped and disabled ones, is empty") {
  CHECK(run(counts(0, 0, 0), {}).verdict == ReportVerdict::empty);
  const Report read = run(counts(2, 0, 1), {kSkipped, kDisabled});
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(read.skipped == 2);
}

TEST_CASE("GoogleTest's report does not tell that a suite could not be set up, but shows it") {
  const std::string_view began =
      R"({"name":"Adds","status":"RUN","result":"SKIPPED","timestamp":"2026-02-15T10:00:00Z"})";
  const std::string_view never =
      R"({"name":"Adds","status":"RUN","result":"SKIPPED","timestamp":"1970-01-01T00:00:00Z"})";
  CHECK(run(counts(2, 0, 0), {kPassed, began}).verdict == ReportVerdict::pass);
  const Report read = run(counts(2, 0, 0), {kPassed, never});
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "the suite of Adds was not set up"));
}

TEST_CASE("a GoogleTest report that has lost tests or contradicts itself is doubted") {
  CHECK(run(counts(9, 0, 0), {kPassed}).verdict == ReportVerdict::unknown);
  CHECK(run(counts(1, 1, 0), {kPassed}).verdict == ReportVerdict::unknown);
  CHECK(run(counts(1, 0, 0), {R"({"status":"RUN","result":"EXPLODED"})"}).verdict ==
        ReportVerdict::unknown);
  CHECK(run(counts(1, 0, 0), {R"({"status":"RUN","result":5})"}).verdict == ReportVerdict::unknown);
  const Report cut = report(
      R"({"tests":4,"failures":0,"disabled":0,"errors":0,"timestamp":"2026-02-15T10:00:00Z"})");
  CHECK(cut.format == "GoogleTest");
  CHECK(cut.verdict == ReportVerdict::unknown);
  CHECK(has_reason(cut, "lists no test suites"));
}

TEST_CASE("what only looks like a GoogleTest report is none") {
  for (const char* text :
       {R"({"tests":4,"disabled":0,"errors":{}})", R"({"tests":[],"failures":[],"disabled":[]})",
        R"({"testsuites":[{"name":"a"}],"timestamp":"2026-02-15"})"}) {
    INFO(text);
    CHECK(report(text).format != "GoogleTest");
    CHECK(report(text).verdict != ReportVerdict::pass);
  }
}
