// The icons of the site, as symbols of one SVG.
#pragma once

#include <string>
#include <string_view>

namespace muster {

/// The sprite with only the icons that a page uses (`<use href="#m_i-open"/>`), and the hatching
/// where it has bars.
std::string sprite_for(std::string_view page);

}  // namespace muster
