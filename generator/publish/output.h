// Whether a folder may be written to: only one that is empty or our own, and no dangerous place.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "publish/folder.h"
#include "publish/manifest.h"

namespace muster::publishing {

/// An output folder that may exist or not; the folder above it does.
struct Place {
  std::filesystem::path parent;  // absolute, no links in it
  std::string name;
  std::string shown;  // as the caller wrote it
};

/// Refuses (usage) the root of the file system, the home folder, a git repository or its inside, a
/// folder that the current one lies in, a link, and what is no folder.
Result<Place> locate_output(const std::filesystem::path& output);

/// What stands in the output folder now.
struct Held {
  bool exists = false;
  Manifest manifest;               // of the last build; empty where there was none
  std::vector<std::string> files;  // that muster made, manifest included, sorted
};

/// Refuses (usage) a folder that holds a file muster did not make, naming the first. `claimed` are
/// paths that a killed build may have put there.
Result<Held> inspect_output(const Folder& parent, const Place& place, const Manifest& claimed);

/// A file at the top that is not ours and stays: README, README.md, .gitkeep.
bool is_kept(std::string_view path);

}  // namespace muster::publishing
