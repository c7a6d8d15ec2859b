#include "extract/front_reader.h"

#include <algorithm>

#include "base/text.h"
#include "extract/front_keys.h"

namespace muster::extract {

namespace {

std::string dotted(std::string_view within, std::string_view name) {
  return within.empty() ? std::string(name) : cat({within, ".", name});
}

std::string_view shape_of(const Yaml& value) {
  switch (value.kind) {
    case Yaml::Kind::null:
      return "is empty";
    case Yaml::Kind::scalar:
      return "is a text";
    case Yaml::Kind::sequence:
      return "is a list";
    case Yaml::Kind::mapping:
      return "has keys with values";
  }
  return "";
}

std::string listed(std::span<const std::string_view> words) {
  return join(std::vector<std::string>(words.begin(), words.end()), ", ");
}

}  // namespace

void FrontReader::tell(int line, int column, std::string message, std::string help) {
  Note note;
  note.rule = "front-matter-invalid";
  note.message = std::move(message);
  note.help = std::move(help);
  note.line = line;
  note.column = column;
  notes_.push_back(std::move(note));
}

bool FrontReader::check_mapping(const Yaml& value, std::string_view name,
                                std::string_view example) {
  if (value.is(Yaml::Kind::mapping)) return true;
  tell(value.line, value.column,
       cat({"`", name, "` must have keys with values, and ", shape_of(value)}),
       cat({"write `", example, "`"}));
  return false;
}

bool FrontReader::check_keys(const Yaml& value, std::string_view within, std::string_view example) {
  if (!check_mapping(value, within, example)) return false;
  const std::vector<std::string_view> known = binding_keys_within(within);
  for (const Yaml::Member& member : value.members) {
    if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
    const std::string_view meant = did_you_mean(member.name, known);
    tell(member.line, member.column,
         cat({"the key `", dotted(within, member.name), "` is not known"}),
         meant.empty() ? cat({"known here: ", listed(known)})
                       : cat({"did you mean `", meant, "`?"}));
  }
  for (const FrontKey& key : binding_keys()) {
    if (!key.required || key.within != within) continue;
    const Yaml* member = value.find(key.name);
    const bool given = member != nullptr && !member->is(Yaml::Kind::null) &&
                       !(member->is(Yaml::Kind::scalar) && trim(member->text).empty());
    if (!given)
      tell(value.line, value.column, cat({"`", dotted(within, key.name), "` is missing"}),
           cat({"write `", example, "`"}));
  }
  return true;
}

std::span<const Yaml> FrontReader::entries(const Yaml& value, std::string_view name,
                                           std::string_view example) {
  if (value.is(Yaml::Kind::sequence)) return value.items;
  if (!value.is(Yaml::Kind::null))
    tell(value.line, value.column, cat({"`", name, "` must be a list, and ", shape_of(value)}),
         cat({"write `", example, "`"}));
  return {};
}

record::Written FrontReader::text(const Yaml& value, std::string_view name) {
  if (value.is(Yaml::Kind::scalar))
    return {std::string(trim(value.text)), value.line, value.column};
  if (!value.is(Yaml::Kind::null))
    tell(value.line, value.column, cat({"`", name, "` must be a text, and ", shape_of(value)}),
         "put the text in quotes");
  return {{}, value.line, value.column};
}

record::Written FrontReader::member(const Yaml& mapping, std::string_view within,
                                    std::string_view name) {
  const Yaml* value = mapping.find(name);
  return value == nullptr ? record::Written() : text(*value, dotted(within, name));
}

std::string FrontReader::pointer(const record::Written& written, std::string_view name) {
  if (written.text.empty()) return {};
  if (is_pointer(written.text)) return written.text;
  tell(written.line, written.column, cat({"`", name, "` is no JSON pointer: `", written.text, "`"}),
       "write the names on the way to the value, each after a slash: `/summary/passed`");
  return {};
}

std::optional<std::size_t> FrontReader::word(const record::Written& written, std::string_view key) {
  const std::span<const std::string_view> words = front_words_of(key);
  const auto found = std::find(words.begin(), words.end(), written.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (written.text.empty()) return std::nullopt;
  const std::string_view meant = did_you_mean(written.text, words);
  tell(
      written.line, written.column, cat({"`", key, "` cannot be `", written.text, "`"}),
      meant.empty() ? cat({"write one of ", listed(words)}) : cat({"did you mean `", meant, "`?"}));
  return std::nullopt;
}

}  // namespace muster::extract
