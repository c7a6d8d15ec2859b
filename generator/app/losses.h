// What of the sources could not be read. A judgement without it may be too good, so the program
// says so and does not end well.
#pragma once

#include <string>
#include <vector>

#include "collect/collect.h"

namespace muster {

/// One sentence for each loss, each once: missing and damaged objects, references and files. A cut
/// that the operator accepts, what is left alone on purpose and what is too large are none.
std::vector<std::string> find_losses(const Versions& versions,
                                     const std::vector<RepoHistory>& histories,
                                     const Blobs& documents, const Blobs& reports);

}  // namespace muster
