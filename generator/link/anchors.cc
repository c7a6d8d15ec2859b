#include "link/anchors.h"

#include "base/text.h"

namespace muster {
namespace {

constexpr std::size_t kLongest = 80;

std::string safe(std::string_view wanted) {
  std::string out;
  for (const char c : wanted.substr(0, kLongest)) {
    if (is_alnum(c) || c == '.' || c == '_') {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  if (out.empty()) return "x";
  return is_alpha(out.front()) ? out : "s" + out;
}

}  // namespace

std::string Anchors::claim(std::string_view wanted) {
  const std::string first = safe(wanted);
  if (taken_.emplace(first, 1).second) return first;
  while (true) {
    const int next = ++taken_[first];
    const std::string anchor = cat({first, "-", number(next)});
    if (taken_.emplace(anchor, 1).second) return anchor;
  }
}

}  // namespace muster
