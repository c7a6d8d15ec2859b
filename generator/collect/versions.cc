// Which versions there are, and which commit of every repository belongs to each.
#include <algorithm>
#include <map>
#include <utility>

#include "base/slugs.h"
#include "base/text.h"
#include "collect/access.h"
#include "collect/config.h"
#include "collect/notices.h"
#include "collect/pins.h"
#include "collect/selection.h"
#include "collect/trees.h"
#include "collect/worktree.h"

namespace muster {

namespace {

constexpr std::size_t kConfigBytes = 1u << 20;

/// A version before its files are listed: a name and the workspace's commit.
struct Plan {
  std::string name;
  VersionKind kind = VersionKind::tag;
  std::string folder;
  Instant time;
  const Commit* commit = nullptr;
};

/// Unlike in a path, `*` crosses slashes here, as it does for `git tag --list`.
bool matches_tag(std::string name, std::string glob) {
  std::replace(name.begin(), name.end(), '/', '\n');
  std::replace(glob.begin(), glob.end(), '/', '\n');
  return matches_glob(name, glob);
}

/// The name as a folder: `v1.0.0` is `1.0.0`.
std::string folder_name(std::string_view name) {
  const bool numbered = name.size() > 1 && (name[0] == 'v' || name[0] == 'V') && is_digit(name[1]);
  return slug(numbered ? name.substr(1) : name);
}

/// Chooses the names and the workspace's commits.
class Planner {
 public:
  Planner(const Workspace& workspace, const RepoHistory& history, std::vector<Diagnostic>& notices)
      : workspace_(workspace), history_(history), notices_(notices) {}

  /// Frozen versions, oldest first; the newest of them that the configuration keeps.
  std::vector<Plan> frozen() {
    std::vector<Plan> plans;
    for (const Ref& tag : history_.tags) {
      const auto& globs = workspace_.versions.tags;
      const bool wanted = std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
        return matches_tag(tag.name, glob);
      });
      const Commit* commit = commit_of(history_, tag.commit);
      if (wanted && commit != nullptr) add(plans, tag.name, VersionKind::tag, *commit);
    }
    for (const Review& review : workspace_.versions.reviews)
      if (const Commit* commit = resolve(review))
        add(plans, review.name, VersionKind::review, *commit);
    std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) {
      return std::tie(a.time, a.name, a.kind) < std::tie(b.time, b.name, b.kind);
    });
    for (Plan& plan : plans)
      plan.folder = "v/" + frozen_folders_.take(folder_name(plan.name), plan.name);
    keep_newest(plans);
    return plans;
  }

  std::vector<Plan> branches() {
    std::vector<Plan> plans;
    const std::vector<std::string>& names = workspace_.versions.branches;
    for (std::size_t i = 1; i < names.size(); ++i) {
      const Commit* commit = tip_of(history_, names[i]);
      if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
          names.begin() + static_cast<std::ptrdiff_t>(i))
        continue;
      if (commit == nullptr) {
        leave_out(cat({"branch ", in_quotes(names[i])}), "there is no such branch", {});
        continue;
      }
      add(plans, names[i], VersionKind::branch, *commit);
      plans.back().folder = "branch/" + branch_folders_.take(folder_name(names[i]), names[i]);
    }
    return plans;
  }

 private:
  void add(std::vector<Plan>& plans, const std::string& name, VersionKind kind,
           const Commit& commit) {
    plans.push_back({name, kind, "", credible_time(history_, commit), &commit});
    if (commit.credible_time) return;
    Diagnostic notice = make_notice(Severity::warning, "date-unclear",
                                    cat({"the date of version ", in_quotes(name),
                                         " is not credible; that of an older commit counts"}));
    notice.notes.push_back(cat({"commit ", commit.id.short_hex()}));
    notices_.push_back(std::move(notice));
  }

  void leave_out(const std::string& what, const std::string& why, const Review& review) {
    Diagnostic notice =
        make_notice(Severity::warning, "version-unresolved", cat({what, " is left out: ", why}),
                    "correct it in muster.yaml, or fetch what is missing");
    notice.path = workspace_.config_path;
    notice.line = review.line;
    notice.column = review.column;
    notices_.push_back(std::move(notice));
  }

  const Commit* resolve(const Review& review) {
    const std::string what = cat({"review ", in_quotes(review.name)});
    const Commit* commit = nullptr;
    if (review.date) {
      const std::string& branch = workspace_.repos[RepoId(0)].branch;
      const Commit* tip = tip_of(history_, branch);
      if (tip != nullptr) commit = commit_at(history_, *tip, end_of_day(*review.date));
      if (commit == nullptr)
        leave_out(what, cat({"there is no commit up to ", format_date(*review.date)}), review);
    } else {
      commit = find_commit(history_, review.ref);
      if (commit == nullptr)
        leave_out(what, cat({"the ref ", in_quotes(review.ref), " names no commit"}), review);
    }
    return commit;
  }

  void keep_newest(std::vector<Plan>& plans) {
    const std::size_t keep = static_cast<std::size_t>(std::max(workspace_.versions.keep, 0));
    if (plans.size() <= keep) return;
    const std::size_t dropped = plans.size() - keep;
    plans.erase(plans.begin(), plans.begin() + static_cast<std::ptrdiff_t>(dropped));
    notices_.push_back(make_notice(
        Severity::note, "limit-exceeded",
        cat({number(static_cast<long long>(dropped)), " older versions are not shown: only the ",
             number(static_cast<long long>(keep)), " newest are kept"}),
        "raise `keep` below `versions` in muster.yaml"));
  }

  const Workspace& workspace_;
  const RepoHistory& history_;
  std::vector<Diagnostic>& notices_;
  Slugs frozen_folders_;
  Slugs branch_folders_;
};

/// Lists the files of commits, each commit once.
class Snapshots {
 public:
  Snapshots(const Workspace& workspace, RepoId repo, Access& access)
      : workspace_(workspace), repo_(repo), access_(access), trees_(access.store) {}

  Snapshot at(const Commit* commit) {
    Snapshot snapshot;
    snapshot.repo = repo_;
    if (commit == nullptr) return snapshot;
    snapshot.commit = *commit;
    auto at = listings_.find(commit->tree);
    if (at == listings_.end()) {
      Listing listing = list_files(trees_, commit->tree, workspace_.limits);
      select_files(workspace_, repo_, listing.files);
      at = listings_.emplace(commit->tree, std::move(listing)).first;
    }
    snapshot.files = at->second.files;
    snapshot.notices = at->second.notices;
    return snapshot;
  }

  const Access& access() const { return access_; }

 private:
  const Workspace& workspace_;
  RepoId repo_;
  Access& access_;
  TreeReader trees_;
  std::map<ObjectId, Listing> listings_;
};

/// The policies of past versions: from the blob of muster.yaml there.
class Policies {
 public:
  Policies(const Workspace& workspace, ObjectStore& store, std::vector<Diagnostic>& notices)
      : workspace_(workspace), store_(store), notices_(notices) {}

  Policy at(const Snapshot& snapshot, const std::string& version) {
    // A configuration from elsewhere has no past: it holds for every version.
    const bool elsewhere = workspace_.config_path.starts_with("../");
    if (elsewhere) return workspace_.policy;
    const std::string path =
        workspace_.config_path.empty() ? "muster.yaml" : workspace_.config_path;
    const FileEntry* file = snapshot.find(path);
    if (file == nullptr) return {};
    if (file->kind != EntryKind::file) return defaults(path, version, "it is not a regular file");
    const auto known = known_.find(file->blob);
    if (known != known_.end()) return known->second;
    return known_[file->blob] = read(*file, version);
  }

 private:
  Policy read(const FileEntry& file, const std::string& version) {
    const RawObject object = store_.read(file.blob, kConfigBytes);
    if (object.kind != ObjectKind::blob)
      return defaults(file.path, version, cat({"object ", file.blob.hex(), " ", object.problem}));
    const Result<Policy> policy = parse_policy(object.bytes, file.path);
    if (policy) return *policy;
    const Diagnostic& error = policy.error().diagnostic;
    return defaults(file.path, version, cat({"line ", number(error.line), ": ", error.message}));
  }

  Policy defaults(const std::string& path, const std::string& version, const std::string& why) {
    Diagnostic notice = make_notice(Severity::warning, "config-unread",
                                    cat({in_quotes(path), " of version ", in_quotes(version),
                                         " is not read, its policy is the default"}));
    notice.path = path;
    notice.notes.push_back(why);
    notices_.push_back(std::move(notice));
    return {};
  }

  const Workspace& workspace_;
  ObjectStore& store_;
  std::vector<Diagnostic>& notices_;
  std::map<ObjectId, Policy> known_;
};

/// The commit of a sibling for a version of the workspace.
const Commit* pin(const RepoHistory& history, const Repo& repo, const Plan& plan) {
  const Commit* tip = tip_of(history, repo.branch);
  if (plan.kind == VersionKind::latest || plan.kind == VersionKind::draft) return tip;
  const bool frozen = plan.kind != VersionKind::branch;
  const Ref* tag = frozen ? find_ref(history.tags, plan.name) : nullptr;
  if (tag != nullptr) return commit_of(history, tag->commit);
  return tip == nullptr ? nullptr : commit_at(history, *tip, plan.time);
}

/// The newest input commit of all repositories.
Instant newest_input(const Workspace& workspace, const std::vector<RepoHistory>& histories) {
  Instant newest;
  for (const RepoHistory& history : histories)
    if (const Commit* tip = tip_of(history, workspace.repos[history.repo].branch))
      newest = std::max(newest, credible_time(history, *tip));
  return newest;
}

/// Makes versions of plans.
class Builder {
 public:
  Builder(const Workspace& workspace, const std::vector<RepoHistory>& histories,
          std::vector<Access>& accesses, Versions& out)
      : workspace_(workspace),
        histories_(histories),
        out_(out),
        policies_(workspace, accesses.front().store, out.notices) {
    for (std::size_t i = 0; i < accesses.size(); ++i)
      snapshots_.emplace_back(workspace, RepoId(i), accesses[i]);
  }

  Version& add(const Plan& plan) {
    Version& version = out_.versions.emplace_back();
    version.name = plan.name;
    version.kind = plan.kind;
    version.folder = plan.folder;
    version.time = plan.time;
    version.snapshots.push_back(snapshots_.front().at(plan.commit));
    for (std::size_t i = 1; i < snapshots_.size(); ++i)
      version.snapshots.push_back(
          snapshots_[i].at(pin(histories_[i], workspace_.repos[RepoId(i)], plan)));
    version.policy = policies_.at(version.workspace(), plan.name);
    return version;
  }

  std::optional<Error> add_draft(const Plan& plan) {
    const Repository& repository = snapshots_.front().access().repository;
    Result<WorktreeState> state = read_worktree(repository, workspace_.limits);
    if (!state) return state.error();
    Version& version = add(plan);
    version.policy = workspace_.policy;
    Snapshot& snapshot = version.snapshots.front();
    snapshot.files = std::move(state->files);
    snapshot.notices = std::move(state->notices);
    select_files(workspace_, RepoId(0), snapshot.files);
    out_.worktree = std::move(state->blobs);
    return std::nullopt;
  }

 private:
  const Workspace& workspace_;
  const std::vector<RepoHistory>& histories_;
  Versions& out_;
  Policies policies_;
  std::vector<Snapshots> snapshots_;
};

}  // namespace

Result<Versions> choose_versions(const Workspace& workspace,
                                 const std::vector<RepoHistory>& histories,
                                 const CollectOptions& options) {
  std::vector<Access> accesses;
  for (std::size_t i = 0; i < workspace.repos.size(); ++i) {
    Result<Access> access = open_repository(workspace, RepoId(i), options);
    if (!access) return access.error();
    accesses.push_back(std::move(*access));
  }
  Versions out;
  const RepoHistory& own = histories.front();
  Planner planner(workspace, own, out.notices);
  const std::vector<Plan> frozen = planner.frozen();
  const std::vector<Plan> branches = planner.branches();

  Builder builder(workspace, histories, accesses, out);
  for (const Plan& plan : frozen) builder.add(plan);
  for (const Plan& plan : branches) builder.add(plan);
  const Instant as_of = options.as_of.value_or(newest_input(workspace, histories));
  const Commit* tip = tip_of(own, workspace.repos[RepoId(0)].branch);
  builder.add({"latest", VersionKind::latest, "latest", as_of, tip});
  if (options.worktree) {
    const Commit* base = own.head ? commit_of(own, *own.head) : nullptr;
    if (auto error = builder.add_draft({"draft", VersionKind::draft, "draft", as_of, base}))
      return *error;
  }
  return out;
}

}  // namespace muster
