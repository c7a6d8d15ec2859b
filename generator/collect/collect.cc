#include "collect/collect.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "collect/access.h"
#include "collect/config.h"
#include "collect/history.h"
#include "collect/notices.h"
#include "collect/pins.h"
#include "collect/references.h"

namespace muster {

namespace {

constexpr std::size_t kShallowBytes = 4u << 20;
constexpr std::size_t kHeaderBytes = 1u << 20;

/// The commits at which a shallow clone is cut.
Result<std::set<ObjectId>> read_shallow(const Repository& repository) {
  const Result<std::string> text =
      read_git_file(repository.common / "shallow", kShallowBytes, repository.shown);
  if (!text) return text.error();
  std::set<ObjectId> cut;
  for (const std::string_view line : split_lines(*text))
    if (const std::optional<ObjectId> id = ObjectId::from_hex(trim(line))) cut.insert(*id);
  return cut;
}

Error refuse(const Repository& repository, std::string_view what, std::string help) {
  return make_error(ExitCode::source,
                    cat({"the repository at ", shown_path(repository.shown), " ", what}),
                    std::move(help));
}

/// The branch that counts has to have a commit.
std::optional<Error> check_branch(const Repository& repository, const References& references,
                                  const std::string& branch) {
  const std::string& counts = branch.empty() ? references.head_branch : branch;
  const std::vector<std::string>& damaged = references.damaged;
  if (std::binary_search(damaged.begin(), damaged.end(), counts))
    return refuse(repository,
                  cat({"has a branch ", in_quotes(counts), " whose file ",
                       in_quotes("refs/heads/" + counts), " leads to no commit"}),
                  cat({"name its commit anew with `git update-ref refs/heads/", counts,
                       " COMMIT`; the last line of ", in_quotes("logs/refs/heads/" + counts),
                       " in the git folder tells which it was"}));
  if (references.branches.empty() && references.tags.empty() && !references.head)
    return refuse(repository, "has no commit yet", "commit something there first");
  if (branch.empty()) {
    if (references.head) return std::nullopt;
    return refuse(repository,
                  cat({"has the branch ", in_quotes(references.head_branch),
                       " checked out, which has no commit yet"}),
                  "check out a branch that has one, or name it in muster.yaml");
  }
  if (find_ref(references.branches, branch) != nullptr) return std::nullopt;
  std::vector<std::string_view> names;
  for (const Ref& ref : references.branches) names.push_back(ref.name);
  const std::string_view meant = did_you_mean(branch, names);
  return refuse(repository, cat({"has no branch ", in_quotes(branch)}),
                meant.empty() ? "correct the name in muster.yaml, or fetch the branch"
                              : cat({"did you mean ", in_quotes(meant), "?"}));
}

/// What nobody can know of a history without its beginning.
Diagnostic describe_cut(const RepoHistory& history, const std::set<ObjectId>& cut,
                        std::string_view name) {
  Instant newest;
  long long count = 0;
  for (const ObjectId& id : cut) {
    const Commit* commit = commit_of(history, id);
    if (commit == nullptr) continue;
    ++count;
    if (commit->credible_time) newest = std::max(newest, commit->commit_time);
  }
  return make_notice(
      Severity::warning, "source-incomplete",
      cat({"the history of repository ", in_quotes(name), " is cut at ", number(count),
           count == 1 ? " commit" : " commits",
           newest == Instant{} ? ": dates before it are unknown"
                               : cat({": dates before ", format_minute(newest), " are unknown"})}),
      "run `git fetch --unshallow` there, and leave --allow-shallow out");
}

}  // namespace

std::string typed_path(const Workspace& workspace, RepoId repo, const CollectOptions& options) {
  if (repo == RepoId(0)) return options.directory.generic_string();
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  const std::filesystem::path location = workspace.repos[repo].location;
  return error ? location.generic_string() : location.lexically_proximate(here).generic_string();
}

Result<Access> open_repository(const Workspace& workspace, RepoId repo,
                               const CollectOptions& options) {
  const Repo& row = workspace.repos[repo];
  Result<Repository> repository = find_repository(
      {row.location, row.name, typed_path(workspace, repo, options)}, options.trusted);
  if (!repository) return repository.error();
  Result<ObjectStore> store = ObjectStore::open(repository->common / "objects");
  if (!store) return store.error();
  return Access{std::move(*repository), std::move(*store)};
}

Result<RepoHistory> collect_history(const Workspace& workspace, RepoId repo,
                                    const CollectOptions& options) {
  Result<Access> access = open_repository(workspace, repo, options);
  if (!access) return access.error();
  const Repository& repository = access->repository;
  const Result<std::set<ObjectId>> cut = read_shallow(repository);
  if (!cut) return cut.error();
  if (!cut->empty() && !options.allow_shallow)
    return refuse(repository, "is a shallow clone: its history is cut off",
                  "run `git fetch --unshallow` there (in GitHub Actions: `fetch-depth: 0`), or "
                  "accept the cut with --allow-shallow");

  Notices notices;
  Result<References> references = read_references(repository, access->store, notices);
  if (!references) return references.error();
  if (auto error = check_branch(repository, *references, workspace.repos[repo].branch))
    return *error;

  RepoHistory history;
  history.repo = repo;
  history.tags = std::move(references->tags);
  history.branches = std::move(references->branches);
  history.head_branch = std::move(references->head_branch);
  history.head = references->head;
  walk_history(access->store, *cut, workspace.limits, history, notices);
  if (!cut->empty()) history.cut = describe_cut(history, *cut, workspace.repos[repo].name);
  history.notices = repository.notices;
  for (Diagnostic& notice : notices.take()) history.notices.push_back(std::move(notice));
  return history;
}

Result<Blobs> collect_blobs(const Workspace& workspace, RepoId repo,
                            std::span<const ObjectId> wanted, std::size_t limit,
                            const CollectOptions& options) {
  Result<Access> access = open_repository(workspace, repo, options);
  if (!access) return access.error();
  Blobs blobs;
  for (const ObjectId& id : wanted) {
    const auto [at, added] = blobs.try_emplace(id);
    if (!added) continue;
    RawObject object = access->store.read(id, limit);
    Blob& blob = at->second;
    blob.size = object.size;
    if (object.kind == ObjectKind::blob) {
      blob.bytes = std::make_shared<const std::string>(std::move(object.bytes));
      continue;
    }
    blob.problem = cat({"object ", id.hex(), " ",
                        object.kind == ObjectKind::none ? object.problem : "is not a file"});
    blob.lost = object.size <= limit;
    if (access->repository.partial && object.size == 0)
      blob.problem += " (a partial clone: fetch it whole)";
  }
  return blobs;
}

}  // namespace muster
