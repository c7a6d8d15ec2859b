// Where a key ends and its value begins.
#include "extract/statements.h"

#include <algorithm>

#include "base/text.h"
#include "extract/markup.h"

namespace muster::extract {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

bool is_key(std::string_view key) {
  if (key.empty() || key.size() > 80 || count_words(key) > 8) return false;
  const char first = key.front();
  if (!is_alpha(first) && (static_cast<unsigned char>(first) & 0x80) == 0 && !is_digit(first))
    return false;
  for (const char sign : {'.', ';', '!', '?', '=', '|', '{', '<', '>', '[', ']', '"'})
    if (key.find(sign) != kNone) return false;
  return key.find(", ") == kNone;
}

// `**Key**: v`, `**Key:** v`, `**Key** (aside): v`.
std::optional<Statement> read_bold(std::string_view source) {
  const char sign = source.empty() ? ' ' : source.front();
  if (sign != '*' && sign != '_') return std::nullopt;
  const Run open = run_at(source, 0);
  if (open.length < 2 || open.length > 3) return std::nullopt;
  const std::size_t close = closing_run(source, open);
  if (close == kNone) return std::nullopt;
  Statement statement;
  statement.bold = true;
  std::string key = without_markup(source.substr(open.length, close - open.length));
  std::size_t at = close + open.length;
  if (!key.empty() && trim(key).ends_with(':')) {
    statement.key = std::string(trim(trim(key).substr(0, trim(key).size() - 1)));
  } else {
    at = skip_blanks(source, at);
    if (at < source.size() && source[at] == '(') {
      const std::size_t end = source.find(')', at);
      if (end == kNone) return std::nullopt;
      statement.aside = std::string(source.substr(at + 1, end - at - 1));
      at = skip_blanks(source, end + 1);
    }
    if (at >= source.size() || source[at] != ':') return std::nullopt;
    ++at;
    statement.key = std::string(trim(key));
  }
  if (!is_key(statement.key)) return std::nullopt;
  at = skip_blanks(source, at);
  statement.value = std::string(trim(source.substr(std::min(at, source.size()))));
  statement.column = static_cast<int>(at);
  return statement;
}

std::optional<Statement> read_plain(std::string_view source) {
  std::size_t colon = 0;
  for (;; ++colon) {
    colon = source.find(':', colon);
    if (colon == kNone) return std::nullopt;
    if (colon + 1 == source.size() || is_blank(source[colon + 1])) break;
  }
  Statement statement;
  std::string_view key = trim(source.substr(0, colon));
  if (key.find('`') != kNone) return std::nullopt;
  statement.key = without_markup(key);
  if (!is_key(statement.key)) return std::nullopt;
  const std::size_t at = skip_blanks(source, colon + 1);
  statement.value = std::string(trim(source.substr(at)));
  statement.column = static_cast<int>(at);
  return statement;
}

}  // namespace

std::optional<Statement> read_statement(const Line& line) {
  std::optional<Statement> statement = read_bold(line.source);
  if (!statement) statement = read_plain(line.source);
  if (!statement) return std::nullopt;
  statement->line = line.line;
  statement->column += line.column;
  return statement;
}

std::vector<Statement> read_statements(const Line& line) {
  std::vector<Statement> statements;
  if (line.source.find(" | ") != kNone) {
    std::size_t begin = 0;
    while (begin <= line.source.size()) {
      const std::size_t bar = std::min(line.source.find(" | ", begin), line.source.size());
      Line part = line;
      part.source = std::string(trim(std::string_view(line.source).substr(begin, bar - begin)));
      part.column = line.column + static_cast<int>(skip_blanks(line.source, begin));
      std::optional<Statement> statement = read_statement(part);
      if (!statement || !statement->bold) break;
      statements.push_back(*std::move(statement));
      begin = bar + 3;
    }
    if (begin > line.source.size()) return statements;
    statements.clear();
  }
  if (std::optional<Statement> statement = read_statement(line))
    statements.push_back(*std::move(statement));
  return statements;
}

std::optional<std::string> bold_line(const Line& line) {
  const std::string_view source = line.source;
  if (source.size() < 5 || (source.front() != '*' && source.front() != '_')) return std::nullopt;
  const Run open = run_at(source, 0);
  if (open.length < 2 || open.length > 3) return std::nullopt;
  const std::size_t close = closing_run(source, open);
  if (close == kNone || close + open.length != source.size()) return std::nullopt;
  std::string text = without_markup(source.substr(open.length, close - open.length));
  if (count_words(text) > 8) return std::nullopt;
  return text;
}

}  // namespace muster::extract
