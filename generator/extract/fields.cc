// Metadata in every style that people use: bullets, bold lines in one paragraph, plain lines, block
// quotes, two-column tables, `## Status` headings, progress boxes, footers, lines in italics, a
// comment at the top. Prose with a colon is no field: a plain key must be in the vocabulary, or
// stand in a list of nothing but keys.
#include <algorithm>

#include "base/text.h"
#include "extract/choices.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/faint_fields.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

constexpr int kKeyWords = 5;

bool is_known(const Statement& statement) { return !key_name(statement.key).empty(); }

// A plain value is not a sentence: its full stop is not part of it.
std::string without_full_stop(std::string value) {
  if (value.size() > 1 && value.back() == '.' && value[value.size() - 2] != '.') value.pop_back();
  return value;
}

struct Place {
  std::size_t block = 0;
  std::size_t group = 0;
  record::FieldStyle style = record::FieldStyle::plain;
};

void add_field(Context& context, const Statement& statement, const Place& place) {
  record::Field field;
  field.key = statement.key;
  field.name = std::string(key_name(statement.key));
  field.value =
      make_entry(place.style == record::FieldStyle::bold || place.style == record::FieldStyle::table
                     ? statement.value
                     : without_full_stop(statement.value),
                 statement.line, statement.column);
  // "Todo" is a placeholder anywhere but as a status.
  if (field.name == "status" && field.value.fill == Fill::placeholder &&
      status_class(context.plain(field.value.text)) != StatusClass::unknown)
    field.value.fill = Fill::value;
  field.style = place.style;
  field.section = context.metadata_section(context.section_of[place.block]);
  context.records.fields.push_back(std::move(field));
  context.field_places.push_back({place.group, context.label_of[place.group]});
}

// ---- lists

// The statement that a bullet makes with its first line, if it has no box.
std::optional<Statement> bullet_statement(const Context& context, std::size_t item) {
  const std::size_t paragraph = context.bullet(item);
  if (paragraph == kNone) return std::nullopt;
  std::optional<Statement> statement = read_statement(context.lines[paragraph].front());
  if (!statement || count_words(statement->key) > kKeyWords) return std::nullopt;
  // A key alone that has bullets of its own opens them; it was not left empty.
  const bool alone = context.block(paragraph).end == context.block(item).end;
  if (statement->value.empty() && !alone) return std::nullopt;
  return statement;
}

// Whether every bullet of a list is `Key:` or `Key: value`, as in a form.
bool is_form(const Context& context, std::size_t list) {
  int statements = 0;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end) {
    const std::optional<Statement> statement = bullet_statement(context, i);
    if (!statement || count_words(statement->value) > 20) return false;
    ++statements;
  }
  return statements >= 2;
}

void read_list(Context& context, std::size_t list) {
  if (context.in_item(list)) return;
  const bool form = is_form(context, list);
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end) {
    const std::optional<Statement> statement = bullet_statement(context, i);
    if (!statement) continue;
    if (!statement->bold && !is_known(*statement) && !form) continue;
    if (is_choice_line(context.lines[i + 1].front())) continue;
    add_field(context, *statement, {i + 1, list, record::FieldStyle::bullet});
  }
}

// ---- paragraphs

// What follows a key without a value is its value: "**Deliverables**:" and a list.
bool opens_next(const Context& context, std::size_t paragraph, std::size_t line) {
  if (line + 1 < context.lines[paragraph].size()) return false;
  const std::size_t next = context.block(paragraph).end;
  if (next >= context.block_count() ||
      context.block(next).parent != context.block(paragraph).parent)
    return false;
  const BlockKind kind = context.block(next).kind;
  return kind == BlockKind::list || kind == BlockKind::code || kind == BlockKind::table ||
         kind == BlockKind::quote ||
         (kind == BlockKind::paragraph && !context.lines[next].empty() &&
          !read_statement(context.lines[next].front()));
}

bool all_statements(const std::vector<Line>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const Line& line) {
    const std::optional<Statement> statement = read_statement(line);
    return statement && count_words(statement->key) <= kKeyWords;
  });
}

// How many lines in front are statements of known keys. One may be a sentence that goes on: they
// count from two, or where the whole paragraph is of statements.
std::size_t leading_statements(const std::vector<Line>& lines) {
  if (all_statements(lines)) return lines.size();
  std::size_t count = 0;
  while (count < lines.size()) {
    const std::optional<Statement> statement = read_statement(lines[count]);
    if (!statement || statement->value.empty() || !(statement->bold || is_known(*statement))) break;
    ++count;
  }
  return count < 2 ? 0 : count;
}

void read_paragraph(Context& context, std::size_t index) {
  if (context.in_item(index)) return;
  const std::vector<Line>& lines = context.lines[index];
  const std::size_t leading = leading_statements(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_choice_line(lines[i])) continue;
    for (const Statement& statement : read_italic(lines[i]))
      add_field(context, statement, {index, index, record::FieldStyle::plain});
    for (const Statement& statement : read_statements(lines[i])) {
      if (count_words(statement.key) > kKeyWords) continue;
      if (!statement.bold && !(i < leading && is_known(statement))) continue;
      if (statement.value.empty() && (!is_known(statement) || opens_next(context, index, i)))
        continue;
      add_field(
          context, statement,
          {index, index, statement.bold ? record::FieldStyle::bold : record::FieldStyle::plain});
    }
  }
}

// ---- headings that are keys

bool may_be_heading_key(std::string_view name) {
  for (const std::string_view key : {"status", "owner", "priority", "date", "last_updated"})
    if (name == key) return true;
  return false;
}

// `## Status — In Progress`
std::optional<Statement> parted_by_dash(const Line& heading) {
  for (const std::string_view dash : {" — ", " – ", " - "}) {
    const std::size_t at = heading.source.find(dash);
    if (at == std::string::npos) continue;
    Statement statement;
    statement.key = without_markup(std::string_view(heading.source).substr(0, at));
    statement.value = std::string(trim(std::string_view(heading.source).substr(at + dash.size())));
    statement.line = heading.line;
    statement.column = heading.column + static_cast<int>(at + dash.size());
    if (may_be_heading_key(key_name(statement.key))) return statement;
  }
  return std::nullopt;
}

// The paragraph of one line below a heading, or the only bullet of a list there; or kNone.
std::size_t value_below(const Context& context, std::size_t heading) {
  std::size_t next = heading + 1;
  if (next >= context.block_count()) return kNone;
  if (context.block(next).kind == BlockKind::list) {
    if (context.block(next + 1).end != context.block(next).end) return kNone;
    next = context.bullet(next + 1);
    if (next == kNone) return kNone;
  }
  const bool fits = context.block(next).kind == BlockKind::paragraph &&
                    context.lines[next].size() == 1 &&
                    count_words(context.lines[next].front().text) <= 8 &&
                    !read_statement(context.lines[next].front());
  return fits ? next : kNone;
}

// `## Status: done`, or `## Status` with the value in the paragraph below.
void read_heading(Context& context, std::size_t index) {
  const Line& heading = context.lines[index].front();
  if (context.is_title(context.section_of[index])) return;
  Place place{index, index, record::FieldStyle::plain};
  Statement statement;
  if (const std::optional<Statement> inline_value = read_statement(heading);
      inline_value && !inline_value->value.empty()) {
    statement = *inline_value;
  } else if (const std::optional<Statement> parted = parted_by_dash(heading)) {
    statement = *parted;
  } else {
    const std::size_t next = value_below(context, index);
    if (next == kNone) return;
    const Line& value = context.lines[next].front();
    statement.key = context.section(context.section_of[index]).title;
    statement.value = value.source;
    statement.line = value.line;
    statement.column = value.column;
  }
  if (!may_be_heading_key(key_name(statement.key))) return;
  const Id<record::Section> own = context.section_of[index];
  add_field(context, statement, place);
  context.records.fields.back().section = context.metadata_section(context.section(own).parent);
}

// ---- two-column tables

void read_table(Context& context, std::size_t table) {
  std::vector<std::pair<Statement, std::size_t>> rows;
  int known = 0;
  for (std::size_t row = table + 1; row < context.block(table).end; row = context.block(row).end) {
    const std::size_t key = row + 1;
    if (key >= context.block(row).end) return;
    const std::size_t value = context.block(key).end;
    if (value >= context.block(row).end || context.block(value).end != context.block(row).end)
      return;
    Statement statement;
    statement.key = context.lines[key].front().text;
    statement.value = context.block(value).text;
    statement.line = context.block(row).line;
    statement.column = context.lines[value].front().column;
    if (context.block(row).header && !is_known(statement)) continue;
    known += is_known(statement) ? 1 : 0;
    rows.emplace_back(std::move(statement), value);
  }
  if (known < 2 || static_cast<std::size_t>(known) * 2 < rows.size()) return;
  for (const auto& [statement, cell] : rows)
    if (is_known(statement))
      add_field(context, statement, {cell, table, record::FieldStyle::table});
}

// ---- progress boxes drawn in a fence

// `│ Estimated Time: 5.5 hours │`
void read_drawn_box(Context& context, std::size_t index) {
  constexpr std::string_view bar = "│";
  const Block& block = context.block(index);
  for (int n = block.line + 1; n < block.last_line; ++n) {
    const std::string_view raw = context.markdown.line(n);
    const std::size_t begin = raw.find(bar);
    if (begin == std::string_view::npos || !trim(raw).starts_with(bar)) continue;
    const std::size_t from = begin + bar.size();
    const std::size_t end = raw.find(bar, from);
    Line line;
    line.block = index;
    line.line = n;
    line.source =
        std::string(trim(raw.substr(from, end == std::string_view::npos ? end : end - from)));
    line.column = static_cast<int>(raw.find(line.source, from)) + 1;
    const std::optional<Statement> statement = read_statement(line);
    if (statement && is_known(*statement) && !statement->value.empty())
      add_field(context, *statement, {index, index, record::FieldStyle::plain});
  }
}

// ---- footers

bool may_be_footer(std::string_view name) {
  for (const std::string_view key : {"last_updated", "next_update", "document_version", "created",
                                     "author", "owner", "status", "reviewers", "date"})
    if (name == key) return true;
  return false;
}

// The first block after the last heading that has a rule before it, or none.
std::size_t footer_begin(const Context& context) {
  std::size_t begin = kNone;
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind == BlockKind::heading) begin = kNone;
    if (context.block(i).kind == BlockKind::rule && begin == kNone) begin = i + 1;
  }
  return begin;
}

void mark_footers(Context& context) {
  const std::size_t begin = footer_begin(context);
  if (begin == kNone) return;
  for (std::size_t i = 0; i < context.records.fields.size(); ++i) {
    record::Field& field = context.records.fields[i];
    const bool body = field.style == record::FieldStyle::bold ||
                      field.style == record::FieldStyle::plain ||
                      field.style == record::FieldStyle::bullet;
    if (!body || context.field_places[i].group < begin || !may_be_footer(field.name)) continue;
    if (field.value.fill == Fill::blank || field.value.fill == Fill::empty) continue;
    if (field.section != Id<record::Section>(0)) field.style = record::FieldStyle::footer;
    field.section = Id<record::Section>(0);
  }
}

}  // namespace

void read_fields(Context& context) {
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.in_legend[i]) continue;
    switch (context.block(i).kind) {
      case BlockKind::list:
        read_list(context, i);
        break;
      case BlockKind::paragraph:
        if (!context.lines[i].empty()) read_paragraph(context, i);
        break;
      case BlockKind::heading:
        if (!context.lines[i].empty()) read_heading(context, i);
        break;
      case BlockKind::table:
        read_table(context, i);
        break;
      case BlockKind::code:
        if (context.block(i).info.empty()) read_drawn_box(context, i);
        break;
      default:
        break;
    }
  }
  mark_footers(context);
  for (const Statement& statement : read_leading_comment(context))
    add_field(context, statement, {0, 0, record::FieldStyle::comment});
}

}  // namespace muster::extract
