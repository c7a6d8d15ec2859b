// Headers of tables, as data: what each column is called, and which columns make which kind of
// table. Entries are in normal form.
#include "extract/columns.h"

#include <algorithm>

#include "base/text.h"
#include "extract/words.h"

namespace muster::extract {

namespace {

constexpr Synonyms kColumns[] = {
    {"index", "#|no|nr"},
    {"id", "id|key|issue id|risk id"},
    {"gap_id", "gap id|gap key|gap no"},
    {"gap",
     "gap|gaps|gap description|known gap|known gaps|open gap|open gaps|gaps blockers|blocker|"
     "blockers|open issue|open issues|outstanding issue|outstanding item|open item|problem|"
     "finding|missing piece|shortfall|brecha"},
    {"repo", "repo|repository|repositories|codebase|repositorio"},
    {"issue", "issue|issue link|issues|ticket|tracking issue|ticket link|incidencia"},
    {"owner", "owner|owners|assignee|assigned to|responsible|dri|accountable|who|responsable"},
    {"eta", "eta|due|due date|target date|deadline|needed by|fecha límite"},
    {"status", "status|state|current status|estado"},
    {"severity", "severity|sev|criticality|severidad"},
    {"priority", "priority|prio|pri|urgency|prioridad"},
    {"blocking",
     "blocking|is blocker|is blocking|release blocker|release blocking|go live blocker|blocks "
     "release|blocks go live|launch blocker|launch blocking"},
    {"notes", "notes|note|comments|comment|remarks|notas"},
    {"description", "description|details|detail|descripción"},
    {"area", "area|component|subsystem|domain|workstream|área"},
    {"test", "test|tests|check|scenario|test case|prueba"},
    {"criterion",
     "criterion|criteria|requirement|requirements|exit criteria|exit criterion|gate criteria|gate "
     "criterion|pass "
     "criteria|go criteria|criterio"},
    {"gate",
     "gate|gates|exit gate|quality gate|release gate|launch gate|phase gate|stage gate|gate name"},
    {"time", "time|time slot|time window|slot|scheduled|planned time|hora"},
    {"start", "start|start time|begin|inicio"},
    {"end", "end|end time|finish|fin"},
    {"planned", "planned|plan|planned window|scheduled for"},
    {"planned_start", "planned start|scheduled start|plan start"},
    {"planned_end", "planned end|planned finish|scheduled end|plan end"},
    {"actual_start", "actual start|actual time|actual start time|started at"},
    {"actual_end", "actual end|actual finish|actual end time|ended at|finished at"},
    {"when", "when|week|day"},
    {"timestamp", "timestamp|date time|time stamp|run at|tested at|executed at"},
    {"date", "date|fecha|decided on|signed on"},
    {"result", "result|results|outcome|resultado"},
    {"met", "met|is met|satisfied|fulfilled|cumplido"},
    {"evidence", "evidence|evidence link|proof|artifact|artifacts|evidencia|link"},
    {"follow_up", "follow up|follow ups|followup|next step|next steps|next action|remaining work"},
    {"item", "item|subject|topic|elemento"},
    {"value", "value|setting|answer|valor"},
    {"task", "task|activity|step|what|work item|tarea"},
    {"phase", "phase|stage|fase"},
    {"duration", "duration|estimate|estimated time|effort|duración"},
    {"role", "role|function|rol"},
    {"name", "name|person|primary|primary contact|primary on call|full name|nombre"},
    {"signature", "signature|signed|signed by|signed off|approved|firma"},
    {"approver", "approver|approved by|approval|aprobador"},
    {"contact", "contact|e mail|email|phone|handle|slack|reachable at|contacto"},
    {"availability", "availability|notification|available|on call|backup|disponibilidad"},
    {"decision", "decision|decisión"},
    {"question", "question|open question|decision needed|pregunta"},
    {"options", "options|alternatives|opciones"},
    {"rationale", "rationale|reason|context|why|justification"},
    {"audience", "audience|recipient|recipients|sent to|informed|audiencia"},
    {"message", "message|update|announcement|communication|summary|mensaje"},
    {"sent", "sent|is sent|delivered|enviado"},
    {"channel", "channel|medium|via|canal"},
    {"sender", "sender|sent by|from|author|sent from"},
    {"resolution", "resolution|fix|solution|workaround|resolución"},
    {"risk", "risk|risks|riesgo"},
    {"mitigation", "mitigation|mitigations|countermeasure|mitigación"},
    {"likelihood", "likelihood|probability|probabilidad"},
    {"impact", "impact|impacto"},
    {"metric", "metric|measure|kpi|indicator|métrica"},
    {"target", "target|threshold|budget|goal|objetivo"},
    {"actual", "actual|actual value|measured|current|observed"},
    {"expected", "expected|expectation"},
    {"before", "before|baseline"},
    {"after", "after"},
    {"staging", "staging|stage env|pre production|preprod|staging value"},
    {"production", "production|prod|live|production value"},
    {"depends_on", "depends on|dependencies|key dependencies|dependency|blocked by|requires"},
    {"version", "version|release|versión"},
    {"changes", "changes|change|what changed|cambios"},
};

// Of sign-offs: what is answered, and where somebody signs.
constexpr Synonyms kSignOffColumns[] = {
    {"answer", "vote|verdict|go no go|go or no go|disposition|position"},
    {"signature", "sign off|signoff|initials"},
};

// ---- shapes of tables, the more telling first

constexpr std::string_view kSignOffShape[] = {"signature",
                                              "role|name|owner|task|approver|item|date"};
constexpr std::string_view kApprovalShape[] = {"approver", "role|name|task|item", "date|status"};
constexpr std::string_view kApprovalByDecisionShape[] = {"role", "name|approver|owner",
                                                         "decision|answer"};
constexpr std::string_view kApprovalByAnswerShape[] = {"answer", "role|approver"};
constexpr std::string_view kIssuesMetShape[] = {"issue|description|gap", "resolution"};
constexpr std::string_view kGapShape[] = {
    "gap", "repo|issue|owner|eta|status|severity|priority|impact|blocking"};
constexpr std::string_view kGapByIdShape[] = {
    "gap_id", "description|item|area",
    "repo|issue|owner|eta|status|severity|priority|impact|blocking"};
constexpr std::string_view kGapByOwnerShape[] = {"issue", "owner", "status"};
constexpr std::string_view kGapByIssueShape[] = {"issue", "severity|priority|eta", "status|owner"};
constexpr std::string_view kGapByActualShape[] = {"expected", "actual", "severity|owner"};
constexpr std::string_view kCommunicationShape[] = {"audience|message",
                                                    "channel|sender|audience|follow_up"};
constexpr std::string_view kMetricByEnvironmentShape[] = {"metric", "target", "staging|production"};
constexpr std::string_view kParityShape[] = {"staging", "production"};
constexpr std::string_view kRiskShape[] = {"risk", "mitigation|likelihood|impact"};
constexpr std::string_view kMetricShape[] = {"metric", "target|actual|value|before|after|status"};
constexpr std::string_view kChangeLogShape[] = {"changes", "version|date"};
constexpr std::string_view kEvidenceShape[] = {"evidence", "result|status|test|criterion|gate"};
constexpr std::string_view kDecisionLogShape[] = {"item", "value", "owner|date|evidence"};
constexpr std::string_view kDecidedOnShape[] = {"date|timestamp", "decision", "rationale"};
constexpr std::string_view kDecisionPointsShape[] = {"question", "decision"};
constexpr std::string_view kDecisionsShape[] = {"decision", "rationale|date|owner|result|evidence"};
constexpr std::string_view kScheduleShape[] = {"time|start|timestamp", "task|end|phase"};
constexpr std::string_view kScheduleByPhaseShape[] = {"when|duration", "task|phase",
                                                      "owner|status|start|end"};
constexpr std::string_view kScheduleByPlanShape[] = {
    "planned_start|planned", "task|phase|time|start", "planned_end|actual_start|actual|actual_end"};
constexpr std::string_view kRosterShape[] = {"contact|availability", "role|name"};
constexpr std::string_view kDependencyShape[] = {"depends_on", "task|id|item|area|issue"};
constexpr std::string_view kDependencyByOwnerShape[] = {"depends_on", "owner|eta", "status"};

constexpr TableShape kShapes[] = {
    {record::TableKind::sign_off, kSignOffShape},
    {record::TableKind::sign_off, kApprovalShape},
    {record::TableKind::sign_off, kApprovalByDecisionShape},
    {record::TableKind::sign_off, kApprovalByAnswerShape},
    {record::TableKind::issues_met, kIssuesMetShape},
    {record::TableKind::metric, kMetricByEnvironmentShape},
    {record::TableKind::parity, kParityShape},
    {record::TableKind::gap, kGapShape},
    {record::TableKind::gap, kGapByIdShape},
    {record::TableKind::communication, kCommunicationShape},
    {record::TableKind::risk, kRiskShape},
    {record::TableKind::metric, kMetricShape},
    {record::TableKind::change_log, kChangeLogShape},
    {record::TableKind::decision_log, kDecidedOnShape},
    {record::TableKind::decision_log, kDecisionPointsShape},
    {record::TableKind::evidence, kEvidenceShape},
    {record::TableKind::gap, kGapByIssueShape},
    {record::TableKind::gap, kGapByActualShape},
    {record::TableKind::decision_log, kDecisionLogShape},
    {record::TableKind::decision_log, kDecisionsShape},
    {record::TableKind::dependency, kDependencyShape},
    {record::TableKind::gap, kGapByOwnerShape},
    {record::TableKind::dependency, kDependencyByOwnerShape},
    {record::TableKind::schedule, kScheduleShape},
    {record::TableKind::schedule, kScheduleByPhaseShape},
    {record::TableKind::schedule, kScheduleByPlanShape},
    {record::TableKind::roster, kRosterShape},
};

// ---- kinds by the names that muster.yaml gives them, with the columns that their readers ask for

struct KindRow {
  std::string_view name;
  record::TableKind kind;
  std::string_view columns;
};

constexpr KindRow kKinds[] = {
    {"gap", record::TableKind::gap,
     "gap|gap_id|id|description|item|area|task|expected|actual|repo|issue|owner|eta|target|date|"
     "status|severity|priority|impact|blocking"},
    {"evidence", record::TableKind::evidence,
     "area|item|gate|criterion|test|id|timestamp|date|time|when|result|status|evidence|follow_up|"
     "notes"},
    {"sign-off", record::TableKind::sign_off,
     "role|owner|name|approver|task|item|area|phase|signature|date|timestamp|time|status|result|"
     "decision|answer"},
    {"decision-log", record::TableKind::decision_log,
     "item|question|decision|id|value|result|rationale|status|owner|approver|date|timestamp|time|"
     "evidence"},
    {"communication", record::TableKind::communication,
     "date|time|timestamp|when|audience|channel|sender|owner|message|sent|follow_up|notes"},
    {"schedule", record::TableKind::schedule,
     "time|start|timestamp|when|duration|end|planned|planned_start|planned_end|actual|actual_start|"
     "actual_end|task|phase|item|status|owner|notes|description"},
    {"roster", record::TableKind::roster, "role|area|name|owner|contact|availability"},
    {"issues-met", record::TableKind::issues_met,
     "task|area|issue|description|gap|severity|priority|status|resolution"},
    {"risk", record::TableKind::risk,
     "risk|description|likelihood|impact|severity|mitigation|owner|status"},
    {"metric", record::TableKind::metric,
     "metric|actual|value|after|before|target|expected|status"},
    {"parity", record::TableKind::parity,
     "item|staging|production|status|result|notes|owner|eta|target|date"},
    {"dependency", record::TableKind::dependency,
     "id|task|item|area|issue|depends_on|status|result|owner|eta|target|date"},
    {"change-log", record::TableKind::change_log,
     "version|date|timestamp|sender|owner|name|changes|description|notes"},
    {"gate", record::TableKind::gate,
     "gate|criterion|test|item|description|phase|status|result|met|decision|answer"},
    {"status", record::TableKind::status, "status|result|owner|eta|target|date"},
};

}  // namespace

std::string_view column_name(std::string_view header) {
  if (trim(header) == "#") return "index";
  if (std::string_view name = find_name(kSignOffColumns, normal_words(header)); !name.empty())
    return name;
  return find_any_name(kColumns, header);
}

std::string_view column_name(std::string_view header, record::TableKind kind,
                             const Vocabulary& vocabulary) {
  const std::string words = vocabulary.headers.empty() ? std::string() : normal_words(header);
  for (const HeaderWord& own : vocabulary.headers)
    if (own.table == kind && normal_words(own.words) == words) return own.name;
  return column_name(header);
}

std::span<const TableShape> table_shapes() { return kShapes; }

std::vector<VocabularyGuide::Table> known_tables() {
  std::vector<VocabularyGuide::Table> tables;
  for (const KindRow& row : kKinds) {
    VocabularyGuide::Table table{row.name, row.kind, {}};
    for (const std::string_view column : split(row.columns, '|'))
      table.columns.push_back(replace_all(std::string(column), "_", "-"));
    tables.push_back(std::move(table));
  }
  return tables;
}

WordRemark remark_on_header(const HeaderWord& word) {
  const std::string_view known = column_name(word.words);
  if (known.empty() || known == word.name) return {};
  return {cat({"the header `", word.words, "` is read as ", replace_all(word.name, "_", "-"),
               " here, and is ", replace_all(std::string(known), "_", "-"), " by itself"}),
          "take it out; where it is meant so, lower `word-redefined` below `policy.severity`"};
}

}  // namespace muster::extract
