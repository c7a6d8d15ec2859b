#include "collect/selection.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "collect/notices.h"

namespace muster {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The extension in lower case, without its dot.
std::string extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : lower(name.substr(dot + 1));
}

bool is_markdown(std::string_view path) {
  constexpr std::array<std::string_view, 4> kExtensions = {"md", "markdown", "mdown", "mkd"};
  return is_one_of(extension(path), kExtensions);
}

bool is_vendored(std::string_view component) {
  constexpr std::array<std::string_view, 3> kFolders = {"node_modules", "vendor", "third_party"};
  return is_one_of(component, kFolders) || component.starts_with(".git");
}

/// Forms to be filled in: the boxes in them are nobody's work.
bool is_template(std::string_view component) {
  constexpr std::array<std::string_view, 3> kFolders = {"templates", "_templates",
                                                        "issue_template"};
  const std::string name = lower(component);
  return is_one_of(name, kFolders) || name.starts_with("issue_template.") ||
         name.starts_with("pull_request_template");
}

bool is_default_document(std::string_view path) {
  if (!is_markdown(path)) return false;
  const std::vector<std::string_view> components = split(path, '/');
  return std::none_of(components.begin(), components.end(), [](std::string_view component) {
    return is_vendored(component) || is_template(component);
  });
}

/// Settings of tools, which are JSON or XML too.
bool is_settings(std::string_view path) {
  constexpr std::array<std::string_view, 14> kNames = {
      "package.json",  "package-lock.json",  "npm-shrinkwrap.json",
      "composer.json", "lerna.json",         "nx.json",
      "turbo.json",    "vercel.json",        "angular.json",
      "renovate.json", "deno.json",          "project.json",
      "pom.xml",       "androidmanifest.xml"};
  const std::string name = lower(file_name(path));
  return is_one_of(name, kNames) || name.starts_with("tsconfig") || name.starts_with("jsconfig") ||
         name.starts_with("appsettings") || name.ends_with(".schema.json") ||
         name.ends_with(".config.json");
}

bool is_default_evidence(std::string_view path) {
  constexpr std::array<std::string_view, 5> kExtensions = {"json", "xml", "ndjson", "jsonl",
                                                           "sarif"};
  if (!is_one_of(extension(path), kExtensions) || is_settings(path)) return false;
  const std::vector<std::string_view> components = split(path, '/');
  return std::none_of(components.begin(), components.end(), [](std::string_view component) {
    return is_vendored(component) || component.starts_with('.');
  });
}

bool matches_any(std::string_view path, const std::vector<std::string>& globs) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return matches_glob(path, glob); });
}

bool names_file(std::string_view path, const std::vector<std::string>& globs) {
  return std::find(globs.begin(), globs.end(), path) != globs.end();
}

bool is_document(std::string_view path, const std::vector<std::string>& globs) {
  if (globs.empty()) return is_default_document(path);
  return names_file(path, globs) || (is_markdown(path) && matches_any(path, globs));
}

using Matches = bool(std::string_view path, const std::vector<std::string>& globs);

void find_unmatched(const Snapshot& snapshot, const std::vector<std::string>& globs,
                    const std::string& key, Matches matches, std::vector<Diagnostic>& out) {
  for (const std::string& glob : globs) {
    const std::vector<std::string> one = {glob};
    const auto matched = [&](const FileEntry& file) {
      return file.kind == EntryKind::file && matches(file.path, one);
    };
    if (std::any_of(snapshot.files.begin(), snapshot.files.end(), matched)) continue;
    out.push_back(
        make_notice(Severity::warning, "config-unread",
                    cat({"the glob ", in_quotes(glob), " of ", in_quotes(key), " matches no file"}),
                    "correct it in muster.yaml, or remove it"));
  }
}

}  // namespace

FileUse use_of(const Workspace& workspace, RepoId repo, std::string_view path) {
  const bool own = repo == RepoId(0);
  if (is_document(path, own ? workspace.content : workspace.repos[repo].issues))
    return FileUse::document;
  if (!own) return FileUse::other;
  const std::vector<std::string>& globs = workspace.evidence_files;
  const bool evidence = globs.empty() ? is_default_evidence(path) : matches_any(path, globs);
  return evidence ? FileUse::evidence : FileUse::other;
}

std::vector<Diagnostic> unmatched_globs(const Workspace& workspace, const Version& version) {
  std::vector<Diagnostic> out;
  const Snapshot& own = version.workspace();
  find_unmatched(own, workspace.content, "content", is_document, out);
  find_unmatched(own, workspace.evidence_files, "evidence.files", matches_any, out);
  for (const Snapshot& snapshot : version.snapshots) {
    const Repo& repo = workspace.repos[snapshot.repo];
    find_unmatched(snapshot, repo.issues, cat({"repositories.", repo.name, ".issues"}), is_document,
                   out);
  }
  return out;
}

void select_files(const Workspace& workspace, RepoId repo, std::vector<FileEntry>& files) {
  for (FileEntry& file : files)
    if (file.kind == EntryKind::file) file.use = use_of(workspace, repo, file.path);
}

}  // namespace muster
