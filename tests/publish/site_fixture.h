// A site in a temporary folder: publishing lists of files, and looking at what came out.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "publish/publish.h"
#include "support/folder.h"

namespace muster::test {

using Files = std::map<std::string, std::string>;

inline Result<PublishReport> publish_files(const std::filesystem::path& output, const Files& files,
                                           unsigned jobs = 2) {
  const std::vector<std::pair<std::string, std::string>> list(files.begin(), files.end());
  return publish(output, jobs, list.size(), [&](std::size_t i) -> Result<OutputFile> {
    return OutputFile{list[i].first, list[i].second};
  });
}

/// Every entry below a folder with its bytes; links with their target, empty folders with nothing.
inline Files contents(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  Files files;
  if (!fs::exists(folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    std::string& bytes = files[fs::relative(entry.path(), folder).string()];
    if (entry.is_symlink()) {
      bytes = "-> " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_regular_file()) {
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      bytes = text.str();
    }
  }
  return files;
}

inline void put_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// What changes when a file is written anew, even with the same bytes.
inline std::pair<ino_t, std::int64_t> identity(const std::filesystem::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec};
}

}  // namespace muster::test
