#include "render/loader.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "render/embedded.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".mustache";
constexpr std::size_t kMaxBytes = 1u << 20;  // of one template

std::string name_of(std::string_view path) {
  return std::string(path.substr(0, path.size() - kExtension.size()));
}

std::vector<fs::path> template_files(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(folder, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error))
    if (it->path().extension() == kExtension) files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<TemplateTexts> read_templates(const std::optional<fs::path>& overrides) {
  TemplateTexts texts;
  for (const EmbeddedFile& file : embedded_files())
    if (file.path.ends_with(kExtension)) texts[name_of(file.path)] = std::string(file.text);
  if (!overrides) return texts;

  std::error_code error;
  const std::vector<fs::path> files = template_files(*overrides, error);
  if (error)
    return make_error(ExitCode::usage,
                      "the folder of templates cannot be read: " + error.message());
  for (const fs::path& file : files) {
    const std::string path = file.lexically_relative(*overrides).generic_string();
    Result<std::string> text = read_file(file, kMaxBytes, false);
    if (!text) return text.error();
    if (find_invalid_utf8(*text) != std::string::npos)
      return make_error(ExitCode::usage, cat({"templates/", path, " is not UTF-8 text"}));
    texts[name_of(path)] = std::move(*text);
  }
  return texts;
}

Result<std::map<std::string, ScannedTemplate, std::less<>>> scan_templates(
    const TemplateTexts& texts) {
  const TemplateSource source = [&](std::string_view name) -> std::optional<std::string_view> {
    const auto it = texts.find(name);
    if (it == texts.end()) return std::nullopt;
    return it->second;
  };
  std::map<std::string, ScannedTemplate, std::less<>> scanned;
  for (const auto& [name, text] : texts) {
    if (name.find('/') != std::string::npos) continue;
    Result<ScannedTemplate> one = scan_template(name, source);
    if (!one) return one.error();
    scanned[name] = std::move(*one);
  }
  return scanned;
}

}  // namespace muster
