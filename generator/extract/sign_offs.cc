// Sign-offs that are no tables: boxes ("Worker A — Backend validated (Date/Time: ____)"), blocks
// with name, signature and date under a label, and a form under a heading.
#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

// ---- boxes

// Before the first dash or colon: who; after it: what. Nothing before it, and a long text: nobody.
void split_signer(std::string_view text, record::SignOff& sign_off) {
  for (const std::string_view divider : {" — ", " – ", " - ", ": "}) {
    const std::size_t at = text.find(divider);
    if (at == std::string_view::npos || count_words(text.substr(0, at)) > 4) continue;
    sign_off.role = std::string(trim(text.substr(0, at)));
    sign_off.scope = std::string(trim(text.substr(at + divider.size())));
    return;
  }
  if (count_words(text) > 4) return;
  sign_off.role = signer_of(text, sign_off.scope);
}

// "(Date/Time: ____)" at the end of the text, taken off it.
record::Entry take_date(std::string_view& text, const record::Item& item) {
  record::Entry entry;
  entry.line = item.line;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return entry;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  const std::size_t colon = inside.find(':');
  const std::string_view name = key_name(inside.substr(0, colon));
  if (colon == std::string_view::npos || (name != "date" && name != "time")) return entry;
  entry = make_entry(inside.substr(colon + 1), item.line, item.column);
  text = trim(text.substr(0, open));
  return entry;
}

// "Backups: restored" names nobody. A role does, a line left for a name, a date that is asked for,
// and words such as "approval".
bool is_signer(const record::SignOff& sign_off, std::string_view text) {
  std::string scope;
  return names_role(sign_off.role) || count_blanks(sign_off.role).total() > 0 ||
         sign_off.at.fill != Fill::empty ||
         signer_of(text, scope).size() < collapse_spaces(text).size();
}

// A box that names nobody is an ordinary check: it must not be forgotten among the sign-offs.
void read_box(Context& context, Id<record::Item> id) {
  record::Item& item = context.records.items[id];
  record::SignOff sign_off;
  std::string_view text = item.text;
  sign_off.at = take_date(text, item);
  split_signer(text, sign_off);
  if (sign_off.role.empty() || !is_signer(sign_off, text)) {
    item.role = Role::check;
    return;
  }
  sign_off.shape = record::SignOffShape::box;
  sign_off.item = id;
  sign_off.section = item.section;
  const bool named = count_blanks(sign_off.role).total() == 0;
  const StatusClass said = status_class(sign_off.scope);  // "QA: refused"
  const bool refused = said != StatusClass::unknown && said != StatusClass::done;
  sign_off.signed_off = item.state == BoxState::ticked && named && !refused;
  sign_off.line = item.line;
  context.records.sign_offs.add(std::move(sign_off));
}

// ---- groups of fields

struct Group {
  Id<record::Section> section;
  std::size_t label = kNone;
  std::vector<std::size_t> fields;
};

std::vector<Group> groups_of(const Context& context) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < context.records.fields.size(); ++i) {
    const record::Field& field = context.records.fields[i];
    if (field.style == record::FieldStyle::front_matter ||
        field.style == record::FieldStyle::footer)
      continue;
    const std::size_t label = context.field_places[i].label;
    const bool same =
        !groups.empty() && groups.back().section == field.section && groups.back().label == label;
    if (!same) groups.push_back({field.section, label, {}});
    groups.back().fields.push_back(i);
  }
  return groups;
}

const record::Field* find(const Context& context, const Group& group,
                          std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const std::size_t i : group.fields)
      if (context.records.fields[i].name == name) return &context.records.fields[i];
  return nullptr;
}

record::Entry entry(const record::Field* field) {
  return field != nullptr ? field->value : record::Entry{};
}

bool is_sign_off(const std::optional<Opener>& opener) {
  return opener && opener->role == Role::sign_off;
}

// A form of nothing but roles: "- Engineering:", "- Product:".
void read_roles(Context& context, const Group& group) {
  if (group.section == Id<record::Section>(0) || group.fields.size() < 2) return;
  for (const std::size_t i : group.fields) {
    const record::Field& field = context.records.fields[i];
    if (field.style != record::FieldStyle::bullet || field.name == "notes") continue;
    record::SignOff sign_off;
    sign_off.shape = record::SignOffShape::fields;
    sign_off.role = field.key;
    sign_off.name = field.value;
    sign_off.section = group.section;
    sign_off.signed_off = is_given(field.value);
    sign_off.line = field.value.line;
    context.records.sign_offs.add(std::move(sign_off));
  }
}

void read_group(Context& context, const Group& group) {
  const bool by_label = group.label != kNone;
  const std::string title =
      by_label ? context.labels[group.label].text : context.section(group.section).title;
  const record::Field* signature = find(context, group, {"signature"});
  const record::Field* name = find(context, group, {"name", "operator", "approver"});
  const record::Field* date = find(context, group, {"date"});
  const bool opened = is_sign_off(opener_of(title)) ||
                      (by_label && is_sign_off(opener_of(context.section(group.section).title)));
  const bool block = signature != nullptr && (name != nullptr || date != nullptr);
  const bool form = opened && group.section != Id<record::Section>(0) &&
                    (name != nullptr || date != nullptr) && group.fields.size() >= 2;
  if (opened && name == nullptr && date == nullptr && signature == nullptr)
    return read_roles(context, group);
  if (!block && !form) return;
  for (const record::Decision& decision : context.records.decisions)
    if (decision.section == group.section && !by_label) return;  // its approver is no sign-off

  record::SignOff sign_off;
  sign_off.shape = block ? record::SignOffShape::block : record::SignOffShape::fields;
  if (block) {
    sign_off.role = signer_of(title, sign_off.scope);
  } else if (const record::Field* role = find(context, group, {"role"})) {
    sign_off.role = role->value.text;
  } else if (name != nullptr && name->name != "name") {
    sign_off.role = name->key;
  }
  if (const record::Field* scope = find(context, group, {"release", "scope", "document_version"}))
    if (scope->value.fill == Fill::value) sign_off.scope = scope->value.text;
  sign_off.name = entry(name);
  sign_off.signature = entry(signature);
  sign_off.at = entry(date);
  sign_off.status = entry(find(context, group, {"status", "decision", "result"}));
  sign_off.section = group.section;
  sign_off.line = by_label ? context.labels[group.label].line
                           : context.records.fields[group.fields.front()].value.line;
  const bool signature_given = signature == nullptr || is_given(signature->value);
  const bool date_given = date == nullptr || is_date_given(date->value);
  const bool somebody = is_given(sign_off.name) || is_given(sign_off.signature);
  sign_off.signed_off = signature_given && date_given && somebody;
  context.records.sign_offs.add(std::move(sign_off));
}

// Whoever must sign and has no row yet gets one that is not signed.
void add_missing_signers(Context& context) {
  for (const record::RequiredSigner& required : context.records.required_signers) {
    const std::string words = normal_words(required.role);
    const bool known =
        std::any_of(context.records.sign_offs.begin(), context.records.sign_offs.end(),
                    [&](const record::SignOff& sign_off) {
                      return has_phrase(normal_words(sign_off.role), words) ||
                             has_phrase(normal_words(sign_off.name.text), words);
                    });
    if (known) continue;
    record::SignOff sign_off;
    sign_off.shape = record::SignOffShape::fields;
    sign_off.role = required.role;
    sign_off.section = Id<record::Section>(0);
    sign_off.line = required.line;
    context.records.sign_offs.add(std::move(sign_off));
  }
}

}  // namespace

void read_sign_offs(Context& context) {
  for (std::size_t i = 0; i < context.records.items.size(); ++i)
    if (context.records.items[Id<record::Item>(i)].role == Role::sign_off)
      read_box(context, Id<record::Item>(i));
  for (const Group& group : groups_of(context)) read_group(context, group);
  add_missing_signers(context);
}

}  // namespace muster::extract
