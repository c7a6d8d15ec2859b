// A document says the same, at the same places, however its bytes are written.
#include <cstdlib>

#include "base/text.h"
#include "listing.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

constexpr std::string_view kFrontMatter = "---\nlanguage: en\n---\n";
constexpr int kFrontMatterLines = 3;

constexpr std::string_view kDocument =
    "# Move\n\n- **Owner**: 名前 ✅\n- [x] 資料 copied [ ] later\n  - note\n-\t[ ]\ttabbed\n\n"
    "| Gap | Repo | Issue | Owner | ETA |\n|---|---|---|---|---|\n"
    "| 🚧 Fix `a|b` | x | BE-1 | B | __/__/__ |\n| Load | y | | TBD | 2026-01-02 |\n\n"
    "Exit gate:\n\n- [ ] All green\n\n> - [x] quoted\n\n[ ] GO [x] NO-GO\n\nNotes\n=====\n\nend";

std::string with_line_ends(std::string_view text, std::string_view end) {
  return replace_all(std::string(text), "\n", end);
}

// The number that begins at `at`, made less; none left where it would be none of a line.
void lessen(std::string& text, std::size_t at, int by) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at) return;
  const int value = std::atoi(text.substr(at, end - at).c_str()) - by;
  text.replace(at, end - at, value > 0 ? number(value) : "");
}

// A listing as it is where the document begins that many lines further up; what stands in these
// lines is left out.
std::string moved_up(const std::string& listing, int lines) {
  constexpr std::string_view kParent = "in the box of line ";
  std::string out;
  for (const std::string_view source : split(listing, '\n')) {
    std::string line(source);
    if (const std::size_t at = line.rfind(kParent); at != std::string::npos)
      lessen(line, at + kParent.size(), lines);
    const std::size_t begin = line.find_first_not_of(' ');
    const bool placed = begin != std::string::npos && line.size() > 7 && is_digit(line[begin]) &&
                        line.substr(5, 2) == "  ";
    if (placed) lessen(line, begin, lines);
    if (placed && line.find_first_not_of(' ') > 5) continue;
    out += cat({placed ? trim(line) : std::string_view(line), "\n"});
  }
  return out;
}

void check_spellings(const std::string& name, const std::string& source) {
  const std::string plain = listing(name, source);
  CHECK(listing(name, with_line_ends(source, "\r\n")) == plain);
  CHECK(listing(name, cat({"\xef\xbb\xbf", source})) == plain);
  if (!source.starts_with("---"))
    CHECK(moved_up(listing(name, cat({kFrontMatter, source})), kFrontMatterLines) ==
          moved_up(plain, 0));
}

}  // namespace

TEST_CASE("line ends, a byte order mark and front matter move nothing else") {
  check_spellings("a.md", std::string(kDocument));
  CHECK(listing("a.md", with_line_ends(kDocument, "\r")) ==
        listing("a.md", std::string(kDocument)));
}

TEST_CASE("every sample is read alike with other line ends, a byte order mark and front matter") {
  const std::optional<std::string> samples = samples_folder();
  if (!samples) return;
  for (const Json::Member& file : corpus_documents(*samples)) {
    INFO(file.name);
    const std::string source = read_sample(*samples, "corpus/" + file.name);
    if (source.find('\r') == std::string::npos) check_spellings(file.name, source);
  }
}
