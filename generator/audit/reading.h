// Rules about what could not be read, or can be read in two ways.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_choice_ambiguous(const Judging& judging, Findings& out);

/// Whether a note says that part of the input was not read.
bool is_lost(const Judging& judging, const Unread& unread);

int check_table_ragged(const Judging& judging, Findings& out);
int check_front_matter_invalid(const Judging& judging, Findings& out);
int check_limit_exceeded(const Judging& judging, Findings& out);
int check_source_incomplete(const Judging& judging, Findings& out);
int check_version_unresolved(const Judging& judging, Findings& out);
int check_evidence_unreadable(const Judging& judging, Findings& out);
int check_evidence_ambiguous(const Judging& judging, Findings& out);
int check_secret_in_evidence(const Judging& judging, Findings& out);
int check_box_unclear(const Judging& judging, Findings& out);
int check_word_redefined(const Judging& judging, Findings& out);
int check_date_unclear(const Judging& judging, Findings& out);

}  // namespace muster
