#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace muster {

std::string cat(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  std::string out;
  out.reserve(size);
  for (const std::string_view part : parts) out += part;
  return out;
}

std::string number(long long value) { return std::to_string(value); }

std::string decimal(double value) {
  constexpr double kLargest = 1e15;
  if (!(std::abs(value) < kLargest)) return "a huge number";
  const long long thousandths = std::llround(value * 1000);
  std::string digits = std::to_string(std::abs(thousandths));
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  digits.insert(digits.size() - 3, ".");
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return thousandths < 0 ? cat({"-", digits}) : digits;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

namespace {

constexpr std::string_view kNoBreakSpace = "\xc2\xa0";

bool is_bidi_control(char32_t c) {
  return c == 0x061c || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string hex(std::uint32_t value, int width) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  while (value != 0 || static_cast<int>(out.size()) < width) {
    out.insert(out.begin(), digits[value & 15]);
    value >>= 4;
  }
  return out;
}

char lower_char(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes of the valid sequence at `position`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t position, char32_t* value) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(position);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
  if (length == 0 || position + length > text.size()) return 0;
  char32_t c = length == 1 ? lead : lead & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(position + i) & 0xc0) != 0x80) return 0;
    c = (c << 6) | (byte(position + i) & 0x3fu);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return 0;
  if (value != nullptr) *value = c;
  return length;
}

}  // namespace

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == separator) {
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  return parts;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += separator;
    out += part;
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower_char);
  return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_char(x) == lower_char(y); });
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) {
      pending = true;
    } else if (text.substr(i).starts_with(kNoBreakSpace)) {
      pending = true;
      ++i;
    } else {
      if (pending && !out.empty()) out += ' ';
      pending = false;
      out += text[i];
    }
  }
  return out;
}

bool contains_word(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  const std::string haystack = lower(text);
  const std::string needle = lower(word);
  const auto is_word = [](char c) { return is_alnum(c) || c == '_'; };
  for (std::size_t at = haystack.find(needle); at != std::string::npos;
       at = haystack.find(needle, at + 1)) {
    const bool left = at == 0 || !is_word(haystack[at - 1]);
    const std::size_t after = at + needle.size();
    if (left && (after == haystack.size() || !is_word(haystack[after]))) return true;
  }
  return false;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  char32_t value = 0xfffd;
  const std::size_t length = sequence_length(text, position, &value);
  position += std::max<std::size_t>(length, 1);
  return value;
}

void append_code_point(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text, i, nullptr);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    append_code_point(out, c == 0 ? U'\ufffd' : c);
  }
  return out;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (sequence_length(text, i, nullptr) == 0) {
      out += cat({"\\x", hex(static_cast<std::uint8_t>(text[i]), 2)});
      ++i;
      continue;
    }
    const char32_t c = next_code_point(text, i);
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
    if (control || is_bidi_control(c)) {
      out += cat({"\\u{", hex(c, 4), "}"});
    } else {
      out += text.substr(begin, i - begin);
    }
  }
  return out;
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t position = 0;
  std::size_t cut = 0;
  for (std::size_t count = 0; position < text.size(); ++count) {
    if (count == limit) return cat({trim(text.substr(0, cut)), "…"});
    next_code_point(text, position);
    if (count + 2 <= limit) cut = position;
  }
  return std::string(text);
}

std::string slug(std::string_view name) {
  std::string out;
  bool gap = false;
  for (const char c : name) {
    if (is_alnum(c) || (c == '.' && !out.empty() && is_alnum(out.back()))) {
      if (gap && !out.empty()) out += '-';
      gap = false;
      out += lower_char(c);
    } else {
      gap = true;
    }
  }
  while (!out.empty() && (out.back() == '.' || out.back() == '-')) out.pop_back();
  return out;
}

std::string heading_anchor(std::string_view heading) {
  // Letters beyond ASCII are kept; of the symbols beyond it, those of the blocks for punctuation,
  // arrows, signs and pictures are dropped, as GitHub does.
  const auto is_symbol = [](char32_t c) {
    return (c >= 0x80 && c < 0xaa) || (c >= 0xab && c < 0xb5) || (c >= 0xb6 && c < 0xba) ||
           (c >= 0xbb && c < 0xc0) || c == 0xd7 || c == 0xf7 || (c >= 0x2000 && c < 0x2070) ||
           (c >= 0x20a0 && c < 0x2c00 &&
            !(c >= 0x2100 && c < 0x2190 && (c == 0x2102 || c == 0x2115 || c == 0x2126))) ||
           (c >= 0x2e00 && c < 0x2e80) || (c >= 0x3000 && c < 0x3004) ||
           (c >= 0x3008 && c < 0x3020) || (c >= 0xfe00 && c < 0xfe70) ||
           (c >= 0xff00 && c < 0xff10) || (c >= 0xe000 && c < 0xf900) || c >= 0x1f000;
  };
  std::string out;
  for (std::size_t i = 0; i < heading.size();) {
    const char32_t c = next_code_point(heading, i);
    if (c < 0x80) {
      const char ascii = static_cast<char>(c);
      if (is_alnum(ascii) || ascii == '_' || ascii == '-') out += lower_char(ascii);
      if (ascii == ' ') out += '-';
    } else if (!is_symbol(c)) {
      append_code_point(out, (c >= 0xc0 && c <= 0xde) ? c + 0x20 : c);
    }
  }
  return out;
}

std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string wanted = lower(word);
  std::string_view best;
  std::size_t best_distance = wanted.size() < 4 ? 2 : wanted.size() < 8 ? 3 : 4;  // exclusive
  for (const std::string_view candidate : candidates) {
    const std::string other = lower(candidate);
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
    std::vector<std::size_t> before_last = row;
    for (std::size_t i = 1; i <= wanted.size(); ++i) {
      std::vector<std::size_t> next(other.size() + 1);
      next[0] = i;
      for (std::size_t j = 1; j <= other.size(); ++j) {
        const bool same = wanted[i - 1] == other[j - 1];
        next[j] = std::min({next[j - 1] + 1, row[j] + 1, row[j - 1] + (same ? 0 : 1)});
        const bool swapped =
            i > 1 && j > 1 && wanted[i - 1] == other[j - 2] && wanted[i - 2] == other[j - 1];
        if (swapped) next[j] = std::min(next[j], before_last[j - 2] + 1);
      }
      before_last = std::move(row);
      row = std::move(next);
    }
    if (row[other.size()] < best_distance) {
      best_distance = row[other.size()];
      best = candidate;
    }
  }
  return best;
}

namespace {

bool matches_component(std::string_view text, std::string_view glob) {
  std::size_t t = 0;
  std::size_t g = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_text = 0;
  const auto set_end = [&](std::size_t from) { return glob.find(']', from + 1); };
  const auto in_set = [&](char c, std::size_t from, std::size_t to) {
    const bool negated = from < to && (glob[from] == '!' || glob[from] == '^');
    bool found = false;
    for (std::size_t i = from + (negated ? 1 : 0); i < to; ++i) {
      if (i + 2 < to && glob[i + 1] == '-') {
        found = found || (glob[i] <= c && c <= glob[i + 2]);
        i += 2;
      } else {
        found = found || glob[i] == c;
      }
    }
    return found != negated;
  };
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      star_text = t;
      continue;
    }
    bool step = false;
    std::size_t next = g + 1;
    if (g < glob.size() && glob[g] == '[' && set_end(g + 1) != std::string_view::npos) {
      const std::size_t end = set_end(g + 1);
      step = in_set(text[t], g + 1, end);
      next = end + 1;
    } else if (g < glob.size()) {
      step = glob[g] == '?' || glob[g] == text[t];
    }
    if (step) {
      ++t;
      g = next;
    } else if (star != std::string_view::npos) {
      g = star;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace

bool matches_glob(std::string_view path, std::string_view glob) {
  const std::vector<std::string_view> parts = split(path, '/');
  const std::vector<std::string_view> globs = split(glob, '/');
  // reachable[g]: the components so far are matched by the first g globs.
  std::vector<bool> reachable(globs.size() + 1, false);
  const auto skip_stars = [&] {
    for (std::size_t g = 0; g < globs.size(); ++g)
      if (reachable[g] && globs[g] == "**") reachable[g + 1] = true;
  };
  reachable[0] = true;
  skip_stars();
  for (const std::string_view part : parts) {
    std::vector<bool> next(globs.size() + 1, false);
    for (std::size_t g = 0; g < globs.size(); ++g) {
      if (!reachable[g]) continue;
      if (globs[g] == "**") {
        next[g] = true;
      } else if (matches_component(part, globs[g])) {
        next[g + 1] = true;
      }
    }
    reachable = std::move(next);
    skip_stars();
  }
  return reachable[globs.size()];
}

}  // namespace muster
