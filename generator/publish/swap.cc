// Why units: a reader of one version never sees half of it, and a version that did not change keeps
// its files untouched. The files at the root come last, so that they never name what is not there.
#include "publish/swap.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"

namespace muster::publishing {
namespace {

// Folders that hold several units: one for each version, branch, kind of shared page.
constexpr std::string_view kGroups[] = {"v", "branch", "evidence"};

bool is_group(std::string_view folder) {
  return std::find(std::begin(kGroups), std::end(kGroups), folder) != std::end(kGroups);
}

bool is_folder_unit(std::string_view path) { return unit_of(path) != path; }

// Paths by unit.
using Units = std::map<std::string, std::vector<std::string>, std::less<>>;

template <class Paths>
Units units_of(const Paths& paths) {
  Units units;
  for (const std::string& path : paths) units[std::string(unit_of(path))].push_back(path);
  return units;
}

std::vector<std::string> paths_of(const Manifest& manifest) {
  std::vector<std::string> paths;
  for (const auto& [path, digest] : manifest) paths.push_back(path);
  return paths;
}

Result<bool> is_unchanged(const std::vector<std::string>& paths, const Units& held_units,
                          const std::string& unit, const Manifest& fresh, const Folder& output) {
  const auto held = held_units.find(unit);
  if (held == held_units.end() || held->second != paths) return false;
  for (const std::string& path : paths) {
    const Result<std::string> bytes = output.read(path);
    if (!bytes) return bytes.error();
    if (sha256_hex(*bytes) != fresh.find(path)->second) return false;
  }
  return true;
}

Result<Done> first_failure(const std::vector<Result<Done>>& results) {
  for (const Result<Done>& result : results)
    if (!result) return result.error();
  return Done{};
}

// What was done to the output, so that it can be undone.
class Swap {
 public:
  Swap(const Folder& fresh, const Folder& retired, const Folder& output)
      : fresh_(fresh), retired_(retired), output_(output) {}

  Result<Done> put(const std::string& path) {
    const Result<Kind> kind = output_.kind(path);
    if (!kind) return kind.error();
    if (*kind != Kind::none) {
      if (Result<Done> done = fresh_.exchange(path, output_); !done) return done;
      steps_.push_back({Step::exchanged, path});
      return Done{};
    }
    if (Result<Done> done = output_.make_folders(folder_of(path)); !done) return done;
    if (Result<Done> done = fresh_.move(path, output_); !done) return done;
    steps_.push_back({Step::added, path});
    return Done{};
  }

  Result<Done> retire(const std::string& path) {
    const Result<Kind> kind = output_.kind(path);
    if (!kind) return kind.error();
    if (*kind == Kind::none) return Done{};
    if (Result<Done> done = retired_.make_folders(folder_of(path)); !done) return done;
    if (Result<Done> done = output_.move(path, retired_); !done) return done;
    steps_.push_back({Step::retired, path});
    return Done{};
  }

  Result<Done> undo() {
    for (; !steps_.empty(); steps_.pop_back()) {
      const auto& [step, path] = steps_.back();
      const Result<Done> undone = step == Step::exchanged ? fresh_.exchange(path, output_)
                                  : step == Step::added   ? output_.move(path, fresh_)
                                                          : retired_.move(path, output_);
      if (!undone) return undone;
    }
    return Done{};
  }

 private:
  enum class Step { exchanged, added, retired };

  const Folder& fresh_;
  const Folder& retired_;
  const Folder& output_;
  std::vector<std::pair<Step, std::string>> steps_;
};

// The output's own folder and the groups in it: where the names of units stand.
Result<Done> sync_names(const Folder& output) {
  for (const std::string_view group : kGroups) {
    const Result<Kind> kind = output.kind(group);
    if (!kind) return kind.error();
    if (*kind != Kind::folder) continue;
    if (Result<Done> done = output.sync(group); !done) return done;
  }
  return output.sync("");
}

Result<Done> run(const SwapPlan& plan, const Folder& output, Swap& swap) {
  for (const std::string& unit : plan.folders)
    if (Result<Done> done = swap.put(unit); !done) return done;
  // Beyond this point every folder that the new root files name is there, even after a power cut.
  if (Result<Done> done = sync_names(output); !done) return done;
  for (const std::string& unit : plan.files)
    if (Result<Done> done = swap.put(unit); !done) return done;
  for (const std::string& unit : plan.stale)
    if (Result<Done> done = swap.retire(unit); !done) return done;
  return sync_names(output);
}

}  // namespace

std::string_view unit_of(std::string_view path) {
  const std::size_t first = path.find('/');
  if (first == std::string_view::npos) return path;
  if (!is_group(path.substr(0, first))) return path.substr(0, first);
  const std::size_t second = path.find('/', first + 1);
  return second == std::string_view::npos ? path : path.substr(0, second);
}

Result<SwapPlan> plan_swap(const Manifest& fresh, const Held& held, const Folder* output,
                           unsigned jobs) {
  const Units fresh_units = units_of(paths_of(fresh));
  const Units held_units = units_of(held.files);
  const std::vector<std::pair<std::string, std::vector<std::string>>> list(fresh_units.begin(),
                                                                           fresh_units.end());
  const auto unchanged = parallel_map(list.size(), jobs, [&](std::size_t i) -> Result<bool> {
    if (output == nullptr) return false;
    return is_unchanged(list[i].second, held_units, list[i].first, fresh, *output);
  });

  SwapPlan plan;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto& [unit, paths] = list[i];
    if (!unchanged[i]) return unchanged[i].error();
    const bool folder = is_folder_unit(paths.front());
    if (*unchanged[i]) {
      plan.unchanged_folders += folder ? 1 : 0;
    } else {
      (folder ? plan.folders : plan.files).push_back(unit);
    }
  }
  std::stable_partition(plan.files.begin(), plan.files.end(),
                        [](const std::string& path) { return path != kManifestName; });
  for (const auto& [unit, paths] : held_units)
    if (!fresh_units.contains(unit)) plan.stale.push_back(unit);
  return plan;
}

Result<Done> sync_staged(const SwapPlan& plan, const Manifest& fresh, const Folder& staged,
                         unsigned jobs) {
  const auto is_changed = [&](const std::string& path) {
    const std::string_view unit = unit_of(path);
    return std::binary_search(plan.folders.begin(), plan.folders.end(), unit) ||
           std::find(plan.files.begin(), plan.files.end(), unit) != plan.files.end();
  };
  std::vector<std::string> files;
  std::set<std::string> folders;
  for (const auto& [path, digest] : fresh) {
    if (!is_changed(path)) continue;
    files.push_back(path);
    for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder))
      folders.insert(std::string(folder));
  }
  files.insert(files.end(), folders.begin(), folders.end());
  return first_failure(
      parallel_map(files.size(), jobs, [&](std::size_t i) { return staged.sync(files[i]); }));
}

Result<Done> swap_in(const SwapPlan& plan, Staging& staging, const Folder& output) {
  Swap swap(staging.fresh(), staging.retired(), output);
  const Result<Done> done = run(plan, output, swap);
  const Result<Done> undone = done ? done : swap.undo();
  for (const std::string_view group : kGroups) output.remove_if_empty(std::string(group));
  if (done) return done;
  Error error = done.error();
  if (!undone) {
    staging.keep();
    error.diagnostic.notes.push_back(
        cat({"the old site could not be put back whole: ", undone.error().diagnostic.message,
             "; its parts are in ", staging.name()}));
  }
  return error;
}

}  // namespace muster::publishing
