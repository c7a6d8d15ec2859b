// Base64, of the standard alphabet and of the one that is safe in URLs (RFC 4648).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// The bytes; padding may be left out. None where the text is no base64.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace muster
