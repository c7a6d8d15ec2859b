#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

using Lines = std::vector<std::string>;

TEST_CASE("each commit tells what it added, changed, removed and added again") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}, {"d/b.md", "1"}}) +
                     commit("main", 2, day(1), {{"d/b.md", "2"}}, 1) +
                     commit("main", 3, day(2), {{"d/b.md", "-"}}, 2) +
                     commit("main", 4, day(3), {{"d/b.md", "1"}}, 3));
  const RepoHistory history = history_of(options_for(repo));
  CHECK(changes_of(history) == Lines{"1 a.md", "1 d/b.md", "2 d/b.md", "3 -d/b.md", "4 d/b.md"});
  CHECK(history.commits.size() == 4);
  CHECK(history.head_branch == "main");
  CHECK(history.head->hex() == repo.id("main"));
  CHECK(history.changes[0].blob->hex() == repo.id("main:a.md"));
  CHECK(history.changes[1].blob == history.changes[4].blob);
}

TEST_CASE("a merge changes only what differs from every parent") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "1"}, {"b", "1"}, {"both", "1"}}) +
                     commit("main", 2, day(1), {{"a", "2"}, {"both", "2"}}, 1) +
                     commit("side", 3, day(2), {{"b", "3"}, {"both", "3"}, {"gone", "3"}}, 1) +
                     commit("main", 4, day(3), {{"b", "3"}, {"both", "4"}, {"evil", "4"}}, 2, 3));
  CHECK(changes_of(history_of(options_for(repo))) == Lines{"1 a", "1 b", "1 both", "2 a", "2 both",
                                                           "3 b", "3 both", "3 gone", "4 both",
                                                           "4 evil"});
}

TEST_CASE("a file that becomes a folder, and a link, are no longer that file") {
  const GitRepo repo(commit("main", 1, day(0), {{"x", "1"}, {"y", "1"}}) +
                     commit("main", 2, day(1), {{"x", "-"}, {"x/in.md", "2"}}, 1) +
                     "commit refs/heads/main\nmark :3\ncommitter C <c> " + std::to_string(day(2)) +
                     " +0000\ndata 7\nstate 3\nfrom :2\nM 120000 inline y\ndata 1\nx\n\n");
  CHECK(changes_of(history_of(options_for(repo))) ==
        Lines{"1 x", "1 y", "2 -x", "2 x/in.md", "3 -y"});
}

TEST_CASE("parents come before children, and of those that are ready the older first") {
  // The child's clock is behind its parent's; the other branch is older than both.
  const GitRepo repo(commit("main", 1, day(10), {{"a", "1"}}) +
                     commit("main", 2, day(1), {{"a", "2"}}, 1) +
                     commit("side", 3, day(5), {{"s", "3"}}));
  const RepoHistory history = history_of(options_for(repo));
  Lines subjects;
  for (const Commit& commit : history.commits) subjects.push_back(commit.subject);
  CHECK(subjects == Lines{"state 3", "state 1", "state 2"});
  CHECK(history.index.at(history.commits[2].id) == 2);
}

TEST_CASE("annotated, light, packed and nested tags lead to their commits") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "1"}}) +
                     commit("main", 2, day(1), {{"a", "2"}}, 1) + tag("annotated", 1, day(5)));
  repo.git("tag light HEAD");
  repo.git("tag -a -m n nested annotated");
  repo.git("pack-refs --all");
  repo.git("tag loose HEAD");
  repo.git("tag of-a-tree HEAD^{tree}");
  const RepoHistory history = history_of(options_for(repo));
  REQUIRE(history.tags.size() == 4);
  CHECK(history.tags[0].name == "annotated");
  CHECK(history.tags[0].commit.hex() == repo.id("main~1"));
  CHECK(history.tags[1].commit.hex() == repo.id("main"));
  CHECK(history.tags[2].name == "loose");
  CHECK(history.tags[3].commit.hex() == repo.id("main~1"));
  CHECK_THAT(
      all_text(history.notices),
      ContainsSubstring("the tag `of-a-tree` of repository `workspace` does not name a commit"));
}

TEST_CASE("a commit that only a tag reaches is in the history") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "1"}}) +
                     commit("old", 2, day(1), {{"a", "2"}}, 1));
  repo.git("tag kept old");
  repo.git("branch -D old");
  CHECK(history_of(options_for(repo)).commits.size() == 2);
}

TEST_CASE("packed objects give the same history as loose ones, and a clone as its original") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "1"}}) +
                     commit("main", 2, day(1), {{"a", "2"}, {"d/e", "x"}}, 1) +
                     commit("next", 3, day(2), {{"n", "3"}}, 2));
  const Lines before = changes_of(history_of(options_for(repo)));
  repo.git("gc -q");
  CHECK(changes_of(history_of(options_for(repo))) == before);
  repo.git("clone -q . ../clone");
  CollectOptions options;
  options.directory = repo.parent() / "clone";
  const RepoHistory clone = history_of(options);
  CHECK(changes_of(clone) == before);
  REQUIRE(clone.branches.size() == 2);
  CHECK(clone.branches[1].name == "next");
}

TEST_CASE("a malformed commit does not hide the history around it") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "1"}}));
  const std::string tree = repo.id("main^{tree}");
  const std::string bad = repo.git("hash-object -t commit -w --stdin --literally",
                                   "tree " + tree + "\nparent " + repo.id("main") +
                                       "\nauthor nobody at all\ncommitter C <c> soon\n\nstate 2\n");
  repo.git("update-ref refs/heads/main " + bad);
  const RepoHistory history = history_of(options_for(repo));
  REQUIRE(history.commits.size() == 2);
  CHECK_FALSE(history.commits[1].credible_time);
  const std::string told = all_text(history.notices);
  CHECK_THAT(told, ContainsSubstring("the author line is malformed [date-unclear]"));
  CHECK_THAT(told, ContainsSubstring("the committer has a malformed time"));
}

TEST_CASE("missing objects are told and leave the rest readable") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}, {"d/b.md", "1"}}) +
                     commit("main", 2, day(1), {{"a.md", "2"}}, 1));
  const std::string folder = repo.id("main:d");
  std::filesystem::remove(repo.path() / ".git/objects" / folder.substr(0, 2) / folder.substr(2));
  const Collected all = collect_all(options_for(repo));
  CHECK_THAT(all_text(all.histories[0].notices), ContainsSubstring(folder + " is missing"));
  CHECK(changes_of(all.histories[0]) == Lines{"1 a.md", "2 a.md"});
  const Snapshot& latest = all.versions.versions.back().workspace();
  REQUIRE(latest.files.size() == 1);
  CHECK_THAT(all_text(latest.notices),
             ContainsSubstring("folder `d/` is not read: object " + folder + " is missing"));
  CHECK(latest.notices.front().severity == "warning");
}

TEST_CASE("unsafe names of a tree are left out with a notice that shows them escaped") {
  const GitRepo repo(commit("main", 1, day(0), {{"good.md", "1"}}));
  const std::string blob = repo.git("hash-object -w --stdin", "x");
  std::string raw;
  for (char i = 0; i < 20; ++i)
    raw +=
        static_cast<char>(std::stoi(blob.substr(2 * static_cast<std::size_t>(i), 2), nullptr, 16));
  std::string tree;
  for (const std::string name : {"..", ".git", "bad\x1b[2J.md", "good.md"})
    tree += "100644 " + name + std::string(1, '\0') + raw;
  const std::string id = repo.git("hash-object -t tree -w --stdin --literally", tree);
  repo.git("update-ref refs/heads/main " + repo.git("commit-tree -m hostile " + id));
  const Collected all = collect_all(options_for(repo));
  const Snapshot& latest = all.versions.versions.back().workspace();
  REQUIRE(latest.files.size() == 1);
  CHECK(latest.files[0].path == "good.md");
  REQUIRE(latest.notices.size() == 3);
  CHECK(latest.notices[2].rule == "source-incomplete");
  CHECK(latest.notices[2].severity == "note");  // it was read, and refused
  CHECK_THAT(latest.notices[2].message, ContainsSubstring("bad\\u{001b}[2J.md"));
  CHECK_THAT(all_text(all.histories[0].notices), ContainsSubstring("3 unsafe names"));
}

TEST_CASE("a tree of 10 to the tenth files ends at the limit") {
  const GitRepo repo("");
  std::string id = repo.git("hash-object -w --stdin", "x");
  for (int level = 0; level < 10; ++level) {
    std::string entries;
    for (char name = '0'; name <= '9'; ++name)
      entries += (level == 0 ? "100644 blob " : "040000 tree ") + id + "\t" + name + "\n";
    id = repo.git("mktree", entries);
  }
  repo.git("update-ref refs/heads/main " + repo.git("commit-tree -m bomb " + id));
  repo.write("muster.yaml", "limits: {tree-entries: 5000}\n");
  const Collected all = collect_all(options_for(repo));
  const Snapshot& latest = all.versions.versions.back().workspace();
  CHECK(latest.files.size() <= 5000);
  CHECK(latest.notices.front().rule == "limit-exceeded");
  CHECK(all.histories[0].changes.size() <= 5000);
  CHECK(all.histories[0].notices.front().rule == "limit-exceeded");
}

TEST_CASE("blobs are read once each, and what is over the limit tells its size") {
  const GitRepo repo(commit("main", 1, day(0), {{"a", "short"}, {"b", std::string(100, 'x')}}));
  const CollectOptions options = options_for(repo);
  const Collected all = collect_all(options);
  const Snapshot& latest = all.versions.versions.back().workspace();
  const ObjectId missing = *ObjectId::from_hex(std::string(40, '1'));
  const std::vector<ObjectId> wanted = {latest.find("a")->blob, latest.find("b")->blob,
                                        latest.find("a")->blob, missing};
  const Blobs blobs = must(collect_blobs(all.workspace, RepoId(0), wanted, 50, options));
  CHECK(blobs.size() == 3);
  CHECK(*blobs.at(wanted[0]).bytes == "short");
  CHECK(blobs.at(wanted[1]).bytes == nullptr);
  CHECK(blobs.at(wanted[1]).size == 100);
  CHECK_THAT(blobs.at(wanted[1]).problem, ContainsSubstring("100 bytes, over the limit of 50"));
  CHECK_THAT(blobs.at(missing).problem, ContainsSubstring("is missing"));
}

TEST_CASE("a damaged object is told apart from a missing one") {
  const GitRepo repo("");
  repo.write("a.md", "text");
  repo.git("add a.md");
  repo.git("commit -q -m first");
  const CollectOptions options = options_for(repo);
  const Collected all = collect_all(options);
  const ObjectId id = all.versions.versions.back().workspace().find("a.md")->blob;
  const std::filesystem::path object =
      repo.path() / ".git/objects" / id.hex().substr(0, 2) / id.hex().substr(2);
  std::filesystem::permissions(object, std::filesystem::perms::owner_all);
  write_text(object, "garbage");
  const Blobs blobs = must(collect_blobs(all.workspace, RepoId(0), std::vector{id}, 50, options));
  CHECK_THAT(blobs.at(id).problem, ContainsSubstring("is damaged"));
}
