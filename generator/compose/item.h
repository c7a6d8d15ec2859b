// One box as a page shows it: its mark, text, evidence and the findings beside it.
#pragma once

#include "compose/prose.h"
#include "compose/view.h"

namespace muster {

/// A finding in the margin: `{icon, tone, word, id, href, message}`.
Data::Object margin_note(const View& view, std::size_t finding);

/// A cited report: `{icon, tone, word, text, href}`.
Data::Object evidence_link(const View& view, EvidenceId evidence);

/// Data of the template `document/item`. `text` is its markup, `depth` how deep it is nested.
Data::Object item_row(const View& view, ItemId item, Html text, int depth,
                      const std::vector<std::size_t>& findings);

/// A point of a list that has boxes, and none itself.
Data::Object plain_row(Html text, std::string_view anchor, int depth);

/// How links and ids in the words of a document are resolved: to pages of this version, to the
/// repository on the web, or not at all.
Prose prose_of(const View& view, DocumentId document);

Standing standing_of(const View& view, ItemId item);

/// The mark of an item: its standing, but a rollback trigger has fired or has not, and a box of a
/// sibling repository is shown and not judged.
Mark mark_of_item(const View& view, ItemId item);

}  // namespace muster
