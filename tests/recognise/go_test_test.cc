// The events of go test -json, as a list.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

// Events of the package "shop/cart", with commas between; `members` of each with bars between.
Report run(std::string_view events) {
  std::string text;
  for (const std::string_view event : split(events, '|'))
    text += cat({text.empty() ? "" : ",",
                 R"({"Time":"2026-02-15T10:00:00.5Z","Package":"shop/cart",)", event, "}"});
  return report(cat({"[", text, "]"}));
}

constexpr std::string_view kStart = R"("Action":"start")";
constexpr std::string_view kRun = R"("Action":"run","Test":"TestAdd")";
constexpr std::string_view kPass = R"("Action":"pass","Test":"TestAdd","Elapsed":0.01)";
constexpr std::string_view kEnd = R"("Action":"pass","Elapsed":0.2)";

std::string events(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += cat({text.empty() ? "" : "|", part});
  return text;
}

}  // namespace

TEST_CASE("a go test run passes where its packages and tests did") {
  const Report read = run(events({kStart, kRun, kPass, R"("Action":"run","Test":"TestOld")",
                                  R"("Action":"skip","Test":"TestOld")", kEnd}));
  CHECK(read.format == "go test");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 1);
  CHECK(read.passed == 1);
  CHECK(read.skipped == 1);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.subject == "shop/cart");
}

TEST_CASE("the smallest tests of a go test run are counted, and those that hold them are not") {
  const Report read = run(
      events({kRun, R"("Action":"run","Test":"TestAdd/one")",
              R"("Action":"run","Test":"TestAdd/two/a")", R"("Action":"pass","Test":"TestAdd/one")",
              R"("Action":"pass","Test":"TestAdd/two/a")", kPass, kEnd}));
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.passed == 2);
}

TEST_CASE("a go test run fails by a test, a package or a build") {
  const std::string failed = R"("Action":"fail","Test":"TestAdd")";
  CHECK(run(events({kRun, failed, R"("Action":"fail")"})).verdict == ReportVerdict::fail);
  CHECK(run(events({kRun, failed, kEnd})).verdict == ReportVerdict::fail);
  CHECK(run(events({kRun, failed, kRun, kPass, kEnd})).verdict == ReportVerdict::fail);
  CHECK(run(events({kRun, kPass, R"("Action":"fail")"})).verdict == ReportVerdict::fail);
  CHECK(run(events({R"("Action":"run","Test":"TestAdd/one")",
                    R"("Action":"pass","Test":"TestAdd/one")", kRun, failed, kEnd}))
            .verdict == ReportVerdict::fail);
  const Report build = report(
      R"([{"ImportPath":"shop/cart","Action":"build-output","Output":"x"},
          {"ImportPath":"shop/cart","Action":"build-fail"}])");
  CHECK(build.verdict == ReportVerdict::fail);
  CHECK(has_reason(build, "could not be built"));
}

TEST_CASE("a go test package without tests, or of skipped tests, is empty") {
  const Report none = run(events({kStart, R"("Action":"skip")"}));
  CHECK(none.verdict == ReportVerdict::empty);
  CHECK(none.executed == 0);
  CHECK(run(events({kRun, R"("Action":"skip","Test":"TestAdd")", kEnd})).verdict ==
        ReportVerdict::empty);
  CHECK(run(events({kStart, R"("Action":"output","Output":"no tests to run")", kEnd})).verdict ==
        ReportVerdict::empty);
  CHECK(run(events({R"("Action":"run","Test":"BenchmarkAdd")", kEnd})).verdict ==
        ReportVerdict::empty);
}

TEST_CASE("a go test stream that breaks off proves nothing") {
  const Report open = run(events({kStart, kRun, kPass}));
  CHECK(open.verdict == ReportVerdict::unknown);
  CHECK(has_reason(open, "1 of its packages have no end"));
  const Report test = run(events({kRun, kPass, R"("Action":"run","Test":"TestSlow")", kEnd}));
  CHECK(test.verdict == ReportVerdict::unknown);
  CHECK(has_reason(test, "TestSlow has no end"));
}

TEST_CASE("an event that go test does not have, or no event at all, is a doubt") {
  CHECK(run(events({kRun, kPass, R"("Action":"explode")", kEnd})).verdict ==
        ReportVerdict::unknown);
  CHECK(report(R"([{"Package":"a","Action":"run","Test":"TestA"},
                   {"Package":"a","Action":"pass","Test":"TestA"},
                   {"Package":"a","Action":"pass"}, 7])")
            .verdict == ReportVerdict::unknown);
}

TEST_CASE("cached results of go test are of an unknown time") {
  const Report read = run(
      events({kRun, kPass, R"("Action":"output","Output":"ok  \tshop/cart\t(cached)\n")", kEnd}));
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK_FALSE(read.taken_at.has_value());
  CHECK(has_reason(read, "cached"));
}

TEST_CASE("lists that only look like events of go test are none") {
  for (const char* text :
       {"[]", R"([{"Action":"run"}])", R"([{"Action":"Allow","Package":"x"}])",
        R"([{"Package":"x","Version":"1"}])", R"([{"action":"pass","Package":"x"}])"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
