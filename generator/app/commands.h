// The commands: each ends in an exit code. Data goes to standard output, talk to standard error.
#pragma once

#include "app/options.h"

namespace muster {

ExitCode run_build(const Options& options);
ExitCode run_export(const Options& options);
ExitCode run_check(const Options& options);
ExitCode run_records(const Options& options);

}  // namespace muster
