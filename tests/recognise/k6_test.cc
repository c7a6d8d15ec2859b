// The three summaries of k6.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kMet = R"({"p(95)<500":{"ok":true}})";
constexpr std::string_view kMissed = R"({"p(95)<500":{"ok":true},"max<900":{"ok":false}})";

std::string check(int passes, int fails) {
  return cat(
      {R"({"name":"status is 200","passes":)", number(passes), R"(,"fails":)", number(fails), "}"});
}

// As handleSummary gets it. `thresholds` of the duration of requests; empty = none.
Report summary(std::string_view thresholds, int passes, int fails, int iterations = 20,
               std::string_view more = "") {
  const std::string rules = thresholds.empty() ? "" : cat({R"(,"thresholds":)", thresholds});
  return report(cat(
      {R"({"options":{},"state":{"testRunDurationMs":30536.8},"metrics":{"http_req_duration":)",
       R"({"type":"trend","values":{"avg":4.4})", rules, R"(},"iterations":{"values":{"count":)",
       number(iterations), R"(}},"checks":{"values":{"passes":)", number(passes), R"(,"fails":)",
       number(fails), R"(}})", more, R"(},"root_group":{"checks":[],"groups":[{"groups":[],)",
       R"("checks":[)", check(passes, fails), "]}]}}"}));
}

// As --summary-export writes it.
Report exported(std::string_view thresholds, int passes, int fails, int iterations = 20) {
  const std::string rules = thresholds.empty() ? "" : cat({R"(,"thresholds":)", thresholds});
  return report(
      cat({R"({"metrics":{"http_req_duration":{"avg":4.4)", rules, R"(},"iterations":{"count":)",
           number(iterations), R"(,"rate":1},"checks":{"passes":)", number(passes), R"(,"fails":)",
           number(fails), R"(,"value":1}},"root_group":{"groups":{},"checks":{)",
           R"("status is 200":)", check(passes, fails), "}}}"}));
}

Report machine_readable(std::string_view version, std::string_view results) {
  return report(cat({R"({"version":")", version,
                     R"(","config":{"duration":30.5,"execution":"local","script":"load.js"},)",
                     R"("metadata":{"generatedAt":"2026-02-15T10:00:00Z","k6Version":"2.0.0"},)",
                     R"("results":{)", results, "}}"}));
}

constexpr std::string_view kIterations =
    R"("metrics":[{"name":"iterations","type":"counter","values":{"count":20}}])";

}  // namespace

TEST_CASE("a k6 run passes where its thresholds were met and its checks passed") {
  const Report read = summary(kMet, 40, 0);
  CHECK(read.format == "k6 summary");
  CHECK(read.tool == "k6");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 1);
  CHECK(read.passed == 1);
  CHECK(read.milliseconds == 30537);
  CHECK_FALSE(read.taken_at.has_value());
  CHECK(summary(kMet, 0, 0).verdict == ReportVerdict::pass);
}

TEST_CASE("a k6 run fails by a threshold") {
  const Report read = summary(kMissed, 40, 0);
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.passed == 1);
  CHECK(read.failed == 1);
  CHECK(has_reason(read, "1 of its thresholds failed"));
}

TEST_CASE("checks of k6 that failed need a threshold that allows them") {
  const Report without = summary(kMet, 39, 1);
  CHECK(without.verdict == ReportVerdict::unknown);
  CHECK(has_reason(without, "1 of its 40 checks failed"));
  const Report with =
      summary(kMet, 39, 1, 20,
              R"(,"checks{kind:all}":{"values":{"rate":1},"thresholds":{"rate>0.9":{"ok":true}}})");
  CHECK(with.verdict == ReportVerdict::pass);
  CHECK(with.passed == 2);
}

TEST_CASE("a k6 run without thresholds could fail by nothing, and its failed checks fail it here") {
  const Report read = summary("", 40, 0);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "no thresholds"));
  CHECK(summary("", 39, 1).verdict == ReportVerdict::fail);
}

TEST_CASE("a k6 run that did nothing is empty") {
  CHECK(summary("", 0, 0).verdict == ReportVerdict::empty);
  const Report idle = summary(kMet, 0, 0, 0);
  CHECK(idle.verdict == ReportVerdict::empty);
  CHECK(has_reason(idle, "no iteration"));
  const Report unused = summary(
      "", 0, 0, 20,
      R"(,"errors":{"values":{"rate":0,"passes":0,"fails":0},"thresholds":{"rate<1":{"ok":true}}})");
  CHECK(unused.verdict == ReportVerdict::empty);
  CHECK(has_reason(unused, "what did not happen"));
}

TEST_CASE("a k6 summary that is broken or contradicts itself is doubted") {
  CHECK(summary(R"({"p(95)<500":true})", 40, 0).verdict == ReportVerdict::unknown);
  CHECK(summary(R"({"p(95)<500":{"ok":"true"}})", 40, 0).verdict == ReportVerdict::unknown);
  CHECK(summary(R"(["p(95)<500"])", 40, 0).verdict == ReportVerdict::unknown);
  const Report lost = report(R"({"state":{"testRunDurationMs":3},"options":{},"root_group":{}})");
  CHECK(lost.format == "k6 summary");
  CHECK(lost.verdict == ReportVerdict::unknown);
  const Report counts = report(
      R"({"state":{"testRunDurationMs":3},"root_group":{"groups":[],"checks":[{"passes":3,"fails":0}]},
          "metrics":{"iterations":{"values":{"count":3}},"checks":{"values":{"passes":9,"fails":0}},
          "d":{"values":{"avg":3},"thresholds":{"avg<5":{"ok":true}}}}})");
  CHECK(counts.verdict == ReportVerdict::unknown);
  CHECK(has_reason(counts, "9 passed checks"));
}

TEST_CASE("a threshold that --summary-export calls true has failed") {
  const Report met = exported(R"({"p(95)<500":false})", 40, 0);
  CHECK(met.format == "k6 summary export");
  CHECK(met.verdict == ReportVerdict::pass);
  const Report missed = exported(R"({"p(95)<500":true})", 40, 0);
  CHECK(missed.verdict == ReportVerdict::fail);
  CHECK(missed.failed == 1);
}

TEST_CASE("an export of k6 is weighed as its summary is") {
  CHECK(exported(R"({"p(95)<500":false})", 39, 1).verdict == ReportVerdict::unknown);
  CHECK(exported("", 40, 0).verdict == ReportVerdict::unknown);
  CHECK(exported("", 39, 1).verdict == ReportVerdict::fail);
  CHECK(exported("", 0, 0).verdict == ReportVerdict::empty);
  CHECK(exported(R"({"p(95)<500":false})", 0, 0, 0).verdict == ReportVerdict::empty);
  CHECK(exported(kMet, 40, 0).verdict == ReportVerdict::unknown);
  const Report lost = report(R"({"metrics":[],"root_group":{"groups":{},"checks":{}}})");
  CHECK(lost.format == "k6 summary export");
  CHECK(lost.verdict == ReportVerdict::unknown);
}

TEST_CASE(
    "the machine-readable summary of k6 tells checks and no thresholds, so that it never "
    "passes") {
  const Report read = machine_readable(
      "1.0.0", cat({R"("checks":{"metrics":[{"name":"checks_total","values":{"count":40}}],)",
                    R"("results":[)", check(40, 0), "]},", kIterations}));
  CHECK(read.format == "k6 machine-readable summary");
  CHECK(read.tool == "k6 2.0.0");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "tells no thresholds"));
  CHECK(read.executed == 40);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.milliseconds == 30500);
  CHECK(
      machine_readable("1.0.0", cat({R"("checks":{"results":[)", check(39, 1), "]},", kIterations}))
          .verdict == ReportVerdict::fail);
}

TEST_CASE("a machine-readable summary of k6 without checks or iterations is empty") {
  const Report none = machine_readable("1.0.0", kIterations);
  CHECK(none.verdict == ReportVerdict::empty);
  CHECK(has_reason(none, "it has no checks"));
  CHECK(machine_readable("1.0.0",
                         cat({R"("checks":{"results":[)", check(40, 0), R"(]},"metrics":[])"}))
            .verdict == ReportVerdict::empty);
}

TEST_CASE("a later machine-readable summary of k6 is not interpreted, and a doubtful one doubted") {
  const Report later = machine_readable("2.0.0", kIterations);
  CHECK(later.verdict == ReportVerdict::unknown);
  CHECK(has_reason(later, "2.0.0"));
  const Report counts = machine_readable(
      "1.0.0", cat({R"("checks":{"metrics":[{"name":"checks_total","values":{"count":99}}],)",
                    R"("results":[)", check(40, 0), "]},", kIterations}));
  CHECK(counts.verdict == ReportVerdict::unknown);
  CHECK(has_reason(counts, "99 checks"));
}

TEST_CASE("what only looks like a summary of k6 is none") {
  for (const char* text :
       {R"({"metrics":{"a":1},"root_group":"ops"})", R"({"metrics":{},"state":{"phase":"on"}})",
        R"({"options":{},"metrics":{},"version":"1.0.0","results":{}})",
        R"({"metadata":{"k6Version":2},"results":{},"config":{}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("real summaries of k6: 2 of 4 thresholds missed, and checks that no threshold judges") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const std::string base = "corpus/evidence-formats/k6/load_test_";
  const Report http = report(read_sample(*folder, base + "http_results.json"));
  CHECK(http.verdict == ReportVerdict::fail);
  CHECK(http.executed == 4);
  CHECK(http.passed == 2);
  CHECK(http.failed == 2);
  CHECK(has_reason(http, "350 of its 585 checks failed"));
  const Report ws = report(read_sample(*folder, base + "ws_results.json"));
  CHECK(ws.verdict == ReportVerdict::unknown);
  CHECK(ws.passed == 3);
  CHECK(has_reason(ws, "78 of its 522 checks failed"));
}
