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

/// As read_config, and where each repository is named. Locations are as written. Where `rules` are
/// given, the policy is warned of others.
Result<ConfigRead> parse_config(std::string_view bytes, const std::string& path,
                                Workspace workspace, std::span<const std::string_view> rules = {});

/// Only the policy, for a version of the past: what else is wrong in that file does not matter.
Result<Policy> parse_policy(std::string_view bytes, const std::string& path);

}  // namespace muster
