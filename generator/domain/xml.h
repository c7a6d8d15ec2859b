// An XML document as a tree, made by parse. No document type, no entities of its own.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace muster {

struct Xml {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Xml> children;  // elements only
  std::string text;           // of its own, joined
  int line = 0;

  /// The value of an attribute, or null.
  const std::string* attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
      if (key == wanted) return &value;
    return nullptr;
  }
  /// The first child of that name, or null.
  const Xml* child(std::string_view wanted) const {
    for (const Xml& one : children)
      if (one.name == wanted) return &one;
    return nullptr;
  }
};

/// With `ok` false the tree is empty and `notes` say why.
struct XmlRead {
  bool ok = false;
  Xml root;
  std::vector<Note> notes;
};

}  // namespace muster
