// Where a key ends and its value begins.
#include "extract/statements.h"

#include <algorithm>

#include "base/text.h"
#include "extract/markup.h"
#include "extract/vocabulary.h"

namespace muster::extract {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

// ---- what stands between a key and its value

enum class Keys { any, known };  // known: those of the vocabulary only, as prose looks alike

struct Separator {
  std::string_view sign;
  Keys keys;
  bool behind_bold_only;
  bool between_blanks;
};

constexpr Separator kSeparators[] = {
    {":", Keys::any, false, false},  {"：", Keys::any, false, false},
    {"=", Keys::known, false, true}, {"—", Keys::known, true, true},
    {"–", Keys::known, true, true},  {"-", Keys::known, true, true},
};

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

bool is_between_blanks(std::string_view source, std::size_t at, std::size_t length) {
  return at > 0 && is_blank(source[at - 1]) && at + length < source.size() &&
         is_blank(source[at + length]);
}

bool takes(const Separator& separator, std::string_view key) {
  return is_key(key) && (separator.keys == Keys::any || !key_name(key).empty());
}

// The separator behind a bold key, or null.
const Separator* separator_at(std::string_view source, std::size_t at, std::string_view key) {
  for (const Separator& separator : kSeparators)
    if (source.substr(std::min(at, source.size())).starts_with(separator.sign) &&
        takes(separator, key) &&
        (!separator.between_blanks || is_between_blanks(source, at, separator.sign.size())))
      return &separator;
  return nullptr;
}

// The sign that the key ends with inside of its bold; empty where there is none.
std::string_view sign_at_end(std::string_view key) {
  for (const Separator& separator : kSeparators)
    if (!separator.between_blanks && key.ends_with(separator.sign)) return separator.sign;
  return {};
}

// `**Key**: v`, `**Key:** v`, `**Key** (aside): v`, `**Key** — v`.
std::optional<Statement> read_bold(std::string_view source) {
  const char run = source.empty() ? ' ' : source.front();
  if (run != '*' && run != '_') return std::nullopt;
  const Run open = run_at(source, 0);
  if (open.length < 2 || open.length > 3) return std::nullopt;
  const std::size_t close = closing_run(source, open);
  if (close == kNone) return std::nullopt;
  Statement statement;
  statement.bold = true;
  const std::string inside = without_markup(source.substr(open.length, close - open.length));
  const std::string_view key = trim(inside);
  std::size_t at = close + open.length;
  if (const std::string_view sign = sign_at_end(key); !sign.empty()) {
    statement.key = std::string(trim(key.substr(0, key.size() - sign.size())));
  } else {
    at = skip_blanks(source, at);
    if (at < source.size() && source[at] == '(') {
      const std::size_t end = source.find(')', at);
      if (end == kNone) return std::nullopt;
      statement.aside = std::string(source.substr(at + 1, end - at - 1));
      at = skip_blanks(source, end + 1);
    }
    const Separator* separator = separator_at(source, at, key);
    if (separator == nullptr) return std::nullopt;
    at += separator->sign.size();
    statement.key = std::string(key);
  }
  if (!is_key(statement.key)) return std::nullopt;
  at = skip_blanks(source, at);
  statement.value = std::string(trim(source.substr(std::min(at, source.size()))));
  statement.column = static_cast<int>(at);
  return statement;
}

// Where the separator stands in a line without bold: a colon before a blank or the end.
std::size_t find_separator(std::string_view source, const Separator& separator) {
  const std::size_t length = separator.sign.size();
  for (std::size_t at = source.find(separator.sign); at != kNone;
       at = source.find(separator.sign, at + length)) {
    if (separator.between_blanks
            ? is_between_blanks(source, at, length)
            : length > 1 || at + 1 == source.size() || is_blank(source[at + 1]))
      return at;
  }
  return kNone;
}

std::optional<Statement> read_plain_with(std::string_view source, const Separator& separator) {
  const std::size_t sign = find_separator(source, separator);
  if (sign == kNone) return std::nullopt;
  const std::string_view key = trim(source.substr(0, sign));
  if (key.find('`') != kNone) return std::nullopt;
  Statement statement;
  statement.key = without_markup(key);
  if (!takes(separator, statement.key)) return std::nullopt;
  const std::size_t at = skip_blanks(source, sign + separator.sign.size());
  statement.value = std::string(trim(source.substr(at)));
  statement.column = static_cast<int>(at);
  return statement;
}

// `Key: v`
std::optional<Statement> read_plain(std::string_view source) {
  for (const Separator& separator : kSeparators) {
    if (separator.behind_bold_only) continue;
    if (std::optional<Statement> statement = read_plain_with(source, separator)) return statement;
  }
  return std::nullopt;
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

namespace {

// Of a line such as `**Owner**: PM | **Priority**: P1`: none where not every part is bold.
std::vector<Statement> read_parts(const Line& line, std::string_view bar) {
  std::vector<Statement> statements;
  std::size_t begin = 0;
  while (begin <= line.source.size()) {
    const std::size_t end = std::min(line.source.find(bar, begin), line.source.size());
    Line part = line;
    part.source = std::string(trim(std::string_view(line.source).substr(begin, end - begin)));
    part.column = line.column + static_cast<int>(skip_blanks(line.source, begin));
    std::vector<Statement> inner = read_statements(part);
    if (inner.empty() || !inner.front().bold) return {};
    for (Statement& statement : inner) statements.push_back(std::move(statement));
    begin = end + bar.size();
  }
  return statements;
}

}  // namespace

std::vector<Statement> read_statements(const Line& line) {
  for (const std::string_view bar : {" | ", " • ", " · "}) {
    if (line.source.find(bar) == kNone) continue;
    std::vector<Statement> statements = read_parts(line, bar);
    if (!statements.empty()) return statements;
  }
  if (std::optional<Statement> statement = read_statement(line)) return {*std::move(statement)};
  return {};
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
