// YAML, the strict subset that front matter and muster.yaml use, as a small tree with positions.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace muster {

/// A YAML value. Every scalar is text: `no`, `012` and `2026-01-08` mean what their reader makes of
/// them.
struct Yaml {
  enum class Kind { null, scalar, sequence, mapping };
  struct Member;

  Kind kind = Kind::null;
  std::string text;   // of a scalar
  bool plain = true;  // a scalar without quotes
  std::vector<Yaml> items;
  std::vector<Member> members;  // in the order of the source; no name twice
  int line = 0;
  int column = 0;

  bool is(Kind wanted) const { return kind == wanted; }
  const Yaml* find(std::string_view name) const;
};

struct Yaml::Member {
  std::string name;
  Yaml value;
  int line = 0;  // of the name
  int column = 0;
};

struct YamlLimits {
  std::size_t bytes = 64u << 10;
  int depth = 16;
  int keys = 1000;
};

struct YamlRead {
  bool ok = false;
  Yaml value;  // null where not ok, and for an empty document
  std::vector<Note> notes;
};

/// Anchors, aliases, tags, merge keys, duplicate keys, a second document and tabs as indentation
/// are errors with line and column and a word on how to fix them. `first_line` is the line number
/// of the first line of `bytes` in its file.
YamlRead read_yaml(std::string_view bytes, int first_line = 1, const YamlLimits& limits = {});

}  // namespace muster
