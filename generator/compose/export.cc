// The model of one version as JSON, schema 1: readiness.json, `muster export`, `muster check
// --format json`. Names are snake_case and only ever added to; an absent value is null, never "".
#include "base/json.h"
#include "base/text.h"
#include "compose/compose.h"
#include "compose/words.h"

namespace muster {
namespace {

constexpr long long kSchema = 1;

Json of_number(long long value) { return Json::of(value); }
Json of_text(std::string_view text) { return text.empty() ? Json() : Json::of(text); }
Json of_entry(const record::Entry& entry) {
  return entry.fill == Fill::value ? of_text(entry.text) : Json();
}
Json of_date(const std::optional<Date>& date) {
  return date ? Json::of(format_date(*date)) : Json();
}
template <class T>
Json of_count(const std::optional<T>& count) {
  return count ? of_number(*count) : Json();
}

// A double in the fewest digits that say what a person wrote; whole numbers without a point.
Json of_measure(const std::optional<double>& value) {
  if (!value) return Json();
  Json json;
  json.kind = Json::Kind::number;
  json.number = *value;
  const bool negative = *value < 0;
  const double size = negative ? -*value : *value;
  if (size >= 1e12) return Json();
  const auto millionths = static_cast<long long>(size * 1e6 + 0.5);
  std::string fraction = number(millionths % 1000000);
  fraction.insert(0, 6 - fraction.size(), '0');
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  json.text = cat(
      {negative ? "-" : "", number(millionths / 1000000), fraction.empty() ? "" : ".", fraction});
  return json;
}

std::string_view to_string(record::Comparison comparison) {
  switch (comparison) {
    case record::Comparison::equal:
      return "equal";
    case record::Comparison::less:
      return "less";
    case record::Comparison::less_or_equal:
      return "less_or_equal";
    case record::Comparison::greater:
      return "greater";
    case record::Comparison::greater_or_equal:
      return "greater_or_equal";
    case record::Comparison::between:
      return "between";
    case record::Comparison::none:
      break;
  }
  return "none";
}

class Exporter {
 public:
  Exporter(const Workspace& workspace, const Judged& judged)
      : workspace_(workspace), model_(judged.model), audit_(judged.audit) {}

  Json verdict() const {
    Json reasons = Json::array();
    for (const Reason& reason : audit_.verdict.reasons) {
      Json row = Json::object();
      row.set("text", Json::of(reason.text))
          .set("severity", Json::of(to_string(reason.weight)))
          .set("rule", of_text(reason.rule))
          .set("owner", of_text(reason.owner))
          .set("due", of_date(reason.due))
          .set("count", of_number(reason.count));
      reasons.push(std::move(row));
    }
    Json verdict = Json::object();
    verdict.set("outcome", Json::of(to_string(audit_.verdict.outcome)))
        .set("on_hold", Json::of(audit_.verdict.on_hold))
        .set("on_word_alone", of_number(audit_.verdict.on_word_alone))
        .set("reasons", std::move(reasons));
    return verdict;
  }

  Json findings() const {
    Json list = Json::array();
    for (const Finding& finding : audit_.findings) {
      Json row = Json::object();
      row.set("rule", Json::of(finding.rule))
          .set("severity", Json::of(to_string(finding.severity)))
          .set("repo", repo(finding.where.repo))
          .set("path", of_text(finding.where.path))
          .set("line", of_number(finding.where.line))
          .set("column", of_number(finding.where.column))
          .set("message", Json::of(finding.message))
          .set("advice", of_text(finding.advice))
          .set("owner", of_text(finding.owner))
          .set("due", of_date(finding.due))
          .set("id", Json::of(finding.id))
          .set("subject", subject(finding))
          .set("fingerprint", Json::of(finding.fingerprint));
      list.push(std::move(row));
    }
    return list;
  }

  Json documents() const {
    Json list = Json::array();
    for (const Document& document : model_.documents) {
      Json row = Json::object();
      row.set("path", Json::of(document.path))
          .set("repo", repo(document.repo))
          .set("kind", Json::of(to_string(document.kind)))
          .set("id", of_text(document.key))
          .set("title", Json::of(document.title))
          .set("status", of_entry(document.status))
          .set("owner", of_entry(document.owner))
          .set("owners", names(document, document.owner.text))
          .set("on_hold", Json::of(document.on_hold))
          .set("judged", Json::of(document.judged()))
          .set("counts", counts(document));
      list.push(std::move(row));
    }
    return list;
  }

  Json items() const {
    Json list = Json::array();
    for (const Item& item : model_.items) {
      const std::size_t row = model_.items.id_of(item).n;
      const Standing standing =
          row < audit_.standings.size() ? audit_.standings[row] : Standing::unknown;
      Json evidence = Json::array();
      for (const std::size_t citation : item.citations)
        if (model_.citations[citation].evidence)
          evidence.push(Json::of(model_.evidence[model_.citations[citation].evidence].path));
      Json json = placed(item.where);
      json.set("id", Json::of(item.anchor))
          .set("section", section_of(item))
          .set("role", Json::of(to_string(item.role)))
          .set("state", Json::of(to_string(item.state)))
          .set("standing", Json::of(to_string(standing)))
          .set("text", Json::of(item.text))
          .set("owner", of_text(item.owner))
          .set("owners", names(model_.documents[item.document], item.owner))
          .set("evidence", std::move(evidence));
      list.push(std::move(json));
    }
    return list;
  }

  Json tasks() const {
    Json list = Json::array();
    for (const Task& task : model_.tasks) {
      Json needs = Json::array();
      for (const TaskId need : task.needs) needs.push(Json::of(model_.tasks[need].key));
      Json row = placed(task.where);
      row.set("id", Json::of(task.key))
          .set("title", Json::of(task.title))
          .set("status", of_entry(task.status))
          .set("owner", of_entry(task.owner))
          .set("owners", names(model_.documents[task.document], task.owner.text))
          .set("estimate_minutes", of_count(task.estimate_minutes))
          .set("needs", std::move(needs));
      list.push(std::move(row));
    }
    return list;
  }

  Json phases() const {
    Json list = Json::array();
    for (const Phase& phase : model_.phases) {
      int ticked = 0;
      for (const ItemId item : phase.items)
        ticked += model_.items[item].state == BoxState::ticked ? 1 : 0;
      Json row = placed(phase.where);
      row.set("key", of_text(phase.key))
          .set("title", Json::of(phase.title))
          .set("ticked", of_number(ticked))
          .set("items", of_number(static_cast<long long>(phase.items.size())))
          .set("tasks", of_number(static_cast<long long>(phase.tasks.size())))
          .set("gate", phase.gate ? Json::of(model_.gates[phase.gate].title) : Json());
      list.push(std::move(row));
    }
    return list;
  }

  Json gates() const {
    Json list = Json::array();
    for (const Gate& gate : model_.gates) {
      const std::size_t index = model_.gates.id_of(gate).n;
      const GateAudit audit = index < audit_.gates.size() ? audit_.gates[index] : GateAudit{};
      Json row = placed(gate.where);
      row.set("title", Json::of(gate.title))
          .set("kind", Json::of(to_string(gate.kind)))
          .set("criteria_met", of_number(audit.met))
          .set("criteria_claimed", of_number(audit.on_word))
          .set("criteria", of_number(audit.criteria))
          .set("passed", Json::of(audit.state == GateState::passed))
          .set("passed_early", Json::of(audit.state == GateState::passed_early));
      list.push(std::move(row));
    }
    return list;
  }

  Json decisions() const {
    Json list = Json::array();
    for (const Decision& decision : model_.decisions) {
      Json options = Json::array();
      for (const record::Option& option : decision.options) options.push(Json::of(option.label));
      Json row = placed(decision.where);
      row.set("topic", Json::of(decision.topic))
          .set("question", of_text(decision.question))
          .set("options", std::move(options))
          .set("chosen", of_text(decision.chosen))
          .set("conflict", Json::of(decision.conflict))
          .set("approver", of_entry(decision.approver))
          .set("at", of_entry(decision.at));
      list.push(std::move(row));
    }
    return list;
  }

  Json sign_offs() const {
    Json list = Json::array();
    for (const SignOff& sign_off : model_.sign_offs) {
      Json row = placed(sign_off.where);
      row.set("role", of_text(sign_off.role))
          .set("roles", names(model_.documents[sign_off.document], sign_off.role))
          .set("scope", of_text(sign_off.scope))
          .set("name", of_entry(sign_off.name))
          .set("at", of_entry(sign_off.at))
          .set("signed", Json::of(sign_off.signed_off));
      list.push(std::move(row));
    }
    return list;
  }

  Json gaps() const {
    Json list = Json::array();
    for (const Gap& gap : model_.gaps) {
      Json row = placed(gap.where);
      row.set("text", Json::of(gap.text))
          .set("repo", of_entry(gap.repo_entry))
          .set("issue", of_text(gap.issue_key))
          .set("owner", of_entry(gap.owner))
          .set("owners", names(model_.documents[gap.document], gap.owner.text))
          .set("eta", of_date(gap.eta))
          .set("priority", of_text(gap.priority))
          .set("state", Json::of(to_string(gap.state)));
      list.push(std::move(row));
    }
    return list;
  }

  Json evidence() const {
    Json list = Json::array();
    for (const Evidence& evidence : model_.evidence) {
      Json cited_by = Json::array();
      for (const std::size_t citation : evidence.cited_by) {
        const Where& where = model_.citations[citation].where;
        cited_by.push(Json::of(cat({where.path, ":", number(where.line)})));
      }
      const ReportContent* content = evidence.content.get();
      const bool has_blob =
          evidence.state == EvidenceState::present || evidence.state == EvidenceState::removed;
      Json row = Json::object();
      row.set("path", Json::of(evidence.path))
          .set("repo", repo(evidence.repo))
          .set("blob", has_blob ? Json::of(evidence.blob.hex()) : Json())
          .set("sha256", content != nullptr ? of_text(content->sha256) : Json())
          .set("format", content != nullptr ? of_text(content->report.format) : Json())
          .set("verdict", Json::of(to_string(result_of(evidence))))
          .set("executed", content != nullptr ? of_count(content->report.executed) : Json())
          .set("cited_by", std::move(cited_by));
      list.push(std::move(row));
    }
    return list;
  }

  Json metrics() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < model_.metrics.size(); ++i) {
      const Metric& metric = model_.metrics[MetricId(i)];
      Json row = placed(metric.where);
      row.set("name", Json::of(metric.name))
          .set("value", of_measure(metric.told))
          .set("measured", of_measure(metric.measured))
          .set("evidence",
               metric.evidence
                   ? Json::of(cat({model_.evidence[metric.evidence].path, "#", metric.pointer}))
                   : Json())
          .set("target", of_measure(metric.target))
          .set("target_high", of_measure(metric.target_high))
          .set("comparison", Json::of(to_string(metric.comparison)))
          .set("unit", of_text(metric.unit))
          .set("text", Json::of(metric.text))
          .set("item", metric.item ? Json::of(model_.items[metric.item].anchor) : Json())
          .set("state", Json::of(to_string(audit_.metrics[i])));
      list.push(std::move(row));
    }
    return list;
  }

  Json parity() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < model_.parity_rows.size(); ++i) {
      const ParityRow& row = model_.parity_rows[ParityId(i)];
      const ParityAudit& audit = audit_.parity[i];
      Json out = placed(row.where);
      out.set("text", Json::of(row.text))
          .set("captured", Json::of(row.captured))
          .set("staging", of_text(audit.staging))
          .set("production", of_text(audit.production))
          .set("status", of_entry(row.status))
          .set("state", Json::of(to_string(audit.state)))
          .set("contradicts", Json::of(audit.contradicts))
          .set("why", of_text(audit.why));
      list.push(std::move(out));
    }
    return list;
  }

  Json claims() const {
    Json list = Json::array();
    for (const Claim& claim : model_.claims) {
      Json facts = Json::object();
      for (const record::Fact& fact : claim.facts) facts.set(fact.key, Json::of(fact.value));
      Json evidence = Json::array();
      for (const EvidenceId id : claim.evidence) evidence.push(Json::of(model_.evidence[id].path));
      Json row = placed(claim.where);
      row.set("subject", Json::of(claim.subject))
          .set("result", of_text(claim.result))
          .set("verdict", of_text(claim.verdict))
          .set("facts", std::move(facts))
          .set("evidence", std::move(evidence));
      list.push(std::move(row));
    }
    return list;
  }

  Json dependencies() const {
    Json list = Json::array();
    for (const Dependency& dependency : model_.dependencies) {
      Json row = Json::object();
      row.set("from", Json::of(model_.tasks[dependency.from].key))
          .set("to", Json::of(model_.tasks[dependency.to].key));
      list.push(std::move(row));
    }
    return list;
  }

  Json communications() const {
    Json list = Json::array();
    for (const Document& document : model_.documents) {
      if (document.content == nullptr) continue;
      for (const record::Communication& one : document.content->records.communications) {
        if (one.empty) continue;
        Json row = placed({document.repo, document.path, one.line, 0});
        row.set("at", of_entry(one.at))
            .set("audience", of_entry(one.audience))
            .set("channel", of_entry(one.channel))
            .set("sender", of_entry(one.sender))
            .set("message", of_entry(one.message))
            .set("follow_up", of_entry(one.follow_up));
        list.push(std::move(row));
      }
    }
    return list;
  }

  Json commits() const {
    Json list = Json::array();
    for (const Document& document : model_.documents) {
      if (document.content == nullptr) continue;
      for (const record::Mention& mention : document.content->records.mentions) {
        if (mention.kind != record::MentionKind::commit) continue;
        Json row = placed({document.repo, document.path, mention.line, mention.column});
        row.set("column", of_number(mention.column)).set("text", Json::of(mention.text));
        list.push(std::move(row));
      }
    }
    return list;
  }

  Json head() const {
    const std::optional<Commit>& commit = model_.version.workspace().commit;
    Json root = Json::object();
    root.set("schema", of_number(kSchema))
        .set("version", Json::of(model_.version.name))
        .set("commit", commit ? Json::of(commit->id.hex()) : Json())
        .set("as_of", Json::of(format_instant(audit_.as_of)));
    return root;
  }

 private:
  Json repo(RepoId id) const {
    return id.n < workspace_.repos.size() ? Json::of(workspace_.repos[id].name) : Json();
  }

  Json placed(const Where& where) const {
    Json row = Json::object();
    row.set("repo", repo(where.repo))
        .set("path", of_text(where.path))
        .set("line", of_number(where.line));
    return row;
  }

  static Json names(const Document& document, std::string_view owner) {
    Json list = Json::array();
    if (document.content == nullptr) return list;
    for (const std::string& name : document.content->records.names_in(owner))
      list.push(Json::of(name));
    return list;
  }

  static Json subject(const Finding& finding) {
    Json subject = Json::object();
    subject.set("kind", Json::of(to_string(finding.subject.kind)))
        .set("label", of_text(finding.label));
    return subject;
  }

  Json section_of(const Item& item) const {
    const Document& document = model_.documents[item.document];
    if (document.content == nullptr || !item.record) return Json();
    const Records& records = document.content->records;
    const Id<record::Section> section = records.items[item.record].section;
    return section ? of_text(records.sections[section].title) : Json();
  }

  static Json counts(const Document& document) {
    const record::Counts counts =
        document.content != nullptr ? document.content->records.counts : record::Counts{};
    Json row = Json::object();
    row.set("headings", of_number(counts.headings))
        .set("boxes_open", of_number(counts.boxes_open))
        .set("boxes_ticked", of_number(counts.boxes_ticked))
        .set("boxes_other", of_number(counts.boxes_other))
        .set("boxes_in_code", of_number(counts.boxes_in_code))
        .set("boxes_in_comments", of_number(counts.boxes_in_comments))
        .set("boxes_in_cells", of_number(counts.boxes_in_cells))
        .set("glyph_boxes", of_number(counts.glyph_boxes))
        .set("glyph_bullets", of_number(counts.glyph_bullets))
        .set("bare_boxes", of_number(counts.bare_boxes))
        .set("tables", of_number(counts.tables))
        .set("table_rows", of_number(counts.table_rows))
        .set("blanks", of_number(counts.blanks))
        .set("empty_cells", of_number(counts.empty_cells))
        .set("placeholders", of_number(counts.placeholders))
        .set("choices", of_number(counts.choices));
    return row;
  }

  const Workspace& workspace_;
  const Model& model_;
  const Audit& audit_;
};

}  // namespace

std::string export_json(const Workspace& workspace, const Judged& judged) {
  const Exporter exporter(workspace, judged);
  Json root = exporter.head();
  root.set("verdict", exporter.verdict())
      .set("documents", exporter.documents())
      .set("items", exporter.items())
      .set("tasks", exporter.tasks())
      .set("phases", exporter.phases())
      .set("gates", exporter.gates())
      .set("decisions", exporter.decisions())
      .set("sign_offs", exporter.sign_offs())
      .set("gaps", exporter.gaps())
      .set("evidence", exporter.evidence())
      .set("metrics", exporter.metrics())
      .set("parity", exporter.parity())
      .set("claims", exporter.claims())
      .set("dependencies", exporter.dependencies())
      .set("communications", exporter.communications())
      .set("commits", exporter.commits())
      .set("findings", exporter.findings());
  return write_json(root) + "\n";
}

std::string check_json(const Workspace& workspace, const Judged& judged) {
  const Exporter exporter(workspace, judged);
  Json root = Json::object();
  root.set("verdict", exporter.verdict()).set("findings", exporter.findings());
  return write_json(root) + "\n";
}

}  // namespace muster
