// What changed from version to version. Made by compare; events name their subject by a key that
// outlives the version.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/finding.h"

namespace muster {

enum class EventKind {
  appeared,
  ticked,
  unticked,
  reworded,
  moved,
  removed,
  gap_opened,
  gap_closed,
  evidence_added,
  evidence_removed,
  evidence_replaced,
  finding_raised,
  finding_cleared,
  newly_verified,
  newly_disputed,
  verdict_changed
};

struct Event {
  EventKind kind = EventKind::appeared;
  std::string key;   // stable over versions
  std::string text;  // what it is about, in words
  std::string before;
  std::string after;
  Subject subject;      // in the newer version; in the older one for removals
  DocumentId document;  // likewise
};

/// From one version to the next. Indices into the list of versions, oldest first.
struct Step {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<Event> events;  // by kind, then document and place
};

struct Timeline {
  std::vector<Step> steps;  // one for each version but the first; `latest` and `draft` follow the
                            // newest frozen one
};

}  // namespace muster
