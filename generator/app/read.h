// From the bytes of one blob to what it says: parse, then extract. A function of the blob, and of
// a document's vocabulary.
#pragma once

#include <memory>
#include <string_view>

#include "domain/model.h"

namespace muster {

std::shared_ptr<const Content> read_document(std::string_view bytes, const Limits& limits,
                                             const Vocabulary& vocabulary = {});

/// A file that is no JSON, or JSON of no known format, is a report without a format: it can be
/// shown and proves nothing.
std::shared_ptr<const ReportContent> read_report(std::string_view bytes, const Limits& limits);

/// Whether these bytes only stand for a file that is kept in Git LFS.
bool is_lfs_pointer(std::string_view bytes);

}  // namespace muster
