// How a path stands in its sentence: as proof, as what the sentence is about, or set aside.
#pragma once

#include <string_view>

namespace muster::extract {

/// Whether the words around a path say that it is not to count: “do not use a.json”, “(superseded:
/// a.json)”, “not a.json”, “Replace the failing run a.json”, “a.json does not cover RLS”. `before`
/// ends where the path begins, or where an earlier path ends.
bool is_set_aside(std::string_view before, std::string_view after);

/// Whether the sentence is about the file: “Fix src/config.json parsing”, “Rotated secrets.json”,
/// “index.html has CSP”. A path is proof in brackets, after a dash, a colon or a word such as
/// “see”, at the end, and where its folder is one of reports.
bool is_in_passing(std::string_view before, std::string_view after, std::string_view path);

}  // namespace muster::extract
