// JSON with a line and column on every value, read within limits and written with sorted keys.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace muster {

/// A JSON value. Objects keep the order of the source. A number keeps its source text, so that
/// nothing is lost.
struct Json {
  enum class Kind { null, boolean, number, string, array, object };
  struct Member;

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;            // nearest double of a number
  std::string text;             // a string's value; a number as written
  std::vector<Json> items;      // of an array
  std::vector<Member> members;  // of an object
  int line = 0;
  int column = 0;

  static Json of(bool value);
  static Json of(long long value);
  static Json of(int value) { return of(static_cast<long long>(value)); }
  static Json of(std::string_view value);
  static Json of(const char* value) { return of(std::string_view(value)); }  // else it were a bool
  static Json array();
  static Json object();

  bool is(Kind wanted) const { return kind == wanted; }
  /// The whole number, if this is one that a long long holds exactly.
  bool as_integer(long long& out) const;
  /// The member of that name, or null where there is none or this is no object.
  const Json* find(std::string_view name) const;
  /// The value at an RFC 6901 pointer (`/summary/passed`; empty = this), or null.
  const Json* at(std::string_view pointer) const;
  /// Adds or replaces a member; returns this, for building.
  Json& set(std::string name, Json value);
  Json& push(Json value);
};

struct Json::Member {
  std::string name;
  Json value;
  int line = 0;  // of the name
  int column = 0;
};

struct JsonLimits {
  std::size_t bytes = 32u << 20;
  int depth = 128;
};

/// What reading gave. With an error note (`notes` not empty and `ok` false) the value is null.
/// Duplicate keys and numbers that a double cannot hold are notes too (rule evidence-ambiguous),
/// with `ok` true. A BOM is skipped.
struct JsonRead {
  bool ok = false;
  Json value;
  std::vector<Note> notes;
};
JsonRead read_json(std::string_view bytes, const JsonLimits& limits = {});

/// One value a line (NDJSON), as an array. A last line that breaks off is left out, with a note of
/// the rule evidence-ambiguous; any other line that cannot be read is an error.
JsonRead read_json_lines(std::string_view bytes, const JsonLimits& limits = {});

/// Members sorted by name, UTF-8, no trailing blanks. `indent` 0 gives one line. Ends without a
/// newline. `<`, `>`, `&`, U+2028 and U+2029 are escaped, so that the text may stand in a script.
std::string write_json(const Json& value, int indent = 2);

}  // namespace muster
