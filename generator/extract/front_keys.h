// The keys of front matter, as data: what docs/schema/front-matter-v1.schema.json publishes, and
// what the readers ask before they read.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace muster::extract {

/// A key at its place: `within` is where it stands ("" at the top, "parity.rows[]" in an entry of
/// that list).
struct FrontKey {
  std::string_view within;
  std::string_view name;
  bool required = false;
};

/// Those that bind what prose cannot. The others at the top are metadata (see metadata_keys).
std::span<const FrontKey> binding_keys();
std::vector<std::string_view> binding_keys_within(std::string_view within);

/// The words that a key may have, where they are few: "parity.rows[].compare" is same, differs or
/// major.
struct FrontWords {
  std::string_view key;
  std::span<const std::string_view> words;
};
std::span<const FrontWords> front_words();
std::span<const std::string_view> front_words_of(std::string_view key);

/// The keys at the top for which a near one is called a typing error. Other tools have keys of
/// their own here.
std::span<const std::string_view> near_front_keys();

}  // namespace muster::extract
