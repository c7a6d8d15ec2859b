// One version in memory, from inline Markdown and JSON: what collect would hand over, read by parse
// and extract as the program does it.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/model.h"
#include "extract/extract.h"
#include "link/link.h"
#include "parse/parse.h"
#include "recognise/recognise.h"

namespace muster::test {

inline ObjectId object_id(std::string_view bytes) {
  return *ObjectId::from_hex(sha256_hex(bytes).substr(0, 40));
}

inline Instant day(std::string_view date) { return start_of_day(*read_date(date)); }

/// A recognised report; `executed` tests of which all passed, or one failed.
inline record::Report told(record::ReportVerdict verdict, long long executed,
                           bool generic = false) {
  record::Report report;
  report.format = generic ? "generic result" : "ctrf";
  report.generic = generic;
  report.verdict = verdict;
  report.executed = executed;
  report.failed = verdict == record::ReportVerdict::fail ? 1 : 0;
  report.passed = executed - *report.failed;
  report.reasons = {"as told"};
  return report;
}

class ModelBuilder {
 public:
  ModelBuilder() {
    static const bool prepared = [] {
      prepare_parser();
      return true;
    }();
    (void)prepared;
    sibling("workspace", {"issues/*.md"});
    version_.name = "latest";
    version_.kind = VersionKind::latest;
    version_.folder = "latest";
  }

  /// A further repository; its documents are named "name:path".
  ModelBuilder& sibling(std::string name, std::vector<std::string> issues = {"issues/*.md"}) {
    Repo repo;
    repo.name = std::move(name);
    repo.web = "https://example.org/" + repo.name;
    repo.issues = std::move(issues);
    const RepoId id = workspace_.repos.add(std::move(repo));
    version_.snapshots.push_back({});
    version_.snapshots.back().repo = id;
    histories_.push_back({});
    histories_.back().repo = id;
    return *this;
  }

  ModelBuilder& document(std::string_view place, std::string_view markdown) {
    auto content = std::make_shared<Content>();
    content->markdown = parse_markdown(markdown);
    content->records = extract_records(content->markdown);
    contents_[object_id(markdown)] = std::move(content);
    return add(place, markdown, FileUse::document);
  }

  /// A file that the globs of the workspace take for evidence.
  ModelBuilder& report(std::string_view place, std::string_view bytes) {
    read(bytes);
    return add(place, bytes, FileUse::evidence);
  }

  /// An evidence file of which only what it says matters.
  ModelBuilder& report(std::string_view place, record::Report says, std::string_view json = "{}") {
    const std::string bytes = cat({"{\"of\": \"", place, "\"}"});
    auto content = std::make_shared<ReportContent>();
    content->report = std::move(says);
    content->json = std::make_shared<const Json>(read_json(json).value);
    content->size = bytes.size();
    reports_[object_id(bytes)] = std::move(content);
    return add(place, bytes, FileUse::evidence);
  }

  ModelBuilder& file(std::string_view place, std::string_view bytes) {
    read(bytes);
    return add(place, bytes, FileUse::other);
  }

  /// A symbolic link of the workspace.
  ModelBuilder& symbolic_link(std::string_view place, std::string_view target) {
    auto content = std::make_shared<ReportContent>();
    content->bytes = std::make_shared<const std::string>(target);
    reports_[object_id(target)] = std::move(content);
    add(place, target, FileUse::evidence);
    for (FileEntry& file : version_.snapshots[0].files)
      if (file.path == place) file.kind = EntryKind::link;
    return *this;
  }

  /// A file of the workspace that an earlier commit had and the pinned one has not.
  ModelBuilder& removed(std::string path, std::string_view bytes) {
    read(bytes);
    removed_.emplace_back(std::move(path), object_id(bytes));
    return *this;
  }

  ModelBuilder& named(std::string name, VersionKind kind) {
    version_.name = std::move(name);
    version_.kind = kind;
    return *this;
  }

  /// The date of the version; without one, nothing is compared with it.
  ModelBuilder& dated(std::string_view date) {
    version_.time = day(date);
    return *this;
  }

  Workspace& workspace() { return workspace_; }

  Model link() {
    for (std::size_t i = 0; i < version_.snapshots.size(); ++i) write_history(i);
    return muster::link(workspace_, version_, histories_, contents_, reports_, {});
  }

  std::vector<std::set<ObjectId>> wanted() {
    for (std::size_t i = 0; i < version_.snapshots.size(); ++i) write_history(i);
    return wanted_reports(workspace_, version_, histories_, contents_);
  }

 private:
  void read(std::string_view bytes) {
    auto content = std::make_shared<ReportContent>();
    content->size = bytes.size();
    content->sha256 = sha256_hex(bytes);
    if (bytes.starts_with("{") || bytes.starts_with("[")) {
      JsonRead read = read_json(bytes);
      content->notes = read.notes;
      if (read.ok) {
        content->report = recognise_report(read.value);
        content->json = std::make_shared<const Json>(std::move(read.value));
      }
    }
    reports_[object_id(bytes)] = std::move(content);
  }

  ModelBuilder& add(std::string_view place, std::string_view bytes, FileUse use) {
    std::size_t repo = 0;
    if (const std::size_t colon = place.find(':'); colon != std::string_view::npos) {
      while (workspace_.repos[RepoId(repo)].name != place.substr(0, colon)) ++repo;
      place.remove_prefix(colon + 1);
    }
    FileEntry entry;
    entry.path = std::string(place);
    entry.blob = object_id(bytes);
    entry.use = use;
    std::vector<FileEntry>& files = version_.snapshots[repo].files;
    files.push_back(std::move(entry));
    std::sort(files.begin(), files.end(),
              [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return *this;
  }

  // A first commit brings every file, a second one removes those that are gone.
  void write_history(std::size_t repo) {
    RepoHistory& history = histories_[repo];
    history.commits.clear();
    history.changes.clear();
    Commit first;
    first.id = object_id(cat({"first ", number(static_cast<long long>(repo))}));
    first.subject = "Add everything";
    Commit second;
    second.id = object_id(cat({"second ", number(static_cast<long long>(repo))}));
    second.subject = "Remove reports";
    second.parents = {first.id};
    history.commits = {first, second};
    history.index = {{first.id, 0}, {second.id, 1}};
    for (const FileEntry& file : version_.snapshots[repo].files)
      history.changes.push_back({0, file.path, file.blob});
    if (repo == 0) {
      for (const auto& [path, blob] : removed_) history.changes.push_back({0, path, blob});
      for (const auto& [path, blob] : removed_) history.changes.push_back({1, path, std::nullopt});
    }
    version_.snapshots[repo].commit = second;
  }

  Workspace workspace_;
  Version version_;
  std::vector<RepoHistory> histories_;
  Contents contents_;
  Reports reports_;
  std::vector<std::pair<std::string, ObjectId>> removed_;
};

/// The row whose text begins so; the test fails where there is none.
template <class Row>
const Row* find_row(const Table<Row>& table, std::string_view text) {
  for (const Row& row : table)
    if (row.text.starts_with(text)) return &row;
  return nullptr;
}

}  // namespace muster::test
