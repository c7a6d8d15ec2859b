// Typed reading of front matter: what has the wrong shape is told at its line and column, with what
// to write, and everything else is read all the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.h"
#include "domain/binding.h"
#include "domain/record.h"

namespace muster::extract {

class FrontReader {
 public:
  explicit FrontReader(std::vector<Note>& notes) : notes_(notes) {}

  void tell(int line, int column, std::string message, std::string help);

  /// Whether a value is keys with values. `example` is what to write.
  bool check_mapping(const Yaml& value, std::string_view name, std::string_view example);
  /// The same; its unknown keys and missing ones are told. `within` as in FrontKey.
  bool check_keys(const Yaml& value, std::string_view within, std::string_view example);
  /// The entries of a list; none, and told, where the value is no list. Null is an empty list.
  std::span<const Yaml> entries(const Yaml& value, std::string_view name, std::string_view example);
  /// A text with its place; empty, and told, where the value is a list or has keys.
  record::Written text(const Yaml& value, std::string_view name);
  /// The same, of a member of a mapping; empty where there is no such member.
  record::Written member(const Yaml& mapping, std::string_view within, std::string_view name);
  /// An RFC 6901 pointer that is not empty.
  std::string pointer(const record::Written& written, std::string_view name);
  /// The position of a text among the words that its key may have (see front_words), or none.
  std::optional<std::size_t> word(const record::Written& written, std::string_view key);

 private:
  std::vector<Note>& notes_;
};

/// Whether a text is an RFC 6901 pointer to something within a document.
bool is_pointer(std::string_view text);

/// `/pointer op literal`; the literal as JSON. What cannot be read is told, and is never met.
record::Expectation read_expectation(FrontReader& reader, record::Written source);

}  // namespace muster::extract
