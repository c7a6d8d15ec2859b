// Findings, worst first, and the rules that ran: silence must not look like success.
#include <map>
#include <set>

#include "base/text.h"
#include "compose/frame.h"
#include "compose/pages.h"

namespace muster {
namespace {

constexpr Severity kWorstFirst[] = {Severity::blocker, Severity::warning, Severity::note};

const RuleInfo* find_rule(const View& view, std::string_view id) {
  for (const RuleInfo& rule : view.input.rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

Data::Object finding_row(const View& view, std::size_t index) {
  const Finding& finding = view.audit.findings[index];
  const RuleInfo* rule = find_rule(view, finding.rule);
  Data::List related;
  for (const Where& where : finding.related) related.push_back(view.place(where));
  return {{"id", view.finding_anchor(index)},
          {"label", finding.id},
          {"mark", data_of(mark_of(finding.severity))},
          {"severity", to_string(finding.severity)},
          {"message", words::sentence(finding.message)},
          {"href", link_or_none(view.to(finding.subject, finding.document))},
          {"place", view.place(finding.where)},
          {"has_place", !finding.where.path.empty()},
          {"subject", text_or_none(finding.label)},
          {"why", text_or_none(rule != nullptr ? rule->why : std::string_view())},
          {"advice", text_or_none(finding.advice)},
          {"owner", View::owner(finding.owner)},
          {"owner_key", finding.owner.empty() ? std::string("nobody-yet") : slug(finding.owner)},
          {"due", finding.due ? Data(time_of(*finding.due)) : Data(false)},
          {"rule", finding.rule},
          {"related", std::move(related)}};
}

Data::List groups(const View& view) {
  Data::List list;
  for (const Severity severity : kWorstFirst) {
    Data::List rows;
    for (std::size_t i = 0; i < view.audit.findings.size(); ++i)
      if (view.audit.findings[i].severity == severity) rows.push_back(finding_row(view, i));
    if (rows.empty()) continue;
    const std::string count = words::counted(static_cast<long long>(rows.size()), "finding");
    list.push_back(Data::Object{{"mark", data_of(mark_of(severity))},
                                {"key", to_string(severity)},
                                {"count", count},
                                {"rows", std::move(rows)}});
  }
  return list;
}

Data::List rule_options(const View& view) {
  std::set<std::string> rules;
  for (const Finding& finding : view.audit.findings) rules.insert(finding.rule);
  Data::List list;
  for (const std::string& rule : rules) list.push_back(Data::Object{{"text", rule}});
  return list;
}

Data::List owner_options(const View& view) {
  std::map<std::string, std::string> owners;
  for (const Finding& finding : view.audit.findings) {
    const bool nobody = finding.owner.empty();
    owners.emplace(nobody ? "nobody-yet" : slug(finding.owner),
                   nobody ? std::string(words::kNobody) : finding.owner);
  }
  Data::List list;
  for (const auto& [value, text] : owners)
    list.push_back(Data::Object{{"value", value}, {"text", text}});
  return list;
}

Data::List rules_run(const View& view) {
  Data::List list;
  for (const RuleRun& run : view.audit.rules) {
    const RuleInfo* rule = find_rule(view, run.rule);
    list.push_back(
        Data::Object{{"rule", run.rule},
                     {"title", text_or_none(rule != nullptr ? rule->title : std::string_view())},
                     {"subjects", run.subjects},
                     {"findings", run.findings},
                     {"clean", run.findings == 0}});
  }
  return list;
}

}  // namespace

Page findings_page(const View& view) {
  Page page = framed_page(view, "findings");
  const auto count = [](std::size_t n, std::string_view one) {
    return words::counted(static_cast<long long>(n), one);
  };
  page.data["page_title"] = "Findings";
  page.data["any"] = !view.audit.findings.empty();
  page.data["total"] =
      words::counted(static_cast<long long>(view.audit.findings.size()), "place", "places");
  page.data["single"] = view.audit.findings.size() == 1;
  page.data["groups"] = groups(view);
  page.data["rule_options"] = rule_options(view);
  page.data["owner_options"] = owner_options(view);
  page.data["rule_count"] = count(view.audit.rules.size(), "rule");
  page.data["document_count"] = count(view.model.documents.size(), "document");
  page.data["report_count"] = count(view.model.evidence.size(), "report");
  page.data["rules"] = rules_run(view);
  page.data["page_class"] = "p-find";
  return page;
}

}  // namespace muster
