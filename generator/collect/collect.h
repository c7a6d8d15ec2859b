// collect: from the operator's configuration and git to plain data. The only stage that knows
// libgit2.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/snapshot.h"
#include "domain/workspace.h"

namespace muster {

struct CollectOptions {
  std::filesystem::path directory = ".";        // -C
  std::optional<std::filesystem::path> config;  // --config, “-” is standard input; else muster.yaml
                                                // at the top of the workspace, if there is one
  std::vector<std::filesystem::path> trusted;  // --trust-repository: may belong to another user
  bool allow_shallow = false;
  bool worktree = false;                // add the uncommitted state as version "draft"
  std::optional<Instant> as_of;         // for latest and draft; else the newest input commit
  std::vector<std::string_view> rules;  // that a policy may name; empty = any
  VocabularyGuide vocabulary;           // what a project may add words to
};

/// Starts libgit2 without any user configuration. Call once, before threads.
void prepare_git();

/// Reads muster.yaml and finds the repositories. Errors: usage (a bad configuration, with line and
/// caret), source (no repository there, foreign owner).
Result<Workspace> collect_workspace(const CollectOptions& options);

/// Reads a muster.yaml into a workspace that has its repository row already. `path` is for
/// messages.
Result<Workspace> read_config(std::string_view bytes, const std::string& path, Workspace workspace);

/// Walks all commits of one repository once. Errors: source (missing, empty, shallow without leave,
/// foreign owner, a format that cannot be read), each one plain sentence with the fix.
Result<RepoHistory> collect_history(const Workspace& workspace, RepoId repo,
                                    const CollectOptions& options);

struct Versions {
  std::vector<Version> versions;    // frozen ones oldest first, then branches, latest, draft
  Blobs worktree;                   // bytes that are in no commit, for the draft
  std::vector<Diagnostic> notices;  // versions left out, with rule version-unresolved, and the like
  std::vector<Diagnostic> remarks;  // for the terminal only: nothing of it is lost
};

/// Decides which versions there are, pins every repository for each, and lists their files. No two
/// have the same name, and only those of these kinds are called “latest” and “draft”.
/// `histories` by RepoId.
Result<Versions> choose_versions(const Workspace& workspace,
                                 const std::vector<RepoHistory>& histories,
                                 const CollectOptions& options);

/// The bytes of the wanted blobs of one repository, each read once; what cannot be read, or is over
/// `limit` bytes, has its reason instead (its size is still told).
Result<Blobs> collect_blobs(const Workspace& workspace, RepoId repo,
                            std::span<const ObjectId> wanted, std::size_t limit,
                            const CollectOptions& options);

}  // namespace muster
