// The vocabulary: tables first, lookups after them. Entries are in normal form (see normal_words):
// lower case, words with single spaces, no punctuation.
#include "extract/vocabulary.h"

#include <algorithm>

#include "base/text.h"

namespace muster::extract {

namespace {

// ---- keys of metadata

constexpr Synonyms kKeys[] = {
    {"id", "id|key|identifier"},
    {"title", "title|titulo|título"},
    {"kind", "kind"},
    {"type", "type|tipo"},
    {"status", "status|state|current status|overall status|issue status|estado"},
    {"owner",
     "owner|owners|assignee|assignees|assigned to|owned "
     "by|responsible|accountable|dri|responsable"},
    {"priority", "priority|urgency|importance|prioridad"},
    {"severity", "severity|severidad"},
    {"labels", "labels|label|tags|etiquetas"},
    {"estimate",
     "estimate|estimated time|estimated effort|estimated duration|effort|time estimate|duration|"
     "estimation|duración"},
    {"needs",
     "dependencies|dependency|depends on|needs|requires|blocked by|prerequisites|prerequisite|"
     "dependencias|depende de"},
    {"last_updated",
     "last updated|updated|last update|last modified|modified|last reviewed|updated at|updated on|"
     "updated date|update date|última actualización"},
    {"next_update", "next update|next review|next review date|review by|next revision"},
    {"created", "created|created at|created on|created date|creation date|creado"},
    {"date",
     "date|date time|timestamp|time stamp|decision date|decided on|decided at|when|signed "
     "on|fecha"},
    {"time", "time|hora"},
    {"start_time", "start time|start|started|started at|begin time|hora de inicio"},
    {"end_time", "end time|end|finished|finished at|finish time|hora de fin"},
    {"total_duration", "total duration|total time|elapsed time|elapsed"},
    {"document_version", "document version|doc version|version|revision|versión"},
    {"due", "due|due date|eta|target date|deadline|fecha límite"},
    {"release", "release candidate|release|rc|candidate"},
    {"name", "name|full name|nombre"},
    {"signature", "signature|signed|signed by|firma"},
    {"role", "role|rol"},
    {"operator", "operator|executed by|performed by|run by|carried out by"},
    {"approver",
     "approver|approvers|approved by|decided by|decision maker|decision makers|decision owner|"
     "deciders|authorised by|authorized by|aprobado por"},
    {"reviewers", "reviewer|reviewers|reviewed by"},
    {"author", "author|authors|autor"},
    {"question", "question|decision question|to decide|pregunta"},
    {"decision", "decision|outcome|verdict|decision outcome|ruling|decisión"},
    {"result", "result|results|test result|resultado"},
    {"evidence",
     "evidence|evidence report|evidence link|evidence file|report|proof|artifact|evidencia"},
    {"command", "command|cmd|run|comando"},
    {"notes", "notes|note|comments|comment|remarks|exceptions|notas"},
    {"purpose", "purpose|goal|objective|propósito|objetivo"},
    {"scope", "scope|alcance"},
    {"audience", "audience|audiencia"},
    {"repository", "repository|repo|repositorio"},
    {"branch", "branch"},
    {"commit", "commit"},
    {"environment", "environment|entorno"},
    {"sprint", "sprint"},
    {"milestone", "milestone"},
    {"impact", "impact|impacto"},
    {"risk", "risk|riesgo"},
    {"progress", "progress|completion|progreso"},
};

// Who, how far, when: what may stand in italics or in a comment.
constexpr std::string_view kDocumentKeys =
    "status|owner|priority|severity|labels|last_updated|next_update|created|date|author|reviewers|"
    "document_version|due|milestone|sprint";

// ---- options

constexpr Synonyms kGateOptions[] = {
    {"go_no_go", "go|no go|hold|go live"},
    {"rollback", "rollback|roll back|roll forward|abort|back out"},
    {"approval", "approved|approve|rejected|reject|approved for production|not approved"},
};

constexpr std::string_view kOptionWords =
    "yes|no|go|no go|pass|fail|passed|failed|approved|rejected|pending|none|found|some|n a|na|"
    "true|false|continue|rollback|abort|hold|success|failure|partial|partial success|ok|not ok|"
    "done|not done|ready|not ready|on|off|sí|si";

constexpr std::string_view kPositiveOptions =
    "yes|go|go live|pass|passed|approved|approve|approved for production|continue|proceed|success|"
    "ok|done|ready|true|sí|si";

// ---- fill states

constexpr std::string_view kPlaceholders =
    "tbd|tbc|tba|todo|fixme|to be determined|to be defined|to be decided|to be confirmed|"
    "to be announced|yyyy mm dd|yyyymmdd|dd mm yyyy|mm dd yyyy|hh mm|placeholder|fill in|por "
    "definir";

constexpr std::string_view kNotApplicable = "n/a|na|n.a.|not applicable|—|–|-|--|---|no aplica";

// ---- doubts

constexpr std::string_view kDoubts =
    "simulated|simulation|placeholder|with risk|with risks|with caveats|with exceptions|"
    "with reservations|mostly|almost|partial|partially|pending|awaiting|waiting|except|remaining|"
    "not|but|if|unless|until|once|subject to|conditional|conditionally|provided that|tbd|todo|mock|"
    "mocked|fake|reopened|regressed|unmerged|undeployed|unverified|untested|unresolved|incomplete|"
    "simulado|parcialmente|pendiente";

// Doubts as well, unless a number beside them is zero: "12 passed, 0 failed".
constexpr std::string_view kFailures = "failed|failing|fails|failure|failures|broken";
constexpr std::string_view kZeroes = "0|no|zero|without|none";

constexpr std::string_view kUnsigned =
    "refused|refuses|declined|declines|rejected|rejects|denied|denies|objection|objections|objects|"
    "objected|withheld|withdrawn|revoked|disagree|disagrees|will sign|will approve|to sign|"
    "to be signed|to approve|after|when|next|later|tomorrow|soon|requested|asked|blocked|no|never|"
    "nobody|no one|none|unsigned|missing|rechazado|denegado";

// ---- ids, files, commands

constexpr std::string_view kNoIdPrefixes =
    "SHA|AES|UTF|GPT|CVE|RFC|ISO|CC|CC0|CC-BY|CC-BY-SA|COVID|GPL|AGPL|LGPL|SEV|ERC|DNS|RSA|P0|P1|"
    "P2|P3|S1|S2|S3|HS|RS|ES|BSD|MPL|IEEE|PEP|TLS|SSL|HTTP|IPV|MD|WCAG|UCS|KOI|LATIN|YYYY|MM|"
    "UTC|GMT|ECMA|BASE|INT|UINT|GMP|ARM|X86|CWE|GHSA|PCI|SOC|OAUTH";

constexpr std::string_view kDocumentEndings =
    "md|markdown|json|jsonl|ndjson|yaml|yml|xml|html|htm|log|csv|tsv|txt|pdf|sql|sarif|lcov|dump|"
    "toml|png|jpg|jpeg|svg|har|xlsx|docx|ipynb";

constexpr std::string_view kCodeEndings =
    "c|cc|cpp|h|hpp|py|js|mjs|cjs|jsx|ts|tsx|go|rs|rb|java|kt|kts|swift|php|sh|bash|ps1|bat|tf|"
    "hcl|proto|graphql|css|scss|vue|svelte|lock|ini|cfg|conf|env|rules|gradle|properties|tpl|"
    "tmpl|example|sample|zip|gz|tar|bz2|xz|bak|out|trace|prom|snap|template";

constexpr std::string_view kCommands =
    "npm|npx|pnpm|yarn|bun|node|deno|python|python3|pip|pytest|make|cmake|ctest|ninja|cargo|go|"
    "git|gh|kubectl|helm|docker|podman|terraform|ansible|bash|sh|zsh|curl|wget|psql|mysql|mongo|"
    "java|mvn|gradle|dotnet|ruby|bundle|rake|firebase|gcloud|aws|az|k6|vitest|jest|playwright|"
    "cd|sudo|env|export|ssh|scp|rsync|muster";

constexpr std::string_view kRoles =
    "lead|leads|manager|managers|engineer|engineers|engineering|owner|owners|team|teams|director|"
    "head|officer|architect|admin|administrator|dba|developer|developers|dev|worker|workers|qa|"
    "tester|testers|pm|po|cto|ceo|cio|ciso|cfo|coo|cpo|vp|sre|devops|ops|operations|operator|"
    "product|security|legal|compliance|finance|business|support|marketing|sales|design|designer|"
    "stakeholder|stakeholders|sponsor|reviewer|reviewers|approver|approvers|auditor|customer|"
    "client|vendor|analyst|coordinator|principal|committee|board|executive|on call|tech|"
    "maintainer|maintainers|release captain|dpo|rrhh|responsable|jefe|gerente";

constexpr std::string_view kSignWords =
    "approval|approvals|sign off|sign "
    "offs|signoff|signoffs|signature|approved|authorisation|authorization";

// ---- people

constexpr std::string_view kJoinedWords = "ci/cd|ui/ux|ux/ui|r&d|q&a|l&d|m&a|p&l|i/o|a/b|tcp/ip";
constexpr std::string_view kNobody =
    "unassigned|not assigned|not assigned yet|not yet assigned|to be assigned|none|none yet|nobody|"
    "nobody yet|no one|no one yet|no owner|no owner yet|unowned|owner needed|vacant";

// ---- hexadecimal digits

constexpr std::string_view kCommitWords =
    "commit|commits|committed|sha|shas|rev|revs|revision|revisions|changeset|changesets";
constexpr std::string_view kOtherHexWords =
    "md5|sha1sum|sha256|sha512|sha 256|sha 512|digest|checksum|etag|uuid|guid|color|colour|colors|"
    "colours|token|key|password|secret|blob|image|build id|trace|span|session|request";

// ---- lookups

// "0 failed", "without any failures", "failures: 0"; but not "1 failed, no retry".
bool is_none(const std::vector<std::string_view>& words, std::size_t i) {
  if (i > 0 && is_listed(kZeroes, words[i - 1])) return true;
  if (i > 1 && words[i - 1] == "any" && is_listed(kZeroes, words[i - 2])) return true;
  if (i + 1 < words.size() && is_listed("0|zero|none", words[i + 1])) return true;
  return i + 2 < words.size() && words[i + 2] == "0";
}

}  // namespace

std::string_view key_name(std::string_view key) { return find_any_name(kKeys, key); }

bool is_document_key(std::string_view name) { return is_listed(kDocumentKeys, name); }

std::vector<std::string_view> metadata_keys() {
  std::vector<std::string_view> names;
  for (const Synonyms& row : kKeys) names.push_back(row.name);
  return names;
}

std::optional<GateKind> gate_of_option(std::string_view option) {
  const std::string_view name = find_name(kGateOptions, normal_words(option));
  if (name == "go_no_go") return GateKind::go_no_go;
  if (name == "rollback") return GateKind::rollback;
  if (name == "approval") return GateKind::approval;
  return std::nullopt;
}

bool is_option_word(std::string_view text) { return is_listed(kOptionWords, normal_words(text)); }

bool is_positive_option(std::string_view text) {
  return is_listed(kPositiveOptions, normal_words(text));
}

bool is_placeholder(std::string_view text) {
  text = trim(text);
  if (text == "…" || text == "..." || text == "?" || text == "??") return true;
  if (text.size() > 2 && ((text.front() == '<' && text.back() == '>') ||
                          (text.starts_with("{{") && text.ends_with("}}"))))
    return text.find("://") == std::string_view::npos;
  if (text.size() > 5 && text.front() == '[' && text.back() == ']') {
    return text.find_first_of("#0123456789") == std::string_view::npos;  // "[owner]"
  }
  const std::string words = normal_words(text);
  return any_listed(kPlaceholders, [&](std::string_view phrase) {
    return words == phrase || (words.starts_with(phrase) && words[phrase.size()] == ' ' &&
                               phrase.find(' ') == std::string_view::npos);
  });
}

bool is_not_applicable(std::string_view text) {
  const std::string plain = lower(trim(text));
  if (is_listed(kNotApplicable, plain)) return true;
  return plain.starts_with("n/a ") || plain.starts_with("n/a:") || plain.starts_with("n/a,");
}

bool has_doubt(std::string_view words) {
  if (has_listed(kDoubts, words)) return true;
  const std::vector<std::string_view> parts = split(words, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (is_listed(kFailures, parts[i]) && !is_none(parts, i)) return true;
  return false;
}

bool says_unsigned(std::string_view words) { return has_listed(kUnsigned, words); }

bool is_no_id_prefix(std::string_view prefix) { return is_listed(kNoIdPrefixes, prefix); }

bool is_file_ending(std::string_view ending) {
  const std::string plain = lower(ending);
  return is_listed(kDocumentEndings, plain) || is_listed(kCodeEndings, plain);
}

bool is_document_ending(std::string_view ending) {
  return is_listed(kDocumentEndings, lower(ending));
}

bool is_command_word(std::string_view word) { return is_listed(kCommands, word); }

bool names_role(std::string_view text) {
  const std::string words = all_words(text);
  return has_listed(kRoles, words);
}

bool is_joined_word(std::string_view word) { return is_listed(kJoinedWords, lower(word)); }

bool names_nobody(std::string_view text) { return is_listed(kNobody, all_words(text)); }

bool is_commit_word(std::string_view word) { return is_listed(kCommitWords, normal_words(word)); }

bool is_other_hex_word(std::string_view word) {
  return is_listed(kOtherHexWords, normal_words(word));
}

std::string signer_of(std::string_view label, std::string& scope) {
  std::string kept;
  std::string after;
  bool past_for = false;
  const std::string spaced = collapse_spaces(label);
  for (const std::string_view word : split(spaced, ' ')) {
    if (is_listed(kSignWords, normal_words(word))) continue;
    if (!kept.empty() && normal_words(word) == "for") {
      past_for = true;
      continue;
    }
    std::string& out = past_for ? after : kept;
    if (!out.empty()) out += ' ';
    out += word;
  }
  if (!after.empty()) scope = after;
  return kept;
}

}  // namespace muster::extract
