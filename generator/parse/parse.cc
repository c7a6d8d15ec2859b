// The order of things: source, front matter, limits, boxes, blocks.
#include "parse/parse.h"

#include <string>

#include "base/text.h"
#include "parse/cmark.h"
#include "parse/front_matter.h"
#include "parse/limits.h"
#include "parse/tree.h"

namespace muster {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t begin = 0; begin < text.size();) {
    starts.push_back(begin);
    const std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) break;
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return starts;
}

// The first byte that is no text, said with its place.
void note_bad_bytes(std::string_view bytes, Markdown& markdown) {
  std::size_t at = find_invalid_utf8(bytes);
  const bool invalid = at != std::string_view::npos;
  if (!invalid) at = bytes.find('\0');
  if (at == std::string_view::npos) return;
  const bool utf16 = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  const std::vector<std::size_t> starts = find_line_starts(bytes.substr(0, at + 1));
  Note note;
  note.rule = "source-incomplete";
  note.message = cat({"byte ", number(static_cast<long long>(at)), " of the file ",
                      invalid ? "is not valid UTF-8" : "is NUL", "; it is shown as U+FFFD"});
  note.help = utf16 ? "the file looks like UTF-16; save it as UTF-8" : "save the file as UTF-8";
  note.line = static_cast<int>(starts.size());
  note.column = static_cast<int>(at - starts.back()) + 1;
  markdown.notes.push_back(std::move(note));
}

void read_source(std::string_view bytes, Markdown& markdown) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  note_bad_bytes(bytes, markdown);
  markdown.source = valid_utf8(bytes);
  markdown.line_starts = find_line_starts(markdown.source);
}

std::size_t body_begin(const Markdown& markdown) {
  const auto line = static_cast<std::size_t>(markdown.front_lines);
  return line < markdown.line_starts.size() ? markdown.line_starts[line] : markdown.source.size();
}

std::string body_with_box_signs(const Markdown& markdown, const Boxes& boxes) {
  std::string out;
  std::size_t copied = body_begin(markdown);
  for (const auto& [place, box] : boxes) {
    const std::size_t line = markdown.line_starts[static_cast<std::size_t>(place.first) - 1];
    out.append(markdown.source, copied, line + box.begin - copied);
    out += kBoxSign;
    copied = line + box.end;
  }
  out.append(markdown.source, copied);
  return out;
}

}  // namespace

void prepare_parser() { register_tables(); }

Markdown parse_markdown(std::string_view bytes, const ParseLimits& limits) {
  Markdown markdown;
  read_source(bytes, markdown);
  if (bytes.size() > limits.bytes) {
    markdown.notes.push_back(limit_note("bytes of the file", bytes.size(), limits.bytes, 0));
    return markdown;
  }
  read_front_matter(markdown);
  if (std::optional<Note> note = exceeded_limit(markdown, limits)) {
    markdown.notes.push_back(*std::move(note));
    return markdown;
  }
  const std::string_view body = std::string_view(markdown.source).substr(body_begin(markdown));
  CmarkTree tree = parse_with_cmark(body);
  const Boxes boxes = find_boxes(tree.get(), markdown);
  if (!boxes.empty()) tree = parse_with_cmark(body_with_box_signs(markdown, boxes));
  fill_blocks(tree.get(), boxes, markdown);
  if (std::optional<Note> note = exceeded_tree_limit(markdown, limits)) {
    markdown.blocks.clear();
    markdown.notes.push_back(*std::move(note));
  }
  return markdown;
}

}  // namespace muster
