// Parity of two environments: captured values by how they should stand to each other, told ones by
// what they say, and both against the mark that the document gives them.
#pragma once

#include "audit/judging.h"

namespace muster {

std::vector<ParityAudit> judge_parity(const Model& model);

int check_parity_mismatch(const Judging& judging, Findings& out);
int check_parity_contradicted(const Judging& judging, Findings& out);
int check_parity_unknown(const Judging& judging, Findings& out);

}  // namespace muster
