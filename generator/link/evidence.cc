// Evidence: every file that is cited as proof, or that a recogniser claims, with all that cite it.
#include <map>
#include <set>

#include "base/slugs.h"
#include "base/text.h"
#include "link/citations.h"
#include "link/linker.h"
#include "link/paths.h"

namespace muster {
namespace {

using Key = std::pair<RepoId, std::string>;  // repository and path, or URL

std::string problem_in(const ReportContent& content) {
  return content.notes.empty() ? std::string("it is not valid JSON")
                               : content.notes.front().message;
}

// Whether a file that is JSON or XML by its name is none.
bool should_be_read(std::string_view path, const ReportContent& content) {
  const std::string end = extension(path);
  if (end == "xml") return content.report.format.empty() && !content.notes.empty();
  return content.json == nullptr && (end == "json" || end == "ndjson" || end == "jsonl");
}

// Fills in what the blob says; a file that claims to be JSON and is none is unreadable.
void read_content(const Linker& linker, Evidence& evidence) {
  if (const auto problem = linker.unreadable.find(evidence.blob);
      problem != linker.unreadable.end()) {
    evidence.problem = problem->second;
  } else if (const auto report = linker.reports.find(evidence.blob);
             report != linker.reports.end()) {
    evidence.content = report->second;
    if (evidence.content != nullptr && should_be_read(evidence.path, *evidence.content))
      evidence.problem = problem_in(*evidence.content);
  }
  if (!evidence.problem.empty() && evidence.state == EvidenceState::present)
    evidence.state = EvidenceState::unreadable;
}

Evidence make_evidence(const Linker& linker, const Named& named) {
  Evidence evidence;
  evidence.repo = named.target.repo;
  evidence.path = named.target.path;
  if (named.external) {
    evidence.state = EvidenceState::external;
  } else if (named.target.file != nullptr) {
    evidence.blob = named.target.file->blob;
    evidence.commit = linker.past[evidence.repo.n].brought(evidence.path, evidence.blob);
    read_content(linker, evidence);
  } else if (named.target.link != nullptr) {
    evidence.state = EvidenceState::unreadable;
    evidence.problem = "it is a symbolic link, which is not followed";
  } else if (named.removed) {
    evidence.state = EvidenceState::removed;
    evidence.blob = named.removed->blob;
    evidence.commit = named.removed->brought_by;
    evidence.removed_by = named.removed->removed_by;
    read_content(linker, evidence);
  } else {
    evidence.state = EvidenceState::missing;
  }
  return evidence;
}

bool recognised(const Evidence& evidence) {
  return evidence.content != nullptr && !evidence.content->report.format.empty();
}

bool is_bound(const Named& named, const Evidence& evidence) {
  if (named.binding == Binding::mention) return false;
  return !named.only_reports || (evidence.state == EvidenceState::present && recognised(evidence));
}

// A file that only a glob or a mention names is evidence when it was recognised, or when the
// workspace declares its evidence files and this one cannot be read.
bool counts(const Linker& linker, const Named& named, const Evidence& evidence) {
  if (named.by_front_matter || is_bound(named, evidence)) return true;
  const bool declared = !linker.workspace.evidence_files.empty();
  if (map_of(linker.workspace, evidence.path) != nullptr) return true;
  if (named.beside_proof && evidence.content != nullptr && evidence.content->json != nullptr)
    return true;
  return recognised(evidence) || (declared && evidence.state == EvidenceState::unreadable);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
}

// What lies beside cited reports is one that nobody cites; the top of a repository holds anything.
std::set<Key> folders_with_proof(const std::map<Key, Evidence>& found) {
  std::set<Key> folders;
  for (const auto& [key, evidence] : found)
    if (recognised(evidence) && !folder_of(key.second).empty())
      folders.emplace(key.first, folder_of(key.second));
  return folders;
}

// Everything that counts as evidence, by repository and path.
std::map<Key, Evidence> collect_evidence(const Linker& linker, const std::vector<Named>& named) {
  std::map<Key, Evidence> found;
  const auto put = [&](const Named& one) {
    const Key key{one.target.repo, one.target.path};
    if (found.contains(key)) return;
    Evidence evidence = make_evidence(linker, one);
    if (counts(linker, one, evidence)) found.emplace(key, std::move(evidence));
  };
  for (const Named& one : named) put(one);
  const std::set<Key> folders = folders_with_proof(found);
  for (const Snapshot& snapshot : linker.version.snapshots)
    for (const FileEntry& file : snapshot.files) {
      if (file.use != FileUse::evidence || file.kind != EntryKind::file) continue;
      Named one;
      one.target = {snapshot.repo, file.path, &file};
      one.beside_proof = folders.contains({snapshot.repo, folder_of(file.path)});
      put(one);
    }
  return found;
}

void cite(Linker& linker, const Named& named, EvidenceId evidence) {
  Model& model = linker.model;
  Citation citation;
  citation.evidence = evidence;
  citation.binding = is_bound(named, model.evidence[evidence]) ? named.binding : Binding::mention;
  citation.item = linker.item(named.document, named.item);
  citation.gate = linker.gate(named.document, named.gate);
  citation.where = linker.where(named.document, named.line, named.column);
  citation.claimed = named.claimed;
  citation.in_passing = named.in_passing;
  citation.by_front_matter = named.by_front_matter;
  citation.matched = linker.item(named.document, named.matched);
  citation.expect = named.expect;
  const std::size_t position = model.citations.size();
  model.evidence[evidence].cited_by.push_back(position);
  const ItemId item = citation.item ? citation.item : citation.matched;
  if (item) model.items[item].citations.push_back(position);
  model.citations.push_back(std::move(citation));
}

// A report behind a symbolic link counts as itself; where the link leads nowhere, it is missing.
void follow_links(const Linker& linker, std::vector<Named>& named) {
  for (Named& one : named) {
    if (one.target.link == nullptr) continue;
    const auto text = linker.reports.find(one.target.link->blob);
    if (text == linker.reports.end() || text->second == nullptr || text->second->bytes == nullptr)
      continue;
    const auto target = linker.targets.follow(one.target, *text->second->bytes);
    if (target && target->link == nullptr) one.target = *target;
  }
}

}  // namespace

void link_evidence(Linker& linker) {
  std::vector<Named> named = named_files(linker.workspace, linker.targets, linker.past,
                                         document_files(linker.version, linker.contents));
  follow_links(linker, named);
  std::map<Key, EvidenceId>& ids = linker.evidence_by_path;
  Slugs slugs;
  for (auto& [key, evidence] : collect_evidence(linker, named)) {
    Evidence row = evidence;
    row.slug = slugs.take(slug(row.path),
                          cat({linker.workspace.repos[row.repo].name, "/", row.path}), "e-");
    ids[key] = linker.model.evidence.add(std::move(row));
  }
  for (const Named& one : named)
    if (const auto id = ids.find({one.target.repo, one.target.path}); id != ids.end())
      cite(linker, one, id->second);
}

std::vector<std::set<ObjectId>> wanted_reports(const Workspace& workspace, const Version& version,
                                               const std::vector<RepoHistory>& histories,
                                               const Contents& contents) {
  const Targets targets(workspace, version, histories);
  std::vector<std::set<ObjectId>> wanted(version.snapshots.size());
  for (const Snapshot& snapshot : version.snapshots)
    for (const FileEntry& file : snapshot.files)
      if (file.use == FileUse::evidence && file.kind == EntryKind::file)
        wanted[snapshot.repo.n].insert(file.blob);
  for (const Named& named : named_files(workspace, targets, pasts(version, histories),
                                        document_files(version, contents))) {
    if (named.external || named.target.repo.n >= wanted.size()) continue;
    if (named.target.file != nullptr) wanted[named.target.repo.n].insert(named.target.file->blob);
    if (named.target.link != nullptr) wanted[named.target.repo.n].insert(named.target.link->blob);
    if (named.removed) wanted[named.target.repo.n].insert(named.removed->blob);
  }
  return wanted;
}

}  // namespace muster
