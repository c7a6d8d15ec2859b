// Signs that stand for a state, and the shortcodes for them.
#pragma once

#include <string_view>

#include "domain/record.h"

namespace muster::extract {

/// A glyph that stands for a state, at the front of a text.
struct Glyph {
  std::string_view text;  // in UTF-8; a variation selector after it is not part
  BoxState box = BoxState::none;
  StatusClass status = StatusClass::unknown;
};
/// The glyph that begins the text, or null.
const Glyph* glyph_at(std::string_view text);

/// Where a glyph stands that ends the text, or npos.
std::size_t last_glyph(std::string_view text);
/// How many bytes the sign in front of a text takes, known or not, with its variation selector;
/// 0 where none stands there.
std::size_t sign_length(std::string_view text);
std::string_view without_variation(std::string_view sign);

/// Stands for a sign of which nobody knows what it says. No document holds it.
constexpr std::string_view kUnknownSign = "\xee\x80\x80";

/// How many bytes it takes, variation selector and following blanks included.
std::size_t glyph_length(std::string_view text, const Glyph& glyph);

/// Whether a glyph for which `matches` says yes stands somewhere in the text.
template <class F>
bool any_glyph(std::string_view text, F&& matches) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const Glyph* glyph = glyph_at(text.substr(at)); glyph != nullptr && matches(*glyph))
      return true;
  return false;
}

}  // namespace muster::extract
