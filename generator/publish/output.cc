// The guard before anything is written: a wrong -o must never cost somebody a file.
#include "publish/output.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"

namespace muster::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameBytes = 200;
constexpr std::string_view kHelp = "choose a folder that is the site's alone, such as -o site";

Error refused(std::string_view shown, std::string_view why) {
  return make_error(ExitCode::usage, cat({"the site cannot go to ", shown, ": ", why}),
                    std::string(kHelp));
}

bool is_same_or_above(const fs::path& folder, const fs::path& other) {
  const auto [end, ignored] =
      std::mismatch(folder.begin(), folder.end(), other.begin(), other.end());
  return end == folder.end();
}

bool is_home(const fs::path& folder) {
  std::vector<std::string> homes;
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    homes.emplace_back(home);
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
      found != nullptr && found->pw_dir != nullptr)
    homes.emplace_back(found->pw_dir);
  return std::any_of(homes.begin(), homes.end(), [&](const std::string& home) {
    std::error_code error;
    const fs::path real = fs::canonical(home, error);
    return !error && real == folder;
  });
}

bool is_bare_repository(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "HEAD", error) && fs::is_directory(folder / "objects", error) &&
         fs::is_directory(folder / "refs", error);
}

bool has_git(const fs::path& folder) {
  std::error_code error;
  return fs::exists(fs::symlink_status(folder / ".git", error));
}

// Whether a folder above is a bare repository. A worktree may lie in one: then it has its own .git.
bool is_inside_bare_repository(const fs::path& folder) {
  for (fs::path above = folder.parent_path(); above.has_relative_path();
       above = above.parent_path()) {
    if (has_git(above)) return false;
    if (is_bare_repository(above)) return true;
  }
  return false;
}

// Why no site may go to this absolute path, or empty.
std::string_view danger_of(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder, error);
  if (fs::is_symlink(status)) return "it is a symbolic link";
  if (fs::exists(status) && !fs::is_directory(status)) return "it is not a folder";
  if (is_home(folder)) return "it is the home folder";
  for (const fs::path& part : folder)
    if (part == ".git") return "it lies inside a git repository's own folder";
  if (has_git(folder) || is_bare_repository(folder)) return "it is the folder of a git repository";
  if (is_inside_bare_repository(folder)) return "it lies inside a git repository's own folder";
  const fs::path current = fs::current_path(error);
  if (!error && is_same_or_above(folder, current)) return "the current folder lies in it";
  return {};
}

// The path with its last part being a name, so that the folder above it is certain.
fs::path with_name(const fs::path& output) {
  std::error_code error;
  fs::path path = fs::absolute(output, error);
  if (!path.has_filename()) path = path.parent_path();  // "site/"
  const fs::path name = path.filename();
  if (name == "." || name == "..") path = fs::canonical(path, error);
  return path;
}

Error foreign_file(const Place& place, std::string_view path) {
  return make_error(ExitCode::usage,
                    cat({place.shown, "/", path, " was not made by muster, so ", place.shown,
                         " is left as it is"}),
                    "move it away, or choose another folder with -o");
}

}  // namespace

bool is_kept(std::string_view path) {
  return path == "README" || path == "README.md" || path == ".gitkeep";
}

Result<Place> locate_output(const fs::path& output) {
  if (output.empty())
    return make_error(ExitCode::usage, "no output folder is named", std::string(kHelp));
  std::string shown = output.string();
  while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();

  const fs::path path = with_name(output);
  if (!path.has_relative_path()) return refused(shown, "it is the root of the file system");
  // A build makes folders beside the site, whose names are a little longer.
  if (path.filename().native().size() > kNameBytes)
    return refused(shown, "its name is longer than 200 bytes");
  std::error_code error;
  const fs::path parent = fs::canonical(path.parent_path(), error);
  const bool missing = error == std::errc::no_such_file_or_directory ||
                       error == std::errc::not_a_directory || (!error && !fs::is_directory(parent));
  if (error && !missing)
    return make_error(ExitCode::not_published,
                      cat({"cannot look at the folder above ", shown, ": ", error.message()}));
  if (missing) {
    const std::string above = output.parent_path().string();
    return make_error(
        ExitCode::usage,
        cat({"the site cannot go to ", shown, ": the folder above it does not exist"}),
        cat({"make it first: mkdir -p ", above}));
  }
  const std::string_view danger = danger_of(parent / path.filename());
  if (!danger.empty()) return refused(shown, danger);
  return Place{parent, path.filename().string(), shown};
}

Result<Held> inspect_output(const Folder& parent, const Place& place, const Manifest& claimed) {
  Held held;
  const Result<Kind> kind = parent.kind(place.name);
  if (!kind) return kind.error();
  held.exists = *kind != Kind::none;
  if (!held.exists) return held;
  const Result<Folder> output = parent.open_folder(place.name);
  if (!output) return output.error();
  // What is made beside the folder could not be renamed into it.
  if (!output->on_same_file_system(parent))
    return make_error(ExitCode::usage,
                      cat({"the site cannot go to ", place.shown,
                           ": it is on another file system than the folder above it"}),
                      cat({"choose a folder inside it: -o ", place.shown, "/site"}));

  const Result<Kind> manifest_kind = output->kind(kManifestName);
  if (!manifest_kind) return manifest_kind.error();
  if (*manifest_kind == Kind::file) {
    const Result<std::string> text = output->read(kManifestName);
    if (!text) return text.error();
    const std::optional<Manifest> manifest = parse_manifest(*text);
    if (!manifest) return foreign_file(place, kManifestName);
    held.manifest = *manifest;
  } else if (claimed.empty()) {
    // Nothing here is ours: one look at the top is enough, however large the folder is.
    const Result<std::vector<std::string>> names = output->names();
    if (!names) return names.error();
    for (const std::string& name : *names)
      if (!is_kept(name)) return foreign_file(place, name);
    return held;
  }

  const Result<std::vector<Found>> found = output->files();
  if (!found) return found.error();
  for (const Found& file : *found) {
    if (is_kept(file.path)) continue;
    const bool ours = file.path == kManifestName || held.manifest.contains(file.path) ||
                      claimed.contains(file.path);
    if (!ours || file.kind != Kind::file) return foreign_file(place, file.path);
    held.files.push_back(file.path);
  }
  return held;
}

}  // namespace muster::publishing
