// The order of judgement: standings, gates, the rules of the table, the verdict.
#include "audit/audit.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/expectations.h"
#include "audit/gates.h"
#include "audit/metrics.h"
#include "audit/parity.h"
#include "audit/rules.h"
#include "audit/standing.h"
#include "audit/verdict.h"
#include "base/digest.h"
#include "base/text.h"

namespace muster {
namespace {

Judging begin(const Model& model, Instant as_of) {
  Judging judging{model, as_of, {}, {}, {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < model.documents.size(); ++i) {
    const Document& document = model.documents[DocumentId(i)];
    judging.places[{document.repo, document.path}] = DocumentId(i);
  }
  judging.decisions.resize(model.gates.size());
  for (std::size_t i = 0; i < model.decisions.size(); ++i)
    if (const GateId gate = model.decisions[DecisionId(i)].gate)
      judging.decisions[gate.n] = DecisionId(i);
  for (const Citation& citation : model.citations)
    judging.expectations.push_back(judge_expectations(model, citation));
  judging.metrics = judge_metrics(model);
  judging.parity = judge_parity(model);
  judging.standings = judge_standings(judging);
  judging.gates = judge_gates(judging);
  return judging;
}

// The policy's word on a rule: nothing said, a severity, or off.
struct Setting {
  bool off = false;
  std::optional<Severity> severity;
};

Setting setting_of(const Policy& policy, std::string_view rule) {
  const auto found = policy.severity.find(std::string(rule));
  if (found == policy.severity.end()) return {};
  return {!found->second.has_value(), found->second};
}

std::vector<Draft> run_rules(const Judging& judging, const Policy& policy,
                             std::vector<RuleRun>& runs) {
  Findings findings;
  for (const Rule& rule : rule_table()) {
    const Setting setting = setting_of(policy, rule.info.id);
    if (setting.off) continue;
    const std::size_t before = findings.drafts().size();
    findings.begin(rule.info);
    const int subjects = rule.check(judging, findings);
    for (std::size_t i = before; i < findings.drafts().size(); ++i)
      if (setting.severity) findings.drafts()[i].finding.severity = *setting.severity;
    runs.push_back(
        {std::string(rule.info.id), subjects, static_cast<int>(findings.drafts().size() - before)});
  }
  return std::move(findings.drafts());
}

// Worst first, then by place and rule.
void put_in_order(std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    if (a.finding.severity != b.finding.severity) return a.finding.severity > b.finding.severity;
    return std::tie(a.finding.where, a.finding.rule, a.finding.message) <
           std::tie(b.finding.where, b.finding.rule, b.finding.message);
  });
}

// Rule, repository, path and subject, whatever the line; the second of two equal ones has its
// ordinal in it.
void add_fingerprints(const Model& model, std::vector<Draft>& drafts) {
  constexpr std::size_t kDigits = 16;
  std::map<std::string, int> equal;
  std::set<std::string> ids;
  for (Draft& draft : drafts) {
    Finding& finding = draft.finding;
    const std::string subject =
        cat({finding.rule, "\n", model.repo_name(finding.where.repo), "\n", finding.where.path,
             "\n", to_string(finding.subject.kind), "\n", draft.key});
    const int ordinal = equal[subject]++;
    const std::string digest =
        sha256_hex(ordinal == 0 ? subject : cat({subject, "\n", number(ordinal)}));
    finding.fingerprint = digest.substr(0, kDigits);
    std::size_t length = 6;
    do {
      finding.id = "F-" + digest.substr(0, length++);
    } while (!ids.insert(finding.id).second && length <= digest.size());
  }
}

}  // namespace

Audit audit(const Model& model, const Policy& policy, Instant as_of) {
  const Judging judging = begin(model, as_of);
  Audit audit;
  audit.as_of = as_of;
  std::vector<Draft> drafts = run_rules(judging, policy, audit.rules);
  put_in_order(drafts);
  add_fingerprints(model, drafts);
  for (Draft& draft : drafts) audit.findings.push_back(std::move(draft.finding));
  // Beyond this point nothing is found any more.
  audit.standings = judging.standings;
  audit.gates = judging.gates;
  audit.expectations = judging.expectations;
  audit.metrics = judging.metrics;
  audit.parity = judging.parity;
  judge_verdicts(judging, audit);
  return audit;
}

}  // namespace muster
