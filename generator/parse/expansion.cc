// Finds the definitions (`[label]: url "title"`), counts how often each label stands in brackets,
// and adds up.
#include "parse/expansion.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/text.h"
#include "parse/limits.h"

namespace muster {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLabel = 1001;

struct Definition {
  std::string label;      // normalised
  std::size_t url = 0;    // bytes
  std::size_t bytes = 0;  // of url and title
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Labels are compared in any case and with any blanks. What our comparison is too plain for (other
// letters than ASCII, escapes) gets a label that every bracket counts for.
constexpr std::string_view kAnyLabel = "\\";

std::string normalise(std::string_view label) {
  const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '\\';
  });
  return plain ? lower(collapse_spaces(label)) : std::string(kAnyLabel);
}

// The next closing sign of each kind of title. Asked for ever larger offsets, it reads the text
// once.
class TitleEnds {
 public:
  explicit TitleEnds(std::string_view text) : text_(text) {}

  /// The offset just after the title that begins at `begin`.
  std::size_t after(std::size_t begin) {
    const std::size_t kind = text_[begin] == '"' ? 0 : text_[begin] == '(' ? 1 : 2;
    std::size_t& next = next_[kind];
    if (next <= begin) {
      for (next = begin + 1; next < text_.size(); ++next)
        if (text_[next] == "\")'"[kind] && text_[next - 1] != '\\') break;
    }
    return std::min(next + 1, text_.size());
  }

 private:
  std::string_view text_;
  std::array<std::size_t, 3> next_{};
};

// The definition whose `]:` stands at `bracket`, as long as it could be.
Definition read_definition(std::string_view text, std::size_t bracket, TitleEnds& titles) {
  Definition definition;
  const std::size_t window = bracket - std::min(bracket, kLongestLabel);
  const std::size_t open = text.substr(window, bracket - window).rfind('[');
  if (open == kNone) return definition;
  const std::size_t begin = skip_spaces(text, bracket + 2);
  std::size_t end = begin;
  while (end < text.size() && !is_space(text[end])) ++end;
  const std::size_t after = skip_spaces(text, end);
  const bool title = after < text.size() && std::string_view("\"'(").find(text[after]) != kNone;
  const bool line_ends = text.substr(end, after - end).find_first_of("\r\n") != kNone;
  if (!title && !line_ends && after < text.size()) return definition;  // more text: none
  definition.label = normalise(text.substr(window + open + 1, bracket - window - open - 1));
  definition.url = end - begin;
  definition.bytes = definition.url + (title ? titles.after(after) - after : 0);
  return definition;
}

int line_at(const Markdown& markdown, std::size_t offset) {
  const auto& starts = markdown.line_starts;
  return static_cast<int>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin());
}

// Bytes that a use of each label copies.
std::optional<Note> read_definitions(const Markdown& markdown, const ParseLimits& limits,
                                     std::map<std::string, std::size_t>& bytes) {
  const std::string_view text = markdown.source;
  TitleEnds titles(text);
  for (std::size_t at = text.find("]:"); at != kNone; at = text.find("]:", at + 1)) {
    const Definition definition = read_definition(text, at, titles);
    if (definition.label.empty()) continue;
    if (definition.url > limits.reference_url)
      return limit_note("bytes of the address of a link definition", definition.url,
                        limits.reference_url, line_at(markdown, at));
    std::size_t& most = bytes[definition.label];
    most = std::max(most, definition.bytes);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Note> exceeded_expansion(const Markdown& markdown, const ParseLimits& limits) {
  std::map<std::string, std::size_t> bytes;
  if (std::optional<Note> note = read_definitions(markdown, limits, bytes)) return note;
  if (bytes.empty()) return std::nullopt;
  const std::string_view text = markdown.source;
  const std::size_t budget = expansion_budget(text.size());
  const auto any = bytes.find(std::string(kAnyLabel));
  std::size_t total = 0;
  for (std::size_t open = text.find('['); open != kNone; open = text.find('[', open + 1)) {
    const std::size_t close = text.find_first_of("[]", open + 1);
    if (any != bytes.end()) total += any->second;
    if (close == kNone || text[close] != ']' || close - open > kLongestLabel) continue;
    const auto found = bytes.find(normalise(text.substr(open + 1, close - open - 1)));
    if (found != bytes.end()) total += found->second;
    if (total > budget)
      return limit_note("bytes that link definitions grow to", total, budget,
                        line_at(markdown, open));
  }
  return std::nullopt;
}

}  // namespace muster
