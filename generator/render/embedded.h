// The files of templates/ as they were when the program was built.
#pragma once

#include <span>
#include <string_view>

namespace muster {

struct EmbeddedFile {
  std::string_view path;  // below templates/: "gap/register.mustache"
  std::string_view text;
};

/// By path. The text of an asset is its bytes.
std::span<const EmbeddedFile> embedded_files();

}  // namespace muster
