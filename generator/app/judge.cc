#include "app/judge.h"

#include <map>
#include <set>

#include "app/cover.h"
#include "app/losses.h"
#include "app/read.h"
#include "app/readings.h"
#include "audit/audit.h"
#include "base/parallel.h"
#include "base/text.h"
#include "compare/compare.h"
#include "extract/extract.h"
#include "link/link.h"
#include "recognise/recognise.h"

namespace muster {
namespace {

using Wanted = std::vector<std::set<ObjectId>>;  // by RepoId

// Bytes of the wanted blobs of all repositories. The blobs of the worktree are in memory already.
Result<Blobs> read_blobs(const Workspace& workspace, const Wanted& wanted, const Blobs& worktree,
                         std::size_t limit, const Options& options) {
  const auto read = parallel_map(wanted.size(), options.jobs, [&](std::size_t repo) {
    const std::vector<ObjectId> ids(wanted[repo].begin(), wanted[repo].end());
    return collect_blobs(workspace, RepoId(repo), ids, limit, options.collect);
  });
  Blobs blobs;
  for (const Result<Blobs>& of_repo : read) {
    if (!of_repo) return of_repo.error();
    for (const auto& [id, blob] : *of_repo)
      if (blob.bytes != nullptr || !blobs.contains(id)) blobs[id] = blob;
  }
  for (const auto& [id, blob] : worktree)
    if (blobs.contains(id)) blobs[id] = blob;
  return blobs;
}

Wanted document_blobs(const Workspace& workspace, const std::vector<Version>& versions) {
  Wanted wanted(workspace.repos.size());
  for (const Version& version : versions)
    for (const Snapshot& snapshot : version.snapshots)
      for (const FileEntry& file : snapshot.files)
        if (file.use == FileUse::document && file.kind == EntryKind::file)
          wanted[snapshot.repo.n].insert(file.blob);
  return wanted;
}

Reports read_reports(const Blobs& blobs, const Limits& limits, unsigned jobs) {
  std::vector<const Blobs::value_type*> readable;
  for (const auto& entry : blobs)
    if (entry.second.bytes != nullptr) readable.push_back(&entry);
  auto values = parallel_map(readable.size(), jobs, [&](std::size_t i) {
    return read_report(*readable[i]->second.bytes, limits);
  });
  Reports reports;
  for (std::size_t i = 0; i < readable.size(); ++i)
    reports[readable[i]->first] = std::move(values[i]);
  return reports;
}

std::map<ObjectId, std::string> problems_of(const Blobs& blobs) {
  std::map<ObjectId, std::string> problems;
  for (const auto& [id, blob] : blobs)
    if (blob.bytes == nullptr) problems[id] = blob.problem;
  return problems;
}

// A document there is lost; a report there proves nothing, which is said where it is cited.
void refuse_lfs_pointers(Blobs& blobs, bool lost) {
  for (auto& [id, blob] : blobs) {
    if (blob.bytes == nullptr || !is_lfs_pointer(*blob.bytes)) continue;
    blob.bytes = nullptr;
    blob.problem = "it is kept in Git LFS, not in git";
    blob.lost = lost;
  }
}

void add_unread(Model& model, RepoId repo, const Diagnostic& notice) {
  model.unread.push_back(
      {notice.rule, notice.message, notice.help, {repo, notice.path, notice.line, notice.column}});
}

// Notices about sources are findings of the version that is looked at now; that a history has no
// beginning is one of every version.
void add_unread(Model& model, const Versions& chosen, const std::vector<RepoHistory>& histories) {
  for (const RepoHistory& history : histories)
    if (history.cut) add_unread(model, history.repo, *history.cut);
  if (model.version.frozen()) return;
  for (const Diagnostic& notice : chosen.notices) add_unread(model, RepoId(0), notice);
  for (const RepoHistory& history : histories)
    for (const Diagnostic& notice : history.notices) add_unread(model, history.repo, notice);
}

// A project that calls active what is done must be seen to do so, wherever it is read that way.
void add_redefined(Model& model, const Workspace& workspace, const VocabularyGuide& guide) {
  const std::string path = workspace.versioned_config();
  const auto add = [&](const WordRemark& remark, int line, int column) {
    if (remark.what.empty() || !remark.kept) return;
    const Where where{RepoId(0), path, path.empty() ? 0 : line, path.empty() ? 0 : column};
    model.unread.push_back({"word-redefined", remark.what, remark.help, where});
  };
  const Vocabulary& words = model.version.vocabulary;
  for (const StatusWord& word : words.status)
    add(guide.remark_on_status(word), word.line, word.column);
  for (const HeaderWord& word : words.headers)
    add(guide.remark_on_header(word), word.line, word.column);
}

// Reports of no format of their own are read as muster.yaml says, by their paths.
void read_mapped_reports(const Workspace& workspace, Model& model) {
  for (Evidence& evidence : model.evidence) {
    if (evidence.content == nullptr || evidence.content->json == nullptr) continue;
    const record::Report& report = evidence.content->report;
    if (!report.format.empty() && !report.generic) continue;
    const ReportMap* map = map_of(workspace, evidence.path);
    if (map == nullptr) continue;
    auto mapped = std::make_shared<ReportContent>(*evidence.content);
    mapped->report = recognise_mapped_report(*mapped->json, *map);
    evidence.content = std::move(mapped);
  }
}

CollectOptions with_names(CollectOptions options) {
  options.vocabulary = vocabulary_guide();
  for (const RuleInfo& rule : rules()) options.rules.push_back(rule.id);
  return options;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

Result<Judgement> judge(const Options& options) {
  const CollectOptions collecting = with_names(options.collect);
  Result<Workspace> collected = collect_workspace(collecting);
  if (!collected) return collected.error();
  Judgement judgement;
  judgement.workspace = std::move(*collected);
  const Workspace& workspace = judgement.workspace;

  auto walked = parallel_map(workspace.repos.size(), options.jobs, [&](std::size_t repo) {
    return collect_history(workspace, RepoId(repo), options.collect);
  });
  std::vector<RepoHistory> histories;
  for (Result<RepoHistory>& history : walked) {
    if (!history) return history.error();
    histories.push_back(std::move(*history));
  }

  Result<Versions> chosen = choose_versions(workspace, histories, collecting);
  if (!chosen) return chosen.error();
  const std::vector<Version>& versions = chosen->versions;

  Result<Blobs> document_bytes = read_blobs(workspace, document_blobs(workspace, versions),
                                            chosen->worktree, workspace.limits.issue_file, options);
  if (!document_bytes) return document_bytes.error();
  refuse_lfs_pointers(*document_bytes, true);
  const Readings readings =
      read_documents(versions, *document_bytes, workspace.limits, options.jobs);

  Wanted wanted(workspace.repos.size());
  for (const auto& of_version : parallel_map(versions.size(), options.jobs, [&](std::size_t i) {
         return wanted_reports(workspace, versions[i], histories, readings.of(i));
       }))
    for (std::size_t repo = 0; repo < of_version.size(); ++repo)
      wanted[repo].insert(of_version[repo].begin(), of_version[repo].end());
  Result<Blobs> report_bytes =
      read_blobs(workspace, wanted, chosen->worktree, workspace.limits.evidence_file, options);
  if (!report_bytes) return report_bytes.error();
  refuse_lfs_pointers(*report_bytes, false);
  // Beyond this point git is closed: everything below is a function of bytes in memory.

  const Reports reports = read_reports(*report_bytes, workspace.limits, options.jobs);
  std::map<ObjectId, std::string> unreadable = problems_of(*report_bytes);
  unreadable.merge(problems_of(*document_bytes));
  judgement.versions = parallel_map(versions.size(), options.jobs, [&](std::size_t i) {
    Judged judged;
    judged.model = link(workspace, versions[i], histories, readings.of(i), reports, unreadable);
    read_mapped_reports(workspace, judged.model);
    add_unread(judged.model, *chosen, histories);
    add_redefined(judged.model, workspace, collecting.vocabulary);
    judged.audit = audit(judged.model, versions[i].policy, versions[i].time);
    return judged;
  });
  cover_declared_secrets(judgement.versions);
  judgement.timeline = compare(judgement.versions);
  // Beyond this point nothing is judged any more.

  judgement.notices = workspace.notices;
  append(judgement.notices, chosen->remarks);
  append(judgement.notices, chosen->notices);
  for (const RepoHistory& history : histories) {
    if (history.cut) judgement.notices.push_back(*history.cut);
    append(judgement.notices, history.notices);
    judgement.counts.commits += history.commits.size();
  }
  judgement.counts.repositories = histories.size();
  judgement.losses = find_losses(*chosen, histories, *document_bytes, *report_bytes);
  return judgement;
}

const Judged* find_version(const Judgement& judgement, std::string_view name) {
  for (const Judged& judged : judgement.versions)
    if (judged.model.version.name == name) return &judged;
  return nullptr;
}

const Judged& tip_state(const Judgement& judgement) {
  for (const Judged& judged : judgement.versions)
    if (judged.model.version.kind == VersionKind::latest) return judged;
  return judgement.versions.back();
}

const Judged& newest_state(const Judgement& judgement) {
  const Judged& last = judgement.versions.back();
  return last.model.version.kind == VersionKind::draft ? last : tip_state(judgement);
}

}  // namespace muster
