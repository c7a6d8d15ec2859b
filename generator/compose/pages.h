// The pages, one function each; every one stands in the file of its subject.
#pragma once

#include <string>

#include "compose/view.h"

namespace muster {

Page overview_page(const View& view);        // overview.cc
Page checklists_page(const View& view);      // checklist.cc
Page checklist_page(const View& view);       // checklist.cc
Page tracker_page(const View& view);         // checklist.cc
Page issues_page(const View& view);          // issue.cc
Page issue_page(const View& view);           // issue.cc
Page document_page(const View& view);        // document.cc
Page gaps_page(const View& view);            // gap.cc
Page parity_page(const View& view);          // parity.cc
Page evidence_index_page(const View& view);  // evidence.cc
Page evidence_page(const View& view);        // evidence.cc
Page findings_page(const View& view);        // finding.cc
Page versions_page(const View& view);        // versions.cc
Page not_found_page(const View& view);       // versions.cc

std::string versions_json(const SiteInput& input);  // versions.cc

}  // namespace muster
