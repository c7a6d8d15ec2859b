// The list of what a published site holds: the proof that a folder is ours, and what a later build
// compares with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace muster::publishing {

inline constexpr std::string_view kManifestName = "manifest.sha256";

/// SHA-256 by path. The manifest itself is not in it.
using Manifest = std::map<std::string, std::string, std::less<>>;

std::string format_manifest(const Manifest& manifest);
/// None where the text is no manifest of ours, or one of another format.
std::optional<Manifest> parse_manifest(std::string_view text);

/// Whether a file of this path may be published: relative, no "." or "..", no control character or
/// backslash, valid UTF-8, components of at most 200 bytes and 1,024 in all.
bool is_safe_path(std::string_view path);

}  // namespace muster::publishing
