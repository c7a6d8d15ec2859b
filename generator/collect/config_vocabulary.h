// `vocabulary:` of muster.yaml: a project's own status words and headers of tables.
#pragma once

#include "base/yaml.h"
#include "collect/config_reader.h"
#include "domain/vocabulary.h"

namespace muster {

/// Where a guide is given, kinds of tables and columns that it does not know get a notice, and so
/// does a word that says something else by itself. Without one, no header is read.
Vocabulary read_vocabulary(ConfigReader& reader, const Yaml& value, const VocabularyGuide* guide);

}  // namespace muster
