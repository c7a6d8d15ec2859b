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

Error refused(std::string_view folder, std::string_view why) {
  return make_error(ExitCode::usage,
                    cat({"the folder of templates “", folder, "” cannot be read: ", why}),
                    "correct `templates` below `site` in muster.yaml");
}

// Why this folder is not read, or empty. A link would lead out of the repository.
std::string problem_of(const TemplateFolder& folder) {
  fs::path at = folder.above;
  for (const fs::path& part : fs::path(folder.name)) {
    at /= part;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(at, error);
    if (!fs::exists(status)) return "it does not exist";
    if (fs::is_symlink(status)) return "it lies behind a symbolic link";
    if (!fs::is_directory(status)) return "it is no folder";
  }
  return {};
}

Result<Done> read_own(const TemplateFolder& folder, TemplateSet& set) {
  const std::string problem = problem_of(folder);
  if (!problem.empty()) return refused(folder.name, problem);
  const fs::path top = folder.above / folder.name;
  std::error_code error;
  const std::vector<fs::path> files = template_files(top, error);
  if (error) return refused(folder.name, error.message());
  for (const fs::path& file : files) {
    const std::string path = file.lexically_relative(top).generic_string();
    Result<std::string> text = read_file(file, kMaxBytes, false);
    if (!text) return text.error();
    if (find_invalid_utf8(*text) != std::string::npos)
      return make_error(ExitCode::usage, cat({folder.name, "/", path, " is not UTF-8 text"}),
                        "save it as UTF-8");
    set.texts[name_of(path)] = std::move(*text);
    set.own.insert(name_of(path));
  }
  return Done{};
}

// The scanner knows names only, and takes every file for a built-in one.
std::string shown_instead(const TemplateSet& set, std::string_view file) {
  constexpr std::string_view kFolder = "templates/";
  if (!file.starts_with(kFolder) || !file.ends_with(kExtension)) return std::string(file);
  return shown_file(set, name_of(file.substr(kFolder.size())));
}

}  // namespace

std::string shown_file(const TemplateSet& set, std::string_view name) {
  return cat(
      {set.own.contains(name) ? std::string_view(set.folder) : "templates", "/", name, kExtension});
}

Result<TemplateSet> read_templates(const std::optional<TemplateFolder>& overrides) {
  TemplateSet set;
  for (const EmbeddedFile& file : embedded_files())
    if (file.path.ends_with(kExtension)) set.texts[name_of(file.path)] = std::string(file.text);
  if (!overrides) return set;
  set.folder = overrides->name;
  if (const Result<Done> done = read_own(*overrides, set); !done) return done.error();
  return set;
}

Result<std::map<std::string, ScannedTemplate, std::less<>>> scan_templates(const TemplateSet& set) {
  const TemplateSource source = [&](std::string_view name) -> std::optional<std::string_view> {
    const auto it = set.texts.find(name);
    if (it == set.texts.end()) return std::nullopt;
    return it->second;
  };
  std::map<std::string, ScannedTemplate, std::less<>> scanned;
  for (const auto& [name, text] : set.texts) {
    if (name.find('/') != std::string::npos) continue;
    Result<ScannedTemplate> one = scan_template(name, source);
    if (!one) {
      Error error = one.error();
      error.diagnostic.path = shown_instead(set, error.diagnostic.path);
      return error;
    }
    for (Tag& tag : one->tags) tag.file = shown_instead(set, tag.file);
    scanned[name] = std::move(*one);
  }
  return scanned;
}

}  // namespace muster
