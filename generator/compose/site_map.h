// Addresses: where each page of the site stands, and how one page points to another. Every link of
// the site is made here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/compose.h"

namespace muster {

/// From one page to another, relative: `relative_path("latest/gaps/index.html",
/// "latest/index.html")` is `../index.html`. The same page is its own file name.
std::string relative_path(std::string_view from, std::string_view to);

std::string page_path(const Version& version, PageKind kind);
std::string document_path(const Version& version, const Document& document);
/// The page of a report, shared by all versions.
std::string report_path(const ObjectId& blob);
/// Whether a report has a page of its own.
bool has_page(const Evidence& evidence);

PageKind page_kind(DocumentKind kind);

/// The version that the site opens with: `latest`, else the newest. None on a site without
/// versions.
std::optional<std::size_t> front_version(const SiteInput& input);

/// The anchors of a document's page: one on each block that can be pointed at, by block, and the
/// nearest one for any line.
struct PageAnchors {
  std::vector<std::string> of_block;                            // empty = none
  std::vector<std::pair<int, std::string>> by_line;             // ascending
  std::map<std::string, std::string, std::less<>> of_fragment;  // `#a-heading`, as GitHub has it

  /// The last anchor at or before the line; empty where there is none.
  std::string_view at(int line) const;
};
PageAnchors anchors_of(const Model& model, DocumentId document);

/// Each name once: a name that was there before gets a number.
std::vector<std::string> unique_names(std::vector<std::string> names);

}  // namespace muster
