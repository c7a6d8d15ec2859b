#include "base/path.h"

#include <string>

#include "support/catch.h"

using muster::name_problem;
using muster::path_problem;

TEST_CASE("an ordinary path is safe") {
  for (const char* path : {"README.md", "docs/Übergabe (2).md", ".github/x.yml", "a.git/b",
                           "..hidden", "console.json", "com10.txt"})
    CHECK(path_problem(path) == "");
}

TEST_CASE("a path that leaves its folder or names git's own is not safe") {
  for (const char* path : {"", "/etc/passwd", "../a", "a/../b", "a/./b", "a//b", "a/",
                           ".git/config", "a/.GIT/hooks", "GIT~1"})
    CHECK(path_problem(path) != "");
}

TEST_CASE("a path that some system reads otherwise is not safe") {
  for (const char* path : {"C:\\x", "c:x", "a\\b", "CON", "docs/aux.json", "com1", "LPT9.md",
                           "trailing.", "trailing ", "nul .txt"})
    CHECK(path_problem(path) != "");
}

TEST_CASE("a name with control characters, bidi overrides or invalid bytes is not safe") {
  using namespace std::string_literals;
  for (const std::string& name :
       {"a\x1b[31m"s, "a\nb"s, "a\0b"s, "a\x7f"s, "a\xc2\x85"s, "a\xe2\x80\xae.md"s, "caf\xe9"s})
    CHECK(name_problem(name) != "");
}

TEST_CASE("a name has at most 200 bytes and a path at most 1,024") {
  CHECK(name_problem(std::string(200, 'a')) == "");
  CHECK(name_problem(std::string(201, 'a')) != "");
  std::string path(199, 'a');
  for (int i = 0; i < 4; ++i) path += "/" + std::string(199, 'a');
  CHECK(path_problem(path + "/" + std::string(24, 'b')) == "");
  CHECK(path_problem(path + "/" + std::string(25, 'b')) != "");
}

TEST_CASE("one name of an entry holds no slash") { CHECK(name_problem("a/b") != ""); }
