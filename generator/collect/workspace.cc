// The workspace: its repository, its muster.yaml, and the siblings that the file names.
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <set>
#include <utility>

#include "base/files.h"
#include "base/text.h"
#include "collect/access.h"
#include "collect/config.h"
#include "collect/notices.h"
#include "collect/references.h"
#include "collect/trees.h"

namespace muster {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kConfigBytes = 1u << 20;

/// A configuration file, found and read.
struct ConfigFile {
  std::string bytes;
  std::string path;  // relative to the workspace
  fs::path folder;   // that the paths in it start from
};

Error config_error(const std::string& path, std::string message, std::string help) {
  Error error = make_error(ExitCode::usage, std::move(message), std::move(help));
  error.diagnostic.path = path;
  error.diagnostic.rule = "config-invalid";
  return error;
}

Result<ConfigFile> read_named_config(const fs::path& named, const fs::path& top) {
  Result<std::string> bytes = read_file(named, kConfigBytes);
  if (!bytes) {
    Error error = bytes.error();
    error.code = ExitCode::usage;
    error.diagnostic.help = "name a file of at most 1 MiB with --config";
    return error;
  }
  std::error_code failed;
  const fs::path file = fs::canonical(named, failed);
  const fs::path relative = file.lexically_relative(top);
  const bool inside = !failed && !relative.empty() && *relative.begin() != "..";
  // Of a file elsewhere only its name is shown: the rest would be a path of this machine.
  const std::string path = inside ? relative.generic_string() : "../" + named.filename().string();
  return ConfigFile{std::move(*bytes), path, file.parent_path()};
}

/// Of standard input; its paths start from the folder of the caller.
Result<ConfigFile> read_typed_config() {
  ConfigFile file;
  if (!read_all(STDIN_FILENO, kConfigBytes, file.bytes) || file.bytes.size() > kConfigBytes)
    return make_error(ExitCode::usage, "standard input holds no configuration that can be read",
                      "a configuration is a text of at most 1 MiB");
  std::error_code failed;
  file.folder = fs::current_path(failed);
  file.path = "../standard-input";
  return file;
}

Result<std::optional<ConfigFile>> read_worktree_config(const fs::path& top) {
  const fs::path file = top / kConfigName;
  struct stat status {};
  if (lstat(file.c_str(), &status) != 0) return std::optional<ConfigFile>();
  if (!S_ISREG(status.st_mode))
    return config_error(std::string(kConfigName), "the configuration is not a regular file",
                        "put the file itself there, or name it with --config");
  Result<std::string> bytes = read_file(file, kConfigBytes, false);
  if (!bytes) {
    Error error = bytes.error();
    error.diagnostic.help = "a configuration is a text of at most 1 MiB that you may read";
    return error;
  }
  return std::optional(ConfigFile{std::move(*bytes), std::string(kConfigName), top});
}

/// Of a bare repository: from the tip of the branch checked out.
Result<std::optional<ConfigFile>> read_bare_config(Access& access) {
  Notices ignored;  // collect_history tells them
  const Result<References> references = read_references(access.repository, access.store, ignored);
  if (!references) return references.error();
  if (!references->head) return std::optional<ConfigFile>();
  const RawObject commit = access.store.read(*references->head, kConfigBytes);
  TreeReader trees(access.store);
  std::string problem;
  const std::shared_ptr<const Tree> tree =
      trees.read(parse_commit(*references->head, commit.bytes).tree, problem);
  if (!tree) return std::optional<ConfigFile>();
  for (const TreeEntry& entry : tree->entries) {
    if (entry.name != kConfigName) continue;
    RawObject blob = access.store.read(entry.id, kConfigBytes);
    if (entry.kind != TreeEntryKind::file || blob.kind != ObjectKind::blob)
      return config_error(std::string(kConfigName), "the configuration cannot be read",
                          cat({"object ", entry.id.hex(), " ", blob.problem}));
    return std::optional(
        ConfigFile{std::move(blob.bytes), std::string(kConfigName), access.repository.git});
  }
  return std::optional<ConfigFile>();
}

Result<std::optional<ConfigFile>> find_config(Access& access, const CollectOptions& options) {
  const Repository& repository = access.repository;
  if (options.config) {
    Result<ConfigFile> file =
        *options.config == "-"
            ? read_typed_config()
            : read_named_config(*options.config,
                                repository.bare() ? repository.git : repository.worktree);
    if (!file) return file.error();
    return std::optional(std::move(*file));
  }
  return repository.bare() ? read_bare_config(access) : read_worktree_config(repository.worktree);
}

/// Siblings are there, are other repositories than those before them, and can be opened.
std::optional<Error> check_siblings(const Workspace& workspace,
                                    const std::vector<Diagnostic>& places,
                                    const CollectOptions& options) {
  std::set<fs::path> known;
  for (std::size_t i = 0; i < workspace.repos.size(); ++i) {
    const RepoId repo(i);
    const Repo& row = workspace.repos[repo];
    Result<Access> access = open_repository(workspace, repo, options);
    std::optional<Error> error;
    if (!access) {
      error = access.error();
    } else if (!known.insert(access->repository.git).second) {
      error = make_error(ExitCode::usage,
                         cat({"repository ", in_quotes(row.name),
                              " is named twice, or is the "
                              "workspace itself"}),
                         "remove one of the two");
    }
    if (!error) continue;
    if (i == 0) return error;
    Diagnostic& diagnostic = error->diagnostic;
    diagnostic.path = places[i].path;
    diagnostic.line = places[i].line;
    diagnostic.column = places[i].column;
    diagnostic.source_line = places[i].source_line;
    return error;
  }
  return std::nullopt;
}

}  // namespace

Result<Workspace> collect_workspace(const CollectOptions& options) {
  prepare_git();
  Workspace workspace;
  Repo own;
  std::error_code failed;
  own.location = fs::absolute(options.directory, failed).string();
  workspace.repos.add(own);
  Result<Access> access = open_repository(workspace, RepoId(0), options);
  if (!access) return access.error();
  const Repository& repository = access->repository;
  Repo& row = workspace.repos[RepoId(0)];
  row.name = kWorkspaceName;
  row.shown_location = ".";
  row.location = (repository.bare() ? repository.git : repository.worktree).string();

  const Result<std::optional<ConfigFile>> file = find_config(*access, options);
  if (!file) return file.error();
  if (!*file) return workspace;
  workspace.config_path = (*file)->path;
  const std::string shown = !options.config          ? (*file)->path
                            : *options.config == "-" ? std::string("standard input")
                                                     : options.config->generic_string();
  Result<ConfigRead> read = parse_config((*file)->bytes, shown, std::move(workspace),
                                         {options.rules, &options.vocabulary});
  if (!read) return read.error();
  Workspace& configured = read->workspace;
  for (std::size_t i = 1; i < configured.repos.size(); ++i) {
    Repo& sibling = configured.repos[RepoId(i)];
    sibling.location = ((*file)->folder / sibling.location).lexically_normal().string();
  }
  if (!configured.versions.branches.empty())
    configured.repos[RepoId(0)].branch = configured.versions.branches.front();
  if (auto error = check_siblings(configured, read->places, options)) return *error;
  return std::move(configured);
}

}  // namespace muster
