// The templates: the built-in ones, and those of a workspace in their place.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "render/render.h"
#include "render/scan.h"

namespace muster {

/// Text by name ("gaps", "document/item"). Page templates stand at the root of templates/, partials
/// in its folders.
using TemplateTexts = std::map<std::string, std::string, std::less<>>;

struct TemplateSet {
  TemplateTexts texts;
  std::set<std::string, std::less<>> own;  // names of those that are not built in
  std::string folder;                      // that those come from
};

/// How a message names the file of a template: "docs/pages/gaps.mustache".
std::string shown_file(const TemplateSet& set, std::string_view name);

Result<TemplateSet> read_templates(const std::optional<TemplateFolder>& overrides);

/// Every page template, checked.
Result<std::map<std::string, ScannedTemplate, std::less<>>> scan_templates(const TemplateSet& set);

}  // namespace muster
