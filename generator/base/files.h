// The file system, for the configuration, the templates and the output. Sources come from git, not
// from here.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace muster {

/// The bytes of a regular file of at most `limit` bytes; other kinds of file are refused, and a
/// link is not followed where `follow` is false.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = 64u << 20,
                              bool follow = true);

/// Writes a new file whole and syncs it. The folder must exist.
Result<Done> write_file(const std::filesystem::path& path, std::string_view bytes);

/// What the system says of an errno: "No space left on device".
std::string system_reason(int number);
/// On an open file, through interruptions; false with errno set. read_all stops once it has more
/// than `limit` bytes.
bool read_all(int file, std::size_t limit, std::string& bytes);
bool write_all(int file, std::string_view bytes);
bool sync_file(int file);

}  // namespace muster
