// Places: whatever stands before it in its line or above it, a record is where its line and column
// say. Columns are bytes, from 1.
#include <algorithm>

#include "base/text.h"
#include "read.h"
#include "support/catch.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

std::string_view from_place(const std::vector<std::string_view>& lines, int line, int column) {
  if (line < 1 || column < 1 || static_cast<std::size_t>(line) > lines.size()) return {};
  const std::string_view text = lines[static_cast<std::size_t>(line) - 1];
  const std::size_t at = static_cast<std::size_t>(column) - 1;
  return at < text.size() ? text.substr(at) : std::string_view();
}

std::string_view first_word(std::string_view text) {
  const auto in_word = [](char c) { return is_alnum(c) || (static_cast<unsigned char>(c) >> 7); };
  const std::string_view word(std::find_if(text.begin(), text.end(), in_word), text.end());
  return word.substr(0, static_cast<std::size_t>(
                            std::find_if_not(word.begin(), word.end(), in_word) - word.begin()));
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

std::size_t column_of(const record::Mention& mention) {
  return static_cast<std::size_t>(mention.column);
}

// `title: >-` of front matter: the words follow on the next lines.
bool is_block_scalar(std::string_view value) {
  if (value.starts_with("- ")) value.remove_prefix(2);
  return value.starts_with(">") || value.starts_with("|");
}

// Every box is a bracket; every value and every reference begins where it is said to, but for the
// markup in front of it. The place of a link is in its
// text, as its target may be defined elsewhere.
void check_places(const std::string& source) {
  const std::vector<std::string_view> lines = split_lines(source);
  const Records records = read(source);
  for (const record::Item& item : records.items) {
    INFO(number(item.line) << ": " << item.text);
    CHECK(from_place(lines, item.line, item.column).starts_with("["));
  }
  for (const record::Field& field : records.fields) {
    const record::Entry& value = field.value;
    if (value.fill != Fill::value) continue;
    INFO(number(value.line) << ": " << field.key << ": " << value.text);
    const std::string_view found = from_place(lines, value.line, value.column);
    CHECK((is_block_scalar(found) || has(found, first_word(value.text))));
  }
  for (const record::Mention& mention : records.mentions) {
    INFO(number(mention.line) << ": " << mention.text);
    const std::string_view found = from_place(lines, mention.line, mention.column);
    const bool in_link =
        mention.link && has(from_place(lines, mention.line, 1).substr(0, column_of(mention)), "[");
    CHECK((in_link || has(found, first_word(mention.text))));
  }
}

std::vector<int> box_lines(const std::string& source) {
  std::vector<int> lines;
  for (const record::Item& item : read(source).items) lines.push_back(item.line);
  return lines;
}

// The lines of the text, each changed where it is no code.
template <class Change>
std::string changed(const std::string& source, Change change) {
  std::string out;
  bool fenced = false;
  for (const std::string_view line : split(source, '\n')) {
    const std::string_view bare = trim(line);
    const bool fence = bare.starts_with("```") || bare.starts_with("~~~");
    out += fence || fenced ? std::string(line) : change(std::string(line));
    out += '\n';
    if (fence) fenced = !fenced;
  }
  out.pop_back();
  return out;
}

// Letters of two, three and four bytes in place of some of one.
std::string widened(std::string line) {
  line = replace_all(std::move(line), "e", "é");
  line = replace_all(std::move(line), "n ", "名 ");
  return replace_all(std::move(line), "s ", "🚧 ");
}

std::string tabbed(std::string line) {
  std::size_t spaces = 0;
  while (spaces < line.size() && line[spaces] == ' ') ++spaces;
  return std::string(spaces / 4, '\t') + line.substr(spaces / 4 * 4);
}

}  // namespace

TEST_CASE("a box behind tabs, wide signs and quote marks stands where its column says") {
  const Records records = read(
      "# 計画 ✅\n\n- 名前\n\t- [ ]\ttabbed\n\n1.\t[x] numbered\n\n> -\t[~] quoted\n\n"
      "- - [ ] twice\n");
  std::vector<std::pair<int, int>> places;
  for (const record::Item& item : records.items) places.push_back({item.line, item.column});
  CHECK(places == std::vector<std::pair<int, int>>{{4, 4}, {6, 4}, {8, 5}, {10, 5}});
}

TEST_CASE("a value and a reference behind wide signs stand where their columns say") {
  const Records records =
      read("# T\n\n- **担当者 Owner**: x\n- **Owner**:\t名前 QA\n- 名前 ✅ `a/b.json`\n");
  REQUIRE(records.field("owner") != nullptr);
  CHECK(records.field("owner")->value.line == 4);
  CHECK(records.field("owner")->value.column == 14);
  REQUIRE(records.mentions.size() == 1);
  CHECK(records.mentions[0].line == 5);
  CHECK(records.mentions[0].column == 15);
}

TEST_CASE("in every sample places hold, behind wide letters and tabs as well") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  for (const Json::Member& file : corpus_documents(*folder)) {
    INFO(file.name);
    const std::string source = read_sample(*folder, "corpus/" + file.name);
    check_places(source);
    check_places(changed(source, widened));
    const std::string with_tabs = changed(source, tabbed);
    check_places(with_tabs);
    CHECK(box_lines(with_tabs) == box_lines(source));
  }
}
