// What was read from one document, line by line, for whoever wrote it: every record with its line,
// and between them what stays prose.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "compose/compose.h"

namespace muster {
namespace {

constexpr std::size_t kLongestText = 100;

std::string quoted(std::string_view text) {
  return cat({"“", shorten(collapse_spaces(text), kLongestText), "”"});
}

// "Owner “PM”", "ETA left blank", "no owner" of a cell that is empty.
std::string told(std::string_view name, const record::Entry& entry) {
  switch (entry.fill) {
    case Fill::value:
      return cat({name, " ", quoted(entry.text)});
    case Fill::empty:
      return cat({name, " empty"});
    case Fill::blank:
      return cat({name, " left blank"});
    case Fill::placeholder:
      return cat({name, " only a placeholder, ", quoted(entry.text)});
    case Fill::not_applicable:
      return cat({name, " does not apply"});
  }
  return {};
}

// The same behind others, where the form has a place for it.
std::string also(std::string_view name, const record::Entry& entry) {
  return entry.line == 0 || entry.fill == Fill::empty ? std::string()
                                                      : cat({"; ", told(name, entry)});
}

std::string in_words(StatusClass status) {
  return status == StatusClass::unknown ? "no known status" : std::string(to_string(status));
}

std::string spoken(std::string_view name) { return replace_all(std::string(name), "_", " "); }

std::string_view to_words(record::FieldStyle style) {
  switch (style) {
    case record::FieldStyle::front_matter:
      return "front matter";
    case record::FieldStyle::bullet:
      return "bullet";
    case record::FieldStyle::bold:
      return "bold key";
    case record::FieldStyle::plain:
      return "plain line";
    case record::FieldStyle::footer:
      return "footer";
    case record::FieldStyle::table:
      return "table";
    case record::FieldStyle::comment:
      return "comment";
  }
  return {};
}

std::string_view to_words(record::TableKind kind) {
  switch (kind) {
    case record::TableKind::other:
      return "no known kind, stays a table";
    case record::TableKind::gap:
      return "gaps";
    case record::TableKind::evidence:
      return "evidence";
    case record::TableKind::sign_off:
      return "sign-offs";
    case record::TableKind::decision_log:
      return "decision log";
    case record::TableKind::communication:
      return "communications";
    case record::TableKind::schedule:
      return "schedule";
    case record::TableKind::roster:
      return "roster";
    case record::TableKind::issues_met:
      return "issues met";
    case record::TableKind::risk:
      return "risks";
    case record::TableKind::metric:
      return "metrics";
    case record::TableKind::parity:
      return "parity";
    case record::TableKind::dependency:
      return "dependencies";
    case record::TableKind::change_log:
      return "change log";
    case record::TableKind::gate:
      return "gates";
    case record::TableKind::status:
      return "status of each row";
  }
  return {};
}

std::string_view to_words(record::Comparison comparison) {
  switch (comparison) {
    case record::Comparison::none:
    case record::Comparison::equal:
    case record::Comparison::between:
      return "";
    case record::Comparison::less:
      return "less than ";
    case record::Comparison::less_or_equal:
      return "at most ";
    case record::Comparison::greater:
      return "more than ";
    case record::Comparison::greater_or_equal:
      return "at least ";
  }
  return {};
}

std::string clock(const std::optional<int>& minutes) {
  if (!minutes) return "?";
  const std::string minute = number(*minutes % 60);
  return cat({number(*minutes / 60), ":", minute.size() < 2 ? "0" : "", minute});
}

std::string facts_of(const record::RunNote& note) {
  std::vector<std::string> facts;
  for (const record::Fact& fact : note.facts) facts.push_back(cat({fact.key, "=", fact.value}));
  return facts.empty() ? std::string() : cat({"; says ", join(facts, ", ")});
}

std::string mentions_of(const std::vector<record::Mention>& mentions) {
  std::vector<std::string> texts;
  for (const record::Mention& mention : mentions)
    texts.push_back(cat({mention.text, mention.anchor.empty() ? "" : "#", mention.anchor,
                         mention.target_line > 0 ? cat({":", number(mention.target_line)}) : ""}));
  return texts.empty() ? std::string() : cat({"; refers to ", join(texts, ", ")});
}

// One record, or a run of lines that became none.
struct Said {
  int line = 0;
  std::string what;
  std::string text;
};

class Listing {
 public:
  explicit Listing(const Content& content)
      : markdown_(content.markdown), records_(content.records) {}

  std::string write(std::string_view name) {
    headings();
    fields();
    boxes();
    choices();
    marks();
    gates();
    decisions();
    requirements();
    sign_offs();
    tables();
    rows();
    facts();
    commits();
    bindings();
    notes();
    rest();
    std::stable_sort(said_.begin(), said_.end(),
                     [](const Said& a, const Said& b) { return a.line < b.line; });
    std::string out = head(name);
    for (const Said& said : said_) out += as_line(said);
    return visible(out + totals());
  }

 private:
  void say(int line, std::string_view what, std::string text) {
    said_.push_back({line, std::string(what), std::move(text)});
    read_.push_back(line);
  }

  std::string head(std::string_view name) const {
    return cat({name, ": ", records_.title.empty() ? "no title" : quoted(records_.title), ", ",
                to_string(records_.kind_hint),
                records_.declared_kind ? " (by its front matter)" : " (by what stands in it)",
                records_.id.empty() ? "" : cat({", id ", records_.id}), "\n\n"});
  }

  static std::string as_line(const Said& said) {
    const std::string line = said.line > 0 ? number(said.line) : "";
    return cat({std::string(line.size() < 5 ? 5 - line.size() : 0, ' '), line, "  ", said.what,
                std::string(said.what.size() < 13 ? 13 - said.what.size() : 1, ' '), said.text,
                "\n"});
  }

  void headings() {
    for (std::size_t i = 1; i < records_.sections.size(); ++i) {
      const record::Section& section = records_.sections[Id<record::Section>(i)];
      say(section.line, "heading",
          cat({quoted(section.title), ", level ", number(section.level),
               section.key.empty() ? "" : cat({", key ", section.key}),
               section.glyph.empty()
                   ? ""
                   : cat({", ", section.glyph, " ", spoken(to_string(section.glyph_state))})}));
    }
    for (const record::Phase& phase : records_.phases)
      say(phase.line, "phase",
          cat({phase.key, " ", quoted(phase.title), phase.gate ? ", with an exit gate" : ""}));
    for (const record::Task& task : records_.tasks) say(task.line, "task", of_task(task));
  }

  static std::string of_task(const record::Task& task) {
    std::string text = cat({task.key, " ", quoted(task.title), "; ", told("status", task.status),
                            " (", in_words(task.status_class), "); ", told("owner", task.owner)});
    if (task.estimate_minutes) text += cat({"; ", number(*task.estimate_minutes), " minutes"});
    for (std::size_t i = 0; i < task.needs.size(); ++i)
      text += cat({i == 0 ? "; needs " : ", ", task.needs[i].first,
                   task.needs[i].last.empty() ? "" : " to ", task.needs[i].last});
    return text;
  }

  void fields() {
    for (const record::Field& field : records_.fields) {
      std::string text = cat({told(cat({field.key, ":"}), field.value), " — ",
                              field.name.empty() ? "no known key" : spoken(field.name), ", ",
                              to_words(field.style)});
      say(field.value.line, "field", std::move(text));
    }
  }

  void boxes() {
    for (const record::Item& item : records_.items) {
      std::string text = cat({spoken(to_string(item.state)), " ", spoken(to_string(item.role)), " ",
                              quoted(item.text)});
      if (item.state == BoxState::unknown) text = cat({"[", item.mark, "] ", text});
      if (!item.key.empty()) text += cat({"; id ", item.key});
      if (!item.owner.empty()) text += cat({"; owner ", quoted(item.owner)});
      if (item.parent) text += cat({"; in the box of line ", number(line_of(item.parent))});
      if (item.task) text += cat({"; of ", records_.tasks[item.task].key});
      if (item.gate) text += cat({"; of gate ", quoted(records_.gates[item.gate].title)});
      text += mentions_of(item.mentions);
      say(item.line, "box", std::move(text));
    }
  }

  int line_of(Id<record::Item> item) const { return records_.items[item].line; }

  void choices() {
    for (const record::Choice& choice : records_.choices) {
      std::vector<std::string> options;
      for (const record::Option& option : choice.options) options.push_back(option.label);
      const std::optional<std::size_t> chosen = choice.chosen();
      const std::string answer = choice.conflict() ? "more than one chosen"
                                 : chosen ? cat({"chosen: ", choice.options[*chosen].label})
                                          : "nothing chosen";
      say(choice.line, "choice",
          cat({choice.label.empty() ? "" : cat({quoted(choice.label), ": "}), join(options, " or "),
               "; ", answer}));
    }
  }

  void marks() {
    for (const record::Mark& mark : records_.marks)
      say(mark.line, "mark",
          cat({mark.sign, " ", quoted(mark.text), mark.legend ? "; explains the sign" : "",
               "; no task item, counts apart"}));
  }

  void gates() {
    for (const record::Gate& gate : records_.gates) {
      if (gate.row_status) {
        say(gate.line, "gate",
            cat({spoken(to_string(gate.kind)), ", ", quoted(gate.title), ", ",
                 gate.row_state.empty() ? "no status" : quoted(gate.row_state), " in its table",
                 *gate.row_status == StatusClass::done      ? ""
                 : *gate.row_status == StatusClass::dropped ? "; set aside"
                                                            : "; open"}));
        continue;
      }
      const auto criteria = std::count_if(
          records_.items.begin(), records_.items.end(),
          [&](const record::Item& item) { return item.gate == records_.gates.id_of(gate); });
      say(gate.line, "gate",
          cat({spoken(to_string(gate.kind)), ", ", quoted(gate.title), ", ", number(criteria),
               criteria == 1 ? " criterion" : " criteria",
               gate.after.empty() ? "" : cat({", after ", gate.after})}));
    }
  }

  void requirements() {
    for (const record::Requirement& requirement : records_.requirements)
      say(requirement.line, "requirement",
          cat({spoken(to_string(requirement.role)), " ", quoted(requirement.text),
               requirement.gate
                   ? cat({"; of gate ", quoted(records_.gates[requirement.gate].title)})
                   : "",
               requirement.role == Role::trigger ? "; no box says whether it has fired"
                                                 : "; no box says whether it is met"}));
  }

  void decisions() {
    for (const record::Decision& decision : records_.decisions)
      say(decision.line, "decision",
          cat({quoted(decision.topic), "; ", told("outcome", decision.outcome), "; ",
               told("approver", decision.approver), "; ", told("at", decision.at)}));
  }

  void sign_offs() {
    for (const record::SignOff& sign_off : records_.sign_offs)
      say(sign_off.line, "sign-off",
          cat({sign_off.signed_off ? "signed" : "not signed", ", ", quoted(sign_off.role),
               sign_off.scope.empty() ? "" : cat({" for ", quoted(sign_off.scope)}), "; ",
               told("name", sign_off.name), also("signature", sign_off.signature),
               also("status", sign_off.status), "; ", told("at", sign_off.at)}));
  }

  void tables() {
    for (const record::TableRecord& table : records_.tables)
      say(table.line, "table",
          cat({to_words(table.kind), ", ", number(static_cast<long long>(table.rows.size())),
               table.rows.size() == 1 ? " row: " : " rows: ", join(table.headers, " | ")}));
  }

  void rows() {
    for (const record::Gap& gap : records_.gaps)
      say(gap.line, "gap",
          cat({gap.marked_closed ? "closed, " : "open, ", quoted(gap.text), "; ",
               told("issue", gap.issue), "; ", told("owner", gap.owner), "; ", told("ETA", gap.eta),
               also("repository", gap.repo), also("priority", gap.priority),
               also("status", gap.status)}));
    for (const record::EvidenceRow& row : records_.evidence_rows)
      say(row.line, "evidence",
          cat({quoted(row.area), also("test", row.test), also("at", row.at), "; ",
               told("result", row.result), "; ", told("evidence", row.evidence),
               also("follow-up", row.follow_up), mentions_of(row.mentions)}));
    for (const record::LogEntry& entry : records_.log_entries)
      say(entry.line, "log entry",
          cat({quoted(entry.item), "; ", told("value", entry.value), "; ",
               told("owner", entry.owner), "; ", told("date", entry.date),
               also("evidence", entry.evidence)}));
    for (const record::Communication& row : records_.communications)
      say(row.line, "communication",
          row.empty ? "a row prepared and not used"
                    : cat({told("at", row.at), "; ", told("audience", row.audience), "; ",
                           told("message", row.message), also("sent", row.sent)}));
    for (const record::Slot& slot : records_.slots)
      say(slot.line, "slot",
          cat({slot.planned ? "planned " : "actual ", clock(slot.from), " to ", clock(slot.to),
               ", ", quoted(slot.task)}));
    for (const record::RosterRow& row : records_.roster)
      say(row.line, "roster",
          cat({quoted(row.role), "; ", told("name", row.name), also("contact", row.contact),
               also("availability", row.availability)}));
    for (const record::StatusRow& row : records_.status_rows)
      say(row.line, "status row",
          cat({quoted(row.text), "; ", told("status", row.status), " (", in_words(row.status_class),
               "); ", told("owner", row.owner)}));
    for (const record::ParityRow& row : records_.parity_rows)
      say(row.line, "parity",
          cat({quoted(row.item), "; ", told("staging", row.staging), "; ",
               told("production", row.production)}));
    for (const record::DependencyRow& row : records_.dependency_rows)
      say(row.line, "dependency",
          row.from.empty() ? cat({quoted(row.text), " is needed"})
                           : cat({quoted(row.from), " needs ", quoted(row.text)}));
    for (const record::Risk& risk : records_.risks)
      say(risk.line, "risk",
          cat({quoted(risk.text), "; ", told("impact", risk.impact), "; ",
               told("mitigation", risk.mitigation)}));
    for (const record::Caveat& caveat : records_.caveats)
      say(caveat.line, "caveat", quoted(caveat.text));
    for (const record::ChangeEntry& change : records_.changes)
      say(change.line, "change",
          cat({quoted(change.text), "; ", told("date", change.date),
               change.version.empty() ? "" : cat({"; version ", change.version})}));
    for (const record::IssueMet& row : records_.issues_met)
      say(row.line, "issue met",
          row.empty ? "a row prepared and not used"
                    : cat({told("issue", row.issue), "; ", told("status", row.status)}));
  }

  void facts() {
    for (const record::Metric& metric : records_.metrics)
      say(metric.line, "metric",
          cat({quoted(metric.name), ": ", metric.value ? decimal(*metric.value) : "no value yet",
               metric.target
                   ? cat({", to be ", to_words(metric.comparison), decimal(*metric.target),
                          metric.target_high ? cat({" to ", decimal(*metric.target_high)}) : ""})
                   : "",
               metric.unit.empty() ? "" : " ", metric.unit, metric.item ? "; asked by the box" : "",
               metric.unjudged.empty() ? ""
                                       : cat({"; not compared with ", quoted(metric.unjudged)})}));
    for (const record::RunNote& note : records_.run_notes)
      say(note.line, "run note",
          cat({quoted(note.subject),
               note.command.empty() ? "" : cat({"; command ", quoted(note.command)}),
               note.result.empty() ? "" : cat({"; result ", quoted(note.result)}),
               note.verdict.empty() ? "" : cat({" (", note.verdict, ")"}), facts_of(note),
               mentions_of(note.reports)}));
    for (const record::RunNote& note : records_.run_notes)
      parts_.insert(note.part_lines.begin(), note.part_lines.end());
  }

  void commits() {
    for (const record::Mention& mention : records_.mentions)
      if (mention.kind == record::MentionKind::commit) say(mention.line, "commit", mention.text);
  }

  // Of front matter; none of it is judged yet, but who must sign.
  void bindings() {
    for (const record::RequiredSigner& signer : records_.required_signers)
      say(signer.line, "binding", cat({quoted(signer.role), " must sign"}));
    for (const record::Written& path : records_.sign_off_covers)
      say(path.line, "binding", cat({"a signature covers ", path.text}));
    if (const auto& parity = records_.parity_binding; parity) {
      say(parity->staging.line, "binding", cat({"staging is ", parity->staging.text}));
      say(parity->production.line, "binding", cat({"production is ", parity->production.text}));
      for (const record::ParityPair& row : parity->rows)
        say(row.item.line, "binding",
            cat({quoted(row.item.text), " compares ", row.pointer,
                 row.secret ? ", a secret" : ""}));
    }
    for (const record::EvidenceBinding& one : records_.evidence_bindings) {
      std::string text = !one.item.text.empty() ? cat({quoted(one.item.text), " rests on "})
                         : !one.section.text.empty()
                             ? cat({"section ", quoted(one.section.text), " rests on "})
                             : std::string("the document rests on ");
      text += one.report.text;
      for (std::size_t i = 0; i < one.expect.size(); ++i)
        text += cat({i == 0 ? "; expects " : ", ", one.expect[i].source.text});
      say(one.report.line, "binding", std::move(text));
    }
    for (const record::MetricBinding& one : records_.metric_bindings)
      say(one.name.line, "binding",
          cat({quoted(one.name.text), " is ", one.report.text, "#", one.pointer}));
    for (const record::Waiver& one : records_.waivers)
      say(one.rule.line, "binding",
          cat({"waives ", one.rule.text, one.subject.text.empty() ? "" : " of ", one.subject.text,
               one.until.text.empty() ? "" : " until ", one.until.text}));
  }

  void notes() {
    for (const std::vector<Note>* notes : {&markdown_.notes, &records_.notes})
      for (const Note& note : *notes)
        said_.push_back({note.line, "note", cat({note.message, " [", note.rule, "]"})});
  }

  // Lines that became no record, block by block.
  void rest() {
    std::sort(read_.begin(), read_.end());
    for (std::size_t i = 1; i < markdown_.blocks.size(); ++i) {
      const Block& block = markdown_.blocks[i];
      if (block.kind == BlockKind::code) {
        said_.push_back({block.line, "code", lines_of(block, is_read(block))});
      } else if (block.kind == BlockKind::html) {
        const bool comment = trim(block.text).starts_with("<!--");
        said_.push_back({block.line, comment ? "comment" : "raw HTML", lines_of(block, false)});
      } else if (block.kind == BlockKind::paragraph && !is_read(block)) {
        said_.push_back({block.line, parts_.contains(block.line) ? "of the run" : "prose",
                         quoted(plain_text(block))});
      } else if (block.kind == BlockKind::paragraph && holds_field(block)) {
        unread_lines(block);
      } else if (block.kind == BlockKind::rule && is_line_to_fill(block)) {
        said_.push_back({block.line, "blank", "a line to fill in"});
      }
    }
  }

  bool holds_field(const Block& block) const {
    return std::any_of(
        records_.fields.begin(), records_.fields.end(), [&](const record::Field& field) {
          return field.value.line >= block.line && field.value.line <= block.last_line;
        });
  }

  // Metadata is read line by line; the other lines of its paragraph stay prose.
  void unread_lines(const Block& block) {
    for (int line = block.line; line <= block.last_line; ++line)
      if (!std::binary_search(read_.begin(), read_.end(), line))
        said_.push_back({line, "prose", quoted(trim(markdown_.line(line)))});
  }

  // `1. ______`: GFM takes it for a rule in a list.
  bool is_line_to_fill(const Block& block) const {
    return markdown_.blocks[block.parent].kind == BlockKind::item &&
           markdown_.line(block.line).find("___") != std::string_view::npos;
  }

  bool is_read(const Block& block) const {
    const auto first = std::lower_bound(read_.begin(), read_.end(), block.line);
    return first != read_.end() && *first <= block.last_line;
  }

  static std::string lines_of(const Block& block, bool read) {
    const int count = std::max(1, block.last_line - block.line + 1);
    return cat({number(count), count == 1 ? " line" : " lines",
                read ? ", read as a drawn box" : ", nothing in it counts"});
  }

  std::string totals() const {
    const record::Counts& counts = records_.counts;
    std::string out = cat({"\n",
                           number(counts.headings),
                           " headings; boxes ",
                           number(counts.boxes_open),
                           " open, ",
                           number(counts.boxes_ticked),
                           " ticked, ",
                           number(counts.boxes_other),
                           " other; ",
                           number(counts.tables),
                           " tables with ",
                           number(counts.table_rows),
                           " rows; ",
                           number(counts.blanks),
                           " blanks, ",
                           number(counts.empty_cells),
                           " empty cells, ",
                           number(counts.placeholders),
                           " placeholders; ",
                           number(counts.choices),
                           " choices\n"});
    if (counts.boxes_in_code + counts.boxes_in_comments > 0)
      out += cat({"not counted: ", number(counts.boxes_in_code), " boxes in code, ",
                  number(counts.boxes_in_comments), " in comments\n"});
    return out;
  }

  const Markdown& markdown_;
  const Records& records_;
  std::vector<Said> said_;
  std::vector<int> read_;  // lines that a record stands on
  std::set<int> parts_;    // lines that a run note was read from, beside its own
};

}  // namespace

std::string records_text(std::string_view name, const Content& content) {
  return Listing(content).write(name);
}

}  // namespace muster
