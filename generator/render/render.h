// render: from a page and the templates to bytes. The only stage that knows mustache.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "domain/page.h"

namespace muster {

/// Every template, read and checked. Immutable: threads may share it.
class Templates;

/// A folder of *.mustache files below another that is trusted; no part of `name` may be a link.
struct TemplateFolder {
  std::filesystem::path above;
  std::string name;  // relative to it, and how messages call it: "docs/pages"
};

/// The built-in templates, those of `overrides` in their place. A template
/// that is broken, that escapes nothing (`{{{x}}}`), or that leaves an attribute unquoted is a
/// usage error with file and line.
Result<std::shared_ptr<const Templates>> load_templates(
    const std::optional<TemplateFolder>& overrides);

/// A name that the template uses and the page does not have is an error with template and line.
Result<OutputFile> render(const Templates& templates, const Page& page);

/// Stylesheet, script and icon.
std::vector<OutputFile> assets();

}  // namespace muster
