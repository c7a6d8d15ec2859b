// The templates: the built-in ones, and those of a workspace in their place.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "render/scan.h"

namespace muster {

/// Text by name ("gaps", "document/item"). Page templates stand at the root of templates/, partials
/// in its folders.
using TemplateTexts = std::map<std::string, std::string, std::less<>>;

Result<TemplateTexts> read_templates(const std::optional<std::filesystem::path>& overrides);

/// Every page template, checked.
Result<std::map<std::string, ScannedTemplate, std::less<>>> scan_templates(
    const TemplateTexts& texts);

}  // namespace muster
