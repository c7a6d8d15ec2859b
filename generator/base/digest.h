// SHA-256, the one digest that muster shows and compares.
#pragma once

#include <string>
#include <string_view>

namespace muster {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace muster
