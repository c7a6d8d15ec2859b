// Gaps: each row of a gap table with its repository, its issue and its date.
#include <algorithm>

#include "base/text.h"
#include "link/ids.h"
#include "link/linker.h"
#include "link/targets.h"

namespace muster {
namespace {

RepoId repo_of(const Workspace& workspace, const record::Entry& entry) {
  if (entry.fill != Fill::value) return {};
  for (std::size_t i = 0; i < workspace.repos.size(); ++i)
    if (equals_ignoring_case(workspace.repos[RepoId(i)].name, entry.text)) return RepoId(i);
  return {};
}

bool has_document(const Linker& linker, std::string_view key) {
  return linker.by_key.contains(id_key(key));
}

// What the cell names: declared ids, what has the shape of one, or `#12`.
std::vector<std::string> issue_keys_of(const Linker& linker, const record::Entry& entry) {
  if (entry.fill != Fill::value) return {};
  if (has_document(linker, entry.text) || split_id(entry.text)) return {entry.text};
  if (std::vector<std::string> ids = all_ids(entry.text); !ids.empty()) return ids;
  const std::size_t hash = entry.text.find('#');
  if (hash == std::string::npos) return {};
  std::size_t end = hash + 1;
  while (end < entry.text.size() && is_digit(entry.text[end])) ++end;
  if (end == hash + 1) return {};
  return {entry.text.substr(hash, end - hash)};
}

// A link in the row to a document of ours counts like its id.
DocumentId linked_issue(const Linker& linker, const Gap& gap) {
  const Document& source = linker.model.documents[gap.document];
  for (const record::Mention& mention : linker.records(gap.document).mentions) {
    if (mention.line != gap.where.line || !mention.link) continue;
    const auto target = mention.kind == record::MentionKind::url
                            ? linker.targets.find_web(mention.text)
                            : linker.targets.find(source.repo, source.path, mention.text, true);
    if (!target) continue;
    const auto found = linker.by_path.find({target->repo, target->path});
    if (found != linker.by_path.end() &&
        linker.model.documents[found->second].kind == DocumentKind::issue)
      return found->second;
  }
  return {};
}

// "Deferred to v2" drops the issue for now only.
bool is_put_off(std::string_view status) {
  const std::string text = lower(status);
  return text.find("defer") != std::string::npos || text.find("postpone") != std::string::npos ||
         text.find("skipped") != std::string::npos || text.find("diferid") != std::string::npos;
}

// An issue that tells no status contradicts by its boxes only, and where none of them is ticked.
bool may_be_open(const Document& issue) {
  if (issue.status.fill == Fill::empty) {
    const record::Counts& counts = issue.content->records.counts;
    return counts.boxes_open > 0 && counts.boxes_ticked == 0;
  }
  if (issue.status_class == StatusClass::dropped) return is_put_off(issue.status.text);
  return issue.status_class != StatusClass::done;
}

// The issue of that id; where the row names no repository and several declare it, one of them that
// is not closed.
DocumentId issue_of(const Linker& linker, const Gap& gap, const std::string& key) {
  const RepoId own = linker.model.documents[gap.document].repo;
  const DocumentId nearest = linker.find_document(key, gap.repo ? gap.repo : own);
  const auto namesakes = linker.by_key.find(id_key(key));
  if (gap.repo || namesakes == linker.by_key.end()) return nearest;
  for (const DocumentId id : namesakes->second) {
    const Document& document = linker.model.documents[id];
    if (document.kind == DocumentKind::issue && may_be_open(document)) return id;
  }
  return nearest;
}

// Of all issues that the cell names, the first that is not closed, else the first.
void find_issue(const Linker& linker, const std::vector<std::string>& keys, Gap& gap) {
  for (const std::string& key : keys) {
    const DocumentId issue = issue_of(linker, gap, key);
    if (!issue) continue;
    const bool open = may_be_open(linker.model.documents[issue]);
    if (gap.issue && !open) continue;
    gap.issue = issue;
    gap.issue_key = key;
    if (open) return;
  }
}

GapState state_of(const Model& model, const record::Gap& record, DocumentId issue) {
  if (!record.marked_closed) return GapState::open;
  return issue && may_be_open(model.documents[issue]) ? GapState::claimed_closed : GapState::closed;
}

// As the source has it: an entry's text no longer shows what is struck through.
std::string_view source_of(const Linker& linker, DocumentId document, const record::Entry& entry) {
  const Markdown& markdown = linker.model.documents[document].content->markdown;
  const std::string_view line = markdown.line(entry.line);
  if (entry.column < 1 || line.find("~~") == std::string_view::npos) return entry.text;
  const std::string_view rest =
      line.substr(std::min(line.size(), static_cast<std::size_t>(entry.column) - 1));
  return rest.substr(0, rest.find('|'));
}

std::optional<Date> eta_of(const Linker& linker, DocumentId document, const record::Entry& entry) {
  if (entry.fill != Fill::value) return std::nullopt;
  return find_due(source_of(linker, document, entry));
}

Gap make_gap(Linker& linker, DocumentId document, std::size_t i) {
  const record::Gap& record = linker.records(document).gaps[Id<record::Gap>(i)];
  Gap gap;
  gap.document = document;
  gap.where = linker.where(document, record.line);
  gap.text = record.text;
  gap.repo_entry = record.repo;
  gap.repo = repo_of(linker.workspace, record.repo);
  gap.issue_entry = record.issue;
  const std::vector<std::string> keys = issue_keys_of(linker, record.issue);
  if (!keys.empty()) gap.issue_key = keys.front();
  find_issue(linker, keys, gap);
  if (!gap.issue) gap.issue = linked_issue(linker, gap);
  if (gap.issue && gap.issue_key.empty()) gap.issue_key = linker.model.documents[gap.issue].key;
  gap.owner = record.owner;
  gap.eta_entry = record.eta;
  gap.eta = eta_of(linker, document, record.eta);
  if (record.priority.fill == Fill::value) gap.priority = record.priority.text;
  gap.critical = record.critical;
  gap.in_words = record.in_words;
  gap.state = state_of(linker.model, record, gap.issue);
  gap.anchor =
      linker.claim(document, gap.issue_key.empty() ? "gap-" + number(static_cast<long long>(i) + 1)
                                                   : gap.issue_key);
  return gap;
}

}  // namespace

void link_gaps(Linker& linker) {
  for (std::size_t d = 0; d < linker.model.documents.size(); ++d) {
    const DocumentId document(d);
    const std::size_t count = linker.records(document).gaps.size();
    for (std::size_t i = 0; i < count; ++i) linker.model.gaps.add(make_gap(linker, document, i));
  }
}

}  // namespace muster
