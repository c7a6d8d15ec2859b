// Whom an owner's text names. What is written stays as it is.
#include "extract/read.h"
#include "support/catch.h"

using namespace muster;
using muster::test::read;
using Names = std::vector<std::string>;

namespace {

constexpr const char* kRoster =
    "\n## Team\n\n| Role | Name | Contact | Availability |\n|---|---|---|---|\n"
    "| Database Admin | ____ | @dana | yes |\n"
    "| Research and Development | Ann | ann@example.org | yes |\n"
    "| Site Reliability (Ops) | ____ | ____ | yes |\n";

Names names(const std::string& owner, const std::string& rest = "") {
  const Records records = read("# T\n\n**Owner**: " + owner + "\n" + rest);
  REQUIRE(records.field("owner") != nullptr);
  const auto found = records.names_in(records.field("owner")->value.text);
  return Names(found.begin(), found.end());
}

}  // namespace

TEST_CASE("several owners in one text are several names, and the text is kept") {
  CHECK(names("Worker A & Worker B") == Names{"Worker A", "Worker B"});
  CHECK(names("PM / Worker A") == Names{"PM", "Worker A"});
  CHECK(names("PM/Worker A") == Names{"PM", "Worker A"});
  CHECK(names("@a, @b") == Names{"@a", "@b"});
  CHECK(names("Ann and Ben") == Names{"Ann", "Ben"});
  CHECK(names("Worker A, Worker B, or PM") == Names{"Worker A", "Worker B", "PM"});
  CHECK(read("# T\n\n**Owner**: PM / QA\n").field("owner")->value.text == "PM / QA");
}

TEST_CASE("one owner is one name, without what stands in parentheses") {
  CHECK(names("Project Manager (coordinates Workers A & B)") == Names{"Project Manager"});
  CHECK(names("Worker A (lead), PM") == Names{"Worker A", "PM"});
  CHECK(names("Andy Anderson") == Names{"Andy Anderson"});
  CHECK(names("CI/CD team") == Names{"CI/CD team"});
  CHECK(names("R&D, PM") == Names{"R&D", "PM"});
  CHECK(names("@acme/platform") == Names{"@acme/platform"});
  CHECK(names("@a/@b") == Names{"@a", "@b"});
}

TEST_CASE("a placeholder and a word for nobody name nobody") {
  CHECK(names("TBD").empty());
  CHECK(names("Unassigned (see the board)").empty());
  CHECK(names("PM, TBD") == Names{"PM"});
}

TEST_CASE("a name of the roster is one name, whatever words it holds") {
  CHECK(names("Research and Development") == Names{"Research", "Development"});
  CHECK(names("Research and Development", kRoster) == Names{"Research and Development"});
  CHECK(names("PM, Research and Development & Ben", kRoster) ==
        Names{"PM", "Research and Development", "Ben"});
}

TEST_CASE("the roster says what an abbreviation, an alias and a handle stand for") {
  CHECK(names("DBA", kRoster) == Names{"Database Admin"});
  CHECK(names("DBA & PM", kRoster) == Names{"Database Admin", "PM"});
  CHECK(names("Ops", kRoster) == Names{"Site Reliability"});
  CHECK(names("@dana", kRoster) == Names{"Database Admin"});
  CHECK(names("Database", kRoster) == Names{"Database Admin"});  // the words that it begins with
  CHECK(names("DB", kRoster) == Names{"DB"});
  CHECK(names("DBA") == Names{"DBA"});
}

TEST_CASE("an abbreviation that fits two roles stands for none of them") {
  const std::string two =
      "\n| Role | Name | Contact |\n|---|---|---|\n| Product Manager | A | a |\n"
      "| Project Manager | B | b |\n";
  CHECK(names("PM", two) == Names{"PM"});
}

TEST_CASE("whom gaps, items and signatures name is told as well") {
  const Records records = read(
      "# T\n\n- [ ] Do it (Owner: PM & QA)\n\n| Gap | Repo | Issue | Owner | ETA |\n"
      "|---|---|---|---|---|\n| Keys | app | #2 | Ann / Ben | 2026-02-10 |\n\n## Sign-off\n\n"
      "| Role | Name | Signature | Date |\n|---|---|---|---|\n| Ops & QA | | | |\n");
  CHECK(records.names_in("Ann / Ben").size() == 2);
  CHECK(records.names_in("Ops & QA").size() == 2);
  CHECK(records.names_in("nobody wrote this").empty());
}

TEST_CASE("the people of the project are known by every name that it gives them") {
  Vocabulary words;
  words.people = {{"Database Admin", {"DBA", "Data & Storage"}, "@dba", "dba@example.org"},
                  {"Release Manager", {"RM"}, "", ""},
                  {"Risk Manager", {"RM"}, "", ""}};
  const auto names_of = [&](const std::string& owner, const std::string& rest = "") {
    const Records records = read("# T\n\n**Owner**: " + owner + "\n" + rest, words);
    const auto found = records.names_in(records.field("owner")->value.text);
    return Names(found.begin(), found.end());
  };
  CHECK(names_of("DBA") == Names{"Database Admin"});
  CHECK(names_of("database-admin, @DBA") == Names{"Database Admin"});
  CHECK(names_of("dba@example.org & PM") == Names{"Database Admin", "PM"});
  CHECK(names_of("Data & Storage, PM") == Names{"Database Admin", "PM"});
  CHECK(names_of("RM") == Names{"RM"});  // two are called so
  CHECK(names_of("Database") == Names{"Database"});
  SECTION("and what the project says goes before what a roster suggests") {
    const std::string roster =
        "\n## Team\n\n| Role | Name | Contact |\n|---|---|---|\n| Data Backup Agent | Ann | @a |\n"
        "| DBA (Night) | Ben | @b |\n";
    CHECK(names_of("DBA", roster) == Names{"Database Admin"});
    CHECK(names_of("Night", roster) == Names{"Database Admin"});  // the roster's DBA is that one
  }
}
