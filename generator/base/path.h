// Which paths of a repository may be used. Names in a git tree are hostile: they can climb, hide or
// break a terminal.
#pragma once

#include <string_view>

namespace muster {

/// Why a name of one tree entry (one component of a path) may not be used, as the end of the
/// sentence "the name …"; empty where it is safe.
std::string_view name_problem(std::string_view name);

/// Why a path may not be used, as the end of the sentence "the path …"; empty where it is relative,
/// valid UTF-8, of at most 1,024 bytes, and every component of it is safe.
std::string_view path_problem(std::string_view path);

}  // namespace muster
