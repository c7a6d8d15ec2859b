// OpenSSF Scorecards: scores without a verdict, of which -1 is none.
#include "base/text.h"
#include "recognise/report.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

Report scorecard(std::string_view score, std::string_view checks) {
  return report(cat({R"({"date":"2026-02-15T10:00:00Z","repo":{"name":"github.com/a/b",
      "commit":"68bc"},"scorecard":{"version":"v5.0.0","commit":"ccbc"},"score":)",
                     score, R"(,"checks":[)", checks, "]}"}));
}

}  // namespace

TEST_CASE("a Scorecard measures scores and knows no pass") {
  const Report read = scorecard("7.4", R"({"score":10},{"score":0},{"score":5})");
  CHECK(read.format == "OpenSSF Scorecard");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.executed == 3);
  CHECK_FALSE(read.passed.has_value());
  CHECK(read.subject == "commit 68bc");
  CHECK(read.tool == "Scorecard v5.0.0");
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(has_reason(read, "it measures scores"));
}

TEST_CASE("an inconclusive Scorecard check is neither bad nor good") {
  const Report read = scorecard("5", R"({"score":10},{"score":-1})");
  CHECK(read.executed == 1);
  CHECK(read.skipped == 1);
  CHECK(has_reason(read, "1 check inconclusive"));
  CHECK(has_reason(scorecard("-1", R"({"score":10})"), "its score is inconclusive"));
  CHECK(scorecard("-1", R"({"score":-1},{"score":-1})").verdict == ReportVerdict::empty);
}

TEST_CASE("a Scorecard without checks is empty") {
  CHECK(scorecard("10", "").verdict == ReportVerdict::empty);
}

TEST_CASE("what is no score is a doubt") {
  for (const char* check : {R"({"score":11})", R"({"score":"10"})", "{}", "3", R"({"score":-2})"}) {
    INFO(check);
    CHECK(has_reason(scorecard("5", check), "without a score"));
  }
  for (const char* score : {"null", "11", "\"10\""}) {
    INFO(score);
    CHECK(has_reason(scorecard(score, R"({"score":10})"), "it has no score"));
  }
  const Report cut = report(R"({"date":"2026-02-15","repo":{"name":"a"},
      "scorecard":{"version":"v5"},"score":7})");
  CHECK(cut.format == "OpenSSF Scorecard");
  CHECK(has_reason(cut, "it lists no checks"));
}

TEST_CASE("other scores are no Scorecard") {
  for (const char* text :
       {R"({"scorecard":{"home":3,"away":1},"checks":[]})",
        R"({"date":"2026-02-15","repo":"a/b","score":7,"checks":[]})",
        R"({"date":"2026-02-15","repo":{"name":"a"},"scorecard":{"version":5},"score":7})"}) {
    INFO(text);
    CHECK(report(text).format != "OpenSSF Scorecard");
  }
}

TEST_CASE("the samples of Scorecard's own tests") {
  if (!samples_folder()) return;
  const auto sample = [](int i) {
    return report(read_sample(
        *samples_folder(), cat({"corpus/evidence-formats/scorecard/check", number(i), ".json"})));
  };
  for (const int i : {1, 2, 5, 6}) CHECK(sample(i).executed == 1);
  for (const int i : {3, 4}) {
    CHECK(sample(i).executed == 2);
    CHECK(has_reason(sample(i), "1 check inconclusive"));
  }
  CHECK(sample(1).taken_at == read_instant("2023-03-02T16:30:43Z"));
}
