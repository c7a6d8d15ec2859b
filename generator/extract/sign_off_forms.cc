// Sign-offs in fields: blocks with name, signature and date under a label, and forms under a
// heading.
#include <algorithm>

#include "base/text.h"
#include "extract/context.h"
#include "extract/extract.h"
#include "extract/fills.h"
#include "extract/sign_off_kinds.h"
#include "extract/signing.h"

namespace muster::extract {

namespace {

// Keys that stand beside roles in a form and ask nobody to sign.
constexpr std::string_view kNoRoles =
    "deadline|due|due date|due by|date|location|place|meeting|channel|link|links|document|version|"
    "scope|release|environment|ticket|issue|status|summary|quorum|process|method|template|"
    "instructions|format|needed|required|minimum|rule|rules|policy|agenda";

// A signature behind a role: a name, a word of assent, or a mark.
bool is_signature(const Context& context, const record::Entry& value) {
  return is_signed_with(context, value) &&
         (names_signer(value.text) || is_assent(context.plain(value)));
}

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
        field.style == record::FieldStyle::footer || field.style == record::FieldStyle::comment)
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

// "- Engineering:" in a form of nothing but roles; elsewhere the key must name one.
bool is_role_field(const record::Field& field, const Group& group) {
  if (field.name == "notes" || is_listed(kNoRoles, normal_words(field.key))) return false;
  if (field.style == record::FieldStyle::bullet && group.fields.size() >= 2) return true;
  return field.name.empty() && names_role(field.key);
}

// A form of nothing but roles: "- Engineering:", "- Product:".
void read_roles(Context& context, const Group& group) {
  if (group.section == Id<record::Section>(0)) return;
  for (const std::size_t i : group.fields) {
    const record::Field& field = context.records.fields[i];
    if (!is_role_field(field, group)) continue;
    record::SignOff sign_off;
    sign_off.shape = record::SignOffShape::fields;
    sign_off.role = field.key;
    Signature signature = split_signature(field.value);
    sign_off.name = std::move(signature.who);
    sign_off.at = std::move(signature.at);
    sign_off.section = group.section;
    sign_off.signed_off = is_signature(context, field.value);
    sign_off.line = field.value.line;
    context.records.sign_offs.add(std::move(sign_off));
  }
}

// "Status: Rejected", "Approved: No", "Notes: Objects, too early".
bool says_against(const Context& context, const record::Field& field) {
  const record::Entry value = context.plain(without_struck_start(context, field.value));
  if (is_answer_key(field.key)) return !is_assent(value);
  const bool answer = field.name == "status" || field.name == "decision" || field.name == "result";
  if (!answer) return field.name != "role" && begins_with_refusal(value.text);
  if (value.fill != Fill::value) return true;
  const StatusClass status = status_class(value.text);
  return says_no_signature(value.text) || has_doubt(all_words(value.text)) ||
         (status != StatusClass::unknown && status != StatusClass::done);
}

bool is_against(const Context& context, const Group& group) {
  return std::any_of(group.fields.begin(), group.fields.end(), [&](std::size_t i) {
    return says_against(context, context.records.fields[i]);
  });
}

// "**Approved by**: ____" asks for a signer under any heading; beside a decision it is part of it.
bool asks_for_signer(const Context& context, const Group& group, const record::Field* name) {
  return name != nullptr && is_signer_key(name->key) &&
         find(context, group, {"decision", "question"}) == nullptr;
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
  const bool alone = signature != nullptr || (name != nullptr && name->name != "name");
  const bool form =
      (opened && group.section != Id<record::Section>(0) && (alone || group.fields.size() >= 2)) ||
      asks_for_signer(context, group, name);
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
  const bool by_signature = is_signed_with(context, sign_off.signature);
  const bool signature_given = signature == nullptr || by_signature;
  const bool date_given = date == nullptr || is_dated(context, date->value);
  const bool somebody = by_signature || is_signed_with(context, sign_off.name);
  sign_off.signed_off = signature_given && date_given && somebody && !is_against(context, group);
  context.records.sign_offs.add(std::move(sign_off));
}

}  // namespace

void read_sign_off_forms(Context& context) {
  for (const Group& group : groups_of(context)) read_group(context, group);
}

}  // namespace muster::extract
