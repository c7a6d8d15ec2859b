// The architecture as a test: which folder of generator/ may include what, and where trusted markup
// may be made. Reads the sources as text.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "support/catch.h"

using namespace muster;

namespace {

// Source text by path below generator/.
using Tree = std::map<std::string, std::string>;

const std::set<std::string, std::less<>> kStages = {"collect", "parse",  "extract", "recognise",
                                                    "link",    "audit",  "compare", "compose",
                                                    "render",  "publish"};

// A library's headers, and the one folder (or the files) that may include them.
struct Library {
  std::string_view header_prefix;
  std::string_view allowed_prefix;
};
constexpr Library kLibraries[] = {
    {"git2", "collect/"},
    {"cmark-gfm", "parse/"},
    {"pugixml", "parse/"},
    {"kainjow/", "render/"},
    {"CLI/", "app/"},
    {"yaml.h", "base/yaml.cc"},
    {"nlohmann/", "base/json.cc"},
    {"openssl/", "base/digest.cc"},
    {"catch2/", "(tests only)"},
};

std::string folder_of(std::string_view path) { return std::string(split(path, '/').front()); }

bool may_include(const std::string& from, const std::string& to) {
  if (from == to) return true;
  if (to == "base") return true;
  if (to == "domain") return from != "base";
  return from == "app" && kStages.contains(to);
}

// The name between quotes or angle brackets, or empty where the line is no #include.
std::string_view included(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('#')) return {};
  line = trim(line.substr(1));
  if (!line.starts_with("include")) return {};
  const std::size_t begin = line.find_first_of("\"<");
  const std::size_t end = line.find_last_of("\">");
  if (begin == std::string_view::npos || end <= begin) return "(a name that cannot be read)";
  return line.substr(begin + 1, end - begin - 1);
}

void check_include(const std::string& path, std::string_view name, const std::string& place,
                   std::vector<std::string>& violations) {
  const std::string from = folder_of(path);
  if (name.find("..") != std::string_view::npos || name.starts_with("("))
    violations.push_back(cat({place, "includes ", name, ": paths begin at generator/"}));
  const std::string to = folder_of(name);
  const bool ours = kStages.contains(to) || to == "base" || to == "domain" || to == "app";
  if (ours && name.find('/') != std::string_view::npos) {
    if (!may_include(from, to)) violations.push_back(cat({place, from, " may not know ", to}));
    const bool inner = kStages.contains(to) && from == "app" && name != cat({to, "/", to, ".h"});
    if (inner) violations.push_back(cat({place, "app may know only the public header of ", to}));
  }
  for (const Library& library : kLibraries)
    if (name.starts_with(library.header_prefix) && !path.starts_with(library.allowed_prefix))
      violations.push_back(cat({place, name, " belongs to ", library.allowed_prefix}));
}

bool may_trust_markup(std::string_view path) {
  return path == "domain/page.h" || path == "compose/prose.cc" || path.starts_with("render/");
}

// `path:line: what is wrong`, in the order of the tree.
std::vector<std::string> layer_violations(const Tree& tree) {
  std::vector<std::string> violations;
  std::set<std::string> mustache_users;
  for (const auto& [path, text] : tree) {
    const std::string folder = folder_of(path);
    if (!kStages.contains(folder) && folder != "base" && folder != "domain" && folder != "app")
      violations.push_back(cat({path, ":1: ", folder, " is a folder that the test does not know"}));
    const std::vector<std::string_view> lines = split_lines(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string place = cat({path, ":", number(static_cast<long long>(i + 1)), ": "});
      const std::string_view name = included(lines[i]);
      if (!name.empty()) check_include(path, name, place, violations);
      if (name.starts_with("kainjow/")) mustache_users.insert(path);
      if (lines[i].find("Html::trusted") != std::string_view::npos && !may_trust_markup(path))
        violations.push_back(cat({place, "only compose/prose.cc and render/ make trusted markup"}));
    }
  }
  if (mustache_users.size() > 1)
    violations.push_back(cat({*mustache_users.rbegin(), ":1: a second file uses mustache"}));
  return violations;
}

Tree read_generator() {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(MUSTER_SOURCE_DIR) / "generator";
  Tree tree;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cc" && extension != ".h") continue;
    const Result<std::string> text = read_file(entry.path());
    REQUIRE(text);
    tree[fs::relative(entry.path(), root).generic_string()] = *text;
  }
  return tree;
}

}  // namespace

TEST_CASE("stages meet only in domain types, and each library has one place") {
  const Tree tree = read_generator();
  REQUIRE(tree.size() > 30);
  REQUIRE(tree.contains("publish/publish.h"));
  for (const std::string& violation : layer_violations(tree)) FAIL_CHECK(violation);
}

TEST_CASE("a planted arrow between two stages is found, with file and line") {
  const Tree tree = {{"audit/gaps.cc", "#include \"audit/audit.h\"\n\n# include \"link/link.h\"\n"},
                     {"link/link.h", "#include <vector>\n#include \"domain/model.h\"\n"}};
  CHECK(layer_violations(tree) ==
        std::vector<std::string>{"audit/gaps.cc:3: audit may not know link"});
}

TEST_CASE("base knows only itself, domain only base, and app only public headers") {
  CHECK(layer_violations({{"base/text.cc", "#include \"domain/model.h\""}}).size() == 1);
  CHECK(layer_violations({{"base/text.cc", "#include \"app/options.h\""}}).size() == 1);
  CHECK(layer_violations({{"domain/model.h", "#include \"audit/audit.h\""}}).size() == 1);
  CHECK(layer_violations({{"domain/model.h", "#include \"app/options.h\""}}).size() == 1);
  CHECK(layer_violations({{"domain/model.h", "#include \"base/id.h\""}}).empty());
  CHECK(layer_violations({{"publish/publish.cc", "#include \"app/options.h\""}}).size() == 1);
  CHECK(layer_violations({{"app/build.cc", "#include \"audit/audit.h\""}}).empty());
  CHECK(layer_violations({{"app/build.cc", "#include \"audit/rules.h\""}}).size() == 1);
  CHECK(layer_violations({{"audit/gaps.cc", "#include \"../link/link.h\""}}).size() == 1);
  CHECK(layer_violations({{"serve/serve.cc", ""}}).size() == 1);
}

TEST_CASE("a library used outside its place is found") {
  for (const char* header : {"<git2.h>", "<git2/odb.h>", "<cmark-gfm.h>", "<CLI/CLI.hpp>",
                             "<yaml.h>", "<kainjow/mustache.hpp>", "\"nlohmann/json.hpp\""})
    CHECK(layer_violations({{"compose/gap.cc", cat({"#include ", header})}}).size() == 1);
  CHECK(layer_violations({{"collect/git.cc", "#include <git2.h>"}}).empty());
  CHECK(layer_violations({{"parse/markdown.cc", "#include <cmark-gfm.h>"}}).empty());
  const std::string mustache = "#include <kainjow/mustache.hpp>\n";
  CHECK(layer_violations({{"render/template.cc", mustache}}).empty());
  CHECK(layer_violations({{"render/a.cc", mustache}, {"render/b.cc", mustache}}).size() == 1);
}

TEST_CASE("markup trusted outside its place is found") {
  const std::string trusting = "Html markup() { return Html::trusted(text); }\n";
  CHECK(layer_violations({{"compose/gap.cc", trusting}}) ==
        std::vector<std::string>{
            "compose/gap.cc:1: only compose/prose.cc and render/ make trusted markup"});
  CHECK(layer_violations({{"compose/prose.cc", trusting}}).empty());
  CHECK(layer_violations({{"render/template.cc", trusting}}).empty());
}
