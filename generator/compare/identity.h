// Which rows of two versions are the same thing. An explicit key wins; else the document, the path
// of its sections and the text; else the same text elsewhere in the document; else the nearest text
// in the section; else it is new. One to one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/model.h"

namespace muster {

/// What tells an item from others, without its line.
struct ItemIdentity {
  std::string key;      // written id, in small letters; may be empty
  std::string section;  // titles from the top, in plain words
  std::string text;     // in plain words
};
ItemIdentity identity_of(const Model& model, const Item& item);

/// By DocumentId of `newer`: the same document in `older`, or none. A renamed file stays the same
/// when its key, its bytes or its title tell.
std::vector<DocumentId> match_documents(const Model& older, const Model& newer);

/// By ItemId of `newer`: the same item in `older`, or none.
std::vector<ItemId> match_items(const Model& older, const Model& newer,
                                const std::vector<DocumentId>& documents);

/// By GapId of `newer`: by issue, else by text, in the same document.
std::vector<GapId> match_gaps(const Model& older, const Model& newer,
                              const std::vector<DocumentId>& documents);

/// How much two texts have in common, from 0 to 1.
double likeness(std::string_view a, std::string_view b);

}  // namespace muster
