// Reading and writing single files: what is no regular file is refused in words.
#include "base/files.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "support/catch.h"
#include "support/folder.h"

using namespace muster;
using muster::test::TemporaryFolder;

TEST_CASE("a file is read as it was written, byte for byte") {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  REQUIRE(write_file(folder / "x", bytes));
  const Result<std::string> read = read_file(folder / "x");
  REQUIRE(read);
  CHECK(*read == bytes);
}

TEST_CASE("a file at the limit is read, and one byte more is refused") {
  const TemporaryFolder folder;
  REQUIRE(write_file(folder / "x", "12345"));
  CHECK(read_file(folder / "x", 5));
  const Result<std::string> refused = read_file(folder / "x", 4);
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().diagnostic.message, ContainsSubstring("it is larger than 4 bytes"));
}

TEST_CASE("a missing file, a folder and a pipe are refused in words, without waiting") {
  const TemporaryFolder folder;
  CHECK_THAT(read_file(folder / "none").error().diagnostic.message,
             ContainsSubstring("No such file or directory"));
  CHECK_THAT(read_file(folder.path()).error().diagnostic.message,
             ContainsSubstring("it is a folder"));
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_THAT(read_file(folder / "pipe").error().diagnostic.message,
             ContainsSubstring("it is not a regular file"));
}

TEST_CASE("a link is followed only where that is wanted") {
  const TemporaryFolder folder;
  REQUIRE(write_file(folder / "target", "text"));
  std::filesystem::create_symlink("target", folder / "link");
  CHECK(read_file(folder / "link"));
  const Result<std::string> refused = read_file(folder / "link", 100, false);
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().diagnostic.message, ContainsSubstring("it is a symbolic link"));
}

TEST_CASE("a file that exists is never written over") {
  const TemporaryFolder folder;
  REQUIRE(write_file(folder / "x", "old"));
  const Result<Done> refused = write_file(folder / "x", "new");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::not_published);
  CHECK(*read_file(folder / "x") == "old");
}

TEST_CASE("where the system refuses to write, no part of the file stays") {
  const TemporaryFolder folder;
  const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old_limit{};
  ::getrlimit(RLIMIT_FSIZE, &old_limit);
  const rlimit small{1000, old_limit.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const Result<Done> refused = write_file(folder / "x", std::string(5000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &old_limit);
  std::signal(SIGXFSZ, old_action);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ExitCode::not_published);
  CHECK_THAT(refused.error().diagnostic.message, ContainsSubstring("File too large"));
  CHECK_FALSE(std::filesystem::exists(folder / "x"));
}
