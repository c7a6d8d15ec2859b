// XML by pugixml, which follows no document type and knows no entity but the five of XML itself.
// A declaration of entities is refused all the same: what it says would be lost.
#include <algorithm>
#include <optional>
#include <pugixml.hpp>

#include "base/text.h"
#include "parse/parse.h"

namespace muster {
namespace {

XmlRead refuse(std::string message, int line = 0) {
  XmlRead read;
  read.notes.push_back({"evidence-unreadable", std::move(message),
                        "Write the report again with the tool that makes it.", line, 0});
  return read;
}

class Lines {
 public:
  explicit Lines(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', at + 1))
      ends_.push_back(at);
  }
  int at(std::ptrdiff_t offset) const {
    const auto end = std::lower_bound(ends_.begin(), ends_.end(), static_cast<std::size_t>(offset));
    return static_cast<int>(end - ends_.begin()) + 1;
  }

 private:
  std::vector<std::size_t> ends_;
};

class TreeMaker {
 public:
  TreeMaker(const Lines& lines, const XmlLimits& limits) : lines_(lines), limits_(limits) {}

  Xml make(const pugi::xml_node& node, int depth) {
    Xml xml;
    xml.name = node.name();
    xml.line = lines_.at(node.offset_debug());
    too_much_ = too_much_ || depth > limits_.depth || ++elements_ > limits_.elements;
    if (too_much_) return xml;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      doubled_ = doubled_ || xml.attribute(attribute.name()) != nullptr;
      xml.attributes.emplace_back(attribute.name(), attribute.value());
    }
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_element)
        xml.children.push_back(make(child, depth + 1));
      else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        xml.text += child.value();
    }
    return xml;
  }

  bool too_much() const { return too_much_; }
  bool doubled() const { return doubled_; }

 private:
  const Lines& lines_;
  const XmlLimits& limits_;
  std::size_t elements_ = 0;
  bool too_much_ = false;
  bool doubled_ = false;  // an attribute stands twice
};

// pugixml takes a list of elements, and text between them.
std::optional<std::string> why_no_document(const pugi::xml_document& document) {
  int roots = 0;
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_element) ++roots;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
      return "text stands beside its root";
  }
  if (roots == 1) return std::nullopt;
  return roots == 0 ? "it has no element" : "it has more than one root";
}

}  // namespace

XmlRead parse_xml(std::string_view bytes, const XmlLimits& limits) {
  if (bytes.size() > limits.bytes)
    return refuse(
        cat({"it is over the limit of ", number(static_cast<long long>(limits.bytes)), " bytes"}));
  if (bytes.find("<!ENTITY") != std::string_view::npos)
    return refuse("it declares entities, which are not followed");
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
  const Lines lines(bytes);
  if (!result)
    return refuse(cat({"it is no XML: ", lower(result.description())}), lines.at(result.offset));
  if (const std::optional<std::string> why = why_no_document(document)) return refuse(*why);
  TreeMaker maker(lines, limits);
  XmlRead read;
  read.root = maker.make(document.document_element(), 0);
  if (maker.too_much()) return refuse("it has too many elements, or they stand too deep");
  if (maker.doubled()) return refuse("an attribute stands twice in one element");
  read.ok = true;
  return read;
}

}  // namespace muster
