// Lists of words as data: entries in one string with bars between.
#pragma once

#include <algorithm>
#include <string_view>

namespace muster {

/// Calls `matches` with each entry until it says yes; whether it did.
template <class F>
bool any_listed(std::string_view list, F&& matches) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t bar = std::min(list.find('|', begin), list.size());
    if (matches(list.substr(begin, bar - begin))) return true;
    begin = bar + 1;
  }
  return false;
}

inline bool is_listed(std::string_view list, std::string_view word) {
  return any_listed(list, [&](std::string_view entry) { return entry == word; });
}

}  // namespace muster
