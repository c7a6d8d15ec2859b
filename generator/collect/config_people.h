// The part `people` of muster.yaml.
#pragma once

#include <vector>

#include "base/yaml.h"
#include "collect/config_reader.h"
#include "domain/vocabulary.h"

namespace muster {

/// Sorted by name. An alias, handle or address of two people is kept for both, with a notice: it
/// then stands for neither.
std::vector<Person> read_people(ConfigReader& reader, const Yaml& value);

}  // namespace muster
