// Numbers: those that documents ask for, held against what reports measured or the text tells.
#pragma once

#include "audit/judging.h"

namespace muster {

std::vector<MetricState> judge_metrics(const Model& model);

int check_metric_out_of_bounds(const Judging& judging, Findings& out);
int check_metric_missing(const Judging& judging, Findings& out);
/// A number that the text tells and the report tells otherwise.
int check_metric_contradicted(const Judging& judging, Findings& out);
/// A trigger whose condition a report meets.
void check_trigger_met(const Judging& judging, Findings& out);
/// What is accepted below one number and rolled back above another says nothing of those between.
int check_threshold_hole(const Judging& judging, Findings& out);

}  // namespace muster
