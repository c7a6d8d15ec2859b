#include <sys/stat.h>

#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

CollectOptions draft_options(const GitRepo& repo) {
  CollectOptions options = options_for(repo);
  options.worktree = true;
  return options;
}

}  // namespace

TEST_CASE("the draft is the worktree as it is on disk") {
  const GitRepo repo(commit("main", 1, day(0),
                            {{"same.md", "1"},
                             {"edited.md", "1"},
                             {"deleted.md", "1"},
                             {".gitignore", "*.log\nout/\n"}}));
  repo.write("edited.md", "two");
  std::filesystem::remove(repo.path() / "deleted.md");
  repo.write("new/file.md", "new");
  repo.write("noise.log", "x");
  repo.write("out/page.md", "x");
  const Collected all = collect_all(draft_options(repo));
  CHECK(folders_of(all.versions) == std::vector<std::string>{"latest", "draft"});
  const Version& draft = version_in(all.versions, "draft");
  CHECK(draft.kind == VersionKind::draft);
  const Snapshot& files = draft.workspace();
  std::vector<std::string> paths;
  for (const FileEntry& file : files.files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{".gitignore", "edited.md", "new/file.md", "same.md"});
  CHECK(files.find("same.md")->blob.hex() == repo.id("main:same.md"));
  CHECK(files.find("edited.md")->blob.hex() == repo.git("hash-object edited.md"));
  CHECK(files.find("edited.md")->use == FileUse::document);
  CHECK(*all.versions.worktree.at(files.find("edited.md")->blob).bytes == "two");
  CHECK(*all.versions.worktree.at(files.find("new/file.md")->blob).bytes == "new");
  CHECK(files.commit->id.hex() == repo.id("main"));
  CHECK(files.notices.empty());
}

TEST_CASE("an edit of the same size and time as the index is seen") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "one"}}));
  repo.write("a.md", "two");
  const Collected all = collect_all(draft_options(repo));
  CHECK(version_in(all.versions, "draft").workspace().find("a.md")->blob.hex() ==
        repo.git("hash-object a.md"));
}

TEST_CASE("links of the worktree are not followed, pipes and other repositories not read") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}, {"d/b.md", "1"}}));
  write_text(repo.parent() / "secret/b.md", "secret");
  std::filesystem::create_symlink("../secret/b.md", repo.path() / "link.md");
  std::filesystem::remove_all(repo.path() / "d");
  std::filesystem::create_directory_symlink("../secret", repo.path() / "d");
  REQUIRE(mkfifo((repo.path() / "pipe.md").c_str(), 0600) == 0);
  const GitRepo nested =
      GitRepo::at(repo.path() / "nested", commit("main", 1, day(0), {{"n.md", "1"}}));
  const Collected all = collect_all(draft_options(repo));
  const Snapshot& draft = version_in(all.versions, "draft").workspace();
  std::vector<std::string> paths;
  for (const FileEntry& file : draft.files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"a.md", "d", "link.md"});
  CHECK(draft.find("link.md")->kind == EntryKind::link);
  CHECK(draft.find("link.md")->use == FileUse::other);
  for (const auto& [id, blob] : all.versions.worktree) CHECK(*blob.bytes != "secret");
  CHECK_THAT(all_text(draft.notices), ContainsSubstring("`pipe.md` of the worktree is not read"));
}

TEST_CASE("a file of the worktree over the limit is listed without its bytes") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.write("muster.yaml", "limits: {issue-file: 10, evidence-file: 10}\n");
  repo.write("video.mp4", std::string(11, 'x'));
  repo.write("notes.md", std::string(12, 'x'));
  const Collected all = collect_all(draft_options(repo));
  const Snapshot& draft = version_in(all.versions, "draft").workspace();
  CHECK(draft.notices.empty());
  REQUIRE(draft.find("notes.md") != nullptr);
  CHECK(all.versions.worktree.at(draft.find("notes.md")->blob).problem ==
        "it has 12 bytes, over the limit of 10");
}

TEST_CASE("a pipe in place of ignore rules is refused at once") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  REQUIRE(mkfifo((repo.path() / ".gitignore").c_str(), 0600) == 0);
  const CollectOptions options = draft_options(repo);
  const Workspace workspace = must(collect_workspace(options));
  const std::vector<RepoHistory> histories = {must(collect_history(workspace, RepoId(0), options))};
  const Result<Versions> versions = choose_versions(workspace, histories, options);
  REQUIRE_FALSE(versions);
  CHECK_THAT(versions.error().diagnostic.message, ContainsSubstring("`.gitignore`"));
}

TEST_CASE("files that info/exclude names are not in the draft") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.write(".git/info/exclude", "private*\n");
  repo.write("private.md", "x");
  CHECK(version_in(collect_all(draft_options(repo)).versions, "draft")
            .workspace()
            .find("private.md") == nullptr);
}

TEST_CASE("a bare repository has no draft") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.git("clone -q --bare . ../bare.git");
  CollectOptions options;
  options.directory = repo.parent() / "bare.git";
  options.worktree = true;
  const Workspace workspace = must(collect_workspace(options));
  const std::vector<RepoHistory> histories = {must(collect_history(workspace, RepoId(0), options))};
  const Result<Versions> versions = choose_versions(workspace, histories, options);
  REQUIRE_FALSE(versions);
  CHECK(versions.error().code == ExitCode::usage);
}
