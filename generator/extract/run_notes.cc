// Runs told in bullets, below one that names them or by themselves: `command:`,
// `result: PASS (orgCount=0)`, `evidence report: path`, or
// `smoke: npm test -> PASS (3/3)`. One note for each result; a caveat without a result but with
// facts is one as well.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/metrics.h"

namespace muster::extract {

namespace {

bool is_name_sign(char c) { return is_alnum(c) || c == '_' || c == '.' || c == '-'; }

// `key=value` in code spans and parentheses, not in commands or flags.
void read_facts(std::string_view text, std::vector<record::Fact>& facts) {
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_name_sign(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_name_sign(text[end])) ++end;
    std::string_view value = text.substr(at + 1, end - at - 1);
    while (value.ends_with('.')) value.remove_suffix(1);
    const std::string_view key = text.substr(begin, at - begin);
    if (key.empty() || !is_alpha(key.front()) || value.empty()) continue;
    facts.push_back({std::string(key), std::string(value)});
  }
}

std::string verdict_of(std::string_view result) {
  switch (status_class(result)) {
    case StatusClass::done:
      return "pass";
    case StatusClass::blocked:
      return "fail";
    default:
      break;
  }
  const std::string words = normal_words(result);
  for (const std::string_view word : {"ok", "success", "succeeded", "successful", "clean"})
    if (words == word || words.starts_with(cat({word, " "}))) return "pass";
  for (const std::string_view word : {"error", "errored", "unsuccessful", "aborted"})
    if (words == word || words.starts_with(cat({word, " "}))) return "fail";
  return {};
}

// "Not implemented → Implemented", "0% → 100%": a change that is wanted, and no run.
bool is_change(std::string_view before) {
  before = trim(before.substr(before.rfind(':') + 1));
  if (before.find_first_not_of("0123456789.,/% ") == std::string_view::npos) return true;
  return status_class(before) != StatusClass::unknown || before.starts_with("Not ");
}

// What follows an arrow, where it says pass or fail.
std::string result_after_arrow(const Context& context, std::string_view text) {
  for (const std::string_view arrow : {"->", "→", "=>"}) {
    const std::size_t at = text.rfind(arrow);
    if (at == std::string_view::npos || is_change(text.substr(0, at))) continue;
    std::string rest(trim(text.substr(at + arrow.size())));
    if (!verdict_of(context.plain(rest)).empty()) return rest;
  }
  return {};
}

// "report", "evidence report", "load test log"
bool names_report(std::string_view key) {
  const std::string words = normal_words(key);
  for (const std::string_view word : {"report", "reports", "evidence", "log", "logs", "artifact",
                                      "artifacts", "output", "evidencia"})
    if (has_phrase(words, word)) return true;
  return false;
}

struct Bullet {
  std::size_t item = 0;
  std::size_t paragraph = 0;
};

// The bullets of an item's lists.
std::vector<Bullet> bullets_of(const Context& context, std::size_t item) {
  std::vector<Bullet> bullets;
  for (std::size_t i = item + 1; i < context.block(item).end; i = context.block(i).end) {
    if (context.block(i).kind != BlockKind::list) continue;
    for (std::size_t j = i + 1; j < context.block(i).end; j = context.block(j).end)
      if (j + 1 < context.block(j).end && context.block(j + 1).kind == BlockKind::paragraph)
        bullets.push_back({j, j + 1});
  }
  return bullets;
}

// A pattern such as `run-<date>.json` is none yet.
bool is_report(const record::Mention& mention) {
  return mention.kind == record::MentionKind::path && mention.text.find('<') == std::string::npos &&
         (mention.text.ends_with(".json") || mention.text.ends_with(".xml") ||
          mention.text.ends_with(".log") || mention.text.ends_with(".html") ||
          mention.text.ends_with(".txt") || mention.text.ends_with(".csv"));
}

void add_reports(const Context& context, std::size_t paragraph, record::RunNote& note) {
  for (const record::Mention& mention : context.mentions[paragraph])
    if (is_report(mention)) note.reports.push_back(mention);
}

record::RunNote start_note(const Context& context, std::string subject, std::size_t block) {
  record::RunNote note;
  while (subject.ends_with(':')) subject.pop_back();
  note.subject = std::move(subject);
  note.section = context.section_of[block];
  note.phase = context.phase_of[note.section.n];
  note.line = context.block(block).line;
  return note;
}

void set_result(const Context& context, record::RunNote& note, std::string_view result, int line) {
  note.result = std::string(trim(result));
  note.verdict = verdict_of(context.plain(note.result));
  note.result_line = line;
  read_facts(note.result, note.facts);
}

void add_note_metric(Context& context, const record::RunNote& note) {
  const std::size_t open = note.result.find('(');
  if (open == std::string::npos) return;
  std::optional<Quantity> quantity = read_quantity(std::string_view(note.result).substr(open + 1));
  if (!quantity || quantity->form != QuantityForm::ratio || says_unfinished(quantity->rest) ||
      !quantity->metric.value || !quantity->metric.target)
    return;
  record::Metric* metric = &quantity->metric;
  metric->text = cat({number(static_cast<long long>(*metric->value)), "/",
                      number(static_cast<long long>(*metric->target))});
  metric->name = note.subject;
  metric->section = note.section;
  metric->line = note.result_line;
  metric->unit.clear();
  context.records.metrics.add(std::move(*metric));
}

void keep(Context& context, record::RunNote note) {
  add_note_metric(context, note);
  context.records.run_notes.add(std::move(note));
}

// `smoke: npm run smoke -> PASS (3/3)`: a note of its own.
bool read_arrow(Context& context, const Bullet& bullet) {
  const Line& line = context.lines[bullet.paragraph].front();
  const std::string result = result_after_arrow(context, line.source);
  if (result.empty()) return false;
  const std::optional<Statement> statement = read_statement(line);
  record::RunNote note =
      start_note(context, statement ? statement->key : std::string(), bullet.paragraph);
  for (const record::Mention& mention : context.mentions[bullet.paragraph])
    if (mention.kind == record::MentionKind::command && note.command.empty())
      note.command = mention.text;
  add_reports(context, bullet.paragraph, note);
  set_result(context, note, without_markup(result), line.line);
  keep(context, std::move(note));
  return true;
}

// What the bullets of a note told: a run, by a key of one, or facts alone.
struct Told {
  bool run = false;
  bool facts = false;
};

// Reads one bullet into the note; gives whether it told something.
bool read_part(const Context& context, const Bullet& bullet, record::RunNote& note, Told& told) {
  const Line& line = context.lines[bullet.paragraph].front();
  const std::optional<Statement> statement = read_statement(line);
  const std::string_view name = statement ? key_name(statement->key) : std::string_view();
  if (name == "command") {
    if (note.command.empty()) note.command = std::string(trim(without_markup(statement->value)));
    told.run = true;
    return true;
  }
  if (name == "result" && note.result.empty()) {
    set_result(context, note, without_markup(statement->value), line.line);
    told.run = true;
    return true;
  }
  const std::size_t reports = note.reports.size();
  add_reports(context, bullet.paragraph, note);
  if (statement && names_report(statement->key) && note.reports.size() > reports) told.run = true;
  const std::size_t facts = note.facts.size();
  for (const record::Mention& mention : context.mentions[bullet.paragraph])
    if (mention.kind == record::MentionKind::command) return note.reports.size() > reports;
  read_facts(joined_text(context.lines[bullet.paragraph]), note.facts);
  told.facts = told.facts || note.facts.size() > facts;
  return note.reports.size() > reports || note.facts.size() > facts;
}

// A list that is one run itself: `- command: …`, `- result: FAIL`, `- evidence report: …` without a
// bullet above. A key that comes again begins the next run. A result alone may be a field.
class FlatList {
 public:
  explicit FlatList(Context& context) : context_(context) {}

  void read(std::size_t list) {
    for (std::size_t i = list + 1; i < context_.block(list).end; i = context_.block(i).end)
      if (const std::size_t paragraph = context_.bullet(i); paragraph != kNone)
        if (context_.block(paragraph).end == context_.block(i).end) add({i, paragraph});
    finish();
  }

 private:
  // "command", "result" or "report"; of another bullet empty.
  std::string_view part_of(const Bullet& bullet) const {
    const std::optional<Statement> statement =
        read_statement(context_.lines[bullet.paragraph].front());
    if (!statement) return {};
    const std::string_view name = key_name(statement->key);
    if (name == "command" || name == "result") return name;
    return names_report(statement->key) ? "report" : std::string_view();
  }

  void add(const Bullet& bullet) {
    const std::string_view part = part_of(bullet);
    if (part.empty()) return;
    if (!parts_.insert(part).second) {
      finish();
      parts_.insert(part);
    }
    if (parts_.size() == 1) note_ = start_note(context_, subject_of(bullet), bullet.paragraph);
    Told told;
    if (read_part(context_, bullet, note_, told))
      note_.part_lines.push_back(context_.block(bullet.paragraph).line);
  }

  std::string subject_of(const Bullet& bullet) const {
    const Label* label = context_.label(bullet.paragraph);
    return label != nullptr ? label->text
                            : context_.section(context_.section_of[bullet.paragraph]).title;
  }

  // Two runs below one label are two things.
  std::string_view what_ran() const {
    if (!note_.command.empty()) return note_.command;
    return note_.reports.empty() ? std::string_view("run") : note_.reports.front().text;
  }

  void finish() {
    if (parts_.contains("result") && parts_.size() > 1) {
      note_.subject = cat({note_.subject, ": ", what_ran()});
      keep(context_, std::move(note_));
    }
    parts_.clear();
  }

  Context& context_;
  record::RunNote note_;
  std::set<std::string_view> parts_;  // that the note has
};

void read_bullet(Context& context, std::size_t item) {
  const std::size_t paragraph = context.bullet(item);
  if (paragraph == kNone) return;
  const std::vector<Bullet> bullets = bullets_of(context, item);
  if (bullets.empty()) {
    read_arrow(context, {item, paragraph});
    return;
  }
  record::RunNote note = start_note(context, joined_text(context.lines[paragraph]), paragraph);
  Told told;
  for (const Bullet& bullet : bullets) {
    if (context.block(bullet.item).box != BoxState::none ||
        context.lines[bullet.paragraph].empty() || read_arrow(context, bullet))
      continue;
    if (read_part(context, bullet, note, told))
      note.part_lines.push_back(context.block(bullet.paragraph).line);
  }
  const bool of_report = names_report(note.subject) && !note.subject.ends_with('/');
  if (!told.run && !of_report) note.reports.clear();  // files named in passing
  if (told.run || told.facts || !note.reports.empty()) keep(context, std::move(note));
}

}  // namespace

void read_run_notes(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind != BlockKind::list || context.in_item(i)) continue;
    for (std::size_t j = i + 1; j < context.block(i).end; j = context.block(j).end)
      read_bullet(context, j);
    FlatList(context).read(i);
  }
}

}  // namespace muster::extract
