// extract: from one Markdown tree, or one JSON value, to records. Knows the vocabulary; knows no
// path and no other document.
#pragma once

#include <string_view>

#include "base/json.h"
#include "domain/markdown.h"
#include "domain/record.h"

namespace muster {

Records extract_records(const Markdown& markdown);

/// What a JSON report says of itself, recognised by its content.
record::Report extract_report(const Json& json);

/// The class of a status word, by the vocabulary: "Not Started", "✅ **COMPLETE**", "Completed
/// 2025-10-20".
StatusClass status_class(std::string_view status);

}  // namespace muster
