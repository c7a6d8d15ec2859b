// What compose hands to render and render to publish: addresses, page data, files.
// Text is escaped by type: a template can do nothing but name a value, and a Text always comes out
// escaped.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace muster {

/// Text that may stand between tags and in a quoted attribute: & < > " ' as entities, control
/// characters and bidi overrides as visible escapes.
std::string escape_html(std::string_view text);

/// Markup that is safe as it is. Only compose/prose.cc and render/ make it (the layers test says
/// so).
class Html {
 public:
  Html() = default;
  static Html trusted(std::string markup) { return Html(std::move(markup)); }
  const std::string& str() const { return markup_; }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

/// An address that may stand in href or src: relative, `#…`, http, https or mailto. Anything else
/// becomes `#`.
class Url {
 public:
  Url() = default;
  /// Checks the scheme, after control characters and spaces are gone; percent-encodes what may not
  /// stand in a URL.
  explicit Url(std::string_view text);
  const std::string& str() const { return text_; }
  bool outside() const;  // leaves the site
  bool refused() const { return refused_; }

 private:
  std::string text_ = "#";
  bool refused_ = false;
};

/// Page data: text (escaped), markup, address, flag, list or object.
class Data {
 public:
  using List = std::vector<Data>;
  using Object = std::map<std::string, Data, std::less<>>;

  Data() : value_(false) {}
  Data(std::string text) : value_(std::move(text)) {}  // NOLINT: data is made from what it holds
  Data(std::string_view text) : value_(std::string(text)) {}    // NOLINT
  Data(const char* text) : value_(std::string(text)) {}         // NOLINT
  Data(Html markup) : value_(std::move(markup)) {}              // NOLINT
  Data(Url url) : value_(std::move(url)) {}                     // NOLINT
  Data(bool flag) : value_(flag) {}                             // NOLINT
  Data(int number) : value_(std::to_string(number)) {}          // NOLINT
  Data(std::size_t number) : value_(std::to_string(number)) {}  // NOLINT
  Data(List list) : value_(std::move(list)) {}                  // NOLINT
  Data(Object object) : value_(std::move(object)) {}            // NOLINT

  const std::variant<std::string, Html, Url, bool, List, Object>& value() const { return value_; }

 private:
  std::variant<std::string, Html, Url, bool, List, Object> value_;
};

/// One page: its path below the site's root, its template, and all that the template may name.
struct Page {
  std::string path;           // "latest/gaps/index.html"
  std::string template_name;  // "gaps"
  Data::Object data;
};

/// A file of the site, ready to be written.
struct OutputFile {
  std::string path;
  std::string bytes;
};

}  // namespace muster
