// Who names whom: mentions of documents by id, by link and by path.
#include <algorithm>
#include <set>
#include <tuple>

#include "link/ids.h"
#include "link/linker.h"
#include "link/targets.h"

namespace muster {
namespace {

DocumentId by_target(const Linker& linker, const std::optional<Target>& target) {
  if (!target) return {};
  const auto found = linker.by_path.find({target->repo, target->path});
  return found == linker.by_path.end() ? DocumentId() : found->second;
}

DocumentId by_path(const Linker& linker, const Document& source, const record::Mention& mention) {
  const auto target = linker.targets.find(source.repo, source.path, mention.text, mention.link);
  if (mention.link || (target && target->file != nullptr)) return by_target(linker, target);
  return by_target(linker, linker.targets.find_by_end(source.repo, mention.text));
}

DocumentId named_by(const Linker& linker, const Document& source, const record::Mention& mention) {
  switch (mention.kind) {
    case record::MentionKind::id:
      return linker.find_document(mention.text, source.repo);
    case record::MentionKind::path:
      return by_path(linker, source, mention);
    case record::MentionKind::url:
      return by_target(linker, linker.targets.find_web(mention.text));
    case record::MentionKind::issue_number:
    case record::MentionKind::command:
    case record::MentionKind::commit:
      return {};
  }
  return {};
}

void refer(Linker& linker, DocumentId source, DocumentId target, int line, int column) {
  if (!target || target == source) return;
  Reference reference;
  reference.source = source;
  reference.target = target;
  reference.key = linker.model.documents[target].key;
  reference.where = linker.where(source, line, column);
  linker.model.references.push_back(std::move(reference));
}

}  // namespace

void link_references(Linker& linker) {
  Model& model = linker.model;
  for (std::size_t d = 0; d < model.documents.size(); ++d) {
    const DocumentId id(d);
    for (const record::Mention& mention : linker.records(id).mentions)
      refer(linker, id, named_by(linker, model.documents[id], mention), mention.line,
            mention.column);
  }
  for (const Gap& gap : model.gaps)
    refer(linker, gap.document, gap.issue, gap.where.line, gap.issue_entry.column);

  // One reference a line: an id and its link in one cell are one.
  const auto place = [](const Reference& r) {
    return std::tuple(r.source, r.where.line, r.target);
  };
  std::stable_sort(model.references.begin(), model.references.end(),
                   [&](const Reference& a, const Reference& b) { return place(a) < place(b); });
  model.references.erase(
      std::unique(model.references.begin(), model.references.end(),
                  [&](const Reference& a, const Reference& b) { return place(a) == place(b); }),
      model.references.end());
}

}  // namespace muster
