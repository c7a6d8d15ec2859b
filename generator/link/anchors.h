// Anchors of one document's page: each begins with a letter and is given once.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace muster {

class Anchors {
 public:
  /// The wanted anchor made safe, with a number where it is taken.
  std::string claim(std::string_view wanted);

 private:
  std::map<std::string, int> taken_;  // with the last number tried
};

}  // namespace muster
