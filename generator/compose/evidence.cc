// Evidence: the index of a version with who cites what, and one page for each distinct report.
#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "compose/frame.h"
#include "compose/item.h"
#include "compose/pages.h"

namespace muster {
namespace {

constexpr std::size_t kCitersShown = 6;
constexpr std::size_t kBytesShown = 256u << 10;  // of a report, as committed

// What needs attention comes first.
int rank(const Evidence& evidence) {
  switch (result_of(evidence)) {
    case EvidenceResult::fail:
      return 0;
    case EvidenceResult::empty:
      return 1;
    case EvidenceResult::missing:
      return 2;
    case EvidenceResult::removed:
      return 3;
    case EvidenceResult::unknown:
      return 4;
    case EvidenceResult::pass:
      break;
  }
  return 5;
}

std::string file_name(std::string_view path) { return std::string(split(path, '/').back()); }

// Why it has this result, in a few words; empty where the result says it all.
std::string remark(const Evidence& evidence) {
  switch (evidence.state) {
    case EvidenceState::missing:
      return "Cited, and not in the repository";
    case EvidenceState::removed:
      return "It was here once and is gone from this version";
    case EvidenceState::external:
      return "Outside the repositories: muster has not read it";
    case EvidenceState::unreadable:
      return evidence.problem;
    case EvidenceState::present:
      break;
  }
  if (attached(evidence)) return "muster cannot interpret this kind of file: it proves nothing";
  const std::vector<std::string>& reasons = evidence.content->report.reasons;
  return reasons.empty() ? std::string() : reasons.front();
}

std::string executed_words(const Evidence& evidence) {
  if (evidence.content == nullptr || !evidence.content->report.executed) return "—";
  return number(*evidence.content->report.executed);
}

Data::Object citer(const View& view, const Citation& citation) {
  if (citation.item) {
    const Item& item = view.model.items[citation.item];
    return {{"text", item.anchor}, {"title", item.text}, {"href", view.to(citation.item)}};
  }
  const Data::Object place = view.place(citation.where);
  return {{"text", place.at("text")}, {"title", ""}, {"href", place.at("href")}};
}

Data::List citers(const View& view, const Evidence& evidence) {
  Data::List list;
  for (const std::size_t citation : evidence.cited_by) {
    if (list.size() == kCitersShown) break;
    list.push_back(citer(view, view.model.citations[citation]));
  }
  return list;
}

Data::Object index_row(const View& view, EvidenceId id) {
  const Evidence& evidence = view.model.evidence[id];
  Data::Object mark = data_of(mark_of(result_of(evidence)));
  if (evidence.state == EvidenceState::external) mark["word"] = "Not read";
  if (attached(evidence)) mark["word"] = "Attached";
  const std::size_t more =
      evidence.cited_by.size() > kCitersShown ? evidence.cited_by.size() - kCitersShown : 0;
  Data made = false;
  if (evidence.content != nullptr && evidence.content->report.taken_at)
    made = time_of(*evidence.content->report.taken_at);
  return {
      {"id", view.evidence_anchor(id)},
      {"path", evidence.path},
      {"href", has_page(evidence) || view.document_of(evidence) ? Data(view.to(id)) : Data(false)},
      {"remark", text_or_none(remark(evidence))},
      {"result", to_string(result_of(evidence))},
      {"mark", std::move(mark)},
      {"executed", executed_words(evidence)},
      {"made", std::move(made)},
      {"author", text_or_none(evidence.commit ? evidence.commit->author : std::string())},
      {"commit",
       evidence.commit ? Data(view.commit(evidence.repo, evidence.commit->id)) : Data(false)},
      {"cited", !evidence.cited_by.empty()},
      {"citers", citers(view, evidence)},
      {"more", more > 0 ? Data(more) : Data(false)}};
}

// Runs that the text calls passed, and of which there is no report.
Data::List claims_without_report(const View& view) {
  Data::List rows;
  for (const Claim& claim : view.model.claims)
    if (claim.verdict == "pass" && claim.evidence.empty() &&
        view.model.documents[claim.document].judged())
      rows.push_back(Data::Object{{"subject", claim.subject},
                                  {"result", claim.result},
                                  {"place", view.place(claim.where)},
                                  {"mark", data_of(mark_of(Standing::claimed))}});
  return rows;
}

bool usable(const Evidence& evidence) {
  return evidence.state == EvidenceState::present && result_of(evidence) == EvidenceResult::pass;
}

// SHA-256 in groups of four digits.
std::string grouped(std::string_view digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += 4)
    out += cat({i == 0 ? "" : " ", digits.substr(i, 4)});
  return out;
}

Data count_or_none(const std::optional<long long>& count) {
  if (!count) return false;
  return number(*count);
}

// Values that front matter of any version calls secret in this file.
std::vector<std::string> declared_secrets(const View& view, const ObjectId& blob) {
  std::vector<std::string> pointers;
  for (const Judged& version : view.input.versions)
    for (const ParityRow& row : version.model.parity_rows) {
      if (!row.captured || !row.pair.secret) continue;
      for (const EvidenceId id : {row.staging, row.production})
        if (id && version.model.evidence[id].blob == blob) pointers.push_back(row.pair.pointer);
    }
  return pointers;
}

// The report as committed where its bytes are known and hold no secret, else as it was understood.
std::string raw_text(const View& view, const Evidence& evidence, std::string_view& how) {
  const ReportContent& content = *evidence.content;
  const std::vector<std::string> secrets = declared_secrets(view, evidence.blob);
  const bool as_read = !secrets.empty() || content.bytes == nullptr;
  if (!as_read && !content.hidden) {
    const bool whole = content.bytes->size() <= kBytesShown;
    how = whole ? "The report as committed" : "The report as committed, its first 256 KiB";
    return valid_utf8(std::string_view(*content.bytes).substr(0, kBytesShown));
  }
  how = content.hidden || !secrets.empty() ? "The report as muster read it, without its secrets"
                                           : "The report as muster read it, its keys sorted";
  if (!as_read) return valid_utf8(*content.bytes);
  if (content.json == nullptr) return {};
  return write_json(hide_secrets(*content.json, secrets)).substr(0, kBytesShown);
}

std::string_view banner_title(const Evidence& evidence) {
  if (attached(evidence)) return "muster cannot interpret this kind of file";
  if (evidence.content->report.measures)
    return "This report gives numbers: front matter says what they must be";
  switch (result_of(evidence.content->report)) {
    case EvidenceResult::fail:
      return "This report says that it failed";
    case EvidenceResult::empty:
      return "This PASS tested nothing";
    default:
      return "muster cannot tell what this report says";
  }
}

Data::Object banner_of(const Evidence& evidence) {
  const EvidenceResult result = result_of(evidence.content->report);
  Data::Object banner = data_of(mark_of(result));
  banner["any"] = result != EvidenceResult::pass;
  banner["title"] = banner_title(evidence);
  return banner;
}

}  // namespace

Page evidence_index_page(const View& view) {
  Page page = framed_page(view, "evidence_index");
  std::vector<EvidenceId> ids;
  int pass = 0;
  int empty = 0;
  for (const Evidence& evidence : view.model.evidence) {
    ids.push_back(view.model.evidence.id_of(evidence));
    pass += usable(evidence) ? 1 : 0;
    empty += result_of(evidence) == EvidenceResult::empty ? 1 : 0;
  }
  std::stable_sort(ids.begin(), ids.end(), [&](EvidenceId a, EvidenceId b) {
    return rank(view.model.evidence[a]) < rank(view.model.evidence[b]);
  });
  Data::List rows;
  for (const EvidenceId id : ids) rows.push_back(index_row(view, id));
  page.data["page_title"] = "Evidence";
  page.data["total"] = words::counted(static_cast<long long>(rows.size()), "file");
  page.data["usable"] = pass;
  page.data["empty"] =
      empty > 0 ? Data(words::counted(empty, "report says", "reports say")) : Data(false);
  page.data["any"] = !rows.empty();
  page.data["rows"] = std::move(rows);
  page.data["claims"] = claims_without_report(view);
  return page;
}

Page evidence_page(const View& view) {
  const Evidence& evidence = view.model.evidence[EvidenceId(view.plan.row)];
  const ReportContent& content = *evidence.content;
  const record::Report& report = content.report;
  Page page = framed_page(view, "evidence");
  std::string_view how;
  std::string raw = raw_text(view, evidence, how);
  Data::List reasons;
  for (const std::string& reason : report.reasons)
    reasons.push_back(Data::Object{{"text", reason}});
  Data::List problems;
  for (const Note& note : content.notes)
    problems.push_back(Data::Object{{"line", note.line > 0 ? Data(note.line) : Data(false)},
                                    {"text", note.message}});
  page.data["page_title"] = file_name(evidence.path);
  page.data["mark"] = data_of(mark_of(result_of(report)));
  page.data["banner"] = banner_of(evidence);
  page.data["reasons"] = std::move(reasons);
  page.data["problems"] = std::move(problems);
  page.data["path"] = evidence.path;
  page.data["repo"] = view.input.workspace.repos[evidence.repo].name;
  page.data["size"] = words::counted(static_cast<long long>(content.size), "byte");
  page.data["blob"] = evidence.blob.hex();
  page.data["sha256"] = grouped(content.sha256);
  page.data["format"] = text_or_none(report.format);
  page.data["generic"] = report.generic;
  page.data["subject"] = text_or_none(report.subject);
  page.data["tool"] = text_or_none(report.tool);
  page.data["taken"] = report.taken_at ? Data(time_of(*report.taken_at)) : Data(false);
  page.data["zone_missing"] = report.zone_missing;
  page.data["executed"] = count_or_none(report.executed);
  page.data["passed"] = count_or_none(report.passed);
  page.data["failed"] = count_or_none(report.failed);
  page.data["skipped"] = count_or_none(report.skipped);
  page.data["raw_title"] = how;
  page.data["raw"] = text_or_none(raw);
  return page;
}

}  // namespace muster
