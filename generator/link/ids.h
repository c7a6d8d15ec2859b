// Ids as people write them: MIG-4, CE-P0-06, FE-RECOVERY-4.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

/// An id cut at its number: "CE-" and 20 of CE-20.
struct NumberedId {
  std::string prefix;  // in capitals
  long long number = 0;
};

/// None where the text is not letters and digits in groups joined by hyphens, ending in a number of
/// at most nine digits.
std::optional<NumberedId> split_id(std::string_view text);

/// The ids that stand in a text on their own. Only capitals make an id in prose.
std::vector<std::string> all_ids(std::string_view text);

/// The longest id that a name begins with: BE-CICD-1 of "BE-CICD-1-repair". Empty where there is
/// none.
std::string leading_id(std::string_view name);

/// Ids are compared in any case.
std::string id_key(std::string_view id);

}  // namespace muster
