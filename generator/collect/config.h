// muster.yaml: its bytes to a Workspace, and the policy in it for one version.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/workspace.h"

namespace muster {

struct ConfigRead {
  Workspace workspace;
  std::vector<Diagnostic> places;  // of the path of each repository; the first is empty
};

/// What a configuration may name.
struct ConfigNames {
  std::span<const std::string_view> rules;  // empty = any
  const VocabularyGuide* vocabulary = nullptr;
};

/// As read_config, and where each repository is named. Locations are as written.
Result<ConfigRead> parse_config(std::string_view bytes, const std::string& path,
                                Workspace workspace, const ConfigNames& names = {});

/// What a version is judged and read by.
struct OwnRules {
  Policy policy;
  Vocabulary vocabulary;
};
/// Only these, for a version of the past: what else is wrong in that file does not matter.
Result<OwnRules> parse_own_rules(std::string_view bytes, const std::string& path,
                                 const ConfigNames& names = {});

}  // namespace muster
