// What an answer to a decision or a choice says: yes only by a word of a closed list, no by
// another, and everything else leaves the question open.
#pragma once

#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// "GO", "Approved, no open P0" are yes; "NO-GO", "HOLD", "❌" are no; "Go if backups pass",
/// "see notes" and "" are open. "Approved for staging" is a yes only where that is `decided`.
Answer answer_of(std::string_view text, std::string_view decided = {});

/// Whether the first statement is nothing but a yes, a no or a doubt. “Use Postgres 16” is none.
bool is_plain_answer(std::string_view text);

/// "No", "N/A", "not needed": answers a question, and fails nothing.
bool is_plain_no(std::string_view text);

}  // namespace muster::extract
