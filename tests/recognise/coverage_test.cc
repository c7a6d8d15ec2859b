// Reports of coverage: Istanbul's summary and coverage.py's JSON.
#include "base/text.h"
#include "recognise/report.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
using record::Report;
using record::ReportVerdict;

namespace {

std::string part(int total, int covered, std::string_view percentage) {
  return cat({R"({"total":)", number(total), R"(,"covered":)", number(covered),
              R"(,"skipped":0,"pct":)", percentage, "}"});
}

// All four parts alike.
std::string parts(int total, int covered, std::string_view percentage) {
  const std::string each = part(total, covered, percentage);
  return cat({R"({"lines":)", each, R"(,"statements":)", each, R"(,"functions":)", each,
              R"(,"branches":)", each, "}"});
}

Report istanbul(std::string_view total, std::string_view file) {
  return report(cat({R"({"total":)", total, R"(,"/home/me/a.js":)", file, "}"}));
}

Report coverage_py(std::string_view meta, std::string_view totals, std::string_view file) {
  return report(cat({R"({"meta":{"version":"7.6.1","timestamp":"2026-02-15T10:00:00.123456",)",
                     R"("branch_coverage":false)", meta, R"(},"files":{"a.py":{"summary":{)", file,
                     R"(}}},"totals":{)", totals, "}}"}));
}

constexpr std::string_view kTwoOfThree = R"("num_statements":3,"covered_lines":2)";

}  // namespace

TEST_CASE("Istanbul's summary measures lines, and is no pass of its own") {
  const Report read = istanbul(parts(3, 2, "66.66"), parts(3, 2, "66.66"));
  CHECK(read.format == "Istanbul coverage summary");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "measures coverage"));
  CHECK(read.reasons.size() == 1);
  CHECK(read.executed == 3);
  CHECK_FALSE(read.passed.has_value());
}

TEST_CASE("Istanbul's 100 % of nothing is empty") {
  const Report read = istanbul(parts(0, 0, "100"), parts(0, 0, "100"));
  CHECK(read.verdict == ReportVerdict::empty);
  CHECK(read.executed == 0);
  CHECK(report(cat({R"({"total":)", parts(0, 0, R"("Unknown")"), "}"})).verdict ==
        ReportVerdict::empty);
}

TEST_CASE("an Istanbul summary that has lost files or contradicts itself is doubted") {
  const Report lost = report(cat({R"({"total":)", parts(3, 2, "66.66"), "}"}));
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "its files say 0"));
  CHECK(has_reason(istanbul(parts(3, 2, "66.66"), parts(4, 2, "50")), "its files say 4"));
  CHECK(has_reason(istanbul(parts(3, 2, "100"), parts(3, 2, "66.66")), "2 of 3 lines 100 %"));
  CHECK(has_reason(istanbul(parts(3, 4, "100"), parts(3, 4, "100")), "covers 4 of 3 lines"));
  CHECK(has_reason(istanbul(parts(3, 2, R"("Unknown")"), parts(3, 2, "66.66")), "Unknown"));
}

TEST_CASE("what only looks like an Istanbul summary is none") {
  for (const std::string& text :
       {std::string(R"({"total":{"lines":{"total":"3","covered":"2"}}})"),
        cat({R"({"total":{"lines":)", part(3, 2, "66.66"), "}}"}),
        std::string(R"({"total":12,"lines":3})"),
        std::string(R"({"/a.js":{"path":"/a.js","statementMap":{},"s":{"0":1}}})")}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}

TEST_CASE("coverage.py's report measures statements, and is no pass of its own") {
  const Report read = coverage_py(
      R"(,"format":3)", cat({kTwoOfThree, R"(,"percent_covered":66.66666666666667)"}), kTwoOfThree);
  CHECK(read.format == "coverage.py");
  CHECK(read.tool == "coverage.py 7.6.1");
  CHECK(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(read.reasons.size() == 1);
  CHECK(read.executed == 3);
  CHECK(read.taken_at == read_instant("2026-02-15T10:00:00Z"));
  CHECK(read.zone_missing);
}

TEST_CASE("coverage.py's percentage is of statements and branches") {
  const std::string branches = cat({kTwoOfThree, R"(,"num_branches":2,"covered_branches":1)"});
  CHECK(coverage_py("", cat({branches, R"(,"percent_covered":60.0)"}), branches).reasons.size() ==
        1);
  CHECK(has_reason(coverage_py("", cat({branches, R"(,"percent_covered":66.7)"}), branches),
                   "3 of 5 statements and branches"));
}

TEST_CASE("coverage.py's 100 % of no statements is empty") {
  const std::string_view none = R"("num_statements":0,"covered_lines":0)";
  CHECK(coverage_py("", cat({none, R"(,"percent_covered":100.0)"}), none).verdict ==
        ReportVerdict::empty);
}

TEST_CASE("a report of coverage.py that has lost files or contradicts itself is doubted") {
  const std::string totals = cat({kTwoOfThree, R"(,"percent_covered":66.67)"});
  CHECK(has_reason(coverage_py("", totals, R"("num_statements":1,"covered_lines":1)"),
                   "its files say 1"));
  const Report lost = report(cat({R"({"meta":{"version":"7.6.1"},"totals":{)", totals, "}}"}));
  CHECK(lost.format == "coverage.py");
  CHECK(lost.verdict == ReportVerdict::unknown);
  CHECK(has_reason(lost, "lists no files"));
  CHECK(has_reason(coverage_py("", R"("num_statements":3,"covered_lines":5)", kTwoOfThree),
                   "covers 5 of 3"));
}

TEST_CASE("a later format of coverage.py is not interpreted") {
  const Report read = coverage_py(R"(,"format":9)", kTwoOfThree, kTwoOfThree);
  CHECK(read.format == "coverage.py");
  CHECK_FALSE(read.measures);
  CHECK(read.verdict == ReportVerdict::unknown);
  CHECK(has_reason(read, "\"9\""));
}

TEST_CASE("what only looks like a report of coverage.py is none") {
  for (const char* text :
       {R"({"meta":{"version":"1.0"},"files":{},"totals":{"lines":3}})",
        R"({"meta":{"version":7},"totals":{"num_statements":3,"covered_lines":3}})",
        R"({"meta":{"version":"1"},"totals":{"num_statements":"3","covered_lines":"3"}})"}) {
    INFO(text);
    CHECK(report(text).format.empty());
  }
}
