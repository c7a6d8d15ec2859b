// What front matter names: boxes by their words, files by their paths.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/record.h"
#include "link/targets.h"

namespace muster {

/// The words of a name, in lower case, without signs: "RLS Tests:" is "rls tests".
std::string name_words(std::string_view text);

/// The box whose text or id this is, else the only one that is this up to an aside: “Indexes used”
/// for “Indexes used (idx_scan > 0)”. `several` tells whether there was none because more than one
/// fits.
Id<record::Item> find_item(const Records& records, std::string_view text, bool& several);

/// The section of that title or key; none where there is none or several.
Id<record::Section> find_section(const Records& records, std::string_view title);

/// The file of a path that front matter names: from the document's folder, else from the top of its
/// repository. Where there is none, the place where it would be expected.
std::optional<Target> bound_target(const Targets& targets, RepoId repo, std::string_view document,
                                   std::string_view written);

}  // namespace muster
