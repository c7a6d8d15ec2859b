// What the operator asked for: the repositories, which files count, which versions to show, and the
// policy. Made by collect from muster.yaml; with no such file, every key has its default.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "domain/vocabulary.h"

namespace muster {

/// One git repository. The workspace itself is always the first row.
struct Repo {
  std::string name;      // shown, and the key in muster.yaml
  std::string location;  // path for the file system; the workspace's own, or relative to
                         // muster.yaml made absolute
  std::string
      shown_location;  // as written in muster.yaml, for pages and messages (never a machine path)
  std::string url;     // clone URL; may be empty
  std::string branch;  // empty = the branch checked out
  std::string web;     // "https://github.com/acme/app", for links at a commit; may be empty
  std::vector<std::string> issues;  // globs of issue files
};

/// A named point in time: by date (end of that day, UTC) or by ref.
struct Review {
  std::string name;
  std::optional<Date> date;
  std::string ref;
  int line = 0;  // in muster.yaml
  int column = 0;
};

struct VersionRules {
  std::vector<std::string> tags = {"*"};  // globs
  std::vector<Review> reviews;
  std::vector<std::string> branches;  // empty = the branch checked out
  int keep = 60;                      // newest frozen versions to show
};

struct FooterLink {
  std::string text;
  std::string url;
};

struct Site {
  std::string title;  // empty = "Readiness"
  std::string language = "en";
  std::string templates;  // folder of templates that stand in for built-in ones; empty = none
  std::vector<FooterLink> footer;
};

/// The judgement that a project may tune. Read from the workspace at the version shown.
struct Policy {
  /// Severity by rule id; `none` switches the rule off.
  std::map<std::string, std::optional<Severity>> severity;
};

struct Area {
  std::string name;
  std::vector<std::string> globs;
};

struct Limits {
  std::size_t issue_file = 1u << 20;      // bytes
  std::size_t evidence_file = 32u << 20;  // bytes
  std::size_t tree_entries = 500000;      // per repository and commit
  std::size_t tree_depth = 100;
  std::size_t commits = 1000000;   // walked per repository
  std::size_t documents = 200000;  // of one version, all repositories together
};

/// What the workspace's own repository is called. Never its folder's name: clones in different
/// folders give the same site.
constexpr std::string_view kWorkspaceName = "workspace";

constexpr std::string_view kConfigName = "muster.yaml";

/// How reports of no format that muster knows are read: where each fact stands in them, as an RFC
/// 6901 pointer; empty where they do not tell it.
struct ReportMap {
  std::string glob;
  std::string verdict;
  std::string executed;  // a number, or a list that is counted
  std::string passed;
  std::string failed;
  std::string skipped;
  std::string at;
  std::string subject;
  std::string tool;
};

struct Workspace {
  Table<Repo> repos;
  Site site;
  std::vector<std::string>
      content;  // globs; empty = every tracked *.md but vendored ones and templates
  std::vector<std::string>
      evidence_files;  // globs; empty = every tracked file of a kind that a recogniser reads
  std::vector<ReportMap> report_maps;  // in the order of the file; the first that fits counts
  VersionRules versions;
  std::vector<Area> areas;
  Policy policy;          // of the operator's file; a version's own is in Version
  Vocabulary vocabulary;  // likewise
  Limits limits;
  std::string config_path;  // relative to the workspace; empty = there is none
  /// Where its file is looked for in each version; empty where it is kept outside the workspace.
  std::string versioned_config() const {
    if (config_path.starts_with("../")) return {};
    return config_path.empty() ? std::string(kConfigName) : config_path;
  }
  std::vector<Diagnostic> notices;  // unknown keys and the like
};

using RepoId = Id<Repo>;

/// The first map whose glob fits, or null.
const ReportMap* map_of(const Workspace& workspace, std::string_view path);

}  // namespace muster
