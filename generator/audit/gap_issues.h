// How gaps meet their issues, over repositories.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_gap_without_issue(const Judging& judging, Findings& out);
int check_gap_without_eta(const Judging& judging, Findings& out);
/// Without sibling repositories all unknown ids are one note: nobody said where to look.
int check_issue_unknown(const Judging& judging, Findings& out);
int check_issue_ambiguous(const Judging& judging, Findings& out);
int check_gap_issue_differs(const Judging& judging, Findings& out);
int check_gap_open_issue_closed(const Judging& judging, Findings& out);
int check_gap_repo_unknown(const Judging& judging, Findings& out);

}  // namespace muster
