// `vocabulary:` of muster.yaml, and that it is the one of the version shown.
#include "collect/config.h"
#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

VocabularyGuide guide() {
  return {{{"gap", record::TableKind::gap, {"owner", "follow-up"}}},
          [](const StatusWord& word) {
            return word.words == "active" ? WordRemark{"`active` sounds otherwise", "ask"}
                                          : WordRemark{};
          },
          [](const HeaderWord&) { return WordRemark{}; }};
}

Workspace read(const std::string& text) {
  const VocabularyGuide names = guide();
  Workspace workspace;
  workspace.repos.add(Repo{});
  return must(parse_config(text, "muster.yaml", std::move(workspace), {{}, &names})).workspace;
}

std::string notices_of(const std::string& text) { return all_text(read(text).notices); }

}  // namespace

TEST_CASE("words and headers of a project are read, in one order and one spelling") {
  const Vocabulary words =
      read(
          "vocabulary:\n  status: {open: [Parked], done: [\"Gone  LIVE\", shipped, shipped]}\n"
          "  tables: {gap: {follow-up: [Then]}}\n")
          .vocabulary;
  REQUIRE(words.status.size() == 3);
  CHECK(words.status[0] == StatusWord{"gone live", StatusClass::done, 0, 0});
  CHECK(words.status[0].line == 2);
  CHECK(words.headers.at(0) == HeaderWord{record::TableKind::gap, "follow_up", "then", 0, 0});
  CHECK(words ==
        read("vocabulary: {tables: {gap: {follow-up: [then]}}, status: {done: [shipped, gone "
             "live], open: [parked]}}\n")
            .vocabulary);
}

TEST_CASE("a class, a kind or a column that is not known is named with what was meant") {
  CHECK_THAT(notices_of("vocabulary:\n  status:\n    droped: [x]\n"),
             ContainsSubstring("muster.yaml:3:5: warning: the key `vocabulary.status.droped`") &&
                 ContainsSubstring("did you mean `dropped`?"));
  CHECK_THAT(notices_of("vocabulary: {tables: {gpa: {}}}"),
             ContainsSubstring("did you mean `gap`?"));
  CHECK_THAT(notices_of("vocabulary: {tables: {gap: {onwer: [x]}}}"),
             ContainsSubstring("did you mean `owner`?"));
}

TEST_CASE("a word that sounds otherwise, stands twice or says nothing is told at its place") {
  CHECK_THAT(notices_of("vocabulary:\n  status:\n    done: [shipped, active]\n"),
             ContainsSubstring("muster.yaml:3:21: warning: `active` sounds otherwise"));
  CHECK_THAT(notices_of("vocabulary: {status: {done: [gone], open: [Gone]}}"),
             ContainsSubstring("`gone` stands under `done` as well"));
  CHECK_THAT(notices_of("vocabulary: {status: {done: ['--']}}"), ContainsSubstring("no word"));
}

TEST_CASE("a vocabulary with more words than anybody needs is refused") {
  std::string text = "vocabulary:\n  status:\n    done:\n";
  for (int i = 0; i < 1001; ++i) text += "      - w" + std::to_string(i) + "\n";
  const VocabularyGuide names = guide();
  CHECK_FALSE(parse_own_rules(text, "muster.yaml", {{}, &names}));
}

TEST_CASE("the vocabulary is that of muster.yaml at the version") {
  const GitRepo repo(
      commit("main", 1, day(0), {{"a.md", "1"}}) +
      commit("main", 2, day(1), {{"muster.yaml", "vocabulary: {status: {done: [gone]}}\n"}}, 1) +
      commit("main", 3, day(2), {{"muster.yaml", "vocabulary: {status: {open: [gone]}}\n"}}, 2) +
      tag("v1", 1, day(9)) + tag("v2", 2, day(9)));
  repo.write("muster.yaml", "vocabulary: {status: {blocked: [gone]}}\n");
  CollectOptions options = options_for(repo);
  options.worktree = true;
  const Collected all = collect_all(options);
  const auto status = [&](const char* folder) {
    return version_in(all.versions, folder).vocabulary.status.at(0).status;
  };
  CHECK(version_in(all.versions, "v/1").vocabulary == Vocabulary{});
  CHECK(status("v/2") == StatusClass::done);
  CHECK(status("latest") == StatusClass::open);
  CHECK(status("draft") == StatusClass::blocked);
}
