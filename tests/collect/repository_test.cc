#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

std::string simple() { return commit("main", 1, day(0), {{"a.md", "1"}}); }

/// The message and the fix of the error that a repository gives, or "".
std::string refusal(const CollectOptions& options) {
  const Result<Workspace> workspace = collect_workspace(options);
  if (!workspace) return format_diagnostic(workspace.error().diagnostic);
  const Result<RepoHistory> history = collect_history(*workspace, RepoId(0), options);
  return history ? "" : format_diagnostic(history.error().diagnostic);
}

CollectOptions at(const std::filesystem::path& folder) {
  CollectOptions options;
  options.directory = folder;
  return options;
}

}  // namespace

TEST_CASE("a repository without configuration gets every default") {
  const GitRepo repo(simple(), "Launch");
  const Workspace workspace = must(collect_workspace(options_for(repo)));
  CHECK(workspace.repos[RepoId(0)].name == "workspace");
  CHECK(workspace.config_path == "");
  CHECK(workspace.repos.size() == 1);
  CHECK(workspace.repos[RepoId(0)].shown_location == ".");
  CHECK(workspace.versions.tags == std::vector<std::string>{"*"});
  CHECK(workspace.versions.keep == 60);
}

TEST_CASE("a bare repository is read, with the configuration of its branch") {
  const GitRepo repo(simple() +
                     commit("main", 2, day(1), {{"muster.yaml", "site: {title: Bare}\n"}}, 1));
  repo.git("clone -q --bare . ../plan.git");
  const CollectOptions options = at(repo.parent() / "plan.git");
  const Workspace workspace = must(collect_workspace(options));
  CHECK(workspace.site.title == "Bare");
  CHECK(must(collect_history(workspace, RepoId(0), options)).commits.size() == 2);
}

TEST_CASE("a linked worktree is read, with the branch that it has checked out") {
  const GitRepo repo(simple() + commit("next", 2, day(1), {{"b.md", "2"}}, 1));
  repo.git("worktree add -q ../linked next");
  const RepoHistory history = history_of(at(repo.parent() / "linked"));
  CHECK(history.head_branch == "next");
  CHECK(history.commits.size() == 2);
}

TEST_CASE("a .git file that leads to a repository which does not know it is refused") {
  const GitRepo repo(simple());
  write_text(repo.parent() / "stranger/.git", "gitdir: ../workspace/.git\n");
  CHECK_THAT(refusal(at(repo.parent() / "stranger")), ContainsSubstring("which does not know it"));
  repo.git("worktree add -q --detach ../linked");
  write_text(repo.parent() / "thief/.git", "gitdir: ../workspace/.git/worktrees/linked\n");
  CHECK_THAT(refusal(at(repo.parent() / "thief")), ContainsSubstring("which does not know it"));
}

TEST_CASE("a submodule is read by the folder that names it") {
  const GitRepo library(simple(), "library");
  const GitRepo repo(simple());
  repo.git("submodule --quiet add " + shell_quote(library.path().string()) + " lib");
  CHECK(history_of(at(repo.path() / "lib")).commits.size() == 1);
}

TEST_CASE("what is no repository says so, and where the top of one is") {
  const GitRepo repo(simple());
  CHECK_THAT(refusal(at(repo.path() / "nowhere")), ContainsSubstring("there is no folder"));
  std::filesystem::create_directories(repo.path() / "docs/deep");
  const std::string below = refusal(at(repo.path() / "docs/deep"));
  CHECK_THAT(below, ContainsSubstring("there is no git repository"));
  CHECK_THAT(below, ContainsSubstring("`../..`"));
}

TEST_CASE("an empty repository, and an unborn branch, say what to do") {
  const GitRepo empty("");
  CHECK_THAT(refusal(options_for(empty)), ContainsSubstring("has no commit yet"));
  const GitRepo repo(simple());
  repo.git("symbolic-ref HEAD refs/heads/unborn");
  CHECK_THAT(refusal(options_for(repo)), ContainsSubstring("has the branch `unborn` checked out"));
}

TEST_CASE("a branch whose file is damaged is not taken for one without a commit") {
  const GitRepo repo(simple());
  repo.write(".git/refs/heads/main", "");
  CHECK_THAT(refusal(options_for(repo)),
             ContainsSubstring("whose file `refs/heads/main` leads to no commit"));
  repo.write("muster.yaml", "versions: {branches: [other]}\n");
  repo.write(".git/refs/heads/other", "no id at all\n");
  CHECK_THAT(refusal(options_for(repo)), ContainsSubstring("git update-ref refs/heads/other"));
}

TEST_CASE("a detached HEAD is read") {
  const GitRepo repo(simple());
  repo.git("checkout -q --detach");
  const RepoHistory history = history_of(options_for(repo));
  CHECK(history.head_branch == "");
  CHECK(history.head->hex() == repo.id("main"));
}

TEST_CASE("a shallow clone is refused with the fix, and read with leave") {
  const GitRepo repo(simple() + commit("main", 2, day(1), {{"a.md", "2"}}, 1) +
                     commit("main", 3, day(2), {{"b.md", "3"}}, 2));
  repo.git("clone -q --depth 2 file://" + repo.path().string() + " ../cut");
  CollectOptions options = at(repo.parent() / "cut");
  const std::string told = refusal(options);
  CHECK_THAT(told, ContainsSubstring("shallow clone"));
  CHECK_THAT(told, ContainsSubstring("git fetch --unshallow"));
  CHECK_THAT(told, ContainsSubstring("fetch-depth: 0"));
  options.allow_shallow = true;
  const RepoHistory history = history_of(options);
  REQUIRE(history.cut);
  CHECK(history.cut->message ==
        "the history of repository `workspace` is cut at 1 commit: dates before 2026-02-02 12:00 "
        "UTC are unknown");
  REQUIRE(history.commits.size() == 2);
  CHECK(history.commits[0].parents.empty());
}

TEST_CASE("a repository of another user is refused unless it is trusted by name") {
  if (geteuid() != 0) {
    std::cout << "muster-skip: only root can give a folder to another user\n";
    return;
  }
  const GitRepo repo(simple());
  const GitRepo other(simple());
  REQUIRE(chown((repo.path() / ".git").c_str(), 4242, 4242) == 0);
  CollectOptions options = options_for(repo);
  const std::string told = refusal(options);
  CHECK_THAT(told, ContainsSubstring("belongs to another user"));
  CHECK_THAT(told, ContainsSubstring("--trust-repository " + repo.path().string()));
  const GitRepo spaced = GitRepo::at(repo.parent() / "it's mine", simple());
  REQUIRE(chown((spaced.path() / ".git").c_str(), 4242, 4242) == 0);
  CHECK_THAT(refusal(options_for(spaced)), ContainsSubstring("/it'\\''s mine'`"));
  options.trusted = {other.path()};
  CHECK(refusal(options) != "");
  options.trusted = {repo.path() / "../workspace"};
  CHECK(refusal(options) == "");
}

TEST_CASE("borrowed objects and links to elsewhere are refused") {
  const GitRepo repo(simple());
  repo.git("clone -q --shared . ../shared");
  CHECK_THAT(refusal(at(repo.parent() / "shared")), ContainsSubstring("objects/info/alternates"));

  const GitRepo linked(simple());
  std::filesystem::rename(linked.path() / ".git/objects", linked.parent() / "objects");
  std::filesystem::create_directory_symlink("../../objects", linked.path() / ".git/objects");
  CHECK_THAT(refusal(options_for(linked)), ContainsSubstring("behind a link"));
}

TEST_CASE("a pipe in place of a file of git's is refused at once") {
  for (const std::string name :
       {"HEAD", "config", "shallow", "objects/info/alternates", "objects/pack/pack-1.pack"}) {
    const GitRepo repo(simple());
    const std::filesystem::path path = repo.path() / ".git" / name;
    std::filesystem::remove(path);
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    CHECK_THAT(refusal(options_for(repo)), ContainsSubstring("not a regular file"));
  }
}

TEST_CASE("a pipe in place of an object or a reference leaves out only that") {
  const GitRepo repo("");
  repo.write("a.md", "text");
  repo.git("add a.md");
  repo.git("commit -q -m first");
  const CollectOptions options = options_for(repo);
  const std::string blob = repo.id("HEAD:a.md");
  const std::filesystem::path object =
      repo.path() / ".git/objects" / blob.substr(0, 2) / blob.substr(2);
  std::filesystem::remove(object);
  REQUIRE(mkfifo(object.c_str(), 0600) == 0);
  REQUIRE(mkfifo((repo.path() / ".git/refs/tags/pipe").c_str(), 0600) == 0);
  const Collected all = collect_all(options);
  CHECK_THAT(all_text(all.histories[0].notices),
             ContainsSubstring("the reference `refs/tags/pipe` of repository `workspace` cannot"));
  const std::vector<ObjectId> wanted = {*ObjectId::from_hex(blob)};
  const Blobs blobs = must(collect_blobs(all.workspace, RepoId(0), wanted, 50, options));
  CHECK_THAT(blobs.at(wanted[0]).problem, ContainsSubstring("not stored in a regular file"));
}

TEST_CASE("a format that cannot be read is named in words") {
  const GitRepo sha256("");
  sha256.git("config core.repositoryformatversion 1");
  sha256.git("config extensions.objectFormat sha256");
  CHECK_THAT(refusal(options_for(sha256)), ContainsSubstring("by `sha256`, not by SHA-1"));
  const GitRepo reftable(simple());
  write_text(reftable.path() / ".git/config",
             "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefStorage = reftable\n");
  CHECK_THAT(refusal(options_for(reftable)), ContainsSubstring("references as `reftable`"));
  write_text(reftable.path() / ".git/config",
             "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tfuture = yes\n");
  CHECK_THAT(refusal(options_for(reftable)), ContainsSubstring("`extensions.future`"));
  write_text(reftable.path() / ".git/config", "[core]\n\trepositoryformatversion = 2\n");
  CHECK_THAT(refusal(options_for(reftable)), ContainsSubstring("format version `2`"));
}

TEST_CASE("includes of a repository's configuration are not followed") {
  const GitRepo repo(simple());
  const std::filesystem::path pipe = repo.path() / ".git/pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  write_text(repo.path() / ".git/config", "[include]\n\tpath = pipe\n[core]\n\tworktree = /\n");
  CHECK(refusal(options_for(repo)) == "");
}

TEST_CASE("an object that lies about its size is damaged, not a way into memory") {
  // zlib stream of "blob 1", NUL and 600 letters: libgit2 would write them all behind one byte.
  const GitRepo repo(simple());
  const std::string hex = repo.id("main:a.md");
  const std::filesystem::path object =
      repo.path() / ".git/objects" / hex.substr(0, 2) / hex.substr(2);
  const std::string body = std::string("blob 1\0", 7) + std::string(600, 'A');
  // One stored block: 7801, final, length and its complement, the bytes, their checksum.
  std::uint32_t a = 1, b = 0;
  for (const char c : body) b = (b + (a = (a + static_cast<unsigned char>(c)) % 65521)) % 65521;
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value & 0xff); };
  const auto size = static_cast<std::uint32_t>(body.size());
  const std::string stream = std::string("\x78\x01\x01") + byte(size) + byte(size >> 8) +
                             byte(~size) + byte(~size >> 8) + body + byte(b >> 8) + byte(b) +
                             byte(a >> 8) + byte(a);
  std::filesystem::remove(object);
  write_text(object, stream);
  const CollectOptions options = options_for(repo);
  const Workspace workspace = must(collect_workspace(options));
  const std::vector<ObjectId> wanted = {*ObjectId::from_hex(hex)};
  const Blobs blobs = must(collect_blobs(workspace, RepoId(0), wanted, 5000, options));
  CHECK_THAT(blobs.at(wanted[0]).problem, ContainsSubstring("has not the size that it claims"));
}

TEST_CASE("the index of a pack whose offsets lead out of it is not used") {
  const GitRepo repo(simple());
  repo.git("gc -q");
  std::filesystem::path index;
  for (const auto& entry : std::filesystem::directory_iterator(repo.path() / ".git/objects/pack"))
    if (entry.path().extension() == ".idx") index = entry.path();
  std::filesystem::permissions(index, std::filesystem::perms::owner_all);
  // Three objects: after 8 + 1024 bytes come three ids, three checksums, then the offsets.
  std::fstream file(index, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(8 + 1024 + 3 * 24);
  file.write("\x7f\xff\xff\xff", 4);
  file.close();
  CHECK_THAT(refusal(options_for(repo)), ContainsSubstring("is missing"));
}
