// Front matter: scalars and lists of scalars become fields; `id` and `kind` say what the document
// is; `sign-off` says who must sign. A key that is not read, or that may be misspelt, is told.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {

std::optional<std::string> scalar_text(const Yaml& value) {
  if (value.is(Yaml::Kind::scalar)) return value.text;
  if (value.is(Yaml::Kind::null)) return std::string();
  if (!value.is(Yaml::Kind::sequence)) return std::nullopt;
  std::vector<std::string> parts;
  for (const Yaml& item : value.items) {
    if (!item.is(Yaml::Kind::scalar)) return std::nullopt;
    parts.push_back(item.text);
  }
  return join(parts, ", ");
}

std::optional<DocumentKind> kind_named(std::string_view name) {
  for (const DocumentKind kind : {DocumentKind::issue, DocumentKind::checklist,
                                  DocumentKind::tracker, DocumentKind::report, DocumentKind::page})
    if (equals_ignoring_case(to_string(kind), name)) return kind;
  return std::nullopt;
}

void add_note(Context& context, int line, int column, std::string message, std::string help) {
  Note note;
  note.rule = "front-matter-invalid";
  note.message = std::move(message);
  note.help = std::move(help);
  note.line = line;
  note.column = column;
  context.records.notes.push_back(std::move(note));
}

// Keys that bind what prose cannot. Of these, `sign-off` is read.
constexpr std::array<std::string_view, 4> kBindings = {"parity", "evidence", "metrics", "waivers"};

// Other tools have keys of their own here, so an unknown key is told only where a known one is
// near.
void check_key(Context& context, const Yaml::Member& member) {
  const bool structure = !member.value.is(Yaml::Kind::scalar) && !member.value.is(Yaml::Kind::null);
  const bool binding =
      std::find(kBindings.begin(), kBindings.end(), member.name) != kBindings.end();
  if (binding && structure)
    return add_note(
        context, member.line, member.column,
        cat({"`", member.name, "` in front matter is not read by this version of muster"}),
        "cite the report in the text of the item");
  if (binding || member.name == "sign-off" || !key_name(member.name).empty()) return;
  std::vector<std::string_view> known = {"id",       "kind",   "title",     "status",  "owner",
                                         "priority", "labels", "sign-off",  "waivers", "evidence",
                                         "metrics",  "parity", "depends_on"};
  const std::string_view meant = did_you_mean(member.name, known);
  if (!meant.empty())
    add_note(context, member.line, member.column, cat({"the key `", member.name, "` is not known"}),
             cat({"did you mean `", meant, "`?"}));
}

// `sign-off: {required: [PM, CTO]}`: whoever has no row of their own yet has not signed.
void read_required_signers(Context& context, const Yaml& value) {
  const Yaml* required = value.find("required");
  if (required == nullptr) return;
  if (!required->is(Yaml::Kind::sequence))
    return add_note(context, required->line, required->column, "`required` must be a list",
                    "write `required: [PM, CTO]`");
  for (const Yaml& signer : required->items)
    context.records.required_signers.push_back({signer.text, signer.line});
}

}  // namespace

void read_front_matter(Context& context) {
  for (const Yaml::Member& member : context.markdown.front.members) {
    check_key(context, member);
    if (member.name == "sign-off") read_required_signers(context, member.value);
    const std::optional<std::string> text = scalar_text(member.value);
    if (!text) continue;
    record::Field field;
    field.key = member.name;
    field.name = std::string(key_name(member.name));
    field.value.text = *text;
    field.value.fill = fill_of(*text);
    field.value.line = member.value.line > 0 ? member.value.line : member.line;
    field.value.column = member.value.column;
    field.style = record::FieldStyle::front_matter;
    field.section = Id<record::Section>(0);
    if (field.name == "id") context.records.id = *text;
    if (field.name == "kind") {
      context.records.declared_kind = kind_named(*text);
      if (!context.records.declared_kind)
        add_note(context, member.value.line, member.value.column,
                 cat({"`", member.value.text, "` is no kind of document"}),
                 "write one of issue, checklist, tracker, report, page");
    }
    context.records.fields.push_back(std::move(field));
    context.field_places.push_back({});
  }
}

}  // namespace muster::extract
