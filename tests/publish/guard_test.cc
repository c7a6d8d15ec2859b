// Outputs that are refused: a wrong -o must never cost somebody a file.
#include <unistd.h>

#include <cstdlib>

#include "publish/site_fixture.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;
namespace fs = std::filesystem;

namespace {

const Files kSite = {{"index.html", "<p>home"}, {"latest/index.html", "<p>latest"}};

// Publishing to `output` is refused as a usage error that says `why`, and changes nothing.
void check_refused(const TemporaryFolder& folder, const fs::path& output, const std::string& why) {
  const Files before = contents(folder.path());
  const Result<PublishReport> refused = publish_files(output, kSite);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::usage);
  CHECK_THAT(refused.error().diagnostic.message, ContainsSubstring(why));
  CHECK_FALSE(refused.error().diagnostic.help.empty());
  CHECK(contents(folder.path()) == before);
}

class InFolder {
 public:
  explicit InFolder(const fs::path& folder) : old_(fs::current_path()) { fs::current_path(folder); }
  ~InFolder() { fs::current_path(old_); }

 private:
  fs::path old_;
};

}  // namespace

TEST_CASE("an empty folder and one with only a README or .gitkeep are accepted") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "empty");
  put_file(folder / "readme/README.md", "text");
  put_file(folder / "keep/.gitkeep", "");
  CHECK(publish_files(folder / "empty", kSite));
  CHECK(publish_files(folder / "readme/", kSite));
  CHECK(publish_files(folder / "keep", kSite));
  CHECK(contents(folder / "readme").at("README.md") == "text");
}

TEST_CASE("a folder with a file that muster did not make is refused, naming it") {
  const TemporaryFolder folder;
  put_file(folder / "mine/thesis.txt", "ten years of work");
  check_refused(folder, folder / "mine", "mine/thesis.txt was not made by muster");
  // Somebody else's checksums are no leave to delete what they list.
  put_file(folder / "release/manifest.sha256", std::string(64, 'a') + "  app.bin\n");
  put_file(folder / "release/app.bin", "program");
  check_refused(folder, folder / "release", "release/manifest.sha256 was not made by muster");
}

TEST_CASE("a file put into our own site later is refused, deep down too") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  put_file(folder / "site/latest/notes.txt", "mine");
  check_refused(folder, folder / "site", "site/latest/notes.txt was not made by muster");
  fs::remove(folder / "site/latest/notes.txt");
  fs::create_symlink("index.html", folder / "site/latest/link");
  check_refused(folder, folder / "site", "site/latest/link was not made by muster");
}

TEST_CASE("a link in the place of one of our files is refused and not written through") {
  const TemporaryFolder folder;
  REQUIRE(publish_files(folder / "site", kSite));
  put_file(folder / "target", "precious");
  fs::remove(folder / "site/index.html");
  fs::create_symlink("../target", folder / "site/index.html");
  check_refused(folder, folder / "site", "site/index.html was not made by muster");
}

TEST_CASE("an output that is a link or a file is refused") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "real");
  fs::create_symlink("real", folder / "link");
  fs::create_symlink("nowhere", folder / "dangling");
  put_file(folder / "file", "text");
  check_refused(folder, folder / "link", "it is a symbolic link");
  check_refused(folder, folder / "link/", "it is a symbolic link");
  check_refused(folder, folder / "dangling", "it is a symbolic link");
  check_refused(folder, folder / "file", "it is not a folder");
}

TEST_CASE("a git repository, plain or bare, and its inside are refused") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "work/.git/objects");
  put_file(folder / "worktree/.git", "gitdir: ../elsewhere");
  put_file(folder / "bare/HEAD", "ref: refs/heads/main");
  fs::create_directories(folder / "bare/objects");
  fs::create_directories(folder / "bare/refs");
  check_refused(folder, folder / "work", "it is the folder of a git repository");
  check_refused(folder, folder / "worktree", "it is the folder of a git repository");
  check_refused(folder, folder / "bare", "it is the folder of a git repository");
  check_refused(folder, folder / "work/.git/site", "it lies inside a git repository's own folder");
  check_refused(folder, folder / "bare/site", "it lies inside a git repository's own folder");
  check_refused(folder, folder / "bare/refs/site", "it lies inside a git repository's own folder");
}

TEST_CASE("a worktree may lie in a bare repository, and the site in the worktree") {
  const TemporaryFolder folder;
  put_file(folder / "bare/HEAD", "ref: refs/heads/main");
  fs::create_directories(folder / "bare/objects");
  fs::create_directories(folder / "bare/refs");
  put_file(folder / "bare/main/.git", "gitdir: ../worktrees/main");
  CHECK(publish_files(folder / "bare/main/site", kSite));
}

TEST_CASE("a name that leaves no room for those beside it is refused as too long") {
  const TemporaryFolder folder;
  check_refused(folder, folder / std::string(201, 's'), "its name is longer than 200 bytes");
  check_refused(folder, folder / std::string(300, 's'), "its name is longer than 200 bytes");
  CHECK(publish_files(folder / std::string(200, 's'), kSite));
}

TEST_CASE("the root, the home folder and the folders that the current one lies in are refused") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "home/work/deep");
  check_refused(folder, "/", "it is the root of the file system");
  check_refused(folder, "/..", "it is the root of the file system");
  const char* home = std::getenv("HOME");
  const std::string old_home = home == nullptr ? "" : home;
  ::setenv("HOME", (folder / "home").c_str(), 1);
  check_refused(folder, folder / "home", "it is the home folder");
  ::setenv("HOME", old_home.c_str(), 1);

  const InFolder here(folder / "home/work/deep");
  for (const char* output : {".", "./", "..", "../..", "../../work", "../deep"})
    check_refused(folder, output, "the current folder lies in it");
}

TEST_CASE("an output below a folder that is not there is refused with the command that makes it") {
  const TemporaryFolder folder;
  const Result<PublishReport> refused = publish_files(folder / "none/site", kSite);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::usage);
  CHECK(refused.error().diagnostic.help == "make it first: mkdir -p " + (folder / "none").string());
  check_refused(folder, "", "no output folder is named");
}
