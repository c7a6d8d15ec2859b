// Addresses that stand bare in a text: `https://…`, `www.…`, `somebody@example.org`. By the rules
// of the GFM specification 0.29, section 6.9; the packaged library's own extension is unsafe in
// threads.
#pragma once

#include <vector>

#include "parse/inlines.h"

namespace muster {

/// Makes links of them, but not in a link or in the description of an image.
std::vector<InlineEvent> link_bare_addresses(std::vector<InlineEvent> events);

}  // namespace muster
