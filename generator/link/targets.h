// From what a document writes (a path, a link, a URL) to the file of one of our repositories.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/snapshot.h"
#include "domain/workspace.h"

namespace muster {

struct Target {
  RepoId repo;
  std::string path;
  const FileEntry* file = nullptr;  // null: not there in this version
  const FileEntry* link = nullptr;  // a symbolic link stands there; the file is null then
  bool current = true;              // false: named at another commit than the version's
};

/// Finds the files of one version.
class Targets {
 public:
  /// All outlive this.
  Targets(const Workspace& workspace, const Version& version,
          const std::vector<RepoHistory>& histories);

  /// The file that a path names: by the document's folder, by the top of its repository, or by the
  /// name of a repository in front. Where there is none, the place where it would be expected; none
  /// where the text can name no one file of ours. `link`: as a Markdown link, it counts from the
  /// document's folder, and with a leading slash from the top; a path in the text with one is ours
  /// only where it is there, or where its first folder is.
  std::optional<Target> find(RepoId repo, std::string_view document, std::string_view written,
                             bool link) const;

  /// What a symbolic link that holds `text` leads to, in its own repository; none where it leaves
  /// that. One link is followed, not a chain.
  std::optional<Target> follow(const Target& link, std::string_view text) const;

  /// Where `find` looks, in its order.
  std::vector<Target> places(RepoId repo, std::string_view document,
                             std::string_view written) const;

  /// The only file of the repository whose path ends so: good enough for a reference, not for a
  /// proof.
  std::optional<Target> find_by_end(RepoId repo, std::string_view written) const;

  /// The file behind a URL of a repository's web pages (`…/blob/main/docs/a.md`).
  std::optional<Target> find_web(std::string_view url) const;

 private:
  Target at(RepoId repo, std::string path) const;
  std::optional<Target> by_repository_name(std::string_view path) const;
  std::vector<Target> candidates(RepoId repo, std::string_view document,
                                 const std::string& path) const;
  bool is_in_folder(RepoId repo, std::string_view path) const;
  std::vector<std::string> current_refs(RepoId repo) const;
  bool names_pin(RepoId repo, std::string_view ref) const;

  const Workspace& workspace_;
  const Version& version_;
  const std::vector<RepoHistory>& histories_;
  // By RepoId: files by their name without folders. Asked by name only.
  std::vector<std::unordered_map<std::string_view, std::vector<const FileEntry*>>> by_name_;
};

}  // namespace muster
