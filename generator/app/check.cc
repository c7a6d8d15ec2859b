// muster check: the findings of the latest version, for people or as JSON.
#include <algorithm>
#include <iostream>

#include "app/commands.h"
#include "app/judge.h"
#include "app/say.h"
#include "base/text.h"
#include "compose/compose.h"

namespace muster {
namespace {

std::string_view source_line(const Model& model, const Where& where) {
  for (const Document& document : model.documents)
    if (document.repo == where.repo && document.path == where.path && document.content != nullptr)
      return document.content->markdown.line(where.line);
  return {};
}

Diagnostic to_diagnostic(const Workspace& workspace, const Judged& judged, const Finding& finding) {
  const Where& where = finding.where;
  Diagnostic diagnostic;
  const bool sibling = where.repo && where.repo != RepoId(0);
  diagnostic.path = sibling ? cat({workspace.repos[where.repo].name, "/", where.path}) : where.path;
  diagnostic.line = where.line;
  diagnostic.column = where.column;
  diagnostic.severity = to_string(finding.severity);
  diagnostic.message = finding.message;
  diagnostic.rule = finding.rule;
  diagnostic.source_line = source_line(judged.model, where);
  diagnostic.help = finding.advice;
  return diagnostic;
}

bool has_documents(const Model& model) {
  return std::any_of(model.documents.begin(), model.documents.end(),
                     [](const Document& document) { return document.repo == RepoId(0); });
}

// A gate that nothing passes through is not green.
ExitCode refuse_nothing(const Workspace& workspace) {
  const bool chosen = !workspace.content.empty();
  return fail(
      make_error(ExitCode::source,
                 cat({"there is nothing to judge: no ",
                      chosen ? "document matches `content`" : "Markdown file is committed"}),
                 chosen ? "correct `content` in muster.yaml"
                        : "name the repository of the documents with -C"));
}

}  // namespace

ExitCode run_check(const Options& options) {
  const Result<Judgement> judgement = judge(options);
  if (!judgement) return fail(judgement.error());
  const Judged& judged = newest_state(*judgement);
  say_notices(*judgement, judged.audit.findings);
  if (options.format == Format::json) {
    std::cout << check_json(judgement->workspace, judged);
  } else {
    for (const Finding& finding : judged.audit.findings)
      std::cout << format_diagnostic(to_diagnostic(judgement->workspace, judged, finding));
    std::cout << verdict_line(judged) << '\n';
    say_reasons(judged);
    std::cout << counted(judged.audit.rules.size(), "rule") << " ran on "
              << counted(judged.model.documents.size(), "document") << " and "
              << counted(judged.model.evidence.size(), "cited file") << ".\n";
  }
  if (judgement->losses.empty() && !has_documents(judged.model))
    return refuse_nothing(judgement->workspace);
  const bool blocked = count_findings(judged.audit, Severity::blocker) > 0;
  return finish(*judgement, blocked ? ExitCode::findings : ExitCode::ok);
}

}  // namespace muster
