// One version, linked: documents of all repositories and what they say of each other. Made by link;
// holds no judgement.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record.h"
#include "domain/snapshot.h"

namespace muster {

/// Where something stands. The commit is the version's pin of that repository.
struct Where {
  RepoId repo;
  std::string path;
  int line = 0;
  int column = 0;

  auto operator<=>(const Where&) const = default;
};

/// One Markdown blob, parsed and extracted once.
struct Content {
  Markdown markdown;
  Records records;
};

/// One evidence blob, read once. `json` is there when it parsed.
struct ReportContent {
  record::Report report;
  std::shared_ptr<const Json> json;
  std::shared_ptr<const std::string> bytes;  // as committed, for its page; null where not kept
  bool hidden = false;                       // `bytes` is the report without secrets
  std::vector<Note> notes;
  std::string sha256;
  std::size_t size = 0;
};

struct Document {
  RepoId repo;
  std::string path;
  ObjectId blob;
  DocumentKind kind = DocumentKind::page;
  std::string key;    // id of the issue or checklist: "MIG-4"; may be empty
  std::string title;  // falls back to the file name
  std::string slug;   // unique among the documents of the version
  record::Entry status;
  StatusClass status_class = StatusClass::unknown;
  record::Entry owner;
  record::Entry priority;
  bool on_hold = false;
  std::string area;               // by the areas of muster.yaml; may be empty
  std::optional<Commit> changed;  // the last commit that changed it, where history tells
  std::shared_ptr<const Content> content;

  bool judged() const {
    return repo == RepoId(0);
  }  // documents of siblings are shown and linked only
};
using DocumentId = Id<Document>;

struct Item;
struct Task;
struct Phase;
struct Gate;
struct Gap;
struct Evidence;
using ItemId = Id<Item>;
using TaskId = Id<Task>;
using PhaseId = Id<Phase>;
using GateId = Id<Gate>;
using GapId = Id<Gap>;
struct Metric;
struct ParityRow;
using EvidenceId = Id<Evidence>;
using MetricId = Id<Metric>;
using ParityId = Id<ParityRow>;

/// How something rests on a report. Only `item`, `deliverable` and `row` may verify; `section` may
/// only dispute a gate.
enum class Binding { item, deliverable, row, section, mention };

/// A place that names a report.
struct Citation {
  EvidenceId evidence;
  Binding binding = Binding::mention;
  ItemId item;  // none where no item cites it
  GateId gate;  // of a section binding, where its phase has one
  Where where;
  std::string claimed;  // "pass", "fail" or "pending" where the text says so beside it, else empty
  bool in_passing = false;  // the sentence is about the file; it is no proof unless it is a report
  bool by_front_matter = false;
  ItemId
      matched;  // of a section binding: the box that has the words of its run; only disputed by it
  std::vector<record::Expectation> expect;  // by front matter: all of them must hold
};

struct Item {
  DocumentId document;
  Id<record::Item> record;
  std::string anchor;  // unique in its document, begins with a letter: "CE-20", "A1", "AG1", "s2-6"
  std::string text;
  Role role = Role::check;
  BoxState state = BoxState::open;
  std::string owner;  // its own, its task's or its document's; empty = nobody yet
  TaskId task;
  PhaseId phase;
  GateId gate;
  std::vector<std::size_t> citations;  // into Model::citations
  std::string claimed;  // "fail", "undone" or "pending" where its words, or a row, say so
  Where where;
};

struct Task {
  DocumentId document;
  Id<record::Task> record;
  std::string key;
  std::string title;
  std::string anchor;
  record::Entry status;
  StatusClass status_class = StatusClass::unknown;
  record::Entry owner;
  std::optional<int> estimate_minutes;
  PhaseId phase;
  std::vector<TaskId> needs;                // ranges spelt out, in the order written
  std::vector<record::Need> unknown_needs;  // that name no task
  std::vector<ItemId> items;
  Where where;
};

struct Phase {
  DocumentId document;
  std::string key;
  std::string title;
  std::string anchor;
  GateId gate;
  std::vector<ItemId> items;  // without those of its gate
  std::vector<TaskId> tasks;
  int ordinal = 0;  // in its document, from 1: by number or letter, else as they stand
  Where where;
};

struct Gate {
  DocumentId document;
  GateKind kind = GateKind::exit;
  std::string title;
  std::string question;
  std::string anchor;
  PhaseId phase;
  std::vector<ItemId> criteria;
  int unboxed = 0;             // criteria in plain bullets: nothing says that they are met
  bool asks_decision = false;  // boxes alone do not pass it
  std::optional<StatusClass> row_status;  // of its row in a gate table: only `done` meets it
  std::string row_state;                  // as written there; may be empty
  std::optional<Where> failed_run;  // a run note of its phase that says FAIL and was not run again
  Id<record::Decision> decision;
  Where where;
};

/// A decision point or an approval; rows of a decision log are not.
struct Decision {
  DocumentId document;
  Id<record::Decision> record;
  std::string topic;
  std::string question;
  std::vector<record::Option> options;
  std::string chosen;  // label of the option chosen, or the value written; empty = open
  bool conflict = false;
  Answer answer = Answer::open;
  record::Entry approver;
  record::Entry at;
  GateId gate;
  std::string anchor;
  Where where;
};

struct SignOff {
  DocumentId document;
  std::string role;
  std::string scope;
  record::Entry name;
  record::Entry at;
  bool signed_off = false;
  ItemId item;
  std::string anchor;
  Where where;
};

enum class GapState { open, closed, claimed_closed };

struct Gap {
  DocumentId document;
  std::string anchor;  // the issue's id, or "gap-3"
  std::string text;
  record::Entry repo_entry;
  RepoId repo;  // none: not one of ours, or several
  record::Entry issue_entry;
  std::string issue_key;
  DocumentId issue;  // none: that id is declared nowhere; of several, the first not closed
  record::Entry owner;
  record::Entry eta_entry;
  std::optional<Date> eta;
  std::string priority;
  bool critical = false;
  bool in_words = false;  // a bullet, which has no cell for an owner
  GapState state = GapState::open;
  std::optional<std::size_t> listed;  // into Model::listed_issues; where no document declares it
  Where where;
};

/// An issue as an export of a tracker lists it: `gh issue list --json` and its like.
struct ListedIssue {
  std::string key;  // "BE-CICD-1" where its title begins so, else "#12"
  std::string title;
  std::string state;  // as written there
  bool closed = false;
  EvidenceId evidence;
};

enum class EvidenceState { present, missing, removed, external, unreadable };

/// A file that somebody cites as proof, or that a recogniser claims.
struct Evidence {
  RepoId repo;
  std::string path;  // or a URL when external
  std::string slug;
  EvidenceState state = EvidenceState::present;
  ObjectId blob;                                 // of the last commit that had it, when removed
  std::shared_ptr<const ReportContent> content;  // null unless read
  std::optional<Commit> commit;                  // that brought this blob
  std::optional<Commit> removed_by;              // when removed
  std::string problem;                           // when unreadable
  std::vector<std::size_t> cited_by;             // into Model::citations
};

/// The result that a row of an evidence table states, or a failed run that no gate rests on.
struct StatedResult {
  DocumentId document;
  std::string label;    // what was tested
  std::string claimed;  // "pass", "fail" or "pending"
  ItemId item;          // that it speaks of; none where no box has its words
  Where where;
};

/// A run that the text tells, with the reports that it names.
struct Claim {
  DocumentId document;
  std::string subject;
  std::string result;   // as written
  std::string verdict;  // "pass", "fail" or empty
  std::vector<record::Fact> facts;
  std::vector<EvidenceId> evidence;
  Where where;
};

/// What a report says against a ticked box of the phase that cites it: "finalSignOff": "… pending"
/// beside “Final sign-off”. Matched by words, so it may dispute and no more.
struct Denial {
  ItemId item;
  EvidenceId evidence;
  std::string key;
  std::string text;
  int line = 0;  // in the report
};

/// A number that a document asks for or tells. Where front matter binds it, a report gives its
/// value.
struct Metric {
  DocumentId document;
  std::string name;
  std::string text;              // as written
  std::optional<double> told;    // by the document
  std::optional<double> target;  // in the unit of the value; of a range its lower end
  std::optional<double> target_high;
  record::Comparison comparison = record::Comparison::none;
  bool bounded = false;  // the document says what is asked, and not only out of how many
  std::string unit;
  ItemId item;          // the box that asks for it; of a trigger, the condition on which it fires
  EvidenceId evidence;  // that gives its value
  std::string pointer;  // to the value there
  std::optional<double> measured;
  std::string problem;  // why the report gives no value, as the end of a sentence
  Where bound_at;       // the binding in front matter
  Where where;
};

/// One point in which two environments are compared: by values that were captured, or by what a
/// table tells.
struct ParityRow {
  DocumentId document;
  std::string text;  // what is compared
  bool captured = false;
  record::ParityPair pair;  // where captured
  EvidenceId staging;
  EvidenceId production;
  record::Entry told_staging;  // where told
  record::Entry told_production;
  record::Entry status;
  record::Entry notes;
  StatusClass status_class = StatusClass::unknown;
  ItemId item;  // the box of that text, if there is one
  std::string anchor;
  Where where;
};

struct Dependency {
  TaskId from;  // needs
  TaskId to;
};

/// A place that names a document by id or link.
struct Reference {
  DocumentId target;
  std::string key;
  Where where;
  DocumentId source;
};

/// What this version's input could not give: shown, and a finding.
struct Unread {
  std::string rule;
  std::string message;
  std::string help;
  Where where;
};

struct Model {
  Version version;
  std::vector<std::string> repo_names;  // by RepoId, as in muster.yaml; of the workspace empty
  Table<Document> documents;            // by repository, then path
  Table<Item> items;
  Table<Task> tasks;
  Table<Phase> phases;
  Table<Gate> gates;
  Table<Decision> decisions;
  Table<SignOff> sign_offs;
  Table<Gap> gaps;
  Table<Evidence> evidence;  // by repository, then path
  std::vector<Citation> citations;
  std::vector<ListedIssue> listed_issues;
  std::vector<Claim> claims;  // by document, then line
  std::vector<Denial> denials;
  Table<Metric> metrics;         // by document, then line
  Table<ParityRow> parity_rows;  // by document, then line
  std::vector<StatedResult> results;
  std::vector<Dependency> dependencies;
  std::vector<Reference> references;
  std::vector<Unread> unread;

  /// The name of a sibling repository; empty for the workspace.
  std::string_view repo_name(RepoId repo) const {
    return repo.n < repo_names.size() ? std::string_view(repo_names[repo.n]) : std::string_view();
  }
};

std::string_view to_string(GapState value);

}  // namespace muster
