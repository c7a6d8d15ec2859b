// Paths inside repositories, as documents write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// The folder of a path: "docs" of "docs/a.md", empty at the top.
std::string folder_of(std::string_view path);
std::string file_name(std::string_view path);
/// The file name without its last extension.
std::string stem(std::string_view path);
/// In lower case, without the dot; empty where there is none.
std::string extension(std::string_view path);

/// `path` below `folder` with "." and ".." resolved. None where it leaves the repository; `outside`
/// then gets what follows the last "..".
std::optional<std::string> resolve_path(std::string_view folder, std::string_view path,
                                        std::string* outside = nullptr);

/// Without fragment, query, "./" and blanks around it; percent escapes resolved.
std::string clean_target(std::string_view written);

/// Whether a text can name one file: no wildcard, no variable, no dated pattern (YYYYMMDD), no
/// folder, and an extension. Only a link may hold blanks and signs that words and commands hold
/// too.
bool looks_like_file(std::string_view path, bool link = false);

}  // namespace muster
