#include "base/slugs.h"

#include "base/digest.h"
#include "base/text.h"

namespace muster {

std::string Slugs::take(std::string slug, std::string_view whole, std::string_view prefix) {
  if (!slug.empty() && slug.size() <= kLongestSlug && taken_.insert(slug).second) return slug;
  const std::string digest = sha256_hex(whole);
  for (std::size_t digits = 6;; ++digits) {
    const std::string end =
        digits <= digest.size() ? digest.substr(0, digits) : number(static_cast<long long>(digits));
    std::string front = slug.substr(0, kLongestSlug - 1 - end.size());
    while (!front.empty() && (front.back() == '-' || front.back() == '.')) front.pop_back();
    std::string wanted = front.empty() ? cat({prefix, end}) : cat({front, "-", end});
    if (taken_.insert(wanted).second) return wanted;
  }
}

}  // namespace muster
