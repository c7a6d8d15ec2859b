// OSCAL assessment results: findings that are satisfied or not.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

constexpr std::string_view kReviewed =
    R"("start":"2026-02-15T09:00:00Z","end":"2026-02-15T10:00:00Z",
       "reviewed-controls":{"control-selections":[{"include-all":{}}]})";

Report results(std::string_view list) {
  return report(cat({R"({"assessment-results":{"metadata":{"title":"A","oscal-version":"1.1.2"},
      "results":[)",
                     list, "]}}"}));
}

std::string finding(std::string_view state) {
  return cat({R"({"title":"f","target":{"status":{"state":")", state, R"("}}})"});
}

Report with(std::string_view findings) {
  return results(cat({"{", kReviewed, R"(,"findings":[)", findings, "]}"}));
}

}  // namespace

TEST_CASE("an OSCAL assessment whose findings are satisfied passes") {
  const Report read = with(cat({finding("satisfied"), ",", finding("satisfied")}));
  CHECK(read.format == "OSCAL assessment results");
  CHECK(read.verdict == ReportVerdict::pass);
  CHECK(read.executed == 2);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
}

TEST_CASE("a finding that is not satisfied fails an OSCAL assessment") {
  const Report read = with(cat({finding("satisfied"), ",", finding("not-satisfied")}));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 1);
  CHECK(read.passed == 1);
}

TEST_CASE("an OSCAL assessment without findings is empty") {
  CHECK(with("").verdict == ReportVerdict::empty);
  CHECK(results("").verdict == ReportVerdict::empty);
  CHECK(results(cat({"{", kReviewed, "}"})).verdict == ReportVerdict::empty);
}

TEST_CASE("an OSCAL assessment that is unclear gives no verdict") {
  CHECK(has_reason(with(finding("partly")), "\"partly\""));
  CHECK(with("3").verdict == ReportVerdict::unknown);
  CHECK(results(cat({"{", kReviewed, R"(,"findings":{}})"})).verdict == ReportVerdict::unknown);
  const Report unreviewed = results(cat({R"({"reviewed-controls":{"control-selections":[]},
      "findings":[)",
                                         finding("satisfied"), "]}"}));
  CHECK(unreviewed.verdict == ReportVerdict::unknown);
  CHECK(has_reason(unreviewed, "which controls were reviewed"));
  const Report risky = results(cat({"{", kReviewed, R"(,"risks":[{"status":"open"},
      {"status":"closed"}],"findings":[)",
                                    finding("satisfied"), "]}"}));
  CHECK(risky.verdict == ReportVerdict::unknown);
  CHECK(has_reason(risky, "1 risk not closed"));
}

TEST_CASE("an OSCAL assessment that is cut or of another version is not interpreted") {
  const Report cut = report(R"({"assessment-results":{"metadata":{"oscal-version":"1.1.2"}}})");
  CHECK(cut.format == "OSCAL assessment results");
  CHECK(has_reason(cut, "it lists no results"));
  const Report later = report(cat({R"({"assessment-results":{"metadata":{"oscal-version":"2.0.0"},
      "results":[{"findings":[)",
                                   finding("satisfied"), "]}]}}"}));
  CHECK(later.verdict == ReportVerdict::unknown);
  CHECK(has_reason(later, "the version \"2.0.0\""));
  CHECK(report(R"({"assessment-results":{"results":[]}})").verdict == ReportVerdict::unknown);
}

TEST_CASE("other models of OSCAL and other assessments are no assessment results") {
  for (const char* text : {R"({"assessment-plan":{"metadata":{"oscal-version":"1.1.2"}}})",
                           R"({"catalog":{"metadata":{"oscal-version":"1.1.2"}}})",
                           R"({"assessment-results":[{"state":"satisfied"}]})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("the OSCAL sample of its makers") {
  if (!samples_folder()) return;
  const Report read = report(read_sample(
      *samples_folder(), "corpus/evidence-formats/oscal/ifa_assessment-results-example.json"));
  CHECK(read.verdict == ReportVerdict::fail);
  CHECK(read.failed == 1);
  CHECK(read.executed == 1);
  CHECK(has_reason(read, "1 risk not closed"));
  CHECK(read.taken_at == read_instant("2023-06-02T08:46:51-04:00"));
}
