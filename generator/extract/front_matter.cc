// Front matter: scalars and lists of scalars become fields; `id` and `kind` say what the document
// is; bindings become records of their own. A key that may be misspelt is told.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/context.h"
#include "extract/fills.h"
#include "extract/front_bindings.h"
#include "extract/front_keys.h"
#include "extract/front_reader.h"

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

// Other tools have keys of their own here, so an unknown key is told only where a known one is
// near.
void check_key(FrontReader& reader, const Yaml::Member& member) {
  if (!key_name(member.name).empty()) return;
  const std::string_view meant = did_you_mean(member.name, near_front_keys());
  if (!meant.empty())
    reader.tell(member.line, member.column, cat({"the key `", member.name, "` is not known"}),
                cat({"did you mean `", meant, "`?"}));
}

// Metadata that everything else hangs on: who, what, how far.
constexpr std::array<std::string_view, 6> kTexts = {"id",     "kind",  "title",
                                                    "status", "owner", "priority"};

void check_shape(FrontReader& reader, const Yaml::Member& member) {
  if (std::find(kTexts.begin(), kTexts.end(), key_name(member.name)) == kTexts.end()) return;
  reader.tell(member.value.line, member.value.column,
              cat({"`", member.name, "` must be a text or a list of texts"}),
              cat({"write `", member.name, ": …`, and what else there is to say below the title"}));
}

void read_kind(FrontReader& reader, const Yaml& value, Records& records) {
  records.declared_kind = kind_named(trim(value.text));
  if (!records.declared_kind)
    reader.tell(value.line, value.column, cat({"`", value.text, "` is no kind of document"}),
                "write one of issue, checklist, tracker, report, page");
}

}  // namespace

void read_front_matter(Context& context) {
  FrontReader reader(context.records.notes);
  for (const Yaml::Member& member : context.markdown.front.members) {
    const bool binding = read_binding(member, context.records);
    if (!binding) check_key(reader, member);
    const std::optional<std::string> text = scalar_text(member.value);
    if (!text) {
      if (!binding) check_shape(reader, member);
      continue;
    }
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
    if (field.name == "kind") read_kind(reader, member.value, context.records);
    context.records.fields.push_back(std::move(field));
    context.field_places.push_back({});
  }
}

}  // namespace muster::extract
