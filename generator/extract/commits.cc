#include "extract/commits.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "extract/ids.h"

namespace muster::extract {

namespace {

// What may stand between "commits" and the next id.
constexpr std::string_view kJoiners = "and|or|to|through|id|ids|hash|hashes|is|was|at|of|no";

constexpr std::size_t kDigest = 32;  // digits of an MD5 sum, and of a UUID without hyphens
constexpr std::size_t kNear = 40;

std::string_view last_word(std::string_view text) {
  text = text.substr(text.size() - std::min(text.size(), kNear));
  while (!text.empty() && !is_alnum(text.back())) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && (is_alnum(text[begin - 1]) || text[begin - 1] == '-')) --begin;
  return text.substr(begin);
}

}  // namespace

std::string_view CommitWords::read(std::string_view word) {
  const bool expected = std::exchange(expects_, false);
  const std::size_t sign = word.find_first_of(":=");
  if (sign != std::string_view::npos && is_commit_word(word.substr(0, sign)) &&
      is_commit_id(word.substr(sign + 1)))
    return word.substr(sign + 1);
  if (expected && is_commit_id(word)) {
    expects_ = true;
    return word;
  }
  const bool joins =
      std::none_of(word.begin(), word.end(), is_alnum) || is_listed(kJoiners, lower(word));
  expects_ = is_commit_word(word) || (expected && joins);
  return {};
}

bool is_commit_span(std::string_view code, std::string_view before) {
  if (!is_commit_id(code)) return false;
  const std::string_view word = last_word(before);
  return code.size() == kDigest ? is_commit_word(word) : !is_other_hex_word(word);
}

bool is_commit_cell(const Context& context, std::size_t index) {
  if (context.block(index).kind != BlockKind::cell ||
      !is_commit_id(context.lines[index].front().text))
    return false;
  const std::size_t row = context.block(index).parent;
  const std::size_t table = context.block(row).parent;
  std::size_t header = table + 2;  // the first cell of the first row
  for (std::size_t i = row + 1; i < index; i = context.block(i).end) {
    if (header >= context.block(table + 1).end) return false;
    header = context.block(header).end;
  }
  if (header >= context.block(table + 1).end) return false;
  const std::string words = normal_words(context.lines[header].front().text);
  const std::vector<std::string_view> parts = split(words, ' ');
  return std::any_of(parts.begin(), parts.end(), is_commit_word);
}

}  // namespace muster::extract
