// The figures of real documents, counted by other means.
#include "support/samples.h"

#include "base/json.h"
#include "base/text.h"
#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

struct Figures {
  int headings = 0;
  int open = 0;
  int ticked = 0;
  int tables = 0;
  int rows = 0;

  bool operator==(const Figures&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Figures& f) {
  return out << f.headings << " headings, " << f.open << "/" << f.ticked << " boxes, " << f.tables
             << " tables, " << f.rows << " rows";
}

Figures count(const Markdown& markdown) {
  Figures figures;
  for (const Block& block : markdown.blocks) {
    if (block.kind == BlockKind::heading) ++figures.headings;
    if (block.box == BoxState::open) ++figures.open;
    if (block.box == BoxState::ticked) ++figures.ticked;
    if (block.kind == BlockKind::table) ++figures.tables;
    if (block.kind == BlockKind::row && !block.header) ++figures.rows;
  }
  return figures;
}

// Whether blocks and inlines nest, and stand within the source.
bool is_sound(const Markdown& markdown) {
  const std::vector<Block>& blocks = markdown.blocks;
  if (blocks.empty() || blocks[0].end != blocks.size()) return false;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const Block& parent = blocks[block.parent];
    if (block.parent >= i || block.end <= i || block.end > parent.end) return false;
    if (block.line < parent.line || block.line > block.last_line) return false;
    if (block.last_line > parent.last_line || block.last_line > markdown.lines()) return false;
    for (std::size_t k = 0; k < block.inlines.size(); ++k)
      if (block.inlines[k].end <= k || block.inlines[k].end > block.inlines.size()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the five sample documents give the figures counted by hand") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const auto figures = [&](const std::string& name) {
    return count(parse(read_sample(*folder, "seeds/" + name + ".md")));
  };
  CHECK(figures("mig-4") == Figures{10, 8, 0, 3, 8});
  CHECK(figures("ce-p0-06") == Figures{38, 95, 0, 7, 43});
  CHECK(figures("staging-parity") == Figures{7, 23, 0, 0, 0});
  CHECK(figures("schooltrack") == Figures{16, 8, 40, 1, 9});
  CHECK(figures("production-readiness") == Figures{11, 48, 0, 0, 0});
}

TEST_CASE("every document of the corpus gives the figures of its table") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  const JsonRead table = read_json(read_sample(*folder, "corpus/COUNTS.json"));
  REQUIRE(table.ok);
  const Json* files = table.value.find("files");
  REQUIRE(files != nullptr);
  for (const Json::Member& file : files->members) {
    const auto expected = [&](const char* name) {
      const Json* value = file.value.find(name);
      return value == nullptr ? -1 : static_cast<int>(value->number);
    };
    INFO(file.name);
    const Markdown markdown = parse(read_sample(*folder, "corpus/" + file.name));
    const Figures f = count(markdown);
    CHECK(f.open + f.ticked == expected("task_items"));
    CHECK(f.ticked == expected("checked"));
    CHECK(f.tables == expected("tables"));
    CHECK(f.rows == expected("table_body_rows"));
    CHECK(f.headings == expected("headings"));
    CHECK((markdown.front_lines > 0) == (expected("front_matter") == 1));
    CHECK(markdown.notes.empty());
  }
  CHECK(files->members.size() == 227);
}

TEST_CASE("the examples of the specification are parsed, each into a sound tree") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  int examples = 0;
  for (const char* name : {"spec.txt", "extensions.txt", "regression.txt"}) {
    const std::string text = read_sample(*folder, std::string("corpus/suites/cmark-gfm/") + name);
    const std::string fence(32, '`');
    for (std::size_t at = text.find(fence + " example"); at != std::string::npos;
         at = text.find(fence + " example", at)) {
      const std::size_t begin = text.find('\n', at) + 1;
      at = text.find("\n.\n", begin - 1) + 1;
      const std::string input = replace_all(text.substr(begin, at - begin), "→", "\t");
      const Markdown markdown = parse(input);
      INFO(input);
      CHECK(is_sound(markdown));
      ++examples;
    }
  }
  CHECK(examples > 670);
}
