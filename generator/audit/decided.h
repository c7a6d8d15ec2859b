// What an answer to a decision or a choice says: yes only by a word of a closed list, no by
// another, and everything else leaves the question open.
#pragma once

#include <string_view>
#include <vector>

#include "audit/judging.h"

namespace muster {

enum class Answer { open, yes, no };

/// "GO", "Approved, no open P0" are yes; "NO-GO", "HOLD", "❌" are no; "Go if backups pass",
/// "see notes" and "" are open.
Answer answer_of(std::string_view text);

enum class Chosen {
  nothing,  // open, in doubt, or two answers at once
  go,
  no_go,
  made,  // “Use Postgres 16”: a decision that no gate waits for, in words of its own
};
Chosen chosen(const Decision& decision);

/// A choice outside a decision that asks for a result: `Restore test: [ ] PASS [x] FAIL`.
struct JudgedChoice {
  const record::Choice* choice = nullptr;
  Answer answer = Answer::open;
  bool tells_result = false;  // one of its options is a failure: it asks more than yes or no
};
/// Those of a document that a result was asked for. "No" and "N/A" answer a question and fail
/// nothing; a choice answered so is left out.
std::vector<JudgedChoice> judged_choices(const Model& model, DocumentId document);

}  // namespace muster
