// The keys of muster.yaml, as data: what docs/schema/muster-v1.schema.json publishes, and what the
// reader takes.
#pragma once

#include <span>
#include <string_view>

namespace muster {

/// A key at its place: `within` is where it stands ("" at the top, "repositories.*" in what a name
/// of the user's holds, "versions.reviews[]" in an entry of that list).
struct ConfigKey {
  std::string_view within;
  std::string_view name;
  bool read = true;  // false: known, and not read by this version of muster
};

/// All but the kinds of tables and their columns below `vocabulary.tables`, which the guide names.
std::span<const ConfigKey> config_keys();

}  // namespace muster
