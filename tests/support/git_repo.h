// A real git repository in a temporary folder, made from an inline fast-import stream. The user's
// and the system's git configuration have no say in it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace muster::test {

/// A temporary folder that is gone at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "muster-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = std::filesystem::canonical(name);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string shell_quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

inline void write_text(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

/// Runs `git ARGUMENTS` in a folder (a shell line, so quote what needs it), with `input` on its
/// standard input. Returns its output without the last newline; throws where it fails.
inline std::string run_git(const std::filesystem::path& folder, const std::string& arguments,
                           std::string_view input = {}) {
  const TemporaryFolder scratch;
  write_text(scratch.path() / "input", input);
  const std::string command =
      "cd " + shell_quote(folder.string()) +
      " && env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE GIT_CONFIG_NOSYSTEM=1"
      " GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null HOME=" +
      shell_quote(scratch.path().string()) +
      " GIT_AUTHOR_NAME=Tester GIT_AUTHOR_EMAIL=tester@example.org"
      " GIT_COMMITTER_NAME=Tester GIT_COMMITTER_EMAIL=tester@example.org"
      " GIT_AUTHOR_DATE='1700000000 +0000' GIT_COMMITTER_DATE='1700000000 +0000'"
      " git -c init.defaultBranch=main -c protocol.file.allow=always -c safe.directory='*' " +
      arguments + " <" + shell_quote((scratch.path() / "input").string()) + " >" +
      shell_quote((scratch.path() / "output").string()) + " 2>" +
      shell_quote((scratch.path() / "errors").string());
  const int status = std::system(command.c_str());
  const auto text_of = [&](const char* name) {
    std::ifstream file(scratch.path() / name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  };
  if (status != 0) throw std::runtime_error("git " + arguments + ": " + text_of("errors"));
  std::string output = text_of("output");
  while (!output.empty() && output.back() == '\n') output.pop_back();
  return output;
}

/// A repository, removed at the end of the test unless it lies in a folder that the test owns.
///
/// In the stream, `<<` lines are easiest: `data <<END` … `END`. The worktree is checked out when
/// the stream made the branch `main`.
class GitRepo {
 public:
  /// In a temporary folder of its own, in a subfolder `name`.
  explicit GitRepo(std::string_view stream, const std::string& name = "workspace")
      : own_(std::in_place), path_(own_->path() / name) {
    make(stream, "");
  }
  /// In a folder of the caller's, which need not exist. `init_options` as for `git init`.
  static GitRepo at(const std::filesystem::path& folder, std::string_view stream,
                    const std::string& init_options = "") {
    return GitRepo(Place{folder}, stream, init_options);
  }

  const std::filesystem::path& path() const { return path_; }
  /// The folder around the repository, for neighbours.
  std::filesystem::path parent() const { return path_.parent_path(); }

  std::string git(const std::string& arguments, std::string_view input = {}) const {
    return run_git(path_, arguments, input);
  }
  /// The full id of a revision.
  std::string id(const std::string& revision) const {
    return git("rev-parse --verify " + shell_quote(revision));
  }
  /// A file of the worktree, not committed.
  void write(const std::string& file, std::string_view bytes) const {
    write_text(path_ / file, bytes);
  }
  /// Imports a further stream.
  void import(std::string_view stream) const { git("fast-import --quiet --force", stream); }

 private:
  struct Place {
    std::filesystem::path folder;
  };
  GitRepo(const Place& place, std::string_view stream, const std::string& init_options)
      : path_(place.folder) {
    make(stream, init_options);
  }

  void make(std::string_view stream, const std::string& init_options) {
    std::filesystem::create_directories(path_);
    git("init -q " + init_options + " .");
    if (stream.empty()) return;
    import(stream);
    const bool bare = git("rev-parse --is-bare-repository") == "true";
    if (!bare && !git("branch --list main").empty()) git("reset -q --hard main");
  }

  std::optional<TemporaryFolder> own_;
  std::filesystem::path path_;
};

}  // namespace muster::test
