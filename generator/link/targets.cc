#include "link/targets.h"

#include "base/text.h"
#include "link/paths.h"

namespace muster {
namespace {

std::string_view name_in(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

Targets::Targets(const Workspace& workspace, const Version& version)
    : workspace_(workspace), version_(version) {
  by_name_.resize(version.snapshots.size());
  for (std::size_t i = 0; i < version.snapshots.size(); ++i)
    for (const FileEntry& file : version.snapshots[i].files)
      if (file.kind == EntryKind::file) by_name_[i][name_in(file.path)].push_back(&file);
}

Target Targets::at(RepoId repo, std::string path) const {
  Target target{repo, std::move(path), nullptr};
  if (repo.n >= version_.snapshots.size()) return target;
  const FileEntry* entry = version_.snapshots[repo.n].find(target.path);
  if (entry != nullptr && entry->kind == EntryKind::file) target.file = entry;
  return target;
}

// "job-finder-FE/docs/a.md" by the name of a repository.
std::optional<Target> Targets::by_repository_name(std::string_view path) const {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  for (std::size_t i = 0; i < workspace_.repos.size(); ++i)
    if (equals_ignoring_case(workspace_.repos[RepoId(i)].name, path.substr(0, slash)))
      return at(RepoId(i), std::string(path.substr(slash + 1)));
  return std::nullopt;
}

// In the order in which they are looked up.
std::vector<Target> Targets::candidates(RepoId repo, std::string_view document,
                                        const std::string& path) const {
  std::vector<Target> found;
  std::string outside;
  const auto below = resolve_path(folder_of(document), path, &outside);
  if (below && !path.starts_with('/')) found.push_back(at(repo, *below));
  if (const auto top = resolve_path("", path)) found.push_back(at(repo, *top));
  const auto named = by_repository_name(below ? path : outside);
  if (named && (named->repo != repo || named->file != nullptr)) found.push_back(*named);
  return found;
}

std::vector<const FileEntry*> Targets::ending_in(RepoId repo, std::string_view path) const {
  std::vector<const FileEntry*> found;
  if (repo.n >= by_name_.size()) return found;
  const auto named = by_name_[repo.n].find(name_in(path));
  if (named == by_name_[repo.n].end()) return found;
  const std::string end = cat({"/", path});
  for (const FileEntry* file : named->second)
    if (file->path.ends_with(end)) found.push_back(file);
  return found;
}

std::optional<Target> Targets::find(RepoId repo, std::string_view document,
                                    std::string_view written, bool link) const {
  const std::string path = clean_target(written);
  if (path.empty()) return std::nullopt;
  const std::vector<Target> found = candidates(repo, document, path);
  for (const Target& target : found)
    if (target.file != nullptr) return target;
  if (found.empty() || !looks_like_file(path) || path.starts_with('/')) return std::nullopt;
  if (!link) {
    const std::vector<const FileEntry*> elsewhere = ending_in(repo, path);
    if (elsewhere.size() > 1) return std::nullopt;
    if (elsewhere.size() == 1) return Target{repo, elsewhere[0]->path, elsewhere[0]};
  }
  // Not there: a repository's name in front decides, then a link counts from its folder, and a path
  // in the text from the top.
  if (found.back().repo != repo) return found.back();
  return link || path.starts_with("..") ? found.front() : found.back();
}

std::optional<Target> Targets::find_web(std::string_view url) const {
  for (std::size_t i = 0; i < workspace_.repos.size(); ++i) {
    std::string web = workspace_.repos[RepoId(i)].web;
    while (web.ends_with('/')) web.pop_back();
    const std::string files = web + "/blob/";
    if (web.empty() || !url.starts_with(files)) continue;
    const std::string rest = clean_target(url.substr(files.size()));
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos) return std::nullopt;
    return at(RepoId(i), rest.substr(slash + 1));
  }
  return std::nullopt;
}

}  // namespace muster
