// Splitting a row and knowing a delimiter row, by the rules of GitHub's tables.
#include "parse/table.h"

#include "base/text.h"

namespace muster {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

RowCell make_cell(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(line[begin])) ++begin;
  while (end > begin && is_blank(line[end - 1])) --end;
  return {begin, line.substr(begin, end - begin)};
}

}  // namespace

std::vector<RowCell> split_row(std::string_view line, std::size_t begin) {
  std::vector<RowCell> cells;
  std::size_t end = line.size();
  while (end > begin && is_blank(line[end - 1])) --end;
  while (begin < end && is_blank(line[begin])) ++begin;
  if (begin < end && line[begin] == '|') ++begin;
  std::size_t cell = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      cells.push_back(make_cell(line, cell, i));
      cell = i + 1;
    }
  }
  if (cell < end) cells.push_back(make_cell(line, cell, end));
  return cells;
}

bool is_delimiter_row(std::string_view line, std::size_t begin) {
  if (line.find_first_not_of("|-: \t\v\f", begin) != std::string_view::npos) return false;
  const std::vector<RowCell> cells = split_row(line, begin);
  for (const RowCell& cell : cells) {
    std::string_view text = cell.text;
    if (text.starts_with(':')) text.remove_prefix(1);
    if (text.ends_with(':')) text.remove_suffix(1);
    if (text.empty() || text.find_first_not_of('-') != std::string_view::npos) return false;
  }
  return !cells.empty();
}

}  // namespace muster
