// A project's own words, from muster.yaml to the verdict.
#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr const char* kGaps =
    "# G\n\n| Gap | Owner | Status |\n|---|---|---|\n| CI | QA | Shipped |\n";

std::string state_in(const GitRepo& repo, const std::string& version) {
  const Ran ran = muster_run({"export", "--version", version}, repo.path());
  for (const char* state : {"claimed_closed", "closed", "open"})
    if (ran.out.find("\"state\": \"" + std::string(state) + "\"") != std::string::npos)
      return state;
  return ran.out + ran.err;
}

}  // namespace

TEST_CASE("the same document is read by the words of each version") {
  const GitRepo repo(
      commit(1, 1, "Gaps", {{"gaps.md", kGaps}}) +
      commit(2, 2, "Words", {{"muster.yaml", "vocabulary: {status: {done: [shipped]}}\n"}}));
  run_git(repo.path(), "tag v1 HEAD~1");
  CHECK(state_in(repo, "v1") == "open");
  CHECK(state_in(repo, "latest") == "closed");
}

TEST_CASE("a word that is read as done and sounds otherwise is a finding") {
  const GitRepo repo(
      commit(1, 1, "Words",
             {{"gaps.md", kGaps}, {"muster.yaml", "vocabulary:\n  status: {done: [active]}\n"}}));
  const Ran ran = muster_run({"check"}, repo.path());
  CHECK_THAT(ran.out, ContainsSubstring("muster.yaml:2:19: warning: `active` is read as done"));
  CHECK(ran.err.empty());  // told once
}
