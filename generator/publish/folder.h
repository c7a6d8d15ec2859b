// A folder by its handle. Every path is resolved beneath it and no link is followed, so nothing
// that happens to the names around it can lead a write elsewhere.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace muster::publishing {

enum class Kind { none, file, folder, other };

/// One file below a folder. Links, pipes and devices are `other`.
struct Found {
  std::string path;  // relative
  Kind kind = Kind::file;
};

class Folder {
 public:
  /// The folder itself may not be a link. `shown` is its name in messages.
  static Result<Folder> open(const std::filesystem::path& path, std::string shown);

  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&& other) noexcept;
  ~Folder();

  const std::string& shown() const { return shown_; }

  /// What stands at `path`, itself no link followed.
  Result<Kind> kind(std::string_view path) const;
  Result<Folder> open_folder(std::string_view path) const;
  /// Makes the folder and those above it; those that exist are fine.
  Result<Done> make_folders(std::string_view path) const;
  /// Makes one folder; false where something of that name exists already.
  Result<bool> make_new_folder(std::string_view name) const;
  /// Makes a file that must not exist. Its folder must.
  Result<Done> create(std::string_view path, std::string_view bytes) const;
  Result<std::string> read(std::string_view path) const;
  /// Every file below, sorted by path; folders only by what they hold.
  Result<std::vector<Found>> files() const;
  /// The names in this folder, sorted.
  Result<std::vector<std::string>> names() const;

  /// Syncs one file or folder; "" is this folder.
  Result<Done> sync(std::string_view path) const;
  /// Removes a file, or a folder with all that it holds. Nothing there is fine.
  Result<Done> remove(std::string_view path) const;
  /// Removes a folder in this one if nothing is in it; else leaves it.
  void remove_if_empty(const std::string& name) const;
  bool on_same_file_system(const Folder& other) const;

  /// Moves what stands at `path` to the same path below `target`, where nothing may stand.
  Result<Done> move(std::string_view path, const Folder& target) const;
  /// Swaps what stands at `path` here and below `target`, at one stroke where the file system can.
  Result<Done> exchange(std::string_view path, const Folder& target) const;

  int handle() const { return handle_; }

 private:
  Folder(int handle, std::string shown) : handle_(handle), shown_(std::move(shown)) {}
  Error error(std::string_view action, std::string_view path) const;

  int handle_ = -1;
  std::string shown_;
};

/// The folder part of a relative path ("" for a plain name), and its last part.
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);

}  // namespace muster::publishing
