#include "collect/config.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/yaml.h"
#include "collect/collect.h"
#include "collect/config_people.h"
#include "collect/config_reader.h"
#include "collect/config_vocabulary.h"
#include "collect/notices.h"

namespace muster {

namespace {

constexpr std::size_t kRepositories = 200;
constexpr std::size_t kMostVersions = 100000;
constexpr std::size_t kMostRows = 1'000'000'000;

/// Reads one section after the other into a workspace.
class Config {
 public:
  Config(ConfigReader& reader, ConfigRead& out, const ConfigNames& names)
      : reader_(reader), out_(out), names_(names) {}

  void read(const Yaml& root) {
    for (const Yaml::Member* member : reader_.members(root, "")) {
      const Yaml& value = member->value;
      if (member->name == "schema") schema(value);
      if (member->name == "site") site(value);
      if (member->name == "content") workspace().content = reader_.globs(value, "content");
      if (member->name == "evidence") evidence(value);
      if (member->name == "repositories") repositories(value);
      if (member->name == "versions") versions(value);
      if (member->name == "areas") areas(value);
      if (member->name == "limits") limits(value);
    }
    read_own(root);
  }

  /// Only what a version has of its own.
  void read_own(const Yaml& root) {
    if (const Yaml* value = root.find("policy")) workspace().policy = policy(*value);
    Vocabulary& words = workspace().vocabulary;
    if (const Yaml* value = root.find("vocabulary"))
      words = read_vocabulary(reader_, *value, names_.vocabulary);
    if (const Yaml* value = root.find("people")) words.people = read_people(reader_, *value);
  }

 private:
  Workspace& workspace() { return out_.workspace; }

  Policy policy(const Yaml& value) {
    Policy policy;
    for (const Yaml::Member* member : reader_.members(value, "policy"))
      if (member->name == "severity")
        for (const Yaml::Member* rule : reader_.named_members(member->value, "policy.severity"))
          policy.severity[known_rule(*rule)] = severity(rule->value);
    return policy;
  }

  void schema(const Yaml& value) {
    const std::string written = reader_.text(value, "schema");
    if (!written.empty() && written != "1")
      reader_.fail(value, cat({"the schema ", in_quotes(written), " is not known"}),
                   "this version of muster reads schema 1; use a newer one, or write `schema: 1`");
  }

  void site(const Yaml& value) {
    Site& site = workspace().site;
    for (const Yaml::Member* member : reader_.members(value, "site")) {
      const Yaml& entry = member->value;
      if (member->name == "title") site.title = reader_.text(entry, "site.title");
      if (member->name == "language") language(entry);
      if (member->name == "templates") templates(entry);
      if (member->name == "footer")
        for (const Yaml& item : reader_.items(entry, "site.footer")) footer(item);
    }
  }

  void templates(const Yaml& value) {
    std::string folder = reader_.text(value, "site.templates");
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    const std::string_view problem = folder.empty() ? std::string_view() : path_problem(folder);
    if (!problem.empty())
      return reader_.fail(value, cat({"the path ", in_quotes(folder), " ", problem}),
                          "name a folder of this repository, such as `templates`");
    workspace().site.templates = folder;
  }

  void language(const Yaml& value) {
    const std::string tag = reader_.text(value, "site.language");
    if (tag.empty()) return;
    const bool plain =
        std::all_of(tag.begin(), tag.end(), [](char c) { return is_alnum(c) || c == '-'; });
    if (!plain || tag.size() < 2 || tag.size() > 35 || !is_alpha(tag.front()))
      return reader_.fail(value, cat({in_quotes(tag), " is no language"}),
                          "write a language tag such as `en` or `pt-BR`");
    workspace().site.language = tag;
  }

  void footer(const Yaml& value) {
    FooterLink link;
    for (const Yaml::Member* member : reader_.members(value, "site.footer", "site.footer[]")) {
      if (member->name == "text") link.text = reader_.text(member->value, "site.footer.text");
      if (member->name == "url") link.url = reader_.address(member->value, "site.footer.url", true);
    }
    if (link.text.empty() || link.url.empty())
      return reader_.fail(value, "a link of the footer needs a text and a url",
                          "write `{text: Runbook, url: https://example.org}`");
    workspace().site.footer.push_back(std::move(link));
  }

  void evidence(const Yaml& value) {
    for (const Yaml::Member* member : reader_.members(value, "evidence")) {
      if (member->name == "files")
        workspace().evidence_files = reader_.globs(member->value, "evidence.files");
      if (member->name == "map")
        for (const Yaml::Member* entry : reader_.named_members(member->value, "evidence.map"))
          report_map(*entry);
    }
  }

  void report_map(const Yaml::Member& entry) {
    ReportMap map;
    map.glob = entry.name;
    const std::string where = cat({"evidence.map.", entry.name});
    for (const Yaml::Member* member : reader_.members(entry.value, where, "evidence.map.*")) {
      const std::string pointer = reader_.text(member->value, cat({where, ".", member->name}));
      if (pointer.empty()) continue;
      if (!pointer.starts_with('/'))
        reader_.fail(member->value, cat({"`", where, ".", member->name, "` is no JSON pointer"}),
                     "write where it stands in the report: `/summary/passed`");
      for (const auto& [name, field] :
           {std::pair("verdict", &map.verdict), std::pair("executed", &map.executed),
            std::pair("passed", &map.passed), std::pair("failed", &map.failed),
            std::pair("skipped", &map.skipped), std::pair("at", &map.at),
            std::pair("subject", &map.subject), std::pair("tool", &map.tool)})
        if (member->name == name) *field = pointer;
    }
    if (map.verdict.empty())
      reader_.fail(entry.line, entry.column,
                   cat({"`", where, "` does not say where the verdict is"}),
                   "write `verdict: /ok`");
    workspace().report_maps.push_back(std::move(map));
  }

  void repositories(const Yaml& value) {
    for (const Yaml::Member* member : reader_.named_members(value, "repositories"))
      repository(*member);
    if (workspace().repos.size() > kRepositories)
      reader_.fail(value, "there are more than 200 repositories", "name fewer");
  }

  void repository(const Yaml::Member& named) {
    const std::string where = "repositories." + named.name;
    Repo repo;
    repo.name = named.name;
    const Yaml* path = nullptr;
    if (repo.name == kWorkspaceName)
      reader_.fail(named.line, named.column, "“workspace” is what this repository itself is called",
                   "name the sibling otherwise");
    if (repo.name.empty() || visible(repo.name) != repo.name)
      reader_.fail(named.line, named.column, "the name of a repository cannot be shown",
                   "name it in plain letters");
    for (const Yaml::Member* member : reader_.members(named.value, where, "repositories.*")) {
      const Yaml& entry = member->value;
      const std::string key = cat({where, ".", member->name});
      if (member->name == "path") repo.location = reader_.text(*(path = &entry), key);
      if (member->name == "url") repo.url = reader_.text(entry, key);
      if (member->name == "branch") repo.branch = reader_.text(entry, key);
      if (member->name == "issues") repo.issues = reader_.globs(entry, key);
      if (member->name == "web") repo.web = reader_.address(entry, key);
    }
    if (repo.location.empty()) return without_path(named, repo);
    const std::filesystem::path location = repo.location;
    repo.shown_location =
        location.is_absolute() ? location.filename().string() : location.generic_string();
    workspace().repos.add(std::move(repo));
    out_.places.push_back(reader_.at(path->line, path->column, "", ""));
  }

  void without_path(const Yaml::Member& named, const Repo& repo) {
    const std::string name = in_quotes(repo.name);
    if (repo.url.empty())
      return reader_.fail(named.line, named.column, cat({"repository ", name, " has no path"}),
                          "name the folder of its clone: `path: ../" + repo.name + "`");
    reader_.fail(
        named.line, named.column,
        cat({"repository ", name, " is given by its url only, and muster fetches nothing"}),
        cat({"clone it beside this repository (`git clone ", repo.url, "`) and add `path: ../",
             repo.name, "`"}));
  }

  void versions(const Yaml& value) {
    VersionRules& rules = workspace().versions;
    for (const Yaml::Member* member : reader_.members(value, "versions")) {
      const Yaml& entry = member->value;
      if (member->name == "tags") tags(entry);
      if (member->name == "branches") rules.branches = reader_.texts(entry, "versions.branches");
      if (member->name == "keep")
        rules.keep = static_cast<int>(reader_.count(entry, "versions.keep", 0, kMostVersions));
      if (member->name == "reviews")
        for (const Yaml& item : reader_.items(entry, "versions.reviews")) review(item);
    }
  }

  /// An empty list is a choice here: no tag makes a version.
  void tags(const Yaml& value) {
    if (value.is(Yaml::Kind::null)) return;
    const bool none = value.is(Yaml::Kind::sequence) && value.items.empty();
    workspace().versions.tags =
        none ? std::vector<std::string>() : reader_.globs(value, "versions.tags");
  }

  void review(const Yaml& value) {
    Review review;
    review.line = value.line;
    review.column = value.column;
    for (const Yaml::Member* member :
         reader_.members(value, "versions.reviews", "versions.reviews[]")) {
      const Yaml& entry = member->value;
      if (member->name == "name") review.name = reader_.text(entry, "versions.reviews.name");
      if (member->name == "ref") review.ref = reader_.text(entry, "versions.reviews.ref");
      if (member->name == "date") review.date = date(entry);
      if (member->name == "name") continue;
      review.line = entry.line;
      review.column = entry.column;
    }
    if (reader_.error()) return;
    if (trim(review.name).empty())
      return reader_.fail(value, "a review has no name",
                          "write `{name: \"Review 1\", date: 2026-02-15}`");
    if (review.date.has_value() == !review.ref.empty())
      return reader_.fail(review.line, review.column,
                          cat({"review ", in_quotes(review.name),
                               " needs a date or a ref, and one of "
                               "them only"}),
                          "write `date: 2026-02-15`, or `ref:` with a commit, tag or branch");
    std::vector<Review>& reviews = workspace().versions.reviews;
    for (const Review& other : reviews)
      if (other.name == review.name)
        return reader_.fail(review.line, review.column,
                            cat({"two reviews have the name ", in_quotes(review.name)}),
                            cat({"rename one; the other stands at line ", number(other.line)}));
    reviews.push_back(std::move(review));
  }

  std::optional<Date> date(const Yaml& value) {
    const std::string written = reader_.text(value, "versions.reviews.date");
    const std::optional<Date> date = read_date(written);
    if (!date)
      reader_.fail(value, cat({in_quotes(written), " is no date"}), "write the day as 2026-02-15");
    return date;
  }

  void areas(const Yaml& value) {
    for (const Yaml::Member* member : reader_.named_members(value, "areas"))
      workspace().areas.push_back(
          {member->name, reader_.globs(member->value, "areas." + member->name)});
  }

  /// A mistyped rule would keep its severity without a word.
  const std::string& known_rule(const Yaml::Member& rule) {
    if (names_.rules.empty() ||
        std::find(names_.rules.begin(), names_.rules.end(), rule.name) != names_.rules.end())
      return rule.name;
    const std::string_view meant = did_you_mean(rule.name, names_.rules);
    reader_.warn(rule.line, rule.column, cat({"there is no rule ", in_quotes(rule.name)}),
                 meant.empty() ? "the page of findings names every rule"
                               : cat({"did you mean ", in_quotes(meant), "?"}));
    return rule.name;
  }

  std::optional<Severity> severity(const Yaml& value) {
    const std::string word = lower(reader_.text(value, "policy.severity"));
    if (word == "off" || word == "none") return std::nullopt;
    for (const Severity candidate : {Severity::note, Severity::warning, Severity::blocker})
      if (word == to_string(candidate)) return candidate;
    static constexpr std::array<std::string_view, 4> kWords = {"blocker", "warning", "note", "off"};
    const std::string_view meant = did_you_mean(word, kWords);
    reader_.fail(value, cat({in_quotes(word), " is no severity"}),
                 meant.empty() ? "write blocker, warning, note or off"
                               : cat({"did you mean ", in_quotes(meant), "?"}));
    return std::nullopt;
  }

  void limits(const Yaml& value) {
    Limits& limits = workspace().limits;
    for (const Yaml::Member* member : reader_.members(value, "limits")) {
      const Yaml& entry = member->value;
      const std::string where = "limits." + member->name;
      if (member->name == "issue-file") limits.issue_file = reader_.size(entry, where);
      if (member->name == "evidence-file") limits.evidence_file = reader_.size(entry, where);
      if (member->name == "tree-entries")
        limits.tree_entries = reader_.count(entry, where, 1, kMostRows);
      if (member->name == "tree-depth") limits.tree_depth = reader_.count(entry, where, 1, 1000);
      if (member->name == "documents") limits.documents = reader_.count(entry, where, 1, kMostRows);
      if (member->name == "commits") limits.commits = reader_.count(entry, where, 1, kMostRows);
    }
  }

  ConfigReader& reader_;
  ConfigRead& out_;
  ConfigNames names_;
};

/// The tree of a file; its first note is the error.
Result<Yaml> read_tree(std::string_view bytes, ConfigReader& reader) {
  constexpr std::size_t kBytes = 1u << 20;
  YamlLimits limits;
  limits.bytes = kBytes;
  YamlRead read = read_yaml(bytes, 1, limits);
  if (read.ok) return std::move(read.value);
  Note note;
  note.message = "the file is not valid YAML";
  if (!read.notes.empty()) note = read.notes.front();
  reader.fail(note.line, note.column, note.message, note.help);
  return *reader.error();
}

}  // namespace

Result<ConfigRead> parse_config(std::string_view bytes, const std::string& path,
                                Workspace workspace, const ConfigNames& names) {
  ConfigReader reader(bytes, path);
  const Result<Yaml> tree = read_tree(bytes, reader);
  if (!tree) return tree.error();
  ConfigRead out;
  out.workspace = std::move(workspace);
  out.places.resize(out.workspace.repos.size());
  Config(reader, out, names).read(*tree);
  if (reader.error()) return *reader.error();
  for (Diagnostic& notice : reader.take_notices())
    out.workspace.notices.push_back(std::move(notice));
  return out;
}

Result<OwnRules> parse_own_rules(std::string_view bytes, const std::string& path,
                                 const ConfigNames& names) {
  ConfigReader reader(bytes, path);
  const Result<Yaml> tree = read_tree(bytes, reader);
  if (!tree) return tree.error();
  ConfigRead read;
  Config(reader, read, names).read_own(*tree);
  if (reader.error()) return *reader.error();
  return OwnRules{std::move(read.workspace.policy), std::move(read.workspace.vocabulary)};
}

Result<Workspace> read_config(std::string_view bytes, const std::string& path,
                              Workspace workspace) {
  Result<ConfigRead> read = parse_config(bytes, path, std::move(workspace));
  if (!read) return read.error();
  return std::move(read->workspace);
}

}  // namespace muster
