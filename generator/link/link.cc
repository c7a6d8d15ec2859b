// The passes of link, in order. Each adds its rows; none changes what another made, but to attach
// its own.
#include "link/link.h"

#include "link/citations.h"
#include "link/linker.h"

namespace muster {

Model link(const Workspace& workspace, const Version& version,
           const std::vector<RepoHistory>& histories, const Contents& contents,
           const Reports& reports, const std::map<ObjectId, std::string>& unreadable) {
  const Targets targets(workspace, version, histories);
  Linker linker{
      workspace, version, contents, reports, unreadable, targets, pasts(version, histories),
      {},        {},      {},       {},      {},         {}};
  linker.model.version = version;
  for (const Repo& repo : workspace.repos)
    linker.model.repo_names.push_back(linker.model.repo_names.empty() ? std::string() : repo.name);
  link_documents(linker);
  // Beyond this point every document has its row, and the rows of its records have their numbers.
  link_tasks(linker);
  link_gates(linker);
  link_items(linker);
  link_dependencies(linker);
  link_gaps(linker);
  link_references(linker);
  link_evidence(linker);
  // Beyond this point every report that somebody names has its row.
  link_listed_issues(linker);
  link_claims(linker);
  link_bindings(linker);
  link_metrics(linker);
  link_parity(linker);
  link_unread(linker);
  return std::move(linker.model);
}

}  // namespace muster
