// The frame that all pages share: title, tabs with their counts, path, date, footer.
#pragma once

#include "compose/view.h"

namespace muster {

/// A page with the data of its frame. Its own data comes on top.
Page framed_page(const View& view, std::string template_name);

}  // namespace muster
