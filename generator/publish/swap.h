// From a staged site to the output: which folders changed, and putting them in place so that every
// step can be taken back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/folder.h"
#include "publish/manifest.h"
#include "publish/output.h"
#include "publish/staging.h"

namespace muster::publishing {

/// The smallest part of the site that is swapped as one: a version's folder ("latest", "v/1.0.0",
/// "evidence/blob", "assets"), or a file that lies in none of them ("index.html").
std::string_view unit_of(std::string_view path);

struct SwapPlan {
  std::vector<std::string> folders;  // changed units that are folders, sorted
  std::vector<std::string> files;    // changed units that are files, sorted; the manifest last
  std::vector<std::string> stale;    // units of the old site that the new one has not, sorted
  std::size_t unchanged_folders = 0;
};

/// Compares the staged files with what the output really holds, byte for byte. `output` is null
/// where there is none.
Result<SwapPlan> plan_swap(const Manifest& fresh, const Held& held, const Folder* output,
                           unsigned jobs);

/// Every staged file that the plan puts in place, and every folder of them, is on the disk.
Result<Done> sync_staged(const SwapPlan& plan, const Manifest& fresh, const Folder& staged,
                         unsigned jobs);

/// Folders first, then files, then the stale ones go. Where a step fails, those before it are taken
/// back; where even that fails, the error says so and the staging folder is kept.
Result<Done> swap_in(const SwapPlan& plan, Staging& staging, const Folder& output);

}  // namespace muster::publishing
