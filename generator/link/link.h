// link: from the files of one version and what each says to one model. The only step that looks
// across documents.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "domain/model.h"

namespace muster {

using Contents = std::map<ObjectId, std::shared_ptr<const Content>>;
using Reports = std::map<ObjectId, std::shared_ptr<const ReportContent>>;

/// The blobs, by repository, that documents of this version cite or that are reports by
/// configuration, and that are to be read before `link`: present ones, and for paths that are gone
/// the last blob that history has.
std::vector<std::set<ObjectId>> wanted_reports(const Workspace& workspace, const Version& version,
                                               const std::vector<RepoHistory>& histories,
                                               const Contents& contents);

/// `contents` and `reports` hold what could be read; `unreadable` says why a blob could not.
Model link(const Workspace& workspace, const Version& version,
           const std::vector<RepoHistory>& histories, const Contents& contents,
           const Reports& reports, const std::map<ObjectId, std::string>& unreadable);

}  // namespace muster
