// The parity page: what is compared between two environments, mismatches first, with the mark that
// the document itself gives beside what its values say.
#include <algorithm>

#include "base/text.h"
#include "compose/frame.h"
#include "compose/pages.h"

namespace muster {
namespace {

int rank(const ParityAudit& audit) {
  if (audit.contradicts) return 0;
  switch (audit.state) {
    case ParityState::mismatch:
      return 1;
    case ParityState::unknown:
      return 2;
    case ParityState::accepted:
      return 3;
    case ParityState::matches:
      break;
  }
  return 4;
}

std::string_view wanted(const ParityRow& row) {
  if (!row.captured) return "same";
  switch (row.pair.compare) {
    case record::ParityCompare::differs:
      return "differs";
    case record::ParityCompare::major:
      return "same major version";
    case record::ParityCompare::minor:
      return "same minor version";
    case record::ParityCompare::set_equal:
      return "same entries";
    case record::ParityCompare::matches:
      return "fits a pattern";
    case record::ParityCompare::present:
      return "there in both";
    case record::ParityCompare::unreadable:
      return "cannot be read";
    case record::ParityCompare::same:
      break;
  }
  return "same";
}

Data file_of(const View& view, EvidenceId id) {
  if (!id) return false;
  return Data::Object{{"href", view.to(id)}, {"path", view.model.evidence[id].path}};
}

// A captured value, or a cell as it is written.
Data value_of(const ParityRow& row, const std::string& captured, const record::Entry& told) {
  if (row.captured)
    return Data::Object{{"text", captured.empty() ? std::string(words::kNotKnown) : captured},
                        {"dim", captured.empty()}};
  return entry_of(told, words::kNone);
}

Data::List findings_of(const View& view, std::size_t row) {
  Data::List findings;
  for (std::size_t i = 0; i < view.audit.findings.size(); ++i) {
    const Finding& finding = view.audit.findings[i];
    if (finding.subject.kind == SubjectKind::parity && finding.subject.row == row)
      findings.push_back(Data::Object{{"id", finding.id},
                                      {"href", view.to_finding(i)},
                                      {"message", words::sentence(finding.message)}});
  }
  return findings;
}

Data::Object parity_row(const View& view, std::size_t i) {
  const ParityRow& row = view.model.parity_rows[ParityId(i)];
  const ParityAudit& audit = view.audit.parity[i];
  const Document& document = view.model.documents[row.document];
  return {{"id", cat({"p", number(static_cast<long long>(i) + 1)})},
          {"text", replace_all(row.text, "`", "")},
          {"place", view.place(row.where)},
          {"document", document.title},
          {"document_href", view.to(row.document)},
          {"staging", value_of(row, audit.staging, row.told_staging)},
          {"production", value_of(row, audit.production, row.told_production)},
          {"staging_file", row.captured ? file_of(view, row.staging) : Data(false)},
          {"production_file", row.captured ? file_of(view, row.production) : Data(false)},
          {"wanted", std::string(wanted(row))},
          {"captured", row.captured},
          {"mark", data_of(mark_of(audit.state))},
          {"state", std::string(to_string(audit.state))},
          {"why", text_or_none(audit.why)},
          {"contradicts", audit.contradicts},
          {"said", row.captured ? Data(false) : Data(entry_of(row.status, words::kNone))},
          {"notes", text_or_none(row.notes.fill == Fill::value ? row.notes.text : std::string())},
          {"findings", findings_of(view, i)}};
}

}  // namespace

Page parity_page(const View& view) {
  Page page = framed_page(view, "parity");
  std::vector<std::size_t> order(view.model.parity_rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rank(view.audit.parity[a]) < rank(view.audit.parity[b]);
  });
  Data::List rows;
  int mismatches = 0;
  int contradictions = 0;
  int unknown = 0;
  for (const std::size_t i : order) {
    rows.push_back(parity_row(view, i));
    mismatches += view.audit.parity[i].state == ParityState::mismatch ? 1 : 0;
    contradictions += view.audit.parity[i].contradicts ? 1 : 0;
    unknown += view.audit.parity[i].state == ParityState::unknown ? 1 : 0;
  }
  page.data["page_title"] = "Parity";
  page.data["total"] = static_cast<int>(order.size());
  page.data["mismatches"] = mismatches;
  page.data["contradictions"] = contradictions;
  page.data["unknown"] = unknown;
  page.data["rows"] = std::move(rows);
  page.data["page_class"] = "p-wide";
  return page;
}

}  // namespace muster
