// One document gives one tree, whatever other threads parse meanwhile.
#include <thread>

#include "base/text.h"
#include "parse/support.h"
#include "support/catch.h"

using namespace muster;
using namespace muster::test;

namespace {

// All that a tree says, as one text.
std::string told(const Markdown& markdown) {
  std::string text;
  for (const Block& block : markdown.blocks) {
    text += cat({number(static_cast<long long>(block.kind)), ":", number(block.line), ":",
                 number(block.column), ":", block.mark, ":", block.text, "\n"});
    for (const Inline& one : block.inlines)
      text += cat({" ", number(static_cast<long long>(one.kind)), ":",
                   number(static_cast<long long>(one.end)), ":", one.text, ":", one.url, "\n"});
  }
  return text;
}

constexpr std::string_view kDocument =
    "---\nowner: PM\n---\n# A ~~b~~\n\n- [ ] write [x] when done\n- [x] https://a.example\n\n"
    "| a | b |\n|---|---|\n| __/__ | `c` |\n\n> - [x] quoted\n";

}  // namespace

TEST_CASE("ten thousand parses on four threads give what one thread gives") {
  std::vector<std::string> sources;
  for (int repeats = 1; repeats <= 20; ++repeats) {
    sources.emplace_back();
    for (int i = 0; i < repeats; ++i) sources.back() += kDocument;
  }
  prepare_parser();
  std::vector<std::string> expected;
  for (const std::string& source : sources) expected.push_back(told(parse_markdown(source)));

  std::vector<int> wrong(4);
  std::vector<std::jthread> threads;
  for (std::size_t thread = 0; thread < wrong.size(); ++thread)
    threads.emplace_back([&, thread] {
      for (std::size_t i = 0; i < 2500; ++i) {
        const std::size_t which = (i + thread) % sources.size();
        wrong[thread] += told(parse_markdown(sources[which])) == expected[which] ? 0 : 1;
      }
    });
  threads.clear();
  CHECK(wrong == std::vector<int>(4));
}
