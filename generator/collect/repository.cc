#include "collect/repository.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/files.h"
#include "base/text.h"
#include "collect/git_config.h"
#include "collect/notices.h"

namespace muster {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSmallFile = 1u << 20;

enum class FileKind { missing, folder, regular, link, other };

FileKind kind_of(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return FileKind::missing;
  if (S_ISDIR(status.st_mode)) return FileKind::folder;
  if (S_ISREG(status.st_mode)) return FileKind::regular;
  return S_ISLNK(status.st_mode) ? FileKind::link : FileKind::other;
}

Error refuse(const std::string& shown, std::string_view what, std::string help) {
  return make_error(ExitCode::source, cat({"the repository at ", shown_path(shown), " ", what}),
                    std::move(help));
}

std::optional<fs::path> real_path(const fs::path& path) {
  std::error_code error;
  fs::path result = fs::canonical(path, error);
  if (error) return std::nullopt;
  return result;
}

bool same_place(const fs::path& a, const fs::path& b) {
  const std::optional<fs::path> first = real_path(a);
  return first && first == real_path(b);
}

bool looks_like_git_folder(const fs::path& folder) {
  return kind_of(folder / "HEAD") != FileKind::missing &&
         kind_of(folder / "objects") != FileKind::missing;
}

/// How many folders up the top of a repository is, or 0.
int levels_to_top(const fs::path& location) {
  int levels = 0;
  for (fs::path folder = location; folder.has_relative_path(); folder = folder.parent_path()) {
    ++levels;
    if (kind_of(folder.parent_path() / ".git") != FileKind::missing) return levels;
  }
  return 0;
}

Error not_a_repository(const fs::path& location, const std::string& shown) {
  std::string help = "name the top folder of a git repository, or make one with `git init`";
  const int levels = levels_to_top(location);
  if (levels > 0) {
    std::string up = "..";
    for (int i = 1; i < levels; ++i) up += "/..";
    help = cat({"the top of the repository is ", in_quotes(up), " from there: name that folder"});
  }
  return make_error(ExitCode::source, cat({"there is no git repository at ", shown_path(shown)}),
                    std::move(help));
}

// ---- a .git file: of a linked worktree or a submodule
// --------------------------------------------

std::string first_line_of(std::string_view text) { return std::string(trim(text)); }

/// A linked worktree: its folder is `…/worktrees/NAME`, and names the .git file that led there.
bool links_back_as_worktree(const fs::path& target, const fs::path& git_file,
                            const std::string& shown, fs::path& common) {
  if (target.parent_path().filename() != "worktrees") return false;
  const Result<std::string> back = read_git_file(target / "gitdir", kSmallFile, shown);
  const Result<std::string> up = read_git_file(target / "commondir", kSmallFile, shown);
  if (!back || !up || back->empty() || up->empty()) return false;
  common = target.parent_path().parent_path();
  return same_place(target / first_line_of(*back), git_file) &&
         same_place(target / first_line_of(*up), common);
}

/// A submodule: its folder lies under `…/modules/`, and its configuration names the worktree.
bool links_back_as_submodule(const fs::path& target, const fs::path& worktree,
                             const std::string& shown, fs::path& common) {
  const bool in_modules = std::find(target.begin(), target.end(), "modules") != target.end();
  const Result<std::string> config = read_git_file(target / "config", kSmallFile, shown);
  if (!in_modules || !config) return false;
  const std::string named = GitConfig(*config).get("core.worktree");
  common = target;
  return !named.empty() && same_place(target / named, worktree);
}

Result<Repository> follow_git_file(Repository repository, const fs::path& git_file) {
  constexpr std::string_view kKey = "gitdir:";
  const std::string& shown = repository.shown;
  const Result<std::string> text = read_git_file(git_file, kSmallFile, shown);
  if (!text) return text.error();
  const std::string help = "name the repository that it belongs to, or a clone of it";
  if (!text->starts_with(kKey)) return refuse(shown, "has a .git file that names no folder", help);
  const fs::path named = first_line_of(std::string_view(*text).substr(kKey.size()));
  const std::optional<fs::path> target = real_path(repository.worktree / named);
  if (!target) return refuse(shown, "has a .git file that leads to no folder", help);
  repository.git = *target;
  if (links_back_as_worktree(*target, git_file, shown, repository.common) ||
      links_back_as_submodule(*target, repository.worktree, shown, repository.common))
    return repository;
  return refuse(shown, "has a .git file that leads to a repository which does not know it", help);
}

Result<Repository> locate(const RepositoryPlace& place) {
  const std::string& shown = place.shown;
  const std::optional<fs::path> top = real_path(place.location);
  if (!top || !fs::is_directory(*top))
    return make_error(ExitCode::source, cat({"there is no folder ", shown_path(shown)}),
                      "clone the repository there, or correct the path");
  Repository repository;
  repository.name = place.name;
  repository.shown = shown;
  const fs::path dot_git = *top / ".git";
  switch (kind_of(dot_git)) {
    case FileKind::folder:
      repository.worktree = *top;
      repository.git = repository.common = dot_git;
      if (!looks_like_git_folder(dot_git)) return not_a_repository(*top, shown);
      return repository;
    case FileKind::regular:
      repository.worktree = *top;
      return follow_git_file(std::move(repository), dot_git);
    case FileKind::missing:
      if (!looks_like_git_folder(*top)) return not_a_repository(*top, shown);
      repository.git = repository.common = *top;
      return repository;
    case FileKind::link:
      return refuse(shown, "has a symbolic link as its .git, which is not followed",
                    "name the folder that holds the real .git");
    case FileKind::other:
      break;
  }
  return refuse(shown, "has a .git that is neither a folder nor a file", "clone it anew");
}

// ---- owner
// ---------------------------------------------------------------------------------------

/// Root by way of sudo also owns what the user behind it owns, as git has it.
std::optional<unsigned long> sudo_user() {
  const char* text = std::getenv("SUDO_UID");
  if (geteuid() != 0 || text == nullptr || *text == '\0') return std::nullopt;
  char* end = nullptr;
  const unsigned long uid = std::strtoul(text, &end, 10);
  if (*end != '\0') return std::nullopt;
  return uid;
}

bool is_ours(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return false;
  return status.st_uid == geteuid() || sudo_user() == static_cast<unsigned long>(status.st_uid);
}

/// A path as a shell takes it for one word.
std::string for_shell(const std::string& path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return is_alnum(c) || std::string_view("/._-+,:=@%~").find(c) != std::string_view::npos;
  });
  return plain ? path : cat({"'", replace_all(path, "'", "'\\''"), "'"});
}

std::optional<Error> check_owner(const Repository& repository,
                                 const std::vector<fs::path>& trusted) {
  const fs::path& top = repository.bare() ? repository.git : repository.worktree;
  const auto names_it = [&](const fs::path& path) { return same_place(path, top); };
  if (std::any_of(trusted.begin(), trusted.end(), names_it)) return std::nullopt;
  const bool ours = is_ours(top) && is_ours(repository.git) && is_ours(repository.common) &&
                    (repository.bare() || is_ours(top / ".git"));
  if (ours) return std::nullopt;
  const std::string path = repository.shown.empty() ? "." : for_shell(repository.shown);
  return refuse(repository.shown, "belongs to another user",
                cat({"if you trust what is in it, add `--trust-repository ", path, "`"}));
}

// ---- kinds of files, and objects elsewhere
// -------------------------------------------------------

std::optional<Error> check_regular(const fs::path& path, const std::string& name,
                                   const std::string& shown) {
  const FileKind kind = kind_of(path);
  if (kind == FileKind::missing || kind == FileKind::regular) return std::nullopt;
  return refuse(shown, cat({"has ", in_quotes(name), ", which is not a regular file"}),
                "clone it anew");
}

/// Every entry of a folder of the repository has the kind that git gives it.
std::optional<Error> check_entries(const fs::path& folder, const std::string& name,
                                   const std::string& shown, bool folders_allowed) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const FileKind kind = kind_of(entry.path());
    if (kind == FileKind::regular || (folders_allowed && kind == FileKind::folder)) continue;
    return refuse(shown,
                  cat({"has ", in_quotes(cat({name, "/", entry.path().filename().string()})),
                       ", which is not a regular file"}),
                  "clone it anew");
  }
  if (error)
    return refuse(shown, cat({"cannot be read: ", in_quotes(name), ": ", error.message()}),
                  "check the permissions there");
  return std::nullopt;
}

std::optional<Error> check_objects(const Repository& repository) {
  const std::string& shown = repository.shown;
  const fs::path objects = repository.common / "objects";
  if (kind_of(objects) != FileKind::folder)
    return refuse(shown, "keeps its objects behind a link, which is not followed",
                  "clone it anew, or name the repository that has them");
  if (auto error = check_entries(objects, "objects", shown, true)) return error;
  for (const std::string name : {"pack", "info"}) {
    if (kind_of(objects / name) == FileKind::missing) continue;
    if (auto error = check_entries(objects / name, "objects/" + name, shown, true)) return error;
  }
  const Result<std::string> alternates =
      read_git_file(objects / "info" / "alternates", kSmallFile, shown);
  if (!alternates) return alternates.error();
  if (!trim(*alternates).empty())
    return refuse(shown, "borrows objects of another repository (objects/info/alternates)",
                  "make it whole with `git repack -a -d` and remove that file");
  return std::nullopt;
}

// ---- format
// --------------------------------------------------------------------------------------

std::optional<Error> check_format(const GitConfig& config, const std::string& shown) {
  constexpr std::array<std::string_view, 6> kHarmless = {
      "extensions.noop",         "extensions.noop-v1",        "extensions.preciousobjects",
      "extensions.partialclone", "extensions.worktreeconfig", "extensions.relativeworktrees"};
  const std::string version = config.get("core.repositoryformatversion");
  if (!version.empty() && version != "0" && version != "1")
    return refuse(shown,
                  cat({"has the format version ", in_quotes(version), ", which is not known"}),
                  "read it with a newer muster");
  const std::string hash = lower(config.get("extensions.objectformat"));
  if (!hash.empty() && hash != "sha1")
    return refuse(shown, cat({"names its objects by ", in_quotes(hash), ", not by SHA-1"}),
                  "muster reads SHA-1 repositories only: convert it, or clone from one that is");
  const std::string references = lower(config.get("extensions.refstorage"));
  if (!references.empty() && references != "files")
    return refuse(shown, cat({"keeps its references as ", in_quotes(references), ", not as files"}),
                  "convert it with `git refs migrate --ref-format=files`");
  for (const std::string& name : config.names("extensions.")) {
    const bool known = std::find(kHarmless.begin(), kHarmless.end(), name) != kHarmless.end() ||
                       name == "extensions.objectformat" || name == "extensions.refstorage";
    if (!known && version == "1")
      return refuse(shown, cat({"uses the extension ", in_quotes(name), ", which is not known"}),
                    "read it with a newer muster, or clone it without that extension");
  }
  return std::nullopt;
}

/// What changes the history in git's eyes, and not in ours.
void note_rewrites(Repository& repository, const GitConfig& config) {
  const auto note = [&](std::string_view what) {
    repository.notices.push_back(
        make_notice(Severity::note, "source-incomplete",
                    cat({"repository ", in_quotes(repository.name), " has ", what})));
  };
  if (fs::exists(repository.common / "info" / "grafts"))
    note("grafts (info/grafts), which are not followed");
  if (fs::exists(repository.common / "refs" / "replace"))
    note("replaced objects (refs/replace), which are read as they were");
  const std::string worktree = config.get("core.worktree");
  const bool elsewhere = !worktree.empty() && !repository.bare() &&
                         !same_place(repository.git / worktree, repository.worktree);
  if (elsewhere) note("a worktree elsewhere (core.worktree), which is not read");
}

}  // namespace

Result<std::string> read_git_file(const fs::path& path, std::size_t limit,
                                  const std::string& shown) {
  const FileKind kind = kind_of(path);
  if (kind == FileKind::missing) return std::string();
  const std::string name = path.filename().string();
  if (auto error = check_regular(path, name, shown)) return *error;
  Result<std::string> bytes = read_file(path, limit, false);
  if (bytes) return bytes;
  return refuse(shown, cat({"has ", in_quotes(name), ", which cannot be read"}),
                "check its permissions and its size");
}

Result<Repository> find_repository(const RepositoryPlace& place,
                                   const std::vector<fs::path>& trusted) {
  const std::string& shown = place.shown;
  Result<Repository> located = locate(place);
  if (!located) return located;
  Repository& repository = *located;
  if (auto error = check_owner(repository, trusted)) return *error;
  if (auto error = check_regular(repository.git / "HEAD", "HEAD", shown)) return *error;
  if (kind_of(repository.common / "refs") == FileKind::link)
    return refuse(shown, "keeps its references behind a link, which is not followed",
                  "clone it anew");
  const Result<std::string> text = read_git_file(repository.common / "config", kSmallFile, shown);
  if (!text) return text.error();
  const GitConfig config(*text);
  if (auto error = check_format(config, shown)) return *error;
  if (auto error = check_objects(repository)) return *error;
  repository.partial = !config.get("extensions.partialclone").empty();
  note_rewrites(repository, config);
  return located;
}

}  // namespace muster
