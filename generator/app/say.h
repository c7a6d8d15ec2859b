// Sentences for the terminal that several commands share.
#pragma once

#include <string>

#include "app/judge.h"

namespace muster {

/// Prints an error to standard error; gives its exit code.
ExitCode fail(const Error& error);

/// Prints the notices to standard error, but for those that are among the findings told elsewhere.
void say_notices(const Judgement& judgement, const std::vector<Finding>& told = {});

/// Where part of the sources could not be read: says so as an error, and gives its exit code
/// instead of `code`.
ExitCode finish(const Judgement& judgement, ExitCode code);

/// "3 blockers", "1 blocker".
std::string counted(std::size_t count, std::string_view noun);

/// "Not ready (on hold): 3 blockers, 1 warning, 0 notes, as of 2026-02-18 09:00 UTC".
std::string verdict_line(const Judged& judged);

/// The first reasons of the verdict, a line each, to standard output.
void say_reasons(const Judged& judged);

std::size_t count_findings(const Audit& audit, Severity severity);

}  // namespace muster
