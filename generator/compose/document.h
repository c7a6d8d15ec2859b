// A document as its page shows it: sections in the order of the source, boxes as judged items with
// their findings beside them, all else as prose.
#pragma once

#include <optional>
#include <vector>

#include "compose/prose.h"
#include "compose/view.h"

namespace muster {

/// The body of a document's page. `sections` are data of the template `document/section`.
struct DocumentBody {
  struct Section {
    Data::Object data;
    std::size_t block = 0;    // of its heading; 0 = what stands ahead of the first one
    int level = 0;            // 2 to 6; 0 likewise
    std::string title;        // markup removed
    std::string anchor;       // may be empty
    Tally tally;              // of its items, deeper sections included
    bool acceptance = false;  // holds acceptance criteria
  };
  std::vector<Section> sections;
  Data title_html = false;   // of its first heading; false where it has none
  std::string title_anchor;  // likewise
  Data::List notes;          // findings of the document as a whole
};
DocumentBody document_body(const View& view, DocumentId document);

/// What stands above a document: title, source, last change, tally, owner, status, notes.
Data::Object document_head(const View& view, DocumentId document, const DocumentBody& body);

/// The main sections as links: `[{text, href, count}]`.
Data::List contents_of(const View& view, const DocumentBody& body);

/// Puts head, sections and contents of the document that a page is about into its data.
void add_document(const View& view, DocumentId document, Page& page);

}  // namespace muster
