// Whole cases: each folder of tests/cases holds a repository as a fast-import stream and, in
// expected/, what muster makes of it. MUSTER_GOLDEN=update rewrites the expectations; read the
// difference before you commit it.
#include "support/golden.h"

#include "support/catch.h"
#include "support/site.h"

using namespace muster;
using namespace muster::test;

namespace {

// What stands between the first opening tag and its end.
std::string element(const std::string& html, const std::string& name) {
  const std::size_t begin = html.find("<" + name);
  const std::size_t end = html.find("</" + name + ">");
  return begin == std::string::npos || end == std::string::npos
             ? std::string()
             : html.substr(begin, end - begin) + "</" + name + ">\n";
}

}  // namespace

TEST_CASE("each case gives the findings, the model and the pages that its folder expects") {
  int cases = 0;
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(MUSTER_SOURCE_DIR) / "tests/cases"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  for (const std::filesystem::path& folder : folders) {
    const std::string name = folder.filename().string();
    INFO(name);
    ++cases;
    const GitRepo repo(read_text(folder / "repository.fi"));
    const auto expect = [&](const std::string& file, const std::string& actual) {
      INFO(file);
      CHECK(golden(actual, "cases/" + name + "/expected/" + file) == "");
    };
    expect("check.txt", muster_run({"check"}, repo.path()).out);
    expect("readiness.json", muster_run({"export"}, repo.path()).out);
    REQUIRE(muster_run({"build"}, repo.path()).code == 0);
    const auto files = files_below(repo.path() / "site");
    std::string list;
    for (const auto& [path, bytes] : files) list += path + "\n";
    expect("files.txt", list);
    expect("overview.html", element(files.at("latest/index.html"), "main"));
    expect("gaps.html", element(files.at("latest/gaps/index.html"), "main"));
    expect("findings.html", element(files.at("latest/findings/index.html"), "main"));
  }
  CHECK(cases >= 2);
}
