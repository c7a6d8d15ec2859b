// The events of one step, in words.
#pragma once

#include <vector>

#include "compare/identity.h"
#include "domain/timeline.h"

namespace muster {

/// The matches of one step, and the keys that items have had since they appeared.
struct Matches {
  std::vector<DocumentId> documents;  // by DocumentId of the newer version
  std::vector<ItemId> items;
  std::vector<GapId> gaps;
  std::vector<std::string> old_keys;  // by ItemId of the older version
  std::vector<std::string> new_keys;
};

/// By kind, then document and place.
std::vector<Event> events_between(const Judged& older, const Judged& newer, const Matches& matches);

}  // namespace muster
