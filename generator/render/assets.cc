#include "render/assets.h"

#include <set>

#include "base/text.h"
#include "render/embedded.h"
#include "render/render.h"

namespace muster {
namespace {

constexpr std::string_view kIcons = "icons.svg";
constexpr std::string_view kUse = "<use href=\"#";
constexpr std::string_view kSymbol = "<symbol id=\"";
constexpr std::string_view kHatch =
    "<defs><pattern id=\"m_hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect "
    "width=\"5\" height=\"5\"/><path d=\"M-1 6 6-1\"/></pattern></defs>";

std::string_view embedded(std::string_view path) {
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == path) return file.text;
  return {};
}

// The quoted text that begins at `position`.
std::string_view quoted(std::string_view text, std::size_t position) {
  return text.substr(position, text.find('"', position) - position);
}

std::set<std::string_view> icons_used(std::string_view page) {
  std::set<std::string_view> used;
  for (std::size_t at = page.find(kUse); at != std::string_view::npos;
       at = page.find(kUse, at + kUse.size()))
    used.insert(quoted(page, at + kUse.size()));
  return used;
}

}  // namespace

std::string sprite_for(std::string_view page) {
  const std::set<std::string_view> used = icons_used(page);
  std::string symbols;
  for (const std::string_view line : split_lines(embedded(kIcons)))
    if (line.starts_with(kSymbol) && used.contains(quoted(line, kSymbol.size()))) symbols += line;
  const bool bars = page.find("class=\"bar\"") != std::string_view::npos;
  return cat({"<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\">",
              bars ? kHatch : std::string_view(), symbols, "</svg>"});
}

std::vector<OutputFile> assets() {
  std::vector<OutputFile> files;
  for (const std::string_view path : {"icon.svg", "muster.css", "muster.js"})
    files.push_back({std::string(path), std::string(embedded(cat({"assets/", path})))});
  return files;
}

}  // namespace muster
