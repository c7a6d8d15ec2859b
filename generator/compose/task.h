// Tasks as pages show them: their facts, and what each waits for.
#pragma once

#include "compose/view.h"

namespace muster {

/// What stands under a task's heading: `{mark, status, phase, owner, estimate, needs}`.
Data::Object task_facts(const View& view, const Task& task);

/// One row for each task of a document.
Data::List task_table(const View& view, DocumentId document);

}  // namespace muster
