// Which files count: documents by the globs of the configuration or by a default, and the files
// that may hold evidence. Others become evidence only where somebody cites them.
#pragma once

#include <string_view>

#include "domain/snapshot.h"

namespace muster {

FileUse use_of(const Workspace& workspace, RepoId repo, std::string_view path);

/// Sets the use of every regular file of a list.
void select_files(const Workspace& workspace, RepoId repo, std::vector<FileEntry>& files);

}  // namespace muster
