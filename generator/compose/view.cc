#include "compose/view.h"

#include "base/text.h"

namespace muster {
namespace {

std::vector<std::string> gap_names(const Model& model) {
  std::vector<std::string> names;
  for (const Gap& gap : model.gaps) names.push_back(gap.anchor);
  return unique_names(std::move(names));
}

std::vector<std::string> finding_names(const Audit& audit) {
  std::vector<std::string> names;
  for (const Finding& finding : audit.findings) names.push_back(finding.id);
  return unique_names(std::move(names));
}

std::vector<std::string> evidence_names(const Model& model) {
  std::vector<std::string> names;
  for (const Evidence& evidence : model.evidence) names.push_back(cat({"e-", evidence.slug}));
  return unique_names(std::move(names));
}

// A path as part of a web address: all but the safe characters as percent escapes.
std::string web_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alnum(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

// A width of a bar of 160 units, in tenths: no locale, no rounding of the platform.
std::string width(int part, int whole) {
  if (whole <= 0) return "0";
  const long long tenths = 1600LL * part / whole;
  return cat({number(tenths / 10), ".", number(tenths % 10)});
}

}  // namespace

View::View(const SiteInput& site, const PagePlan& page)
    : input(site),
      plan(page),
      judged(site.versions[page.version]),
      model(judged.model),
      audit(judged.audit),
      version(judged.model.version),
      gap_anchors_(gap_names(judged.model)),
      finding_anchors_(finding_names(judged.audit)),
      evidence_anchors_(evidence_names(judged.model)) {
  for (const Document& document : model.documents) {
    const DocumentId id = model.documents.id_of(document);
    documents_.emplace(std::pair(document.repo, document.path), id);
    declare(document.key, id, 0);
  }
  for (const Task& task : model.tasks) declare(task.key, task.document, task.where.line);
}

// A document that declares an id wins over a task of that id.
void View::declare(const std::string& id, DocumentId document, int line) {
  if (id.empty()) return;
  Declared& declared = declared_[id];
  if (line > 0 && declared.times > 0 && declared.line == 0) return;
  declared.document = document;
  declared.line = line;
  ++declared.times;
}

std::optional<Url> View::declared(std::string_view id) const {
  const auto it = declared_.find(id);
  if (it == declared_.end() || it->second.times != 1) return std::nullopt;
  return to_line(it->second.document, it->second.line);
}

Url View::to(std::string_view path, std::string_view anchor) const {
  std::string url = path == plan.path ? std::string() : relative_path(plan.path, path);
  if (!anchor.empty()) url += cat({"#", anchor});
  if (url.empty()) url = relative_path(plan.path, path);
  return Url(url);
}

Url View::to(PageKind kind, std::string_view anchor) const {
  return to(page_path(version, kind), anchor);
}

Url View::to(DocumentId document, std::string_view anchor) const {
  return to(document_path(version, model.documents[document]), anchor);
}

Url View::to_line(DocumentId document, int line) const {
  return to(document, line > 0 ? anchors(document).at(line) : std::string_view());
}

std::string View::item_anchor(ItemId id) const {
  const Item& item = model.items[id];
  const Document& document = model.documents[item.document];
  if (document.content == nullptr || !item.record) return {};
  const std::size_t block = document.content->records.items[item.record].block;
  const PageAnchors& known = anchors(item.document);
  return block < known.of_block.size() ? known.of_block[block] : std::string();
}

Url View::to(ItemId id) const {
  const Item& item = model.items[id];
  const std::string anchor = item_anchor(id);
  return anchor.empty() ? to_line(item.document, item.where.line) : to(item.document, anchor);
}

Url View::to(GapId gap) const { return to(PageKind::gaps, gap_anchor(gap)); }

Url View::to(EvidenceId evidence) const {
  const Evidence& row = model.evidence[evidence];
  if (const std::optional<DocumentId> document = document_of(row)) return to(*document);
  if (has_page(row)) return to(report_path(row.blob));
  return to(PageKind::evidence_index, evidence_anchor(evidence));
}

Url View::to_finding(std::size_t finding) const {
  return to(PageKind::findings, finding_anchor(finding));
}

std::optional<Url> View::to(const Subject& subject, DocumentId document) const {
  switch (subject.kind) {
    case SubjectKind::item:
      return to(ItemId(subject.row));
    case SubjectKind::gap:
      return to(GapId(subject.row));
    case SubjectKind::evidence:
      return to(PageKind::evidence_index, evidence_anchor(EvidenceId(subject.row)));
    case SubjectKind::task: {
      const Task& task = model.tasks[TaskId(subject.row)];
      return to_line(task.document, task.where.line);
    }
    case SubjectKind::gate: {
      const Gate& gate = model.gates[GateId(subject.row)];
      return to_line(gate.document, gate.where.line);
    }
    case SubjectKind::decision: {
      const Decision& decision = model.decisions[Id<Decision>(subject.row)];
      return to_line(decision.document, decision.where.line);
    }
    case SubjectKind::sign_off: {
      const SignOff& sign_off = model.sign_offs[Id<SignOff>(subject.row)];
      return to_line(sign_off.document, sign_off.where.line);
    }
    case SubjectKind::metric: {
      const Metric& metric = model.metrics[MetricId(subject.row)];
      return to_line(metric.document, metric.where.line);
    }
    case SubjectKind::parity: {
      const ParityRow& row = model.parity_rows[ParityId(subject.row)];
      return to_line(row.document, row.where.line);
    }
    case SubjectKind::document:
    case SubjectKind::version:
      break;
  }
  if (document) return to(document);
  return std::nullopt;
}

const PageAnchors& View::anchors(DocumentId document) const {
  const auto it = anchors_.find(document);
  if (it != anchors_.end()) return it->second;
  return anchors_.emplace(document, anchors_of(model, document)).first->second;
}

std::string View::gap_anchor(GapId gap) const { return gap_anchors_[gap.n]; }
std::string View::finding_anchor(std::size_t finding) const { return finding_anchors_[finding]; }
std::string View::evidence_anchor(EvidenceId evidence) const {
  return evidence_anchors_[evidence.n];
}

std::optional<DocumentId> View::document_at(RepoId repo, std::string_view path) const {
  const auto it = documents_.find(std::pair(repo, std::string(path)));
  if (it == documents_.end()) return std::nullopt;
  return it->second;
}

std::optional<DocumentId> View::document_of(const Evidence& evidence) const {
  if (evidence.state != EvidenceState::present) return std::nullopt;
  return document_at(evidence.repo, evidence.path);
}

std::optional<Url> View::web(RepoId repo, std::string_view path, int line) const {
  const Repo& row = input.workspace.repos[repo];
  if (row.web.empty() || repo.n >= version.snapshots.size()) return std::nullopt;
  const std::optional<Commit>& pinned = version.snapshots[repo.n].commit;
  if (!pinned) return std::nullopt;
  std::string url = cat({row.web, "/blob/", pinned->id.hex(), "/", web_path(path)});
  if (line > 0) url += cat({"#L", number(line)});
  return Url(url);
}

std::optional<Url> View::web_commit(RepoId repo, const ObjectId& commit) const {
  const Repo& row = input.workspace.repos[repo];
  if (row.web.empty()) return std::nullopt;
  return Url(cat({row.web, "/commit/", commit.hex()}));
}

Data::Object View::place(const Where& where) const {
  std::string text = where.path;
  if (where.repo != RepoId(0) && where.repo)
    text = cat({input.workspace.repos[where.repo].name, "/", text});
  if (where.line > 0) text += cat({":", number(where.line)});
  std::optional<Url> url;
  if (const std::optional<DocumentId> document = document_at(where.repo, where.path)) {
    url = to_line(*document, where.line);
  } else if (where.repo && !where.path.empty() && where.repo.n < version.snapshots.size() &&
             version.snapshots[where.repo.n].find(where.path) != nullptr) {
    url = web(where.repo, where.path, where.line);
  }
  return {{"text", text}, {"href", link_or_none(url)}};
}

Data::Object View::commit(RepoId repo, const ObjectId& id) const {
  return {{"short", id.short_hex()}, {"href", link_or_none(web_commit(repo, id))}};
}

Data::Object View::owner(std::string_view name) {
  return {{"name", text_or_none(name)}, {"nobody", words::kNobody}};
}

View::SeverityCounts View::count_findings(std::optional<DocumentId> document) const {
  SeverityCounts counts;
  for (const Finding& finding : audit.findings) {
    if (document && finding.document != *document) continue;
    counts.blockers += finding.severity == Severity::blocker ? 1 : 0;
    counts.warnings += finding.severity == Severity::warning ? 1 : 0;
    counts.notes += finding.severity == Severity::note ? 1 : 0;
  }
  return counts;
}

int View::open_gaps(std::optional<DocumentId> document) const {
  int count = 0;
  for (const Gap& gap : model.gaps)
    if (gap.state == GapState::open && (!document || gap.document == *document)) ++count;
  return count;
}

bool View::overdue(const Gap& gap) const {
  return gap.state == GapState::open && gap.eta && *gap.eta < date_of(audit.as_of);
}

std::string View::programme() const {
  const std::string& title = input.workspace.site.title;
  return title.empty() ? "Readiness" : title;
}

Data link_or_none(const std::optional<Url>& url) {
  if (!url || url->refused()) return false;
  return *url;
}

Data text_or_none(std::string_view text) {
  if (text.empty()) return false;
  return text;
}

Data::Object time_of(Instant instant) {
  return {{"iso", format_instant(instant)}, {"text", format_minute(instant)}};
}

Data::Object time_of(Date date) {
  return {{"iso", format_date(date)}, {"text", format_date(date)}};
}

Data::Object bar_of(const Tally& tally) {
  const int whole = tally.total();
  return {{"v", width(tally.verified, whole)},
          {"c", width(tally.claimed, whole)},
          {"cx", width(tally.verified, whole)},
          {"d", width(tally.disputed + tally.unknown, whole)},
          {"dx", width(tally.verified + tally.claimed, whole)},
          {"verified", tally.verified},
          {"total", whole},
          {"doubt", tally.in_doubt() > 0 ? Data(tally.in_doubt()) : Data(false)}};
}

Data::List severity_marks(const View::SeverityCounts& counts) {
  Data::List marks;
  const auto add = [&](Severity severity, int count) {
    if (count == 0) return;
    Data::Object mark = data_of(mark_of(severity));
    mark["count"] = count;
    marks.push_back(std::move(mark));
  };
  add(Severity::blocker, counts.blockers);
  add(Severity::warning, counts.warnings);
  add(Severity::note, counts.notes);
  return marks;
}

Data::Object entry_of(const record::Entry& entry, std::string_view absent) {
  const bool value = entry.fill == Fill::value;
  const bool written = entry.fill == Fill::placeholder || entry.fill == Fill::not_applicable;
  return {{"text", value || written ? std::string_view(entry.text) : absent}, {"dim", !value}};
}

}  // namespace muster
