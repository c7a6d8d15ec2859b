// What each version is judged and read by: policy and vocabulary, from muster.yaml as it was there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "collect/config.h"
#include "collect/git.h"
#include "domain/snapshot.h"

namespace muster {

class RulesOfVersions {
 public:
  RulesOfVersions(const Workspace& workspace, ObjectStore& store, const ConfigNames& names,
                  std::vector<Diagnostic>& notices);

  /// Each file is read once; one that cannot be read gives the defaults, and a notice.
  const OwnRules& at(const Snapshot& snapshot, const std::string& version);

 private:
  OwnRules read(const FileEntry& file, const std::string& version);
  OwnRules defaults(const std::string& path, const std::string& version, const std::string& why,
                    std::string_view rule = "config-unread");

  const Workspace& workspace_;
  ObjectStore& store_;
  ConfigNames names_;
  std::vector<Diagnostic>& notices_;
  std::map<ObjectId, OwnRules> known_;
  OwnRules elsewhere_;  // of a configuration that is not in the workspace
  OwnRules defaults_;
};

}  // namespace muster
