// Parity: points in which two environments are compared, by values that front matter points to in
// captured files, and by the tables of the text.
#include <algorithm>

#include "base/text.h"
#include "link/bindings.h"
#include "link/linker.h"

namespace muster {
namespace {

EvidenceId captured(const Linker& linker, DocumentId document, const record::Written& file) {
  const Document& row = linker.model.documents[document];
  const auto target = bound_target(linker.targets, row.repo, row.path, file.text);
  if (!target) return {};
  const auto found = linker.evidence_by_path.find({target->repo, target->path});
  return found == linker.evidence_by_path.end() ? EvidenceId() : found->second;
}

void add_captured(Linker& linker, DocumentId document) {
  const Records& records = linker.records(document);
  if (!records.parity_binding) return;
  const EvidenceId staging = captured(linker, document, records.parity_binding->staging);
  const EvidenceId production = captured(linker, document, records.parity_binding->production);
  for (const record::ParityPair& pair : records.parity_binding->rows) {
    ParityRow row;
    row.document = document;
    row.text = pair.item.text.empty() ? pair.pointer : pair.item.text;
    row.captured = true;
    row.pair = pair;
    row.staging = staging;
    row.production = production;
    bool several = false;
    row.item = linker.item(document, find_item(records, pair.item.text, several));
    row.where = linker.where(document, pair.item.line, pair.item.column);
    linker.model.parity_rows.add(std::move(row));
  }
}

void add_told(Linker& linker, DocumentId document) {
  const Records& records = linker.records(document);
  for (const record::ParityRow& told : records.parity_rows) {
    ParityRow row;
    row.document = document;
    row.text = told.item;
    row.told_staging = told.staging;
    row.told_production = told.production;
    row.status = told.status;
    row.notes = told.notes;
    for (const record::StatusRow& status : records.status_rows)
      if (status.line == told.line) row.status_class = status.status_class;
    row.where = linker.where(document, told.line);
    linker.model.parity_rows.add(std::move(row));
  }
}

}  // namespace

void link_parity(Linker& linker) {
  for (std::size_t d = 0; d < linker.model.documents.size(); ++d) {
    const DocumentId document(d);
    const std::size_t first = linker.model.parity_rows.size();
    add_captured(linker, document);
    add_told(linker, document);
    for (std::size_t i = first; i < linker.model.parity_rows.size(); ++i)
      linker.model.parity_rows[ParityId(i)].anchor =
          linker.claim(document, cat({"parity-", number(static_cast<int>(i - first) + 1)}));
  }
}

}  // namespace muster
