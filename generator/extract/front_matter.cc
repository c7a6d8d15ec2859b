// Front matter: scalars and lists of scalars become fields; `id` and `kind` say what the document
// is.
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

void note_unknown_kind(Context& context, const Yaml::Member& member) {
  Note note;
  note.rule = "front-matter-invalid";
  note.message = cat({"`", member.value.text, "` is no kind of document"});
  note.help = "write one of issue, checklist, tracker, report, page";
  note.line = member.value.line;
  note.column = member.value.column;
  context.records.notes.push_back(std::move(note));
}

}  // namespace

void read_front_matter(Context& context) {
  for (const Yaml::Member& member : context.markdown.front.members) {
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
      if (!context.records.declared_kind) note_unknown_kind(context, member);
    }
    context.records.fields.push_back(std::move(field));
    context.field_places.push_back({});
  }
}

}  // namespace muster::extract
