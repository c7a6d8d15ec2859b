// What front matter binds that prose cannot, read into records: parity, evidence, metrics,
// sign-off, waivers.
#pragma once

#include "base/yaml.h"
#include "domain/record.h"

namespace muster::extract {

/// Whether a member of front matter is a binding; then it is read, and what is wrong with it told.
/// `evidence: report.json` is none: it is metadata, as in prose.
bool read_binding(const Yaml::Member& member, Records& records);

}  // namespace muster::extract
