// Documents as the versions read them. A blob is read once with every vocabulary that it is shown
// under; versions of equal vocabularies share what was read.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/snapshot.h"
#include "link/link.h"

namespace muster {

struct Readings {
  std::vector<Contents> by_vocabulary;
  std::vector<std::size_t> vocabulary_of;  // by version

  const Contents& of(std::size_t version) const { return by_vocabulary[vocabulary_of[version]]; }
};

/// Blobs without bytes are left out.
Readings read_documents(const std::vector<Version>& versions, const Blobs& blobs,
                        const Limits& limits, unsigned jobs);

}  // namespace muster
