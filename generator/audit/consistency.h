// Rules about places that disagree: a status and the boxes below it.
#pragma once

#include "audit/judging.h"

namespace muster {

int check_status_contradicts_boxes(const Judging& judging, Findings& out);

}  // namespace muster
