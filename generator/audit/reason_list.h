// Reasons of one version while they are gathered, before they are put in order.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "audit/judging.h"

namespace muster {

inline Subject as_subject(SubjectKind kind, std::size_t row) {
  return {kind, static_cast<std::uint32_t>(row)};
}

class ReasonList {
 public:
  explicit ReasonList(const Model& model) : model_(model) {}

  /// The owner is that of the document, until the caller knows better.
  Reason& add(Severity weight, Subject subject, DocumentId document, std::string text) {
    Reason reason;
    reason.weight = weight;
    reason.subject = subject;
    reason.document = document;
    reason.text = std::move(text);
    if (document) reason.owner = value_of(model_.documents[document].owner);
    return reasons_.emplace_back(std::move(reason));
  }

  std::vector<Reason> take() { return std::move(reasons_); }

 private:
  const Model& model_;
  std::vector<Reason> reasons_;
};

/// What is open in rows and marks that no box, gate or gap carries: results, tasks without boxes,
/// issues met, rows with a status, signs that look like boxes.
void add_row_reasons(const Judging& judging, ReasonList& list);

}  // namespace muster
