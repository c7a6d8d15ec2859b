// JSON values held against each other: what expectations of front matter and captured environments
// ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace muster {

/// Equal numbers, texts, truths; lists and objects by all that is in them, objects in any order.
bool same_value(const Json& a, const Json& b);
/// The same values, whatever their order; false unless both are lists.
bool same_set(const Json& a, const Json& b);
/// Nothing, or only something in its place: null, "", [], {}, "***".
bool says_nothing(const Json& value);
/// The first `parts` numbers of a version, "16.2" of "v16.2.1"; none where it begins with none or
/// has fewer. A number counts as written.
std::optional<std::string> version_front(const Json& value, int parts);
/// Whether a text or number fits a pattern in which `*` stands for anything.
bool fits_pattern(const Json& value, std::string_view pattern);
/// How many entries a list or object has, or signs a text; none for others.
std::optional<long long> length_of(const Json& value);
/// In one line, shortened, without what looks like a secret.
std::string shown(const Json& value);

}  // namespace muster
