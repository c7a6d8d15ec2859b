// Gaps: each row of a gap table with its repository, its issue and its date.
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

// What the cell names: a declared id, something of the shape of one, or `#12`.
std::string issue_key_of(const Linker& linker, const record::Entry& entry) {
  if (entry.fill != Fill::value) return {};
  if (has_document(linker, entry.text) || split_id(entry.text)) return entry.text;
  if (std::string id = first_id(entry.text); !id.empty()) return id;
  const std::size_t hash = entry.text.find('#');
  if (hash == std::string::npos) return {};
  std::size_t end = hash + 1;
  while (end < entry.text.size() && is_digit(entry.text[end])) ++end;
  return end == hash + 1 ? std::string() : entry.text.substr(hash, end - hash);
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

bool is_open(StatusClass status) {
  return status == StatusClass::open || status == StatusClass::active ||
         status == StatusClass::blocked;
}

GapState state_of(const Model& model, const record::Gap& record, DocumentId issue) {
  if (!record.marked_closed) return GapState::open;
  if (issue && is_open(model.documents[issue].status_class)) return GapState::claimed_closed;
  return GapState::closed;
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
  gap.issue_key = issue_key_of(linker, record.issue);
  const RepoId near = gap.repo ? gap.repo : linker.model.documents[document].repo;
  if (!gap.issue_key.empty()) gap.issue = linker.find_document(gap.issue_key, near);
  if (!gap.issue) gap.issue = linked_issue(linker, gap);
  if (gap.issue && gap.issue_key.empty()) gap.issue_key = linker.model.documents[gap.issue].key;
  gap.owner = record.owner;
  gap.eta_entry = record.eta;
  if (record.eta.fill == Fill::value) gap.eta = read_date(record.eta.text);
  if (record.priority.fill == Fill::value) gap.priority = record.priority.text;
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
