// Whether the index of a pack can be trusted with memory: libgit2 follows its offsets unchecked.
#pragma once

#include <filesystem>

namespace muster {

/// A version 2 index of the size that it claims, whose every offset lies within its pack. The names
/// in it need no check: an object under a wrong name does not match its id.
bool is_sound_pack_index(const std::filesystem::path& index);

}  // namespace muster
