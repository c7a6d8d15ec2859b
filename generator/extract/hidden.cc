#include "extract/hidden.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "extract/markup.h"

namespace muster::extract {

namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::pair<std::string_view, std::string_view> kStrikes[] = {
    {"~~", "~~"}, {"<del>", "</del>"}, {"<s>", "</s>"}, {"<strike>", "</strike>"}};

bool stands_at(std::string_view text, std::size_t at, std::string_view mark) {
  return equals_ignoring_case(text.substr(at, mark.size()), mark);
}

// The mark that closes the strike which begins here, or empty. `~~~` strikes nothing.
std::string_view strike_at(std::string_view text, std::size_t at) {
  if (text[at] == '~' && run_at(text, at).length != 2) return {};
  for (const auto& [open, close] : kStrikes)
    if (stands_at(text, at, open)) return close;
  return {};
}

std::size_t after_code(std::string_view text, std::size_t at) {
  const std::size_t length = run_at(text, at).length;
  const std::size_t close = text.find(std::string(length, '`'), at + length);
  return close == std::string_view::npos ? at + length : close + length;
}

}  // namespace

std::string hidden_in(std::string_view line, Hiding& hiding) {
  std::string hidden(line.size(), ' ');
  const auto mark = [&](std::size_t begin, std::size_t end) {
    const char letter = hiding.comment ? 'c' : hiding.strike.empty() ? ' ' : 's';
    for (std::size_t i = begin; i < std::min(end, line.size()); ++i) hidden[i] = letter;
  };
  for (std::size_t i = 0; i < line.size();) {
    std::size_t next = i + 1;
    if (hiding.comment) {
      const bool ends = stands_at(line, i, kCommentEnd);
      if (ends) next = i + kCommentEnd.size();
      mark(i, next);
      if (ends) hiding.comment = false;
    } else if (stands_at(line, i, kComment)) {
      hiding.comment = true;
      next = i + kComment.size();
      mark(i, next);
    } else if (line[i] == '`') {
      next = after_code(line, i);
      mark(i, next);
    } else if (!hiding.strike.empty()) {
      mark(i, next);
      if (stands_at(line, i, hiding.strike)) {
        next = i + hiding.strike.size();
        hiding.strike = {};
      }
    } else if (const std::string_view close = strike_at(line, i); !close.empty()) {
      hiding.strike = close;
      next = i + (close == "~~" ? close.size() : close.size() - 1);
    }
    i = next;
  }
  return hidden;
}

}  // namespace muster::extract
