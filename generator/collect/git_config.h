// The few settings of a repository's own configuration that say what format it has. Includes are
// not followed, and nothing else in it is obeyed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class GitConfig {
 public:
  explicit GitConfig(std::string_view text);

  /// The last value of `section.name` in lower case, sections without a subsection; empty where
  /// there is none.
  std::string get(const std::string& key) const;
  /// The keys that begin so, sorted.
  std::vector<std::string> names(std::string_view prefix) const;

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace muster
