#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

Workspace blank() {
  Workspace workspace;
  workspace.repos.add(Repo{});
  return workspace;
}

Result<Workspace> read(const std::string& text) {
  return read_config(text, "muster.yaml", blank());
}

std::string error_of(const std::string& text) {
  const Result<Workspace> workspace = read(text);
  if (workspace) return "no error";
  CHECK(workspace.error().code == ExitCode::usage);
  return format_diagnostic(workspace.error().diagnostic);
}

std::string notices_of(const std::string& text) { return all_text(must(read(text)).notices); }

}  // namespace

TEST_CASE("every key that a workspace holds is read") {
  const Workspace workspace = must(read(R"(schema: 1
site: {title: "Go-live", language: de, templates: pages, footer: [{text: Runbook, url: https://example.org/r}]}
content: ["content/**/*.md"]
evidence: {files: ["evidence/**"]}
repositories:
  app: {path: ../app, url: "https://example.org/app.git", branch: main, issues: ["docs/issues/*.md"], web: "https://example.org/app"}
versions:
  tags: ["v*", "rc-*"]
  reviews: [{name: "Review 1", date: 2026-02-15}, {name: "Review 2", ref: 4f2c9ae}]
  branches: [main, next]
  keep: 5
areas: {Backend: ["content/backend/**"]}
policy: {severity: {gap-overdue: blocker, path-missing: off}}
limits: {issue-file: 2MiB, evidence-file: 512 KiB, commits: 10}
)"));
  CHECK(workspace.notices.empty());
  CHECK(workspace.site.title == "Go-live");
  CHECK(workspace.site.language == "de");
  CHECK(workspace.site.footer.at(0).url == "https://example.org/r");
  CHECK(workspace.content == std::vector<std::string>{"content/**/*.md"});
  CHECK(workspace.evidence_files == std::vector<std::string>{"evidence/**"});
  REQUIRE(workspace.repos.size() == 2);
  CHECK(workspace.repos[RepoId(1)].name == "app");
  CHECK(workspace.repos[RepoId(1)].shown_location == "../app");
  CHECK(workspace.repos[RepoId(1)].issues.at(0) == "docs/issues/*.md");
  CHECK(workspace.versions.tags.size() == 2);
  CHECK(format_date(*workspace.versions.reviews.at(0).date) == "2026-02-15");
  CHECK(workspace.versions.reviews.at(1).ref == "4f2c9ae");
  CHECK(workspace.versions.reviews.at(1).line == 9);
  CHECK(workspace.versions.keep == 5);
  CHECK(workspace.areas.at(0).name == "Backend");
  CHECK(workspace.site.templates == "pages");
  CHECK(workspace.policy.severity.at("gap-overdue") == Severity::blocker);
  CHECK(workspace.policy.severity.at("path-missing") == std::nullopt);
  CHECK(workspace.limits.issue_file == 2u << 20);
  CHECK(workspace.limits.evidence_file == 512u << 10);
  CHECK(workspace.limits.commits == 10);
}

TEST_CASE("an empty configuration is all defaults") {
  CHECK(must(read("")).versions.keep == 60);
  CHECK(must(read("# nothing\n")).content.empty());
  CHECK(must(read("content:\nversions:\n")).versions.keep == 60);
}

TEST_CASE("an unknown key is a warning at its place with the word that was meant") {
  CHECK(notices_of("site: {titel: x}\n") ==
        "muster.yaml:1:8: warning: the key `site.titel` is not known [config-unread]\n"
        " 1 | site: {titel: x}\n"
        "   |        ^\n"
        "   = help: did you mean `title`?\n");
  CHECK_THAT(notices_of("versoins: {}\n"), ContainsSubstring("did you mean `versions`?"));
}

TEST_CASE("a policy for a rule that there is not is a warning with the rule that was meant") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.write("muster.yaml", "policy: {severity: {gap-overdu: note, gap-overdue: note}}\n");
  CollectOptions options = options_for(repo);
  CHECK(must(collect_workspace(options)).notices.empty());
  options.rules = {"gap-overdue", "gap-ownerless"};
  const std::string told = all_text(must(collect_workspace(options)).notices);
  CHECK_THAT(told, ContainsSubstring("muster.yaml:1:21: warning: there is no rule `gap-overdu`"));
  CHECK_THAT(told, ContainsSubstring("did you mean `gap-overdue`?"));
}

TEST_CASE("a key that is not read yet is said once") {
  const Workspace workspace =
      must(read("waivers: []\nsite: {accent: red, url: x}\n"
                "policy: {blocking-gates: [exit]}\n"));
  REQUIRE(workspace.notices.size() == 4);
  CHECK(workspace.notices[0].message == "`waivers` is not read by this version of muster");
  CHECK(workspace.notices[0].rule == "config-unread");
  CHECK(workspace.notices[2].message == "`site.url` is not read by this version of muster");
}

TEST_CASE("reports of no known format are explained by pointers, for globs of paths") {
  const Workspace workspace =
      must(read("evidence:\n  map:\n    \"reports/*.json\": {verdict: /ok, executed: /count, at: "
                "/when}\n    \"runs/**\": {verdict: /passed}\n"));
  CHECK(workspace.notices.empty());
  REQUIRE(workspace.report_maps.size() == 2);
  CHECK(workspace.report_maps[0].executed == "/count");
  const ReportMap* map = map_of(workspace, "runs/a/b.json");
  REQUIRE(map != nullptr);
  CHECK(map->verdict == "/passed");
  CHECK(map_of(workspace, "docs/a.json") == nullptr);
  CHECK_FALSE(read("evidence: {map: {\"a\": {executed: /count}}}\n"));
  CHECK_FALSE(read("evidence: {map: {\"a\": {verdict: ok}}}\n"));
}

TEST_CASE("people are read with what else they are called") {
  const Workspace workspace =
      must(read("people:\n  Worker B:\n  Database Admin: {aliases: [DBA, Data], handle: dba, "
                "email: dba@example.org}\n"));
  CHECK(workspace.notices.empty());
  CHECK(workspace.vocabulary.people ==
        std::vector<Person>{{"Database Admin", {"DBA", "Data"}, "@dba", "dba@example.org"},
                            {"Worker B", {}, "", ""}});
}

TEST_CASE("a name that stands for two people is a warning at its place") {
  const std::string told = notices_of(
      "people:\n  Database Admin: {aliases: [DBA, DBA]}\n  Backup Agent: {aliases: [dba]}\n");
  CHECK_THAT(told, ContainsSubstring("muster.yaml:3:28: warning: `dba` stands for `Database "
                                     "Admin` as well, and so for neither"));
  CHECK(told.find("muster.yaml:2") == std::string::npos);
  CHECK_THAT(notices_of("people: {A: {email: nobody}}\n"), ContainsSubstring("no e-mail address"));
  CHECK_THAT(notices_of("people: {A: {alias: [b]}}\n"),
             ContainsSubstring("did you mean `aliases`?"));
  CHECK_THAT(error_of("people: [A]\n"), ContainsSubstring("must be keys with values"));
}

TEST_CASE("a value of the wrong type is an error with line, column and caret") {
  CHECK(error_of("site:\n  title: [a, b]\n") ==
        "muster.yaml:2:10: error: `site.title` must be a single value, and is a list "
        "[config-invalid]\n"
        " 2 |   title: [a, b]\n"
        "   |          ^\n"
        "   = help: write a single value\n");
  CHECK_THAT(error_of("content: docs\n"), ContainsSubstring("muster.yaml:1:10: error"));
  CHECK_THAT(error_of("- a\n"), ContainsSubstring("must be keys with values, and is a list"));
}

TEST_CASE("a value that makes no sense is an error at its place") {
  CHECK_THAT(error_of("content: [\"a[b.md\"]\n"), ContainsSubstring("has a `[` without its `]`"));
  CHECK_THAT(error_of("content: [\"../x/*.md\"]\n"), ContainsSubstring("muster.yaml:1:11"));
  CHECK_THAT(error_of("content: [\"{a,b}.md\"]\n"), ContainsSubstring("braces"));
  CHECK_THAT(error_of("versions: {keep: many}\n"), ContainsSubstring("must be a number"));
  CHECK_THAT(error_of("limits: {issue-file: 3 apples}\n"), ContainsSubstring("must be a size"));
  CHECK_THAT(error_of("limits: {issue-file: 99GiB}\n"), ContainsSubstring("at most 1GiB"));
  CHECK_THAT(error_of("policy: {severity: {gap-overdue: bloker}}\n"),
             ContainsSubstring("did you mean `blocker`?"));
  CHECK_THAT(error_of("site: {footer: [{text: a, url: \"javascript:alert(1)\"}]}\n"),
             ContainsSubstring("is no web address"));
  CHECK_THAT(error_of("site: {language: \"<en>\"}\n"), ContainsSubstring("is no language"));
  CHECK_THAT(error_of("schema: 2\n"), ContainsSubstring("the schema `2` is not known"));
  CHECK_THAT(error_of("site: {title: \"a\n"), ContainsSubstring("muster.yaml:"));
}

TEST_CASE("templates stand in a folder of the repository") {
  CHECK(must(read("site: {templates: pages/own/}\n")).site.templates == "pages/own");
  CHECK_THAT(error_of("site: {templates: /etc}\n"), ContainsSubstring("muster.yaml:1:19: error"));
  CHECK_THAT(error_of("site: {templates: ../other}\n"), ContainsSubstring("`../other`"));
}

TEST_CASE("reviews need one name each, and a date or a ref") {
  CHECK_THAT(error_of("versions: {reviews: [{name: A, date: 2026-02-30}]}\n"),
             ContainsSubstring("muster.yaml:1:38: error: `2026-02-30` is no date"));
  CHECK_THAT(error_of("versions:\n  reviews:\n    - {name: A, ref: x}\n    - {name: A, ref: y}\n"),
             ContainsSubstring("two reviews have the name `A`"));
  CHECK_THAT(error_of("versions: {reviews: [{name: A}]}\n"), ContainsSubstring("a date or a ref"));
  CHECK_THAT(error_of("versions: {reviews: [{name: A, ref: x, date: 2026-02-01}]}\n"),
             ContainsSubstring("one of them only"));
}

TEST_CASE("a repository needs the path of its clone") {
  CHECK_THAT(error_of("repositories: {app: {branch: main}}\n"),
             ContainsSubstring("muster.yaml:1:16: error: repository `app` has no path"));
  const std::string told =
      error_of("repositories: {app: {url: \"https://example.org/app.git\"}}\n");
  CHECK_THAT(told, ContainsSubstring("muster fetches nothing"));
  CHECK_THAT(told, ContainsSubstring("git clone https://example.org/app.git"));
  CHECK_THAT(told, ContainsSubstring("path: ../app"));
}

TEST_CASE("an absolute path of a repository is not shown") {
  const Workspace workspace = must(read("repositories: {app: {path: /home/me/clones/app}}\n"));
  CHECK(workspace.repos[RepoId(1)].shown_location == "app");
}

TEST_CASE("a sibling that is not there is an error at its line") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.write("muster.yaml", "repositories:\n  app: {path: ../missing}\n");
  const Result<Workspace> workspace = collect_workspace(options_for(repo));
  REQUIRE_FALSE(workspace);
  CHECK(workspace.error().code == ExitCode::source);
  CHECK_THAT(format_diagnostic(workspace.error().diagnostic),
             ContainsSubstring("muster.yaml:2:15: error: there is no folder"));
  repo.write("muster.yaml", "repositories:\n  app: {path: .}\n");
  CHECK_THAT(format_diagnostic(collect_workspace(options_for(repo)).error().diagnostic),
             ContainsSubstring("repository `app` is named twice"));
}

TEST_CASE("a configuration elsewhere is named, and its paths start from its folder") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  const GitRepo sibling =
      GitRepo::at(repo.parent() / "elsewhere/app", commit("main", 1, day(0), {{"a.md", "1"}}));
  write_text(repo.parent() / "elsewhere/other.yaml", "repositories: {app: {path: app}}\n");
  CollectOptions options = options_for(repo);
  options.config = repo.parent() / "elsewhere/other.yaml";
  const Workspace workspace = must(collect_workspace(options));
  CHECK(workspace.repos[RepoId(1)].location == sibling.path().string());
  CHECK(workspace.config_path == "../other.yaml");
  options.config = repo.parent() / "none.yaml";
  const Result<Workspace> missing = collect_workspace(options);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ExitCode::usage);
}

TEST_CASE("a configuration over the limit is refused with the limit") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  repo.write("muster.yaml", std::string((1u << 20) + 1, '#'));
  const Result<Workspace> refused = collect_workspace(options_for(repo));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().diagnostic.help, ContainsSubstring("at most 1 MiB"));
}

TEST_CASE("a configuration that is a link is refused") {
  const GitRepo repo(commit("main", 1, day(0), {{"a.md", "1"}}));
  write_text(repo.parent() / "real.yaml", "site: {title: x}\n");
  std::filesystem::create_symlink("../real.yaml", repo.path() / "muster.yaml");
  const Result<Workspace> workspace = collect_workspace(options_for(repo));
  REQUIRE_FALSE(workspace);
  CHECK_THAT(workspace.error().diagnostic.message, ContainsSubstring("not a regular file"));
}
