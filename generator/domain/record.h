// What one blob says, as it is written: sections, items, tables, tasks, gates, sign-offs. Every row
// has a line. Made by extract from one Markdown tree or one JSON value; knows no path, no other
// document and no verdict.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "base/json.h"
#include "domain/binding.h"
#include "domain/markdown.h"

namespace muster {

/// "Nobody wrote it", "they left a line for it", "they wrote TBD" and "it does not apply" are four
/// states, never "".
enum class Fill { value, empty, blank, placeholder, not_applicable };

/// A status word's class, from the one vocabulary table.
enum class StatusClass { unknown, done, active, open, blocked, dropped };

enum class Role {
  check,
  deliverable,
  acceptance,
  exit,
  criterion,
  trigger,
  announcement,
  sign_off
};

enum class DocumentKind { issue, checklist, tracker, report, page };

enum class GateKind { exit, go_no_go, rollback, approval };

/// What was answered to a decision or a choice.
enum class Answer {
  open,  // nothing, in doubt, or two answers at once
  yes,
  no,
  own_words,  // “Use Postgres 16”: a decision that no gate waits for
};

namespace record {

/// What somebody wrote, or left, in a field or a cell.
struct Entry {
  std::string text;  // markup removed, trimmed; of blanks and placeholders too, as written
  Fill fill = Fill::empty;
  int line = 0;
  int column = 0;
};

/// A heading and what stands under it. The first row is the document itself (level 0).
struct Section {
  std::string title;  // markup, glyph and trailing hashes removed
  int level = 0;
  Id<Section> parent;
  int line = 0;
  std::size_t block = 0;  // of its heading in Markdown::blocks; 0 for the document
  std::string anchor;     // as GitHub numbers it
  std::string key;        // "CE-20", "Phase C" → "C", "3)" → "3"; empty
  std::string glyph;      // a box-like mark in the heading: "☐"
  BoxState glyph_state = BoxState::none;
};

enum class FieldStyle { front_matter, bullet, bold, plain, footer, table, comment };

/// One statement of metadata. All statements of a key are kept, most trusted style first.
struct Field {
  std::string key;  // as written, without colon and markup
  std::string name;  // canonical: "status", "owner", "estimate", "needs", "last_updated" …; empty =
                     // not in the vocabulary
  Entry value;
  FieldStyle style = FieldStyle::plain;
  Id<Section> section;
};

enum class MentionKind { path, url, id, issue_number, command, commit };

/// Something that the text refers to. `path:178` gives the path and its line.
struct Mention {
  MentionKind kind = MentionKind::path;
  std::string text;         // the path, URL, "CE-P0-06", "#12", "acme/app#12"
  int target_line = 0;      // of `path:178`
  std::string anchor;       // of a link `path#anchor`; may be empty
  bool link = false;        // a Markdown link, not a code span or bare text
  bool set_aside = false;   // struck through, or called old, replaced, an example, not to be used
  bool in_passing = false;  // a path that the sentence is about: “Fix `app.json` parsing”
  int line = 0;
  int column = 0;
};

struct Task;
struct Phase;
struct Gate;
struct Decision;
struct Item;

/// One box.
struct Item {
  Id<Section> section;
  Id<Item> parent;  // the item that it is nested in
  Role role = Role::check;
  BoxState state = BoxState::open;
  std::string mark;
  std::string text;                  // of its own line and paragraphs, markup removed
  std::vector<std::string> details;  // its sub-bullets without boxes
  std::vector<Mention> mentions;     // of text and details
  std::string
      label;        // what it stands under: "Checklist", "Deliverables", "Exit gate"; may be empty
  std::string key;  // an id in front of its text; may be empty
  std::string owner;    // stated in the text ("Owner: X"); may be empty
  std::string claimed;  // of a ticked item, by its words: "pass", "fail", "pending" or empty
  bool speaks_of_evidence = false;  // of a ticked item: “report attached”
  Id<Task> task;
  Id<Phase> phase;
  Id<Gate> gate;
  Id<Decision> decision;
  std::size_t block = 0;  // in Markdown::blocks
  int line = 0;
  int column = 0;  // of the box
};

/// What is asked for in a plain bullet, under a heading or a label that opens such: a criterion, a
/// rollback trigger, a deliverable. It has no box, so nothing says whether it is met.
struct Requirement {
  Role role = Role::acceptance;
  std::string text;
  Id<Section> section;
  Id<Gate> gate;
  int line = 0;
};

/// `CE-20`, or `CE-20 through CE-27` with `last` set.
struct Need {
  std::string first;
  std::string last;
  int line = 0;
};

/// A heading with an id and metadata of its own.
struct Task {
  std::string key;
  std::string title;  // without the id
  Id<Section> section;
  Id<Phase> phase;
  Entry status;
  StatusClass status_class = StatusClass::unknown;  // set by extract
  Entry owner;
  Entry estimate;
  std::optional<int> estimate_minutes;
  Entry priority;
  std::vector<Need> needs;
  int line = 0;
};

struct Phase {
  std::string key;    // "A", "1"
  std::string title;  // "Rules and Schema Preparation"
  Id<Section> section;
  Id<Gate> gate;
  int line = 0;
};

/// A point that may be passed only when its criteria hold. Its criteria are the items that name it.
struct Gate {
  GateKind kind = GateKind::exit;
  std::string title;  // "Exit gate of phase C", "Go/No-Go Decision Point (After CE-21)"
  std::string question;
  std::string after;           // id of the task that it follows; may be empty
  bool asks_decision = false;  // its title speaks of a decision: boxes alone do not pass it
  std::optional<StatusClass> row_status;  // of a row of a gate table: only `done` passes it
  std::string row_state;                  // as that row writes it; may be empty
  Id<Section> section;
  Id<Phase> phase;
  Id<Decision> decision;
  int line = 0;
};

enum class MarkPlace { bullet, line, heading, cell };

/// A sign that looks like a box and is no task item: `- ✅ a`, `### ☐ CE-20`, `[ ] a` without a
/// list, `| ☐ |`. It counts apart and proves nothing.
struct Mark {
  std::string sign;  // "✅", "[ ]"
  BoxState state = BoxState::open;
  StatusClass status = StatusClass::unknown;
  MarkPlace place = MarkPlace::bullet;
  std::string text;          // what it stands before; of a cell, what its row is about
  bool legend = false;       // it explains what the sign means
  bool in_record = false;    // its cell is read in the record of its row
  bool among_boxes = false;  // its list holds task items
  Id<Section> section;
  int line = 0;
  int column = 0;
};

struct Option {
  std::string label;
  BoxState state = BoxState::open;
};

/// A group of boxes on one line of which one is to be chosen: `[ ] GO [ ] NO-GO`.
struct Choice {
  std::string label;  // "Decision", "Cross-tenant isolation"
  std::vector<Option> options;
  Id<Section> section;
  bool in_table = false;
  int line = 0;
  bool asks_result = false;   // outside a decision, and its answer may be a failure
  bool tells_result = false;  // it asks more than yes or no: one of its options is a failure
  Answer answer = Answer::open;

  /// Index of the option chosen, or none; `conflict` where more than one is.
  std::optional<std::size_t> chosen() const;
  bool conflict() const;
};

/// A point where something is chosen or approved.
struct Decision {
  std::string topic;
  std::string question;
  Id<Section> section;
  Id<Choice> choice;      // may be none: `Decision: TBD`
  Entry outcome;          // what is written or chosen
  std::string chosen;     // label of the option chosen, or the value written; empty = open
  bool conflict = false;  // two options chosen
  Answer answer = Answer::open;
  Entry approver;
  Entry at;
  Entry notes;
  std::string after;  // id of the task that it follows
  int line = 0;
};

enum class SignOffShape { box, table, block, fields };

struct SignOff {
  std::string role;   // who must sign: "Worker A", "Tech Lead"
  std::string scope;  // what: "Backend validation complete", "CE-20"
  Entry name;
  Entry signature;
  Entry at;
  Entry status;
  SignOffShape shape = SignOffShape::table;
  Id<Item> item;  // of a box
  Id<Section> section;
  bool signed_off = false;  // ticked, or has a name or signature and, where asked for, a date
  int line = 0;
};

struct Gap {
  std::string text;  // glyph and strike removed
  Entry repo;
  Entry issue;
  std::vector<std::string> issues;  // every id and `#12` that the issue cell names
  Entry owner;
  Entry eta;
  Entry status;
  Entry priority;
  bool critical = false;       // its priority, or what else calls it a blocker
  bool marked_closed = false;  // a status of the class done; without one, ✅ or struck through
  bool in_words = false;       // a bullet under "Blockers": no cells that ask for an owner
  Id<Section> section;
  int line = 0;
};

struct EvidenceRow {
  std::string area;
  Entry test;
  Entry at;
  Entry result;
  Entry evidence;
  Entry follow_up;
  std::string claimed;  // by its result: "pass", "fail", "pending"; empty where it asks for none
  std::vector<Mention> mentions;
  Id<Section> section;
  int line = 0;
};

struct LogEntry {
  std::string item;
  Entry value;
  Entry owner;
  Entry date;
  Entry evidence;
  Id<Section> section;
  int line = 0;
};

struct Communication {
  Entry at;  // a date, a time, or an offset such as T-24h
  Entry audience;
  Entry channel;
  Entry sender;
  Entry message;
  Entry follow_up;
  Entry sent;          // whether it went out, as written
  bool empty = false;  // a row prepared and not yet used
  Id<Section> section;
  int line = 0;
};

struct Slot {
  Entry time;
  std::optional<int> from;  // minutes after midnight
  std::optional<int> to;
  std::string task;
  Entry status;
  std::string notes;
  bool planned = true;  // false: the actual timeline
  Id<Section> section;
  int line = 0;
};

/// A row of a table that says how far each thing is.
struct StatusRow {
  std::string text;
  Entry status;
  StatusClass status_class = StatusClass::unknown;
  Entry owner;
  Entry due;
  Id<Section> section;
  int line = 0;
};

struct ParityRow {
  std::string item;
  Entry staging;
  Entry production;
  Entry status;
  Entry notes;
  Id<Section> section;
  int line = 0;
};

struct DependencyRow {
  std::string from;
  std::string text;  // of the cell that names what it needs
  std::vector<Need> needs;
  Id<Section> section;
  int line = 0;
};

struct Risk {
  std::string text;
  Entry likelihood;
  Entry impact;
  Entry mitigation;
  Entry owner;
  Entry status;
  Id<Section> section;
  int line = 0;
};

/// What a document says against its own evidence: “production reports still show orgCount=0”.
struct Caveat {
  std::string text;
  Id<Section> section;
  int line = 0;
};

struct ChangeEntry {
  std::string version;
  Entry date;
  Entry author;
  std::string text;
  Id<Section> section;
  int line = 0;
};

struct RosterRow {
  std::string role;
  Entry name;
  Entry contact;
  Entry availability;
  Id<Section> section;
  int line = 0;
};

/// Something that went wrong during the work, from an issue log.
struct IssueMet {
  std::string task;
  Entry issue;
  Entry severity;
  Entry status;
  Entry resolution;
  bool empty = false;
  bool closed = false;    // by its status, else by its resolution
  bool critical = false;  // by its severity
  Id<Section> section;
  int line = 0;
};

/// Whom a text such as "DBA & Worker A" names: roles, people and handles, spelt as the roster has
/// them.
struct OwnerNames {
  std::string text;  // as written
  std::vector<std::string> names;
};

enum class Comparison { none, equal, less, less_or_equal, greater, greater_or_equal, between };

/// A number that the document gives or asks for: `RLS Tables: __/14`, `Performance degradation: __%
/// (threshold: < 10%)`.
struct Metric {
  std::string name;
  std::optional<double> value;   // none: still blank
  std::optional<double> target;  // in the unit of the value; of a range its lower end
  std::optional<double> target_high;
  Comparison comparison = Comparison::none;
  std::string unit;      // "%", "ms", "passed"
  std::string text;      // as written
  std::string unjudged;  // a target, as written, that cannot be compared with the value
  Id<Item> item;         // the box that asks for it in its words, if any
  Id<Section> section;
  int line = 0;
};

struct Fact {
  std::string key;
  std::string value;
};

/// A run told in bullets: `command:`, `result: PASS (orgCount=0)`, `evidence report: path`.
struct RunNote {
  std::string subject;
  std::string command;
  std::string result;   // as written; empty = none stated
  std::string verdict;  // "pass", "fail" or empty
  std::vector<Fact> facts;
  std::vector<Mention> reports;
  Id<Section> section;
  Id<Phase> phase;
  int line = 0;  // of its first line
  int result_line = 0;
  std::vector<int> part_lines;  // of the bullets below it that told something
};

enum class TableKind {
  other,
  gap,
  evidence,
  sign_off,
  decision_log,
  communication,
  schedule,
  roster,
  issues_met,
  risk,
  metric,
  parity,
  dependency,
  change_log,
  gate,
  status  // of no other kind, with a column that says how far each row is
};

/// A table as written. Those of a known kind have become rows above as well.
struct TableRecord {
  TableKind kind = TableKind::other;
  Id<Section> section;
  std::size_t block = 0;  // in Markdown::blocks
  std::vector<std::string> headers;
  std::vector<std::vector<Entry>> rows;
  int line = 0;
};

/// Counts of one document, each kind of box apart.
struct Counts {
  int headings = 0;
  int boxes_open = 0;  // task items
  int boxes_ticked = 0;
  int boxes_other = 0;
  int tables = 0;
  int table_rows = 0;  // without header rows
  int blanks = 0;      // one per form field; on_lines + in_tables + numeric
  int blanks_on_lines = 0;
  int blanks_in_tables = 0;
  int blanks_numeric = 0;  // `__/14`, `__%`
  int empty_cells = 0;
  int placeholders = 0;  // TBD and the like standing as a value
  int choices = 0;       // choice groups
  int choice_options = 0;
  int boxes_in_cells = 0;     // single boxes in table cells
  int glyph_boxes = 0;        // ☐ ☑ ✅ … in headings and cells that say a state
  int glyph_bullets = 0;      // list items led by such a glyph or its shortcode
  int bare_boxes = 0;         // `[ ]` in front of a line that is no task item
  int boxes_in_code = 0;      // seen in code blocks and in comments: no boxes, and counted nowhere
  int boxes_in_comments = 0;  // else
};

/// Verdict of a report, before anybody asks what it proves.
enum class ReportVerdict { unknown, pass, fail, empty };

/// What a JSON report says of itself.
struct Report {
  std::string format;     // "muster evidence/v1", "ctrf", "generic result"; empty = not recognised
  bool generic = false;   // recognised by its keys only: may dispute, never verify
  bool measures = false;  // measures or lists, and knows no pass: an expectation may give it one
  ReportVerdict verdict = ReportVerdict::unknown;
  std::optional<long long> executed;  // none = the report does not say
  std::optional<long long> passed;
  std::optional<long long> failed;
  std::optional<long long> skipped;
  std::optional<Instant> taken_at;
  bool zone_missing = false;
  std::optional<long long> milliseconds;  // that it took
  std::string subject;
  std::string tool;
  std::vector<std::string> refs;     // files that it names as its evidence: maybe only itself
  std::vector<std::string> reasons;  // why this verdict, one plain sentence each: "orgCount is 0"
  int verdict_line = 0;              // of the value that says it passed or failed
};

}  // namespace record

/// All that one Markdown blob says. Shared by every version and path that shows this blob.
struct Records {
  DocumentKind kind_hint = DocumentKind::page;  // without its path; link decides
  std::optional<DocumentKind> declared_kind;    // front matter
  std::string id;     // front matter `id`, or the id that begins the title
  std::string title;  // whole, markup removed
  StatusClass status_class = StatusClass::unknown;  // of the document's status; set by extract
  Table<record::Section> sections;
  std::vector<record::Field> fields;
  Table<record::Item> items;
  Table<record::Task> tasks;
  Table<record::Phase> phases;
  Table<record::Gate> gates;
  Table<record::Choice> choices;
  std::vector<record::Mark> marks;
  std::vector<record::RequiredSigner> required_signers;  // this and what follows: by front matter
  std::vector<record::Written> sign_off_covers;          // paths, and folders that end in a slash
  std::optional<record::ParityBinding> parity_binding;
  std::vector<record::EvidenceBinding> evidence_bindings;
  std::vector<record::MetricBinding> metric_bindings;
  std::vector<record::Waiver> waivers;
  Table<record::Decision> decisions;
  Table<record::SignOff> sign_offs;
  Table<record::Gap> gaps;
  Table<record::EvidenceRow> evidence_rows;
  Table<record::LogEntry> log_entries;
  Table<record::Communication> communications;
  Table<record::Slot> slots;
  Table<record::RosterRow> roster;
  Table<record::IssueMet> issues_met;
  Table<record::StatusRow> status_rows;  // of status tables, and of parity and dependency tables
  Table<record::ParityRow> parity_rows;
  Table<record::DependencyRow> dependency_rows;
  Table<record::Risk> risks;
  Table<record::Requirement> requirements;
  Table<record::Caveat> caveats;
  Table<record::ChangeEntry> changes;
  Table<record::Metric> metrics;
  Table<record::RunNote> run_notes;
  Table<record::TableRecord> tables;
  std::vector<record::Mention>
      mentions;  // of the whole document, in its order; those of items included
  std::vector<record::OwnerNames> owner_names;  // of every owner and signer, sorted by text
  record::Counts counts;
  std::vector<Note> notes;

  /// The most trusted statement of a canonical key in a section (by default the document's own), or
  /// null.
  const record::Field* field(std::string_view name,
                             Id<record::Section> section = Id<record::Section>(0)) const;
  /// Whom the text of an owner or a signer names; empty where it names nobody.
  std::span<const std::string> names_in(std::string_view text) const;
};

std::string_view to_string(Fill value);
std::string_view to_string(StatusClass value);
std::string_view to_string(Role value);
std::string_view to_string(BoxState value);  // open, ticked, unknown, not_applicable, dropped
std::string_view to_string(DocumentKind value);
std::string_view to_string(GateKind value);

}  // namespace muster
