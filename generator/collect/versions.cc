// Which versions there are, and which commit of every repository belongs to each.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/slugs.h"
#include "base/text.h"
#include "collect/access.h"
#include "collect/config.h"
#include "collect/notices.h"
#include "collect/own_rules.h"
#include "collect/pins.h"
#include "collect/selection.h"
#include "collect/trees.h"
#include "collect/worktree.h"

namespace muster {

namespace {

/// A version before its files are listed: a name and the workspace's commit.
struct Plan {
  std::string name;  // shown; no two versions have the same
  VersionKind kind = VersionKind::tag;
  std::string folder;
  Instant time;
  const Commit* commit = nullptr;
  std::string ref;       // the tag, review or branch as it is called where it comes from
  bool undated = false;  // no date of it is credible
};

constexpr std::string_view kLatest = "latest";
constexpr std::string_view kDraft = "draft";

bool is_now(std::string_view name) {
  return equals_ignoring_case(name, kLatest) || equals_ignoring_case(name, kDraft);
}

std::string_view kind_word(VersionKind kind) {
  if (kind == VersionKind::tag) return "tag";
  return kind == VersionKind::review ? "review" : "branch";
}

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
  Planner(const Workspace& workspace, const RepoHistory& history, Versions& out)
      : workspace_(workspace), history_(history), notices_(out.notices), remarks_(out.remarks) {}

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
    name_apart(plans);
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
    name_apart(plans);
    return plans;
  }

 private:
  void add(std::vector<Plan>& plans, const std::string& name, VersionKind kind,
           const Commit& commit) {
    const std::optional<Instant> time = credible_time(history_, commit);
    plans.push_back({name, kind, "", time.value_or(commit.commit_time), &commit, name, !time});
    if (commit.credible_time || !time) return;
    Diagnostic notice = make_notice(Severity::warning, "date-unclear",
                                    cat({"the date of version ", in_quotes(name),
                                         " is not credible; that of an older commit counts"}));
    notice.notes.push_back(cat({"commit ", commit.id.short_hex()}));
    notices_.push_back(std::move(notice));
  }

  /// One name for each version, as a menu and `export --version` need it: a tag comes before a
  /// review, a review before a branch, and nothing is called as the state of now is.
  void name_apart(std::vector<Plan>& plans) {
    std::vector<Plan*> in_order;
    for (Plan& plan : plans) in_order.push_back(&plan);
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const Plan* a, const Plan* b) { return a->kind < b->kind; });
    for (Plan* plan : in_order) {
      const std::string word(kind_word(plan->kind));
      while (is_now(plan->name) || !names_.insert(plan->name).second)
        plan->name = cat({word, " ", plan->name});
      if (plan->name == plan->ref) continue;
      remarks_.push_back(
          make_notice(Severity::note, "name-taken",
                      cat({"the ", word, " ", in_quotes(plan->ref), " is shown as ",
                           in_quotes(plan->name), ": another version has its name"})));
    }
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
    remarks_.push_back(make_notice(
        Severity::note, "limit-exceeded",
        cat({number(static_cast<long long>(dropped)),
             dropped == 1 ? " older version is" : " older versions are", " not shown: only the ",
             number(static_cast<long long>(keep)), " newest are kept"}),
        "raise `keep` below `versions` in muster.yaml"));
  }

  const Workspace& workspace_;
  const RepoHistory& history_;
  std::vector<Diagnostic>& notices_;
  std::vector<Diagnostic>& remarks_;
  Slugs frozen_folders_;
  Slugs branch_folders_;
  std::set<std::string> names_;
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

/// The commit of a sibling for a version of the workspace.
const Commit* pin(const RepoHistory& history, const Repo& repo, const Plan& plan) {
  const Commit* tip = tip_of(history, repo.branch);
  if (plan.kind == VersionKind::latest || plan.kind == VersionKind::draft) return tip;
  const bool frozen = plan.kind != VersionKind::branch;
  const Ref* tag = frozen ? find_ref(history.tags, plan.ref) : nullptr;
  if (tag != nullptr) return commit_of(history, tag->commit);
  return tip == nullptr ? nullptr : commit_at(history, *tip, plan.time);
}

/// The newest input commit of all repositories; none where no date is credible.
std::optional<Instant> newest_input(const Workspace& workspace,
                                    const std::vector<RepoHistory>& histories) {
  std::optional<Instant> newest;
  for (const RepoHistory& history : histories)
    if (const Commit* tip = tip_of(history, workspace.repos[history.repo].branch))
      newest = std::max(newest, credible_time(history, *tip));
  return newest;
}

/// An error where the documents of a version are more than can be judged.
std::optional<Error> check_documents(const Workspace& workspace, const Version& version) {
  std::size_t count = 0;
  for (const Snapshot& snapshot : version.snapshots)
    for (const FileEntry& file : snapshot.files) count += file.use == FileUse::document ? 1 : 0;
  const std::size_t most = workspace.limits.documents;
  if (count <= most) return std::nullopt;
  Error error = make_error(
      ExitCode::source,
      cat({"version ", in_quotes(version.name), " has ", number(static_cast<long long>(count)),
           " documents, over the limit of ", number(static_cast<long long>(most))}),
      "narrow `content`, or raise `documents` below `limits` in muster.yaml");
  error.diagnostic.rule = "limit-exceeded";
  return error;
}

/// What has no date has no age: said where it is judged, as a judgement without ages is too good.
Diagnostic describe_undated(const Plan& plan) {
  return make_notice(Severity::note, "source-incomplete",
                     cat({"the date of version ", in_quotes(plan.name),
                          " is not credible, nor that of any commit before it: what depends on "
                          "time is not judged"}),
                     "tag a commit that has a credible date");
}

/// Makes versions of plans.
class Builder {
 public:
  Builder(const Workspace& workspace, const std::vector<RepoHistory>& histories,
          std::vector<Access>& accesses, const ConfigNames& names, Versions& out)
      : workspace_(workspace),
        histories_(histories),
        out_(out),
        rules_(workspace, accesses.front().store, names, out.notices) {
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
    if (plan.undated) version.snapshots.front().notices.push_back(describe_undated(plan));
    const OwnRules& own = rules_.at(version.workspace(), plan.name);
    version.policy = own.policy;
    version.vocabulary = own.vocabulary;
    return version;
  }

  std::optional<Error> add_draft(const Plan& plan) {
    const Repository& repository = snapshots_.front().access().repository;
    Result<WorktreeState> state = read_worktree(repository, workspace_.limits);
    if (!state) return state.error();
    Version& version = add(plan);
    version.policy = workspace_.policy;
    version.vocabulary = workspace_.vocabulary;
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
  RulesOfVersions rules_;
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
  Planner planner(workspace, own, out);
  const std::vector<Plan> frozen = planner.frozen();
  const std::vector<Plan> branches = planner.branches();

  Builder builder(workspace, histories, accesses, {options.rules, &options.vocabulary}, out);
  for (const std::vector<Plan>* plans : {&frozen, &branches})
    for (const Plan& plan : *plans)
      if (auto error = check_documents(workspace, builder.add(plan))) return *error;
  const std::optional<Instant> as_of =
      options.as_of ? options.as_of : newest_input(workspace, histories);
  if (!as_of)
    return make_error(ExitCode::source,
                      "no commit that is read has a credible date, so nothing tells what is due",
                      "say what day it is: --as-of 2026-02-18");
  const Commit* tip = tip_of(own, workspace.repos[RepoId(0)].branch);
  const Version& latest = builder.add(
      {std::string(kLatest), VersionKind::latest, std::string(kLatest), *as_of, tip, ""});
  if (auto error = check_documents(workspace, latest)) return *error;
  for (Diagnostic& notice : unmatched_globs(workspace, latest))
    out.remarks.push_back(std::move(notice));
  if (options.worktree) {
    const Commit* base = own.head ? commit_of(own, *own.head) : nullptr;
    if (auto error = builder.add_draft(
            {std::string(kDraft), VersionKind::draft, std::string(kDraft), *as_of, base, ""}))
      return *error;
    if (auto error = check_documents(workspace, out.versions.back())) return *error;
  }
  return out;
}

}  // namespace muster
