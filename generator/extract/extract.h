// extract: from one Markdown tree, or one JSON value, to records. Knows the vocabulary; knows no
// path and no other document.
#pragma once

#include <string_view>

#include "base/json.h"
#include "domain/markdown.h"
#include "domain/record.h"
#include "domain/vocabulary.h"

namespace muster {

/// A document, read by the vocabulary of its project.
Records extract_records(const Markdown& markdown, const Vocabulary& vocabulary = {});

/// What a JSON report says of itself, recognised by its content.

/// The class of a status word, by the built-in vocabulary: "Not Started", "✅ **COMPLETE**",
/// "Completed 2025-10-20".
StatusClass status_class(std::string_view status);

/// What a project may add words to, and what is to be told of those that it adds.
VocabularyGuide vocabulary_guide();

}  // namespace muster
