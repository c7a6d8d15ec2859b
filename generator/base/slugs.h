// Addresses: slugs that differ from each other and are short enough for a file name.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace muster {

/// At most this many characters; longer ones are cut and end in a part of a hash.
constexpr std::size_t kLongestSlug = 80;

class Slugs {
 public:
  /// The slug as it is, where it is free and short enough; else with the first six digits (more,
  /// where those are taken) of the hash of `whole`, which tells its owner from all others. An empty
  /// slug becomes the hash alone, after `prefix`.
  std::string take(std::string slug, std::string_view whole, std::string_view prefix = {});

 private:
  std::set<std::string> taken_;
};

}  // namespace muster
