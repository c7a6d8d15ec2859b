// Prints what was read from Markdown or JSON files, one record a line. For a look by eye; no test.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/json.h"
#include "extract/extract.h"
#include "parse/parse.h"

using namespace muster;

namespace {

std::string show(const record::Entry& entry) {
  return "[" + std::string(to_string(entry.fill)) + " " + entry.text + "]";
}

std::string show(Id<record::Phase> id) { return id ? " phase " + std::to_string(id.n) : ""; }
std::string show(Id<record::Gate> id) { return id ? " gate " + std::to_string(id.n) : ""; }
std::string show(Id<record::Task> id) { return id ? " task " + std::to_string(id.n) : ""; }

void show_report(const record::Report& report) {
  constexpr const char* verdicts[] = {"unknown", "pass", "fail", "empty"};
  std::cout << "report format=" << report.format
            << " verdict=" << verdicts[static_cast<int>(report.verdict)];
  if (report.executed) std::cout << " executed=" << *report.executed;
  if (report.passed) std::cout << " passed=" << *report.passed;
  if (report.failed) std::cout << " failed=" << *report.failed;
  if (report.skipped) std::cout << " skipped=" << *report.skipped;
  if (report.taken_at) std::cout << " at=" << format_instant(*report.taken_at);
  std::cout << " subject=" << report.subject << " tool=" << report.tool;
  for (const std::string& reason : report.reasons) std::cout << "; " << reason;
  std::cout << '\n';
}

void show_records(const Records& r) {
  const record::Counts& c = r.counts;
  std::cout << "kind " << to_string(r.kind_hint) << " id " << r.id << " title " << r.title << '\n'
            << "counts headings=" << c.headings << " open=" << c.boxes_open
            << " ticked=" << c.boxes_ticked << " other=" << c.boxes_other << " tables=" << c.tables
            << " rows=" << c.table_rows << " blanks=" << c.blanks << " (" << c.blanks_on_lines
            << "," << c.blanks_in_tables << "," << c.blanks_numeric << ") empty=" << c.empty_cells
            << " placeholders=" << c.placeholders << " choices=" << c.choices << "/"
            << c.choice_options << " in_cells=" << c.boxes_in_cells << " glyphs=" << c.glyph_boxes
            << '\n';
  for (const auto& f : r.fields)
    std::cout << f.value.line << ":" << f.value.column << " field " << static_cast<int>(f.style)
              << " s" << f.section.n << " '" << f.key << "' (" << f.name << ") " << show(f.value)
              << '\n';
  for (const auto& p : r.phases)
    std::cout << p.line << " phase " << p.key << " '" << p.title << "'" << show(p.gate) << '\n';
  for (const auto& t : r.tasks) {
    std::cout << t.line << " task " << t.key << " '" << t.title << "'" << show(t.phase) << " "
              << show(t.status) << show(t.owner) << show(t.priority) << show(t.estimate) << " = "
              << t.estimate_minutes.value_or(-1);
    for (const auto& n : t.needs)
      std::cout << " needs " << n.first << (n.last.empty() ? "" : ".." + n.last);
    std::cout << '\n';
  }
  for (const auto& g : r.gates)
    std::cout << g.line << " gate " << to_string(g.kind) << " '" << g.title << "' after '"
              << g.after << "' q '" << g.question << "'" << show(g.phase) << '\n';
  for (const auto& d : r.decisions)
    std::cout << d.line << " decision '" << d.topic << "' after " << d.after << " outcome "
              << show(d.outcome) << " approver " << show(d.approver) << " at " << show(d.at)
              << " notes " << show(d.notes) << '\n';
  for (const auto& i : r.items) {
    std::cout << i.line << ":" << i.column << " item " << to_string(i.role) << " "
              << to_string(i.state) << " s" << i.section.n << show(i.task) << show(i.phase)
              << show(i.gate) << " label '" << i.label << "' key '" << i.key << "' owner '"
              << i.owner << "' '" << i.text << "'";
    for (const auto& d : i.details) std::cout << " | " << d;
    for (const auto& m : i.mentions) std::cout << " @" << m.text;
    std::cout << '\n';
  }
  for (const auto& x : r.choices) {
    std::cout << x.line << " choice '" << x.label << "'";
    for (const auto& o : x.options)
      std::cout << " (" << to_string(o.state) << " " << o.label << ")";
    std::cout << '\n';
  }
  for (const auto& s : r.sign_offs)
    std::cout << s.line << " sign_off shape " << static_cast<int>(s.shape) << " role '" << s.role
              << "' scope '" << s.scope << "' " << show(s.name) << show(s.signature) << show(s.at)
              << show(s.status) << (s.signed_off ? " SIGNED" : "") << '\n';
  for (const auto& t : r.tables) {
    std::cout << t.line << " table kind " << static_cast<int>(t.kind) << " rows " << t.rows.size();
    for (const auto& h : t.headers) std::cout << " | " << h;
    std::cout << '\n';
  }
  for (const auto& g : r.gaps)
    std::cout << g.line << " gap '" << g.text << "' " << show(g.repo) << show(g.issue)
              << show(g.owner) << show(g.eta) << show(g.status)
              << (g.marked_closed ? " CLOSED" : "") << '\n';
  for (const auto& e : r.evidence_rows)
    std::cout << e.line << " evidence '" << e.area << "' " << show(e.test) << show(e.at)
              << show(e.result) << show(e.evidence) << show(e.follow_up) << '\n';
  for (const auto& l : r.log_entries)
    std::cout << l.line << " log '" << l.item << "' " << show(l.value) << show(l.owner)
              << show(l.date) << show(l.evidence) << '\n';
  for (const auto& x : r.communications)
    std::cout << x.line << " communication " << show(x.at) << show(x.audience) << show(x.message)
              << (x.empty ? " EMPTY" : "") << '\n';
  for (const auto& s : r.slots)
    std::cout << s.line << " slot " << (s.planned ? "planned " : "actual ") << show(s.time) << " "
              << s.from.value_or(-1) << "-" << s.to.value_or(-1) << " " << s.task << " "
              << show(s.status) << '\n';
  for (const auto& p : r.roster)
    std::cout << p.line << " roster '" << p.role << "' " << show(p.name) << show(p.contact)
              << show(p.availability) << '\n';
  for (const auto& x : r.issues_met)
    std::cout << x.line << " issue met " << show(x.issue) << (x.empty ? " EMPTY" : "") << '\n';
  for (const auto& m : r.metrics)
    std::cout << m.line << " metric '" << m.name << "' value "
              << (m.value ? std::to_string(*m.value) : "-") << " cmp "
              << static_cast<int>(m.comparison) << " target "
              << (m.target ? std::to_string(*m.target) : "-") << " unit '" << m.unit << "' '"
              << m.text << "'\n";
  for (const auto& n : r.run_notes) {
    std::cout << n.line << " run '" << n.subject << "' cmd '" << n.command << "' " << n.verdict
              << " '" << n.result << "'" << show(n.phase);
    for (const auto& f : n.facts) std::cout << " " << f.key << "=" << f.value;
    for (const auto& m : n.reports) std::cout << " @" << m.text;
    std::cout << '\n';
  }
  constexpr const char* kinds[] = {"path", "url", "id", "issue", "command"};
  for (const auto& m : r.mentions)
    std::cout << m.line << ":" << m.column << " mention " << kinds[static_cast<int>(m.kind)] << " "
              << m.text << (m.anchor.empty() ? "" : "#" + m.anchor)
              << (m.target_line > 0 ? ":" + std::to_string(m.target_line) : "")
              << (m.link ? " (link)" : "") << '\n';
  for (const Note& n : r.notes)
    std::cout << n.line << " note " << n.rule << ": " << n.message << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  prepare_parser();
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i];
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    std::cout << "== " << path << '\n';
    if (path.ends_with(".json")) {
      const JsonRead json = read_json(bytes.str());
      if (json.ok) show_report(extract_report(json.value));
    } else {
      show_records(extract_records(parse_markdown(bytes.str())));
    }
  }
}
