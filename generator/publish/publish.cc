// The order that keeps the site whole: lock, look, make everything beside the output, sync it, and
// only then swap it in. Until the swap, nothing in the output changes.
#include "publish/publish.h"

#include <atomic>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "publish/manifest.h"
#include "publish/output.h"
#include "publish/staging.h"
#include "publish/swap.h"

namespace muster {
namespace {

using namespace publishing;
using Make = std::function<Result<OutputFile>(std::size_t)>;

struct Written {
  std::string path;
  std::string digest;
  std::size_t size = 0;
};

Result<Written> write_staged(const Folder& staged, const OutputFile& file) {
  if (!is_safe_path(file.path) || is_kept(file.path) || file.path == kManifestName)
    return make_error(ExitCode::internal,
                      cat({"a page cannot have the path \"", visible(file.path), "\""}));
  if (const Result<Done> done = staged.make_folders(folder_of(file.path)); !done)
    return done.error();
  const Result<Kind> kind = staged.kind(file.path);
  if (!kind) return kind.error();
  if (*kind != Kind::none)
    return make_error(ExitCode::internal, cat({"two pages have the path ", file.path}));
  if (const Result<Done> done = staged.create(file.path, file.bytes); !done) return done.error();
  return Written{file.path, sha256_hex(file.bytes), file.bytes.size()};
}

// Makes and stages every file. Of several failures, the one with the lowest number is told,
// whatever the threads did: numbers are taken in order, so those below it have all been tried.
Result<std::vector<Written>> stage_files(const Folder& staged, unsigned jobs, std::size_t count,
                                         const Make& make) {
  std::atomic<std::size_t> first_failed{count};
  auto results = parallel_map(count, jobs, [&](std::size_t i) -> std::optional<Result<Written>> {
    if (i > first_failed) return std::nullopt;
    const Result<OutputFile> file = make(i);
    Result<Written> written = file ? write_staged(staged, *file) : Result<Written>(file.error());
    if (!written) {
      std::size_t lowest = first_failed;
      while (i < lowest && !first_failed.compare_exchange_weak(lowest, i)) {
      }
    }
    return written;
  });
  if (first_failed < count) return results[first_failed]->error();
  std::vector<Written> written;
  written.reserve(count);
  for (auto& result : results) written.push_back(std::move(**result));
  return written;
}

Result<Manifest> stage_manifest(const Folder& staged, const std::vector<Written>& written) {
  Manifest manifest;
  for (const Written& file : written) manifest.emplace(file.path, file.digest);
  const std::string text = format_manifest(manifest);
  if (const Result<Done> done = staged.create(kManifestName, text); !done) return done.error();
  manifest.emplace(kManifestName, sha256_hex(text));
  return manifest;
}

// Opens the output folder, made where there is none.
Result<Folder> open_output(const Folder& parent, const Place& place, bool exists) {
  if (!exists) {
    const Result<bool> made = parent.make_new_folder(place.name);
    if (!made) return made.error();
  }
  return parent.open_folder(place.name);
}

Result<SwapPlan> put_in_place(const Folder& parent, const Place& place, const Held& held,
                              const Manifest& fresh, Manifest claimed, Staging& staging,
                              unsigned jobs) {
  std::optional<Folder> old;
  if (held.exists) {
    Result<Folder> opened = parent.open_folder(place.name);
    if (!opened) return opened.error();
    old = std::move(*opened);
  }
  Result<SwapPlan> plan = plan_swap(fresh, held, old ? &*old : nullptr, jobs);
  if (!plan) return plan;
  if (const Result<Done> done = sync_staged(*plan, fresh, staging.fresh(), jobs); !done)
    return done.error();
  claimed.insert(held.manifest.begin(), held.manifest.end());
  claimed.insert(fresh.begin(), fresh.end());
  if (const Result<Done> done = staging.write_journal(claimed); !done) return done.error();

  const Result<Folder> output = open_output(parent, place, held.exists);
  if (!output) return output.error();
  if (const Result<Done> done = swap_in(*plan, staging, *output); !done) {
    if (!held.exists) parent.remove_if_empty(place.name);
    return done.error();
  }
  return plan;
}

}  // namespace

Result<PublishReport> publish(const std::filesystem::path& output, unsigned jobs, std::size_t count,
                              const Make& make) {
  if (count == 0) return make_error(ExitCode::internal, "a site without a page is not published");
  const Result<Place> place = locate_output(output);
  if (!place) return place.error();
  const std::string above = output.has_parent_path() ? output.parent_path().string() : ".";
  const Result<Folder> parent = Folder::open(place->parent, above);
  if (!parent) return parent.error();
  const Result<Lock> lock = Lock::take(*parent, place->name, place->shown);
  if (!lock) return lock.error();
  const Result<Leftovers> leftovers = clear_leftovers(*parent, place->name);
  if (!leftovers) return leftovers.error();
  const Result<Held> held = inspect_output(*parent, *place, leftovers->claimed);
  if (!held) return held.error();

  Result<Staging> staging = Staging::make(*parent, place->name);
  if (!staging) return staging.error();
  const Result<std::vector<Written>> written = stage_files(staging->fresh(), jobs, count, make);
  if (!written) return written.error();
  const Result<Manifest> fresh = stage_manifest(staging->fresh(), *written);
  if (!fresh) return fresh.error();
  // Beyond this point every byte of the new site is staged.
  const Result<SwapPlan> plan =
      put_in_place(*parent, *place, *held, *fresh, leftovers->claimed, *staging, jobs);
  if (!plan) return plan.error();
  for (const std::string& name : leftovers->names) static_cast<void>(parent->remove(name));

  PublishReport report;
  report.files = fresh->size();
  for (const Written& file : *written) report.bytes += file.size;
  report.folders_changed = plan->folders.size();
  report.folders_unchanged = plan->unchanged_folders;
  return report;
}

}  // namespace muster
