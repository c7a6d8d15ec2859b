// Each test is run by its name, through CMake and Catch2, and both give some characters a meaning
// of their own. A name that does not come through whole would run another test, or none.
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "support/catch.h"

using namespace muster;

namespace {

// The string literals that follow `TEST_CASE(`, joined, as they stand in the source.
std::vector<std::string> test_names(std::string_view source) {
  constexpr std::string_view opening = "TEST_CASE(";
  std::vector<std::string> names;
  for (std::size_t at = source.find(opening); at != std::string_view::npos;
       at = source.find(opening, at + 1)) {
    if (at != 0 && source[at - 1] != '\n') continue;
    std::string name;
    bool inside = false;
    for (std::size_t i = at + opening.size(); i < source.size(); ++i) {
      const char c = source[i];
      if (c == '"') {
        inside = !inside;
      } else if (inside) {
        name += c;
        if (c == '\\' && i + 1 < source.size()) name += source[++i];
      } else if (c == ',' || c == ')') {
        break;
      }
    }
    names.push_back(name);
  }
  return names;
}

// Why this cannot be a test's name, or empty.
std::string_view defect_of(std::string_view name) {
  if (name.empty()) return "it is empty";
  if (name.starts_with('-') || name.starts_with('~')) return "it begins like an option";
  if (name.starts_with('*') || name.ends_with('*')) return "it begins or ends like a pattern";
  if (name.find_first_of(";[]\\\"$") != std::string_view::npos)
    return "it holds one of ; [ ] \\ \" $";
  if (name != trim(name)) return "it begins or ends with a blank";
  return {};
}

}  // namespace

TEST_CASE("every test has a name of its own that its program can be given") {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(MUSTER_SOURCE_DIR) / "tests";
  std::size_t count = 0;
  std::set<std::string> known;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".cc") continue;
    const Result<std::string> source = read_file(entry.path());
    REQUIRE(source);
    const std::string folder = fs::relative(entry.path().parent_path(), root).generic_string();
    for (const std::string& name : test_names(*source)) {
      ++count;
      INFO(folder << "/" << entry.path().filename().string() << ": " << name);
      CHECK(defect_of(name) == "");
      CHECK(known.insert(folder + "/" + name).second);
    }
  }
  CHECK(count > 50);
}

TEST_CASE("a name that would be cut or taken for an option is found") {
  CHECK(
      test_names("TEST_CASE(\"one\") {\n}\n\nTEST_CASE(\n    \"two \"\n    \"halves\", \"[x]\")") ==
      std::vector<std::string>{"one", "two halves"});
  CHECK(defect_of("a plain name, with a comma and a colon: fine").empty());
  for (const char* name :
       {"", "--as-of is read", "one; two", "a [tag]", "a*", "say \\\"x\\\"", "x "})
    CHECK_FALSE(defect_of(name).empty());
}
