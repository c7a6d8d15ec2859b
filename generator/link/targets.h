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
};

/// Finds the files of one version.
class Targets {
 public:
  /// Both outlive this.
  Targets(const Workspace& workspace, const Version& version);

  /// The file that a path names: by the document's folder, by the top of its repository, by the
  /// name of a repository in front, or as the only file whose path ends so. Where there is none,
  /// the place where it would be expected; none where the text can name no one file of ours.
  /// `link`: as a Markdown link, it counts from the document's folder.
  std::optional<Target> find(RepoId repo, std::string_view document, std::string_view written,
                             bool link) const;

  /// The file behind a URL of a repository's web pages (`…/blob/main/docs/a.md`).
  std::optional<Target> find_web(std::string_view url) const;

 private:
  Target at(RepoId repo, std::string path) const;
  std::optional<Target> by_repository_name(std::string_view path) const;
  std::vector<Target> candidates(RepoId repo, std::string_view document,
                                 const std::string& path) const;
  std::vector<const FileEntry*> ending_in(RepoId repo, std::string_view path) const;

  const Workspace& workspace_;
  const Version& version_;
  // By RepoId: files by their name without folders. Asked by name only.
  std::vector<std::unordered_map<std::string_view, std::vector<const FileEntry*>>> by_name_;
};

}  // namespace muster
