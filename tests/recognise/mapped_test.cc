// Reports that muster.yaml explains.
#include "recognise/report.h"

using namespace muster;
using namespace muster::test;
using record::ReportVerdict;

namespace {

record::Report mapped(std::string_view text) {
  ReportMap map;
  map.glob = "reports/*.json";
  map.verdict = "/ok";
  map.executed = "/count";
  map.failed = "/bad";
  map.at = "/when";
  const JsonRead json = read_json(text);
  REQUIRE(json.ok);
  return recognise_mapped_report(json.value, map);
}

}  // namespace

TEST_CASE("a mapped report gives verdict, counts and time from where the map says") {
  const record::Report read =
      mapped(R"({"ok":true,"count":["a","b"],"bad":0,"when":"2026-02-15T10:00:00Z"})");
  CHECK(read.format == "mapped result");
  CHECK_FALSE(read.generic);
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.passed == 2);
  CHECK(read.taken_at.has_value());
}

TEST_CASE("a mapped report fails, or is empty, by its counts whatever its verdict says") {
  CHECK(mapped(R"({"ok":true,"count":3,"bad":1})").verdict == ReportVerdict::fail);
  CHECK(mapped(R"({"ok":false,"count":3,"bad":0})").verdict == ReportVerdict::fail);
  CHECK(mapped(R"({"ok":true,"count":0,"bad":0})").verdict == ReportVerdict::empty);
}

TEST_CASE("a mapped report that lacks what the map names proves nothing") {
  const record::Report read = mapped(R"({"ok":true,"bad":0})");
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "nothing stands at /count"));
  CHECK(mapped(R"({"ok":"maybe","count":3,"bad":0})").verdict == ReportVerdict::unknown);
  CHECK(mapped(R"({"ok":true,"count":"3","bad":0})").verdict == ReportVerdict::unknown);
  CHECK(mapped(R"({"ok":true,"count":3,"bad":0,"dryRun":true})").verdict == ReportVerdict::unknown);
}
