#include "audit/judging.h"

#include "base/text.h"

namespace muster {

DocumentId Judging::document_at(const Where& where) const {
  const auto found = places.find({where.repo, where.path});
  return found == places.end() ? DocumentId() : found->second;
}

std::vector<const Citation*> Judging::citations(const Evidence& evidence) const {
  std::vector<const Citation*> found;
  for (const std::size_t position : evidence.cited_by)
    if (judged(document_at(model.citations[position].where)))
      found.push_back(&model.citations[position]);
  return found;
}

Draft& Findings::add(SubjectKind kind, std::uint32_t row, std::string key) {
  Draft draft;
  draft.finding.rule = std::string(rule_->id);
  draft.finding.severity = rule_->severity;
  draft.finding.advice = std::string(rule_->fix);
  draft.finding.subject = {kind, row};
  draft.key = std::move(key);
  return drafts_.emplace_back(std::move(draft));
}

std::string quoted(std::string_view text) { return cat({"“", shorten(text, 120), "”"}); }

std::string counted(int count, std::string_view one, std::string_view many) {
  return cat({number(count), " ", count == 1 ? one : many});
}

std::string name_of(const Document& document) {
  return document.key.empty() ? quoted(document.title) : document.key;
}

std::string value_of(const record::Entry& entry) {
  return entry.fill == Fill::value ? entry.text : std::string();
}

std::string plain_words(std::string_view text) { return lower(collapse_spaces(text)); }

}  // namespace muster
