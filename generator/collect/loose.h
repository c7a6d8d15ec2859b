// Loose objects, read by ourselves: libgit2 trusts the size that a loose object claims for itself
// and writes beyond its buffer where that is a lie.
#pragma once

#include <filesystem>
#include <optional>

#include "collect/git.h"

namespace muster {

/// The object in a file, its id not checked; none where there is no such file.
std::optional<RawObject> read_loose(const std::filesystem::path& file, std::size_t limit);

}  // namespace muster
