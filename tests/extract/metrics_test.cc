// Numbers, units, thresholds and declared totals.
#include "base/text.h"
#include "extract/thresholds.h"
#include "read.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

using record::Comparison;
using record::Metric;

std::optional<double> number(std::string_view text) {
  std::optional<double> value;
  return extract::take_number(text, value) ? value : std::nullopt;
}

Records table(std::string_view target, std::string_view actual) {
  return read(
      cat({"| Metric | Target | Actual |\n|-|-|-|\n| M | ", target, " | ", actual, " |\n"}));
}

Metric row(std::string_view target, std::string_view actual) {
  return at(table(target, actual).metrics, 0);
}

Metric only(std::string_view text) {
  const Records records = read(text);
  REQUIRE(records.metrics.size() == 1);
  return at(records.metrics, 0);
}

}  // namespace

TEST_CASE("groups of three digits are thousands") {
  for (const char* text : {"1,200,000", "1 200 000", "1'200'000", "1.200.000",
                           "1\u00a0200\u00a0000", "1\u202f200\u202f000"}) {
    INFO(text);
    CHECK(number(text) == 1200000);
  }
  CHECK(number("1,200") == 1200);
  CHECK(number("1,200.5") == 1200.5);
  CHECK(number("1.200,5") == 1200.5);
}

TEST_CASE("other commas and points are decimal, and what is no number is not read") {
  CHECK(number("99,95") == 99.95);
  CHECK(number("0,125") == 0.125);
  CHECK(number("1,2345") == 1.2345);
  CHECK(number("1.200") == 1.2);
  for (const char* text : {"1,2,3", "1.2.3", "12:30"}) {
    INFO(text);
    CHECK_FALSE(number(text));
  }
}

TEST_CASE("a thousand lost rows are no target that is met") {
  const Metric rows = row("1,200,000", "1,199,000");
  CHECK(rows.value == 1199000);
  CHECK(rows.target == 1200000);
}

TEST_CASE("a target has the unit of its value") {
  const Metric latency = row("< 1 s", "280 ms");
  CHECK(latency.value == 280);
  CHECK(latency.target == 1000);
  CHECK(latency.unit == "ms");
  CHECK(row("< 2 hours", "90 minutes").target == 120);
  CHECK(row("at most 2 GB", "1500 MB").target == 2000);
  CHECK(row("< 2 h", "1 h 30 min").value == 1.5);
}

TEST_CASE("a target of another unit is not compared, and that is said") {
  for (const char* actual : {"280 ms", "280", "3 req/s", "5k"}) {
    INFO(actual);
    const Metric metric = row("< 1 GB", actual);
    CHECK_FALSE(metric.target);
    CHECK(metric.comparison == Comparison::none);
    CHECK(metric.unjudged == "< 1 GB");
  }
  CHECK_FALSE(row("< 1%", "0.5").target);
  CHECK_FALSE(row("0", "0 → 5").target);
  CHECK_FALSE(row("2026-03-01", "2026-02-18").target);
}

TEST_CASE("words of thresholds are read") {
  struct Case {
    const char* text;
    Comparison comparison;
    double value;
  };
  for (const Case& one :
       {Case{"15 minimum", Comparison::greater_or_equal, 15},
        Case{"minimum 90%", Comparison::greater_or_equal, 90},
        Case{"max 30s", Comparison::less_or_equal, 30}, Case{"under 200 ms", Comparison::less, 200},
        Case{"at most 2 GB", Comparison::less_or_equal, 2},
        Case{"no more than 3", Comparison::less_or_equal, 3},
        Case{"at least 99.9%", Comparison::greater_or_equal, 99.9},
        Case{"90%+", Comparison::greater_or_equal, 90}, Case{"zero", Comparison::equal, 0},
        Case{"Zero errors", Comparison::equal, 0}, Case{"exit code 0", Comparison::equal, 0},
        Case{"mínimo 5", Comparison::greater_or_equal, 5},
        Case{"5 máximo", Comparison::less_or_equal, 5},
        Case{"al menos 5", Comparison::greater_or_equal, 5},
        Case{"como máximo 5", Comparison::less_or_equal, 5}, Case{"cero", Comparison::equal, 0}}) {
    INFO(one.text);
    const auto threshold = extract::read_threshold(one.text);
    REQUIRE(threshold);
    CHECK(threshold->comparison == one.comparison);
    CHECK(threshold->value == one.value);
  }
  for (const char* text : {"~200", "not 0", "non-zero", "must be < 5", "< 200 and > 100", "p95",
                           "zero or one", "12:30"}) {
    INFO(text);
    CHECK_FALSE(extract::read_threshold(text));
  }
}

TEST_CASE("a range has two ends") {
  for (const char* text : {"5–10", "5-10", "5 to 10", "between 5 and 10"}) {
    INFO(text);
    const auto range = extract::read_threshold(text);
    REQUIRE(range);
    CHECK(range->comparison == Comparison::between);
    CHECK(range->value == 5);
    CHECK(range->high == 10);
  }
}

TEST_CASE("an exit code is compared with an exit code") {
  const Metric code = row("exit code 0", "exit code 1");
  CHECK(code.value == 1);
  CHECK(code.target == 0);
  CHECK(only("- verify script: exit code 0\n").value == 0);
}

TEST_CASE("a target in brackets is read in bullets, boxes and prose") {
  for (const char* text : {"- p95: 280ms (target < 300ms)\n", "- [x] p95: 280ms (target < 300ms)\n",
                           "p95: 280ms (< 0.3 s)\n"}) {
    INFO(text);
    const Metric metric = only(text);
    CHECK(metric.name == "p95");
    CHECK(metric.value == 280);
    CHECK(metric.target == 300);
    CHECK(metric.comparison == Comparison::less);
  }
  CHECK(only("- Coverage: 85% (minimum 90%)\n").comparison == Comparison::greater_or_equal);
  CHECK(only("- Restore: 20s (max 30s)\n").comparison == Comparison::less_or_equal);
  CHECK(read("- Coverage: 85% (over 5 runs)\n").metrics.empty());
}

TEST_CASE("declared totals are read where they stand") {
  for (const char* text : {"Total: 58/67 items complete (87%)\n", "Total 58/67 items complete\n",
                           "## Total (58/67 complete)\n", "- Total: 58 of 67 done\n",
                           "```\n┌────────────────┐\n│ Total: 58/67 items complete (87%) "
                           "│\n└────────────────┘\n```\n"}) {
    INFO(text);
    const Metric metric = only(text);
    CHECK(metric.name == "Total");
    CHECK(metric.value == 58);
    CHECK(metric.target == 67);
  }
  CHECK(only("Tests 12/14 passing\n").name == "Tests");
  const Metric bar = only("## API\n\n[██████░░░░] 60%\n");
  CHECK(bar.name == "API");
  CHECK(bar.value == 60);
  CHECK(bar.unit == "%");
}

TEST_CASE("a total has the line of its box in a fence") {
  CHECK(only("# A\n\n```\n┌───┐\n│ Overall: 5/6 done │\n└───┘\n```\n").line == 5);
}

TEST_CASE("a total that is a field in a drawn box is read once") {
  CHECK(only("```\n┌───┐\n│ Progress: 0/9 tasks completed (0%) │\n└───┘\n```\n").target == 9);
}

TEST_CASE("no total is read from code, trees, goals and what is not done") {
  for (const char* text :
       {"```\nTotal: 58/67 items complete\n```\n", "```\n├── Total: 58/67 done\n└── b\n```\n",
        "- Target: 22/36 done\n", "Ratio: 16/9\n", "- Shift: 24/7\n", "~~Total: 5/6 done~~\n",
        "Tests 2/14 failing\n"}) {
    INFO(text);
    CHECK(read(text).metrics.empty());
  }
  CHECK_FALSE(only("- **Failed**: 14/14\n").target);
}

TEST_CASE("a count of passed tests keeps its target beside a failure that is denied") {
  for (const char* text :
       {"- RLS Tests: 42/42 passed, 0 failed\n", "- RLS Tests: 42/42, no errors\n"}) {
    INFO(text);
    CHECK(only(text).target == 42);
  }
  CHECK_FALSE(only("# T\n\n- RLS Tests: 44/44 passed, 2 failed\n").target);
}

TEST_CASE("a box asks for a number in its words") {
  const auto asked = [](std::string_view box) {
    const Records records = read(cat({"# T\n\n- [ ] ", box, "\n"}));
    REQUIRE(records.metrics.size() == 1);
    const Metric metric = at(records.metrics, 0);
    CHECK(metric.item);
    CHECK_FALSE(metric.value);
    return metric;
  };
  CHECK(asked("14/14 tables have RLS enabled").target == 14);
  CHECK(asked("Gate 1 automated tests pass (7/7)").name == "Gate 1 automated tests pass");
  CHECK(asked("Script runs without errors (exit code 0)").target == 0);
  CHECK(asked("Zero write divergence in logs").name == "write divergence in logs");
  CHECK(asked("Restore tested (0 rows lost)").name == "Restore tested");
  CHECK(asked("Smoke test suite passes 100%").unit == "%");
  const Metric slower = asked("No significant performance regression (< 10% slower)");
  CHECK(slower.name == "No significant performance regression");
  CHECK(slower.comparison == Comparison::less);
  CHECK(slower.target == 10);
  const Metric fails = asked("> 5% of RLS tests fail (CE-23)");
  CHECK(fails.name == "RLS tests fail");
  CHECK(fails.comparison == Comparison::greater);
  CHECK(asked("FK count matches expected (minimum 15)").comparison == Comparison::greater_or_equal);
}

TEST_CASE("a box that only tells how it is, or names a number, asks for none") {
  for (const char* box :
       {"Worker has low coverage (< 50%)", "Exit codes are clear (0 = success, non-zero = failure)",
        "Verify the 80% coverage thresholds", "HTTP status is 200/401/403", "3/7 hosts moved",
        "Extend the preprocessing to include <h3>", "Upgrade to 16.2"}) {
    INFO(box);
    CHECK(read(cat({"# T\n\n- [ ] ", box, "\n"})).metrics.empty());
  }
}
