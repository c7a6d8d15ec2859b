// Numbers that a document asks for, beside those that reports measured.
#pragma once

#include "compose/view.h"

namespace muster {

/// One row for each number that front matter binds or that is judged: what is asked, what the text
/// tells, what the report gives, with the report and its digest. Empty where there is none.
Data::List numbers_of(const View& view, DocumentId document);

}  // namespace muster
