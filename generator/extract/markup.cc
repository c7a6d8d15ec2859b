// Taking inline markup off a line of source, within bounds that keep it linear.
#include "extract/markup.h"

#include "base/text.h"
#include "extract/fills.h"

namespace muster::extract {

namespace {
constexpr std::size_t kNone = std::string_view::npos;
}  // namespace

Run run_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return {at, end - at};
}

std::size_t closing_run(std::string_view text, Run open) {
  text = text.substr(0, open.begin + open.length + kReach);
  const char sign = text[open.begin];
  const std::size_t after = open.begin + open.length;
  if (after >= text.size() || is_space(text[after])) return kNone;
  if (sign == '_' && open.begin > 0 && is_alnum(text[open.begin - 1])) return kNone;
  for (std::size_t i = after; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
      continue;
    }
    if (text[i] != sign) continue;
    const Run run = run_at(text, i);
    const std::size_t end = i + run.length;
    const bool word_after = sign == '_' && end < text.size() && is_alnum(text[end]);
    if (run.length == open.length && !is_space(text[i - 1]) && !word_after && i > after) return i;
    i = end - 1;
  }
  return kNone;
}

namespace {

constexpr int kDepth = 16;  // of marks within marks; deeper ones stay as written

std::size_t closing_backticks(std::string_view text, Run open) {
  text = text.substr(0, open.begin + open.length + kReach);
  for (std::size_t i = open.begin + open.length; i < text.size(); ++i) {
    if (text[i] != '`') continue;
    const Run run = run_at(text, i);
    if (run.length == open.length) return i;
    i += run.length - 1;
  }
  return kNone;
}

// A link or image whose label begins at `open`: the places of its label and its end.
bool link_at(std::string_view text, std::size_t open, std::size_t& label_end, std::size_t& end) {
  text = text.substr(0, open + kReach);
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '[') {
      ++depth;
    } else if (text[i] == ']' && --depth == 0) {
      label_end = i;
      if (i + 1 >= text.size() || (text[i + 1] != '(' && text[i + 1] != '[')) return false;
      const char close = text[i + 1] == '(' ? ')' : ']';
      end = text.find(close, i + 2);
      if (end == kNone) return false;
      ++end;
      return label_end > open + 2 || close == ')';
    }
  }
  return false;
}

bool append_entity(std::string_view rest, std::string& out, std::size_t& length) {
  constexpr std::pair<std::string_view, std::string_view> entities[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}};
  for (const auto& [name, value] : entities) {
    if (!rest.starts_with(name)) continue;
    out += value;
    length = name.size();
    return true;
  }
  return false;
}

bool is_line_break_tag(std::string_view rest, std::size_t& length) {
  for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>"})
    if (rest.starts_with(tag)) {
      length = tag.size();
      return true;
    }
  return false;
}

bool is_punctuation(char c) { return c > ' ' && c < 0x7f && !is_alnum(c); }

// A chunk such as `__/__/__` keeps its signs.
std::size_t blank_chunk(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 200;
  std::size_t end = at;
  while (end < text.size() && !is_space(text[end])) {
    if (++end - at > longest) return at;
  }
  const std::string_view chunk = text.substr(at, end - at);
  return count_blanks(chunk).total() > 0 ? end : at;
}

void strip(std::string_view text, std::string& out, int depth);

// Handles one marked-up piece at `at`; returns the place after it, or `at` where there is none.
std::size_t strip_piece(std::string_view text, std::size_t at, std::string& out, int depth) {
  const char c = text[at];
  std::size_t length = 0;
  if (c == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) {
    out += text[at + 1];
    return at + 2;
  }
  if (c == '`') {
    const Run open = run_at(text, at);
    const std::size_t close = closing_backticks(text, open);
    if (close == kNone) return at;
    std::string_view code = text.substr(at + open.length, close - at - open.length);
    if (code.size() > 2 && code.front() == ' ' && code.back() == ' ')
      code = code.substr(1, code.size() - 2);
    out += code;
    return close + open.length;
  }
  if (c == '&' && append_entity(text.substr(at), out, length)) return at + length;
  if (c == '<' && is_line_break_tag(text.substr(at), length)) {
    out += ' ';
    return at + length;
  }
  if (c == '[' || (c == '!' && at + 1 < text.size() && text[at + 1] == '[')) {
    const std::size_t open = c == '!' ? at + 1 : at;
    std::size_t label_end = 0;
    std::size_t end = 0;
    if (!link_at(text, open, label_end, end)) return at;
    strip(text.substr(open + 1, label_end - open - 1), out, depth + 1);
    return end;
  }
  if (c == '*' || c == '_' || c == '~') {
    const Run open = run_at(text, at);
    if (open.length > 3 || (c == '~' && open.length != 2)) return at;
    const std::size_t close = closing_run(text, open);
    if (close == kNone) return at;
    strip(text.substr(at + open.length, close - at - open.length), out, depth + 1);
    return close + open.length;
  }
  return at;
}

void strip(std::string_view text, std::string& out, int depth) {
  if (depth > kDepth) {
    out += text;
    return;
  }
  for (std::size_t i = 0; i < text.size();) {
    if ((text[i] == '_' || text[i] == '\\') && (i == 0 || !is_alnum(text[i - 1]))) {
      if (const std::size_t end = blank_chunk(text, i); end != i) {
        out += replace_all(std::string(text.substr(i, end - i)), "\\", "");
        i = end;
        continue;
      }
    }
    if (const std::size_t end = strip_piece(text, i, out, depth); end != i) {
      i = end;
      continue;
    }
    const std::size_t run =
        text[i] == '*' || text[i] == '_' || text[i] == '`' ? run_at(text, i).length : 1;
    out += text.substr(i, run);
    i += run;
  }
}

}  // namespace

std::string without_markup(std::string_view source) {
  std::string out;
  strip(source, out, 0);
  return out;
}

std::string without_struck(std::string_view source) {
  std::string out;
  while (true) {
    const std::size_t begin = source.find("~~");
    const std::size_t end = begin == kNone ? kNone : source.find("~~", begin + 2);
    if (end == kNone) return out + std::string(source);
    out += cat({source.substr(0, begin), " "});
    source.remove_prefix(end + 2);
  }
}

}  // namespace muster::extract
