#include "extract/faint_fields.h"

#include <algorithm>

#include "base/text.h"

namespace muster::extract {

namespace {

constexpr int kLongestValue = 8;  // words; what is longer is a sentence

std::size_t offset_in(std::string_view whole, std::string_view part) {
  return static_cast<std::size_t>(part.data() - whole.data());
}

// A statement of what may stand here; `part` is a piece of the source of `line`.
std::optional<Statement> document_statement(const Line& line, std::string_view part) {
  Line piece = line;
  const std::string_view text = trim(part);
  piece.source = std::string(text);
  piece.column = line.column + static_cast<int>(offset_in(line.source, text));
  std::optional<Statement> statement = read_statement(piece);
  if (!statement || statement->value.empty() || !is_document_key(key_name(statement->key)) ||
      count_words(statement->value) > kLongestValue)
    return std::nullopt;
  return statement;
}

// The parts of a text between signs.
std::vector<std::string_view> pieces_of(std::string_view text, std::string_view sign) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(sign, begin);
    pieces.push_back(text.substr(begin, end - std::min(begin, end)));
    if (end == std::string_view::npos) return pieces;
    begin = end + sign.size();
  }
}

std::vector<Statement> all_or_none(const Line& line, const std::vector<std::string_view>& pieces) {
  std::vector<Statement> statements;
  for (const std::string_view piece : pieces) {
    std::optional<Statement> statement = document_statement(line, piece);
    if (!statement) return {};
    statements.push_back(*std::move(statement));
  }
  return statements;
}

// The text of a line that is in italics as a whole, or empty.
std::string_view italic_text(std::string_view source) {
  if (source.size() < 4 || (source.front() != '*' && source.front() != '_')) return {};
  const Run open = run_at(source, 0);
  if (open.length != 1 || closing_run(source, open) != source.size() - 1) return {};
  return source.substr(1, source.size() - 2);
}

// ---- comments

// A comma divides where a key that may stand here follows; elsewhere it belongs to the value.
std::vector<std::string_view> comma_pieces(const Line& line) {
  std::vector<std::string_view> pieces;
  for (const std::string_view piece : pieces_of(line.source, ", ")) {
    if (pieces.empty() || document_statement(line, piece)) {
      pieces.push_back(piece);
      continue;
    }
    const std::size_t begin = offset_in(line.source, pieces.back());
    const std::size_t end = offset_in(line.source, piece) + piece.size();
    pieces.back() = std::string_view(line.source).substr(begin, end - begin);
  }
  return pieces;
}

std::vector<Statement> read_comment_line(const Line& line) {
  for (const std::string_view sign : {" | ", "; "})
    if (line.source.find(sign) != std::string::npos)
      return all_or_none(line, pieces_of(line.source, sign));
  if (line.source.find('|') != std::string::npos) return {};  // "status: draft|final"
  return all_or_none(line, comma_pieces(line));
}

// The lines of a block that is one comment and nothing else.
std::vector<Line> comment_lines(const Context& context, std::size_t index) {
  constexpr std::string_view open = "<!--";
  constexpr std::string_view close = "-->";
  const Block& block = context.block(index);
  const std::string_view whole = trim(block.text);
  if (!whole.starts_with(open) || whole.find(close) != whole.size() - close.size()) return {};
  std::vector<Line> lines;
  for (int n = block.line; n <= std::max(block.line, block.last_line); ++n) {
    const std::string_view raw = context.markdown.line(n);
    std::string_view text = trim(raw);
    if (text.starts_with(open)) text.remove_prefix(open.size());
    if (text.ends_with(close)) text.remove_suffix(close.size());
    text = trim(text);
    if (text.empty()) continue;
    Line line;
    line.block = index;
    line.line = n;
    line.column = static_cast<int>(offset_in(raw, text)) + 1;
    line.source = std::string(text);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::vector<Statement> read_italic(const Line& line) {
  const std::string_view source = line.source;
  if (const std::string_view text = italic_text(source); !text.empty()) {
    for (const std::string_view sign : {" | ", " · ", " • "})
      if (text.find(sign) != std::string_view::npos)
        return all_or_none(line, pieces_of(text, sign));
    return all_or_none(line, {text});
  }
  // `*Status:* Draft`
  if (source.size() < 5 || (source.front() != '*' && source.front() != '_')) return {};
  const Run open = run_at(source, 0);
  const std::size_t end = open.length == 1 ? closing_run(source, open) : kNone;
  if (end == kNone || source[end - 1] != ':') return {};
  Statement statement;
  statement.key = std::string(trim(source.substr(1, end - 2)));
  statement.value = std::string(trim(source.substr(end + 1)));
  if (statement.value.empty() || !is_document_key(key_name(statement.key)) ||
      count_words(statement.value) > kLongestValue)
    return {};
  statement.line = line.line;
  statement.column = line.column + static_cast<int>(source.find(statement.value, end + 1));
  return {statement};
}

std::vector<Statement> read_leading_comment(const Context& context) {
  std::vector<Statement> statements;
  for (std::size_t i = 1; i < context.block_count(); i = std::max(context.block(i).end, i + 1)) {
    const Block& block = context.block(i);
    if (block.kind == BlockKind::heading && context.is_title(context.section_of[i])) continue;
    if (block.kind != BlockKind::html) break;
    std::vector<Statement> own;
    bool all = true;
    for (const Line& line : comment_lines(context, i)) {
      const std::vector<Statement> read = read_comment_line(line);
      all = all && !read.empty();
      own.insert(own.end(), read.begin(), read.end());
    }
    if (all) statements.insert(statements.end(), own.begin(), own.end());
  }
  return statements;
}

}  // namespace muster::extract
