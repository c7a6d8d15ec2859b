#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

using Lines = std::vector<std::string>;

namespace {

/// Three states of one file, three days apart.
std::string three_states() {
  return commit("main", 1, day(0), {{"a.md", "1"}}) +
         commit("main", 2, day(3), {{"a.md", "2"}}, 1) +
         commit("main", 3, day(6), {{"a.md", "3"}}, 2);
}

}  // namespace

TEST_CASE("every tag is a frozen version, oldest first, and latest is last") {
  const GitRepo repo(three_states() + tag("v1.1.0", 2, day(9)) + tag("release/2", 3, day(9)));
  repo.git("tag v1.0.0 main~2");
  const Collected all = collect_all(options_for(repo));
  CHECK(folders_of(all.versions) == Lines{"v/1.0.0", "v/1.1.0", "v/release-2", "latest"});
  const Version& second = version_in(all.versions, "v/1.1.0");
  CHECK(second.name == "v1.1.0");
  CHECK(second.kind == VersionKind::tag);
  CHECK(second.time.seconds == day(3));
  CHECK(second.workspace().commit->id.hex() == repo.id("main~1"));
  CHECK(second.frozen());
  CHECK(version_in(all.versions, "latest").time.seconds == day(6));
  CHECK(all.versions.notices.empty());
}

TEST_CASE("tags are chosen by globs, and only the newest are kept") {
  const GitRepo repo(three_states() + tag("v1", 1, day(9)) + tag("v2", 2, day(9)) +
                     tag("v3", 3, day(9)) + tag("other", 3, day(9)));
  repo.write("muster.yaml", "versions: {tags: [\"v*\"], keep: 2}\n");
  const Collected all = collect_all(options_for(repo));
  CHECK(folders_of(all.versions) == Lines{"v/2", "v/3", "latest"});
  CHECK_THAT(all_text(all.versions.remarks), ContainsSubstring("1 older version is not shown"));
  repo.write("muster.yaml", "versions: {tags: []}\n");
  CHECK(folders_of(collect_all(options_for(repo)).versions) == Lines{"latest"});
}

TEST_CASE("names with one folder get a part of their hash") {
  const GitRepo repo(three_states() + tag("v1.0", 1, day(9)) + tag("1.0", 2, day(9)));
  // sha256("1.0") begins with d0ff5974b6aa.
  CHECK(folders_of(collect_all(options_for(repo)).versions) ==
        Lines{"v/1.0", "v/1.0-d0ff59", "latest"});
}

TEST_CASE("only the state of now is called latest or draft, and no two versions have one name") {
  const GitRepo repo(three_states() + tag("latest", 1, day(9)) + tag("Draft", 2, day(9)) +
                     tag("v1", 3, day(9)) + commit("v1", 4, day(7), {{"b.md", "4"}}, 3));
  repo.write("muster.yaml",
             "versions: {branches: [main, v1], reviews: [{name: v1, date: 2026-02-05}, "
             "{name: latest, date: 2026-02-01}]}\n");
  const Collected all = collect_all(options_for(repo));
  Lines names;
  for (const Version& version : all.versions.versions) names.push_back(version.name);
  CHECK(names == Lines{"tag latest", "review latest", "tag Draft", "review v1", "v1", "branch v1",
                       "latest"});
  CHECK_THAT(all_text(all.versions.remarks),
             ContainsSubstring("the tag `latest` is shown as `tag latest`"));
  CHECK(all.versions.notices.empty());
}

TEST_CASE("a long name gives a folder that a file system can hold") {
  const std::string name = "v" + std::string(200, '1');
  const GitRepo repo(three_states() + tag(name, 1, day(9)));
  const std::string folder = collect_all(options_for(repo)).versions.versions.front().folder;
  CHECK(folder.starts_with("v/1111"));
  CHECK(folder.size() == 82);
}

TEST_CASE("a review by date is the last commit up to the end of that day") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}) +
                     commit("main", 2, day(3) + 43199, {{"a.md", "2"}}, 1) +
                     commit("main", 3, day(3) + 43200, {{"a.md", "3"}}, 2));
  repo.write("muster.yaml",
             "versions:\n  reviews:\n    - {name: Review 1, date: 2026-02-04}\n"
             "    - {name: Before, date: 2020-01-01}\n");
  const Collected all = collect_all(options_for(repo));
  CHECK(folders_of(all.versions) == Lines{"v/review-1", "latest"});
  // 2026-02-04T23:59:59Z is in, the next second is not.
  CHECK(version_in(all.versions, "v/review-1").workspace().commit->subject == "state 2");
  REQUIRE(all.versions.notices.size() == 1);
  CHECK(all.versions.notices[0].rule == "version-unresolved");
}

TEST_CASE("a review by date is what the branch was, not what was merged into it later") {
  const GitRepo repo(
      commit("main", 1, day(0), {{"a", "1"}}) + commit("side", 2, day(2), {{"b", "2"}}, 1) +
      commit("main", 3, day(1), {{"c", "3"}}, 1) + commit("main", 4, day(5), {{"b", "2"}}, 3, 2));
  repo.write("muster.yaml", "versions: {reviews: [{name: R, date: 2026-02-04}]}\n");
  CHECK(version_in(collect_all(options_for(repo)).versions, "v/r").workspace().commit->subject ==
        "state 3");
}

TEST_CASE("a review by ref names a commit, a tag or a branch, another is left out at its place") {
  const GitRepo repo(three_states() + tag("rc", 2, day(9)));
  repo.write("muster.yaml",
             "versions:\n  tags: [none]\n  reviews:\n"
             "    - {name: short, ref: " +
                 repo.id("main~2").substr(0, 8) +
                 "}\n"
                 "    - {name: tagged, ref: rc}\n"
                 "    - {name: tip, ref: refs/heads/main}\n"
                 "    - {name: lost, ref: 0123abc}\n");
  const Collected all = collect_all(options_for(repo));
  CHECK(folders_of(all.versions) == Lines{"v/short", "v/tagged", "v/tip", "latest"});
  REQUIRE(all.versions.notices.size() == 1);
  const Diagnostic& notice = all.versions.notices[0];
  CHECK(notice.rule == "version-unresolved");
  CHECK(notice.severity == "warning");
  CHECK(notice.path == "muster.yaml");
  CHECK(notice.line == 7);
  CHECK(notice.column == 25);
  CHECK(notice.message == "review `lost` is left out: the ref `0123abc` names no commit");
}

TEST_CASE("further branches follow the frozen versions, and latest is the first of them") {
  const GitRepo repo(three_states() + commit("next/one", 4, day(1), {{"n.md", "4"}}, 1) +
                     tag("v9", 3, day(9)));
  repo.write("muster.yaml", "versions: {branches: [main, next/one, gone]}\n");
  const Collected all = collect_all(options_for(repo));
  CHECK(folders_of(all.versions) == Lines{"v/9", "branch/next-one", "latest"});
  CHECK(version_in(all.versions, "branch/next-one").workspace().find("n.md") != nullptr);
  CHECK(version_in(all.versions, "latest").workspace().commit->subject == "state 3");
  CHECK_THAT(all_text(all.versions.notices), ContainsSubstring("branch `gone` is left out"));
  repo.write("muster.yaml", "versions: {branches: [mian]}\n");
  const Workspace workspace = must(collect_workspace(options_for(repo)));
  const Result<RepoHistory> history = collect_history(workspace, RepoId(0), options_for(repo));
  REQUIRE_FALSE(history);
  CHECK(history.error().code == ExitCode::source);
  CHECK(history.error().diagnostic.help == "did you mean `main`?");
}

TEST_CASE(
    "siblings are pinned by a tag of the same name, else by date, and by their tip in latest") {
  const GitRepo repo(three_states() + tag("v1", 1, day(9)) + tag("v2", 2, day(9)));
  const GitRepo app = GitRepo::at(
      repo.parent() / "app",
      commit("main", 1, day(1), {{"i.md", "1"}}) + commit("main", 2, day(2), {{"i.md", "2"}}, 1) +
          commit("main", 3, day(8), {{"i.md", "3"}}, 2) + tag("v1", 3, day(9)));
  const GitRepo young =
      GitRepo::at(repo.parent() / "young", commit("main", 1, day(7), {{"y.md", "1"}}));
  repo.write("muster.yaml", "repositories: {app: {path: ../app}, young: {path: ../young}}\n");
  const Collected all = collect_all(options_for(repo));
  const Version& first = version_in(all.versions, "v/1");
  REQUIRE(first.snapshots.size() == 3);
  CHECK(first.snapshots[1].commit->subject == "state 3");
  CHECK(first.snapshots[1].repo == RepoId(1));
  CHECK(version_in(all.versions, "v/2").snapshots[1].commit->subject == "state 2");
  CHECK_FALSE(version_in(all.versions, "v/2").snapshots[2].commit);
  CHECK(version_in(all.versions, "v/2").snapshots[2].files.empty());
  const Version& latest = version_in(all.versions, "latest");
  CHECK(latest.snapshots[1].commit->subject == "state 3");
  CHECK(latest.time.seconds == day(8));
  CollectOptions options = options_for(repo);
  options.as_of = Instant{day(100)};
  CHECK(version_in(collect_all(options).versions, "latest").time.seconds == day(100));
}

TEST_CASE("a date that is not credible does not choose or date a version") {
  const GitRepo repo(three_states());
  const std::string bad =
      repo.git("hash-object -t commit -w --stdin --literally",
               "tree " + repo.id("main^{tree}") + "\nparent " + repo.id("main") +
                   "\nauthor A <a> 1 +0000\ncommitter C <c> 1 +0000\n\nstate 4\n");
  repo.git("update-ref refs/heads/main " + bad);
  repo.git("tag v4 main");
  repo.write("muster.yaml", "versions: {reviews: [{name: R, date: 2026-03-01}]}\n");
  const Collected all = collect_all(options_for(repo));
  CHECK(version_in(all.versions, "v/r").workspace().commit->subject == "state 3");
  CHECK(version_in(all.versions, "v/4").time.seconds == day(6));
  CHECK_THAT(all_text(all.versions.notices), ContainsSubstring("[date-unclear]"));
}

TEST_CASE("where no date is credible, the operator says what day it is") {
  const GitRepo repo(commit("main", 1, 1, {{"a.md", "1"}}) + tag("v1", 1, day(9)));
  CollectOptions options = options_for(repo);
  const Workspace workspace = must(collect_workspace(options));
  const std::vector<RepoHistory> histories = {must(collect_history(workspace, RepoId(0), options))};
  const Result<Versions> refused = choose_versions(workspace, histories, options);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::source);
  CHECK_THAT(refused.error().diagnostic.help, ContainsSubstring("--as-of"));
  options.as_of = Instant{day(3)};
  const Versions versions = must(choose_versions(workspace, histories, options));
  CHECK(version_in(versions, "latest").time.seconds == day(3));
  CHECK(version_in(versions, "latest").workspace().notices.empty());
  CHECK_THAT(all_text(version_in(versions, "v/1").workspace().notices),
             ContainsSubstring("the date of version `v1` is not credible"));
}

TEST_CASE("the policy is that of muster.yaml at the version") {
  const GitRepo repo(
      commit("main", 1, day(0), {{"a.md", "1"}}) +
      commit("main", 2, day(1), {{"muster.yaml", "policy: {severity: {x: note}}\n"}}, 1) +
      commit("main", 3, day(2), {{"muster.yaml", "policy: {severity: {x: loud}}\n"}}, 2) +
      commit("main", 4, day(3), {{"muster.yaml", "policy: {severity: {x: blocker}}\n"}}, 3) +
      tag("v1", 1, day(9)) + tag("v2", 2, day(9)) + tag("v3", 3, day(9)));
  repo.write("muster.yaml", "policy: {severity: {x: off}}\n");
  CollectOptions options = options_for(repo);
  options.worktree = true;
  const Collected all = collect_all(options);
  CHECK(version_in(all.versions, "v/1").policy.severity.empty());
  CHECK(version_in(all.versions, "v/2").policy.severity.at("x") == Severity::note);
  CHECK(version_in(all.versions, "v/3").policy.severity.empty());
  CHECK(version_in(all.versions, "latest").policy.severity.at("x") == Severity::blocker);
  CHECK(version_in(all.versions, "draft").policy.severity.at("x") == std::nullopt);
  REQUIRE(all.versions.notices.size() == 1);
  CHECK_THAT(all_text(all.versions.notices), ContainsSubstring("`muster.yaml` of version `v3`"));
}

TEST_CASE("files are listed by path with what they are used for") {
  Lines paths = {"README.md",
                 "a/b.md",
                 "a.md",
                 "node_modules/x/README.md",
                 "docs/templates/t.md",
                 ".github/ISSUE_TEMPLATE/bug.md",
                 "PULL_REQUEST_TEMPLATE.md",
                 "reports/run.json",
                 "package.json",
                 ".vscode/launch.json",
                 "app/tsconfig.base.json",
                 "junit.xml",
                 "main.cc"};
  std::vector<StreamFile> files;
  for (const std::string& path : paths) files.push_back({path, "x"});
  const GitRepo repo(commit("main", 1, day(0), files));
  const Collected all = collect_all(options_for(repo));
  const Snapshot& latest = version_in(all.versions, "latest").workspace();
  std::sort(paths.begin(), paths.end());
  Lines listed, documents, evidence;
  for (const FileEntry& file : latest.files) {
    listed.push_back(file.path);
    if (file.use == FileUse::document) documents.push_back(file.path);
    if (file.use == FileUse::evidence) evidence.push_back(file.path);
  }
  CHECK(listed == paths);
  CHECK(documents == Lines{"README.md", "a.md", "a/b.md"});
  CHECK(evidence == Lines{"junit.xml", "reports/run.json"});
}

TEST_CASE("a glob that matches no file is told") {
  const GitRepo repo(commit("main", 1, day(0), {{"docs/a.md", "x"}, {"docs/b.txt", "x"}}));
  repo.write("muster.yaml",
             "content: [\"docs/*.md\", \"dosc/*.md\", \"docs/*.txt\"]\n"
             "evidence: {files: [\"*.json\"]}\n");
  const std::string told = all_text(collect_all(options_for(repo)).versions.remarks);
  CHECK_THAT(told, !ContainsSubstring("`docs/*.md`"));
  CHECK_THAT(told, ContainsSubstring("the glob `dosc/*.md` of `content` matches no file"));
  CHECK_THAT(told, ContainsSubstring("the glob `docs/*.txt` of `content` matches no file"));
  CHECK_THAT(told, ContainsSubstring("the glob `*.json` of `evidence.files` matches no file"));
}

TEST_CASE("more documents than the limit allows are one error that names it") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "x"}, {"b.md", "x"}, {"c.md", "x"}}));
  repo.write("muster.yaml", "limits: {documents: 2}\n");
  const CollectOptions options = options_for(repo);
  const Workspace workspace = must(collect_workspace(options));
  const std::vector<RepoHistory> histories = {must(collect_history(workspace, RepoId(0), options))};
  const Result<Versions> refused = choose_versions(workspace, histories, options);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::source);
  CHECK(refused.error().diagnostic.message ==
        "version `latest` has 3 documents, over the limit of 2");
  CHECK(refused.error().diagnostic.rule == "limit-exceeded");
}

TEST_CASE("globs decide what is a document and what is evidence") {
  const GitRepo repo(commit("main", 1, day(0),
                            {{"content/a.md", "x"},
                             {"content/a.png", "x"},
                             {"other.md", "x"},
                             {"proof/x.log", "x"},
                             {"other.json", "x"}}));
  repo.write("muster.yaml", "content: [\"content/**\"]\nevidence: {files: [\"proof/**\"]}\n");
  const Collected all = collect_all(options_for(repo));
  const Snapshot& latest = version_in(all.versions, "latest").workspace();
  CHECK(latest.find("content/a.md")->use == FileUse::document);
  CHECK(latest.find("content/a.png")->use == FileUse::other);
  CHECK(latest.find("other.md")->use == FileUse::other);
  CHECK(latest.find("proof/x.log")->use == FileUse::evidence);
  CHECK(latest.find("other.json")->use == FileUse::other);
}

TEST_CASE("links and submodules are listed as what they are and never used") {
  const GitRepo repo(
      "commit refs/heads/main\ncommitter C <c> 1769947200 +0000\ndata 1\nx\n"
      "M 120000 inline link.md\ndata 9\n../secret\n"
      "M 160000 0123456789012345678901234567890123456789 lib.md\n"
      "M 100644 inline a.md\ndata 1\nx\n\n");
  const Collected all = collect_all(options_for(repo));
  const Snapshot& latest = version_in(all.versions, "latest").workspace();
  CHECK(latest.find("link.md")->kind == EntryKind::link);
  CHECK(latest.find("link.md")->use == FileUse::other);
  CHECK(latest.find("lib.md")->kind == EntryKind::submodule);
  CHECK(latest.find("lib.md")->use == FileUse::other);
}

TEST_CASE("collecting twice gives the same order") {
  const GitRepo repo(three_states() + commit("b", 4, day(3), {{"b", "4"}}, 1) +
                     commit("c", 5, day(3), {{"c", "5"}}, 1) + tag("v1", 4, day(9)) +
                     tag("v2", 5, day(9)));
  const auto print = [&] {
    const Collected all = collect_all(options_for(repo));
    std::string out;
    for (const Commit& commit : all.histories[0].commits) out += commit.id.hex() + "\n";
    for (const std::string& change : changes_of(all.histories[0])) out += change + "\n";
    for (const Version& version : all.versions.versions)
      for (const FileEntry& file : version.workspace().files)
        out += version.folder + " " + file.path + " " + file.blob.hex() + "\n";
    return out;
  };
  CHECK(print() == print());
  CHECK(folders_of(collect_all(options_for(repo)).versions) == Lines{"v/1", "v/2", "latest"});
}
