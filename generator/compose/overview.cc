// The overview: are we ready, what blocks, who owns it, on what evidence, what changed.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "compose/frame.h"
#include "compose/gap.h"
#include "compose/pages.h"

namespace muster {
namespace {

constexpr std::size_t kReasonsShown = 5;
constexpr std::size_t kDatesShown = 6;
constexpr std::size_t kBlockersShown = 8;

const Finding* finding_of(const View& view, const Reason& reason) {
  if (!reason.finding || *reason.finding >= view.audit.findings.size()) return nullptr;
  return &view.audit.findings[*reason.finding];
}

Data reason_href(const View& view, const Reason& reason) {
  if (finding_of(view, reason) != nullptr) return view.to_finding(*reason.finding);
  return link_or_none(view.to(reason.subject, reason.document));
}

Data::Object reason_row(const View& view, const Reason& reason) {
  Data::Object row = data_of(mark_of(reason.weight));
  const Finding* finding = finding_of(view, reason);
  row["text"] = words::sentence(reason.text);
  row["href"] = reason_href(view, reason);
  row["owner"] = View::owner(reason.owner);
  row["due"] = reason.due ? Data(time_of(*reason.due)) : Data(false);
  row["past"] = reason.due && *reason.due < date_of(view.audit.as_of);
  row["place"] = finding != nullptr && !finding->where.path.empty()
                     ? Data(view.place(finding->where))
                     : Data(false);
  row["times"] = reason.count > 1 ? Data(words::counted(reason.count, "place")) : Data(false);
  return row;
}

// What stands between this version and "ready", in one sentence.
std::string verdict_sentence(const Verdict& verdict) {
  int blockers = 0;
  for (const Reason& reason : verdict.reasons) blockers += reason.weight == Severity::blocker;
  const auto things = [](std::size_t count) {
    return cat({words::counted(static_cast<long long>(count), "thing"),
                count == 1 ? " stands" : " stand"});
  };
  switch (verdict.outcome) {
    case Outcome::not_ready:
      return cat({things(static_cast<std::size_t>(blockers)),
                  " between this version and ready; the other reasons put it at risk."});
    case Outcome::at_risk:
      return cat({"Nothing blocks; ", things(verdict.reasons.size()), " open all the same."});
    case Outcome::ready:
      return "Nothing blocks, and nothing is open.";
    case Outcome::undetermined:
      break;
  }
  return "There is nothing to judge: no check, gate, gap, decision, sign-off or evidence.";
}

std::string computed_from(const View& view) {
  const View::SeverityCounts counts = view.count_findings();
  return cat({words::counted(counts.blockers, "blocker"), ", ",
              words::counted(counts.warnings, "warning"), " and ",
              words::counted(counts.notes, "note"), "; ",
              words::counted(view.audit.tally.open, "open item"), ", ",
              words::counted(view.open_gaps(), "open gap")});
}

// The step that leads to this version, or null for the first one.
const Step* step_to(const View& view) {
  for (const Step& step : view.input.timeline.steps)
    if (step.to == view.plan.version) return &step;
  return nullptr;
}

Data previous_of(const View& view, const Step* step) {
  if (step == nullptr || step->from >= view.input.versions.size()) return false;
  const Judged& before = view.input.versions[step->from];
  return Data::Object{{"name", before.model.version.name},
                      {"href", view.to(page_path(before.model.version, PageKind::overview))},
                      {"mark", data_of(mark_of(before.audit.verdict.outcome))},
                      {"date", time_of(date_of(before.model.version.time))}};
}

int usable_reports(const Model& model) {
  int count = 0;
  for (const Evidence& evidence : model.evidence)
    count +=
        evidence.state == EvidenceState::present && result_of(evidence) == EvidenceResult::pass;
  return count;
}

// "+41 since rc.4", or nothing where there is no version before.
std::string since(const View& view, const Step* step, int now, int before) {
  if (step == nullptr) return {};
  const std::string& name = view.input.versions[step->from].model.version.name;
  if (now == before) return cat({"as in ", name});
  return cat({now > before ? "+" : "−", number(std::abs(now - before)), " since ", name});
}

std::string with(std::string_view first, std::string_view second) {
  return cat({first, first.empty() || second.empty() ? "" : "; ", second});
}

Data::List facts(const View& view, const Step* step) {
  const Judged& now = view.judged;
  const Judged& before = step != nullptr ? view.input.versions[step->from] : now;
  Data::List list;
  const auto add = [&](std::string_view title, std::string big, std::string small, std::string note,
                       PageKind kind) {
    list.push_back(Data::Object{{"title", title},
                                {"big", std::move(big)},
                                {"small", text_or_none(small)},
                                {"note", text_or_none(note)},
                                {"href", view.to(kind)}});
  };
  const auto open_gaps = [](const Model& model) {
    return static_cast<int>(std::count_if(model.gaps.begin(), model.gaps.end(), [](const Gap& gap) {
      return gap.state == GapState::open;
    }));
  };
  const auto signed_off = [](const Model& model) {
    return static_cast<int>(
        std::count_if(model.sign_offs.begin(), model.sign_offs.end(),
                      [](const SignOff& sign_off) { return sign_off.signed_off; }));
  };
  int late = 0;
  for (const Gap& gap : now.model.gaps) late += view.overdue(gap) ? 1 : 0;
  int empty = 0;
  for (const Evidence& evidence : now.model.evidence)
    empty += result_of(evidence) == EvidenceResult::empty;

  const Tally& tally = now.audit.tally;
  const std::string doubt =
      tally.in_doubt() > 0 ? cat({number(tally.in_doubt()), " in doubt"}) : std::string();
  add("Verified items", number(tally.verified), cat({"of ", number(tally.total())}),
      with(since(view, step, tally.verified, before.audit.tally.verified), doubt),
      PageKind::checklists);
  const int usable = usable_reports(now.model);
  const long long cited = static_cast<long long>(now.model.evidence.size());
  add("Usable evidence", number(usable), cat({"of ", words::counted(cited, "cited file")}),
      with(since(view, step, usable, usable_reports(before.model)),
           empty > 0 ? cat({number(empty), " tested nothing"}) : std::string()),
      PageKind::evidence_index);
  add("Open gaps", number(view.open_gaps()), {},
      with(since(view, step, view.open_gaps(), open_gaps(before.model)),
           late > 0 ? cat({number(late), " past ETA"}) : std::string()),
      PageKind::gaps);
  const View::SeverityCounts counts = view.count_findings();
  add("Findings", number(counts.total()), {},
      with(since(view, step, counts.total(), static_cast<int>(before.audit.findings.size())),
           counts.blockers > 0 ? words::counted(counts.blockers, "blocker") : std::string()),
      PageKind::findings);
  const int done = signed_off(now.model);
  add("Signed", number(done),
      cat({"of ", number(static_cast<long long>(now.model.sign_offs.size()))}),
      since(view, step, done, signed_off(before.model)), PageKind::checklists);
  return list;
}

// Verified shares of a document over the versions up to this one, as a line of 84 by 16 units.
Data sparkline(const View& view, const Document& document) {
  std::string path;
  std::string label;
  std::string last_x;
  std::string last_y;
  int points = 0;
  const std::size_t last = view.plan.version;
  for (std::size_t i = 0; i <= last; ++i) {
    const Judged& judged = view.input.versions[i];
    if (i != last && !judged.model.version.frozen()) continue;
    for (const Document& row : judged.model.documents) {
      if (row.path != document.path || row.repo != document.repo) continue;
      const Tally& tally = judged.audit.documents[judged.model.documents.id_of(row).n].tally;
      const int percent = tally.total() > 0 ? 100 * tally.verified / tally.total() : 0;
      const int tenths_x = last == 0 ? 40 : 40 + static_cast<int>(840 * i / last);
      const int tenths_y = 200 - 160 * percent / 100;
      last_x = cat({number(tenths_x / 10), ".", number(tenths_x % 10)});
      last_y = cat({number(tenths_y / 10), ".", number(tenths_y % 10)});
      path += cat({path.empty() ? "M" : " ", last_x, " ", last_y});
      label +=
          cat({label.empty() ? "" : ", ", judged.model.version.name, " ", number(percent), " %"});
      ++points;
    }
  }
  if (points < 2) return false;
  return Data::Object{{"path", path}, {"x", last_x}, {"y", last_y}, {"label", label}};
}

// What a document is about to be asked, in a few words under its name.
std::string remark(const View& view, DocumentId id) {
  std::vector<std::string> parts;
  const Document& document = view.model.documents[id];
  if (!document.area.empty()) parts.push_back(document.area);
  if (document.on_hold) parts.emplace_back("On hold");
  int open = 0;
  int early = 0;
  for (const Gate& gate : view.model.gates) {
    if (gate.document != id) continue;
    const std::size_t row = view.model.gates.id_of(gate).n;
    if (row >= view.audit.gates.size()) continue;
    open += view.audit.gates[row].state == GateState::open ? 1 : 0;
    early += view.audit.gates[row].state == GateState::passed_early ? 1 : 0;
  }
  if (open > 0) parts.push_back(words::counted(open, "gate open", "gates open"));
  if (early > 0) parts.push_back(cat({number(early), " closed too early"}));
  int decisions = 0;
  for (const Decision& decision : view.model.decisions)
    decisions += decision.document == id && decision.chosen.empty() && !decision.gate ? 1 : 0;
  if (decisions > 0) parts.push_back(words::counted(decisions, "decision open", "decisions open"));
  const DocumentAudit& audit = view.audit.documents[id.n];
  if (audit.verdict.outcome == Outcome::ready && audit.verdict.on_word_alone > 0)
    parts.push_back(words::counted(audit.verdict.on_word_alone, "item rests on word alone",
                                   "items rest on word alone"));
  return join(parts, " · ");
}

Data::Object document_row(const View& view, DocumentId id) {
  const Document& document = view.model.documents[id];
  const DocumentAudit& audit = view.audit.documents[id.n];
  int late = 0;
  for (const Gap& gap : view.model.gaps) late += gap.document == id && view.overdue(gap) ? 1 : 0;
  const int open_gaps = view.open_gaps(id);
  Data::List marks = severity_marks(view.count_findings(id));
  return {{"title", document.title},
          {"href", view.to(id)},
          {"remark", text_or_none(remark(view, id))},
          {"mark", data_of(mark_of(audit.verdict.outcome))},
          {"bar", audit.tally.total() > 0 ? Data(bar_of(audit.tally)) : Data(false)},
          {"spark", sparkline(view, document)},
          {"no_marks", marks.empty()},
          {"marks", std::move(marks)},
          {"gaps", open_gaps},
          {"late", open_gaps == 0 ? Data(false)
                   : late > 0     ? Data(cat({number(late), " past ETA"}))
                                  : Data("none past ETA")},
          {"owner", View::owner(document.owner.fill == Fill::value ? document.owner.text : "")}};
}

bool worth_a_row(const View& view, DocumentId id) {
  const DocumentAudit& audit = view.audit.documents[id.n];
  return view.model.documents[id].judged() &&
         (audit.verdict.outcome != Outcome::undetermined || audit.tally.total() > 0);
}

Data::List document_rows(const View& view) {
  Data::List rows;
  for (std::size_t i = 0; i < view.model.documents.size(); ++i)
    if (worth_a_row(view, DocumentId(i))) rows.push_back(document_row(view, DocumentId(i)));
  return rows;
}

// What each owner does next: blockers with their advice.
Data::List blockers(const View& view) {
  Data::List rows;
  for (std::size_t i = 0; i < view.audit.findings.size() && rows.size() < kBlockersShown; ++i) {
    const Finding& finding = view.audit.findings[i];
    if (finding.severity != Severity::blocker) continue;
    rows.push_back(Data::Object{{"text", words::sentence(finding.message)},
                                {"href", view.to_finding(i)},
                                {"id", finding.id},
                                {"owner", View::owner(finding.owner)},
                                {"advice", text_or_none(finding.advice)},
                                {"due", finding.due ? Data(time_of(*finding.due)) : Data(false)}});
  }
  return rows;
}

Data::List severity_rows(const View& view) {
  const View::SeverityCounts counts = view.count_findings();
  const int most = std::max({counts.blockers, counts.warnings, counts.notes, 1});
  Data::List rows;
  const auto add = [&](Severity severity, int count) {
    const int tenths = 1600 * count / most;
    rows.push_back(Data::Object{
        {"mark", data_of(mark_of(severity))},
        {"count", count},
        {"href",
         view.to(PageKind::findings, count > 0 ? cat({"m_", to_string(severity)}) : std::string())},
        {"width", cat({number(tenths / 10), ".", number(tenths % 10)})},
        {"red", severity == Severity::blocker}});
  };
  add(Severity::blocker, counts.blockers);
  add(Severity::warning, counts.warnings);
  add(Severity::note, counts.notes);
  return rows;
}

struct ChangeWords {
  EventKind kind;
  std::string_view icon;
  std::string_view tone;
  std::string_view one;
  std::string_view many;
  PageKind page;
};

// In the order of their weight for a reader.
constexpr ChangeWords kChanges[] = {
    {EventKind::verdict_changed, "risk", "", "verdict changed", "verdicts changed",
     PageKind::overview},
    {EventKind::unticked, "again", "warn", "item open again", "items open again",
     PageKind::checklists},
    {EventKind::newly_disputed, "disputed", "bad", "item newly disputed", "items newly disputed",
     PageKind::checklists},
    {EventKind::newly_verified, "verified", "ok", "item newly verified", "items newly verified",
     PageKind::checklists},
    {EventKind::ticked, "claimed", "", "box ticked", "boxes ticked", PageKind::checklists},
    {EventKind::gap_opened, "issue-open", "", "new gap", "new gaps", PageKind::gaps},
    {EventKind::gap_closed, "issue-closed", "ok", "gap closed", "gaps closed", PageKind::gaps},
    {EventKind::evidence_added, "doc", "", "new report", "new reports", PageKind::evidence_index},
    {EventKind::evidence_replaced, "doc", "", "report replaced", "reports replaced",
     PageKind::evidence_index},
    {EventKind::evidence_removed, "missing", "bad", "report removed", "reports removed",
     PageKind::evidence_index},
    {EventKind::appeared, "open", "", "new item", "new items", PageKind::checklists},
    {EventKind::removed, "aside", "", "item removed", "items removed", PageKind::checklists},
    {EventKind::finding_raised, "high", "", "new finding", "new findings", PageKind::findings},
    {EventKind::finding_cleared, "pass", "ok", "finding cleared", "findings cleared",
     PageKind::findings},
};

// The first few texts of a kind of change.
std::string examples(const Step& step, EventKind kind) {
  std::string text;
  int shown = 0;
  for (const Event& event : step.events) {
    if (event.kind != kind || event.text.empty() || shown == 2) continue;
    text += cat({text.empty() ? "" : "; ", shorten(event.text, 60)});
    ++shown;
  }
  return text;
}

Data::List changes(const View& view, const Step* step) {
  Data::List rows;
  if (step == nullptr) return rows;
  for (const ChangeWords& change : kChanges) {
    const auto count = std::count_if(step->events.begin(), step->events.end(),
                                     [&](const Event& event) { return event.kind == change.kind; });
    if (count == 0) continue;
    const bool verdict = change.kind == EventKind::verdict_changed;
    std::string text = words::counted(count, change.one, change.many);
    if (verdict) {
      const Judged& before = view.input.versions[step->from];
      text = cat({"Verdict: ", mark_of(before.audit.verdict.outcome).word, " → ",
                  mark_of(view.audit.verdict.outcome).word});
    }
    rows.push_back(Data::Object{
        {"icon", change.icon},
        {"tone", change.tone},
        {"text", text},
        {"href", view.to(change.page)},
        {"detail", text_or_none(verdict ? std::string() : examples(*step, change.kind))}});
  }
  return rows;
}

// Dates ahead: when open gaps are due.
Data::List next_dates(const View& view) {
  std::map<Date, std::vector<GapId>> by_date;
  for (const Gap& gap : view.model.gaps)
    if (gap.state == GapState::open && gap.eta && *gap.eta >= date_of(view.audit.as_of))
      by_date[*gap.eta].push_back(view.model.gaps.id_of(gap));
  Data::List rows;
  for (const auto& [date, gaps] : by_date) {
    for (const GapId id : gaps) {
      if (rows.size() == kDatesShown) return rows;
      const Gap& gap = view.model.gaps[id];
      rows.push_back(Data::Object{
          {"date", time_of(date)},
          {"text", gap.text},
          {"href", view.to(id)},
          {"owner", View::owner(gap.owner.fill == Fill::value ? gap.owner.text : std::string())}});
    }
  }
  return rows;
}

}  // namespace

Page overview_page(const View& view) {
  const Verdict& verdict = view.audit.verdict;
  const Step* step = step_to(view);
  Page page = framed_page(view, "overview");
  page.data["verdict"] = data_of(mark_of(verdict.outcome));
  page.data["page_title"] = cat({mark_of(verdict.outcome).word, " · ", view.version.name});
  page.data["sentence"] = verdict_sentence(verdict);
  page.data["computed"] = computed_from(view);
  page.data["on_hold"] = verdict.on_hold;
  page.data["on_word"] =
      verdict.on_word_alone > 0
          ? Data(words::counted(verdict.on_word_alone, "item rests on word alone",
                                "items rest on word alone"))
          : Data(false);
  Data::List reasons;
  for (std::size_t i = 0; i < std::min(kReasonsShown, verdict.reasons.size()); ++i)
    reasons.push_back(reason_row(view, verdict.reasons[i]));
  Data::List more;
  for (std::size_t i = reasons.size(); i < verdict.reasons.size(); ++i)
    more.push_back(reason_row(view, verdict.reasons[i]));
  page.data["reasons_title"] = verdict.outcome == Outcome::not_ready
                                   ? "What blocks, and who owns it"
                                   : "What is left, and who owns it";
  page.data["reasons"] = std::move(reasons);
  page.data["more_count"] =
      more.empty() ? Data(false)
                   : Data(words::counted(static_cast<long long>(more.size()), "more reason"));
  page.data["more"] = std::move(more);
  page.data["previous"] = previous_of(view, step);
  page.data["facts"] = facts(view, step);
  Data::List documents = document_rows(view);
  page.data["documents"] = std::move(documents);
  Data::List blocking = blockers(view);
  page.data["blockers"] = std::move(blocking);
  page.data["severities"] = severity_rows(view);
  page.data["findings_count"] = view.count_findings().total();
  page.data["findings_href"] = view.to(PageKind::findings);
  Data::List changed = changes(view, step);
  page.data["changes"] = std::move(changed);
  Data::List dates = next_dates(view);
  page.data["dates"] = std::move(dates);
  return page;
}

}  // namespace muster
