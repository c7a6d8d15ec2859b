#include <set>

#include "audit/judge.h"
#include "support/catch.h"

namespace muster {
namespace {

using test::count;
using test::judge;
using test::ModelBuilder;

constexpr std::string_view kOverdue =
    "# G\n\n| Gap | Owner | ETA |\n|---|---|---|\n| A | B | 2025-10-24 |\n| C | B | — |\n";

Judged judge_with(std::optional<Severity> severity) {
  ModelBuilder builder;
  builder.document("doc.md", kOverdue);
  Policy policy;
  policy.severity["gap-overdue"] = severity;
  return judge(builder, policy);
}

TEST_CASE("every rule says what, why and how to fix it, with an example of both") {
  std::set<std::string_view> ids;
  for (const RuleInfo& rule : rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    for (const std::string_view text : {rule.title, rule.why, rule.fix, rule.example, rule.good})
      CHECK_FALSE(text.empty());
    CHECK_FALSE(rule.title.ends_with('.'));
    CHECK(rule.why.ends_with('.'));
    CHECK(rule.fix.ends_with('.'));
  }
  CHECK(ids.contains("gap-overdue"));
}

TEST_CASE("a rule that found nothing still says on how many subjects it ran") {
  const Judged judged = judge(kOverdue);
  CHECK(judged.audit.rules.size() == rules().size());
  for (const RuleRun& run : judged.audit.rules) {
    if (run.rule == "gap-overdue") {
      CHECK(run.subjects == 1);
      CHECK(run.findings == 1);
    }
    if (run.rule == "gap-without-owner") {
      CHECK(run.subjects == 2);
      CHECK(run.findings == 0);
    }
    if (run.rule == "gate-skipped") CHECK(run.subjects == 0);
  }
}

TEST_CASE("a policy changes a severity, and with it the verdict") {
  CHECK(judge_with(Severity::warning).audit.verdict.outcome == Outcome::at_risk);
  CHECK(judge_with(Severity::blocker).audit.verdict.outcome == Outcome::not_ready);
}

TEST_CASE("a rule that is switched off does not run") {
  const Judged judged = judge_with(std::nullopt);
  CHECK(count(judged, "gap-overdue") == 0);
  CHECK(judged.audit.rules.size() == rules().size() - 1);
}

}  // namespace
}  // namespace muster
