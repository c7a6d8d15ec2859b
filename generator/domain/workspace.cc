#include "domain/workspace.h"

#include <algorithm>

#include "base/text.h"

namespace muster {

const ReportMap* map_of(const Workspace& workspace, std::string_view path) {
  const auto found =
      std::find_if(workspace.report_maps.begin(), workspace.report_maps.end(),
                   [&](const ReportMap& map) { return matches_glob(path, map.glob); });
  return found == workspace.report_maps.end() ? nullptr : &*found;
}

}  // namespace muster
