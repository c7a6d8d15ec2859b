#include "collect/objects.h"

#include "collect/fixture.h"

using namespace muster;
using namespace muster::test;

namespace {

const std::string kTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
const std::string kAuthor = "author Ann <ann@example.org> 1770000000 +0100\n";
const std::string kCommitter = "committer Cy <cy@example.org> 1770000600 -0530\n";

Commit parse(const std::string& bytes) { return parse_commit(ObjectId{}, bytes); }

std::string entry(const std::string& mode, const std::string& name, char id) {
  return mode + " " + name + std::string(1, '\0') + std::string(20, id);
}

}  // namespace

TEST_CASE("a well-formed commit is read without defects") {
  const Commit commit =
      parse(kTree + "parent " + std::string(40, 'a') + "\n" + kAuthor + kCommitter +
            "gpgsig -----BEGIN\n tree in a signature\n\nSubject\n\nBody");
  CHECK(commit.defects.empty());
  CHECK(commit.author == "Ann");
  CHECK(commit.committer == "Cy");
  CHECK(commit.author_time.seconds == 1770000000);
  CHECK(commit.commit_time.seconds == 1770000600);
  CHECK(commit.credible_time);
  CHECK(commit.subject == "Subject");
  REQUIRE(commit.parents.size() == 1);
  CHECK(commit.parents.front().hex() == std::string(40, 'a'));
  CHECK(commit.tree.hex() == "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
}

TEST_CASE("a committer without a time takes the author's, which is said and not credible") {
  const Commit commit = parse(kTree + kAuthor + "committer Cy <cy@example.org>\n\nx");
  CHECK(commit.commit_time.seconds == 1770000000);
  CHECK_FALSE(commit.credible_time);
  CHECK(commit.defects == std::vector<std::string>{"the committer has no time"});
}

TEST_CASE("times beyond 1980 to 2100 are not credible") {
  for (const char* time : {"-1", "0", "4133980800", "99999999999999999999", "12x"}) {
    const Commit commit = parse(kTree + kAuthor + "committer C <c> " + time + " +0000\n\nx");
    CHECK_FALSE(commit.credible_time);
    CHECK(commit.commit_time.seconds == 1770000000);
  }
  CHECK(parse(kTree + kAuthor + "committer C <c> 4133980799 +0000\n\nx").credible_time);
}

TEST_CASE("a malformed time zone is said and does not spoil the time") {
  const Commit commit = parse(kTree + kAuthor + "committer C <c> 1770000600 -051800\n\nx");
  CHECK(commit.credible_time);
  CHECK(commit.commit_time.seconds == 1770000600);
  CHECK(commit.defects == std::vector<std::string>{"the committer has a malformed time zone"});
}

TEST_CASE("a name in Latin-1 becomes UTF-8 by its encoding header, else it is marked") {
  const std::string author = "author Ren\xe9 <r@example.org> 1770000000 +0000\n";
  CHECK(parse(kTree + author + kCommitter + "encoding ISO-8859-1\n\nx").author == "Ren\xc3\xa9");
  const Commit commit = parse(kTree + author + kCommitter + "\nx");
  CHECK(commit.author == "Ren\xef\xbf\xbd");
  CHECK(commit.defects == std::vector<std::string>{"the author's name is not valid UTF-8"});
}

TEST_CASE("NUL bytes in a subject are replaced and do not cut it") {
  const Commit commit =
      parse(kTree + kAuthor + kCommitter + "\nbefore" + std::string(1, '\0') + "after");
  CHECK(commit.subject ==
        "before\xef\xbf\xbd"
        "after");
  CHECK(commit.defects.size() == 1);
}

TEST_CASE("any bytes make a commit with defects") {
  for (const std::string& bytes :
       {std::string(), std::string("\n"), std::string("tree"),
        std::string("author <<>><\ncommitter >x<\n"), std::string("parent zzz\ntree 12\n\0", 19)})
    CHECK_FALSE(parse(bytes).defects.empty());
}

TEST_CASE("a tree gives its safe entries in the order of their bytes") {
  const Tree tree = parse_tree(entry("100644", "b.md", '1') + entry("40000", "a", '2') +
                               entry("120000", "link", '3') + entry("160000", "sub", '4') +
                               entry("100755", "run", '5'));
  REQUIRE(tree.entries.size() == 5);
  CHECK(tree.entries[0].name == "a");
  CHECK(tree.entries[0].kind == TreeEntryKind::tree);
  CHECK(tree.entries[1].kind == TreeEntryKind::file);
  CHECK(tree.entries[2].kind == TreeEntryKind::link);
  CHECK(tree.entries[3].kind == TreeEntryKind::file);
  CHECK(tree.entries[4].kind == TreeEntryKind::submodule);
  CHECK(tree.defects.empty());
}

TEST_CASE("unsafe, repeated and odd entries of a tree are left out and told") {
  const Tree tree = parse_tree(entry("40000", "..", '1') + entry("40000", ".git", '2') +
                               entry("100644", "a/b", '3') + entry("100644", "e\x1b", '4') +
                               entry("100644", "same", '5') + entry("100644", "same", '6') +
                               entry("777", "odd", '7') + "100644 cut");
  REQUIRE(tree.entries.size() == 1);
  CHECK(tree.entries[0].id.bytes[0] == '5');
  CHECK(tree.defects.size() == 7);
  CHECK(tree.defects[3].name == "e\\u{001b}");
}

TEST_CASE("a tag object names its target") {
  CHECK(parse_tag("object " + std::string(40, 'b') + "\ntype commit\n")->hex() ==
        std::string(40, 'b'));
  CHECK_FALSE(parse_tag("object bb\n"));
  CHECK_FALSE(parse_tag(""));
}
