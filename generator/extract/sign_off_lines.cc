// Sign-offs of one line: "**Sign-off:** Jane — NOT APPROVED", bullets that only name who must sign,
// "TBD" under a heading, and a heading that refuses.
#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "extract/choices.h"
#include "extract/context.h"
#include "extract/fills.h"
#include "extract/sign_off_kinds.h"
#include "extract/signing.h"

namespace muster::extract {

namespace {

constexpr int kShortWords = 8;

// Lines and sections that have a sign-off already.
struct Taken {
  std::set<int> lines;
  std::set<Id<record::Section>> sections;

  void put(const record::SignOff& sign_off) {
    lines.insert({sign_off.line, sign_off.name.line, sign_off.signature.line});
    sections.insert(sign_off.section);
  }
};

void add(Context& context, Taken& taken, record::SignOff sign_off) {
  sign_off.shape = record::SignOffShape::fields;
  taken.put(sign_off);
  context.records.sign_offs.add(std::move(sign_off));
}

record::SignOff start(std::string role, Id<record::Section> section, int line) {
  record::SignOff sign_off;
  sign_off.role = std::move(role);
  sign_off.section = section;
  sign_off.line = line;
  return sign_off;
}

// ---- "Sign-off: Jane"

bool list_follows(const Context& context, std::size_t index) {
  const std::size_t next = context.block(index).end;
  return next < context.block_count() && (context.block(next).kind == BlockKind::list ||
                                          context.block(next).kind == BlockKind::table);
}

constexpr std::string_view kPointers = "see|refer to|below|above";

// "required" and "see below" name nobody.
bool is_name(std::string_view text) {
  return !text.empty() && (is_upper(text.front()) || text.front() == '@' ||
                           (static_cast<unsigned char>(text.front()) & 0x80) != 0);
}

void read_statement_line(Context& context, Taken& taken, std::size_t index, const Line& line) {
  const std::optional<Statement> statement = read_statement(line);
  if (!statement || statement->value.empty() || !is_sign_off_key(statement->key)) return;
  if (list_follows(context, index) || taken.lines.contains(line.line) || is_choice_line(line))
    return;
  const record::Entry value = make_entry(statement->value, statement->line, statement->column);
  const bool given = is_signed_with(context, value);
  if (!is_name(value.text) && (given || begins_with_listed(kPointers, all_words(value.text))))
    return;
  record::SignOff sign_off = start(statement->key, context.section_of[index], statement->line);
  sign_off.name = value;
  sign_off.signed_off = given;
  add(context, taken, std::move(sign_off));
}

// ---- "- QA Lead"

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Who must sign, and behind a divider who did and when.
void read_bullet(Context& context, Taken& taken, std::size_t item) {
  const std::size_t paragraph = item + 1;
  if (context.block(item).box != BoxState::none || paragraph >= context.block(item).end ||
      context.block(paragraph).kind != BlockKind::paragraph || context.lines[paragraph].empty())
    return;
  const Line& line = context.lines[paragraph].front();
  if (taken.lines.contains(line.line) || is_choice_line(line)) return;
  std::string_view who = line.text;
  std::string_view rest;
  for (const std::string_view divider : {" — ", " – ", " - ", ":"})
    if (const std::size_t at = who.find(divider); at != std::string_view::npos) {
      rest = trim(who.substr(at + divider.size()));
      who = trim(who.substr(0, at));
      break;
    }
  if (const std::size_t open = who.find(" ("); rest.empty() && open != std::string_view::npos) {
    rest = who.substr(open + 1);
    who = trim(who.substr(0, open));
  }
  if (count_words(who) > kSignerWords || !names_role(who) || count_words(rest) > kShortWords)
    return;
  record::Entry value = make_entry(rest, line.line, line.column);
  record::SignOff sign_off = start(std::string(who), context.section_of[item], line.line);
  sign_off.signed_off =
      is_signed_with(context, value) && is_dated(context, value) && has_digit(rest);
  Signature signature = split_signature(value);
  sign_off.name = std::move(signature.who);
  sign_off.at = std::move(signature.at);
  add(context, taken, std::move(sign_off));
}

void read_bullets(Context& context, Taken& taken, std::size_t list) {
  if (context.in_item(list) || !is_sign_off(governor_of(context, list).opener)) return;
  for (std::size_t i = list + 1; i < context.block(list).end; i = context.block(i).end)
    read_bullet(context, taken, i);
}

// ---- headings

// "Sign-off: ❌ refused by CTO", "❌ Sign-off"
void read_heading(Context& context, Taken& taken, std::size_t index) {
  const record::Section& section = context.section(context.section_of[index]);
  if (!is_sign_off(opener_of(section.title))) return;
  const bool refused = section.glyph_state == BoxState::unknown;
  const std::size_t cut = std::min(section.title.find(": "), section.title.find(" — "));
  const std::string tail = cut == std::string::npos ? std::string() : section.title.substr(cut + 1);
  if (!refused && !says_no_signature(tail)) return;
  add(context, taken, start(section.title, context.section_of[index], section.line));
}

// ---- "TBD" and nothing more

bool says_nothing_yet(const Line& line) {
  if (count_words(line.text) > kShortWords || read_statement(line)) return false;
  return is_placeholder(line.text) || says_no_signature(line.text);
}

void read_paragraph(Context& context, Taken& taken, std::size_t index) {
  if (context.lines[index].empty() || context.in_item(index)) return;
  for (const Line& line : context.lines[index]) read_statement_line(context, taken, index, line);
  const Id<record::Section> section = context.section_of[index];
  if (!is_sign_off(opener_of(context.section(section).title)) || context.is_title(section)) return;
  if (taken.sections.contains(section) || context.lines[index].size() != 1) return;
  const Line& line = context.lines[index].front();
  if (says_nothing_yet(line))
    add(context, taken, start(context.section(section).title, section, line.line));
}

}  // namespace

void read_sign_off_lines(Context& context) {
  Taken taken;
  for (const record::SignOff& sign_off : context.records.sign_offs) taken.put(sign_off);
  for (const record::Decision& decision : context.records.decisions)
    taken.sections.insert(decision.section);
  for (std::size_t i = 1; i < context.block_count(); ++i) {
    if (context.block(i).kind == BlockKind::list) read_bullets(context, taken, i);
    if (context.block(i).kind == BlockKind::heading) read_heading(context, taken, i);
    if (context.block(i).kind == BlockKind::paragraph) read_paragraph(context, taken, i);
  }
}

}  // namespace muster::extract
