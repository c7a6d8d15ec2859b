// No text is lost: every word that a document shows is on its page.
#include <set>

#include "compose/prose.h"
#include "parse/parse.h"
#include "support/catch.h"
#include "support/html.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text) {
    if (is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    if (!word.empty()) words.insert(word);
    word.clear();
  }
  if (!word.empty()) words.insert(word);
  return words;
}

// The source without front matter, comments, link definitions and addresses, which are not shown,
// and with the entities that people write for signs resolved.
std::string shown_source(const Markdown& markdown) {
  std::string text;
  for (int n = markdown.front_lines + 1; n <= markdown.lines(); ++n) {
    const std::string_view line = trim(markdown.line(n));
    const bool definition = line.starts_with('[') && line.find("]: ") != std::string_view::npos;
    if (!definition) text += cat({line, "\n"});
  }
  for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at)) {
    const std::size_t end = text.find("-->", at);
    if (end == std::string::npos) break;
    text.erase(at, end + 3 - at);
  }
  for (std::size_t at = text.find("](http"); at != std::string::npos;
       at = text.find("](http", at + 2))
    text.erase(at + 2, std::min(text.find(')', at), text.size()) - at - 2);  // addresses
  return decoded_entities(replace_all(text, "&nbsp;", " "));
}

std::vector<std::string> lost_words(std::string_view source) {
  const Markdown markdown = parse_markdown(source);
  Prose prose{markdown, nullptr, {}, {}, {}, false};
  prose.link = [](std::string_view url) -> std::optional<Url> { return Url(url); };
  const std::string html = prose_blocks(prose, 1, markdown.blocks.size()).str();
  const std::set<std::string> shown = words_of(decoded_address(decoded_entities(html)));
  std::vector<std::string> lost;
  for (const std::string& word : words_of(shown_source(markdown)))
    if (word.size() > 1 && !is_digit(word.front()) && !shown.contains(word)) lost.push_back(word);
  return lost;
}

}  // namespace

TEST_CASE("every word of a document is on its page, in every kind of block") {
  prepare_parser();
  CHECK(
      lost_words("# One *two*\n\n> three `four`\n\n- [x] five\n- [~] six\n\n```bash\nseven\n```\n\n"
                 "| eight | nine |\n|---|---|\n| ten | eleven | twelve |\n\n<b>thirteen</b>\n\n"
                 "![fourteen](fifteen.png \"sixteen\") [seventeen](eighteen.md \"nineteen\")\n\n"
                 "    twenty\n")
          .empty());
}

TEST_CASE("no word of the sample documents is lost") {
  const std::optional<std::string> samples = samples_folder();
  if (!samples) return;
  prepare_parser();
  for (const Json::Member& file : corpus_documents(*samples)) {
    INFO(file.name);
    CHECK(lost_words(read_sample(*samples, "corpus/" + file.name)) == std::vector<std::string>{});
  }
}
