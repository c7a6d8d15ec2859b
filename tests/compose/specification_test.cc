// The examples of the GFM specification through our own parser calls and our own walk. What muster
// refuses on purpose is raw HTML, which it shows as the text that was written, and addresses that
// are no relative, http, https or mailto ones; those examples are listed by number.
#include <map>
#include <set>

#include "compose/prose.h"
#include "parse/parse.h"
#include "support/catch.h"
#include "support/html.h"
#include "support/samples.h"

using namespace muster;
using namespace muster::test;

namespace {

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

std::vector<Example> examples_of(std::string_view specification) {
  std::vector<Example> examples;
  enum class In { prose, markdown, html } in = In::prose;
  const std::string fence(32, '`');
  for (const std::string_view line : split(specification, '\n')) {
    if (in == In::prose) {
      if (!line.starts_with(fence + " example")) continue;
      examples.push_back({static_cast<int>(examples.size()) + 1, {}, {}});
      in = In::markdown;
    } else if (line == fence) {
      in = In::prose;
    } else if (in == In::markdown && line == ".") {
      in = In::html;
    } else {
      std::string& to = in == In::markdown ? examples.back().markdown : examples.back().html;
      to += cat({replace_all(std::string(line), "→", "\t"), "\n"});
    }
  }
  return examples;
}

std::string rendered(std::string_view source) {
  const Markdown markdown = parse_markdown(source);
  Prose prose{markdown, nullptr, {}, {}, {}, true};
  prose.link = [](std::string_view url) -> std::optional<Url> { return Url(url); };
  return prose_blocks(prose, 1, markdown.blocks.size()).str();
}

// Raw HTML in blocks and in lines. What stands in the first and the second of a pair, and between.
constexpr std::pair<int, int> kRawHtml[] = {
    {118, 160}, {170, 170}, {288, 289}, {317, 317}, {327, 327}, {354, 354},
    {484, 486}, {500, 500}, {503, 503}, {532, 532}, {544, 544}, {632, 636},
    {642, 642}, {644, 644}, {647, 651}, {653, 653}, {663, 664}};

// Schemes that are not allowed: irc, a+b+c, made-up-scheme, localhost, ftp.
constexpr int kRefusedAddresses[] = {604, 606, 607, 609, 628};

// Written for a parser without the extension for bare addresses (section 6.9 of the same text), by
// which they read so.
const std::map<int, std::string> kBareAddresses = {
    {614, "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>"},
    {616, "<p>&lt; <a href=\"http://foo.bar\">http://foo.bar</a> &gt;</p>"},
    {619, "<p><a href=\"http://example.com\">http://example.com</a></p>"},
    {620, "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>"}};

std::set<int> refused() {
  std::set<int> numbers(std::begin(kRefusedAddresses), std::end(kRefusedAddresses));
  for (const auto& [first, last] : kRawHtml)
    for (int number = first; number <= last; ++number) numbers.insert(number);
  return numbers;
}

}  // namespace

TEST_CASE("every example of the specification comes out as it says") {
  const std::optional<std::string> folder = samples_folder();
  if (!folder) return;
  prepare_parser();
  const std::vector<Example> examples =
      examples_of(read_sample(*folder, "corpus/suites/cmark-gfm/spec.txt"));
  CHECK(examples.size() == 673);
  const std::set<int> refused_ones = refused();
  for (const Example& example : examples) {
    INFO(example.number << ":\n" << example.markdown);
    const auto bare = kBareAddresses.find(example.number);
    const std::string expected = bare == kBareAddresses.end() ? example.html : bare->second;
    if (refused_ones.contains(example.number)) {
      CHECK(normal_html(rendered(example.markdown)) != normal_html(expected));
    } else {
      CHECK(normal_html(rendered(example.markdown)) == normal_html(expected));
    }
  }
}
