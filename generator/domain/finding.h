// The judgement of one version: findings, the standing of each item, the state of each gate, and
// the verdict. Made by audit from a Model, the policy and a date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "domain/model.h"

namespace muster {

/// What a rule is. The rows stand in audit/rules.cc; pages and `explain` are made from them.
struct RuleInfo {
  std::string_view id;
  Severity severity = Severity::warning;
  std::string_view title;  // "A gap is past its date"
  std::string_view why;
  std::string_view fix;
  std::string_view example;  // Markdown that raises it
  std::string_view good;     // and how it should read
};

enum class SubjectKind {
  version,
  document,
  item,
  task,
  gate,
  gap,
  evidence,
  decision,
  sign_off,
  metric,
  parity
};

/// What a finding is about: a row of the model.
struct Subject {
  SubjectKind kind = SubjectKind::version;
  std::uint32_t row = UINT32_MAX;

  auto operator<=>(const Subject&) const = default;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::warning;
  Subject subject;
  DocumentId document;  // that it stands in; none for the version
  std::string label;    // the subject in words: "BE-CICD-1"
  std::string message;  // a fact, without a full stop
  std::string advice;   // one imperative sentence
  std::string owner;    // who can lift it; empty = nobody yet
  std::optional<Date> due;
  Where where;
  std::vector<Where> related;
  std::string id;  // "F-" and six characters of the fingerprint
  std::string
      fingerprint;  // 16 hexadecimal digits: rule, repository, path and subject; not the line
};

enum class Standing {
  verified,
  claimed,
  disputed,
  open,
  open_again,
  unknown,
  waived,
  not_applicable
};

enum class GateState {
  open,
  passed,
  passed_early,  // closed although an earlier gate is open
};

struct GateAudit {
  GateState state = GateState::open;
  int met = 0;      // criteria ticked and not disputed
  int on_word = 0;  // of these, that nothing proves
  int criteria = 0;
  bool disputed = false;  // by a run or a report of its phase
  GateId skipped;         // the earlier open gate, when passed early
};

/// An expectation of front matter held against its report.
struct Expected {
  bool met = false;
  std::string seen;     // what stands there, shortened
  std::string problem;  // why nothing could be compared, as the end of a sentence
};

/// `fired` and `not_fired` are of rollback triggers; `blank`: nobody told or measured a value.
enum class MetricState { blank, unjudged, within, out_of_bounds, fired, not_fired, unreadable };

/// `accepted`: it differs on purpose, and the document says so.
enum class ParityState { matches, mismatch, accepted, unknown };

struct ParityAudit {
  ParityState state = ParityState::unknown;
  std::string staging;  // as shown; of a secret only whether it is there
  std::string production;
  std::string why;           // of a mismatch or an unknown, as the end of a sentence
  bool contradicts = false;  // the table's own mark says otherwise
};

enum class Outcome { not_ready, at_risk, ready, undetermined };

struct Reason {
  std::string text;
  Severity weight = Severity::blocker;  // blocker: makes it not ready; warning: at risk
  std::string rule;                     // empty: an open item, gate or gap
  Subject subject;
  DocumentId document;
  std::string owner;
  std::optional<Date> due;
  std::optional<std::size_t> finding;  // into Audit::findings
  int count = 1;                       // how many equal ones it stands for
};

struct Verdict {
  Outcome outcome = Outcome::undetermined;
  bool on_hold = false;
  std::vector<Reason> reasons;  // heaviest first
  int on_word_alone = 0;        // items that rest on a tick only
};

/// Items by standing.
struct Tally {
  int verified = 0;
  int claimed = 0;
  int disputed = 0;
  int open = 0;  // open and open again
  int unknown = 0;
  int set_aside = 0;  // waived, not applicable, dropped

  int total() const { return verified + claimed + disputed + open + unknown; }
  int in_doubt() const { return disputed + unknown; }
};

/// A rule that ran, on how many subjects, with how many findings: silence must not look like
/// success.
struct RuleRun {
  std::string rule;
  int subjects = 0;
  int findings = 0;
};

struct DocumentAudit {
  Tally tally;
  Verdict verdict;
};

struct Audit {
  Instant as_of;
  std::vector<Finding> findings;    // by severity (worst first), then place, then rule
  std::vector<Standing> standings;  // by ItemId
  std::vector<GateAudit> gates;     // by GateId
  std::vector<std::vector<Expected>> expectations;  // by position in Model::citations
  std::vector<MetricState> metrics;                 // by MetricId
  std::vector<ParityAudit> parity;                  // by ParityId
  std::vector<DocumentAudit> documents;             // by DocumentId
  Tally tally;
  Verdict verdict;
  std::vector<RuleRun> rules;  // in the order of the table
};

/// A version with its judgement.
struct Judged {
  Model model;
  Audit audit;
};

std::string_view to_string(Standing value);
std::string_view to_string(Outcome value);  // not_ready …
std::string_view to_string(SubjectKind value);
std::string_view to_string(MetricState value);
std::string_view to_string(ParityState value);

}  // namespace muster
