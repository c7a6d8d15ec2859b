// The golden harness itself: a mismatch must be seen, told and kept.
#include "support/golden.h"

#include "support/catch.h"
#include "support/folder.h"

using namespace muster::test;

namespace {

// Sets a variable for one test; null unsets it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    set(value);
  }
  ~Variable() { set(old_ ? old_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) const {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }

  const char* name_;
  std::optional<std::string> old_;
};

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a diff shows what differs with three lines around it") {
  CHECK(unified_diff("a\nb\n", "a\nb\n").empty());
  CHECK(unified_diff("1\n2\n3\n4\nold\n5\n6\n7\n8\n", "1\n2\n3\n4\nnew\nmore\n5\n6\n7\n8\n") ==
        "--- expected\n+++ actual\n@@ -5 +5 @@\n 2\n 3\n 4\n-old\n+new\n+more\n 5\n 6\n 7\n");
  CHECK(unified_diff("a\nx\nb\n", "c\nx\nd\n") ==
        "--- expected\n+++ actual\n@@ -1 +1 @@\n-a\n+c\n x\n-b\n+d\n \n");
}

TEST_CASE("a golden file that differs fails with the diff and leaves what came out") {
  const Variable mode("MUSTER_GOLDEN", nullptr);
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "tests");
  std::ofstream(folder / "tests/case.txt") << "one\ntwo\n";
  CHECK(golden("one\ntwo\n", "case.txt", folder / "tests", folder / "build").empty());

  const std::string told = golden("one\n2\n", "case.txt", folder / "tests", folder / "build");
  CHECK_THAT(told, ContainsSubstring("-two\n+2\n"));
  CHECK(text_of(folder / "build/case.txt") == "one\n2\n");
  CHECK(text_of(folder / "tests/case.txt") == "one\ntwo\n");
  CHECK_THAT(golden("x", "none.txt", folder / "tests", folder / "build"),
             ContainsSubstring("does not exist"));
}

TEST_CASE("create writes only what is missing, update rewrites") {
  const Variable ci("CI", nullptr);
  const TemporaryFolder folder;
  {
    const Variable mode("MUSTER_GOLDEN", "create");
    CHECK(golden("first", "case.txt", folder / "tests", folder / "build").empty());
    CHECK_FALSE(golden("second", "case.txt", folder / "tests", folder / "build").empty());
  }
  const Variable mode("MUSTER_GOLDEN", "update");
  CHECK(golden("second", "case.txt", folder / "tests", folder / "build").empty());
  CHECK(text_of(folder / "tests/case.txt") == "second");
}

TEST_CASE("where CI is set, no expectation is written") {
  const Variable ci("CI", "1");
  const Variable mode("MUSTER_GOLDEN", "update");
  const TemporaryFolder folder;
  CHECK_THAT(golden("x", "case.txt", folder / "tests", folder / "build"),
             ContainsSubstring("where CI is set only test"));
  CHECK_FALSE(std::filesystem::exists(folder / "tests/case.txt"));
}
