// Which files count: documents by the globs of the configuration or by a default, and the files
// that may hold evidence. Others become evidence only where somebody cites them.
#pragma once

#include <string_view>
#include <vector>

#include "domain/snapshot.h"

namespace muster {

FileUse use_of(const Workspace& workspace, RepoId repo, std::string_view path);

/// Sets the use of every regular file of a list.
void select_files(const Workspace& workspace, RepoId repo, std::vector<FileEntry>& files);

/// What the operator's globs do not find among the files of a version: a mistyped one would leave
/// documents out without a word.
std::vector<Diagnostic> unmatched_globs(const Workspace& workspace, const Version& version);

}  // namespace muster
