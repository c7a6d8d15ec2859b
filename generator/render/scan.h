// The check of a template when it is loaded: which tags it has, whether each stands where a value
// is safe, and the partials put in their places. Knows HTML's shape and mustache's tags, and no
// page.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace muster {

enum class TagKind { variable, section, inverted };

/// A tag that names a value, and where it stands.
struct Tag {
  TagKind kind = TagKind::variable;
  std::string name;
  std::string file;  // "templates/gap/register.mustache"
  int line = 0;
};

/// A template with its partials in it. Each name carries the number of its tag (`{{owner@12}}`), so
/// that a name that a page lacks can be told with its file and line.
struct ScannedTemplate {
  std::string text;
  std::vector<Tag> tags;
};

/// The text of a template by its name, or none.
using TemplateSource = std::function<std::optional<std::string_view>(std::string_view name)>;

/// Refused, with file and line: unbalanced sections, sections that begin and end in different
/// places of the markup, tags without escaping (`{{{x}}}`, `{{&x}}`), delimiters of one's own, a
/// value in an unquoted attribute, in the name of a tag or attribute, in a script, a style or a
/// comment, an address that is no checked one (names of addresses end in `href` or `src`), markup
/// in an attribute (names of markup end in `html`), a partial that is missing or contains itself.
Result<ScannedTemplate> scan_template(const std::string& name, const TemplateSource& source);

/// Names that end so hold an address, or markup; all others hold text.
bool names_address(std::string_view name);
bool names_markup(std::string_view name);

}  // namespace muster
