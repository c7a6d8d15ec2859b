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

Targets::Targets(const Workspace& workspace, const Version& version,
                 const std::vector<RepoHistory>& histories)
    : workspace_(workspace), version_(version), histories_(histories) {
  by_name_.resize(version.snapshots.size());
  for (std::size_t i = 0; i < version.snapshots.size(); ++i)
    for (const FileEntry& file : version.snapshots[i].files)
      if (file.kind == EntryKind::file) by_name_[i][name_in(file.path)].push_back(&file);
}

Target Targets::at(RepoId repo, std::string path) const {
  Target target{repo, std::move(path)};
  if (repo.n >= version_.snapshots.size()) return target;
  const FileEntry* entry = version_.snapshots[repo.n].find(target.path);
  if (entry != nullptr && entry->kind == EntryKind::file) target.file = entry;
  if (entry != nullptr && entry->kind == EntryKind::link) target.link = entry;
  return target;
}

std::optional<Target> Targets::follow(const Target& link, std::string_view text) const {
  const std::string path(trim(text));
  if (path.empty() || path.starts_with('/')) return std::nullopt;
  const auto resolved = resolve_path(folder_of(link.path), path);
  return resolved ? std::optional(at(link.repo, *resolved)) : std::nullopt;
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

// "/evidence/a.json" in the text is of a server, unless the repository has a folder "evidence".
bool Targets::is_in_folder(RepoId repo, std::string_view path) const {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || repo.n >= version_.snapshots.size()) return false;
  return version_.snapshots[repo.n].has_folder(path.substr(0, slash));
}

// In the order in which they are looked up.
std::vector<Target> Targets::candidates(RepoId repo, std::string_view document,
                                        const std::string& path) const {
  std::vector<Target> found;
  std::string outside;
  const auto below = resolve_path(folder_of(document), path, &outside);
  if (below && !path.starts_with('/')) found.push_back(at(repo, *below));
  const auto top = resolve_path("", path, &outside);
  if (top) found.push_back(at(repo, *top));
  const auto named = by_repository_name(top ? path : outside);  // ../app/docs/a.md
  if (named && (named->repo != repo || named->file != nullptr)) found.push_back(*named);
  return found;
}

std::vector<Target> Targets::places(RepoId repo, std::string_view document,
                                    std::string_view written) const {
  const std::string path = clean_target(written);
  return path.empty() ? std::vector<Target>() : candidates(repo, document, path);
}

std::optional<Target> Targets::find(RepoId repo, std::string_view document,
                                    std::string_view written, bool link) const {
  const std::string path = clean_target(written);
  const std::vector<Target> found = places(repo, document, written);
  for (const Target& target : found)
    if (target.file != nullptr || target.link != nullptr) return target;
  if (found.empty() || !looks_like_file(path, link)) return std::nullopt;
  if (path.starts_with('/') && !link && !is_in_folder(repo, found.front().path))
    return std::nullopt;
  // Not there: a repository's name in front decides, then a link counts from its folder, and a path
  // in the text from the top.
  if (found.back().repo != repo) return found.back();
  return link || path.starts_with("..") ? found.front() : found.back();
}

std::optional<Target> Targets::find_by_end(RepoId repo, std::string_view written) const {
  const std::string path = clean_target(written);
  if (repo.n >= by_name_.size() || !looks_like_file(path) || path.starts_with('/'))
    return std::nullopt;
  const auto named = by_name_[repo.n].find(name_in(path));
  if (named == by_name_[repo.n].end()) return std::nullopt;
  const std::string end = cat({"/", path});
  const FileEntry* only = nullptr;
  for (const FileEntry* file : named->second) {
    if (!file->path.ends_with(end)) continue;
    if (only != nullptr) return std::nullopt;
    only = file;
  }
  if (only == nullptr) return std::nullopt;
  return Target{repo, only->path, only};
}

// What a URL may call the commit of this version: its branch, and tags that stand on it.
std::vector<std::string> Targets::current_refs(RepoId repo) const {
  const bool of_branch = repo == RepoId(0) && version_.kind == VersionKind::branch;
  std::vector<std::string> refs = {of_branch ? version_.name : workspace_.repos[repo].branch};
  if (repo.n < histories_.size()) {
    const RepoHistory& history = histories_[repo.n];
    if (refs.front().empty()) refs.front() = history.head_branch;
    const std::optional<Commit>& pin = version_.snapshots[repo.n].commit;
    for (const Ref& tag : history.tags)
      if (pin && tag.commit == pin->id) refs.push_back(tag.name);
  }
  std::erase(refs, "");
  return refs;
}

bool Targets::names_pin(RepoId repo, std::string_view ref) const {
  const std::optional<Commit>& pin = version_.snapshots[repo.n].commit;
  return pin && ref.size() >= 7 && pin->id.hex().starts_with(lower(ref));
}

std::optional<Target> Targets::find_web(std::string_view url) const {
  for (std::size_t i = 0; i < workspace_.repos.size() && i < version_.snapshots.size(); ++i) {
    const RepoId repo(i);
    std::string web = workspace_.repos[repo].web;
    while (web.ends_with('/')) web.pop_back();
    const std::string files = web + "/blob/";
    if (web.empty() || !url.starts_with(files)) continue;
    const std::string rest = clean_target(url.substr(files.size()));
    for (const std::string& ref : current_refs(repo))  // may hold slashes
      if (rest.starts_with(ref + "/")) return at(repo, rest.substr(ref.size() + 1));
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos) return std::nullopt;
    Target target = at(repo, rest.substr(slash + 1));
    target.current = names_pin(repo, std::string_view(rest).substr(0, slash));
    return target;
  }
  return std::nullopt;
}

}  // namespace muster
