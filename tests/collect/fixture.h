// Streams and calls that the tests of collect share.
#pragma once

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.h"
#include "collect/collect.h"
#include "support/catch.h"
#include "support/git_repo.h"

namespace muster::test {

/// 2026-02-01T12:00:00Z, and whole days later.
inline long long day(int offset) { return 1769947200LL + 86400LL * offset; }

struct StreamFile {
  std::string path;
  std::string text;  // "-" removes it
};

/// One commit of a fast-import stream. `from` and `merge` are marks, 0 for none.
inline std::string commit(const std::string& branch, int mark, long long time,
                          const std::vector<StreamFile>& files, int from = 0, int merge = 0) {
  const std::string when = std::to_string(time) + " +0000\n";
  std::string out = "commit refs/heads/" + branch + "\nmark :" + std::to_string(mark) +
                    "\nauthor A <a@example.org> " + when + "committer C <c@example.org> " + when +
                    "data <<END\nstate " + std::to_string(mark) + "\nEND\n";
  if (from > 0) out += "from :" + std::to_string(from) + "\n";
  if (merge > 0) out += "merge :" + std::to_string(merge) + "\n";
  for (const StreamFile& file : files) {
    if (file.text == "-") {
      out += "D " + file.path + "\n";
    } else {
      out += "M 100644 inline " + file.path + "\ndata " + std::to_string(file.text.size()) + "\n" +
             file.text + "\n";
    }
  }
  return out + "\n";
}

/// An annotated tag.
inline std::string tag(const std::string& name, int mark, long long time) {
  return "tag " + name + "\nfrom :" + std::to_string(mark) + "\ntagger T <t@example.org> " +
         std::to_string(time) + " +0000\ndata <<END\nrelease\nEND\n\n";
}

inline CollectOptions options_for(const GitRepo& repo) {
  CollectOptions options;
  options.directory = repo.path();
  return options;
}

/// A workspace with everything read; a failure throws its message.
struct Collected {
  Workspace workspace;
  std::vector<RepoHistory> histories;
  Versions versions;
};

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(format_diagnostic(result.error().diagnostic));
  return std::move(*result);
}

inline Collected collect_all(const CollectOptions& options) {
  Collected all;
  all.workspace = must(collect_workspace(options));
  for (std::size_t i = 0; i < all.workspace.repos.size(); ++i)
    all.histories.push_back(must(collect_history(all.workspace, RepoId(i), options)));
  all.versions = must(choose_versions(all.workspace, all.histories, options));
  return all;
}

inline RepoHistory history_of(const CollectOptions& options) {
  const Workspace workspace = must(collect_workspace(options));
  return must(collect_history(workspace, RepoId(0), options));
}

inline std::vector<std::string> folders_of(const Versions& versions) {
  std::vector<std::string> folders;
  for (const Version& version : versions.versions) folders.push_back(version.folder);
  return folders;
}

inline const Version& version_in(const Versions& versions, const std::string& folder) {
  for (const Version& version : versions.versions)
    if (version.folder == folder) return version;
  throw std::runtime_error("there is no version in " + folder);
}

/// Changes as "3 path" or "3 -path" with the mark that the commit's subject ends in.
inline std::vector<std::string> changes_of(const RepoHistory& history) {
  std::vector<std::string> out;
  for (const Change& change : history.changes) {
    const std::string& subject = history.commits[change.commit].subject;
    out.push_back(subject.substr(subject.rfind(' ') + 1) + (change.blob ? " " : " -") +
                  change.path);
  }
  return out;
}

inline std::string all_text(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += format_diagnostic(diagnostic);
  return out;
}

}  // namespace muster::test
