#include "app/say.h"

#include <algorithm>
#include <iostream>

#include "base/text.h"

namespace muster {
namespace {

std::string_view in_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_ready:
      return "Not ready";
    case Outcome::at_risk:
      return "At risk";
    case Outcome::ready:
      return "Ready";
    case Outcome::undetermined:
      return "Undetermined";
  }
  return "";
}

bool is_told(const std::vector<Finding>& findings, const Diagnostic& notice) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.rule == notice.rule && finding.where.path == notice.path &&
           finding.where.line == notice.line && finding.message == notice.message;
  });
}

}  // namespace

ExitCode fail(const Error& error) {
  std::cerr << format_diagnostic(error.diagnostic);
  return error.code;
}

void say_notices(const Judgement& judgement, const std::vector<Finding>& told) {
  for (const Diagnostic& notice : judgement.notices)
    if (!is_told(told, notice)) std::cerr << format_diagnostic(notice);
}

ExitCode finish(const Judgement& judgement, ExitCode code) {
  const std::vector<std::string>& losses = judgement.losses;
  if (losses.empty()) return code;
  Error error =
      make_error(ExitCode::source,
                 cat({counted(losses.size(), "part"), " of the sources could not be read, ",
                      "so the judgement may be too good: ", losses.front()}),
                 "fetch what is missing, or clone the repository anew");
  return fail(error);
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string plural(noun);
  if (count != 1)
    plural = noun.ends_with("y") ? cat({noun.substr(0, noun.size() - 1), "ies"}) : cat({noun, "s"});
  return cat({std::to_string(count), " ", plural});
}

std::size_t count_findings(const Audit& audit, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(audit.findings.begin(), audit.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string verdict_line(const Judged& judged) {
  const Audit& audit = judged.audit;
  return cat({in_words(audit.verdict.outcome), audit.verdict.on_hold ? " (on hold)" : "", ": ",
              counted(count_findings(audit, Severity::blocker), "blocker"), ", ",
              counted(count_findings(audit, Severity::warning), "warning"), ", ",
              counted(count_findings(audit, Severity::note), "note"), ", as of ",
              format_minute(audit.as_of)});
}

void say_reasons(const Judged& judged) {
  constexpr std::size_t kShown = 5;
  const std::vector<Reason>& reasons = judged.audit.verdict.reasons;
  for (std::size_t i = 0; i < std::min(kShown, reasons.size()); ++i)
    std::cout << "  - " << visible(reasons[i].text) << '\n';
  if (reasons.size() > kShown)
    std::cout << "  - and " << counted(reasons.size() - kShown, "more reason") << '\n';
}

}  // namespace muster
